"""The next of several things that were told in one usulan: its own words are its story, and it gets its own number."""

from dataclasses import replace
from typing import Any

from bot.core.flow.scene import FIRST
from bot.core.forms.heard import Pressed, Typed
from bot.core.records import WITHDRAWN, Usulan
from bot.store.usulan import usulan as stored
from bot.work import conversation
from bot.work.access import command, may_act
from bot.work.usulan import several, titip
from bot.work.usulan.usulan import FORM, JOURNEY
from bot.work.visit import Visit


async def begin(visit: Visit, origin: int, at: int) -> None:
    """*Sampaikan yang ini*; nothing where a draft is open, or where the first does not tell it any more."""
    found = await _brought(visit, origin)
    parts = several.parts_in(visit.office, found.answers) if found is not None else ()
    if not 0 < at < len(parts):
        visit.stale()
    elif {FORM, titip.FORM} & set(visit.conversations):
        visit.toast("usulan_berikut_nanti")
    elif found is not None:
        _start(visit, found, at, parts[at])


def _start(visit: Visit, first: Usulan, at: int, words: str) -> None:
    """The button above it says these words: pressing it is the yes to them. What was written down for somebody goes on
    as such, at the place of the first."""
    spoken = Typed(words, visit.turn.message or visit.turn.update_id)
    yes = Pressed(conversation.draft_id(visit.turn.update_id), FIRST, "~ya_cerita")
    about = {several.ABOUT: [first.id, at]}
    if not _is_for_somebody(visit, first):
        conversation.start(visit, JOURNEY, about=about, offered=visit.me.place, spoken=[spoken], heard=yes)
        return
    place: dict[str, Any] = {key: first.answers[key] for key in ("kecamatan", "desa", "dusun") if key in first.answers}
    world = replace(visit.office.world(visit.now), needless=titip.needless_in(about))
    conversation.start(visit, titip.JOURNEY, about=about, offered=place, spoken=[spoken], heard=yes, world=world)


async def _brought(visit: Visit, usulan_id: int) -> Usulan | None:
    """Their own, or what they wrote down for somebody who has not taken it over."""
    async with visit.ask() as connection:
        is_own = await stored.is_of(connection, visit.me.id, usulan_id)
        found = await stored.by_id(connection, usulan_id)
    if found is None or found.status == WITHDRAWN or not (is_own or _is_for_somebody(visit, found)):
        return None
    return found


def _is_for_somebody(visit: Visit, one: Usulan) -> bool:
    writes = may_act(command(titip.FORM), visit.grants, one.desa)
    return one.person_id is None and one.typed_by == visit.me.id and writes
