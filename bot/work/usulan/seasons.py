"""From year to year: what is not in the plan when its year begins is kept, and may be brought again for the next one,
with its history. Who brought it is offered that once a new season has begun."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from bot.catalog.texts import as_html
from bot.core.calendar.years import season_begins
from bot.core.deciding.states import State
from bot.core.records import WITHDRAWN, Usulan
from bot.core.tasks.ladder import at
from bot.store.deciding import moves
from bot.store.queues import said
from bot.store.usulan import again
from bot.store.usulan import usulan as stored
from bot.work.office import Office
from bot.work.saying.keyboard import keyboard, number
from bot.work.usulan import outcomes, standing
from bot.work.usulan.usulan import bring
from bot.work.usulan.waiting import plan_begins_at
from bot.work.visit import Visit

#: So often, and the same has been brought year after year.
FLAGGED = 3
#: *Bawa lagi*, with the usulan behind it.
BUTTON = "l:lagi:"


def next_look(office: Office, one: Usulan, state: State, now: datetime) -> datetime | None:
    """After it came to stand so. For what goes on: when its plan begins, None once it has begun. For what ended: when
    it is offered again, in another season and a day after that word itself. None when no other year concerns it."""
    if state.funded or state.final:
        return None
    if not state.ends:
        begins = plan_begins_at(office, one.spoken_at)
        return begins if begins > now else None
    season, tomorrow = season_begins(office.cycle_of(one.spoken_at) + 1), office.local(now).date() + timedelta(days=1)
    return at(max(season, tomorrow), office.catalog.calendar.policy.hours[0], office.zone)


def is_over(office: Office, one: Usulan, now: datetime) -> bool:
    """Whether what is told now is for a later plan."""
    return office.cycle_of(now) > office.cycle_of(one.spoken_at)


def may_be_brought(office: Office, one: Usulan, state: State, now: datetime) -> bool:
    """Not taken on, and another season has begun."""
    return state.ends and not state.funded and not state.final and is_over(office, one, now)


def why(office: Office, reason: str | None, track: str) -> str:
    """As HTML; empty without a reason."""
    return as_html(outcomes.words(office, reason, "teks", track))


# --- brought again ---------------------------------------------------------------------------------------------------


async def bring_again(visit: Visit, one: Usulan) -> None:
    """*Bawa lagi*: the same words, a number of this year, and the way back to the old one. Once only."""
    async with visit.ask() as connection:
        now = await stored.to_change(connection, one.id)
        state = visit.office.catalog.states.of((await moves.standing(connection, [one.id]))[one.id][0])
        is_again = await again.is_brought(connection, one.id)
        whose = await again.whose(connection, one.id)
    if now is None or is_again or now.status == WITHDRAWN or not may_be_brought(visit.office, one, state, visit.now):
        visit.stale()
        return
    made = await bring(visit, dict(now.answers), again_of=one.id, **whose)
    await _take_button_away(visit, one.id)
    old = visit.office.spoken_number(one)
    year, until = visit.office.local(one.spoken_at).year, visit.office.day(made.until)
    visit.say("bawa_lagi_dicatat", lama=old, nomor=made.number, batas=until, tahun=year, pembaca=made.reader)


async def _take_button_away(visit: Visit, usulan_id: int) -> None:
    """That was pressed; others of theirs may stand beside it."""
    if visit.turn.message is None:
        return
    async with visit.look() as connection:
        letter = await said.carrying(connection, visit.turn.lane, f"{BUTTON}{usulan_id}")
        which = {key: number(key[1].removeprefix(BUTTON)) for key in (letter.keys if letter is not None else ())}
        which = {key: each for key, each in which.items() if each != usulan_id}
        left = [key for key, each in which.items() if each is None or not await again.is_brought(connection, each)]
    visit.call("editMessageReplyMarkup", message_id=visit.turn.message, reply_markup=keyboard(*([key] for key in left)))


async def will_be_offered(visit: Visit, one: Usulan) -> bool:
    """Whether it ended in this season, so that the next one offers it."""
    standing = await visit.look_up(moves.standing, [one.id])
    state = visit.office.catalog.states.of(standing[one.id][0])
    is_now = one.status != WITHDRAWN and not is_over(visit.office, one, visit.now)
    return is_now and state.ends and not (state.funded or state.final)


async def is_offered(visit: Visit, one: Usulan) -> bool:
    """Whether it may be brought again now."""
    async with visit.ask() as connection:
        state = visit.office.catalog.states.of((await moves.standing(connection, [one.id]))[one.id][0])
        is_again = await again.is_brought(connection, one.id)
    return not is_again and may_be_brought(visit.office, one, state, visit.now)


async def bring_own_again(visit: Visit, usulan_id: int) -> None:
    """By whoever brought it."""
    async with visit.ask() as connection:
        is_mine = await stored.is_of(connection, visit.me.id, usulan_id)
        one = await stored.by_id(connection, usulan_id) if is_mine else None
    if one is None:
        visit.stale()
    else:
        await bring_again(visit, one)


@dataclass(frozen=True, slots=True)
class Past:
    """`years`: what became of it in earlier ones, oldest first. `times`: how often it was brought, with this year."""

    years: tuple[Mapping[str, Any], ...]

    @property
    def times(self) -> int:
        return len(self.years) + 1


async def past_of(visit: Visit, one: Usulan) -> Past:
    earlier = await visit.ask_once(again.earlier, one.id)
    results = await outcomes.of_usulan(visit, [old.id for old in earlier])
    track = standing.track_of(visit.office, one.desa)
    unknown = standing.name(visit.office, None, track)
    years = [
        {
            "tahun": visit.office.local(old.spoken_at).year,
            "nomor": visit.office.spoken_number(old),
            "hasil": results.get(old.id, unknown),
        }
        for old in reversed(earlier)
    ]
    return Past(tuple(years))
