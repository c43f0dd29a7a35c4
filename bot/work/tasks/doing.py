"""What somebody does with a task of their own: done, later, not needed, help wanted; or takes one of nobody."""

from collections.abc import Awaitable, Callable
from datetime import date, datetime, time, timedelta

from bot.core.flow.interpreter import Flow
from bot.core.forms.state import State
from bot.core.tasks.ladder import at, hour_on
from bot.store.calendar import occasions
from bot.store.tasks import reminding, tasks
from bot.store.tasks.reminding import Duty
from bot.store.tasks.tasks import DONE, NEEDLESS, OPEN, UNFINISHED
from bot.store.turn import Turn
from bot.work.hall import sheets
from bot.work.office import Office
from bot.work.saying import replies
from bot.work.tasks import cards, closing, ladder, owners, proofs, words
from bot.work.tasks.cards import FREE, OWNER, STAND_IN
from bot.work.tasks.own_hour import hour_of

DAY_FORM, NEEDLESS_FORM, UNPROVED_FORM, HELP_FORM = "ingatkan", "tak_perlu", "tanpa_bukti", "bantu_tugas"
_AFTERNOON = time(16, 0)


async def mine(
    turn: Turn, office: Office, task_id: int, states: tuple[str, ...] = (OPEN,), parts: tuple[str, ...] = (OWNER,)
) -> Duty | None:
    """The task, if this person may change it as it is now; else a word and the card as it is."""
    duty, part = await cards.find(turn, office, task_id)
    if duty is None:
        replies.toast(turn, office.catalog.text("tugas_bukan"))
        return None
    if part in parts and duty.task.state in states:
        return duty
    is_over = duty.task.state not in UNFINISHED
    replies.toast(turn, office.catalog.text("tugas_sudah_selesai" if is_over else "tugas_berubah"))
    await cards.show(turn, office, task_id)
    return None


def _ask(turn: Turn, office: Office, form: str, task_id: int) -> None:
    from bot.work import conversation  # it names this module among the ends of forms

    for other in proofs.FORMS:
        if other in turn.conversations and turn.person is not None:
            turn.put("conversation_end", p=turn.person.id, f=other)
    conversation.start(turn, office, form, {proofs.ABOUT: {"id": task_id}})


async def done(turn: Turn, office: Office, task_id: int) -> None:
    """*Sudah*: with its proof, where one is asked for."""
    duty = await mine(turn, office, task_id, parts=(OWNER, STAND_IN))
    if duty is None:
        return
    form = proofs.form_for(office.catalog.agenda.rules[duty.task.rule])
    if form is None:
        await proofs.finish_task(turn, office, duty.task, DONE)
        await proofs.say_done(turn, office, duty.task)
        return
    told = words.line(office, duty, office.local(turn.now).date())
    without = replies.buttons([(office.catalog.text("tombol_tugas_tanpa"), f"t:tanpa:{task_id}")])
    replies.say(turn, office, "tugas_minta_bukti", without, judul=told["judul"])
    _ask(turn, office, form, task_id)


async def open_again(turn: Turn, office: Office, task_id: int) -> None:
    """*Belum, buka lagi*: the wrong button was pressed."""
    if await mine(turn, office, task_id, (DONE, NEEDLESS), (OWNER, STAND_IN)) is None or turn.person is None:
        return
    async with turn.ask() as connection:
        is_open = await closing.reopen(connection, office, task_id, turn.now, turn.person.id)
    replies.toast(turn, office.catalog.text("tugas_dibuka_lagi" if is_open else "tugas_tak_bisa_dibuka"))
    await cards.show(turn, office, task_id)


async def done_unproved(turn: Turn, office: Office, task_id: int) -> None:
    if await mine(turn, office, task_id, parts=(OWNER, STAND_IN)) is not None:
        _ask(turn, office, UNPROVED_FORM, task_id)


async def not_needed(turn: Turn, office: Office, task_id: int) -> None:
    if await mine(turn, office, task_id, UNFINISHED) is not None:
        _ask(turn, office, NEEDLESS_FORM, task_id)


async def help_wanted(turn: Turn, office: Office, task_id: int) -> None:
    if await mine(turn, office, task_id) is not None:
        _ask(turn, office, HELP_FORM, task_id)


async def choose_day(turn: Turn, office: Office, task_id: int) -> None:
    if await mine(turn, office, task_id) is not None:
        _ask(turn, office, DAY_FORM, task_id)


async def later_today(turn: Turn, office: Office, task_id: int) -> None:
    """At four; whoever presses later than that means tomorrow."""
    local = office.local(turn.now)
    when = at(local.date(), _AFTERNOON, office.zone)
    await (_remind_at(turn, office, task_id, when) if when > local else tomorrow(turn, office, task_id))


async def tomorrow(turn: Turn, office: Office, task_id: int) -> None:
    await _remind_on(turn, office, task_id, office.local(turn.now).date() + timedelta(days=1))


