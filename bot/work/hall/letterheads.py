"""The head of a village's papers: its name, address and number, told once and corrected; and who signs below."""

import re
from datetime import date
from typing import Any

from bot.core.flow.interpreter import Flow, record
from bot.core.forms.say import Words
from bot.core.forms.state import State
from bot.core.wilayah import KABUPATEN, level_of
from bot.store.hall import letterheads as stored
from bot.store.hall.letterheads import Letter, Letterhead
from bot.work.hall import drafts
from bot.work.hall.meeting import Hall
from bot.work.saying import keyboard, letterhead
from bot.work.visit import Journey, Visit

#: The questions of the form in their order, and the column that each fills.
_PARTS = {"nama": "title", "alamat": "address", "kepala": "head", "kode": "code"}
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
#: Where the number stands in what somebody told of it: "005/.../DB".
_GAPS = ("...", "…")
#: Month and year are put behind it anyway; those that are told are kept until they are past.
_BEHIND = re.compile(r"/([IVX]+|\.{3}|…|\d{1,2})/(20\d\d|\.{3,4}|…)$")
#: A number of the register in a whole one that was told: "005/12/DB", "12/DB".
_TOLD = re.compile(r"^(\d{3}(?:\.\d+)*/)\d{1,4}(?=/)|^\d{1,2}(?=/)")


async def show(hall: Hall, _args: list[str]) -> None:
    """What stands there, and a button for each part of it."""
    async with hall.visit.ask() as connection:
        known = await stored.of(connection, hall.occasion.wilayah)
        letter = await stored.letter_of(connection, hall.id)
    keys = [hall.key(Words(f"rapat_tombol_kop_{part}"), "isikop", at) for at, part in enumerate(_PARTS)]
    text = hall.visit.text(
        "rapat_kop",
        baris=letterhead.lines(hall.visit.office, hall.occasion.wilayah, known),
        alamat=known.address,
        pejabat=letterhead.official(hall.visit.office, hall.occasion.wilayah),
        kepala=known.head,
        nomor=_spelt(hall, known.code, letter) if known.code else "",
    )
    renumber = [hall.key(Words("rapat_tombol_nomor"), "nomor")] if known.code else []
    hall.show(text, keys[:2], keys[2:], renumber, [hall.back("cetak")])


async def ask(hall: Hall, args: list[str]) -> None:
    """One part of it; the others stay as they are."""
    at = keyboard.number(args[0]) if args else None
    part = dict(enumerate(_PARTS)).get(-1 if at is None else at)
    if part is None:
        hall.visit.stale()
        return
    drafts.ask(hall, JOURNEY, {other: None for other in _PARTS if other != part})


async def finish(visit: Visit, flow: Flow, state: State) -> None:
    hall = await drafts.enter_again(visit, state)
    if hall is None:
        return
    answers = record(flow, state)
    told = {column: " ".join(answers[part]["text"].split()) for part, column in _PARTS.items() if answers.get(part)}
    await visit.ask_once(stored.correct, hall.occasion.wilayah, told, visit.now, visit.me.id)
    await show(hall, [])


async def ask_number(hall: Hall, _args: list[str]) -> None:
    drafts.ask(hall, NUMBER)


async def finish_number(visit: Visit, flow: Flow, state: State) -> None:
    """The register of the office counts letters that we do not know of: its number wins."""
    hall = await drafts.enter_again(visit, state)
    if hall is None:
        return
    told = int(record(flow, state)["nomor"])
    async with visit.ask() as connection:
        wanted = hall.occasion.wilayah, _year(hall, await stored.letter_of(connection, hall.id)), told
        given = await stored.give_number(connection, hall.id, *wanted, visit.now)
    if not given:
        visit.say("rapat_nomor_terpakai", nomor=told)
    await show(hall, [])


async def head_of(hall: Hall) -> dict[str, Any] | None:
    """What a sheet shows above everything; None where the whole kabupaten meets, whose office stands there."""
    if level_of(hall.occasion.wilayah) == KABUPATEN:
        return None
    return letterhead.above(hall.visit.office, hall.occasion.wilayah, await _known(hall))


async def signing(hall: Hall) -> dict[str, str] | None:
    """*Mengetahui*: who signs below a list of attendance, with the name where somebody told it."""
    if level_of(hall.occasion.wilayah) == KABUPATEN:
        return None
    return letterhead.signing(hall.visit.office, hall.occasion.wilayah, await _known(hall))


async def _known(hall: Hall) -> Letterhead:
    return await hall.visit.ask_once(stored.of, hall.occasion.wilayah)


async def letter_number(hall: Hall) -> str:
    """Of the letters that are printed now: the meeting's own, and from the first print on it stays. Empty where nobody
    told how the office numbers: then it is written by hand."""
    wilayah = hall.occasion.wilayah
    async with hall.visit.ask() as connection:
        known = await stored.of(connection, wilayah)
        letter = await stored.letter_of(connection, hall.id)
        if known.code and letter is None:
            year = _year(hall, None)
            letter = Letter(await stored.next_number(connection, wilayah, year), hall.visit.now)
            await stored.give_number(connection, hall.id, wilayah, year, letter.number, letter.at)
    return _spelt(hall, known.code, letter) if known.code else ""


def _day(hall: Hall, letter: Letter | None) -> date:
    """On which it got its number; today, while it has none."""
    return hall.visit.office.local(letter.at if letter is not None else hall.visit.now).date()


def _year(hall: Hall, letter: Letter | None) -> int:
    return _day(hall, letter).year


def _spelt(hall: Hall, code: str, letter: Letter | None) -> str:
    """ "005/12/DB/I/2027"; with a gap while it has no number. Its month is that in which it got one, whenever it is
    printed, or a later one that was told."""
    day, shown = _day(hall, letter), f"{letter.number:02}" if letter is not None else "…"
    year, month = max((day.year, day.month), _told_month(code))
    code = _BEHIND.sub("", code)
    code = code if any(gap in code for gap in _GAPS) else _TOLD.sub(lambda found: f"{found[1] or ''}{_GAPS[0]}", code)
    gap = next((one for one in _GAPS if one in code), None)
    number = code.replace(gap, shown, 1) if gap else f"{shown}/{code}"
    return f"{number.strip('/')}/{_ROMAN[month - 1]}/{year}"


def _told_month(code: str) -> tuple[int, int]:
    """Year and month that stand behind it; (0, 0) where one of them is left open."""
    found = _BEHIND.search(code)
    month, year = found.groups() if found else ("", "")
    at = _ROMAN.index(month) + 1 if month in _ROMAN else int(month) if month.isdecimal() else 0
    return (int(year), at) if year.isdecimal() and 1 <= at <= len(_ROMAN) else (0, 0)


JOURNEY = Journey("rapat_kop", finish)
NUMBER = Journey("rapat_nomor", finish_number)
