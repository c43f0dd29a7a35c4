"""The next of several things that were told in one usulan: its own words are its story, and it gets its own number."""

from collections.abc import Sequence
from typing import Any

from bot.core.flow.scene import FIRST
from bot.core.forms.heard import Pressed, Sent, Typed
from bot.core.forms.writing import begun_with, key_of
from bot.core.records import WITHDRAWN, Usulan
from bot.store.people import conversations
from bot.store.usulan import events
from bot.store.usulan import usulan as stored
from bot.work import conversation
from bot.work.access import command, may_act
from bot.work.usulan import several
from bot.work.usulan.usulan import FORM, JOURNEY
from bot.work.usulan.voices import titip
from bot.work.visit import Visit

_OFFER, _NUMBERS = "m:berikut:", 3
_LONGEST, _TELLING = 12, 4  # words; letters


async def begin(visit: Visit, origin: int, at: int) -> None:
    """*Sampaikan yang ini*; nothing where a draft is open, or where the first does not tell it any more."""
    found = await _brought(visit, origin)
    parts = await _parts(visit, found)
    if not 0 < at < len(parts):
        visit.stale()
    elif {FORM, titip.FORM} & set(visit.conversations):
        visit.toast("usulan_berikut_nanti")
    elif found is not None:
        _start(visit, found, at, parts[at])


async def refuse(visit: Visit, origin: int, at: int) -> None:
    """*Yang ini tidak usah*."""
    if await _brought(visit, origin) is None:
        visit.stale()
    elif not await several.go_on(visit, origin, at):
        visit.say("usulan_berikut_habis")


async def take(visit: Visit, heard: Typed | Sent) -> bool:
    """ "Itu tidak usah, lanjut posyandu", of the part that is offered, or that was just begun: the one that is named
    comes, else the next."""
    words = visit.office.catalog.world.next_things
    said = key_of(heard.text) if isinstance(heard, Typed) else ""
    refused = begun_with(said, words["tidak"]) if words else ""
    goes_on = refused or (words and begun_with(said, words["lanjut"]))
    if not goes_on or not 1 < len(said.split()) <= _LONGEST:
        return False
    draft = visit.conversations.get(FORM)
    offered = await _offered(visit) if draft is None else draft.state.get("about", {}).get(several.ABOUT)
    if offered is None or (draft is not None and not refused):
        return False
    origin, at = offered
    named = await _named(visit, origin, at, said[len(goes_on) :])
    if draft is None and not refused and not named:
        return False
    if draft is not None:
        conversations.end(visit.turn, FORM)
    if named:
        if refused:
            events.note(visit.turn, origin, events.PART, ke=at)
        await begin(visit, origin, named)
    else:
        await refuse(visit, origin, at)
    return True


async def _offered(visit: Visit) -> tuple[int, int] | None:
    keys = (data for letter in await visit.letters() for _, data in letter.keys if data.startswith(_OFFER))
    data = next(keys, "").split(":")
    return (int(data[2]), int(data[3])) if len(data) > _NUMBERS else None


async def _named(visit: Visit, origin: int, at: int, said: str) -> int:
    """Which other part has a word of these; 0 where none has."""
    parts = await _parts(visit, await _brought(visit, origin))
    words = [word for word in said.split() if len(word) >= _TELLING]
    others = (one for one in range(1, len(parts)) if one != at)
    return next((one for one in others if any(word in key_of(parts[one]).split() for word in words)), 0)


async def _parts(visit: Visit, one: Usulan | None) -> Sequence[str]:
    if one is None:
        return ()
    return several.parts_in(visit.office, one.answers, await visit.ask_once(events.listed_in, one.id))


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
    world = visit.office.world(visit.now).but(needless=titip.needless_in(about))
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
