"""The usulan that somebody is about to change: one, or all that they ticked (0). A button carries how often the usulan
had been moved when it was shown, so that nobody overwrites what somebody else did meanwhile."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from zlib import crc32

from bot.core.deciding.states import JOINED, State, common
from bot.core.records import Usulan
from bot.store.deciding import moves, ticks
from bot.store.people import people
from bot.store.reading import readings
from bot.store.usulan import usulan
from bot.work.access import button
from bot.work.reading.lists import sight_of
from bot.work.saying.keyboard import press
from bot.work.usulan import outcomes, standing
from bot.work.usulan.usulan import with_year
from bot.work.visit import Visit

TICKED = 0
_MANY = 1_000_000
_NAMED = 40  # of as many as may have been ticked


@dataclass(frozen=True, slots=True)
class Chosen:
    """`seen`: by usulan, how often it had been moved when it was looked at. `now`: where each stands. `names`:
    the number of each, with its year where another season has the same one."""

    which: int
    found: Sequence[Usulan]
    seen: Mapping[int, int]
    now: Mapping[int, str | None]
    names: Mapping[int, str]

    @property
    def version(self) -> int:
        """What buttons carry beside the usulan; of ticks, which ones they are: those of another preview are no more."""
        return self.seen[self.which] if self.which else crc32(repr(sorted(self.seen.items())).encode()) % _MANY

    def press(self, verb: str, *parts: str) -> str:
        return press("u", verb, self.which, self.version, *parts)


async def chosen(visit: Visit, which: int) -> Chosen | None:
    """Those of them that this person may read; None when there is none left."""
    async with visit.ask() as connection:
        ticked = await ticks.of(connection, visit.me.id) if which == TICKED else {}
        read = [await readings.one(connection, sight_of(visit, button("u")), one) for one in sorted(ticked) or [which]]
        found = [one for one in read if one is not None]
        now = await moves.standing(connection, [one.id for one in found])
        same = {one.id: await usulan.of(connection, one.kecamatan, one.serial) for one in found}
    seen = {one: ticked.get(one, moved) for one, (_, moved) in now.items()}
    names = {one.id: visit.office.spoken_number(one) for one in found}
    names |= {one.id: with_year(names[one.id], one.year) for one in found if len(same[one.id]) > 1}
    return Chosen(which, found, seen, {one: state for one, (state, _) in now.items()}, names) if found else None


def offered(visit: Visit, all_of: Chosen) -> list[State]:
    """What this person may say of all of them."""
    states, each = visit.office.catalog.states, []
    for one in all_of.found:
        roles = [grant.role for grant in visit.grants if grant.covers(one.desa)]
        each.append(states.after(all_of.now[one.id], standing.track_of(visit.office, one.desa), roles))
    return [one for one in common(each) if one.key != JOINED or len(all_of.found) == 1]


def tracks(visit: Visit, all_of: Chosen) -> set[str]:
    return set(outcomes.tracks_in(visit.office, all_of.found).values())


def told(all_of: Chosen) -> dict[str, Any]:
    """How they are called: by number, or by how many they are."""
    names = [all_of.names[one.id] for one in all_of.found]
    return {"jumlah": len(names), "nomor": names[0], "semua": ", ".join(names[:_NAMED])}


async def still(visit: Visit, which: int, seen: int, state: str) -> tuple[Chosen, State] | None:
    """What a button is about, while this person may say so of it, and nobody else was first."""
    all_of = await chosen(visit, which)
    if all_of is None or (all_of.version != seen and which == TICKED):
        visit.stale()
    elif all_of.version != seen:
        await say_overtaken(visit, [which])
    elif found := next((one for one in offered(visit, all_of) if one.key == state), None):
        return all_of, found
    else:
        visit.stale()
    return None


async def say_overtaken(visit: Visit, which: Sequence[int]) -> None:
    """Somebody else has moved these; what they said stands."""
    async with visit.ask() as connection:
        newest = await moves.newest_of(connection, which)
        names = await people.names(connection, [move.by for move in newest.values()])
        read = [await readings.one(connection, sight_of(visit, button("u")), one) for one in which]
    lines = []
    for one in (found for found in read if found is not None):
        move, track = newest.get(one.id), standing.track_of(visit.office, one.desa)
        state = standing.name(visit.office, move.state if move else None, track)
        who = names.get(move.by or 0, "") if move else ""
        lines.append({"nomor": visit.office.spoken_number(one), "nama": state, "oleh": who})
    if lines:
        visit.say("keadaan_didahului", lain=lines)
