"""/tugas: one's own tasks by urgency, and beside them what waits, what is offered, and what climbed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Any

from bot.core.calendar.rules import PREPARATION
from bot.core.forms.writing import in_short
from bot.core.records import Grant
from bot.core.tasks.owners import FACILITATORS, owner_of
from bot.core.wilayah import chain
from bot.store.answering import questions
from bot.store.calendar import occasions
from bot.store.database.database import Connection
from bot.store.people import away, people
from bot.store.reading import readings
from bot.store.tasks import duties as stored
from bot.store.tasks.duties import CLOSED, MINE, OFFERED, WAITS, Free
from bot.store.tasks.reminding import Duty
from bot.work.access import BAPPEDA, allowed, button, command
from bot.work.office import Office
from bot.work.round import Round
from bot.work.saying.keyboard import LABEL, Key, in_rows, keyboard
from bot.work.saying.naming import date_of, kind_name, occasion_name, told_apart
from bot.work.saying.paging import Page, turning
from bot.work.tasks import climbing, ladder, owed, words
from bot.work.tasks.beginning import can_begin
from bot.work.tasks.following import held_up
from bot.work.tasks.owed import Owed
from bot.work.visit import Visit

ASKED, CLIMBED, OWED = "diminta", "naik", "utang"
#: The lists beside one's own, in the order in which their buttons stand.
LISTS = (MINE, ASKED, OFFERED, WAITS, CLIMBED, OWED, CLOSED)
#: Of usulan: what waits to be read by this person, and whose proposers are told by word of mouth; and what they ask.
UNREAD, UNTOLD, QUESTIONS = "saya", "kabari", "pertanyaan"
_LISTED = 5
#: What tells apart tasks that are called the same.
_APART = ("judul", "tempat", "hari")
LATE, TODAY, SOON, LATER, OVER = "telat", "hari_ini", "minggu_ini", "berikutnya", "usai"
_AHEAD = timedelta(days=400)


@dataclass(frozen=True, slots=True)
class _Entry:
    """A line with the task that its button opens; None where there is nothing to open."""

    line: dict[str, Any]
    task_id: int | None


async def show(visit: Visit, page: int = 0, *, which: str = MINE) -> None:
    """A page of one of the lists."""
    async with visit.ask() as connection:
        lists = await _short_lists(visit, connection)
        counts = await stored.counts(connection, visit.me.id)
        counts |= {name: len(found) for name, found in lists.items()}
        start = page * _LISTED
        if which in lists:
            shown = lists[which][start : start + _LISTED]
        elif which == CLOSED:
            shown = await _closed(visit, connection, start)
        else:
            shown = await _own(visit, connection, which, start)
        reading = await _reading(visit, connection)
        is_away = bool(await away.of_people(connection, [visit.me.id], visit.today))
    markup = _markup(visit, which, page, counts, shown, reading, is_away=is_away)
    if not shown:
        await _say_empty(visit, which, reading, markup)
        return
    lines = [one.line | {"nomor": start + place} for place, one in enumerate(shown, 1)]
    today = visit.today
    unread = {"belum_dibaca": reading[UNREAD], "pertanyaan": reading[QUESTIONS]} if which == MINE else {}
    visit.say(f"tugas_daftar_{which}", markup, hari=words.day(today), jumlah=counts[which], tugas=lines, **unread)


async def _own(visit: Visit, connection: Connection, which: str, start: int) -> list[_Entry]:
    today = visit.today
    found = await own(connection, visit.office, which, visit.me.id, today, _LISTED, start)
    begun = await can_begin(connection, visit.office, found, today)
    entries = [_entry(visit.office, duty, today) for duty in found]
    return [replace(one, line=one.line | {"bisa": one.task_id in begun}) for one in entries]


async def _closed(visit: Visit, connection: Connection, start: int) -> list[_Entry]:
    found = await stored.closed(connection, visit.me.id, _LISTED, start)
    entries = []
    for duty in found:
        if words.is_known(visit.office, duty):
            entry, at = _entry(visit.office, duty, visit.today), duty.task.closed_at
            day = words.day(visit.office.local(at).date()) if at is not None else ""
            entries.append(replace(entry, line=entry.line | {"selesai": day}))
    return entries


async def _reading(visit: Visit, connection: Connection) -> dict[str, int]:
    """How many usulan wait to be read, how many people without a telephone to be told by word of mouth, and how many
    questions to be answered; 0 for who reads no usulan."""
    asked = await questions_for(connection, visit.me.id, visit.grants, visit.now)
    reads = command("periksa")
    if not allowed(reads, visit.grants):
        return {UNREAD: 0, UNTOLD: 0, QUESTIONS: asked}
    who = readings.sight(visit.me.id, visit.grants, reads.roles, visit.now)
    return {which: await readings.count(connection, which, who) for which in (UNREAD, UNTOLD)} | {QUESTIONS: asked}


async def questions_for(connection: Connection, person: int, grants: Sequence[Grant], now: datetime) -> int:
    """How many questions of villagers wait for the answer of this person."""
    answers = button("q")
    if not allowed(answers, grants):
        return 0
    return await questions.count(connection, readings.sight(person, grants, answers.roles, now))


async def own(
    connection: Connection, office: Office, which: str, person_id: int, today: date, limit: int, start: int = 0
) -> list[Duty]:
    """One's own tasks in one of these lists: what is late comes first, but not what waits for somebody else's task, and
    what prepared a meeting that was held comes last."""
    past = await stored.past(connection, person_id, today, datetime.combine(today, time(), office.zone))
    held = await held_up(connection, office, [duty.task for duty in past])
    over = [duty.task.id for duty in past if words.is_over(office, duty, today)]
    found = await stored.listed(connection, which, person_id, today, limit, start, held, over)
    return [replace(duty, held=duty.task.id in held) for duty in found if words.is_known(office, duty)]


def _entry(office: Office, duty: Duty, today: date) -> _Entry:
    return _Entry(words.line(office, duty, today) | {"bagian": _section(office, duty, today)}, duty.task.id)


def _section(office: Office, duty: Duty, today: date) -> str:
    """What waits for somebody else stands under today, however long it has been."""
    if words.is_over(office, duty, today):
        return OVER
    if words.is_late(office, duty, today):
        return LATE
    if duty.task.due_on <= today:
        return TODAY
    return SOON if duty.task.due_on <= today + words.WEEK else LATER


async def _short_lists(visit: Visit, connection: Connection) -> dict[str, list[_Entry]]:
    """What is not one's own."""
    today = visit.today
    asked = await stored.asked_of(connection, visit.me.id)
    me = visit.me.id
    offered = await offered_to(visit.round(connection), me, visit.grants)
    climbed = (await ladder.seen_by(visit.round(connection), {me: visit.grants}))[me]
    owing, own = await owed.seen_by(connection, visit.office, visit.grants, today)
    return {
        ASKED: [_entry(visit.office, duty, today) for duty in asked if words.is_known(visit.office, duty)],
        OFFERED: [_entry(visit.office, duty, today) for duty in offered],
        CLIMBED: [_Entry(climbing.line(visit.office, one), one.task.id) for one in climbed],
        OWED: [_Entry(_owing(visit.office, one, own=own), one.task.id if own and one.task else None) for one in owing],
    }


