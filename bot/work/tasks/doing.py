"""What somebody does with a task of their own: done, later, not needed, help wanted; or takes one of nobody."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from bot.core.flow.interpreter import Flow
from bot.core.forms.state import State
from bot.core.tasks.ladder import at, hour_on
from bot.core.understanding.times.days import show_day
from bot.store.people import conversations
from bot.store.tasks import reminding, tasks
from bot.store.tasks.reminding import Duty
from bot.store.tasks.tasks import DONE, NEEDLESS, OPEN, UNFINISHED
from bot.work import conversation
from bot.work.saying.keyboard import keyboard
from bot.work.tasks import cards, closing, ladder, owners, proofs, words
from bot.work.tasks.cards import FREE, OWNER, STAND_IN
from bot.work.tasks.daily import hour_of
from bot.work.visit import Journey, Visit

AFTERNOON = time(16, 0)


async def mine(
    visit: Visit, task_id: int, states: tuple[str, ...] = (OPEN,), parts: tuple[str, ...] = (OWNER,)
) -> Duty | None:
    """The task, if this person may change it as it is now; else a word and the card as it is."""
    duty, part = await cards.find(visit, task_id)
    if duty is None:
        visit.toast("tugas_bukan")
        return None
    if part in parts and duty.task.state in states:
        return duty
    is_over = duty.task.state not in UNFINISHED
    visit.toast("tugas_sudah_selesai" if is_over else "tugas_berubah")
    await cards.show(visit, task_id)
    return None


def _put_away(visit: Visit, task_id: int) -> None:
    """A button told what a form about this task still asks for: it is asked for no more."""
    for form in (one.form for one in (DAY, NEEDLESS_TASK, UNPROVED, HELP, *proofs.JOURNEYS)):
        draft = visit.conversations.get(form)
        if draft is not None and draft.state.get("about", {}).get("task") == task_id:
            conversations.end(visit.turn, form)


def _ask(visit: Visit, journey: Journey, task_id: int, known: dict[str, Any] | None = None) -> None:
    for other in proofs.JOURNEYS:
        conversations.end(visit.turn, other.form)
    conversation.start(visit, journey, known, about={"task": task_id})


async def done(visit: Visit, task_id: int) -> None:
    """*Sudah*: with its proof, where one is asked for."""
    duty = await mine(visit, task_id, parts=(OWNER, STAND_IN))
    if duty is None:
        return
    _put_away(visit, task_id)
    journey = proofs.journey_for(visit.office.catalog.calendar.rules[duty.task.rule])
    if journey is None:
        await proofs.finish_task(visit, duty.task, DONE)
        await proofs.say_done(visit, duty.task)
        return
    told = words.line(visit.office, duty, visit.today)
    without = keyboard([(visit.text("tombol_tugas_tanpa"), f"t:tanpa:{task_id}")])
    visit.say("tugas_minta_bukti", without, judul=told["judul"])
    _ask(visit, journey, task_id, await proofs.known(visit, duty.task))


async def done_several(visit: Visit, ids: Sequence[int]) -> tuple[list[tuple[int, str]], list[tuple[int, str]]]:
    """Those that are ticked now, and those that first ask for their proof, each with its title."""
    ticked: list[tuple[int, str]] = []
    asked: list[tuple[int, str]] = []
    for task_id in ids:
        duty = await mine(visit, task_id, parts=(OWNER, STAND_IN))
        if duty is None:
            continue
        _put_away(visit, task_id)
        is_bare = proofs.journey_for(visit.office.catalog.calendar.rules[duty.task.rule]) is None
        if is_bare:
            await proofs.finish_task(visit, duty.task, DONE)
        (ticked if is_bare else asked).append((task_id, words.part(visit.office, duty.task.rule, ".judul")))
    return ticked, asked


async def open_again(visit: Visit, task_id: int) -> None:
    """*Belum, buka lagi*: the wrong button was pressed."""
    if await mine(visit, task_id, (DONE, NEEDLESS), (OWNER, STAND_IN)) is None:
        return
    async with visit.ask() as connection:
        is_open = await closing.reopen(visit.round(connection), task_id, visit.me.id)
    visit.toast("tugas_dibuka_lagi" if is_open else "tugas_tak_bisa_dibuka")
    await cards.show(visit, task_id)


async def done_unproved(visit: Visit, task_id: int) -> None:
    if await mine(visit, task_id, parts=(OWNER, STAND_IN)) is not None:
        _ask(visit, UNPROVED, task_id)


async def not_needed(visit: Visit, task_id: int) -> None:
    if await mine(visit, task_id, UNFINISHED) is not None:
        _ask(visit, NEEDLESS_TASK, task_id)


async def help_wanted(visit: Visit, task_id: int) -> None:
    if await mine(visit, task_id) is not None:
        _ask(visit, HELP, task_id)


async def choose_day(visit: Visit, task_id: int) -> None:
    if await mine(visit, task_id) is not None:
        _ask(visit, DAY, task_id)


async def later_today(visit: Visit, task_id: int) -> None:
    """At four; whoever presses later than that means tomorrow."""
    local = visit.office.local(visit.now)
    when = at(local.date(), AFTERNOON, visit.office.zone)
    await (remind_at(visit, task_id, when) if when > local else tomorrow(visit, task_id))


async def tomorrow(visit: Visit, task_id: int) -> None:
    await remind_on(visit, task_id, visit.today + timedelta(days=1))


async def remind_on(visit: Visit, task_id: int, day: date) -> None:
    """On that day at one's own hour; on this very day as soon as that hour is over."""
    chosen = (await visit.ask_once(tasks.hours_of, [visit.me.id])).get(visit.me.id)
    calendar = visit.office.catalog.calendar
    hour = hour_on(day, hour_of(visit.office, chosen), calendar.policy, calendar.workdays)
    await remind_at(visit, task_id, at(day, hour, visit.office.zone))


