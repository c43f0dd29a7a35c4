"""Setting, moving and cancelling an occasion, and everything that follows from it for the tasks: in one transaction."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta

from bot.core.calendar.rules import TaskRule
from bot.core.tasks import planning as core
from bot.core.tasks.ladder import at, lead_of, next_climb, next_reminder
from bot.core.tasks.owners import FACILITATORS, Holders, owner_of
from bot.core.wilayah import KELURAHAN, chain, is_kelurahan, is_wider, level_of
from bot.store.calendar import occasions
from bot.store.calendar.occasions import Occasion
from bot.store.database.database import Connection
from bot.store.database.ids import new_id
from bot.store.people import people
from bot.store.tasks import tasks
from bot.store.tasks.tasks import CANCELLED, LAPSED, OPEN, WAITING, Task
from bot.work.office import Office
from bot.work.round import Round
from bot.work.tasks import eves

#: A rule, where, and its occasion's cycle: what an input is needed for.
Need = tuple[str, str, int]
#: How often what waits is looked at again, once whoever owes its input was told.
AGAIN = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Change:
    """A task whose due day moved."""

    task: Task
    was: date


@dataclass(frozen=True, slots=True)
class Planned:
    """What became of the tasks of an occasion: new ones, moved ones, and those that were closed with it."""

    occasion: Occasion
    added: list[Task] = field(default_factory=list)
    moved: list[Change] = field(default_factory=list)
    closed: list[Task] = field(default_factory=list)


async def hold(tour: Round, one: Occasion) -> Planned:
    """Put a new occasion into the calendar, with the tasks that hang from it. Raises `occasions.Taken`."""
    await tasks.turn_to_plan(tour.connection)
    await occasions.add(tour.connection, one)
    await occasions.tell_before(tour.connection, one.id, eves.seen_at(tour.office, one, tour.now))
    await occasions.ask_after(tour.connection, one.id, eves.asked_after(tour.office, one, tour.now))
    await occasions.log(tour.connection, one.id, "set", tour.now, one.made_by)
    planned = await _plan(tour, one, [], one.made_by)
    await _ask_anew(tour, planned)
    return planned


async def _ask_anew(tour: Round, planned: Planned) -> None:
    """A meeting may have been held before there was the task that it fulfils."""
    rules = tour.office.catalog.calendar.rules
    kinds = sorted({kind for task in planned.added for kind in rules[task.rule].met_by})
    where = sorted({task.wilayah for task in planned.added if rules[task.rule].met_by})
    if kinds:
        await occasions.ask_anew(tour.connection, where, kinds, planned.occasion.cycle, tour.now)


async def move(tour: Round, one: Occasion, to: datetime, by: int | None) -> Planned:
    """Another date: open tasks move with it, finished ones stay as they are; what prepares a meeting that turns out to
    be over is no longer asked for. Another hour of the same day moves no task. Raises `occasions.Taken`."""
    await tasks.turn_to_plan(tour.connection)
    changed = replace(one, starts_at=to, cycle=tour.office.cycle_of(to), moves=one.moves + 1)
    await occasions.move(tour.connection, one.id, to, changed.cycle, tour.now)
    await occasions.tell_before(tour.connection, one.id, eves.seen_at(tour.office, changed, tour.now))
    await occasions.ask_after(tour.connection, one.id, eves.asked_after(tour.office, changed, tour.now))
    detail = {"from": one.starts_at.isoformat(), "to": to.isoformat()}
    await occasions.log(tour.connection, one.id, "moved", tour.now, by, detail)
    if tour.office.local(to).date() == tour.office.local(one.starts_at).date():
        return Planned(changed)
    existing = await tasks.of_occasion(tour.connection, one.id, to_change=True)
    planned = await _plan(tour, changed, existing, by)
    planned.closed.extend(await _lapse(tour, changed, existing, by))
    return planned


async def _lapse(tour: Round, one: Occasion, existing: Sequence[Task], by: int | None) -> list[Task]:
    """Close what can no longer be done because the occasion is over."""
    left = too_late(tour, one, existing)
    ids = [task.id for task in left]
    if ids:
        await tasks.close(tour.connection, ids, LAPSED, tour.now, by)
        await tasks.log(tour.connection, ids, "lapsed", tour.now, by)
    return left


def too_late(tour: Round, one: Occasion, existing: Sequence[Task]) -> list[Task]:
    """What of these can no longer be done because the occasion is over."""
    held_on, today, rules = tour.office.local(one.starts_at).date(), tour.today, tour.office.catalog.calendar.rules
    left = [task for task in existing if task.state in tasks.UNFINISHED and task.rule in rules]
    return [task for task in left if not core.is_ahead(rules[task.rule], held_on, today)]


async def cancel(tour: Round, one: Occasion, why: str, by: int | None) -> Planned | None:
    """Close what is left to do, with the reason. None when it was cancelled already."""
    await tasks.turn_to_plan(tour.connection)
    if not await occasions.cancel(tour.connection, one.id, why, tour.now):
        return None
    await occasions.log(tour.connection, one.id, "cancelled", tour.now, by, {"why": why})
    existing = await tasks.of_occasion(tour.connection, one.id, to_change=True)
    left = [task for task in existing if task.state in tasks.UNFINISHED]
    ids = [task.id for task in left]
    await tasks.close(tour.connection, ids, CANCELLED, tour.now, by, why)
    await tasks.log(tour.connection, ids, "cancelled", tour.now, by, {"why": why})
    return Planned(one, closed=left)


async def complete(tour: Round, one: Occasion) -> Planned:
    """The tasks that came into use since it was planned and can still be done: all others stay as they are."""
    await tasks.turn_to_plan(tour.connection)
    rules = tour.office.catalog.calendar.anchored(one.kind, await tasks.switched(tour.connection))
    held_on, workdays = tour.office.local(one.starts_at).date(), tour.office.catalog.calendar.workdays
    used = {rule.key for rule in rules if core.is_of_use(rule, held_on, tour.today, workdays)}
    again = await tasks.reopen(tour.connection, one.id, used)
    existing = await tasks.of_occasion(tour.connection, one.id, to_change=True)
    await tasks.log(tour.connection, [task.id for task in existing if task.rule in again], "again", tour.now, None)
    new = used - {task.rule for task in existing} | again
    return await _plan(tour, one, existing, None, new) if new else Planned(one)


@dataclass(frozen=True, slots=True)
class _Outlook:
    """All that planning has to know, asked for once. Due days by rule and wilayah."""

    due: Mapping[tuple[str, str], date]
    holders: Holders
    missing: Mapping[Need, Sequence[str]]
    hours: Mapping[int, int]


async def _plan(
    tour: Round, one: Occasion, existing: Sequence[Task], by: int | None, only: Collection[str] | None = None
) -> Planned:
    """The tasks of an occasion as they should be: new ones are made, unfinished ones move. `only`: these rules."""
    wanted = await wanted_of(tour, one)
    holders = await _holders(tour, wanted)
    hours = await tasks.hours_of(tour.connection, sorted({person for found in holders.values() for person in found}))
    missing = await missing_inputs(tour.connection, tour.office, [(*key, one.cycle) for key in wanted])
    fixed = [task for task in existing if task.state not in tasks.UNFINISHED or (only and task.rule not in only)]
    outlook = _Outlook(due_days(tour.office, one, wanted, fixed, tour.now), holders, missing, hours)
    known = {(task.rule, task.wilayah): task for task in existing}
    planned, kept = Planned(one), list[Task]()
    for key, rule in wanted.items():
        before = known.get(key)
        if key not in outlook.due or (before is not None and before.state not in tasks.UNFINISHED):
            continue
        if only is not None and rule.key not in only:
            continue
        made = _planned_task(tour.office, one, rule, key[1], outlook, before, tour.now)
        if before is None:
            planned.added.append(made)
        elif made.due_on != before.due_on:
            planned.moved.append(Change(made, before.due_on))
        elif made.ends_at != before.ends_at:
            kept.append(made)
    await tasks.replan(tour.connection, kept)
    await _store(tour.connection, planned, tour.now, by)
    return planned


async def wanted_of(tour: Round, one: Occasion) -> dict[tuple[str, str], TaskRule]:
    """What has to be done for it and is in use, by rule and wilayah."""
    rules = tour.office.catalog.calendar.anchored(one.kind, await tasks.switched(tour.connection))
    return {(rule.key, wilayah): rule for rule in rules for wilayah in targets(tour.office, one.wilayah, rule.list)}


async def _store(connection: Connection, planned: Planned, now: datetime, by: int | None) -> None:
    await tasks.add(connection, planned.added)
    await tasks.log(connection, [task.id for task in planned.added], "made", now, by)
    await tasks.replan(connection, [change.task for change in planned.moved])
    moved: dict[date, list[int]] = {}
    for change in planned.moved:
        moved.setdefault(change.was, []).append(change.task.id)
    for was, ids in moved.items():
        await tasks.log(connection, ids, "moved", now, by, {"was": was.isoformat()})


def _planned_task(
    office: Office, one: Occasion, rule: TaskRule, wilayah: str, outlook: _Outlook, before: Task | None, now: datetime
) -> Task:
    """New, or with new days; whoever took it keeps it."""
    calendar, key = office.catalog.calendar, (rule.key, wilayah)
    due = outlook.due[key]
    ends_at = ends(office, rule, one.starts_at, due)
    state = WAITING if outlook.missing[*key, one.cycle] else OPEN
    if before is not None:
        rung = before.rung if due == before.due_on else 0
        task = replace(before, due_on=due, ends_at=ends_at, rung=rung, state=state)
    else:
        whose = owner_of(calendar.role_of(rule), wilayah, outlook.holders)
        task = Task(new_id(), rule.key, one.id, wilayah, whose.owner, whose.on_behalf, due, state, ends_at=ends_at)
    return timed(office, task, now, outlook.hours)


def ends(office: Office, rule: TaskRule, starts_at: datetime, due: date) -> datetime:
    """When a task leaves the lists unfinished: never before its doer had the whole of its day."""
    policy = office.catalog.calendar.policy
    last = core.ends(rule, office.local(starts_at).date(), policy)
    return max(at(last, policy.hours[0], office.zone), after(office, due))


def after(office: Office, due: date) -> datetime:
    """When the day on which something is due is over, and a new list comes."""
    return at(due + timedelta(days=1), office.catalog.calendar.policy.hours[0], office.zone)


def timed(office: Office, task: Task, now: datetime, hours: Mapping[int, int]) -> Task:
    """With the times at which the clock has to look at it. `hours`: when the daily list comes (minutes), by person."""
    calendar = office.catalog.calendar
    policy, workdays, zone = calendar.policy, calendar.workdays, office.zone
    if task.state == WAITING:  # it is not reminded of; once it climbs, to whoever owes its input
        first = next_climb(task.due_on, 0, None, policy, workdays, zone)
        return replace(task, remind_at=None, climb_at=first[0] if first and task.rung == 0 else now + AGAIN)
    chosen = hours.get(task.owner_id) if task.owner_id is not None else None
    hour = policy.hours[0] if chosen is None else time(chosen // 60, chosen % 60)
    rule = calendar.rules[task.rule]
    remind = next_reminder(task.due_on, lead_of(rule, policy), now, hour, policy, workdays, zone)
    climb = next_climb(task.due_on, task.rung, calendar.role_of(rule), policy, workdays, zone)
    return replace(task, remind_at=remind, climb_at=climb[0] if climb else None)


def due_days(
    office: Office, one: Occasion, wanted: Mapping[tuple[str, str], TaskRule], settled: Sequence[Task], now: datetime
) -> dict[tuple[str, str], date]:
    """By rule and wilayah; within a wilayah the tasks of one list are planned together. `settled`: do not move."""
    calendar = office.catalog.calendar
    held_on, today = office.local(one.starts_at).date(), office.local(now).date()
    fixed: dict[str, dict[str, date]] = {}
    for task in settled:
        fixed.setdefault(task.wilayah, {})[task.rule] = task.due_on
    found: dict[tuple[str, str], date] = {}
    for wilayah in dict.fromkeys(wilayah for _, wilayah in wanted):
        rules = [rule for (_, where), rule in wanted.items() if where == wilayah]
        due = core.plan(rules, held_on, today, calendar.workdays, calendar.policy, fixed.get(wilayah))
        found |= {(key, wilayah): day for key, day in due.items()}
    return found


def targets(office: Office, wilayah: str, name: str) -> list[str]:
    """The wilayah of this kind in which the tasks of an occasion held in `wilayah` are to be done."""
    places = office.catalog.places
    found = [wilayah]
    while found and is_wider(found[0], name):
        found = [child.code for code in found for child in places.children(code)]
    return [code for code in found if (KELURAHAN if is_kelurahan(code) else level_of(code)) == name]


async def _holders(tour: Round, wanted: Mapping[tuple[str, str], TaskRule]) -> dict[tuple[str, str], list[int]]:
    """Whoever may own one of these tasks."""
    calendar = tour.office.catalog.calendar
    roles, scopes = set(FACILITATORS), set()
    for (_, wilayah), rule in wanted.items():
        roles |= {calendar.role_of(rule) or FACILITATORS[0]}
        scopes |= set(chain(wilayah))
    return await people.ids_by_place(tour.connection, sorted(roles), sorted(scopes), tour.now)


async def missing_inputs(connection: Connection, office: Office, wanted: Collection[Need]) -> dict[Need, list[str]]:
    """The inputs that are not there yet. Those of an earlier cycle do not count, what the office does not use is not
    waited for, and an input whose stage nobody has dated is missing like one that is late."""
    calendar, used = office.catalog.calendar, await tasks.switched(connection)
    asked = {rule: calendar.rules[rule].inputs for rule, _, _ in wanted if rule in calendar.rules}
    inputs = {key for keys in asked.values() for key in keys if calendar.is_on(calendar.rules[key], used)}
    scopes = {scope for _, wilayah, _ in wanted for scope in chain(wilayah)}
    newest: dict[tuple[str, str], int] = {}
    for key, scope, cycle in await tasks.closed_inputs(connection, sorted(inputs), sorted(scopes)) if inputs else ():
        newest[key, scope] = max(cycle, newest.get((key, scope), cycle))

    def is_there(key: str, need: Need) -> bool:
        return any(newest.get((key, scope), 0) >= need[2] for scope in chain(need[1]))

    return {
        need: [key for key in asked.get(need[0], ()) if key in inputs and not is_there(key, need)] for need in wanted
    }


def new_occasion(
    office: Office,
    kind: str,
    wilayah: str,
    starts_at: datetime,
    now: datetime,
    by: int | None,
    about: str = "",
    place: str = "",
) -> Occasion:
    return Occasion(new_id(), kind, wilayah, about, office.cycle_of(starts_at), starts_at, place, by, now)
