"""Who asked is told the answer where they asked, with the old words and the new ones; who answered is thanked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.core.records import Usulan
from bot.store.deciding.clarifications import Clarification
from bot.store.people import people
from bot.store.people.people import Addressee
from bot.store.queues import notices
from bot.store.queues.notices import CLARIFIED
from bot.store.reading import readings
from bot.work.access import button
from bot.work.saying.files import Kept, hand_on
from bot.work.saying.keyboard import keyboard
from bot.work.usulan import asked, reader_choice
from bot.work.visit import Visit


@dataclass(frozen=True, slots=True)
class Answer:
    """`changes`: as `difference` tells them; `words` where nothing changed, `locked` because the meeting has the
    usulan; `files`: (voice or photo, as an answer keeps it); `declined`: they do not want to say it."""

    changes: Sequence[Mapping[str, str]]
    words: str = ""
    locked: bool = False
    files: Sequence[tuple[str, Mapping[str, Any]]] = ()
    declined: bool = False


async def tell(visit: Visit, one: Clarification, found: Usulan, answer: Answer) -> None:
    number = visit.office.spoken_number(found)
    about: dict[str, Any] = {"nomor": number, "isi": asked.question(visit.office, one), "ubahan": answer.changes}
    words: dict[str, Any] = {"jawaban": answer.words, "terkunci": answer.locked, "tolak": answer.declined}
    asker = await _asker(visit, one, found)
    theirs = asker.name if asker is not None and asker.id != visit.me.id else ""
    visit.say("klarifikasi_dicatat", nama=visit.me.name, penanya=theirs, **about, **words)
    if asker is None:
        await _tell_readers(visit, one, found)
    elif asker.id != visit.me.id:
        text = visit.text("klarifikasi_jawaban", nama=asker.name, **about, **words)
        _tell_asker(visit, one, found, asker, text, answer.files)


async def _asker(visit: Visit, one: Clarification, found: Usulan) -> Addressee | None:
    """None when they read there no more."""
    async with visit.ask() as connection:
        asker = await people.named(connection, one.asked_by)
        if asker is None:
            return None
        who = await readings.sight_now(connection, asker.id, button("u").roles, visit.now)
        return asker if await readings.one(connection, who, found.id) is not None else None


async def _tell_readers(visit: Visit, one: Clarification, found: Usulan) -> None:
    """Whoever reads there now."""
    readers = await reader_choice.readers_of(visit, found.desa)
    for reader in readers.nearest:
        notices.tell(visit.turn, reader.id, CLARIFIED, str(one.id))


def _tell_asker(
    visit: Visit,
    one: Clarification,
    found: Usulan,
    asker: Addressee,
    text: str,
    files: Sequence[tuple[str, Mapping[str, Any]]],
) -> None:
    """Below the message under which they asked, with the way back to the usulan."""
    number = visit.office.spoken_number(found)
    more: dict[str, Any] = {
        "reply_markup": keyboard([(visit.text("tombol_baca", nomor=number), f"u:lihat:{found.id}")])
    }
    if one.asked_in is not None:
        more["reply_parameters"] = {"message_id": one.asked_in, "allow_sending_without_reply": True}
    visit.tell(asker.address, asker.id, text, more=more)
    for what, file in files:
        hand_on(visit, Kept(what, file["file_id"]), asker.address, asker.id)
