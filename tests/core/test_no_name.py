"""Where a dusun is asked for: what may be the name of one that is on no list, and where everything else goes."""

from typing import Any

import pytest

from bot.catalog import Catalog
from bot.core.flow.interpreter import advance, ask_again, begin
from bot.core.forms.heard import Pressed, Typed
from bot.core.forms.say import Step, Words
from bot.core.understanding.where.told_places import found_in

DRAFT = "abc12345"


def _say(catalog: Catalog, *said: str) -> Step:
    """Typed, one after the other; "=the beginning of a label" presses it, "~" comes back after a pause."""
    flow = catalog.flows["usulan"]
    step = begin(flow, DRAFT, catalog.world)
    for number, text in enumerate(said, 1):
        if text == "~":
            step = ask_again(flow, step.state, catalog.world)
            continue
        heard = _press(catalog, step, text[1:]) if text.startswith("=") else Typed(text, number)
        step = advance(flow, step.state, heard, catalog.world)
    return step


def _press(catalog: Catalog, step: Step, label: str) -> Pressed:
    data = next(data for told, data in _buttons(catalog, step).items() if told.startswith(label))
    return Pressed(*data.split(":", 3)[1:])


def _buttons(catalog: Catalog, step: Step) -> dict[str, str]:
    return {catalog.label(one.label): one.data for say in step.say for row in say.buttons for one in row}


def _told(step: Step, key: str) -> Any:
    return step.state.answers[key].value if key in step.state.answers else None


def _is_offered(catalog: Catalog, step: Step) -> bool:
    return catalog.label(Words("tombol.pakai_nama")) in _buttons(catalog, step)


# --- an offer lives directly before a plain yes -----------------------------------------------------------------------


@pytest.mark.parametrize(
    "between",
    [
        ("tidak ada di situ",),
        ("assalamualaikum pak",),
        ("bantuan",),
        ("lanjut",),
        ("~",),
        ("apa itu musrenbang?",),
    ],
)
def test_a_yes_after_something_else_takes_no_offered_name(catalog: Catalog, between: tuple[str, ...]) -> None:
    assert _is_offered(catalog, _say(catalog, "leoran", "buntu paken"))
    assert _told(_say(catalog, "leoran", "buntu paken", *between, "ok"), "dusun") is None


@pytest.mark.parametrize("text", ["80 KK", "bapak ada disini, dia bilang boleh", "halo pak", "ya, 80 KK"])
def test_words_in_which_a_yes_may_be_heard_are_none(catalog: Catalog, text: str) -> None:
    assert _told(_say(catalog, "rante mario malua", "buntu paken", text), "dusun") is None


def test_a_count_beside_an_offered_name_is_counted(catalog: Catalog) -> None:
    step = _say(catalog, "cendana desa pundi lemo", "buntu paken", "80 KK")
    assert {"families": 80} == _told(step, "jumlah")


@pytest.mark.parametrize("text", ["iya", "iye itu mi pak", "memang begitu namanya", "ok", "=Pakai nama ini"])
def test_a_plain_yes_takes_the_name(catalog: Catalog, text: str) -> None:
    assert {"name": "buntu paken", "listed": False} == _told(_say(catalog, "leoran", "buntu paken", text), "dusun")


# --- what names no dusun ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "jembatan",
        "sumur bor satu",
        "jembatan gantung papannya lepas",
        "anak sekolah",
        "yg lewat 27 anak tiap hari",
        "15 rumah",
        "atapnya bocor",
        "sesuai surat",
        "dekat kantor desa",
        "di bawah masjid situ",
    ],
)
@pytest.mark.parametrize("before", [(), ("sumur kering sejak kemarau panjang", "=Ya, itu")])
def test_a_telling_is_never_offered_as_a_name(catalog: Catalog, before: tuple[str, ...], text: str) -> None:
    step = _say(catalog, "karrang cendana", *before, text)
    assert not _is_offered(catalog, step)
    assert _told(step, "dusun") is None


