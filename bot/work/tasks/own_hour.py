"""At which hour somebody's daily list comes."""

from datetime import datetime, time

from bot.store.tasks import reminding, tasks
from bot.store.tasks.tasks import Task
from bot.store.turn import Turn
from bot.work.office import Office
from bot.work.saying import replies
from bot.work.tasks import words
from bot.work.tasks.planning import timed


async def ask(turn: Turn, office: Office) -> None:
    """At which hour of the policy the daily list comes."""
    assert turn.person is not None
    async with turn.ask() as connection:
        chosen = (await tasks.hours_of(connection, [turn.person.id])).get(turn.person.id)
    hours = sorted(office.catalog.agenda.policy.hours)
    keys = [(f"{hour:%H.%M}", f"t:jam:{hour:%H%M}") for hour in hours]
    rows = [keys[:3], keys[3:6], [(office.catalog.text("tombol_tugas_daftar"), "t:daftar:saya:0")]]
    now = hour_of(office, chosen)
    replies.say(turn, office, "tugas_jam", replies.buttons(*(row for row in rows if row)), jam=f"{now:%H.%M}")


def hour_of(office: Office, minutes: int | None) -> time:
    return office.catalog.agenda.policy.hours[0] if minutes is None else time(minutes // 60, minutes % 60)


async def choose(turn: Turn, office: Office, told: str) -> None:
    """Only an hour of the policy; what is still to come moves along, what was put off by hand stays, and so does a day
    whose new hour is over already."""
    assert turn.person is not None
    hour = next((one for one in office.catalog.agenda.policy.hours if f"{one:%H%M}" == told), None)
    if hour is None:
        replies.toast(turn, office.catalog.text("tombol_lewat"))
        return
    me, minutes = turn.person.id, hour.hour * 60 + hour.minute
    async with turn.ask() as connection:
        before = await tasks.hours_of(connection, [me])
        await reminding.set_hour(connection, me, minutes)
        mine = await reminding.retimed(connection, me, turn.now)
        moved = {
            task.id: _moved(office, task, turn.now, {me: minutes})
            for task in mine
            if _follows(office, task, turn.now, before)
        }
        await reminding.move(connection, moved)
    replies.say(turn, office, "tugas_jam_dicatat", jam=f"{hour:%H.%M}", puasa=hour >= time(12, 0))


def _follows(office: Office, task: Task, now: datetime, hours: dict[int, int]) -> bool:
    """Whether its reminder comes with the daily list, and was not put off by hand."""
    return _at(office, task, now, hours) == task.remind_at


def _moved(office: Office, task: Task, now: datetime, hours: dict[int, int]) -> datetime | None:
    """On the day on which it comes; where the hour of that day is over, at the old one."""
    new, old = _at(office, task, now, hours), task.remind_at
    is_skipped = old is not None and (new is None or office.local(new).date() > office.local(old).date())
    return old if is_skipped else new


def _at(office: Office, task: Task, now: datetime, hours: dict[int, int]) -> datetime | None:
    return timed(office, task, now, hours).remind_at if words.rule_of(office, task) else task.remind_at
