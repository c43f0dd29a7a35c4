"""Whose tasks are, when a role begins, ends or is taken over. Whoever comes anew has their days: nobody is late with
what somebody else left."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot.core.tasks.owners import Holders, owner_of
from bot.core.wilayah import DESA, chain, kecamatan_of, level_of
from bot.store.grants import grants_of
from bot.store.people import people
from bot.store.tasks import duties, tasks
from bot.store.tasks import owners as stored
from bot.store.tasks.owners import Changed
from bot.store.tasks.tasks import UNFINISHED, Task
from bot.work.access import FASILITATOR_DESA, command
from bot.work.office import Office
from bot.work.round import Round
from bot.work.tasks.following import reschedule, with_time
from bot.work.tasks.reminders import holders_of, role_of

#: Roles that come with /tugas: whoever has another one only cannot do anything with a task.
_DOERS = command("tugas").roles


async def settle_due(tour: Round, limit: int) -> int:
    """Where a role began or ended, tasks find their owner. Returns how many roles were looked at."""
    due = [await _begun(tour, role) for role in await stored.changed(tour.connection, tour.now, limit)]
    for role in due:
        await _settle(tour, role)
    await stored.settled(tour.connection, {role.id: _ends(role, tour.now) for role in due})
    return len(due)


async def _begun(tour: Round, role: Changed) -> Changed:
    """What was lent from today on begins, for whoever still has a role of their own."""
    is_lent = role.revoked_at is not None and role.revoked_at < role.granted_at <= tour.now
    if not is_lent or role.person_id not in await grants_of(tour.connection, [role.person_id], tour.now):
        return role
    await stored.begin(tour.connection, role.id)
    return replace(role, revoked_at=None)


def _ends(role: Changed, now: datetime) -> datetime | None:
    if role.granted_at > now:
        return role.granted_at
    return role.until if role.revoked_at is None and role.until is not None and role.until > now else None


async def _settle(tour: Round, role: Changed) -> None:
    found = [
        task
        for task in await stored.touched(tour.connection, role.person_id, role.scope)
        if _is_known(tour.office, task)
    ]
    found = await _not_next_door(tour, role, found)
    scopes = sorted({scope for task in found for scope in chain(task.wilayah)})
    holders = await people.ids_by_place(tour.connection, _DOERS, scopes, tour.now) if found else {}
    moved = [new for task in found if (new := _settled(tour.office, task, role.person_id, holders)) is not None]
    await _give(tour, moved, "settled", None)


async def _not_next_door(tour: Round, role: Changed, found: Sequence[Task]) -> list[Task]:
    """Without what they accepted from another desa of the kecamatan, while they are a facilitator there. What was
    theirs by the role that ended is none of it."""
    taken = [task for task in found if task.owner_id == role.person_id and role.scope not in chain(task.wilayah)]
    scopes = sorted({kecamatan_of(task.wilayah) for task in taken if level_of(task.wilayah) == DESA})
    stands = {
        scope
        for scope in scopes
        if role.person_id in await people.ids_with_role(tour.connection, (FASILITATOR_DESA,), tour.now, [scope])
    }
    stays = {task.id for task in taken if kecamatan_of(task.wilayah) in stands}
    return [task for task in found if task.id not in stays]


def _is_known(office: Office, task: Task) -> bool:
    return task.rule in office.catalog.calendar.rules


def _settled(office: Office, task: Task, person: int, holders: Holders) -> Task | None:
    """With its owner as it should be; None where it stays. Whoever took it stays, while they have a role there."""
    whose = owner_of(role_of(office, task), task.wilayah, holders)
    stays = any(task.owner_id in holders.get((role, scope), ()) for scope in chain(task.wilayah) for role in _DOERS)
    is_theirs_now = task.on_behalf and (not whose.on_behalf or whose.owner == person)
    if (stays and not is_theirs_now) or (whose.owner, whose.on_behalf) == (task.owner_id, task.on_behalf):
        return None
    return replace(task, owner_id=whose.owner, on_behalf=whose.on_behalf)


async def hand(tour: Round, task_id: int, to: int) -> bool:
    """Somebody accepted what they were asked for: it is theirs, and what comes next comes at their hour. False when it
    was finished or taken back meanwhile."""
    await tasks.turn_to_plan(tour.connection)
    task = await tasks.one(tour.connection, task_id)
    if task is None or task.state not in UNFINISHED or task.offered_to != to:
        return False
    await _give(tour, [replace(task, owner_id=to)], "handed", to)
    return True


async def take(tour: Round, task: Task, by: int) -> bool:
    """A task of nobody becomes theirs; of several who want it at once exactly one gets it."""
    await tasks.turn_to_plan(tour.connection)
    if not await duties.take(tour.connection, task.id, by):
        return False
    holders = await holders_of(tour, [task])
    behalf = owner_of(role_of(tour.office, task), task.wilayah, holders).on_behalf
    await _give(tour, [replace(task, owner_id=by, on_behalf=behalf)], "taken", by)
    return True


async def take_over(tour: Round, old: int, new: int, scopes: Sequence[str]) -> None:
    """A successor has what their predecessor had."""
    await tasks.turn_to_plan(tour.connection)
    found = [task for task in await stored.of_person(tour.connection, old, scopes) if _is_known(tour.office, task)]
    await _give(tour, [replace(task, owner_id=new) for task in found], "handed", new)


async def _give(tour: Round, moved: Sequence[Task], kind: str, by: int | None) -> None:
    """What the one before had asked of others goes with them."""
    blank = [replace(task, offered_to=None, help_at=None, why=None) for task in moved]
    await reschedule(tour, [with_time(tour.office, task, tour.now) for task in blank])
    await tasks.log(tour.connection, [task.id for task in moved], kind, tour.now, by)
