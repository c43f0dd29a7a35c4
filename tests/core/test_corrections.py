"""Answers corrected by editing a message, in the draft and after it was sent."""

from typing import Any

import pytest

from bot.catalog import Catalog
from bot.core.flow.interpreter import accepts, advance, begin, correct
from bot.core.forms.heard import FileRef, Sent, Typed
from tests.core.transcript import Conversation

SENT: dict[str, Any] = {
    "kecamatan": {"code": "73.16.03", "name": "Baraka"},
    "desa": {"code": "73.16.03.2005", "name": "Bontongan"},
    "dusun": {"name": "Talise", "listed": True},
    "cerita": {"text": "Jembatan gantung putus sejak banjir"},
    "harapan": {"text": "Jembatannya diganti"},
    "foto": [{"file_id": "a", "unique_id": "a"}],
}


def _correct(catalog: Catalog, key: str, text: str, values: dict[str, Any] | None = None) -> Any:
    heard = Typed(text, 7, edited=True)
    return correct(catalog.flows["usulan"], values or SENT, key, heard, catalog.world)


def test_a_sent_story_is_reread_by_the_same_rules(catalog: Catalog) -> None:
    told = _correct(catalog, "cerita", "  Jembatan gantung putus sejak dua bulan lalu ")
    assert {"text": "Jembatan gantung putus sejak dua bulan lalu"} == told.value
    assert told.say is None


def test_a_correction_that_cannot_be_read_is_explained_and_gives_no_value(catalog: Catalog) -> None:
    told = _correct(catalog, "cerita", "put")
    assert told.value is None
    text = catalog.message(told.say).text
    assert "Pembetulan <b>Ceritanya</b> belum bisa dipakai" in text
    assert "Paling sedikit 4 huruf" in text


@pytest.mark.parametrize(("key", "text"), [("kecamatan", "Maiwa"), ("desa", "Banti")])
def test_the_place_the_number_rests_on_is_not_changed_after_sending(catalog: Catalog, key: str, text: str) -> None:
    told = _correct(catalog, key, text)
    assert told.value is None
    assert "mesin.ralat_tempat" == told.say.sentence


def test_the_same_place_spelt_otherwise_is_no_change(catalog: Catalog) -> None:
    assert SENT["desa"] == _correct(catalog, "desa", "bontonggan").value


def test_the_dusun_may_be_corrected_after_sending(catalog: Catalog) -> None:
    assert {"name": "Sarassa", "listed": True} == _correct(catalog, "dusun", "sarassa").value


def test_a_dusun_nobody_listed_is_corrected_without_a_second_yes(catalog: Catalog) -> None:
    assert {"name": "Kampung Baru", "listed": False} == _correct(catalog, "dusun", "Kampung Baru").value


def test_one_of_several_sent_photos_is_not_exchanged(catalog: Catalog) -> None:
    heard = Sent("photo", 7, FileRef("b", "b"), edited=True)
    values = {**SENT, "foto": [*SENT["foto"], {"file_id": "c"}]}
    told = correct(catalog.flows["usulan"], values, "foto", heard, catalog.world)
    assert told.say is not None
    assert "mesin.ralat_foto" == told.say.sentence


def test_a_question_the_form_does_not_have_is_an_error(catalog: Catalog) -> None:
    with pytest.raises(KeyError):
        _correct(catalog, "hantu", "x")


def _filled(catalog: Catalog) -> Conversation:
    conversation = Conversation(catalog)
    conversation.start()
    for text in ("baraka", "bontongan", "talise", "Jembatan gantung putus sejak banjir", "Jembatannya diganti"):
        conversation.type(text)
    return conversation


def test_a_message_knows_the_question_it_answers(catalog: Catalog) -> None:
    state = _filled(catalog).state
    assert state is not None
    told = [accepts(catalog.flows["usulan"], state, message) for message in (101, 104, 999)]
    assert ["kecamatan", "cerita", None] == told


def test_a_refused_message_belongs_to_the_question_it_was_meant_for(catalog: Catalog) -> None:
    conversation = Conversation(catalog)
    conversation.start()
    conversation.type("xyzabc")
    assert conversation.state is not None
    assert "kecamatan" == accepts(catalog.flows["usulan"], conversation.state, 101)


def test_an_exchanged_photo_replaces_only_itself(catalog: Catalog) -> None:
    conversation = _filled(catalog)
    conversation.send("photo")
    conversation.send("photo")
    conversation.hear(Sent("photo", 107, FileRef("new", "new"), edited=True))
    assert ["file106", "new"] == [photo["file_id"] for photo in conversation.record()["foto"]]


def test_an_edit_that_changes_nothing_is_not_talked_about(catalog: Catalog) -> None:
    conversation = _filled(catalog)
    conversation.edit(104, "Jembatan gantung putus sejak banjir")
    assert [] == conversation.said


def test_an_edit_of_a_message_that_answered_nothing_changes_nothing(catalog: Catalog) -> None:
    conversation = _filled(catalog)
    before = conversation.state
    conversation.edit(999, "Sesuatu yang lain sama sekali")
    assert ([], before) == (conversation.said, conversation.state)


def test_the_words_under_a_photo_are_corrected_where_they_were_an_answer(catalog: Catalog) -> None:
    conversation = Conversation(catalog)
    conversation.start()
    for text in ("baraka", "bontongan", "talise"):
        conversation.type(text)
    conversation.send("photo", "Jembatan gantung putus sejak banjir")
    photo = FileRef("file104", "u104", 1000)
    conversation.hear(Sent("photo", 104, photo, caption="Jembatan gantung putus sejak kemarin", edited=True))
    assert "Jembatan gantung putus sejak kemarin" == conversation.record()["cerita"]["text"]


def test_a_moving_location_is_heard_once(versions: tuple[Catalog, Catalog]) -> None:
    catalog = versions[0]
    flow, world = catalog.flows["semua"], catalog.world
    state = begin(flow, "d", world).state
    for text in ("petani", "kopi", "maiwa", "boiya", "balajonga", "lewati", "Jalan licin sejak tahun lalu", "12"):
        state = advance(flow, state, Typed(text, 1), world).state
    state = advance(flow, state, Sent("location", 50, point=(-3.0, 119.0)), world).state
    moved = advance(flow, state, Sent("location", 50, point=(-4.0, 119.0), edited=True), world)
    assert (state, ()) == (moved.state, moved.say)
