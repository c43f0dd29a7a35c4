"""The parts of a whole usulan: what is missing, Cukup, what is not known, and who reads it."""

from dataclasses import replace
from typing import Any

import pytest

from bot.catalog import Catalog
from bot.core.flow.interpreter import State, advance, ask_again
from bot.core.forms.heard import Pressed, Sent, Typed
from bot.core.forms.questions import Ask, Question, Refused, Took
from bot.core.forms.say import Step, Words
from bot.core.forms.state import Answer
from bot.core.forms.world import Reader, Readers
from bot.core.kinds import pembaca
from bot.core.usulan.missing import missing

PLACE: dict[str, Any] = {
    "kecamatan": {"code": "73.16.01", "name": "Maiwa"},
    "desa": {"code": "73.16.01.2002", "name": "Pattondon Salu"},
    "dusun": {"name": "Jambu", "listed": True},
    "cerita": {"text": "Mata air jauh, ambil air jalan kaki"},
    "harapan": {"text": "Pipa dari mata air"},
}
REST = ["foto", "kategori", "merasakan", "jumlah", "kurang_mampu", "lokasi", "patokan", "ukuran", "alasan", "sumbangan"]
RAHMAN, NURUL = Reader(1, "Rahman", "fasilitator_desa"), Reader(2, "Nurul", "fasilitator_kecamatan")
READERS = Readers((RAHMAN,), (NURUL,))


def _state(**more: Any) -> State:
    return State("usulan", "d", {key: Answer(value) for key, value in (PLACE | more).items()})


def _hear(catalog: Catalog, state: State, heard: Typed | Pressed | Sent, readers: Readers | None = None) -> Step:
    world = replace(catalog.world, readers=readers)
    return advance(catalog.flows["usulan"], State.from_json(state.to_json()), heard, world)


def _labels(step: Step) -> list[str]:
    rows = [button.label for say in step.say for row in say.buttons for button in row]
    return [label.name if isinstance(label, Words) else label for label in rows]


def test_after_place_story_and_hope_all_the_rest_is_missing(catalog: Catalog) -> None:
    assert REST == [question.key for question in missing(catalog.flows["usulan"], PLACE)]


def test_what_is_not_known_is_missing_and_what_was_told_is_not(catalog: Catalog) -> None:
    told = PLACE | {"jumlah": {"unknown": True}, "kurang_mampu": {"families": 19}}
    found = [question.key for question in missing(catalog.flows["usulan"], told)]
    assert [key for key in REST if key != "kurang_mampu"] == found


@pytest.mark.parametrize("heard", [Pressed("d", "kategori", "~cukup"), Typed("sudah cukup", 9)])
def test_cukup_leaves_out_all_that_is_left(catalog: Catalog, heard: Typed | Pressed) -> None:
    state = _hear(catalog, _state(), Typed("lewati", 8)).state
    step = _hear(catalog, state, heard)
    assert "~tinjau" == step.say[0].question
    assert ("foto", *REST[1:]) == step.state.skipped
    assert 9 == step.say[0].values["sisa"]


def test_after_cukup_one_answer_may_be_added_and_the_rest_stays_left_out(catalog: Catalog) -> None:
    state = _hear(catalog, _state(), Pressed("d", "foto", "~cukup")).state
    point = Sent("location", 9, point=(1.0, 2.0))
    assert "~tinjau" == _hear(catalog, state, point).say[0].question
    changed = _hear(catalog, _hear(catalog, state, Typed("ubah patokan", 10)).state, Typed("Masjid raya", 11))
    assert "Masjid raya" == changed.state.answers["patokan"].value["text"]
    assert "patokan" not in changed.state.enough


def test_cukup_is_not_offered_while_one_answer_is_changed(catalog: Catalog) -> None:
    state = _hear(catalog, _state(), Pressed("d", "foto", "~cukup")).state
    step = _hear(catalog, state, Typed("ubah patokan", 10))
    assert "tombol.cukup" not in _labels(step)
    assert "tombol.lewati" in _labels(step)


def test_the_button_cukup_of_an_earlier_question_does_nothing(catalog: Catalog) -> None:
    state = _hear(catalog, _state(), Typed("lewati", 8)).state
    assert state == _hear(catalog, state, Pressed("d", "foto", "~cukup")).state


def test_who_may_say_that_they_do_not_know_gets_no_button_to_skip(catalog: Catalog) -> None:
    step = _hear(catalog, _state(), Typed("lewati", 8))
    for _ in range(2):
        step = _hear(catalog, step.state, Typed("lewati", 8))
    assert ["Belum tahu", "tombol.cukup"] == _labels(step)[:2]
    assert "tombol.lewati" not in _labels(step)


def test_tidak_tahu_is_an_answer_where_it_is_offered_and_skips_elsewhere(catalog: Catalog) -> None:
    step = _hear(catalog, _state(), Typed("tidak tahu", 8))
    assert ("foto",) == step.state.skipped
    for _ in range(2):
        step = _hear(catalog, step.state, Typed("lewati", 8))
    step = _hear(catalog, step.state, Typed("tidak tahu", 9))
    assert {"unknown": True} == step.state.answers["jumlah"].value


def test_the_reader_is_asked_for_only_where_there_is_a_choice(catalog: Catalog) -> None:
    press = Pressed("d", "foto", "~cukup")
    asked = [
        _hear(catalog, _state(), press, readers).say[0].question
        for readers in (None, Readers(), Readers((RAHMAN,)), Readers((), (NURUL,)), READERS)
    ]
    assert ["~tinjau", "~tinjau", "~tinjau", "~tinjau", "pembaca"] == asked


def test_the_question_names_both_readers(catalog: Catalog) -> None:
    step = _hear(catalog, _state(), Pressed("d", "foto", "~cukup"), READERS)
    text = catalog.message(step.say[0]).text
    assert "<b>Rahman</b>" in text
    assert "<b>Nurul</b>" in text


def test_a_choice_stays_also_while_nobody_looks_the_readers_up(catalog: Catalog) -> None:
    state = _hear(catalog, _state(), Pressed("d", "foto", "~cukup"), READERS).state
    state = _hear(catalog, state, Pressed("d", "pembaca", "2"), READERS).state
    step = ask_again(catalog.flows["usulan"], state, catalog.world)
    lines = [line["isi"] for line in step.say[0].values["baris"]]
    assert "Nurul" == lines[-1]


def _ask(catalog: Catalog, readers: Readers) -> Ask:
    question = Question("pembaca", "pembaca", pembaca.Params("desa", "Baik", "Pilih yang lain"))
    return Ask(question, {}, replace(catalog.world, readers=readers))


def test_several_others_are_offered_by_name(catalog: Catalog) -> None:
    both = _ask(catalog, Readers((RAHMAN,), (NURUL, Reader(3, "Andi", "fasilitator_kecamatan"))))
    assert ["Baik", "Nurul", "Andi"] == [offer.label for offer in pembaca.offers(both)]
    assert Took({"reader": 3, "name": "Andi"}) == pembaca.read(both, Typed("andi", 1))


def test_nobody_who_is_not_offered_can_be_chosen(catalog: Catalog) -> None:
    assert isinstance(pembaca.read(_ask(catalog, READERS), Pressed("d", "pembaca", "77")), Refused)