def _owing(office: Office, one: Owed, *, own: bool) -> dict[str, Any]:
    return {
        "sendiri": own,
        "judul": words.part(office, one.rule, ".judul"),
        "tempat": words.place(office, one.scope),
        "jumlah": one.waiting,
        "hari": words.day(one.task.due_on) if one.task is not None else "",
        "acara": kind_name(office, office.catalog.calendar.rules[one.rule].anchors[0]),
    }


def _markup(
    visit: Visit,
    which: str,
    page: int,
    counts: dict[str, int],
    shown: Sequence[_Entry],
    reading: dict[str, int],
    *,
    is_away: bool,
) -> dict[str, Any]:
    start = page * _LISTED
    rows = [[key] for key in _open_keys(visit.office, start + 1, shown)]
    on = Page(shown, page, _LISTED, counts[which])
    rows.append(turning(visit.office, on, lambda other: f"t:daftar:{which}:{other}"))
    others = [name for name in LISTS if name != which and (counts[name] or name == MINE)]
    keys = [(visit.office.plain(f"tombol_tugas_{name}", jumlah=counts[name]), f"t:daftar:{name}:0") for name in others]
    rows += [list(row) for row in in_rows(keys)]
    rows += [
        [(visit.office.plain(label, jumlah=reading[what]), f"u:daftar:{what}:0")]
        for what, label in ((UNREAD, "tombol_tugas_baca"), (UNTOLD, "tombol_daftar_kabari"))
        if reading[what]
    ]
    if reading[QUESTIONS]:
        rows.append([(visit.text("tombol_pertanyaan", jumlah=reading[QUESTIONS]), "q:daftar:0")])
    if is_away:
        rows.append([(visit.text("tombol_kembali_di_tempat"), "t:kembali")])
    last = [(visit.text("tombol_tugas_jam"), "t:jam")]
    if any(grant.role == BAPPEDA for grant in visit.grants):
        last.append((visit.text("tombol_tugas_dipakai"), "y:pakai"))
    return keyboard(*rows, last, [(visit.text("tombol_layar"), "rumah:layar:tugas")])


