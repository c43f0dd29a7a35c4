"""Which announcement an officer's sentence is about: what stands open, or was spoken of last, before any other."""

from collections.abc import Sequence
from datetime import timedelta

from bot.core.broadcasts.said import CORRECT, DROP, SEND, TIME, WORDS, Said
from bot.store.broadcasts import broadcasts
from bot.store.broadcasts.broadcasts import ASKED, DRAFT, RUNNING, SENT_STATES, WAITING, WITHDRAWN, Broadcast
from bot.store.queues import said as letters
from bot.work.broadcasts import meant, replanning
from bot.work.broadcasts.writing import preview, rewording
from bot.work.visit import Visit

_LOOKED_AT, _LATELY, _OUT_LATELY = 12, timedelta(days=2), timedelta(days=7)
SAMPLE, PLANNED, OUT, BACK = "sample", "planned", "out", "back"
CONTEXTS = {DRAFT: SAMPLE, ASKED: SAMPLE, WAITING: PLANNED, WITHDRAWN: BACK, **dict.fromkeys(SENT_STATES, OUT)}
#: Buttons of one that is not sent yet, a little above what was said last.
_SPOKEN_OF = ("a:kirim:", "a:ubah:", "a:contoh:")


async def those(visit: Visit, said: Said, text: str) -> list[Broadcast]:
    """The likeliest first."""
    counted = visit.conversations.get(preview.NUMBER)
    counting = counted.state["about"]["siaran"] if counted is not None else None
    opened = await replanning.numbered(visit, text) or counting or await meant.opened_one(visit)
    async with visit.look() as connection:
        own = await broadcasts.listed(connection, visit.me.id, (), _LOOKED_AT, 0)
        own = [one for one in own if one.state in CONTEXTS and one.author_id == visit.me.id]
    first = [one for one in own if one.id == opened]
    if said.act == TIME:
        unsent = [one for one in first if CONTEXTS[one.state] != OUT]
        found = replanning.which(visit, said, text, unsent, own)
        if found or not _puts_right(visit, text, is_open=bool(first)):
            return found
    if said.act == SEND and said.rest:
        return [one for one in own if meant.has_all(visit, one, said.rest.split())]
    if said.act == DROP:  # what does not stand there is left out of none
        return first + [one for one in own if one.id != opened and one.made_at > visit.now - _LATELY]
    if said.act in {TIME, WORDS, CORRECT}:
        return first + [one for one in _lately(visit, said, text, own) if one.id != opened]
    sends = said.act == SEND and said.number is not None
    return first or await _spoken_of(visit, own, sends=sends) or [one for one in own if one.state == RUNNING][:1]


def _puts_right(visit: Visit, text: str, *, is_open: bool) -> bool:
    """ "Siaran tadi salah jamnya 8.30"; of the one that stands opened also without its name."""
    ear = visit.office.catalog.ear
    return (is_open or rewording.names_announcement(visit, text)) and ear is not None and bool(ear.corrects(text))


def _lately(visit: Visit, said: Said, text: str, own: Sequence[Broadcast]) -> list[Broadcast]:
    """What is put right beside anything else is named, or denied, or called a ralat."""
    ear = visit.office.catalog.ear
    if said.act == CORRECT:
        found = [one for one in own if one.state in SENT_STATES and one.made_at > visit.now - _OUT_LATELY]
        return meant.named(visit, said.rest, found) or found
    is_meant = rewording.names_announcement(visit, text) or (ear is not None and bool(ear.denied(text)))
    return [one for one in own if is_meant and one.made_at > visit.now - _LATELY]


async def _spoken_of(visit: Visit, own: Sequence[Broadcast], *, sends: bool = False) -> list[Broadcast]:
    """By the news of it that stands there; else a little above. `sends`: what is out already is not sent."""
    shown = await meant.shown_ones(visit)
    if any(one.id in shown and not (sends and CONTEXTS[one.state] == OUT) for one in own):
        return [one for one in own if one.id in shown]
    letter = await visit.look_up(letters.carrying, visit.turn.lane, _SPOKEN_OF)
    data = {data for _, data in (letter.keys if letter else ()) if data.startswith(_SPOKEN_OF)}
    return [one for one in own if not data.isdisjoint(f"{front}{one.id}" for front in _SPOKEN_OF)]
