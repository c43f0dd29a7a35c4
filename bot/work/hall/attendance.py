"""How many came: told in numbers, counted by tapping the list, or a photo of the sheet until somebody counts."""

from collections.abc import Mapping
from typing import Any

from bot.core.flow.interpreter import Flow, record
from bot.core.forms.say import Words
from bot.core.forms.state import State
from bot.core.hall.guests import WOMEN
from bot.core.vocabulary import ELEMENTS
from bot.store.hall import hall as stored
from bot.store.hall.hall import EXPECTED, GUEST, UNABLE, Invitee
from bot.store.tasks import tasks
from bot.work.hall import drafts
from bot.work.hall.args import number
from bot.work.hall.guest_forms import guest_in, on_the_spot
from bot.work.hall.guests import in_order
from bot.work.hall.meeting import Hall, kind_words
from bot.work.saying.keyboard import in_rows
from bot.work.saying.naming import occasion_name
from bot.work.saying.paging import page_of
from bot.work.tasks import proofs
from bot.work.visit import Journey, Visit

#: The proof that a task asks for: how many women and men came.
PROOF = "hadir"
_ON_A_PAGE = 12


async def show(hall: Hall, _args: list[str]) -> None:
    async with hall.visit.ask() as connection:
        found = await stored.attended(connection, hall.id)
        ticked = sum(1 for one in await stored.guests(connection, hall.id) if one.came)
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
        [hall.key(Words("rapat_tombol_foto"), "foto")],
        [hall.back()],
    )


def _elements(hall: Hall, counted: Mapping[str, int]) -> list[dict[str, Any]]:
    found = [(key, counted[key]) for key in ELEMENTS if counted.get(key)]
    return [{"nama": kind_words(hall.visit.office, key), "jumlah": number} for key, number in found]


async def ask_numbers(hall: Hall, _args: list[str]) -> None:
    drafts.ask(hall, NUMBERS)


async def ask_photo(hall: Hall, _args: list[str]) -> None:
    drafts.ask(hall, SHEET)


async def finish_numbers(visit: Visit, flow: Flow, state: State) -> None:
    hall = await drafts.enter_again(visit, state)
    if hall is not None:
        told = record(flow, state)["jumlah"]
        await _keep(hall, told["women"], told["men"], told["elements"])
        await show(hall, [])


async def finish_photo(visit: Visit, flow: Flow, state: State) -> None:
    """The sheet is kept at once; the numbers may come later."""
    hall = await drafts.enter_again(visit, state)
    if hall is None:
        return
    file_id = record(flow, state)["lembar"][0]["file_id"]
    async with visit.ask() as connection:
        await stored.keep_sheet(connection, hall.id, file_id, visit.now, hall.visit.me.id)
        found = await stored.attended(connection, hall.id)
    if found is not None and found.women is not None:
        await _prove(hall, (found.women, found.men or 0), found.elements, file_id)
    visit.say("rapat_foto_disimpan", dihitung=found is not None and found.women is not None)
    await show(hall, [])


async def show_ticks(hall: Hall, args: list[str]) -> None:
    """The list, each name a button: pressed, they came."""
    async with hall.visit.ask() as connection:
        listed = in_order([one for one in await stored.guests(connection, hall.id) if one.state in _MAY_COME])
    page = page_of(listed, number(args), _ON_A_PAGE)
    keys = [hall.key(_tick(one), "datang", one.id, int(not one.came), page.number) for one in page.shown]
    came = [one for one in listed if one.came]
    text = hall.visit.text(
        "rapat_ketuk",
        jumlah=len(came),
        dari=len(listed),
        perempuan=sum(1 for one in came if one.is_woman),
        laki=sum(1 for one in came if one.is_woman is False),
    )
    hall.show(
        text,
        *in_rows(keys),
        hall.turning("ketuk", page),
        [hall.key(Words("rapat_tombol_tanpa_undangan"), "tamubaru")],
        [hall.key(Words("rapat_tombol_hitung"), "hitung"), hall.back("hadir")],
    )


#: Whoever said that they cannot come may come all the same.
_MAY_COME = (*EXPECTED, UNABLE, GUEST)


def _tick(one: Invitee) -> str:
    return f"{'✓ ' if one.came else ''}{one.name}"[:30]


async def tick(hall: Hall, args: list[str]) -> None:
    """The button says what it makes of it, so that two telephones that press the same one do the same."""
    came = number(args, 1) == 1
    async with hall.visit.ask() as connection:
        done = await stored.set_came(connection, (hall.id, number(args)), came=came)
    hall.visit.toast(_TICKED[came] if done else "tombol_lewat")
    await show_ticks(hall, args[2:])


_TICKED = {True: "rapat_dicatat_datang", False: "rapat_dicatat_batal"}


async def ask_guest(hall: Hall, _args: list[str]) -> None:
    drafts.ask(hall, NEWCOMER)


async def finish_guest(visit: Visit, flow: Flow, state: State) -> None:
    """Whoever came without an invitation is counted like everybody else."""
    hall = await drafts.enter_again(visit, state)
    if hall is None:
        return
    told = guest_in(visit, record(flow, state))
    one = await on_the_spot(hall, told)
    if one is not None:
        async with visit.ask() as connection:
            await stored.set_came(connection, (hall.id, one.id), came=True)
    visit.say("rapat_daftar_penuh" if one is None else "rapat_tamu_datang", nama=told.name)
    await show_ticks(hall, [])


async def count_ticks(hall: Hall, _args: list[str]) -> None:
    """Who was ticked becomes the number of those who came."""
    async with hall.visit.ask() as connection:
        came = [one for one in await stored.guests(connection, hall.id) if one.came]
    unclear = [one.name for one in came if one.is_woman is None]
    if not came or unclear:
        hall.show(
            hall.visit.text("rapat_belum_bisa_dihitung", jenis=unclear[:8]),
            [hall.key(Words("rapat_tombol_kabar"), "nama", 0)],
            [hall.back("ketuk", 0)],
        )
        return
    women = sum(1 for one in came if one.is_woman)
    elements = {key: sum(1 for one in came if one.element == key) for key in ELEMENTS if key != WOMEN}
    await _keep(hall, women, len(came) - women, {key: count for key, count in elements.items() if count})
    hall.visit.toast("rapat_dicatat")
    await show(hall, [])


async def _keep(hall: Hall, women: int, men: int, elements: Mapping[str, int]) -> None:
    async with hall.visit.ask() as connection:
        await stored.count(connection, hall.id, (women, men), elements, hall.visit.now, hall.visit.me.id)
        found = await stored.attended(connection, hall.id)
    await _prove(hall, (women, men), elements, found.file_id if found else None)


async def _prove(hall: Hall, counted: tuple[int, int], elements: Mapping[str, int], file_id: str | None) -> None:
    """Tasks of this meeting that ask how many came are shown done by it."""
    rules = hall.visit.office.catalog.calendar.rules
    async with hall.visit.ask() as connection:
        found = await tasks.of_occasion(connection, hall.id)
    for task in found:
        if task.state in tasks.UNFINISHED and task.rule in rules and PROOF in rules[task.rule].proof:
            answers = {"women": counted[0], "men": counted[1], "elements": dict(elements)}
            await proofs.record(hall.visit, task, PROOF, file_id=file_id, answers=answers)


NUMBERS = Journey("rapat_hadir", finish_numbers)
SHEET = Journey("rapat_foto", finish_photo)
NEWCOMER = Journey("hadir_baru", finish_guest)
