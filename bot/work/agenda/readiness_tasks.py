"""The tasks of a village for somebody who only looks at them, and what shows that they were done."""

from bot.core.understanding.days import show_day
from bot.store.agenda import readiness as stored
from bot.store.agenda.tasks import DONE, OPEN, UNFINISHED, Task
from bot.store.turn import Turn
from bot.work import replies
from bot.work.access import button, may_act
from bot.work.agenda import proofs
from bot.work.agenda.planning import cycle_of
from bot.work.agenda.readiness_words import plain
from bot.work.agenda.task_words import part
from bot.work.office import Office

_ON_A_PAGE = 6


async def task_rows(turn: Turn, office: Office, wilayah: str, page: int) -> list[list[tuple[str, str]]]:
    """A button for each task of this village, a page of them at a time; those of a rule that is no more are left
    out."""
    async with turn.ask() as connection:
        found = await stored.tasks_in(connection, wilayah, cycle_of(office, turn.now))
    known = [task for task in found if task.rule in office.catalog.agenda.rules]
    shown = known[page * _ON_A_PAGE : (page + 1) * _ON_A_PAGE] or known[:_ON_A_PAGE]
    rows = [[(_label(turn, office, task), f"r:tugas:{task.id}")] for task in shown]
    if len(known) > _ON_A_PAGE:
        following = page + 1 if (page + 1) * _ON_A_PAGE < len(known) else 0
        rows.append([(office.catalog.text("tombol_kesiapan_lanjut"), f"r:desa:{wilayah}:{following}")])
    return rows


def _label(turn: Turn, office: Office, task: Task) -> str:
    sign = plain(office, f"tanda_tugas_{_state(turn, office, task)}")
    return plain(office, "tombol_tugas", tanda=sign, judul=part(office, task.rule, ".judul"))


def _state(turn: Turn, office: Office, task: Task) -> str:
    is_late = task.state == OPEN and task.due_on < office.local(turn.now).date()
    return "telat" if is_late else task.state


async def show_task(turn: Turn, office: Office, task_id: int) -> None:
    """One task, who holds it, and what shows that it was done."""
    async with turn.ask() as connection:
        task = await stored.task(connection, task_id)
        if task is None or task.rule not in office.catalog.agenda.rules:
            replies.toast(turn, office.catalog.text("tombol_lewat"))
            return
        if not may_act(button("r"), turn.grants, task.wilayah):
            replies.say(turn, office, "kesiapan_luar_wilayah")
            return
        owner = await stored.name_of(connection, task.owner_id)
        closer = await stored.name_of(connection, task.closed_by)
    replies.say(
        turn,
        office,
        "kesiapan_tugas",
        judul=part(office, task.rule, ".judul"),
        teks=part(office, task.rule),
        wilayah=office.catalog.places.scope_name(task.wilayah),
        keadaan=_told(turn, office, task, closer),
        siapa=owner if task.state in UNFINISHED else "",
    )
    await proofs.hand_out(turn, office, task)


def _told(turn: Turn, office: Office, task: Task, closer: str) -> str:
    """How far it is, in a sentence."""
    name = f"tugas_{_state(turn, office, task)}"
    if task.state == DONE and task.closed_at is not None:
        return plain(office, name, hari=show_day(office.local(task.closed_at).date()), siapa=closer)
    return plain(office, name, hari=show_day(task.due_on), sebab=task.why or "")
