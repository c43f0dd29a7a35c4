"""A yes that repeats what is asked about, words of which it is asked that are edited, and a wish behind thanks."""

import pytest

from bot.catalog import Catalog
from bot.core.flow.interpreter import accepts, advance, begin
from bot.core.forms.heard import Typed
from bot.core.forms.state import State
from bot.core.stories.readings import told_in
from bot.core.understanding.tongue import tongue_of

STORY = "eh kandang sapi kami rusak semua 12 ekor"


def _after(catalog: Catalog, *said: str) -> State:
    flow = catalog.flows["usulan"]
    step = begin(flow, "abc12345", catalog.world)
    for number, text in enumerate(said, 1):
        step = advance(flow, step.state, Typed(text, number), catalog.world)
    return step.state


@pytest.mark.parametrize("typed", ["iya lah apa lagi", "iyye itu kandangnya", "iye memang kandang sapi"])
def test_a_yes_that_repeats_what_is_asked_about_is_one(catalog: Catalog, typed: str) -> None:
    assert _after(catalog, STORY, typed).answers["cerita"].value == {"text": STORY}


@pytest.mark.parametrize("typed", ["iya lah apa lagi", "iye memang buttu", "yo buttu"])
def test_a_new_name_is_agreed_to_by_saying_it_again(catalog: Catalog, typed: str) -> None:
    state = _after(catalog, "boiya maiwa", "buttu", typed)
    assert state.answers["dusun"].value["name"] == "buttu"


def test_more_than_the_same_is_no_yes(catalog: Catalog) -> None:
    assert "cerita" not in _after(catalog, STORY, "iya tapi bukan kandang sapi").answers


def test_words_of_which_it_is_asked_are_edited(catalog: Catalog) -> None:
    flow, state = catalog.flows["usulan"], _after(catalog, STORY)
    assert accepts(flow, state, 1) == "cerita"
    edited = Typed("kandang sapi kami rusak semua 24 ekor", 1, edited=True)
    step = advance(flow, state, edited, catalog.world)
    told = advance(flow, step.state, Typed("iya", 2), catalog.world).state
    assert told.answers["cerita"].value == {"text": "kandang sapi kami rusak semua 24 ekor"}


def test_one_line_of_several_is_edited(catalog: Catalog) -> None:
    state = _after(catalog, STORY, "sudah lima tahun begitu terus")
    step = advance(catalog.flows["usulan"], state, Typed("sudah 6 tahun", 2, edited=True), catalog.world)
    told = step.state.pending["first"]["answers"]["cerita"]["value"]["text"]
    assert told == f"{STORY}\nsudah 6 tahun"


@pytest.mark.parametrize("typed", ["Terima kasih. minta dirabat", "makasih pak, tolong dirabat"])
def test_a_wish_behind_thanks_is_one(catalog: Catalog, typed: str) -> None:
    state = _after(catalog, "boiya maiwa", "salo kalama", "jalan tani rusak parah sejak dulu", typed)
    assert "dirabat" in state.answers["harapan"].value["text"]


def test_a_story_begins_with_its_first_word(catalog: Catalog) -> None:
    told = "Terima kasih. Perkenalkan saya guru. Ruang kelas bocor 3 ruang, 86 murid kepanasan. kapan dibantu?"
    state = _after(catalog, "boiya maiwa", "salo kalama", told)
    assert state.answers["cerita"].value["text"].startswith("Perkenalkan saya guru.")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("petani kopi 40 orang susah angkut hasil kebun", {"jumlah": {"total": 40}}),
        ("murid 86 orang susah belajar", {"jumlah": {"total": 86}}),
        ("di sini 30 orang susah", {"kurang_mampu": {"families": 30}}),
        ("30 orang susah di sini", {"kurang_mampu": {"families": 30}}),
    ],
)
def test_for_whom_something_is_hard_is_not_poor_for_that(catalog: Catalog, text: str, told: dict[str, object]) -> None:
    found = told_in(text, tongue_of(catalog.world.spellings))
    assert {each.sort: each.value for each in found if each.sort in ("jumlah", "kurang_mampu")} == told


def test_all_that_a_list_names_is_ticked(catalog: Catalog) -> None:
    before = ("boiya maiwa", "salo kalama", "mata air bocor sudah lama", "diperbaiki", "lewati", "air")
    state = _after(catalog, *before, "janda2 itu, anak2, lansia")
    assert [one["value"] for one in state.answers["merasakan"].value] == ["ibu", "anak", "lansia"]


def test_a_dusun_on_no_list_is_asked_about_over_the_card(catalog: Catalog) -> None:
    before = ("boiya maiwa", "belum tahu dusunnya", "mata air bocor sudah lama", "diperbaiki", "cukup")
    state = _after(catalog, *before, "dusun buttu", "ya")
    assert (state.answers["dusun"].value["name"], "juga" in state.answers) == ("buttu", False)
