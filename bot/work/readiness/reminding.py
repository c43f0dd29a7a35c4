"""*Ingatkan*: whoever looks at a village asks the one who works there to see to it, by one written message in their
hours and their day's budget."""

from datetime import datetime, time

from bot.store.database.ids import new_id
from bot.store.grants import grants_of
from bot.store.people import people, urgings
from bot.store.queues import notices
from bot.store.queues.notices import URGED, Notice
from bot.store.readiness import readiness
from bot.work.access import command
from bot.work.codes.handing_out import role_name
from bot.work.office import Office
from bot.work.readiness.readiness import Village, gather, seen
from bot.work.readiness.words import matter
from bot.work.round import Round
from bot.work.saying import days_written
from bot.work.saying.naming import task_title
from bot.work.saying.told import Told
from bot.work.visit import Visit


def may_be_reminded(visit: Visit, one: Village) -> bool:
    """Where something is to be seen to, and somebody else than who looks is there to be asked."""
    return bool(one.contact.person) and one.contact.person != visit.me.id and bool(matter(visit.office, one))


async def remind(visit: Visit, code: str) -> None:
    """Once a day for a village and a person, whoever asks."""
    one = next((village for village in await seen(visit, code) if village.code == code), None)
    if one is None:
        visit.say("kesiapan_luar_wilayah")
        return
    if not may_be_reminded(visit, one):
        visit.say("ingatkan_tidak_perlu", wilayah=visit.office.catalog.places.scope_name(code))
        return
    await urge(visit, code, (one.contact.person, one.contact.name), "", matter(visit.office, one))


async def urge(visit: Visit, code: str, whom: tuple[int, str], words: str, why: str = "") -> None:
    """`words`: what is to be told, as it was typed; without them `why`, as it stands when they hear of it."""
    person, name = whom
    before = await put_down(visit, code, person, words)
    if before is not None:
        visit.say("ingatkan_sudah", nama=name, oleh=await visit.ask_once(people.name_of, before.by))
        return
    place = visit.office.catalog.places.scope_name(code)
    visit.say("ingatkan_dikirim", nama=name, isi=_told(visit.office, visit.me.name, place, words, why))


async def put_down(visit: Visit, code: str, person: int, words: str) -> urgings.Urging | None:
    """What they were asked today already; None where this is the first."""
    midnight = datetime.combine(visit.today, time(), visit.office.zone)
    async with visit.ask() as connection:
        before = await urgings.last_since(connection, code, person, midnight)
        if before is None:
            made = urgings.Urging(new_id(), code, person, visit.me.id, visit.now, words)
            await urgings.add(connection, made)
            await notices.raise_for(connection, URGED, str(made.id), {person: visit.now})
    return before


def _told(office: Office, by: str, place: str, words: str, why: str) -> str:
    return office.catalog.text("ingatkan_isi", oleh=by, wilayah=place, kata=words, sebab=why)


async def compose(tour: Round, notice: Notice) -> Told | None:
    """Who asks and what about, as it stands now; nothing when it was seen to meanwhile, or is theirs no more."""
    asked = await urgings.by_id(tour.connection, int(notice.subject))
    if asked is None:
        return None
    if await _is_over(tour, asked):
        return None
    why = "" if asked.words else await _matter(tour, asked.wilayah, notice.person_id)
    if not (asked.words or why):
        return None
    by = await people.named(tour.connection, asked.by)
    return Told(
        tour.text(
            "ingatkan_pesan",
            oleh=by.name if by is not None else "",
            peran=await _role(tour, asked.by) if by is not None else "",
            wilayah=tour.office.catalog.places.scope_name(asked.wilayah),
            kata=_as_meant(tour, asked),
            sebab=why,
        )
    )


def _as_meant(tour: Round, asked: urgings.Urging) -> str:
    """What was typed yesterday, as it may have waited for their hours, has the date in place of "besok"."""
    return days_written.later(tour.office, asked.words, tour.office.local(asked.at).date(), tour.today)


async def _is_over(tour: Round, asked: urgings.Urging) -> bool:
    """Whether it was about a task that they have no more: it is done, or its meeting is cancelled."""
    rules = [key for key in tour.office.catalog.calendar.rules if task_title(tour.office, key) == asked.words]
    cycle = tour.office.cycle_of(tour.now)
    found = await readiness.tasks_of(tour.connection, [asked.wilayah], rules, cycle) if rules else []
    return bool(found) and all(one.closed_at is not None or one.owner_id != asked.person_id for one in found)


async def _matter(tour: Round, wilayah: str, person: int) -> str:
    """What is to be seen to there; empty where it was, or is theirs no more."""
    facts = await gather(tour, [wilayah])
    one = next(iter(facts.villages(tour.now)), None)
    return matter(tour.office, one) if one is not None and one.contact.person == person else ""


async def _role(tour: Round, person: int | None) -> str:
    """As what they look at villages."""
    if person is None:
        return ""
    held = (await grants_of(tour.connection, [person], tour.now)).get(person, ())
    return next((role_name(tour.office, one.role) for one in held if one.role in command("kesiapan").roles), "")
