"""After a meeting that fulfils a task: whoever has that task is asked once whether it took place."""

from collections.abc import Sequence

from bot.core.tasks.ladder import at
from bot.core.tasks.owners import FACILITATORS
from bot.store.calendar import occasions
from bot.store.calendar.occasions import Occasion
from bot.store.people import people
from bot.store.queues import notices
from bot.store.queues.notices import OVER, Notice
from bot.store.tasks import tasks
from bot.store.tasks.tasks import Task
from bot.work.office import Office
from bot.work.round import Round
from bot.work.saying.keyboard import Key, keyboard
from bot.work.saying.naming import date_of, occasion_name, place_name, task_title
from bot.work.saying.told import Told
from bot.work.tasks.daily import hour_of
from bot.work.tasks.eves import subject_of


async def raise_due(tour: Round, limit: int) -> int:
    """Let it be asked with the list of the day. Returns how many meetings it was about."""
    found = await occasions.to_ask_after(tour.connection, tour.now, limit)
    wanted = [(person, one) for one in found for person in await _whom(tour, one)]
    hours = await tasks.hours_of(tour.connection, sorted({person for person, _ in wanted}))
    asked = []
    for person, one in wanted:
        when = at(tour.today, hour_of(tour.office, hours.get(person)), tour.office.zone)
        asked.append((person, subject_of(tour.office, one), max(when, tour.now)))
    await notices.raise_once(tour.connection, OVER, asked)
    return len(found)


async def _whom(tour: Round, one: Occasion) -> list[int]:
    """Whose task it is; of nobody's, the facilitators of the place."""
    task = await _fulfilled(tour, one)
    if task is None:
        return []
    if task.owner_id is not None:
        return [task.owner_id]
    holders = await people.ids_by_place(tour.connection, FACILITATORS, [one.wilayah], tour.now)
    return sorted({person for ids in holders.values() for person in ids})


async def _fulfilled(tour: Round, one: Occasion) -> Task | None:
    """The open task that it fulfils, the one that is due first."""
    rules = tour.office.catalog.calendar.rules
    keys = sorted(key for key, rule in rules.items() if one.kind in rule.met_by)
    if one.cancelled_at is not None or not keys:
        return None
    found: Sequence[Task] = await tasks.open_in(tour.connection, one.wilayah, keys, one.cycle)
    return found[0] if found else None


async def compose(tour: Round, notice: Notice) -> Told | None:
    """While it stands on that day and the task is open, to whoever it concerns by now."""
    one = await occasions.one(tour.connection, int(notice.subject.partition(":")[0]))
    if one is None or notice.subject != subject_of(tour.office, one) or one.starts_at > tour.now:
        return None
    task = await _fulfilled(tour, one)
    if task is None or notice.person_id not in await _whom(tour, one):
        return None
    return _told(tour.office, notice, one, task)


def _told(office: Office, notice: Notice, one: Occasion, task: Task) -> Told:
    text = office.catalog.text(
        "rapat_terlaksana",
        nama=notice.name,
        acara=f"{occasion_name(office, one)}, {place_name(office, one.wilayah)}",
        jadwal=date_of(office, one),
        judul=task_title(office, task.rule),
    )
    return Told(text, keyboard(*([key] for key in _keys(office, notice, one, task))))


def _keys(office: Office, notice: Notice, one: Occasion, task: Task) -> list[Key]:
    """Whoever has it ticks it; of nobody's the card says who takes it."""
    text = office.catalog.text
    if task.owner_id == notice.person_id:
        done = (text("tombol_rapat_terlaksana"), f"t:sudah:{task.id}")
    else:
        done = (text("tombol_rapat_tugasnya"), f"t:lihat:{task.id}")
    return [done, (text("tombol_rapat_belum_terlaksana"), f"j:ubah:{one.id}")]
