"""A spreadsheet of guests: read like a typed list, a row a line."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from bot.core.forms.writing import clean, in_short
from bot.core.hall.guest_lines import telephones_in
from bot.core.hall.guest_states import narrower
from bot.core.hall.guests import LONGEST_SPEAKS_FOR, OTHERS, WOMEN, Guest, Guests, Refused, guests_of
from bot.core.heads import Below, NoHead, below, written
from bot.core.places.spelling import fold
from bot.core.vocabulary import GuestWords

NAME, SEX, GROUP, HINDRANCE, REMARK = "nama", "jenis", "unsur", "halangan", "keterangan"
_LONGEST_LINE = 120
#: Cells of a row that is told of somebody; one alone, below a gap, is whoever signs.
_FEWEST_TOLD = 2


def read_sheets(sheets: Sequence[Sequence[Sequence[Any]]], words: GuestWords) -> tuple[list[Guest], list[Refused], int]:
    """Everybody in the first sheet that has a head, else in the first one, as cells one behind the other; and how many
    telephone numbers are left out."""
    found = _below([written(sheet) for sheet in sheets], words)
    guests: list[Guest] = []
    refused: list[Refused] = []
    for row, is_apart in _rows(found):
        read = _read(guests_of(words), row, found, is_apart=is_apart)
        if isinstance(read, Refused):
            refused += [read] if read.line else []
        else:
            guests += read
    return guests, refused, sum(_is_telephone(cell) for _, row in found.rows for cell in row)


def _below(sheets: Sequence[list[list[str]]], words: GuestWords) -> Below:
    columns = {name: [fold(word) for word in told] for name, told in words.columns.items()}
    try:
        return below(sheets, columns, (NAME,))
    except NoHead:
        return Below([*enumerate(next(iter(sheets), []), 1)], {})


def _rows(found: Below) -> list[tuple[Sequence[str], bool]]:
    """Each with something in it, and whether it is nothing but one cell below a gap, or in a list that is numbered."""
    rows, gap, is_numbered = list[tuple[Sequence[str], bool]](), False, False
    for _, row in found.rows:
        told = sum(1 for cell in row if cell)
        if told:
            rows.append((row, told < _FEWEST_TOLD and (gap or is_numbered)))
        is_list = len(found.at) >= _FEWEST_TOLD and bool(rows)
        gap = gap or (is_list and not told)
        before = row[: found.at.get(NAME, 0)]
        is_numbered = is_numbered or any(cell.isdecimal() for cell in before)
    return rows


def _is_telephone(cell: str) -> bool:
    """Excel takes the 0 off a number's front."""
    return telephones_in(cell) > 0 or (cell.isdecimal() and cell[0] == "8" and telephones_in(f"0{cell}") > 0)


def _read(guests: Guests, row: Sequence[str], found: Below, *, is_apart: bool) -> list[Guest] | Refused:
    if not found.at:
        told_of = (cell for cell in row if cell and not cell.strip(" .)").isdecimal())
        alone = guests.read_people(clean(", ".join(told_of)))
        return Refused(alone.line[:_LONGEST_LINE], alone.why) if isinstance(alone, Refused) else alone
    told = {name: clean(row[at]) for name, at in found.at.items() if at < len(row)}
    whole = ", ".join(cell for cell in told.values() if cell and not cell.isdecimal())[:_LONGEST_LINE]
    if not told.get(NAME) or is_apart:  # what stands beside an empty name is nobody's
        return Refused(whole, "tanpa_nama")
    read = guests.read_people(", ".join(told[name] for name in (NAME, SEX) if told.get(name)))
    if isinstance(read, Refused):
        return Refused(whole, read.why)
    return [_with_columns(guests, read[0], told), *read[1:]] if read else []


def _with_columns(guests: Guests, one: Guest, told: dict[str, str]) -> Guest:
    """What the list tells of them beside their name is kept as it stands there, unless it only names their group."""
    hindrances = list(one.hindrances)
    for name in (HINDRANCE, REMARK):
        known, rest = guests.hindrances_in(told.get(name, ""))
        hindrances += known + (rest if name == HINDRANCE else [])
        told = told | {name: ", ".join(rest) if name == REMARK else ""}
    beside = [cell for name, cell in told.items() if cell and name not in (NAME, SEX)]
    groups = [guests.group_in(cell) or guests.element_of(cell) for cell in beside]
    element = "" if one.element == OTHERS else one.element
    for group in groups:
        element = narrower(element, "" if group in (None, OTHERS) else str(group))
    element = element or OTHERS
    says_more = [cell for cell in beside if fold(cell) != fold(element.replace("_", " "))]
    whole = dict.fromkeys(filter(None, [*says_more, one.speaks_for]))
    is_woman = True if element == WOMEN and one.is_woman is None else one.is_woman
    return replace(
        one,
        element=element,
        is_woman=is_woman,
        speaks_for=in_short(", ".join(whole), LONGEST_SPEAKS_FOR - 2),
        hindrances=tuple(hindrances),
    )