@pytest.mark.parametrize(
    "name", ["Buntu Paken", "Sumur Tua", "Batu Rea", "Pasar Lama", "Kampung Baru Sekali", "dusun Jembatan"]
)
def test_a_name_is_offered(catalog: Catalog, name: str) -> None:
    assert _is_offered(catalog, _say(catalog, "karrang cendana", name))


@pytest.mark.parametrize("text", ["jembatan gantung papannya lepas", "sumur bor satu"])
def test_before_the_story_it_is_asked_about_as_the_story(catalog: Catalog, text: str) -> None:
    step = _say(catalog, "karrang cendana", text, "=Ya, itu")
    assert text == _told(step, "cerita")["text"]


def test_after_the_story_work_waits_as_the_wish(catalog: Catalog) -> None:
    step = _say(catalog, "karrang cendana", "sumur kering sejak kemarau", "=Ya, itu", "sumur bor satu", "mallaga")
    assert ("Mallaga", "sumur bor satu") == (_told(step, "dusun")["name"], _told(step, "harapan")["text"])


def test_who_passes_by_is_no_wish(catalog: Catalog) -> None:
    said = ("sumur kering sejak kemarau", "=Ya, itu", "yg lewat 27 anak tiap hari", "mallaga")
    step = _say(catalog, "karrang cendana", *said)
    assert _told(step, "harapan") is None
    assert "yg lewat 27 anak tiap hari" in (_told(step, "juga") or {}).get("text", "") or _told(step, "jumlah")


def test_a_group_goes_where_groups_belong(catalog: Catalog) -> None:
    step = _say(catalog, "rante mario malua", "anak sekolah")
    assert ["anak"] == [one["value"] for one in _told(step, "merasakan")]


def test_what_names_a_place_and_tells_more_keeps_the_rest(catalog: Catalog) -> None:
    text = "sy sudirman, jalan tani di karrang rusak 800 meter 60 petani lewat"
    step = _say(catalog, "karrang cendana", "sumur kering sejak kemarau", "=Ya, itu", text, "iya")
    assert "Karrang" == _told(step, "dusun")["name"]
    assert text == _told(step, "juga")["text"]
    first = _say(catalog, "karrang cendana", text, "iya", "=Ya, itu")
    assert ("Karrang", text) == (_told(first, "dusun")["name"], _told(first, "cerita")["text"])


# --- a way out --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text", ["lewat", "lupa", "tidak tau", "belum tahu dusunnya", "cukup", "kirim mi", "nda kutau"]
)
def test_whoever_does_not_know_the_dusun_gets_past(catalog: Catalog, text: str) -> None:
    step = _say(catalog, "karrang cendana", text)
    assert "cerita" == step.say[-1].question
    assert "dusun" not in step.state.answers


def test_the_button_comes_after_a_try(catalog: Catalog) -> None:
    button = catalog.label(Words("tombol.belum_tahu"))
    assert button not in _buttons(catalog, _say(catalog, "karrang cendana"))
    for text in ("nda ada di situ dusunku", "buntu paken", "bantuan", "assalamualaikum"):
        assert button in _buttons(catalog, _say(catalog, "karrang cendana", text)), text
    step = _say(catalog, "karrang cendana", "nda ada di situ dusunku", f"={button}")
    assert "cerita" == step.say[-1].question


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("tidak tau dusunnya, di bawah masjid situ", "di bawah masjid"),
        ("dusun tdk tau namanya dekat kantor desa ji", "dekat kantor desa"),
        ("nda tau dusun apa, dekat pasar", "dekat pasar"),
    ],
)
def test_a_landmark_is_kept_instead(catalog: Catalog, text: str, near: str) -> None:
    step = _say(catalog, "tangru malua", text)
    assert "cerita" == step.say[-1].question
    assert {"text": near} == _told(step, "patokan")


