"""Who came, by tapping the list: one by one, all at once, and whoever was not on it, in a line."""

from collections.abc import Awaitable, Callable, Mapping
from datetime import UTC, datetime, timedelta
from functools import partial

from bot.core.flow.interpreter import Flow, record
from bot.core.forms.heard import Heard, Typed
from bot.core.forms.say import Step, Words
from bot.core.forms.state import State
from bot.core.forms.writing import key_of
from bot.core.hall.guests import WOMEN, guests_of
from bot.core.vocabulary import ELEMENTS
from bot.store.hall import hall as stored
from bot.store.hall.hall import EXPECTED, GUEST, UNABLE, Invitee
from bot.work import conversation
from bot.work.hall import attendance, by_words, drafts, letterheads
from bot.work.hall.args import number
from bot.work.hall.invited.guest_forms import on_the_spot
from bot.work.hall.invited.guests import in_order, on_buttons
from bot.work.hall.meeting import Hall, on_a_button
from bot.work.saying.keyboard import Key, in_rows, keyboard
from bot.work.saying.paging import page_of
from bot.work.visit import Journey, Visit

_ON_A_PAGE = 12
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_A_TICK = timedelta(microseconds=1)
#: Names that stand on the buttons under what was written down.
_NAMED = 6
_SHORT = 60  # characters of a line that names nobody


async def show(hall: Hall, args: list[str]) -> None:
    """The list, each name a button: pressed, they came. Names that are typed now are of those who came, too."""
    await _show(hall, args)


async def _show(hall: Hall, args: list[str], undo: datetime | None = None) -> None:
    """`undo`: when all were ticked by one press, which can be taken back."""
    listed = in_order([one for one in await hall.visit.ask_once(stored.guests, hall.id) if one.state in _MAY_COME])
    page = page_of(listed, number(args), _ON_A_PAGE)
    named = zip(page.shown, on_buttons(hall, page.shown), strict=True)
    keys = [hall.key(_tick(one, name), "datang", one.id, int(not one.came), page.number) for one, name in named]
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
        _all(hall, listed, undo),
        [hall.key(Words("rapat_tombol_tanpa_undangan"), "tamubaru")],
        [hall.key(Words("rapat_tombol_hitung"), "hitung"), hall.back("hadir")],
    )
    drafts.listen(hall, NEWCOMERS)


#: Whoever said that they cannot come may come all the same.
_MAY_COME = (*EXPECTED, UNABLE, GUEST)


def _tick(one: Invitee, name: str) -> str:
    return f"{'✓ ' if one.came else ''}{name}"


