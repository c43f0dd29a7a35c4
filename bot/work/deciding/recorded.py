"""What a meeting decided becomes the state of each usulan, and a step of its history."""

from collections import defaultdict
from collections.abc import Sequence

from bot.core.deciding.states import State, may_follow
from bot.core.records import Usulan
from bot.store.calendar.occasions import Occasion
from bot.store.deciding import moves
from bot.store.deciding.decisions import Decision
from bot.store.deciding.moves import Change
from bot.store.queues import news
from bot.store.usulan import promises
from bot.store.usulan.promises import READ
from bot.work.deciding.moved import MOVED
from bot.work.office import Office
from bot.work.round import Round
from bot.work.usulan import promised, seasons, standing

#: Outcome, reason, own words, and who wrote it down.
_Fate = tuple[str, str | None, str | None, int | None]


async def record(tour: Round, occasion: Occasion, found: Sequence[tuple[Usulan, Decision]], *, told: bool) -> None:
    """`told`: their proposers have the word with this transaction; else somebody brings it. Who brought the same is
    told by the clock."""
    groups: dict[_Fate, list[Usulan]] = defaultdict(list)
    for usulan, decision in found:
        groups[decision.outcome, decision.reason, decision.note, decision.by].append(usulan)
    for fate, all_of in groups.items():
        state = tour.office.catalog.states.forum(occasion.kind, fate[0])
        if state is not None:
            await _move(tour, fate[3], all_of, _change(tour, state, all_of, fate, occasion), told)
    if told:
        await promises.end(tour.connection, READ, [usulan.id for usulan, _ in found], tour.now, promises.MOOT)
        await promised.word_given(tour, await _as_they_stand(tour, [usulan for usulan, _ in found]))


async def _as_they_stand(tour: Round, found: Sequence[Usulan]) -> list[tuple[Usulan, bool]]:
    """Each, and whether nothing is waited for any more."""
    now = await moves.standing(tour.connection, [one.id for one in found])
    return [(one, tour.office.catalog.states.of(now[one.id][0]).ends) for one in found]


def _change(tour: Round, state: State, all_of: Sequence[Usulan], fate: _Fate, occasion: Occasion) -> Change:
    later = {one.id: seasons.next_look(tour.office, one, state, tour.now) for one in all_of}
    return Change(state.key, state.stage, True, fate[1], fate[2], None, occasion.id, seasons=later)


async def _move(tour: Round, by: int | None, all_of: Sequence[Usulan], change: Change, told: bool) -> None:
    """What stands further on stays there; said once more it is a word of its own, with its own reason."""
    now = await moves.standing(tour.connection, [one.id for one in all_of])
    seen = {one.id: now[one.id][1] for one in all_of if _may_become(tour.office, one, now[one.id][0], change.state)}
    batch, done = await moves.make(tour.connection, change, seen, by, tour.now)
    if told:
        await moves.mark_batch_told(tour.connection, batch, tour.now)
    if done:
        await news.put_out(tour.connection, MOVED, batch, tour.now, None, sebelah=True)


def _may_become(office: Office, one: Usulan, before: str | None, after: str) -> bool:
    now, then = office.catalog.states.of(before), office.catalog.states.of(after)
    return may_follow(now, then, standing.track_of(office, one.desa)) or (now == then and not now.final)
