"""How tasks, and the days on which they are due, are called."""

from datetime import date, datetime
from typing import Any

from bot.core.agenda.rules import TaskRule
from bot.core.say import Words
from bot.core.understanding.days import DAYS, MONTHS, show_day
from bot.store.agenda.reminding import Duty
from bot.store.agenda.tasks import Task
from bot.work.office import Office

_SHORT = 25  # words: what fits into a reminder of sixty


def rule_of(office: Office, task: Task) -> TaskRule | None:
    """None for a line that an editor has taken out since."""
    return office.catalog.agenda.rules.get(task.rule)


def title(office: Office, task: Task) -> str:
    return part(office, task.rule, ".judul") or task.rule


def part(office: Office, rule: str, what: str = "") -> str:
    """What the content says of a task; empty where it says nothing."""
    name = f"tugas.{rule}{what}"
    return office.catalog.label(Words(name)) if name in office.catalog.texts else ""


def short_text(office: Office, task: Task) -> str:
    """What is to be done, where that is short enough for a reminder."""
    text = part(office, task.rule)
    return text if len(text.split()) <= _SHORT else ""


def place(office: Office, wilayah: str) -> str:
    found = office.catalog.places.find(wilayah)
    return found.name if found is not None else wilayah


def occasion(office: Office, duty: Duty) -> str:
    """ "Musrenbang desa, Pattondon Salu"; what tells several of a kind apart stands behind it."""
    return ", ".join(filter(None, (_kind(office, duty), duty.about, place(office, duty.held_in))))


def _kind(office: Office, duty: Duty) -> str:
    own = f"pertemuan.{duty.kind}_kelurahan"
    is_own = office.catalog.places.is_kelurahan(duty.held_in) and own in office.catalog.texts
    name = own if is_own else f"pertemuan.{duty.kind}"
    return office.catalog.label(Words(name)) if name in office.catalog.texts else duty.kind


def held(office: Office, duty: Duty) -> str:
    """The whole date; a stage has no hour."""
    local = office.local(duty.starts_at)
    kind = office.catalog.agenda.kinds.get(duty.kind)
    return show_day(local.date()) if kind is None or kind.stage else f"{show_day(local.date())}, {local:%H.%M}"


def day(of: date) -> str:
    """ "Kamis, 14 Januari": what is near needs no year."""
    return f"{DAYS[of.weekday()]}, {of.day} {MONTHS[of.month - 1]}"


def moment(office: Office, when: datetime) -> str:
    local = office.local(when)
    return f"{day(local.date())}, {local:%H.%M}"


def late(office: Office, task: Task, today: date) -> int:
    """Working days since it was due; nobody is late with what somebody else has to do."""
    return 0 if task.on_behalf else office.catalog.agenda.workdays.between(task.due_on, today)


def doer(office: Office, task: Task) -> str:
    """Who has to do it, where the owner only makes sure; empty for one's own."""
    rule = rule_of(office, task)
    return office.catalog.label(Words(f"pelaku.{rule.doer}")) if task.on_behalf and rule is not None else ""


def line(office: Office, duty: Duty, today: date) -> dict[str, Any]:
    """A task as lists show it."""
    task = duty.task
    return {
        "judul": title(office, task),
        "tempat": place(office, task.wilayah),
        "hari": day(task.due_on),
        "terlambat": late(office, task, today),
        "pastikan": doer(office, task),
        "acara": occasion(office, duty),
        "alasan": part(office, task.rule, ".alasan"),
    }