def _all(hall: Hall, listed: list[Invitee], undo: datetime | None) -> list[Key]:
    if undo is not None:
        return [hall.key(Words("rapat_tombol_batal_semua"), "batalsemua", (undo - _EPOCH) // _A_TICK)]
    absent = any(one.state in EXPECTED and not one.came for one in listed)
    return [hall.key(Words("rapat_tombol_semua_hadir"), "semua")] if absent else []


async def tick(hall: Hall, args: list[str]) -> None:
    """The button says what it makes of it, so that two telephones that press the same one do the same."""
    came = number(args, 1) == 1
    done = await hall.visit.ask_once(stored.set_came, (hall.id, number(args)), came=came)
    hall.visit.toast(_TICKED[came] if done else "tombol_lewat")
    await _show(hall, args[2:])


_TICKED = {True: "rapat_dicatat_datang", False: "rapat_dicatat_batal"}


async def tick_all(hall: Hall, _args: list[str]) -> None:
    """*Semua hadir*: everybody who is expected; who did not come is tapped off."""
    at = hall.visit.now
    ticked = await hall.visit.ask_once(stored.all_came, hall.id, at)
    hall.visit.toast("rapat_semua_hadir", jumlah=ticked)
    await _show(hall, [], at if ticked else None)


async def untick_all(hall: Hall, args: list[str]) -> None:
    """Only those whom that press ticked: who was ticked before, or touched since, stays."""
    done = await hall.visit.ask_once(stored.not_all_came, hall.id, _EPOCH + number(args) % _LATEST * _A_TICK)
    hall.visit.toast("rapat_dicatat_batal" if done else "tombol_lewat")
    await _show(hall, [])


#: Microseconds that a date can bear.
_LATEST = 10**17


async def ask_newcomers(hall: Hall, _args: list[str]) -> None:
    drafts.ask(hall, NEWCOMERS)


async def finish_newcomers(visit: Visit, flow: Flow, state: State) -> None:
    """Whoever came without an invitation is counted like everybody else; whoever is on the list is found there."""
    hall = await drafts.enter_again(visit, state)
    if hall is None:
        return
    told, strange = guests_of(visit.office.catalog.world.spellings.guests).read_list(
        record(flow, state)["nama"]["text"]
    )
    here = [one for one in [await on_the_spot(hall, guest) for guest in told] if one is not None]
    async with visit.ask() as connection:
        for one in here:
            await stored.set_came(connection, (hall.id, one.id), came=True)
        listed = await stored.guests(connection, hall.id)
    named = dict(zip((one.id for one in listed), on_buttons(hall, listed), strict=True))
    names = [named.get(one.id, one.name) for one in here]
    unclear = [one.name for one in here if one.is_woman is None]
    left = [one.line[:_SHORT] for one in strange]
    text = visit.text("rapat_tamu_datang", nama=names, jenis=unclear, penuh=len(told) - len(here), tanpa=left)
    keys = [
        hall.key(Words("rapat_tombol_betulkan_nama", {"nama": on_a_button(one.name)}), "orang", one.id) for one in here
    ]
    visit.send(text, keyboard(*in_rows(keys[:_NAMED])))
    await _show(hall, [])


async def count(hall: Hall, _args: list[str]) -> None:
    """Who was ticked becomes the number of those who came."""
    came = [one for one in await hall.visit.ask_once(stored.guests, hall.id) if one.came and one.state in _MAY_COME]
    unclear = [one for one in came if one.is_woman is None]
    if not came or unclear:
        names = [hall.key(on_a_button(one.name), "orang", one.id) for one in unclear[:_ON_A_PAGE]]
        text = hall.visit.text("rapat_belum_bisa_dihitung", jenis=[one.name for one in unclear[:8]])
        hall.show(text, *in_rows(names), [hall.back("ketuk", 0)])
        return
    women = sum(1 for one in came if one.is_woman)
    elements = {key: sum(1 for one in came if one.element == key) for key in ELEMENTS if key != WOMEN}
    await attendance.keep(hall, women, len(came) - women, elements)
    hall.visit.toast("rapat_dicatat")
    await attendance.show(hall, [])


async def heed(visit: Visit, before: State, heard: Heard, _step: Step) -> bool:
    """ "Semua hadir", "salah hitung", "kop desa": what is asked of the screen is nobody's name."""
    act = visit.office.catalog.world.hall.get(key_of(heard.text)) if isinstance(heard, Typed) else None
    if act is None and isinstance(heard, Typed) and by_words.is_count(visit, heard):
        about = {"occasion": before.about["occasion"]}
        await conversation.start_with_answer(visit, attendance.NUMBERS, {}, about, heard)
        return True
    if act is None or (hall := await drafts.enter_again(visit, before)) is None:
        return act is not None
    await _BY_WORDS[act](hall)
    return True


async def _count_again(hall: Hall) -> None:
    if not await attendance.undo_last(hall):
        await _show(hall, [])


_BY_WORDS: Mapping[str, Callable[[Hall], Awaitable[None]]] = {
    "semua": partial(tick_all, _args=[]),
    "salah": _count_again,
    "kop": partial(letterheads.show, _args=[]),
}
NEWCOMERS = Journey("hadir_baru", finish_newcomers, heed=heed, lasts=timedelta(minutes=15))
