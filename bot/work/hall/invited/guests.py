"""Who is invited by name: the list by group, one person, and who comes in whose place."""

from collections.abc import Sequence
from typing import Any

from bot.core.forms.say import Words
from bot.core.hall.guests import NEED_A_RIDE, WOMEN
from bot.core.hall.namesakes import called
from bot.core.hall.rarely_heard import missing
from bot.core.vocabulary import ELEMENTS, HINDRANCES
from bot.store.hall import attendance
from bot.store.hall import hall as stored
from bot.store.hall.hall import CONFIRMED, EXPECTED, GUEST, INVITED, UNABLE, Invitee
from bot.work.hall.args import number
from bot.work.hall.meeting import Hall, kind_words, on_a_button
from bot.work.saying.keyboard import Key, in_rows
from bot.work.saying.naming import occasion_name
from bot.work.saying.paging import Page, page_of

#: Names on a page of the list, and buttons with names.
_ON_A_PAGE, _BUTTONS = 20, 12


async def show(hall: Hall, args: list[str]) -> None:
    """The list by group, with what is missing."""
    guests = [one for one in await hall.visit.ask_once(stored.guests, hall.id) if one.state != GUEST]
    listed = in_order([one for one in guests if one.state in (*EXPECTED, UNABLE)])
    page = page_of(listed, number(args), _ON_A_PAGE)
    names = {one.id: one.name for one in guests}
    expected = [one for one in listed if one.state in EXPECTED]
    text = hall.visit.text(
        "rapat_undangan",
        pertemuan=occasion_name(hall.visit.office, hall.occasion),
        jumlah=len(expected),
        perempuan=sum(1 for one in expected if one.is_woman),
        laki=sum(1 for one in expected if one.is_woman is False),
        sedia=sum(1 for one in expected if one.state == CONFIRMED),
        lowong=sum(1 for one in listed if one.state == UNABLE),
        kelompok=_by_group(hall, page.shown, names),
        kurang=[kind_words(hall.visit.office, key) for key in missing((one.element, one.is_woman) for one in expected)],
        tumpangan=sum(1 for one in expected if NEED_A_RIDE & set(one.hindrances)),
        halangan=_hindered(hall, expected),
    )
    hall.show(text, *_keys(hall, page))


def in_order(guests: Sequence[Invitee]) -> list[Invitee]:
    """By group, then as they were written down."""
    places = {key: at for at, key in enumerate(ELEMENTS)}
    return sorted(guests, key=lambda one: (places.get(one.element, len(places)), one.id))


def _by_group(hall: Hall, shown: Sequence[Invitee], names: dict[int, str]) -> list[dict[str, Any]]:
    groups: dict[str, list[dict[str, Any]]] = {}
    for one in shown:
        line = {"nama": one.name, "mewakili": one.speaks_for, "kabar": one.state}
        groups.setdefault(one.element, []).append(line | {"ganti": names.get(one.replaces or 0, "")})
    return [{"nama": kind_words(hall.visit.office, key), "orang": people} for key, people in groups.items()]


def _hindered(hall: Hall, expected: Sequence[Invitee]) -> list[dict[str, Any]]:
    """How many are hindered by what, apart from those who need a ride."""
    counted = {key: sum(1 for one in expected if key in one.hindrances) for key in HINDRANCES if key not in NEED_A_RIDE}
    told = [(hall.visit.label(Words(f"halangan.{key}")), count) for key, count in counted.items() if count]
    return [{"apa": what, "jumlah": count} for what, count in told]


def _keys(hall: Hall, page: Page[Invitee]) -> list[list[Key]]:
    add = [hall.key(Words("rapat_tombol_tambah_satu"), "tambah"), hall.key(Words("rapat_tombol_banyak"), "banyak")]
    news = [hall.key(Words("rapat_tombol_kabar"), "nama", 0)] if page.total else []
    return [add, hall.turning("tamu", page), news, [hall.back()]]


async def tell_answers(hall: Hall, told: Sequence[Invitee] = ()) -> None:
    """Whom an invitation reached is written down nowhere; what they answered is. `told`: who know of it now."""
    found = [one for one in await hall.visit.ask_once(stored.guests, hall.id) if one.state in (*EXPECTED, UNABLE)]
    named = {state: [one.name for one in found if one.state == state] for state in (CONFIRMED, UNABLE, INVITED)}
    hall.visit.say(
        "rapat_sudah_dikabari",
        ada=bool(told),
        kosong=not found,
        pertemuan=occasion_name(hall.visit.office, hall.occasion),
        mau=named[CONFIRMED],
        tidak=named[UNABLE],
        belum=named[INVITED],
    )
    await (choose(hall, [], told) if found else show(hall, []))