async def remind_at(visit: Visit, task_id: int, when: datetime) -> None:
    """The reminder alone moves: what climbs, climbs as before. Nothing is promised for a day on which nobody needs it
    any more."""
    duty = await mine(visit, task_id)
    if duty is None:
        return
    if words.is_over(visit.office, duty, visit.office.local(when).date()):
        other = [(visit.text(f"tombol_tugas_{what}"), f"t:{what}:{task_id}") for what in ("sudah", "tanggal")]
        title = words.part(visit.office, duty.task.rule, ".judul")
        visit.say("tugas_ingat_terlambat", keyboard(other), judul=title)
        return
    _put_away(visit, task_id)
    async with visit.ask() as connection:
        await reminding.move(connection, {task_id: when})
        await tasks.log(connection, [task_id], reminding.PUT_OFF, visit.now, visit.me.id, {"to": when.isoformat()})
    title = words.part(visit.office, duty.task.rule, ".judul")
    due = duty.task.due_on
    too_late = show_day(due) if due < visit.office.local(when).date() else ""
    markup = keyboard([(visit.text("tombol_tugas_tanggal"), f"t:tanggal:{task_id}")]) if too_late else None
    visit.say("tugas_diingatkan", markup, judul=title, kapan=words.moment(visit.office, when), batas=too_late)


async def take(visit: Visit, task_id: int) -> None:
    """*Saya kerjakan*: of several who press it exactly one gets it."""
    duty, part = await cards.find(visit, task_id)
    if duty is None:
        visit.toast("tugas_bukan")
        return
    me = visit.me.id
    async with visit.ask() as connection:
        is_mine = part == FREE and await owners.take(visit.round(connection), duty.task, me)
    visit.toast("tugas_diambil" if is_mine else "tugas_berubah")
    await cards.show(visit, task_id)


# --- the forms -------------------------------------------------------------------------------------------------------


async def finish_day(visit: Visit, _flow: Flow, state: State) -> None:
    day = date.fromisoformat(state.answers["hari"].value["day"])
    await remind_on(visit, state.about["task"], day)


async def finish_needless(visit: Visit, _flow: Flow, state: State) -> None:
    duty = await mine(visit, state.about["task"], UNFINISHED)
    if duty is not None:
        await proofs.finish_task(visit, duty.task, NEEDLESS, state.answers["sebab"].value["text"])
        await proofs.say_done(visit, duty.task, needless=True)


async def finish_unproved(visit: Visit, _flow: Flow, state: State) -> None:
    duty = await mine(visit, state.about["task"], parts=(OWNER, STAND_IN))
    if duty is not None:
        await proofs.finish_task(visit, duty.task, DONE, state.answers["sebab"].value["text"])
        await proofs.say_done(visit, duty.task)


async def finish_help(visit: Visit, _flow: Flow, state: State) -> None:
    duty = await mine(visit, state.about["task"])
    if duty is not None:
        asked = await ladder.ask_for_help(visit, duty.task, state.answers["perlu"].value["text"])
        visit.say("tugas_minta_bantu", siapa=asked, judul=words.part(visit.office, duty.task.rule, ".judul"))


DAY = Journey("ingatkan", finish_day)
NEEDLESS_TASK = Journey("tak_perlu", finish_needless)
UNPROVED = Journey("tanpa_bukti", finish_unproved)
HELP = Journey("bantu_tugas", finish_help)
