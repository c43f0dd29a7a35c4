"""Which announcement somebody speaks of: the one that is named by its words, or stands opened, or the only one."""

import re
from collections.abc import Sequence
from datetime import timedelta

from bot.core.forms.writing import key_of
from bot.store.broadcasts import broadcasts
from bot.store.broadcasts.broadcasts import DONE, PAUSED, RUNNING, STOPPED, WAITING, Broadcast
from bot.work.broadcasts.authors import beginning_of
from bot.work.saying.keyboard import Key
from bot.work.visit import Visit

#: Whoever names none means what left lately.
_LATELY = timedelta(hours=24)
_UNDER_WAY = (WAITING, RUNNING, PAUSED)
_OUT = (*_UNDER_WAY, DONE, STOPPED)
_LOOKED_AT = 12
_SHORTEST = 3  # letters of a word by which one is known
_OPENED = re.compile(r"a:(?!daftar|bahan|hasil)[a-z_]+:(\d+)(?::.*)?")  # lists bear pages; news offers its result


async def those_out(visit: Visit) -> list[Broadcast]:
    """What waits to be sent, is on its way or is out, of one's own; the newest first."""
    async with visit.ask() as connection:
        own = await broadcasts.listed(connection, visit.me.id, (), _LOOKED_AT, 0)
    return [one for one in own if one.state in _OUT]


async def found(visit: Visit, text: str, there: Sequence[Broadcast]) -> list[Broadcast]:
    """One where it is clear, several where it has to be asked which."""
    named = _named(_words(text) - visit.office.catalog.world.beside_halting, there)
    if named:
        return named
    if (opened := await opened_one(visit)) is not None and any(one.id == opened for one in there):
        return [one for one in there if one.id == opened]
    lately = [one for one in there if one.made_at > visit.now - _LATELY]
    return [one for one in lately if one.state in _UNDER_WAY] or lately


async def opened_one(visit: Visit) -> int | None:
    """That whose buttons stand under what was said last."""
    data = (data for letter in await visit.letters() for _, data in letter.keys)
    ids = {int(match[1]) for one in data if (match := _OPENED.fullmatch(one))}
    return ids.pop() if len(ids) == 1 else None


def _named(spoken: set[str], there: Sequence[Broadcast]) -> list[Broadcast]:
    """Those that share most with these words, but for what stands in all of them."""
    told = {one.id: _words(one.message.html) for one in there}
    common = set[str]().union(*told.values()) if len(told) < 2 else set[str].intersection(*told.values())
    shared = {one: len((spoken - common) & words) for one, words in told.items()}
    best = max(shared.values(), default=0)
    return [one for one in there if best and shared[one.id] == best]


def _words(text: str) -> set[str]:
    return {word for word in re.findall(r"[^\W\d_]+|\d+(?:[.:]\d+)?", key_of(text)) if len(word) >= _SHORTEST}


def keys(there: Sequence[Broadcast], verb: str) -> list[list[Key]]:
    """To ask which, each by its first words."""
    return [[(beginning_of(one), f"a:{verb}:{one.id}")] for one in there]
