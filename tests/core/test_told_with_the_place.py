"""A story told where a place is asked for: it is never lost, whatever has to be asked about the place first."""

from typing import Any

import pytest

from bot.catalog import Catalog
from bot.core.flow.heard.first_words import hear_first
from bot.core.flow.interpreter import advance, begin
from bot.core.flow.scene import FIRST
from bot.core.forms.heard import FileRef, Heard, Pressed, Sent, Typed
from bot.core.forms.say import Step
from bot.core.forms.state import State

DRAFT = "abc12345"
VOICE = Sent("voice", 7, FileRef("v", "u", 100, "audio/ogg", 20))
PHOTO = Sent("photo", 8, FileRef("p", "q", 100))


def _after(catalog: Catalog, *said: Heard | str) -> State:
    """Typed, sent, or pressed: "=the beginning of the label"."""
    flow = catalog.flows["usulan"]
    step = begin(flow, DRAFT, catalog.world)
    for number, one in enumerate(said, 1):
        heard = (
            one if not isinstance(one, str) else _press(catalog, step, one[1:]) if one[0] == "=" else Typed(one, number)
        )
        step = advance(flow, step.state, heard, catalog.world)
    return step.state


def _press(catalog: Catalog, step: Step, label: str) -> Pressed:
    buttons = [button for row in step.say[-1].buttons for button in row]
    data = next(button.data for button in buttons if catalog.label(button.label).startswith(label))
    return Pressed(*data.split(":", 3)[1:])


def _story(state: State) -> Any:
    first = state.pending.get("first", {}).get("answers", {}).get("cerita", {}).get("value")
    told = state.answers.get("cerita")
    return first or (told.value if told else None)


@pytest.mark.parametrize(
    "text",
    [
        "jalan di tuncung dusun paraja becek",
        "jembatan di paraja tuncung putus, anak sekolah memutar jauh",
        "di tuncung dusun paraja air macet kalo kemarau",
        "dari tuncung dusun paraja jembatan kayu ke sekolah hampir putus anak sekolah takut lewat",
    ],
)
def test_a_few_words_beside_the_place_are_the_story(catalog: Catalog, text: str) -> None:
    state = _after(catalog, text)
    assert state.answers["desa"].value["name"] == "Tuncung"
    assert _story(state) is not None, "it is shown, and asked about"
    assert "cerita" in _after(catalog, text, "=Ya, itu").answers


@pytest.mark.parametrize(
    ("text", "pressed", "place"),
    [
        ("di galonta air macet kalo kemarau, ibu2 ambil di sungai", "=Kelurahan Galonta", "Galonta"),
        (
            "tabe sy Hasna dari Tuncung dusun Jambu. Ada 3 usulan: 1. jalan becek 2. posyandu rusak 3. air macet",
            "Jambu, Tuncung",
            "Tuncung",
        ),
    ],
)
def test_a_story_beside_a_place_that_is_asked_about_waits_for_the_answer(
    catalog: Catalog, text: str, pressed: str, place: str
) -> None:
    state = _after(catalog, text)
    assert "desa" not in state.answers
    state = _after(catalog, text, pressed)
    assert state.answers["desa"].value["name"] == place
    assert _story(state)["text"].split()[-1] == text.rsplit(maxsplit=1)[-1]


def test_a_voice_where_a_place_is_asked_for_is_the_story(catalog: Catalog) -> None:
    state = _after(catalog, VOICE)
    assert _story(state)["voice"]["file_id"] == "v"
    state = _after(catalog, VOICE, "=Ya, itu", "Tuncung", "Paraja")
    assert state.answers["cerita"].value["voice"]["file_id"] == "v"
    assert state.answers["desa"].value["name"] == "Tuncung"


def test_a_photo_does_not_push_aside_the_story_that_is_asked_about(catalog: Catalog) -> None:
    state = _after(catalog, "jalan di tuncung dusun paraja becek", PHOTO)
    assert "foto" in state.answers
    assert _story(state) is not None


def test_a_number_that_is_to_go_is_no_size(catalog: Catalog) -> None:
    state = _after(catalog, "tuncung", "sapi mati 41 ekor tahun ini", "=Ya, itu", "hapus 41 ekor, salah")
    assert ("ukuran" in state.answers, "bagian" in state.pending) == (False, True)


@pytest.mark.parametrize(
    "text", ["saya di desa Tuncung, dusunnya belum saya tahu", "kecamatan Maiwa desa Tuncung dusun Paraja pak"]
)
def test_words_around_a_place_tell_nothing(catalog: Catalog, text: str) -> None:
    state = _after(catalog, text)
    assert state.answers["desa"].value["name"] == "Tuncung"
    assert _story(state) is None


@pytest.mark.parametrize(
    ("said", "story"),
    [
        (["desa tuncung, jembatan putus"], "jembatan putus"),
        (["maiwa", "tuncung, jalan rusak"], "jalan rusak"),
        (["desa tuncung dusun paraja, jembatan putusmi"], "jembatan putusmi"),
        (["tuncung", "paraja, tidak ada air"], "tidak ada air"),
        (["tuncung", "jalan rusak"], "jalan rusak"),
        (["tuncung", "jalan tani di kampung baru"], "jalan tani di kampung baru"),
        (["tuncung", "jalan tani"], "jalan tani"),
        (["tuncung", "lingkungan kita sempit sekali"], "lingkungan kita sempit sekali"),
        (["bangkala", "lingkungan kita sempit sekali"], "lingkungan kita sempit sekali"),
    ],
)
def test_two_words_beside_or_instead_of_a_place_are_the_story(catalog: Catalog, said: list[str], story: str) -> None:
    state = _after(catalog, *said)
    assert {"text": story} == _story(state)
    assert "confirm" not in state.pending
    assert {"text": story} == _after(catalog, *said, "=Ya, itu").answers["cerita"].value


