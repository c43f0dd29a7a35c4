"""What comes at a moment at which something else is asked: behind "no photo", a point, a voice, a word too short, a
bitter reason. None of it is lost."""

from typing import Any

import pytest

from bot.catalog import Catalog
from bot.core.flow.interpreter import State, advance
from bot.core.forms.heard import FileRef, Heard, Pressed, Sent, Typed
from bot.core.forms.say import Step
from bot.core.forms.state import Answer

PLACE: dict[str, Any] = {
    "kecamatan": {"code": "73.16.01", "name": "Maiwa"},
    "desa": {"code": "73.16.01.2003", "name": "Tuncung"},
    "dusun": {"name": "Paraja", "listed": True},
}
TOLD = PLACE | {"cerita": {"text": "Jalan ke kebun licin."}, "harapan": {"text": "Mohon dirabat."}}
POINT = {"lat": -3.5621, "lon": 119.7742}


def _at(catalog: Catalog, key: str, told: dict[str, Any] | None = None) -> State:
    """A form that stands at this question; what comes before it and was not told was passed over."""
    given = TOLD if told is None else told
    state, order = State("usulan", "d"), [question.key for question in catalog.flows["usulan"].questions]
    until = order[: order.index(key)] if key in order else order
    for one in until:
        state = state.give(one, Answer(given[one])) if one in given else state.skip(one)
    return state


def _hear(catalog: Catalog, state: State, *heard: Heard) -> Step:
    step = Step(state)
    for one in heard:
        step = advance(catalog.flows["usulan"], State.from_json(step.state.to_json()), one, catalog.world)
    return step


def _value(step: Step, key: str) -> Any:
    return step.state.answers[key].value if key in step.state.answers else None


def _voice(number: int) -> Sent:
    return Sent("voice", number, FileRef(f"f{number}", f"u{number}", seconds=9))


@pytest.mark.parametrize(
    ("at", "text", "key", "value"),
    [
        ("foto", "tidak ada foto. eh sbenarnya 80 KK ji yg kena", "jumlah", {"families": 80}),
        (
            "foto",
            "tidak bisa foto hp nya mama rusak. itu jembatan panjang 30 meter",
            "ukuran",
            {"sizes": [{"amount": "30", "unit": "m", "side": "p"}]},
        ),
        (
            "foto",
            "tdk ada foto. sudah 2 thn begini jalannya, ibu hamil takut lewat",
            "juga",
            {"text": "sudah 2 thn begini jalannya, ibu hamil takut lewat"},
        ),
        ("kurang_mampu", "tidak hafal. sekitar separuhnya", "juga", {"text": "sekitar separuhnya"}),
        ("foto", "nanti sy kirim fotonya. jembatannya juga goyang", "juga", {"text": "jembatannya juga goyang"}),
    ],
)
def test_what_is_told_behind_a_way_on_is_kept(catalog: Catalog, at: str, text: str, key: str, value: Any) -> None:
    step = _hear(catalog, _at(catalog, at), Typed(text, 7))
    assert _value(step, key) == value
    assert at in step.state.skipped or _value(step, at) == {"unknown": True}
    assert step.say[0].lead is not None


@pytest.mark.parametrize(
    "text", ["tidak ada foto. makasih pak", "tidak ada foto", "lewati. terima kasih banyak ya pak"]
)
def test_a_courtesy_behind_it_is_none(catalog: Catalog, text: str) -> None:
    assert _value(_hear(catalog, _at(catalog, "foto"), Typed(text, 7)), "juga") is None


@pytest.mark.parametrize("at", ["kecamatan", "dusun", "cerita", "foto", "jumlah", "alasan", "~tinjau"])
def test_a_point_is_taken_whenever_it_comes_and_a_later_one_puts_it_right(catalog: Catalog, at: str) -> None:
    first, later = (Sent("location", number, point=(POINT["lat"], POINT["lon"] + number)) for number in (0, 1))
    step = _hear(catalog, _at(catalog, at), first)
    assert _value(step, "lokasi") == POINT
    assert step.say[0].lead is not None
    assert _value(_hear(catalog, step.state, later), "lokasi") == POINT | {"lon": POINT["lon"] + 1}


def test_a_second_voice_waits_for_the_next_question_that_takes_one(catalog: Catalog) -> None:
    step = _hear(catalog, _at(catalog, "kecamatan"), _voice(7), _voice(8))
    assert step.state.before["harapan"].value["voice"]["file_id"] == "f8"
    assert step.say[0].lead is not None
    assert step.say[0].lead.name == "mesin.suara_menunggu"


_USE = Pressed("d", "harapan", "~pakai")


