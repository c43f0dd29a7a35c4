"""Consent: the one screen, its answers with the version of its words, and what was said before it."""

from dataclasses import replace
from typing import Any

from bot.store.database.ids import new_id
from bot.store.turn import Turn
from bot.work.office import Office
from bot.work.people import first_words
from bot.work.people.people import CONSENT_VERSION
from bot.work.saying import replies

YES, NO, TAKEN_BACK = "ya", "tidak", "ditarik"


def ask(turn: Turn, office: Office) -> None:
    """The consent screen."""
    replies.send(turn, _screen(turn, office), _buttons(office))


def _screen(turn: Turn, office: Office) -> str:
    name = turn.person.name if turn.person is not None else ""
    return office.catalog.text("izin", bappeda=office.bappeda, nama=name, sampai=_until(turn, office))


def _buttons(office: Office) -> dict[str, Any]:
    text = office.catalog.text
    more = [(text("tombol_selengkapnya"), "c:lengkap")]
    if office.recording is not None:
        more.insert(0, (text("tombol_dengarkan"), "c:dengar"))
    return replies.buttons([(text("tombol_setuju"), "c:setuju"), (text("tombol_tidak"), "c:tidak")], more)


def _until(turn: Turn, office: Office) -> str:
    """The year with whose end names and numbers go, by the office's own times."""
    return str(office.catalog.retention.last_year(turn.now, office.zone))


def explain(turn: Turn, office: Office) -> None:
    replies.say(turn, office, "izin_lengkap", bappeda=office.bappeda, sampai=_until(turn, office))


def play(turn: Turn, office: Office) -> None:
    """What the screen says, read aloud by somebody of the office."""
    if office.recording is None or turn.person is None:
        replies.toast(turn, office.catalog.text("tombol_lewat"))
        return
    voice = {"report": "recording", "args": {"path": str(office.recording)}}
    turn.send("sendVoice", {"chat_id": turn.lane, "voice": voice}, chat=turn.lane, person_id=turn.person.id)


def note(turn: Turn, answer: str, speaker_id: int | None = None) -> None:
    """A yes or no, with the version of the words it answers; only ever added to."""
    assert turn.person is not None
    turn.put(
        "consent",
        id=new_id(),
        person_id=turn.person.id,
        speaker_id=speaker_id,
        version=CONSENT_VERSION,
        at=turn.now,
        answer=answer,
    )


def agree(turn: Turn) -> None:
    """*Setuju*: from now on what the person says is read."""
    assert turn.person is not None
    turn.remember(replace(turn.person, consent_version=CONSENT_VERSION, consented_at=turn.now))
    note(turn, YES)


async def hear_before(turn: Turn, office: Office, album: str | None) -> None:
    """Somebody speaks before they were asked: it waits unread, and they are asked now. The parts of an album get one
    answer."""
    is_first = await first_words.keep(turn)
    slot = f"album:{turn.lane}:{album}" if album else None
    text = office.catalog.text("kata_berikutnya")
    if is_first or slot:
        name = turn.person.name if turn.person is not None else ""
        text = f"{office.catalog.text('kata_pertama', nama=name)}\n\n{_screen(turn, office)}"
    replies.send(turn, text, _buttons(office), slot=slot, delay=replies.ALBUM_WAIT if slot else 0.0)