def test_a_landmark_alone_is_kept_and_the_name_asked_again(catalog: Catalog) -> None:
    step = _say(catalog, "tangru malua", "dekat kantor desa")
    assert ("dusun", {"text": "dekat kantor desa"}) == (step.say[-1].question, _told(step, "patokan"))


# --- other words ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "kecamatan", "desa"),
    [
        ("di tangru malua posyandu bocor", "Malua", "Tangru"),
        ("air susah di karrang kecamatan cendana", "Cendana", "Karrang"),
        (
            "mauka usul sumur bor di karrang cendana karena air susah sekali 15 rumah ambil air di sungai",
            "Cendana",
            "Karrang",
        ),
        (
            "sumur kering sekali waktu kemarau warga ambil air jauh di karrang kecamatan cendana kasihan anak anak",
            "Cendana",
            "Karrang",
        ),
        (
            "saya ini lewa dari salukanan baraka mau ka minta itu saluran irigasi longsor mi dari dulu belum dibaiki",
            "Baraka",
            "Salukanan",
        ),
    ],
)
def test_a_desa_is_sure_in_a_story_where_a_dusun_bears_its_name(
    catalog: Catalog, text: str, kecamatan: str, desa: str
) -> None:
    found = found_in(text, catalog.world)
    assert found is not None
    assert found.sure
    assert (kecamatan, desa) == tuple(place["name"] for place in found.values.values())


@pytest.mark.parametrize("before", [(), ("maiwa",), ("karrang cendana",)])
@pytest.mark.parametrize("text", ["1", "8", "nomor 2"])
def test_a_number_picks_no_button_that_shows_none(catalog: Catalog, before: tuple[str, ...], text: str) -> None:
    asked, step = _say(catalog, *before), _say(catalog, *before, text)
    assert asked.say[-1].question == step.say[-1].question
    assert asked.state.answers.keys() == step.state.answers.keys()


@pytest.mark.parametrize("text", ["ibu ibu sama balita", "anak anak sama orang tua"])
def test_a_common_word_beside_people_is_no_place(catalog: Catalog, text: str) -> None:
    step = _say(catalog, text)
    assert not any(
        one.data.rpartition(":")[2].startswith("@") for say in step.say for row in say.buttons for one in row
    )


# --- a name that is on no list, and is not answered at once ----------------------------------------------------------

_STORY = "air bersih susah sekali pak, mata airnya kecil, ibu-ibu jalan 2 kilo tiap pagi ambil air"


@pytest.mark.parametrize("between", [(_STORY, "iye"), ("apa itu musrenbang?", "~"), ("~",)])
def test_a_name_that_waited_for_a_yes_is_offered_again_by_name(catalog: Catalog, between: tuple[str, ...]) -> None:
    step = _say(catalog, "maiwa, tuncung", "Salokaraja", *between)
    assert any(label.endswith("Salokaraja") for label in _buttons(catalog, step)), between
    pressed = advance(
        catalog.flows["usulan"], step.state, _press(catalog, step, "Pakai Dusun Salokaraja"), catalog.world
    )
    assert _told(pressed, "dusun") == {"name": "Salokaraja", "listed": False}


@pytest.mark.parametrize("no", ["tidak", "bukan", "kembali", "tidak ada di situ"])
def test_a_name_that_was_refused_is_not_offered_again(catalog: Catalog, no: str) -> None:
    step = _say(catalog, "maiwa, tuncung", "Salokaraja", no)
    assert not any("Salokaraja" in label for label in _buttons(catalog, step))


def test_a_name_that_was_never_taken_stands_beside_the_form(catalog: Catalog) -> None:
    step = _say(catalog, "maiwa, tuncung", "Salokaraja", _STORY, "iye", "belum tahu")
    assert "dusun" in step.state.skipped
    assert _told(step, "juga") == {"text": "Salokaraja"}
