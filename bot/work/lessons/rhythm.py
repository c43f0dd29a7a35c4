"""On which days and at which hour lessons come, and until when they rest."""

from collections.abc import Sequence
from datetime import date, time, timedelta
from typing import Any

from bot.core.flow.interpreter import Flow, record
from bot.core.forms.heard import Heard, Typed
from bot.core.forms.say import Step
from bot.core.forms.state import State
from bot.core.lessons.schedule import HOURS
from bot.core.understanding.times.days import DAYS, show_date
from bot.store.lessons import learners
from bot.store.lessons.learners import minutes_of
from bot.store.people import conversations
from bot.work import conversation
from bot.work.lessons import sending
from bot.work.lessons.page import enrolled
from bot.work.lessons.times_said import until
from bot.work.lessons.whose import is_own
from bot.work.saying.keyboard import Key, in_rows, keyboard
from bot.work.visit import Journey, Visit

Rows = Sequence[Sequence[Key]]
_WEEK = range(1, 8)
#: Days of a rest that is one tap away.
_RESTS = (7, 14, 30, 60)
_MONTH = 30
_LONGEST = timedelta(days=366)


async def show(visit: Visit, *, asked: time | None = None) -> None:
    """Days to switch, hours to choose. `asked`: the hour that was told; where another is the nearest, it is said so."""
    learner = await enrolled(visit)
    if learner is None:
        visit.stale()
        return
    rhythm = learner.rhythm
    days = [
        (visit.text("tombol_belajar_hari", hari=DAYS[day - 1], dipilih=str(day) in rhythm.days), f"x:hari:{day}")
        for day in _WEEK
    ]
    hours = [
        (visit.text("tombol_belajar_pukul", jam=f"{hour:%H.%M}", dipilih=hour == rhythm.hour), f"x:pukul:{hour:%H%M}")
        for hour in HOURS
    ]
    rows = [*in_rows(days, 4), *in_rows(hours, 3), [(visit.text("tombol_belajar"), "x:awal")]]
    told = [DAYS[int(day) - 1] for day in rhythm.days]
    rest = rhythm.rest_on(visit.today)
    until = show_date(rest) if rest is not None and not rhythm.sleeps else ""
    other = f"{asked:%H.%M}" if asked is not None and asked != rhythm.hour else ""
    values = {"jam": f"{rhythm.hour:%H.%M}", "jeda": until, "diam": rhythm.sleeps, "diminta": other}
    visit.say("belajar_jam", keyboard(*rows), hari=told, **values)


async def switch_day(visit: Visit, day: int) -> None:
    """One day more or less; the last one stays, whoever wants none takes a rest."""
    learner = await enrolled(visit)
    if learner is None or day not in _WEEK:
        visit.stale()
        return
    days = set(learner.rhythm.days) ^ {str(day)}
    if not days:
        visit.toast("belajar_hari_terakhir")
        return
    async with visit.ask() as connection:
        await learners.change(connection, visit.me.id, days="".join(sorted(days)))
        await sending.plan_again(visit.round(connection), visit.me.id)
    await show(visit)


async def choose_hour(visit: Visit, told: str) -> None:
    hour = next((one for one in HOURS if f"{one:%H%M}" == told), None)
    if hour is None or await enrolled(visit) is None:
        visit.stale()
        return
    async with visit.ask() as connection:
        await learners.change(connection, visit.me.id, minutes=minutes_of(hour))
        await sending.plan_again(visit.round(connection), visit.me.id)
    await show(visit)


async def set_times(visit: Visit, days: str, hour: time | None, *, asked: time | None = None) -> None:
    """These days and this hour, as far as they are told; then all of it is shown."""
    told: dict[str, Any] = {"days": days} if days else {}
    told |= {"minutes": minutes_of(hour)} if hour is not None else {}
    if told:
        async with visit.ask() as connection:
            await learners.change(connection, visit.me.id, **told)
            await sending.plan_again(visit.round(connection), visit.me.id)
    await show(visit, asked=asked)


def _lengths(visit: Visit) -> Rows:
    days = [(visit.text("tombol_belajar_jeda_hari", hari=days), f"x:jeda:{days}") for days in _RESTS]
    return [*in_rows(days), [(visit.text("tombol_belajar_tanggal"), "x:jeda.tanggal")]]


async def rest_for_a_month(visit: Visit) -> None:
    """Whoever wants no more lessons and names no length: other lengths, and its end, are a tap away. It holds at once:
    whoever does not say how long gets no lesson meanwhile."""
    lengths = [*_lengths(visit), [(visit.text("tombol_belajar_lagi"), "x:jeda:0")]]
    await rest_until(visit, visit.today + timedelta(days=_MONTH), or_else=lengths)


async def rest(visit: Visit, days: int) -> None:
    """For so many days; 0 ends it."""
    if days in (0, *_RESTS):
        await rest_until(visit, visit.today + timedelta(days=days) if days else None)
    else:
        visit.stale()


async def rest_along(visit: Visit, day: date | None) -> bool:
    """With everything else, and without a word of its own. False where nobody learns."""
    if await enrolled(visit) is None:
        return False
    async with visit.ask() as connection:
        await learners.change(connection, visit.me.id, paused_until=day)
        await sending.plan_again(visit.round(connection), visit.me.id)
    return True


def ask_day(visit: Visit) -> None:
    conversation.start(visit, RESTING)


async def finish_resting(visit: Visit, flow: Flow, state: State) -> None:
    day = date.fromisoformat(record(flow, state)["sampai"]["day"])
    await rest_until(visit, day)


async def rest_until(visit: Visit, day: date | None, *, or_else: Rows = ()) -> None:
    """None ends it. `or_else`: other lengths to choose. A day that was still being asked for is asked for no more."""
    conversations.end(visit.turn, RESTING.form)
    if await enrolled(visit) is None:
        visit.stale()
        return
    day = min(day, visit.today + _LONGEST) if day is not None else None
    async with visit.ask() as connection:
        await learners.change(connection, visit.me.id, paused_until=day)
        await sending.plan_again(visit.round(connection), visit.me.id)
    told = show_date(day) if day is not None else ""
    keys = keyboard(*or_else, [(visit.text("tombol_belajar"), "x:awal")])
    visit.say("belajar_jeda_dicatat", keys, sampai=told, lama="" if not or_else else _MONTH)


async def _heed_until(visit: Visit, _before: State, heard: Heard, _step: Step) -> bool:
    """ "Sampai tanggal 26 januari": the day stands at the end of what is said."""
    day = until(visit, heard.text) if isinstance(heard, Typed) and is_own(visit, heard.text) else None
    if day is not None:
        await rest_until(visit, day)
    return day is not None


RESTING = Journey("jeda", finish_resting, heed=_heed_until)
