"""What waits for a yes, a correction or a return keeps waiting, and nothing else is taken for it."""

from dataclasses import replace

from bot.catalog import Catalog
from bot.core.flow.interpreter import Answer, State, advance, begin
from bot.core.forms.heard import FileRef, Pressed, Sent, Typed
from bot.core.forms.say import Step

Versions = tuple[Catalog, Catalog]
PLACE = {"kecamatan": {"code": "73.16.01", "name": "Maiwa"}}
ALL_OF_IT = (
    "ibu-ibu",
    "maiwa",
    "boiya",
    "balajonga",
    "lewati",
    "Jalan licin sejak tahun lalu",
    "3",
    "lewati",
    "lewati",
)
PHOTO = Sent("photo", 50, FileRef("f", "u"))


def _follow(catalog: Catalog, *texts: str) -> Step:
    step = begin(catalog.flows["semua"], "d", catalog.world)
    for number, text in enumerate(texts, 1):
        step = _hear(catalog, step, Typed(text, number))
    return step


def _hear(catalog: Catalog, step: Step, heard: Typed | Pressed | Sent) -> Step:
    return advance(catalog.flows["semua"], step.state, heard, catalog.world)


def test_a_photo_does_not_end_a_change_begun_on_the_review_card(versions: Versions) -> None:
    step = _hear(versions[0], _follow(versions[0], *ALL_OF_IT, "ubah cerita"), PHOTO)
    step = _hear(versions[0], step, Typed("kembali", 60))
    assert "~tinjau" == step.say[0].question
    assert "Jalan licin sejak tahun lalu" == step.state.answers["cerita"].value["text"]


def test_a_photo_does_not_take_away_the_place_of_last_time(versions: Versions) -> None:
    catalog = versions[0]
    step = begin(catalog.flows["semua"], "d", catalog.world, PLACE)
    step = _hear(catalog, step, PHOTO)
    assert "~masih" == step.say[0].question
    assert "kecamatan" in _hear(catalog, step, Typed("ya", 51)).state.answers


def test_a_yes_is_not_taken_for_another_question_after_the_form_changed(versions: Versions) -> None:
    old, new = versions
    step = _follow(old, "yang lain", "maiwa", "boiya", "Kampung Baru")
    assert "confirm" in step.state.pending
    step = _hear(new, step, Typed("ya", 9))
    assert {"musim", "dusun"}.isdisjoint(step.state.answers)


def test_a_yes_after_batal_and_another_try_does_not_cancel(versions: Versions) -> None:
    assert _follow(versions[0], "ibu-ibu", "batal", "xyzabc", "ya").ended == "cancelled"  # it was asked again


def test_nothing_is_sent_by_what_is_said_while_it_is_asked_whether_to_stop(versions: Versions) -> None:
    """An answer to the question beneath goes on, and says so; where it would end the form it is asked again."""
    whole = versions[0].flows["semua"]
    flow = replace(whole, questions=whole.questions[:3], review=False)
    step = begin(flow, "d", versions[0].world)
    for number, text in enumerate(("batal", "ibu-ibu", "batal"), 1):
        step = advance(flow, step.state, Typed(text, number), versions[0].world)
        assert (text == "ibu-ibu") == ("kelompok" in step.state.answers and "cancel" not in step.state.pending)
    last = advance(flow, step.state, Typed("maiwa", 4), versions[0].world)
    assert (last.ended, last.state) == (None, step.state)
    assert advance(flow, last.state, Typed("tidak", 5), versions[0].world).ended is None


def test_a_typed_yes_on_the_review_card_sends(versions: Versions) -> None:
    assert "sent" == _follow(versions[0], *ALL_OF_IT, "ya").ended


def test_a_typed_no_on_the_review_card_asks_what_to_change(versions: Versions) -> None:
    assert "mesin.ubah_yang_mana" == _follow(versions[0], *ALL_OF_IT, "tidak").say[0].sentence


def test_while_the_kecamatan_is_changed_an_edit_of_the_dusun_changes_nothing(versions: Versions) -> None:
    changing = _follow(versions[0], *ALL_OF_IT, "ubah kecamatan")
    edited = _hear(versions[0], changing, Typed("Kampung Baru", 4, edited=True))
    assert (changing.state, ()) == (edited.state, edited.say)


def test_after_going_back_to_the_kecamatan_an_edit_of_the_desa_changes_nothing(versions: Versions) -> None:
    """As when a form was changed so that a question lies between them."""
    back = _follow(versions[0], "ibu-ibu", "maiwa", "boiya", "kembali", "kembali")
    edited = _hear(versions[0], back, Typed("Labuku", 3, edited=True))
    assert (back.state, ()) == (edited.state, edited.say)


def test_an_answer_ends_having_been_skipped_and_having_been_taken_away() -> None:
    state = State("f", "d", skipped=("nama",), before={"nama": Answer("lama")}).give("nama", Answer("baru"))
    assert ((), {}) == (state.skipped, state.before)
