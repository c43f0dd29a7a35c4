"""While it is asked whether something was the story, what answers another question is no part of it."""

import pytest

from bot.catalog import Catalog
from bot.core.flow.interpreter import advance, begin
from bot.core.forms.heard import Pressed, Typed
from bot.core.forms.state import State

TOLD = "sy dari tuncung pak, airnya kotor sudah 3 bulan"
STORY = "airnya kotor sudah 3 bulan"


def _after(catalog: Catalog, *said: str) -> State:
    flow = catalog.flows["usulan"]
    state = begin(flow, "abc12345", catalog.world).state
    for number, one in enumerate(said, 1):
        state = advance(flow, state, Typed(one, number), catalog.world).state
    return state


@pytest.mark.parametrize(
    "wish",
    [
        "mau bak air sama pipa",
        "maunya kami sumur bor",
        "minta lampu jalan",
        "butuh traktor tangan",
        "dibangunkan bak air",
        "pengen jembatan baru pak",
    ],
)
def test_what_is_hoped_for_waits_for_its_question(catalog: Catalog, wish: str) -> None:
    state = _after(catalog, TOLD, wish, "ya", "paraja")
    assert {"text": STORY} == state.answers["cerita"].value
    assert {"text": wish} == state.answers["harapan"].value


@pytest.mark.parametrize(
    "more", ["jalannya juga rusak", "mau panen kami, jalan rusak", "mau mati kebun kami", "butuh waktu lama ke sana"]
)
def test_what_tells_on_goes_on_with_the_story(catalog: Catalog, more: str) -> None:
    state = _after(catalog, TOLD, more, "ya", "paraja")
    assert {"text": f"{STORY}\n{more}"} == state.answers["cerita"].value
    assert "harapan" not in state.answers


@pytest.mark.parametrize("unknown", ["tidak tau nama dusunnya", "dusunnya belum tahu", "lupa ka dusun apa"])
def test_a_dusun_that_nobody_knows_is_left_open(catalog: Catalog, unknown: str) -> None:
    state = _after(catalog, TOLD, unknown, "ya")
    assert {"text": STORY} == state.answers["cerita"].value
    assert "dusun" in state.skipped


def test_what_somebody_wants_at_the_question_for_the_place_waits_too(catalog: Catalog) -> None:
    state = _after(catalog, "tuncung", "mau bak air", "paraja", "air kotor sudah lama sekali pak")
    assert {"text": "mau bak air"} == state.answers["harapan"].value


@pytest.mark.parametrize("between", ["8 keluarga itu", "tunggu"])
def test_a_story_beside_a_new_dusun_waits_whatever_is_said_and_pressed_until_it_is_taken(
    catalog: Catalog, between: str
) -> None:
    flow = catalog.flows["usulan"]
    step = begin(flow, "abc12345", catalog.world)
    for number, one in enumerate(("sumur di dusun Manak desa Tuncung kering 3 bulan, 8 keluarga", between), 1):
        step = advance(flow, step.state, Typed(one, number), catalog.world)
    buttons = [button for row in step.say[-1].buttons for button in row]
    data = next(button.data for button in buttons if catalog.label(button.label).startswith("Pakai"))
    state = advance(flow, step.state, Pressed(*data.split(":", 3)[1:]), catalog.world).state
    assert "kering 3 bulan" in state.pending["first"]["answers"]["cerita"]["value"]["text"]


@pytest.mark.parametrize("said", [(), ("ya", "paraja", "minta sumur bor", "cukup")])
def test_whoever_says_that_the_telephone_is_anothers_is_not_shown_what_was_written_on_it(
    catalog: Catalog, said: tuple[str, ...]
) -> None:
    state = _after(catalog, TOLD, *said)
    flow = catalog.flows["usulan"]
    step = advance(flow, state, Typed("ini hp istriku, bukan hpku", 90), catalog.world)
    assert ([wish.act for wish in step.wishes], step.say) == (["pinjam_hp"], ())
    assert step.state.answers == state.answers


@pytest.mark.parametrize(
    "typed", ["hapus yang soal dana desa, itu saya tarik", "hapus dana desanya dimakan kepala desa"]
)
def test_a_part_of_a_story_that_waits_beside_a_new_dusun_goes_and_is_no_name(catalog: Catalog, typed: str) -> None:
    flow = catalog.flows["usulan"]
    told = "jembatan kayu di dusun Manak desa Tuncung lapuk, 3 papan patah"
    step = begin(flow, "abc12345", catalog.world)
    for number, one in enumerate((f"{told}. dana desanya dimakan kepala desa", typed), 1):
        step = advance(flow, step.state, Typed(one, number), catalog.world)
    buttons = [button for row in step.say[-1].buttons for button in row]
    data = next(button.data for button in buttons if catalog.label(button.label).startswith("Pakai"))
    state = advance(flow, step.state, Pressed(*data.split(":", 3)[1:]), catalog.world).state
    assert (state.pending["first"]["answers"]["cerita"]["value"], state.answers["dusun"].value["name"]) == (
        {"text": told},
        "Manak",
    )
