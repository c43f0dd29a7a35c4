"""Whoever came with nothing but a question before the yes: no usulan is begun by it, and what was left unanswered goes
to the facilitator with the yes."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from bot.core.forms.heard import Typed
from bot.core.listening.shapes import Acts
from bot.core.usulan.said_to_office import heard_in
from bot.store.people import waiting
from bot.work.answering import unasked
from bot.work.answering.acts import ON_THE_WAY, QUESTION
from bot.work.answering.answers import answer
from bot.work.answering.questions import ask_where
from bot.work.answering.unasked import ANYTHING, BEGIN, NO
from bot.work.people import consent
from bot.work.visit import Visit

_BEGINS, _BEGUN = "m:", ("/mulai", "/usulan")  # data of a button; commands
_HERE = "di_sini_tempatnya"  # "ini tempat lapor irigasi?" is answered by how it begins
_LATELY = 7 * 24 * 3600.0  # seconds before the yes


async def only_asked(visit: Visit) -> bool:
    """Whether whoever agrees came with nothing but a question of its own: nobody's usulan is begun by that. Who pressed
    a button, or typed a command, that begins one wants it."""
    before = await _before(visit)
    if any(_pressed(one).startswith(_BEGINS) or _typed(one).text.startswith(_BEGUN) for one in before):
        return False
    if any((said := heard_in(visit.office.catalog.world, _typed(one).text)) and said[0] == _HERE for one in before):
        return False
    does = {act.name for acts in map(partial(_then, visit, before), before) for act in acts.done or acts.maybe[:1]}
    return BEGIN not in does and any(name.startswith(QUESTION) and name not in ON_THE_WAY for name in does)


async def go_on_asking(visit: Visit) -> None:
    if not await hand_on_unanswered(visit):
        visit.say("izin_bertanya", unasked.begin_button(visit))


async def hand_on_unanswered(visit: Visit) -> bool:
    """The last that was left unanswered until the yes."""
    before = await _before(visit)
    heard = ((_typed(one), _then(visit, before, one)) for one in before)
    left = [one.text for one, acts in heard if _is_open(visit, one, acts)]
    return bool(left) and (await ask_where(visit, left[-1]) or await answer(visit, ANYTHING, left[-1]))


def _is_open(visit: Visit, heard: Typed, acts: Acts) -> bool:
    if heard_in(visit.office.catalog.world, heard.text) is not None:
        return False  # "jadi siapa yg tau itu sy?" was answered
    return any(act.name == ANYTHING for act in acts.done) or unasked.unclear(visit, heard, acts) == ANYTHING


async def _before(visit: Visit) -> Sequence[Mapping[str, Any]]:
    """Nothing said before a no counts."""
    begins = visit.turn.real - _LATELY
    found = await visit.look_up(waiting.said_since, begins, visit.turn.lane, visit.turn.update_id)
    noes = (at for at, one in enumerate(found, 1) if _pressed(one) == consent.REFUSED or _does(visit, one) == [NO])
    return found[max(noes, default=0) :]


def _does(visit: Visit, one: Mapping[str, Any]) -> list[str]:
    return [act.name for act in visit.acts(_typed(one).text, "consent").done] if _typed(one).text else []


def _then(visit: Visit, before: Sequence[Mapping[str, Any]], one: Mapping[str, Any]) -> Acts:
    """What they did by it, as it was heard then: before the first of all nothing had been asked. A command does not."""
    text, ear = _typed(one).text, visit.office.catalog.world.ear
    if ear is None or not text or text.startswith("/"):
        return Acts()
    return (
        ear.hear(text, "consent") if one is before[0] else unasked.acts_of(visit, Typed(text, 0), "consent") or Acts()
    )


def _pressed(one: Mapping[str, Any]) -> str:
    return str(one.get("callback_query", {}).get("data", ""))


def _typed(one: Mapping[str, Any]) -> Typed:
    return Typed(str(one.get("message", {}).get("text", "")), 0)
