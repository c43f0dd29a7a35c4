"""How tasks, and the days on which they are due, are called."""

from datetime import date, datetime, timedelta
from typing import Any

from bot.core.calendar.rules import TaskRule
from bot.core.tasks import planning
from bot.core.understanding.times.days import DAYS, MONTHS
from bot.store.tasks.reminding import Duty
from bot.store.tasks.tasks import UNFINISHED, Task
from bot.work.office import Office
from bot.work.saying.naming import kind_name, task_title

#: So many days ahead count as this week.
WEEK = timedelta(days=7)
_SHORT = 25  # words: what fits into a reminder of sixty


def is_known(office: Office, duty: Duty) -> bool:
    """Whether the content still has words for it."""
    return rule_of(office, duty.task) is not None and duty.kind in office.catalog.calendar.kinds


def rule_of(office: Office, task: Task) -> TaskRule | None:
    """None for a line that an editor has taken out since."""
    return office.catalog.calendar.rules.get(task.rule)


def part(office: Office, rule: str, what: str = "") -> str:
    """What the content says of a task; empty where it says nothing."""
    name = f"tugas.{rule}{what}"
    return office.plain(name) if name in office.catalog.texts else ""


def short_text(office: Office, task: Task) -> str:
    """What is to be done, where that is short enough for a reminder."""
    text = part(office, task.rule)
    return text if len(text.split()) <= _SHORT else ""


def place(office: Office, wilayah: str) -> str:
    found = office.catalog.places.find(wilayah)
    return found.name if found is not None else wilayah


def occasion(office: Office, duty: Duty) -> str:
    """ "Musrenbang desa, Pattondon Salu"; what tells several of a kind apart stands behind it."""
    kind = kind_name(office, duty.kind, in_kelurahan=office.catalog.places.is_kelurahan(duty.held_in))
    return ", ".join(filter(None, (kind, duty.about, place(office, duty.held_in))))


def day(of: date) -> str:
    """ "Kamis, 14 Januari": what is near needs no year."""
    return f"{DAYS[of.weekday()]}, {of.day} {MONTHS[of.month - 1]}"


def moment(office: Office, when: datetime) -> str:
    local = office.local(when)
    return f"{day(local.date())}, {local:%H.%M}"


def is_over(office: Office, duty: Duty, today: date) -> bool:
    """Whether it would have prepared a meeting that has been held: nobody is asked for it any more, and nobody is late
    with it."""
    rule = rule_of(office, duty.task)
    if rule is None or duty.task.state not in UNFINISHED:
        return False
    return planning.is_over(rule, office.local(duty.starts_at).date(), today)


def is_late(office: Office, duty: Duty, today: date) -> bool:
    """Nobody is late with what somebody else has to do, or has to do first."""
    is_own = not duty.task.on_behalf and not duty.held
    return duty.task.due_on < today and is_own and not is_over(office, duty, today)


def late(office: Office, duty: Duty, today: date) -> int:
    """Working days since it was due."""
    return office.catalog.calendar.workdays.between(duty.task.due_on, today) if is_late(office, duty, today) else 0


def doer(office: Office, task: Task) -> str:
    """Who has to do it, where the owner only makes sure; empty for one's own."""
    rule = rule_of(office, task)
    return office.plain(f"pelaku.{rule.doer}") if task.on_behalf and rule is not None else ""


def line(office: Office, duty: Duty, today: date) -> dict[str, Any]:
    """A task as lists show it."""
    task = duty.task
    return {
        "judul": task_title(office, task.rule),
        "tempat": place(office, task.wilayah),
        "hari": day(task.due_on),
        "terlambat": late(office, duty, today),
        "pastikan": doer(office, task),
        "acara": occasion(office, duty),
        "alasan": part(office, task.rule, ".alasan"),
    }