@pytest.mark.parametrize(
    ("at", "said", "besides"),
    [
        ("jumlah", (_voice(8), Typed("cukup", 9)), ["f8"]),
        ("~tinjau", (_voice(8),), ["f8"]),
        ("jumlah", (_voice(8), _voice(9), _voice(10)), ["f8", "f9", "f10"]),
        ("harapan", (_voice(8),), []),
        ("cerita", (_voice(7), _voice(8), _voice(9)), ["f9"]),
    ],
)
def test_a_voice_that_answers_nothing_is_kept_as_it_is_and_answers_nothing_unasked(
    catalog: Catalog, at: str, said: tuple[Heard, ...], besides: list[str]
) -> None:
    step = _hear(catalog, _at(catalog, at), *said)
    assert [voice["file_id"] for voice in (_value(step, "juga") or {}).get("voices", [])] == besides
    assert _value(step, "alasan") is None


@pytest.mark.parametrize(("then", "wish", "besides"), [(_USE, "f8", []), (_voice(10), "f10", ["f8"])])
def test_a_voice_that_waits_answers_where_it_is_chosen_and_is_kept_where_another_is_told(
    catalog: Catalog, then: Heard, wish: str, besides: list[str]
) -> None:
    told = (_voice(7), _voice(8), Pressed("d", "~pertama", "~ya_cerita"), Typed("Paraja, Tuncung, Maiwa", 9))
    step = _hear(catalog, _at(catalog, "kecamatan"), *told, then)
    assert _value(step, "harapan")["voice"]["file_id"] == wish
    assert [voice["file_id"] for voice in (_value(step, "juga") or {}).get("voices", [])] == besides


def test_what_was_said_besides_is_opened_to_be_changed_and_not_wiped(catalog: Catalog) -> None:
    state = _at(catalog, "~tinjau", TOLD | {"juga": {"text": "Tahun lalu ditolak."}})
    opened = _hear(catalog, state, Pressed("d", "~tinjau", "~ubah.juga"))
    assert opened.say[0].question == "juga"
    assert _value(_hear(catalog, opened.state, Pressed("d", "juga", "~kembali")), "juga") == {
        "text": "Tahun lalu ditolak."
    }
    changed = _hear(catalog, opened.state, Typed("Sudah pernah minta ke desa juga.", 9))
    assert _value(changed, "juga") == {"text": "Sudah pernah minta ke desa juga."}
    assert _value(_hear(catalog, opened.state, Pressed("d", "juga", "~lewati")), "juga") is None


@pytest.mark.parametrize(
    ("then", "story"), [("mampet", "got mampet"), ("got depan pasar mampet", "got depan pasar mampet")]
)
def test_a_word_too_short_begins_the_story(catalog: Catalog, then: str, story: str) -> None:
    step = _hear(catalog, _at(catalog, "cerita", PLACE), Typed("got", 7), Typed(then, 8))
    assert _value(step, "cerita") == {"text": story}


def test_beside_a_whole_sentence_it_stands_beside_the_story(catalog: Catalog) -> None:
    step = _hear(catalog, _at(catalog, "cerita", PLACE), Typed("got", 7), Typed("kalau hujan pasar selalu banjir", 8))
    assert _value(step, "cerita") == {"text": "kalau hujan pasar selalu banjir"}
    assert _value(step, "juga") == {"text": "got"}


def test_a_bitter_reason_is_a_reason_and_an_insult_is_none(catalog: Catalog) -> None:
    text = "karena tiap tahun janji terus. rakyat kecil nda pernah didengar"
    assert _value(_hear(catalog, _at(catalog, "alasan"), Typed(text, 7)), "alasan") == {"text": text}
    assert _value(_hear(catalog, _at(catalog, "alasan"), Typed("kau bot bodoh sekali!", 7)), "alasan") is None


def test_who_says_no_more_than_that_they_do_not_hear_is_not_angry(catalog: Catalog) -> None:
    step = _hear(catalog, _at(catalog, "harapan"), Typed("tuli", 7))
    assert [wish.act for wish in step.wishes] == ["tulis_saja"]
    assert _value(step, "harapan") is None


def test_a_landmark_beside_a_name_that_is_on_no_list_is_kept(catalog: Catalog) -> None:
    text = "di belakang masjid raya, dusun buntu tallu"
    asked = _hear(catalog, _at(catalog, "dusun"), Typed(text, 7))
    step = _hear(catalog, asked.state, Pressed("d", "dusun", "~ya"))
    assert _value(step, "dusun") == {"name": "buntu tallu", "listed": False}
    assert _value(step, "patokan") == {"text": "di belakang masjid raya"}


@pytest.mark.parametrize(
    "text",
    ["skrg tinggal di makassar tapi ini usulan utk kampungku di kec curio", "ini usulan utk kampungku di kec curio"],
)
def test_a_place_that_is_told_and_not_asked_about_is_the_answer(catalog: Catalog, text: str) -> None:
    step = _hear(catalog, _at(catalog, "kecamatan"), Typed(text, 7))
    assert _value(step, "kecamatan") == {"code": "73.16.08", "name": "Curio"}
