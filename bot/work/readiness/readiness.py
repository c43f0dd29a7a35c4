"""How ready the desa and kelurahan are: four questions to each, whom to ring, and how it was a week ago."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from bot.core.calendar.rules import ANSWERS, GROUPS, TaskRule
from bot.core.readiness import trouble
from bot.core.readiness.readiness import ANSWERED, QUESTIONS, Job, Meeting, Standing, View, stand
from bot.core.readiness.trouble import Concern
from bot.core.records import Grant
from bot.core.wilayah import DESA, KELURAHAN, above, chain, lies_in
from bot.store.people import people, phones
from bot.store.people.people import Holder
from bot.store.readiness import readiness as stored
from bot.store.reading import unread
from bot.store.tasks.tasks import Task
from bot.work.access import FASILITATOR_DESA, FASILITATOR_KECAMATAN, command
from bot.work.office import Office
from bot.work.people.phones import RUNG
from bot.work.round import Round
from bot.work.tasks.planning import targets
from bot.work.visit import Visit

#: Of each kind of wilayah, its own musrenbang.
MAIN = {DESA: "musrenbang_desa", KELURAHAN: "musrenbang_kelurahan"}
ABOVE = "musrenbang_kecamatan"
_KINDS = (*MAIN.values(), *GROUPS, ABOVE, "musdes", "musdus")


@dataclass(frozen=True, slots=True)
class Contact:
    """Whom to ring; `role` empty = nobody has an account, so that only the office of the village is left. `phone`: of
    the person, `office`: of the office of the village; empty where nobody gave it. `address`: where the messenger
    finds them."""

    name: str = ""
    role: str = ""
    person: int = 0
    address: int = 0
    phone: str = ""
    office: str = ""


@dataclass(frozen=True, slots=True)
class Village:
    """One desa or kelurahan as it stands. `concern`: why it should be rung, if at all; `unread`: usulan that have
    waited too long for a reader."""

    code: str
    name: str
    standing: Standing
    contact: Contact
    concern: Concern | None
    unread: int = 0


@dataclass(frozen=True, slots=True)
class Facts:
    """All that was asked of the database, once; what is said of any moment follows from it."""

    office: Office
    cycle: int
    scopes: tuple[str, ...]
    meetings: Mapping[str, Sequence[Meeting]]
    jobs: Mapping[str, Sequence[Job]]
    holders: Mapping[tuple[str, str], Sequence[Holder]]
    unread: Mapping[str, int] = field(default_factory=dict)
    phones: Mapping[int, str] = field(default_factory=dict)
    offices: Mapping[str, str] = field(default_factory=dict)

    def villages(self, moment: datetime) -> list[Village]:
        """Every desa and kelurahan within the scopes, by code, as they stood at that moment."""
        return [self._village(code, moment) for code in villages_in(self.office, self.scopes)]

    def _village(self, code: str, moment: datetime) -> Village:
        office = self.office
        view = View(office.catalog.calendar, self.cycle, moment, office.zone)
        kecamatan = self.meetings.get(above(code), ())
        held_above = min((view.day(one.starts_at) for one in kecamatan if one.cancelled_at is None), default=None)
        kind = MAIN[KELURAHAN if office.catalog.places.is_kelurahan(code) else DESA]
        standing = stand(view, kind, self.meetings.get(code, ()), self.jobs.get(code, ()), held_above)
        contact = self._contact(code)
        found = trouble.concern(
            standing, view.today, is_manned=contact.role in (FASILITATOR_DESA, FASILITATOR_KECAMATAN)
        )
        place = office.catalog.places.find(code)
        name = place.name if place else code
        return Village(code, name, standing, contact, found, self.unread.get(code, 0))

    def _contact(self, code: str) -> Contact:
        office = self.offices.get(code, "")
        for role in RUNG:
            for scope in chain(code):
                if found := self.holders.get((role, scope)):
                    one = found[0]
                    return Contact(one.name, role, one.id, one.address, self.phones.get(one.id, ""), office)
        return Contact(office=office)


def villages_in(office: Office, scopes: Sequence[str]) -> list[str]:
    found = {code for scope in scopes for name in MAIN for code in targets(office, scope, name)}
    return sorted(found)


async def gather(tour: Round, scopes: Sequence[str]) -> Facts:
    """For the plan that is being made now; a handful of statements."""
    cycle = tour.office.cycle_of(tour.now)
    known = tour.office.catalog.calendar.rules.values()
    rules = {rule.key: rule for rule in known if rule.answers in ANSWERS and rule.list in MAIN}
    around = sorted({scope for code in scopes for scope in chain(code)})
    meetings: dict[str, list[Meeting]] = {}
    for wilayah, meeting in await stored.meetings(tour.connection, scopes, around, _KINDS, cycle):
        meetings.setdefault(wilayah, []).append(meeting)
    jobs: dict[str, list[Job]] = {}
    for task in await stored.tasks_of(tour.connection, scopes, sorted(rules), cycle):
        jobs.setdefault(task.wilayah, []).append(_job(task, rules[task.rule]))
    rung = await people.holders(tour.connection, RUNG, around, tour.now, inside=scopes)
    waiting = await unread.counts(tour.connection, scopes)
    numbers = await phones.of(tour.connection, {one.id for one in rung})
    offices = await phones.offices(tour.connection, scopes)
    return Facts(tour.office, cycle, tuple(scopes), meetings, jobs, people.by_place(rung), waiting, numbers, offices)


def _job(task: Task, rule: TaskRule) -> Job:
    return Job(task.id, task.occasion_id, rule.answers, task.due_on, task.state, task.closed_at)


def scopes_of(grants: Sequence[Grant]) -> tuple[str, ...]:
    """Where somebody may look, the widest only."""
    roles = command("kesiapan").roles
    held = {grant.scope for grant in grants if grant.role in roles}
    return tuple(sorted(one for one in held if not any(one != other and lies_in(one, other) for other in held)))


async def seen(visit: Visit, inside: str = "") -> list[Village]:
    """What this person may look at, as it stands now. `inside`: only there, and of nothing else is anything asked."""
    scopes = _narrowed(scopes_of(visit.grants), inside) if inside else scopes_of(visit.grants)
    if not scopes or (inside and visit.office.catalog.places.find(inside) is None):
        return []
    async with visit.ask() as connection:
        facts = await gather(visit.round(connection), scopes)
    return facts.villages(visit.now)


def _narrowed(scopes: Sequence[str], inside: str) -> tuple[str, ...]:
    """This wilayah, or what of it is theirs."""
    own = (inside,) if any(lies_in(inside, scope) for scope in scopes) else scopes
    return tuple(scope for scope in own if lies_in(scope, inside))


def troubled(villages: Sequence[Village]) -> list[Village]:
    """Those to be rung, the most urgent first."""
    found = [one for one in villages if one.concern is not None]
    return sorted(found, key=_at_stake)


def _at_stake(one: Village) -> tuple[tuple[int, int], int, bool, str]:
    """What comes first, the most urgent first; of equals where people wait to be read, then where no facilitator is."""
    assert one.concern is not None
    return trouble.order(one.concern), -one.unread, one.contact.role == FASILITATOR_DESA, one.code


def without_facilitator(villages: Sequence[Village]) -> int:
    """How many have none of their own."""
    return sum(one.contact.role != FASILITATOR_DESA for one in villages)


def unread_in(villages: Sequence[Village]) -> tuple[int, Village | None]:
    """How many usulan have waited too long for a reader, and where most of them do."""
    most = max(villages, key=lambda one: one.unread, default=None)
    return sum(one.unread for one in villages), most if most is not None and most.unread else None


def counted(villages: Sequence[Village]) -> dict[str, int]:
    """By question, how many can say yes."""
    return {question: sum(one.standing.of(question).status in ANSWERED for one in villages) for question in QUESTIONS}
