"""How many came: told in numbers, or a photo of the sheet until somebody counts; and the *berita acara* of it all."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from bot.core.flow.interpreter import Flow, record
from bot.core.forms.heard import Heard, Typed
from bot.core.forms.questions import Ask
from bot.core.forms.say import Step, Words
from bot.core.forms.state import State
from bot.core.kinds import hadir
from bot.core.kinds.hadir import BY_TOTAL
from bot.core.kinds.number import number_in
from bot.core.vocabulary import ELEMENTS
from bot.store.hall import attendance as stored
from bot.store.hall import hall as guests
from bot.store.hall.attendance import Attendance
from bot.store.people import conversations
from bot.store.tasks import tasks
from bot.store.tasks.tasks import Task
from bot.work import conversation
from bot.work.hall import drafts
from bot.work.hall.args import number
from bot.work.hall.meeting import Hall, kind_words
from bot.work.saying.keyboard import Key
from bot.work.saying.naming import occasion_name
from bot.work.tasks import proofs
from bot.work.visit import Journey, Visit

#: Behind the numbers of *Salah hitung*, where all were counted.
ALL = "semua"
_SEXES = ("women", "men")


async def show(hall: Hall, args: list[str]) -> None:
    """`args`: whether all were counted, and not women and men apart."""
    drafts.stop_listening(hall)
    async with hall.visit.ask() as connection:
        found = await stored.attended(connection, hall.id)
        ticked = sum(1 for one in await guests.guests(connection, hall.id) if one.came)
        wanting = await _wanting(connection, hall)
    counted = found is not None and found.women is not None
    text = hall.visit.text(
        "rapat_hadir",
        pertemuan=occasion_name(hall.visit.office, hall.occasion),
        dihitung=counted,
        perempuan=found.women if found and counted else 0,
        laki=found.men if found and counted else 0,
        unsur=_elements(hall, found.elements if found else {}),
        foto=found is not None and found.file_id is not None,
        diketuk=ticked,
    )
    hall.show(
        text,
        [hall.key(Words("rapat_tombol_angka"), "angka"), hall.key(Words("rapat_tombol_ketuk"), "ketuk", 0)],
        _undo(hall, found, args[:1]),
        [hall.key(Words("rapat_tombol_foto"), "foto")],
        [hall.key(Words("rapat_tombol_berita"), "berita")] if wanting else [],
        [hall.back()],
    )


def _undo(hall: Hall, found: Attendance | None, args: Sequence[str]) -> list[Key]:
    """What was counted last can be taken back, under the very numbers; it bears how these were told."""
    if found is None or found.women is None or found.before is None:
        return []
    return [hall.key(Words("rapat_tombol_batal_hitung"), "batalhitung", found.women, found.men, *args)]


def _elements(hall: Hall, counted: Mapping[str, int]) -> list[dict[str, Any]]:
    found = [(key, counted[key]) for key in ELEMENTS if counted.get(key)]
    return [{"nama": kind_words(hall.visit.office, key), "jumlah": number} for key, number in found]


async def _wanting(connection: Any, hall: Hall, *, to_change: bool = False) -> list[Task]:
    """Tasks of this meeting that are still to be done, and are shown done by its record."""
    rules = hall.visit.office.catalog.calendar.rules
    found = await tasks.of_occasion(connection, hall.id, to_change=to_change)
    return [
        task
        for task in found
        if task.state in tasks.UNFINISHED and task.rule in rules and proofs.MINUTES in rules[task.rule].proof
    ]


async def ask_numbers(hall: Hall, _args: list[str]) -> None:
    drafts.ask(hall, NUMBERS)


def asked(visit: Visit) -> Ask:
    """The question how many came, as if it stood there."""
    return Ask(visit.office.catalog.flows[NUMBERS.form].questions[0], {}, visit.office.world(visit.now))


async def ask_photo(hall: Hall, _args: list[str]) -> None:
    drafts.ask(hall, SHEET)


async def ask_minutes(hall: Hall, _args: list[str]) -> None:
    drafts.ask(hall, MINUTES)


async def finish_numbers(visit: Visit, flow: Flow, state: State) -> None:
    hall = await drafts.enter_again(visit, state)
    if hall is not None:
        told = record(flow, state)["jumlah"]
        await keep(hall, told["women"], told["men"], told["elements"], of_all=bool(told.get(BY_TOTAL)))
        if told.get("unread"):
            visit.say("rapat_hadir_tak_terbaca", bagian=told["unread"])
        await show(hall, shown_by(told))


async def heed(visit: Visit, before: State, heard: Heard, step: Step) -> bool:
    """Only women or only men: kept until the others are told; a bare number puts right what was told last."""
    if not isinstance(heard, Typed) or step.ended:
        return False
    told, last = hadir.counted_in(asked(visit), heard.text), before.about.get("tadi", {})
    now: dict[str, int] = {sex: many for sex in _SEXES if (many := getattr(told, sex)) is not None}
    if len(now) == len(_SEXES):
        return False
    number_alone = number_in(heard.text)
    if not now and last and number_alone is not None:
        now = {before.about["akhir"]: number_alone} if told.total in (None, number_alone) else {}
    if not now:
        return False
    await complete(visit, before, {**last, **now}, told.elements, next(iter(now)))
    return True


async def complete(visit: Visit, before: State, now: dict[str, int], elements: Mapping[str, int], last: str) -> None:
    if len(now) < len(_SEXES):
        conversation.put_in(visit, replace(before, about={**before.about, "tadi": now, "akhir": last}))
        visit.say("rapat_hadir_separuh", laki=now.get("men"), perempuan=now.get("women"))
        return
    conversations.end(visit.turn, before.flow)
    hall = await drafts.enter_again(visit, before)
    if hall is not None:
        await keep(hall, now["women"], now["men"], elements)
        await show(hall, [])


def shown_by(told: Mapping[str, Any]) -> list[str]:
    """How the screen shows it."""
    return [ALL] if told.get(BY_TOTAL) else []


async def finish_photo(visit: Visit, flow: Flow, state: State) -> None:
    """The sheet is kept at once; the numbers may come later."""
    hall = await drafts.enter_again(visit, state)
    if hall is None:
        return
    file_id = record(flow, state)["lembar"][0]["file_id"]
    async with visit.ask() as connection:
        await stored.keep_sheet(connection, hall.id, file_id, visit.now, hall.visit.me.id)
        found = await stored.attended(connection, hall.id)
    await proofs.close_counted(visit, hall.id)
    visit.say("rapat_foto_disimpan", dihitung=found is not None and found.women is not None)
    await show(hall, [])


async def finish_minutes(visit: Visit, flow: Flow, state: State) -> None:
    """The *berita acara* closes the task that asks for it; how many came stands in the list of attendance alone."""
    hall = await drafts.enter_again(visit, state)
    if hall is None:
        return
    async with visit.ask() as connection:
        wanting = await _wanting(connection, hall, to_change=True)
        found = await stored.attended(connection, hall.id)
    for task in wanting:
        for kind, file_id, answers in proofs.minutes_in(record(flow, state)):
            await proofs.record(visit, task, kind, file_id=file_id, answers=answers)
    done = wanting[0].id if wanting else 0
    undo = [(visit.text("tombol_tugas_buka_lagi"), f"t:buka_lagi:{done}")] if done else []
    counted = found is not None and found.women is not None
    hall.show(visit.text("rapat_berita_disimpan", selesai=bool(done), dihitung=counted), undo, [hall.back("hadir")])


async def keep(hall: Hall, women: int, men: int, elements: Mapping[str, int], *, of_all: bool = False) -> None:
    """Groups that were told before stay, as far as so many can be among those who came; of 0 there was nobody."""
    now, by = hall.visit.now, hall.visit.me.id
    async with hall.visit.ask() as connection:
        was = await stored.attended(connection, hall.id)
        groups = {**(was.elements if was else {}), **elements}
        groups = {key: many for key, many in groups.items() if 0 < many <= women + men}
        await stored.count(connection, hall.id, (women, men), groups, now, by, of_all=of_all)
    await proofs.close_counted(hall.visit, hall.id)


async def undo_last(hall: Hall) -> bool:
    """ "Salah hitung", said in words; False where there is nothing to take back."""
    found = await hall.visit.ask_once(stored.attended, hall.id)
    if found is None or not _undo(hall, found, ()):
        return False
    await undo(hall, [str(found.women), str(found.men)])
    return True


async def undo(hall: Hall, args: list[str]) -> None:
    """*Salah hitung*: the numbers before these, wherever they are read."""
    counted = number(args), number(args, 1)
    done = await hall.visit.ask_once(stored.uncount, hall.id, counted, hall.visit.me.id)
    if done:
        await proofs.open_uncounted(hall.visit, hall.id)
    hall.visit.toast("rapat_hitungan_batal" if done else "tombol_lewat")
    await show(hall, [])


NUMBERS = Journey("rapat_hadir", finish_numbers, heed=heed)
SHEET = Journey("rapat_foto", finish_photo)
MINUTES = Journey("rapat_berita", finish_minutes)
