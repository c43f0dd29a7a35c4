"""What a hurried thumb does: nothing chosen and *Selesai*, a voice of a second; it costs nobody anything."""

from bot.core.forms.heard import FileRef, Pressed, Sent
from tests.core.transcript import DRAFT, Conversation
from tests.support.content import catalog_of
from tests.support.sentences import says

_STORY = "Jalan ke kebun licin kalau hujan, sudah tiga tahun."


def _at_story() -> Conversation:
    talk = Conversation(catalog_of())
    talk.start()
    for words in ("maiwa", "boiya", "balajonga"):
        talk.type(words)
    return talk


def _voice(seconds: int) -> Sent:
    return Sent("voice", 7, FileRef("f", "u", 900, "audio/ogg", seconds))


def test_a_voice_of_a_second_is_no_story_and_one_whose_length_nobody_told_is_taken() -> None:
    talk = _at_story()
    talk.hear(_voice(1))
    assert talk.state is not None
    assert "cerita" not in talk.state.answers
    assert any(line in says("mesin.suara_terlalu_singkat", detik=1) for line in talk.said)
    for seconds in (0, 12):
        other = _at_story()
        other.hear(_voice(seconds))
        assert other.state is not None
        assert "cerita" in other.state.answers


def test_of_a_choice_that_may_be_left_out_there_is_one_way_on_at_a_time() -> None:
    talk = _at_story()
    for words in (_STORY, "Dirabat sampai jembatan.", "lewati", "jalan"):
        talk.buttons = {}
        talk.type(words)
    assert {"Lewati", "Cukup"} <= talk.buttons.keys()
    assert "Selesai" not in talk.buttons
    talk.buttons = {}
    talk.hear(Pressed(DRAFT, "merasakan", "ibu"))
    assert "Selesai" in talk.buttons
    assert "Lewati" not in talk.buttons
    talk.hear(Pressed(DRAFT, "merasakan", "ibu"))
    talk.hear(Pressed(DRAFT, "merasakan", "~selesai"))  # an older message has the button still
    assert talk.state is not None
    assert "merasakan" in talk.state.skipped
    assert talk.toasts == []
