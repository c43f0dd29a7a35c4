"""What a meeting decided becomes the state of each usulan, and a step of its history."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import timedelta

from bot.core.deciding.states import State, may_follow
from bot.core.records import Usulan
from bot.store.calendar.occasions import Occasion
from bot.store.deciding import decisions, moves
from bot.store.deciding.decisions import NOT_YET, RESERVE, Decision
from bot.store.deciding.moves import Change, Move
from bot.store.queues import news
from bot.store.usulan import promises
from bot.store.usulan.promises import READ
from bot.work.deciding.moved import MOVED
from bot.work.office import Office
from bot.work.round import Round
from bot.work.usulan import promised, seasons, standing

_EARLY = timedelta(hours=12)  # a meeting may begin before its hour
#: Outcome, reason, own words, who wrote it down, and whether another word was told.
_Fate = tuple[str, str | None, str | None, int | None, bool]


async def record(tour: Round, occasion: Occasion, found: Sequence[tuple[Usulan, Decision]], *, told: bool) -> None:
    """`told`: their proposers have the word with this transaction; else somebody brings it. Who brought the same is
    told by the clock."""
    groups: dict[_Fate, list[Usulan]] = defaultdict(list)
    for usulan, decision in found:
        groups[decision.outcome, decision.reason, decision.note, decision.by, decision.corrects].append(usulan)
    for fate, all_of in groups.items():
        state = tour.office.catalog.states.forum(occasion.kind, fate[0])
        if state is not None:
            await _move(tour, occasion, fate, all_of, _change(tour, state, all_of, fate, occasion), told=told)
    if told:
        await promises.end(tour.connection, READ, [usulan.id for usulan, _ in found], tour.now, promises.MOOT)
        await promised.word_given(tour, await _as_they_stand(tour, [usulan for usulan, _ in found]))


async def is_known(tour: Round, occasion: Occasion, usulan: Usulan, decision: Decision) -> bool:
    """Whether it is what its proposer was told last: what was to put it right was wrong itself, and not told."""
    told = [move for move in await moves.of_usulan(tour.connection, usulan.id) if move.told_at is not None]
    state = tour.office.catalog.states.forum(occasion.kind, decision.outcome)
    said = (occasion.id, state.key if state is not None else "", decision.reason, decision.note)
    return bool(told) and (told[-1].occasion_id, told[-1].state, told[-1].reason, told[-1].note) == said


def contradicts(office: Office, occasion: Occasion, outcome: str, move: Move, by: int | None) -> bool:
    """Whether the same person wrote down by hand, since this meeting began, that it became the opposite: "masuk RKPD"
    of what the meeting did not take on."""
    if move.decider is None or move.by != by or move.at < occasion.starts_at - _EARLY:
        return False
    states = office.catalog.states
    against = {one: state.key for one in (NOT_YET, RESERVE) if (state := states.forum(occasion.kind, one)) is not None}
    is_taken = outcome not in against and move.state in against.values()
    return is_taken or (outcome in against and move.state != against[outcome] and not states.of(move.state).final)


async def _as_they_stand(tour: Round, found: Sequence[Usulan]) -> list[tuple[Usulan, bool]]:
    """Each, and whether nothing is waited for any more."""
    now = await moves.standing(tour.connection, [one.id for one in found])
    return [(one, tour.office.catalog.states.of(now[one.id][0]).ends) for one in found]


def _change(tour: Round, state: State, all_of: Sequence[Usulan], fate: _Fate, occasion: Occasion) -> Change:
    later = {one.id: seasons.next_look(tour.office, one, state, tour.now) for one in all_of}
    return Change(state.key, state.stage, True, fate[1], fate[2], None, occasion.id, seasons=later)


async def _move(
    tour: Round, occasion: Occasion, fate: _Fate, all_of: Sequence[Usulan], change: Change, *, told: bool
) -> None:
    """What stands further on stays there, but for what this meeting itself said before; and what a later one said. Said
    once more it is a word of its own, with its own reason."""
    ids = [one.id for one in all_of]
    now, last = await moves.standing(tour.connection, ids), await moves.newest_of(tour.connection, ids)
    decided = await decisions.newest_of(tour.connection, ids)
    later = {one for one, newest in decided.items() if newest.held_at > occasion.starts_at}
    wrong = {one for one in last if fate[4] and contradicts(tour.office, occasion, fate[0], last[one], fate[3])}
    known = {one: move.id for one, move in last.items() if _is_this(move, change)}
    free = [one for one in all_of if one.id not in {*later, *known}]
    seen = {
        one.id: now[one.id][1]
        for one in free
        if one.id in wrong or _may_become(tour.office, one, now[one.id][0], last.get(one.id), change)
    }
    batch, done = await moves.make(tour.connection, change, seen, fate[3], tour.now)
    if told:
        await moves.mark_batch_told(tour.connection, batch, tour.now)
        await moves.mark_told(tour.connection, list(known.values()), tour.now)
    if done:
        await news.put_out(tour.connection, MOVED, batch, tour.now, None, sebelah=True)


def _is_this(move: Move, change: Change) -> bool:
    """Whether it was put right so already, and nobody was told."""
    said = (move.occasion_id, move.state, move.reason, move.note)
    return move.told_at is None and said == (change.occasion_id, change.state, change.reason, change.note)


def _may_become(office: Office, one: Usulan, before: str | None, last: Move | None, change: Change) -> bool:
    now, then = office.catalog.states.of(before), office.catalog.states.of(change.state)
    track = standing.track_of(office, one.desa)
    is_own = last is not None and last.occasion_id == change.occasion_id and track in then.tracks
    return may_follow(now, then, track) or ((is_own or now == then) and not now.final)
