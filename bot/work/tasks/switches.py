"""Which tasks the office uses: on or off for the whole kabupaten, for dates that stand already too."""

from datetime import datetime, timedelta

from bot.core.calendar.rules import FOLLOW_UP, LISTS, TaskRule
from bot.store.calendar import occasions
from bot.store.tasks import switches as stored
from bot.store.tasks import tasks
from bot.store.tasks.tasks import CANCELLED
from bot.work.office import Office
from bot.work.round import Round
from bot.work.saying.keyboard import Key, keyboard
from bot.work.saying.paging import Page, page_of, turning
from bot.work.tasks import words
from bot.work.tasks.closing import begin_waiting
from bot.work.tasks.following import give_time, push_back
from bot.work.tasks.planning import complete
from bot.work.tasks.reminders import tell_begun
from bot.work.visit import Visit

#: What a button asks for, so that pressed twice it does the same.
ON, OFF = "pakai", "lepas"
_LISTED = 8
_MONTH = timedelta(days=31)


async def show(visit: Visit, page: int = 0, *, name: str = LISTS[0]) -> None:
    """One of the checklists, with what is in use."""
    used = await visit.ask_once(tasks.switched)
    calendar = visit.office.catalog.calendar
    rules = [rule for rule in calendar.rules.values() if rule.list == name]
    on_page = page_of([(n, rule, calendar.is_on(rule, used)) for n, rule in enumerate(rules, 1)], page, _LISTED)
    lines = [
        {"nomor": n, "judul": words.part(visit.office, rule.key, ".judul"), "dipakai": on}
        for n, rule, on in on_page.shown
    ]
    markup = keyboard(*_rows(visit.office, name, on_page))
    number = sum(calendar.is_on(rule, used) for rule in rules)
    visit.say("tugas_dipakai", markup, daftar=name, jumlah=number, semua=len(rules), tugas=lines)


def _rows(office: Office, name: str, page: Page[tuple[int, TaskRule, bool]]) -> list[list[Key]]:
    rows = [
        [(_label(office, rule, on=on, number=n), f"y:ubah:{rule.key}:{page.number}:{OFF if on else ON}")]
        for n, rule, on in page.shown
    ]
    turns = turning(office, page, lambda other: f"y:daftar:{name}:{other}")
    others = [(office.catalog.text(f"tombol_tugas_daftar_{one}"), f"y:daftar:{one}:0") for one in LISTS if one != name]
    back = [(office.catalog.text("tombol_tugas_daftar"), "t:daftar:saya:0")]
    return [*rows, turns, others, back]


def _label(office: Office, rule: TaskRule, *, on: bool, number: int) -> str:
    told = office.catalog.text("tombol_tugas_matikan" if on else "tombol_tugas_nyalakan")
    return f"{told} {number}. {words.part(office, rule.key, '.judul')}"


async def switch(visit: Visit, key: str, page: int, *, on: bool) -> None:
    """On or off; when it is so already nothing happens, however often somebody presses."""
    rule = visit.office.catalog.calendar.rules.get(key)
    if rule is None:
        visit.stale()
        return
    async with visit.ask() as connection:
        await tasks.turn_to_plan(connection)
        is_so = on is visit.office.catalog.calendar.is_on(rule, await tasks.switched(connection))
    if is_so:
        await show(visit, page, name=rule.list)
        return
    async with visit.ask() as connection:
        await stored.set_used(connection, key, visit.me.id, visit.now, used=on)
        if on:
            await stored.plan_again(connection, rule.anchors, _since(rule, visit.now), visit.now)
        else:
            await _put_away(visit.round(connection), rule, visit.me.id)
    sentence = "tugas_dinyalakan" if on else "tugas_dimatikan"
    visit.toast(sentence)
    await show(visit, page, name=rule.list)


def _since(rule: TaskRule, now: datetime) -> datetime:
    """Occasions held since then still have this task in their lists."""
    return now - (12 if rule.phase == FOLLOW_UP else 1) * _MONTH


async def _put_away(tour: Round, rule: TaskRule, by: int) -> None:
    """Nobody has to do it any more, and nobody waits for it any more."""
    left = await stored.unfinished(tour.connection, rule.key)
    ids = [task.id for task in left]
    why = tour.text("tugas_tak_dipakai")
    await tasks.close(tour.connection, ids, CANCELLED, tour.now, by, why)
    await tasks.log(tour.connection, ids, CANCELLED, tour.now, by, {"why": why})
    await give_time(tour, left)
    begun = await begin_waiting(tour, rule.key, tour.office.catalog.places.kabupaten.code)
    await tell_begun(tour, rule.key, begun)


async def complete_due(tour: Round, limit: int) -> int:
    """Dates that stand get the tasks that came into use since. Returns how many dates were looked at."""
    due = await occasions.to_complete(tour.connection, tour.now, limit)
    for one in due:
        if one.kind in tour.office.catalog.calendar.kinds:
            planned = await complete(tour, one)
            new = [*planned.added, *(change.task for change in planned.moved)]
            await push_back(tour, new)
    await occasions.completed(tour.connection, [one.id for one in due])
    return len(due)
