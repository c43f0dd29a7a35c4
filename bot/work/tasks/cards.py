"""One task as it is shown: what, by when, why, what it waits for, and what can be done with it."""

from collections.abc import Sequence
from dataclasses import replace

from bot.core.calendar.rules import TaskRule
from bot.core.understanding.times.days import show_day
from bot.store.people import people
from bot.store.readiness import readiness as looked_at
from bot.store.tasks import duties, reminding
from bot.store.tasks.ladder import TOLD
from bot.store.tasks.reminding import NAMED, Duty
from bot.store.tasks.tasks import DONE, NEEDLESS, OPEN, UNFINISHED, WAITING, Task
from bot.work.access import BAPPEDA, CAMAT, FASILITATOR_DESA, FASILITATOR_KECAMATAN, PENDAMPING, allowed, command
from bot.work.office import Office
from bot.work.saying.keyboard import keyboard, keys_under, press
from bot.work.saying.naming import whole_date
from bot.work.tasks import words
from bot.work.tasks.digest import keys
from bot.work.tasks.following import held_up
from bot.work.tasks.planning import missing_inputs
from bot.work.tasks.reminders import candidates, holders_of
from bot.work.visit import Visit

#: Whoever looks after the tasks of a wilayah sees each of them; others only what is theirs.
_WATCH = (FASILITATOR_DESA, FASILITATOR_KECAMATAN, PENDAMPING, CAMAT, BAPPEDA)
#: Whoever stands above and may say that a task is done: a village without a signal, say.
_STAND_IN = (FASILITATOR_KECAMATAN, BAPPEDA)
_LAST = 12  # lines of history

OWNER, FREE, ASKED, STAND_IN, LOOKS, NOBODY = "owner", "free", "asked", "stand_in", "looks", "nobody"


async def find(visit: Visit, task_id: int) -> tuple[Duty | None, str]:
    """A task, and what it is to the person who speaks; (None, NOBODY) for what they may not see."""
    async with visit.ask() as connection:
        duty = (await reminding.of_ids(connection, [task_id])).get(task_id)
        if duty is None or not words.is_known(visit.office, duty):
            return None, NOBODY
        is_free = duty.task.owner_id is None and duty.task.state in UNFINISHED
        holders = await holders_of(visit.round(connection), [duty.task]) if is_free else {}
    part = _part_in(visit, duty, visit.me.id, candidates(visit.office, duty.task, holders) if is_free else ())
    return (None, NOBODY) if part == NOBODY else (duty, part)


def _part_in(visit: Visit, duty: Duty, me: int, free_to: tuple[int, ...]) -> str:
    task = duty.task
    if task.owner_id == me:
        return OWNER
    if task.offered_to == me:
        return ASKED
    if me in free_to:
        return FREE
    roles = {grant.role for grant in visit.grants if grant.covers(task.wilayah)}
    if roles & set(_STAND_IN):
        return STAND_IN
    return LOOKS if roles & set(_WATCH) else NOBODY


def _is_pressed(visit: Visit, task_id: int) -> bool:
    """Whether the button stands on a card of this very task, and on no list."""
    return visit.turn.message is not None and press("t", "riwayat", task_id) in keys_under(visit.turn)


async def renew(visit: Visit, task_id: int) -> None:
    """The card that was pressed says what is true now; any other message stays."""
    if _is_pressed(visit, task_id):
        await show(visit, task_id)


async def show(visit: Visit, task_id: int) -> None:
    """In the place of the card that was pressed, else anew."""
    duty, part = await find(visit, task_id)
    if duty is None:
        visit.toast("tugas_bukan")
        return
    task, rule = duty.task, visit.office.catalog.calendar.rules[duty.task.rule]
    async with visit.ask() as connection:
        before = (await held_up(connection, visit.office, [task])).get(task.id, [])
        duty = replace(duty, held=bool(before))
        names = await people.names(connection, (task.owner_id, task.closed_by, task.offered_to))
        proofs = await looked_at.proofs_of(connection, task.id, 1)
    owner, closer, offered = (names.get(one or 0, "") for one in (task.owner_id, task.closed_by, task.offered_to))
    today = visit.today
    text = visit.text(
        "tugas_kartu",
        isi=words.part(visit.office, task.rule),
        jatuh=show_day(task.due_on),
        jadwal=whole_date(visit.office, duty.kind, duty.starts_at),
        keadaan=task.state,
        bahan=await _missing(visit, duty, before),
        bukti=[visit.office.plain(f"tugas_bukti_{kind}") for kind in rule.proof],
        perintah=_command(visit, rule),
        ingat=words.moment(visit.office, task.remind_at)
        if part == OWNER and task.remind_at and task.state == OPEN
        else "",
        pemilik="" if part == OWNER else owner,
        bebas=task.owner_id is None,
        ditawarkan=offered,
        oleh=closer,
        selesai=show_day(visit.office.local(task.closed_at).date()) if task.closed_at else "",
        sebab=task.why or "",
        **words.line(visit.office, duty, today),
    )
    markup = keyboard(*_rows(visit.office, duty, part, rule, has_proof=bool(proofs)))
    visit.show(text, markup, on=visit.turn.message if _is_pressed(visit, task_id) else None)