@pytest.mark.parametrize(
    "said",
    [
        ["tuncung", "dusunnya belum tahu"],
        ["maiwa", "tuncung, dusunnya belum tahu"],
        ["maiwa", "tuncung dekat masjid raya"],
        ["maiwa", "boiya, dekat masjid raya"],
        ["tuncung", "paraja, deket masjid"],
        ["tuncung", "dusun mata air"],
        ["tuncung", "dusun kampung baru"],
    ],
)
def test_what_tells_the_way_or_a_name_is_no_story(catalog: Catalog, said: list[str]) -> None:
    state = _after(catalog, *said)
    assert _story(state) is None
    assert "patokan" not in state.answers  # where in the desa it is wrong was not told yet
    assert ("juga" in state.answers) is ("masjid" in said[-1])


@pytest.mark.parametrize(
    ("said", "then"),
    [
        (["tuncung", "dibangun jembatan beton"], ["paraja", "jembatan putus kena banjir"]),
        (["maiwa", "dibangun jembatan beton"], ["tuncung", "paraja", "jembatan putus kena banjir"]),
        (["tuncung, dibangun jembatan beton"], ["paraja", "jembatan putus kena banjir"]),
    ],
)
def test_a_wish_told_where_a_place_is_asked_for_is_the_wish(catalog: Catalog, said: list[str], then: list[str]) -> None:
    state = _after(catalog, *said)
    assert "confirm" not in state.pending
    assert "harapan" not in state.answers
    state = _after(catalog, *said, *then)
    assert {"text": "dibangun jembatan beton"} == state.answers["harapan"].value


@pytest.mark.parametrize("known", ["boiya", "batu mila"])
def test_a_dusun_of_yet_another_desa_than_the_one_named_is_asked_about(catalog: Catalog, known: str) -> None:
    state = _after(catalog, known, "desa tuncung dusun buntu lamba")
    assert state.answers["desa"].value["name"].lower() == known
    there = _after(catalog, known, "desa tuncung dusun buntu lamba", "=Buntu Lamba")
    assert {"desa": "Bonto", "dusun": "Buntu Lamba"} == {
        key: there.answers[key].value["name"] for key in ("desa", "dusun")
    }
    named = _after(catalog, known, "desa tuncung dusun buntu lamba", "=Desa Tuncung")
    assert "Tuncung" == named.answers["desa"].value["name"]
    assert "dusun" not in named.answers


_LONG = "nak saya ini petani dari potok ullin dusun buntu lamba yang mau saya bilang itu saluran air sawah jebol"


def test_a_desa_named_before_a_dusun_of_elsewhere_is_asked_about_in_a_long_story_too(catalog: Catalog) -> None:
    state = _after(catalog, _LONG)
    assert "desa" not in state.answers
    state = _after(catalog, _LONG, "=Desa Potok Ullin")
    assert state.answers["desa"].value["name"] == "Potok Ullin"
    assert _story(state)["text"] == _LONG


@pytest.mark.parametrize("said", ["bukan malua nak potok ullin buntu batu", "bukan, potok ullin buntu batu"])
def test_another_place_instead_of_a_yes_leaves_the_story_what_it_was(catalog: Catalog, said: str) -> None:
    told = "saya petani dari desa bonto malua, saluran air sawah jebol 35 keluarga tidak bisa menanam"
    state = _after(catalog, told, said)
    assert state.answers["desa"].value["name"] == "Potok Ullin"
    assert _story(state)["text"] == told


def test_both_levels_of_the_place_may_follow_before_the_yes(catalog: Catalog) -> None:
    told = "jalan tani dusun saya rusak mau diperbaiki"
    state = _after(catalog, told, "Baraka", "Salukanan")
    assert state.answers["desa"].value["name"] == "Salukanan"
    assert _story(state)["text"] == told


@pytest.mark.parametrize(
    ("said", "story"),
    [
        ("ajukan perbaikan drainase Salodua", "ajukan perbaikan drainase Salodua"),
        ("ajukan jalan tani Salodua", "ajukan jalan tani Salodua"),
    ],
)
def test_what_is_proposed_beside_a_place_is_the_story(catalog: Catalog, said: str, story: str) -> None:
    flow, world = catalog.flows["usulan"], catalog.world
    state = advance(flow, begin(flow, "d1", world).state, Typed(said, 1), world).state
    assert state.answers["desa"].value["name"] == "Salodua"
    assert state.pending["first"]["answers"]["cerita"]["value"] == {"text": story}


@pytest.mark.parametrize("said", ["saya ajukan perbaikan drainase di Tuncung", "saya ajukan drainase, Tuncung"])
def test_a_bare_place_in_what_is_proposed_first_is_not_asked_again(catalog: Catalog, said: str) -> None:
    flow, world = catalog.flows["usulan"], catalog.world
    step = begin(flow, "d1", world)
    told = hear_first(flow, step.state, [Typed(said, 1)], world, alone=True)
    state = advance(flow, told, Pressed("d1", FIRST, "~ya_cerita"), world).state
    assert state.answers["desa"].value["name"] == "Tuncung"
    assert state.answers["cerita"].value == {"text": said}