async def _remind_on(turn: Turn, office: Office, task_id: int, day: date) -> None:
    """On that day at one's own hour; on this very day as soon as that hour is over."""
    assert turn.person is not None
    async with turn.ask() as connection:
        chosen = (await tasks.hours_of(connection, [turn.person.id])).get(turn.person.id)
    agenda = office.catalog.agenda
    hour = hour_on(day, hour_of(office, chosen), agenda.policy, agenda.workdays)
    await _remind_at(turn, office, task_id, at(day, hour, office.zone))


async def _remind_at(turn: Turn, office: Office, task_id: int, when: datetime) -> None:
    """The reminder alone moves: what climbs, climbs as before. Nothing is promised for a day on which nobody needs it
    any more."""
    duty = await mine(turn, office, task_id)
    if duty is None or turn.person is None:
        return
    if words.is_over(office, duty, office.local(when).date()):
        other = [(office.catalog.text(f"tombol_tugas_{what}"), f"t:{what}:{task_id}") for what in ("sudah", "tanggal")]
        title = words.part(office, duty.task.rule, ".judul")
        replies.say(turn, office, "tugas_ingat_terlambat", replies.buttons(other), judul=title)
        return
    async with turn.ask() as connection:
        await reminding.move(connection, {task_id: when})
        await tasks.log(connection, [task_id], reminding.PUT_OFF, turn.now, turn.person.id, {"to": when.isoformat()})
    title = words.part(office, duty.task.rule, ".judul")
    replies.say(turn, office, "tugas_diingatkan", judul=title, kapan=words.moment(office, when))


async def take(turn: Turn, office: Office, task_id: int) -> None:
    """*Saya kerjakan*: of several who press it exactly one gets it."""
    duty, part = await cards.find(turn, office, task_id)
    if duty is None or turn.person is None:
        replies.toast(turn, office.catalog.text("tugas_bukan"))
        return
    me = turn.person.id
    async with turn.ask() as connection:
        is_mine = part == FREE and await owners.take(connection, office, duty.task, me, turn.now)
    replies.toast(turn, office.catalog.text("tugas_diambil" if is_mine else "tugas_berubah"))
    await cards.show(turn, office, task_id)


async def send_sheet(turn: Turn, office: Office, task_id: int) -> None:
    """The printable sheet that helps."""
    duty, _ = await cards.find(turn, office, task_id)
    rule = words.rule_of(office, duty.task) if duty is not None else None
    what, _, name = rule.help.partition(":") if rule is not None else ("", "", "")
    if duty is None or what != "lembar":
        replies.toast(turn, office.catalog.text("tombol_lewat"))
        return
    async with turn.ask() as connection:
        occasion = await occasions.one(connection, duty.task.occasion_id)
    if occasion is not None:
        await sheets.send(turn, office, name, occasion)


# --- the forms -------------------------------------------------------------------------------------------------------


async def finish_day(turn: Turn, office: Office, _flow: Flow, state: State) -> None:
    day = date.fromisoformat(state.answers["hari"].value["day"])
    await _remind_on(turn, office, state.answers[proofs.ABOUT].value["id"], day)


async def finish_needless(turn: Turn, office: Office, _flow: Flow, state: State) -> None:
    duty = await mine(turn, office, state.answers[proofs.ABOUT].value["id"], UNFINISHED)
    if duty is not None:
        await proofs.finish_task(turn, office, duty.task, NEEDLESS, state.answers["sebab"].value["text"])
        await proofs.say_done(turn, office, duty.task, needless=True)


async def finish_unproved(turn: Turn, office: Office, _flow: Flow, state: State) -> None:
    duty = await mine(turn, office, state.answers[proofs.ABOUT].value["id"], parts=(OWNER, STAND_IN))
    if duty is not None:
        await proofs.finish_task(turn, office, duty.task, DONE, state.answers["sebab"].value["text"])
        await proofs.say_done(turn, office, duty.task)


async def finish_help(turn: Turn, office: Office, _flow: Flow, state: State) -> None:
    duty = await mine(turn, office, state.answers[proofs.ABOUT].value["id"])
    if duty is not None:
        asked = await ladder.ask_for_help(turn, office, duty.task, state.answers["perlu"].value["text"])
        replies.say(turn, office, "tugas_minta_bantu", siapa=asked, judul=words.part(office, duty.task.rule, ".judul"))


Finish = Callable[[Turn, Office, Flow, State], Awaitable[None]]
#: What a finished form becomes.
FINISH: dict[str, Finish] = {
    DAY_FORM: finish_day,
    NEEDLESS_FORM: finish_needless,
    UNPROVED_FORM: finish_unproved,
    HELP_FORM: finish_help,
    **dict.fromkeys(proofs.FORMS, proofs.finish),
}
