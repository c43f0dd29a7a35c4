"""*Jangan sebut nama saya*: who reads an usulan, and what is shown or printed of it, has "warga" in the place of the
name, and so has what was told. The office still knows whose it is, so that news finds them."""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from bot.core.forms.state import State
from bot.core.spelt import either
from bot.store.people import conversations
from bot.store.usulan import usulan as stored
from bot.work.visit import Visit

#: By this name a draft keeps the wish, until it is an usulan.
_ABOUT = "unnamed"
#: Forms that become an usulan.
_FORMS = ("usulan", "titip")
_SHORTEST = 3  # letters of a name that is no syllable


def in_draft(state: State) -> bool:
    return bool(state.about.get(_ABOUT))


def is_wished(visit: Visit, state: State) -> bool:
    """For this draft, or once for all."""
    return in_draft(state) or visit.me.unnamed


async def mark(visit: Visit, *, unnamed: bool) -> tuple[int, bool]:
    """All that is this person's, what they are in the middle of telling, and what they bring from now on. Returns how
    many usulan that are, and whether a draft is among it."""
    visit.turn.remember(replace(visit.me, unnamed=unnamed))
    async with visit.ask() as connection:
        count = await stored.set_unnamed(connection, visit.me.id, unnamed=unnamed)
        for one in await stored.of_person(connection, visit.me.id) if unnamed else ():
            told = without_name(visit, one.answers)
            if told != one.answers:
                await stored.correct(connection, one.id, told)
    open_ones = [draft for flow, draft in visit.conversations.items() if flow in _FORMS]
    for draft in open_ones:
        state = State.from_json(draft.state)
        state = replace(state, about={**state.about, _ABOUT: unnamed})
        state = _told_without_name(visit, state) if unnamed else state
        conversations.keep(visit.turn, replace(draft, state=state.to_json()))
    return count, bool(open_ones)


def _told_without_name(visit: Visit, state: State) -> State:
    told = without_name(visit, {key: answer.value for key, answer in state.answers.items()})
    answers = {key: replace(answer, value=told[key]) for key, answer in state.answers.items()}
    return replace(state, answers=answers)


def without_name(visit: Visit, answers: Mapping[str, Any]) -> dict[str, Any]:
    """The same, without their own name where what was told has it; "Ibu" and "Puang" are no names."""
    called = visit.office.catalog.world.addressing
    names = [word for word in re.findall(r"[^\W\d_]+", visit.me.name) if len(word) >= _SHORTEST]
    names = [name for name in names if name.lower() not in called]
    if not names:
        return dict(answers)
    pattern = re.compile(rf"\b(?:{either(names)})(?:\s+(?:{either(names)}))*\b", re.IGNORECASE)
    instead = visit.text("pengusul_tanpa_nama")
    return {key: _put(value, pattern, instead) for key, value in answers.items()}


def _put(value: Any, pattern: re.Pattern[str], instead: str) -> Any:
    is_told = isinstance(value, dict) and isinstance(value.get("text"), str)
    return {**value, "text": pattern.sub(instead, value["text"])} if is_told else value
