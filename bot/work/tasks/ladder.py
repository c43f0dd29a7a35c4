"""The ladder: what is late appears, rung by rung, in the daily lists of those who can help. Nobody is rung up.

It climbs in the doer's name only where it is the doer's own. Where the doer has no account, it climbs as *menunggu …*,
never in the name of the facilitator who makes sure of it; and what waits for somebody else's task stands still.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from bot.core.calendar.rules import Rung
from bot.core.records import Grant
from bot.core.tasks.ladder import climbs, next_climb
from bot.core.tasks.owners import Holders
from bot.core.tasks.planning import is_over
from bot.core.wilayah import chain
from bot.store.database.database import Connection
from bot.store.people import away, people
from bot.store.queues import notices
from bot.store.queues.notices import CLIMBED, HELP_WANTED
from bot.store.tasks import ladder as stored
from bot.store.tasks import tasks
from bot.store.tasks.ladder import Step
from bot.store.tasks.tasks import LAPSED, Task
from bot.work.access import BAPPEDA, CAMAT, FASILITATOR_KECAMATAN
from bot.work.office import Office
from bot.work.round import Round
from bot.work.tasks import following, owed
from bot.work.tasks.daily import tell_in_lists
from bot.work.tasks.telling import close_if_told
from bot.work.visit import Visit

OWN, WAITING, HELP = "own", "waiting", "help"
#: Whoever else sees what climbs to a role.
_SEES_TOO = {CAMAT: FASILITATOR_KECAMATAN}
#: Who is asked for help, nearest first.
_HELPERS = (FASILITATOR_KECAMATAN, CAMAT, BAPPEDA)
_LONGEST = 300


@dataclass(frozen=True, slots=True)
class Climbed:
    """What stands in somebody's list though it is another's. `kind`: the doer's own, something everybody waits for, or
    a call for help. `name`: of the owner, only where the task is their own. `doer`: by the sentence `pelaku.KEY`.
    `late`: working days after the due day. `says`: what its owner said that holds it up; `away`: on leave until that
    day."""

    task: Task
    kind: str
    name: str
    doer: str
    late: int
    says: str = ""
    away: date | None = None


async def climb_due(tour: Round, limit: int) -> int:
    """Everything whose time has come climbs one rung. Returns how many tasks were looked at."""
    due = await stored.due(tour.connection, tour.now, limit)
    if not due:
        return 0
    waiting = [task for task in due if task.state == tasks.WAITING and task.rule in tour.office.catalog.calendar.rules]
    if waiting:
        await stored.climb(tour.connection, stored.OWED, await owed.climb(tour, waiting), tour.now)
    known = {task.id for task in waiting} | await close_if_told(tour, due)
    await _climb(tour, [task for task in due if task.id not in known])
    return len(due)


async def _climb(tour: Round, due: Sequence[Task]) -> None:
    stuck = await following.held_up(tour.connection, tour.office, due)
    going = await _of_use(tour, [task for task in due if task.id not in stuck])
    holders = await _holders_of(tour.connection, _roles_above(tour.office), going, tour.now)
    steps = [step for task in going if (step := _step(tour.office, task, holders)) is not None]
    await stored.stand_still(tour.connection, sorted({task.id for task in due} - {step.task.id for step in steps}))
    await stored.climb(tour.connection, stored.CLIMBED, steps, tour.now)
    seen = {person for step in steps for person in step.detail["to"]}
    await tell_in_lists(tour, CLIMBED, "", seen)


async def _of_use(tour: Round, found: Sequence[Task]) -> list[Task]:
    """Without what only prepared a meeting that is over, and what the content no longer knows."""
    rules, today = tour.office.catalog.calendar.rules, tour.today
    held = await stored.held_at(tour.connection, sorted({task.occasion_id for task in found}))
    return [
        task
        for task in found
        if task.rule in rules
        and not is_over(rules[task.rule], tour.office.local(held[task.occasion_id][0]).date(), today)
    ]


def _step(office: Office, task: Task, holders: Holders) -> Step | None:
    """None at the top of the ladder."""
    calendar = office.catalog.calendar
    doer = calendar.role_of(calendar.rules[task.rule])
    steps = climbs(task.due_on, doer, calendar.policy, calendar.workdays)
    if task.rung >= len(steps):
        return None
    role = steps[task.rung][1].role
    to = [one for scope in chain(task.wilayah) for one in holders.get((role, scope), ()) if one != task.owner_id]
    following = next_climb(task.due_on, task.rung + 1, doer, calendar.policy, calendar.workdays, office.zone)
    detail = {"rung": task.rung + 1, "role": role, "to": to, "as": _kind(task)}
    return Step(task, task.rung + 1, following[0] if following else None, detail)


def _roles_above(office: Office) -> set[str]:
    return {rung.role for rung in office.catalog.calendar.policy.rungs if not rung.reminds}


def _kind(task: Task) -> str:
    return WAITING if task.on_behalf else OWN


async def _holders_of(connection: Connection, roles: Collection[str], found: Sequence[Task], now: datetime) -> Holders:
    scopes = sorted({scope for task in found for scope in chain(task.wilayah)})
    return await people.ids_by_place(connection, sorted(roles), scopes, now) if found else {}


async def lapse_due(tour: Round, limit: int) -> int:
    """What nobody finished in its time leaves the lists, without a word."""
    ended = await stored.ended(tour.connection, tour.now, limit)
    ids = [task.id for task in ended]
    if ids:
        await tasks.close(tour.connection, ids, LAPSED, tour.now, None)
        await tasks.log(tour.connection, ids, stored.LAPSED, tour.now, None)
        await following.give_time(tour, ended)
    return len(ended)


async def seen_by(tour: Round, viewers: Mapping[int, Sequence[Grant]]) -> dict[int, list[Climbed]]:
    """What climbed to each of these with their grants, the longest late first; then where help is needed. Nobody sees
    their own."""
    late = await stored.climbed(tour.connection, _scopes(viewers, _roles_above(tour.office) | {*_SEES_TOO}))
    asking = await stored.asking(tour.connection, _scopes(viewers, _HELPERS))
    holders = await _holders_of(tour.connection, _HELPERS, asking, tour.now)
    late = await _of_use(tour, late)
    found = [task for task in (*late, *asking) if task.rule in tour.office.catalog.calendar.rules]
    owners = sorted({task.owner_id for task in found if task.owner_id is not None})
    names = await people.names(tour.connection, owners)
    leaves = await away.of_people(tour.connection, owners, tour.today)
    said = await stored.held_up_by(tour.connection, [task.id for task in late])
    return {
        person: [
            replace(
                _shown(tour.office, one, kind, names, tour.now),
                says=said.get(one.id, ""),
                away=leaves.get(one.owner_id or 0),
            )
            for one, kind in [*((one, _kind(one)) for one in late), *((one, HELP) for one in asking)]
            if one.owner_id != person
            and (_helps(one, holders, grants) if kind == HELP else _reaches(tour.office, one, grants))
        ]
        for person, grants in viewers.items()
    }


def _scopes(people: Mapping[int, Sequence[Grant]], roles: Collection[str]) -> list[str]:
    return sorted({grant.scope for grants in people.values() for grant in grants if grant.role in roles})


def _reaches(office: Office, task: Task, grants: Sequence[Grant]) -> bool:
    roles = {rung.role for rung in rungs_reached(office, task)}
    return any(_SEES_TOO.get(grant.role, grant.role) in roles and grant.covers(task.wilayah) for grant in grants)


def rungs_reached(office: Office, task: Task) -> list[Rung]:
    """Where a task stands by now, lowest rung first; nowhere, when its line is no longer in the content."""
    calendar = office.catalog.calendar
    if task.rule not in calendar.rules:
        return []
    doer = calendar.role_of(calendar.rules[task.rule])
    return [rung for _, rung in climbs(task.due_on, doer, calendar.policy, calendar.workdays)[: task.rung]]


def _shown(office: Office, task: Task, kind: str, names: Mapping[int, str], now: datetime) -> Climbed:
    calendar = office.catalog.calendar
    late = calendar.workdays.between(task.due_on, office.local(now).date())
    name = "" if kind == WAITING or task.owner_id is None else names.get(task.owner_id, "")
    doer = calendar.rules[task.rule].doer if task.rule in calendar.rules else ""
    return Climbed(task, kind, name, doer, late)


async def ask_for_help(visit: Visit, task: Task, words: str) -> list[str]:
    """Whoever is nearest and can help is told, within their hours; returns their names."""
    async with visit.ask() as connection:
        holders = await _holders_of(connection, _HELPERS, [task], visit.now)
        asked = sorted({person for _, _, person in _helpers(task, holders) if person != visit.me.id})
        await tasks.set_values(connection, task.id, help_at=visit.now, why=words[:_LONGEST])
        await stored.note(connection, stored.HELP, visit.now, [(task.id, visit.me.id, {"to": asked})])
        await notices.raise_for(connection, HELP_WANTED, str(task.id), dict.fromkeys(asked, visit.now))
        names = await people.names(connection, asked)
    return [names[person] for person in asked if person in names]


def _helps(task: Task, holders: Holders, grants: Sequence[Grant]) -> bool:
    reached = {(role, scope) for role, scope, _ in _helpers(task, holders)}
    return any((grant.role, grant.scope) in reached for grant in grants)


def _helpers(task: Task, holders: Holders) -> list[tuple[str, str, int]]:
    """(role, scope, person) of the nearest who are not the owner."""
    for role in _HELPERS:
        found = [(role, scope, person) for scope in chain(task.wilayah) for person in holders.get((role, scope), ())]
        if others := [one for one in found if one[2] != task.owner_id]:
            return others
    return []
