"""A facilitator's year, which is that of a plan: which meetings, who was heard because of them, what became of it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.core.calendar.rules import TOLD
from bot.core.hall.guests import DISABLED, OLD, POOR, WOMEN
from bot.store.calendar.occasions import Occasion
from bot.store.database.database import Connection
from bot.store.service import year as stored
from bot.store.service.year import Brought, Finished, Met, Tenure
from bot.work.access import FASILITATOR_DESA, command
from bot.work.office import Office
from bot.work.round import Round

#: Those whom a meeting rarely hears, in the order in which they are told of.
HEARD = (WOMEN, POOR, DISABLED, OLD)
#: Answers to "who feels it" by which an usulan is told of here.
_FELT_BY = {POOR: "miskin", DISABLED: "disabilitas", OLD: "lansia"}


@dataclass(frozen=True, slots=True)
class Heard:
    """Of one group: invited by name, come, and usulan written down for somebody of it or about it."""

    invited: int = 0
    came: int = 0
    usulan: int = 0


@dataclass(frozen=True, slots=True)
class Year:
    """What is written down for the kabupaten's plan of `year`: from one April to the next, so that a season of meetings
    is not torn by New Year. `meetings`: their own; `beside`: those of the villages of a kecamatan.

    `brought`, `told`: usulan for people without a telephone, and how many of those were told in person. `recorded`,
    `read`: usulan of their wilayah. `on_time` of the `done` tasks, `fed_back` of them told people what became of it.
    """

    year: int
    tenures: Sequence[Tenure]
    meetings: Sequence[Met] = ()
    beside: Sequence[Met] = ()
    heard: Mapping[str, Heard] | None = None
    brought: int = 0
    told: int = 0
    recorded: int = 0
    read: int = 0
    read_back: int = 0
    done: int = 0
    on_time: int = 0
    fed_back: int = 0

    @property
    def is_empty(self) -> bool:
        """What others brought is no work of theirs."""
        return not (self.meetings or self.beside or self.brought or self.done)

    @property
    def came(self) -> tuple[int, int]:
        """Women and men, as far as they were counted."""
        return sum(one.women or 0 for one in self.meetings), sum(one.men or 0 for one in self.meetings)

    @property
    def counted(self) -> int:
        """Of how many of their meetings it is known how many came."""
        return sum(one.women is not None or one.men is not None for one in self.meetings)


def years(office: Office, tenures: Sequence[Tenure], now: datetime) -> list[int]:
    """The plans for which they were facilitators, the newest first."""
    if not tenures:
        return []
    return list(range(office.cycle_of(now), office.cycle_of(tenures[0].since) - 1, -1))


async def tenures(connection: Connection, person_id: int) -> list[Tenure]:
    return await stored.tenures(connection, person_id, command("pengabdian").shown)


async def gather(tour: Round, person_id: int, found: Sequence[Tenure], year: int) -> Year:
    """All that was done for this plan until now. Everything is counted within the same days, tasks by the meeting that
    they belong to: so the figures agree."""
    first, last = tour.office.span_of(year)
    last = min(last, tour.now)
    scopes = sorted({one.scope for one in found})
    kinds = [kind.key for kind in tour.office.catalog.calendar.kinds.values() if not kind.stage]
    held = await stored.meetings(tour.connection, scopes, kinds, first, last)
    own = [one for one in held if _is_own(one.occasion, person_id, found)]
    beside = [one for one in held if one not in own and _there(one.occasion, found)]
    ids = [one.occasion.id for one in own]
    brought = await stored.brought(tour.connection, person_id, found, first, last)
    recorded, read = await stored.recorded(tour.connection, found, first, last)
    done = await stored.finished(tour.connection, person_id, scopes, year)
    return Year(
        year,
        found,
        own,
        beside,
        _heard(await stored.invited(tour.connection, ids), brought),
        len(brought),
        sum(one.was_told for one in brought),
        recorded,
        read,
        await stored.read_back(tour.connection, ids),
        len(done),
        sum(tour.office.local(one.closed_at).date() <= one.due_on for one in done),
        len([one for one in done if _tells(tour.office, one)]),
    )


def _there(one: Occasion, found: Iterable[Tenure]) -> list[Tenure]:
    """The roles that they had there on that day."""
    return [service for service in found if service.covers(one.wilayah, one.starts_at)]


def _is_own(one: Occasion, person_id: int, found: Iterable[Tenure]) -> bool:
    """A village's own facilitator was there; the kecamatan's was at its own, and at those they called themselves."""
    called = one.made_by == person_id
    there = _there(one, found)
    return any(called or service.role == FASILITATOR_DESA or service.scope == one.wilayah for service in there)


def _tells(office: Office, one: Finished) -> bool:
    rule = office.catalog.calendar.rules.get(one.rule)
    return rule is not None and rule.answers == TOLD


def _heard(invited: Iterable[tuple[str, bool | None, int, int]], brought: Sequence[Brought]) -> dict[str, Heard]:
    """A poor woman counts as both: what is told is how often each group was heard, not how many people there were."""
    asked, came = dict.fromkeys(HEARD, 0), dict.fromkeys(HEARD, 0)
    for element, is_woman, number, there in invited:
        for group in {element} | ({WOMEN} if is_woman else set()):
            if group in asked:
                asked[group] += number
                came[group] += there
    return {group: Heard(asked[group], came[group], sum(_is_of(one, group) for one in brought)) for group in HEARD}


def _is_of(one: Brought, group: str) -> bool:
    """As the speaker said themselves: who they are, or who feels it."""
    if group == WOMEN:
        return one.agreed.get("jenis") == "perempuan"
    felt_by = [told["value"] for told in one.answers.get("merasakan") or ()]
    return _FELT_BY[group] in felt_by
