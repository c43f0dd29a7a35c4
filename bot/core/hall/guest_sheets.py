"""A spreadsheet of guests: read like a typed list, a row a line."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from bot.core.forms.writing import clean
from bot.core.hall.guest_lines import telephones_in
from bot.core.hall.guests import LONGEST_SPEAKS_FOR, Guest, Guests, Refused, guests_of
from bot.core.places.spelling import fold
from bot.core.vocabulary import GuestWords

NAME, GROUP = "nama", "unsur"
#: The head stands within so many rows; above it may be a title.
_HEAD_WITHIN = 15
_LONGEST_LINE = 120


def read_rows(rows: Sequence[Sequence[Any]], words: GuestWords) -> tuple[list[Guest], list[Refused], int]:
    """Everybody in the rows of a sheet, from its first on, with a head, or as cells one behind the other; and how many
    telephone numbers are left out."""
    cells = [[_text(cell) for cell in row] for row in rows]
    start, columns, group = _head(cells, words.columns)
    guests: list[Guest] = []
    refused: list[Refused] = []
    for row in cells[start:]:
        read = _read(guests_of(words), row, columns, group)
        if isinstance(read, list):
            guests += read
        else:
            refused.append(read)
    return guests, refused, sum(_is_telephone(cell) for row in cells[start:] for cell in row)


def _is_telephone(cell: str) -> bool:
    """Excel takes the 0 off a number's front."""
    return telephones_in(cell) > 0 or (cell.isdecimal() and cell[0] == "8" and telephones_in(f"0{cell}") > 0)


def _text(cell: Any) -> str:
    """3.0 is how Excel keeps a 3."""
    whole = isinstance(cell, float) and cell.is_integer()
    return "" if cell is None else " ".join(str(int(cell) if whole else cell).split())


def _head(cells: Sequence[Sequence[str]], columns: Mapping[str, Sequence[str]]) -> tuple[int, list[int], int | None]:
    """The row below the head, where the parts of a line stand, the name first, and where their group; none where there
    is no head."""
    for at, row in enumerate(cells[:_HEAD_WITHIN]):
        folded = [cell.lower().strip(" .:") for cell in row]
        found = [next((n for n, cell in enumerate(folded) if cell in told), None) for told in columns.values()]
        if found[list(columns).index(NAME)] is not None:
            return at + 1, [place for place in found if place is not None], found[list(columns).index(GROUP)]
    return 0, [], None


def _read(guests: Guests, row: Sequence[str], columns: Sequence[int], group: int | None) -> list[Guest] | Refused:
    told = [row[at] for at in columns if at < len(row)] if columns else list(row)
    line = clean(", ".join(cell for cell in told if cell and not cell.isdecimal()))
    if columns and told and not told[0]:  # what stands beside an empty name is nobody's
        return Refused(line[:_LONGEST_LINE], "tanpa_nama")
    read = guests.read_people(line)
    if isinstance(read, Refused):
        return Refused(line[:_LONGEST_LINE], read.why)
    sits_for = row[group] if group is not None and group < len(row) else ""
    return [_for(one, clean(sits_for)) for one in read]


def _for(one: Guest, group: str) -> Guest:
    """The group that the list names is kept as it stands there, before where they come from."""
    told = [group, *([one.speaks_for] if fold(one.speaks_for) != fold(group) else [])]
    says_more = fold(group) != fold(one.element.replace("_", " "))
    speaks_for = ", ".join(filter(None, told)) if says_more else one.speaks_for
    return replace(one, speaks_for=speaks_for[:LONGEST_SPEAKS_FOR]) if group else one
