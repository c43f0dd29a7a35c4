"""The evening after a meeting: what is still to be written down, and that those who brought usulan wait for news."""

from dataclasses import dataclass
from datetime import timedelta

from bot.core.calendar.rules import TOLD as TELLING
from bot.store.calendar import occasions
from bot.store.calendar.occasions import Occasion
from bot.store.deciding import decisions, forum
from bot.store.hall import attendance as stored
from bot.store.queues.notices import Notice
from bot.store.reading import readings
from bot.work.access import button
from bot.work.hall import reading_back
from bot.work.hall.acts import ENTERING
from bot.work.hall.decided import forum_list
from bot.work.hall.meeting import FAMILY
from bot.work.office import Office
from bot.work.round import Round
from bot.work.saying.keyboard import Key, in_rows, keyboard, press
from bot.work.saying.naming import occasion_name, place_name
from bot.work.saying.told import Told
from bot.work.tasks import eves

#: After that it is no news any more; the tasks say it.
_FRESH = timedelta(days=2)


@dataclass(frozen=True, slots=True)
class Left:
    """Of one meeting. `results`: usulan without one; `untold`: results that nobody was told."""

    attendance: bool
    results: int
    untold: int


async def compose(tour: Round, notice: Notice) -> Told | None:
    """Once it was held, to whoever looks after it; nothing where nothing is left."""
    one = await occasions.one(tour.connection, int(notice.subject.partition(":")[0]))
    if one is None or one.cancelled_at is not None or notice.subject != eves.subject_of(tour.office, one):
        return None
    was_held = one.starts_at <= tour.now < one.starts_at + _FRESH
    if not was_held or not await eves.looks_after(tour, notice, one):
        return None
    left = await _left(tour, notice, one)
    return _told(tour.office, notice, one, left) if left != Left(False, 0, 0) else None


async def _left(tour: Round, notice: Notice, one: Occasion) -> Left:
    known = await stored.attended(tour.connection, one.id)
    results = await _undecided(tour, notice, one) if _decides(tour.office, one) else 0
    return Left(known is None or known.women is None, results, await decisions.untold(tour.connection, one.id))


def _decides(office: Office, one: Occasion) -> bool:
    """Whether those who brought something are told afterwards what became of it."""
    rules = office.catalog.calendar.rules.values()
    return any(rule.answers == TELLING and one.kind in rule.anchors for rule in rules)


async def _undecided(tour: Round, notice: Notice, one: Occasion) -> int:
    who = await readings.sight_now(tour.connection, notice.person_id, button(FAMILY).roles, tour.now)
    if forum_list.is_one(one):
        return len(await forum.undecided(tour.connection, who, forum_list.field_of(tour.office, one)))
    listed = await reading_back.seen_by(tour.connection, tour.office, one, who)
    known = await decisions.of_occasion(tour.connection, one.id)
    return sum(usulan.id not in known for usulan in listed)


def _told(office: Office, notice: Notice, one: Occasion, left: Left) -> Told:
    text = office.catalog.text(
        "rapat_sesudah",
        nama=notice.name,
        acara=f"{occasion_name(office, one)}, {place_name(office, one.wilayah)}",
        hadir=left.attendance,
        hasil=left.results,
        kabar=left.untold,
    )
    return Told(text, keyboard(*in_rows(_keys(office, one, left), 1)))


def _keys(office: Office, one: Occasion, left: Left) -> list[Key]:
    """What is told is told from where the results stand."""
    wanted = {"hadir": left.attendance, "hasil": bool(left.results), "kabari": bool(left.untold) and not left.results}
    where = {"hadir": "hadir", "hasil": "hasil", "kabari": "hasil"}
    return [
        (office.catalog.text(f"tombol_rapat_{what}"), press(FAMILY, ENTERING, one.id, where[what]))
        for what, is_wanted in wanted.items()
        if is_wanted
    ]
