"""What is said of what climbed: once to each, with their daily list."""

from collections.abc import Mapping, Sequence
from typing import Any

from bot.store.grants import grants_of
from bot.store.people import people
from bot.store.queues.notices import Notice
from bot.store.tasks import ladder as stored
from bot.store.tasks import reminding
from bot.store.tasks.tasks import OPEN
from bot.work.office import Office
from bot.work.round import Round
from bot.work.saying.keyboard import keyboard
from bot.work.saying.told import Told
from bot.work.tasks import ladder, words
from bot.work.tasks.ladder import Climbed

_NAMED = 5


def line(office: Office, one: Climbed) -> dict[str, Any]:
    """As lists show it: whose it is only where it is their own, else for whom everybody waits."""
    return {
        "judul": words.part(office, one.task.rule, ".judul"),
        "tempat": words.place(office, one.task.wilayah),
        "macam": one.kind,
        "siapa": one.name,
        "pelaku": office.plain(f"pelaku.{one.doer}") if one.doer else "",
        "terlambat": one.late,
        "sebab": one.task.why or "",
        "kata": one.says,
        "cuti": words.day(one.away) if one.away is not None else "",
    }


async def compose(tour: Round, due: Sequence[Notice]) -> Mapping[int, Told]:
    """What climbed to each of these and was not told them before."""
    people = sorted({notice.person_id for notice in due})
    grants = await grants_of(tour.connection, people, tour.now)
    seen = await ladder.seen_by(tour, {one: grants.get(one, ()) for one in people})
    late = {one: [each for each in found if each.kind != ladder.HELP] for one, found in seen.items()}
    ids = sorted({each.task.id for found in late.values() for each in found})
    before = await stored.told_of(tour.connection, people, ids) if ids else set()
    told: dict[int, Told] = {}
    for notice in due:
        person = notice.person_id
        new = [one for one in late[person] if (person, one.task.id, one.task.due_on.isoformat()) not in before]
        if new:
            told[notice.id] = _told(tour.office, notice.name, new)
            noted = [(one.task.id, person, {"due": one.task.due_on.isoformat()}) for one in new]
            await stored.note(tour.connection, stored.TOLD, tour.now, noted)
    return told


def _told(office: Office, name: str, new: Sequence[Climbed]) -> Told:
    shown = [line(office, one) for one in new[:_NAMED]]
    text = office.catalog.text("tugas_naik", nama=name, jumlah=len(new), tugas=shown, lain=len(new) - len(shown))
    return Told(text, keyboard([(office.catalog.text("tombol_tugas_naik_lihat"), "t:daftar:naik:0")]))


async def compose_help(tour: Round, notice: Notice) -> Told | None:
    """Somebody asked for help with a task that is still open."""
    task_id = int(notice.subject)
    duty = (await reminding.of_ids(tour.connection, [task_id])).get(task_id)
    if duty is None or duty.task.state != OPEN or duty.task.help_at is None or not words.is_known(tour.office, duty):
        return None
    owner = duty.task.owner_id
    names = await people.names(tour.connection, [owner]) if owner is not None else {}
    told = words.line(tour.office, duty, tour.today)
    text = tour.text(
        "tugas_bantu", nama=notice.name, siapa=names.get(owner or 0, ""), sebab=duty.task.why or "", **told
    )
    look = tour.office.plain("tombol_tugas_lihat_satu", judul=told["judul"])
    return Told(text, keyboard([(look, f"t:lihat:{task_id}")]))