async def _missing(visit: Visit, duty: Duty, before: Sequence[Task]) -> list[dict[str, str]]:
    """What it waits for, and who owes it. `before`: tasks of others that come first."""
    task, rules = duty.task, visit.office.catalog.calendar.rules
    need = (task.rule, task.wilayah, visit.office.cycle_of(duty.starts_at))
    missing = (await visit.ask_once(missing_inputs, visit.office, [need]))[need] if task.state == WAITING else []
    keys_before = [one.rule for one in before if one.rule in rules] if task.state in UNFINISHED else []
    return [
        {"judul": words.part(visit.office, key, ".judul"), "siapa": visit.office.plain(f"pelaku.{rules[key].doer}")}
        for key in [*missing, *keys_before]
    ]


def _command(visit: Visit, rule: TaskRule) -> str:
    """The command that helps, as it can be tapped in a text, where this person may use it; and the button behind it."""
    what, _, told = rule.help.partition(":")
    name, _, screen = told.partition(":")
    if what != "perintah" or not allowed(command(name), visit.grants):
        return ""
    return f"/{name} → {visit.text(f'{name}_tombol_{screen}')}" if screen else f"/{name}"


def _rows(office: Office, duty: Duty, part: str, rule: TaskRule, *, has_proof: bool) -> list[list[tuple[str, str]]]:
    task = duty.task
    rows = [row for row in _acts(office, duty, part) if row]
    more = [what for what, shown in _looks(office, rule, has_proof=has_proof).items() if shown]
    if more:
        rows.append([_key(office, what, task.id) for what in more])
    return [*rows, [(office.catalog.text("tombol_tugas_daftar"), "t:daftar:saya:0")]]


def _acts(office: Office, duty: Duty, part: str) -> list[list[tuple[str, str]]]:
    """What this person can do with it as it is."""
    task = duty.task
    if task.state in (DONE, NEEDLESS) and part in (OWNER, STAND_IN):
        return [[_key(office, "buka_lagi", task.id)]]
    if task.state not in UNFINISHED:
        return []
    if part == OWNER:
        return keys(office, task.id) if task.state == OPEN else [[_key(office, "tak", task.id)]]
    named = {FREE: ("ambil",), ASKED: ("terima", "tolak"), STAND_IN: ("sudah",) if task.state == OPEN else ()}
    return [[_key(office, what, task.id) for what in named.get(part, ())]]


def _looks(office: Office, rule: TaskRule, *, has_proof: bool) -> dict[str, bool]:
    """What there is to see besides."""
    return {
        "cara": bool(words.part(office, rule.key, ".cara")),
        "lembar": rule.help.startswith("lembar:"),
        "bukti": has_proof,
        "riwayat": True,
    }


def _key(office: Office, what: str, task_id: int) -> tuple[str, str]:
    return office.catalog.text(f"tombol_tugas_{what}"), f"t:{what}:{task_id}"


async def tell_how(visit: Visit, task_id: int) -> None:
    duty, _ = await find(visit, task_id)
    how = words.part(visit.office, duty.task.rule, ".cara") if duty is not None else ""
    if duty is None or not how:
        visit.stale()
        return
    told = words.line(visit.office, duty, visit.today)
    back = keyboard([(visit.text("tombol_tugas_kembali"), f"t:lihat:{task_id}")])
    visit.say("tugas_cara", back, judul=told["judul"], cara=how)


async def tell_history(visit: Visit, task_id: int) -> None:
    """What happened to it, the newest last."""
    duty, _ = await find(visit, task_id)
    if duty is None:
        visit.toast("tugas_bukan")
        return
    found = await visit.ask_once(duties.history, task_id)
    happened = [one for one in found if one.kind not in (TOLD, NAMED)][-_LAST:]
    lines = [{"hari": words.moment(visit.office, one.at), "apa": one.kind, "siapa": one.name} for one in happened]
    back = keyboard([(visit.text("tombol_tugas_kembali"), f"t:lihat:{task_id}")])
    judul = words.line(visit.office, duty, visit.today)["judul"]
    visit.say("tugas_riwayat", back, judul=judul, kejadian=lines)