def _open_keys(office: Office, first: int, shown: Sequence[_Entry]) -> list[Key]:
    """Nothing where there is nothing to open; two of one title by their place."""
    names = told_apart([[one.line.get(part, "") for part in _APART] for one in shown], LABEL - 4)
    told = ((number, name, one.task_id) for number, (name, one) in enumerate(zip(names, shown, strict=True), first))
    return [
        (in_short(office.plain("tombol_tugas_buka", nomor=number, judul=name), LABEL), f"t:lihat:{task_id}")
        for number, name, task_id in told
        if task_id is not None
    ]


async def _say_empty(visit: Visit, which: str, reading: dict[str, int], markup: dict[str, Any]) -> None:
    """What comes next, and when; or how it begins. Whoever has usulan to read is not told that nothing waits."""
    if which != MINE:
        visit.say("tugas_kosong_lain", markup)
        return
    name = visit.me.name
    async with visit.ask() as connection:
        scopes = sorted({grant.scope for grant in visit.grants})
        ahead = await occasions.between(connection, scopes, visit.now, visit.now + _AHEAD) if scopes else []
    kinds = visit.office.catalog.calendar.kinds
    first = next((one for one in ahead if one.kind in kinds), None)
    told = {"acara": occasion_name(visit.office, first), "jadwal": date_of(visit.office, first)} if first else {}
    tempat = words.place(visit.office, first.wilayah) if first else ""
    told = {"acara": "", "jadwal": ""} | told
    waits = {"belum_dibaca": reading[UNREAD], "pertanyaan": reading[QUESTIONS]}
    visit.say("tugas_kosong", markup, nama=name, tempat=tempat, **waits, **told)


_MOST = 200  # nobody turns more pages


async def offered_to(tour: Round, me: int, grants: Sequence[Grant]) -> list[Duty]:
    """By day. Asked for by wilayah and rule, so that what is offered to others is not even looked at."""
    calendar, local = tour.office.catalog.calendar, tour.office.local(tour.now)
    where = await _nearest_in(tour, me, grants)
    frees = [
        Free([rule.key for rule in calendar.rules.values() if calendar.role_of(rule) in roles], found)
        for roles, found in where.items()
    ]
    over = [rule.key for rule in calendar.rules.values() if rule.phase == PREPARATION and not rule.answers]
    begins = datetime.combine(local.date(), time(), tour.office.zone)
    return await stored.unowned(tour.connection, frees, list(calendar.kinds), over, begins, _MOST) if frees else []


async def _nearest_in(tour: Round, me: int, grants: Sequence[Grant]) -> dict[frozenset[str | None], list[str]]:
    """Where nobody stands nearer to a task than this person, by the roles of those who would have to do it (None = an
    office without accounts)."""
    calendar = tour.office.catalog.calendar
    roles = {calendar.role_of(rule) for rule in calendar.rules.values()}
    acting = {*FACILITATORS, *(role for role in roles if role is not None)}
    inside = _all_in(tour.office, {grant.scope for grant in grants if grant.role in acting})
    scopes = sorted({scope for wilayah in inside for scope in chain(wilayah)})
    holders = await people.ids_by_place(tour.connection, sorted(acting), scopes, tour.now) if scopes else {}
    found: dict[frozenset[str | None], list[str]] = {}
    for wilayah in inside:
        mine = frozenset(role for role in roles if me in owner_of(role, wilayah, holders).candidates)
        if mine:
            found.setdefault(mine, []).append(wilayah)
    return found


def _all_in(office: Office, scopes: Iterable[str]) -> list[str]:
    """These wilayah and everything that lies in them."""
    found: dict[str, None] = {}
    wave = sorted(scopes)
    while wave:
        found |= dict.fromkeys(wave)
        wave = [child.code for code in wave for child in office.catalog.places.children(code)]
    return list(found)
