"""What is told with nothing open, soon after an usulan was sent, may be more of that one: where it is asked whether it
is the story of another, one button and a few words ("bukan, tambahan untuk yang tadi") say so."""

from typing import Any

from bot.core.flow.correcting.numbers import become
from bot.core.flow.correcting.sent_corrections import denied_in
from bot.core.flow.rest import AHEAD
from bot.core.forms.heard import Heard, Sent, Typed
from bot.core.forms.state import State
from bot.core.forms.writing import begun_with, key_of
from bot.core.records import WITHDRAWN, Usulan
from bot.store.people import conversations
from bot.store.usulan import usulan as stored
from bot.work.answering import adding, topics
from bot.work.usulan import several
from bot.work.usulan.dangers import closed
from bot.work.usulan.usulan import FORM
from bot.work.visit import Visit

_LONGEST = 12  # words
_NO_WORDS = frozenset({"wilayah", "photos", "location"})  # kinds whose answer stands where it is, or is a file


async def about(visit: Visit, told: Heard) -> dict[str, Any]:
    """What a draft of these words keeps of the one that they may belong to."""
    newest = next(iter(await topics.lately(visit)), None) if isinstance(told, Typed) else None
    if newest is None or closed.is_delicate(visit.office, newest.answers):
        return {}
    return {several.SENT: [newest.id, visit.office.spoken_number(newest)]}


async def denied_by(visit: Visit, heard: Typed) -> list[Usulan]:
    """The last one that was sent, where the figure stands that these words deny, or that is another one now: its
    receipt promises that it is put right, and gives no day. Whatever else is told long after may be a new story."""
    ear, flow = visit.office.catalog.ear, visit.office.catalog.flows[FORM]
    becomes = become.may_be(visit.office.catalog.world, heard.text)
    if not becomes and (ear is None or not any(map(str.isdecimal, ear.denied(heard.text)))):
        return []
    world, newest = visit.office.world(visit.now), await visit.look_up(stored.of_person, visit.me.id, 1)
    puts_right = become.changes_in if becomes else denied_in
    return [one for one in newest if one.status != WITHDRAWN and puts_right(flow, one.answers, heard, world)]


async def take(visit: Visit, heard: Typed | Sent) -> bool:
    """ "Itu tambahan untuk yang tadi", of the story that is asked about."""
    if not _waits(visit) or not isinstance(heard, Typed) or len(heard.text.split()) > _LONGEST:
        return False
    world, said = visit.office.catalog.world, key_of(heard.text)
    said = said[len(begun_with(said, world.denying["bukan"])) :]
    lead = begun_with(said, world.added["di_depan"])
    left = said[len(lead) :]
    is_all = (world.added["tadi"] | world.nodding | world.oneself).issuperset(left.split())
    return bool(lead) and await _add(visit, "" if is_all else left)


async def add(visit: Visit, _usulan_id: int) -> None:
    """*Tambahan untuk …*"""
    if not await _add(visit, ""):
        visit.stale()


def _waits(visit: Visit) -> tuple[Any, int] | tuple[()]:
    """What is asked about, and the one that was sent before it; nothing where either is missing."""
    draft = visit.conversations.get(FORM)
    state = draft.state if draft is not None else {}
    first, (sent, _) = state.get("pending", {}).get("first"), state.get("about", {}).get(several.SENT, (0, ""))
    return (first, sent) if first and sent else ()


async def _add(visit: Visit, more: str) -> bool:
    """False where no such story waits, or where that one is no longer theirs."""
    first, sent = _waits(visit) or ({}, 0)
    one = next((one for one in await topics.lately(visit) if one.id == sent), None) if sent else None
    if one is None:
        return False
    told = (str(answer["value"].get("text", "")) for answer in first["answers"].values())
    beside = _told_since(visit)
    conversations.end(visit.turn, FORM)
    adding.put_beside(visit, one, "\n".join(filter(None, (*told, *beside, more))))
    return True


def _told_since(visit: Visit) -> list[str]:
    """What was told while it was asked about: as it was said, or as it was understood."""
    state = State.from_json(visit.conversations[FORM].state)
    flow, values = visit.office.catalog.flows[FORM], {key: answer.value for key, answer in state.answers.items()}
    asked = [one for one in flow.questions if one.key in values and one.kind not in _NO_WORDS]
    shown = [f"{one.title}: {visit.office.shown(FORM, one.key, values[one.key], values)}" for one in asked]
    return [*(words for words, _ in state.about.get(AHEAD, {}).values()), *shown]