async def tell_absent(hall: Hall) -> None:
    """Where nobody is ticked yet, who stayed away is not known; nor where nobody was written down as invited."""
    count = await hall.visit.ask_once(attendance.attended, hall.id)
    came = (count.women or 0) + (count.men or 0) if count is not None and count.women is not None else None
    found = [one for one in await hall.visit.ask_once(stored.guests, hall.id) if one.state in (*EXPECTED, UNABLE)]
    is_known, name = any(one.came for one in found), occasion_name(hall.visit.office, hall.occasion)
    told = [one.name for one in in_order(found) if not one.came and (is_known or one.state == UNABLE)]
    text = hall.visit.text(
        "rapat_tidak_datang", pertemuan=name, jumlah=len(found), tahu=is_known, tidak=told, hadir=came
    )
    hall.show(text, [hall.key(Words("rapat_tombol_ketuk"), "ketuk", 0), hall.back("hadir")])


async def choose(hall: Hall, args: list[str], among: Sequence[Invitee] = ()) -> None:
    """Whose news it is: names as buttons, those who have not answered first. `among`: only these."""
    guests = among or await hall.visit.ask_once(stored.guests, hall.id)
    listed = in_order([one for one in guests if one.state in (*EXPECTED, UNABLE)])
    listed.sort(key=lambda one: one.state == CONFIRMED)
    page = page_of(listed, number(args), _BUTTONS)
    named = zip(page.shown, on_buttons(hall, page.shown), strict=True)
    keys = [hall.key(f"{_MARKS[one.state]} {name}", "orang", one.id) for one, name in named]
    hall.show(hall.visit.text("rapat_kabar_siapa"), *in_rows(keys), hall.turning("nama", page), [hall.back("tamu")])


def on_buttons(hall: Hall, shown: Sequence[Invitee]) -> list[str]:
    """What they are called; of namesakes their group or place, too."""
    groups = {one.element: kind_words(hall.visit.office, one.element) for one in shown}
    return [on_a_button(name) for name in called(shown, groups)]


_MARKS = {INVITED: "…", CONFIRMED: "✓", UNABLE: "✗"}


async def show_one(hall: Hall, args: list[str]) -> None:
    """One person: what is known, and what they answered."""
    one = await find(hall, args)
    if one is None:
        return
    text = hall.visit.text(
        "rapat_orang",
        nama=one.name,
        unsur=kind_words(hall.visit.office, one.element),
        mewakili=one.speaks_for,
        halangan=[hindrance_words(hall, key) for key in one.hindrances],
        kabar=one.state,
        datang=bool(one.came),
        jelas=one.is_woman is not None,
        jenis="" if one.is_woman is None or one.element == WOMEN else "perempuan" if one.is_woman else "laki",
    )
    back = hall.back("ketuk", 0) if one.came or one.state == GUEST else hall.back("nama", 0)
    hall.show(text, *_answers(hall, one), [back])


def hindrance_words(hall: Hall, told: str) -> str:
    return hall.visit.label(Words(f"halangan.{told}")) if told in HINDRANCES else told


def _answers(hall: Hall, one: Invitee) -> list[list[Key]]:
    yes, no = Words("rapat_tombol_sedia"), Words("rapat_tombol_tidak_bisa")
    rows = [] if one.came or one.state == GUEST else [[hall.key(yes, "sedia", one.id), hall.key(no, "absen", one.id)]]
    if one.state == UNABLE:
        rows = [[hall.key(Words("rapat_tombol_ganti"), "ganti", one.id)], [hall.key(yes, "sedia", one.id)]]
    if one.is_woman is None:
        woman, man = Words("rapat_tombol_perempuan"), Words("rapat_tombol_laki")
        rows.append([hall.key(woman, "jenis", one.id, "p"), hall.key(man, "jenis", one.id, "l")])
    anew, gone = Words("rapat_tombol_betulkan_orang"), Words("rapat_tombol_hapus_orang")
    return [*rows, [hall.key(anew, "tulisulang", one.id), hall.key(gone, "hapus", one.id)]]


async def find(hall: Hall, args: list[str]) -> Invitee | None:
    """Somebody on the list of this meeting who was not replaced yet."""
    one = await hall.visit.ask_once(stored.guest, hall.id, number(args))
    if one is None or one.state not in (*EXPECTED, UNABLE, GUEST) or not one.name:
        hall.visit.stale()
        return None
    return one


async def confirm(hall: Hall, args: list[str]) -> None:
    await _answer(hall, args, CONFIRMED)


async def refuse(hall: Hall, args: list[str]) -> None:
    """Not able to come: somebody from the same group comes instead."""
    await _answer(hall, args, UNABLE)


async def _answer(hall: Hall, args: list[str], state: str) -> None:
    changed = await hall.visit.ask_once(stored.set_state, (hall.id, number(args)), state, _BEFORE[state])
    hall.visit.toast("rapat_dicatat" if changed else "rapat_sudah_begitu")
    await show_one(hall, args)


_BEFORE = {CONFIRMED: (INVITED, UNABLE), UNABLE: EXPECTED}


async def tell_gender(hall: Hall, args: list[str]) -> None:
    """Woman or man, where the name did not tell."""
    one = await find(hall, args)
    if one is not None and args[1:] in (["p"], ["l"]):
        await hall.visit.ask_once(stored.set_gender, (hall.id, one.id), is_woman=args[1] == "p")
        hall.visit.toast("rapat_dicatat")
        await show_one(hall, args)
