"""What others wait for: an input that nobody has published yet is owed by whoever has to, not by those who wait."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.core.records import Grant
from bot.core.tasks.owners import Holders, owner_of
from bot.core.wilayah import KABUPATEN, chain, up_to
from bot.store.database.database import Connection
from bot.store.people import people
from bot.store.queues.notices import OWED, Notice
from bot.store.tasks import ladder as stored
from bot.store.tasks.ladder import Step
from bot.store.tasks.tasks import Task
from bot.work.access import CAMAT, FASILITATOR_KECAMATAN, PENDAMPING
from bot.work.office import Office
from bot.work.round import Round
from bot.work.saying.keyboard import keyboard
from bot.work.saying.naming import kind_name
from bot.work.saying.told import Told, of_what
from bot.work.tasks import words
from bot.work.tasks.closing import begin
from bot.work.tasks.daily import tell_once_in_lists
from bot.work.tasks.planning import AGAIN, Need, missing_inputs

#: Whose kecamatan waits for what the office owes.
_LOOK = (FASILITATOR_KECAMATAN, CAMAT, PENDAMPING)
#: How many parts of a code name a wilayah of this kind; a desa's and a kelurahan's have four.


@dataclass(frozen=True, slots=True)
class Owed:
    """`waiting`: how many tasks cannot begin. `task`: what hangs from its date; None while nobody has set one."""

    rule: str
    scope: str
    waiting: int
    task: Task | None


async def owed(connection: Connection, office: Office, scopes: Sequence[str]) -> list[Owed]:
    """Everything that tasks in these wilayah wait for, the most awaited first."""
    needs = [need for need in await stored.waiting_in(connection, scopes) if need[0] in office.catalog.calendar.rules]
    counts: dict[tuple[str, str], int] = {}
    for need, keys in (await missing_inputs(connection, office, needs)).items():
        for key in keys:
            where = _owed_in(office, key, need[1])
            counts[key, where] = counts.get((key, where), 0) + needs.count(need)
    found = await stored.unfinished_of(connection, sorted({key for key, _ in counts}), sorted({w for _, w in counts}))
    hanging = {(task.rule, task.wilayah): task for task in reversed(found)}
    return [
        Owed(key, where, number, hanging.get((key, where)))
        for (key, where), number in sorted(counts.items(), key=lambda one: (-one[1], one[0]))
    ]


async def owed_by(connection: Connection, office: Office, grants: Sequence[Grant]) -> list[Owed]:
    """What somebody with these grants has to publish."""
    calendar = office.catalog.calendar
    roles = {calendar.role_of(calendar.rules[key]) for rule in calendar.rules.values() for key in rule.inputs}
    scopes = sorted({grant.scope for grant in grants if grant.role in roles})
    theirs = {(grant.role, grant.scope) for grant in grants}
    found = await owed(connection, office, scopes) if scopes else []
    return [one for one in found if (calendar.role_of(calendar.rules[one.rule]), one.scope) in theirs]


async def seen_by(
    connection: Connection, office: Office, grants: Sequence[Grant], today: date
) -> tuple[list[Owed], bool]:
    """What somebody with these grants has to publish (True), or what the office owes to their kecamatan (False)."""
    if own := await owed_by(connection, office, grants):
        return own, True
    looking = sorted({grant.scope for grant in grants if grant.role in _LOOK})
    found = [one for scope in looking for one in await of_office(connection, office, scope, today)]
    return list({one.rule: one for one in found}.values()), False


async def of_office(connection: Connection, office: Office, scope: str, today: date) -> list[Owed]:
    """What the planning office owes to this wilayah: awaited there, or due for the whole kabupaten by today."""
    kabupaten, rules = office.catalog.places.kabupaten.code, office.catalog.calendar.rules
    found = [one for one in await owed(connection, office, [scope]) if one.scope == kabupaten]
    own = sorted(key for key, rule in rules.items() if rule.list == KABUPATEN)
    due = [task for task in await stored.unfinished_of(connection, own, [kabupaten]) if task.due_on <= today]
    awaited = {one.rule for one in found}
    return found + [Owed(task.rule, kabupaten, 0, task) for task in due if task.rule not in awaited]


def _owed_in(office: Office, key: str, wilayah: str) -> str:
    return up_to(wilayah, office.catalog.calendar.rules[key].list)


async def climb(tour: Round, waiting: Sequence[Task]) -> list[Step]:
    """What should have begun by now appears at those who owe its inputs; each input is told once a cycle. What misses
    nothing any more (an editor took the input out, say) begins."""
    held = await stored.held_at(tour.connection, sorted({task.occasion_id for task in waiting}))
    needs: dict[int, Need] = {task.id: (task.rule, task.wilayah, held[task.occasion_id][1]) for task in waiting}
    missing = await missing_inputs(tour.connection, tour.office, list(needs.values()))
    await begin(tour, [task for task in waiting if not missing[needs[task.id]]])
    waiting = [task for task in waiting if missing[needs[task.id]]]
    holders = await _owing(tour, {(key, need[1]) for need, keys in missing.items() for key in keys})
    told: set[tuple[int, str]] = set()
    steps = []
    for task in waiting:
        need = needs[task.id]
        people: set[int] = set()
        for key in missing[need]:
            where = _owed_in(tour.office, key, task.wilayah)
            rule = tour.office.catalog.calendar.rules[key]
            owing = owner_of(tour.office.catalog.calendar.role_of(rule), where, holders).candidates
            people |= set(owing)
            told |= {(person, f"{key}:{where}:{need[2]}") for person in owing}
        steps.append(Step(task, 1, tour.now + AGAIN, {"of": missing[need], "to": sorted(people)}))
    await tell_once_in_lists(tour, OWED, told)
    return steps


async def _owing(tour: Round, asked: set[tuple[str, str]]) -> Holders:
    calendar = tour.office.catalog.calendar
    roles = {role for key, _ in asked if (role := calendar.role_of(calendar.rules[key])) is not None}
    scopes = {scope for key, wilayah in asked for scope in chain(_owed_in(tour.office, key, wilayah))}
    return await people.ids_by_place(tour.connection, sorted(roles), sorted(scopes), tour.now) if asked else {}


async def compose(tour: Round, notice: Notice) -> Told | None:
    """To whoever owes it: what, and how much waits for it; nothing when it came meanwhile."""
    key, where, _ = notice.subject.split(":")
    found = next(
        (one for one in await owed(tour.connection, tour.office, [where]) if (one.rule, one.scope) == (key, where)),
        None,
    )
    if found is None:
        return None
    doer = tour.office.catalog.calendar.rules[key].doer
    text = tour.text(
        "tugas_ditunggu",
        nama=notice.name,
        judul=words.part(tour.office, key, ".judul"),
        siapa=tour.office.plain(f"pelaku.{doer}"),
        jumlah=found.waiting,
        berhari=found.task is not None,
        acara=kind_name(tour.office, tour.office.catalog.calendar.rules[key].anchors[0]),
    )
    if found.task is None:
        return Told(text)
    see = tour.text("tombol_tugas_lihat"), f"t:lihat:{found.task.id}"
    return Told(text, keyboard([see]), beside=of_what(tour.office, words.part(tour.office, key, ".judul"), see))
