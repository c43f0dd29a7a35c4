"""The tasks of a village for somebody who only looks at them, and what shows that they were done."""

from collections.abc import Mapping, Sequence

from bot.core.understanding.times.days import show_day
from bot.store.database.database import Connection
from bot.store.people import people
from bot.store.readiness import readiness as stored
from bot.store.tasks.tasks import DONE, OPEN, UNFINISHED, Task
from bot.work.access import button, may_act
from bot.work.office import Office
from bot.work.readiness.words import plain
from bot.work.saying.paging import going_round, page_of
from bot.work.tasks import proofs
from bot.work.tasks.following import held_up
from bot.work.tasks.words import doer, part
from bot.work.visit import Visit

_ON_A_PAGE = 6
#: Of an open task whose day is over. Late is somebody only with what is theirs and can be done; the rest waits, for its
#: doer or for what somebody else has to do first.
_LATE, _FOR_DOER, _FOR_OTHERS = "telat", "pelaku", "dulu"


async def task_rows(visit: Visit, wilayah: str, page: int) -> list[list[tuple[str, str]]]:
    """A button for each task of this village, a page of them at a time; those of a rule that is no more are left
    out."""
    async with visit.ask() as connection:
        found = await stored.tasks_in(connection, wilayah, visit.office.cycle_of(visit.now))
        known = [task for task in found if task.rule in visit.office.catalog.calendar.rules]
        on = page_of(known, page, _ON_A_PAGE)
        before = await _held(connection, visit.office, on.shown)
    rows = [[(_label(visit, task, before.get(task.id, ())), f"r:tugas:{task.id}")] for task in on.shown]
    return [*rows, going_round(visit.office, on, lambda other: f"r:desa:{wilayah}:{other}", "tombol_kesiapan_lanjut")]


async def _held(connection: Connection, office: Office, found: Sequence[Task]) -> Mapping[int, Sequence[Task]]:
    """By the open ones of these tasks: what somebody else has to do first."""
    return await held_up(connection, office, [task for task in found if task.state == OPEN])


def _label(visit: Visit, task: Task, before: Sequence[Task]) -> str:
    sign = plain(visit.office, f"tanda_tugas_{_state(visit, task, before)}")
    return plain(visit.office, "tombol_tugas", tanda=sign, judul=part(visit.office, task.rule, ".judul"))


def _state(visit: Visit, task: Task, before: Sequence[Task]) -> str:
    """`before`: what somebody else has to do first."""
    if task.state != OPEN or task.due_on >= visit.today:
        return task.state
    if task.on_behalf:
        return _FOR_DOER
    return _FOR_OTHERS if before else _LATE


async def show_task(visit: Visit, task_id: int) -> None:
    """One task, who holds it, and what shows that it was done."""
    async with visit.ask() as connection:
        task = await stored.task(connection, task_id)
        if task is None or task.rule not in visit.office.catalog.calendar.rules:
            visit.stale()
            return
        if not may_act(button("r"), visit.grants, task.wilayah):
            visit.say("kesiapan_luar_wilayah")
            return
        names = await people.names(connection, (task.owner_id, task.closed_by))
        owner, closer = (names.get(one or 0, "") for one in (task.owner_id, task.closed_by))
        before = (await _held(connection, visit.office, [task])).get(task.id, ())
        first = [(one, await _whose(connection, visit.office, one)) for one in before]
        is_proven = bool(await stored.proofs_of(connection, task_id, 1))
    visit.say(
        "kesiapan_tugas",
        judul=part(visit.office, task.rule, ".judul"),
        teks=part(visit.office, task.rule),
        wilayah=visit.office.catalog.places.scope_name(task.wilayah),
        keadaan=_told(visit, task, closer, first),
        siapa=owner if task.state in UNFINISHED else "",
        pelaku=doer(visit.office, task) if task.state in UNFINISHED else "",
    )
    if is_proven:
        await proofs.hand_out(visit, task)


def _told(visit: Visit, task: Task, closer: str, first: Sequence[tuple[Task, str]]) -> str:
    """How far it is, in a sentence. `first`: what has to be done before it, and by whom."""
    name = f"tugas_{_state(visit, task, [one for one, _ in first])}"
    if task.state == DONE and task.closed_at is not None:
        day = show_day(visit.office.local(task.closed_at).date())
        return plain(visit.office, name, hari=day, siapa=closer, sebab=task.why or "")
    before = [{"judul": part(visit.office, one.rule, ".judul"), "siapa": whose} for one, whose in first]
    return plain(
        visit.office,
        name,
        hari=show_day(task.due_on),
        sebab=task.why or "",
        pelaku=doer(visit.office, task),
        dulu=before,
    )


async def _whose(connection: Connection, office: Office, task: Task) -> str:
    """Who has to do it: whoever took it, or the office whose task it is."""
    name = "" if task.on_behalf else await people.name_of(connection, task.owner_id)
    return name or office.plain(f"pelaku.{office.catalog.calendar.rules[task.rule].doer}")
