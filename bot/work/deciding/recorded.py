"""What a meeting decided becomes the state of each usulan, and a step of its history."""

from collections import defaultdict
from collections.abc import Sequence

from bot.core.deciding.states import State
from bot.core.records import Usulan
from bot.store.calendar.occasions import Occasion
from bot.store.deciding import moves
from bot.store.deciding.decisions import DECIDED, Decision
from bot.store.deciding.moves import Change
from bot.store.queues import news
from bot.store.usulan import promises
from bot.store.usulan.promises import READ
from bot.work.deciding.moved import MOVED
from bot.work.round import Round
from bot.work.usulan import promised, seasons

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
        await promised.word_given(tour, [(usulan, _ends(tour, occasion, decision)) for usulan, decision in found])


def _ends(tour: Round, occasion: Occasion, decision: Decision) -> bool:
    state = tour.office.catalog.states.forum(occasion.kind, decision.outcome)
    return state is not None and state.ends


def _change(tour: Round, state: State, all_of: Sequence[Usulan], fate: _Fate, occasion: Occasion) -> Change:
    later = {one.id: seasons.next_look(tour.office, one, state, tour.now) for one in all_of}
    return Change(state.key, DECIDED, True, fate[1], fate[2], None, occasion.id, seasons=later)


async def _move(tour: Round, by: int | None, all_of: Sequence[Usulan], change: Change, told: bool) -> None:
    now = await moves.standing(tour.connection, [one.id for one in all_of])
    seen = {one: moved for one, (_, moved) in now.items()}
    batch, done = await moves.make(tour.connection, change, seen, by, tour.now)
    if told:
        await moves.mark_batch_told(tour.connection, batch, tour.now)
    if done:
        await news.put_out(tour.connection, MOVED, batch, tour.now, None, sebelah=True)
