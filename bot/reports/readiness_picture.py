"""How ready the villages are, as a picture: a row each, a column for each question, read without colour.

One column of rows is for a telephone; several side by side are for a wall or a large screen.
"""

import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from bot.reports import Made
from bot.reports.bars import fitted
from bot.reports.paper import GREEN, INK, LIGHT, PALE, font, in_lines, printable

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageDraw import ImageDraw

_MARGIN = 28
_BAND = 112
_GAP = 36  # between rows side by side
_STRIPE, _RULE = "#f4f6f5", "#d5dcd9"


@dataclass(frozen=True, slots=True)
class _Sizes:
    """In pixels. `name`: width of the names; `cell`: of one question; `row`: height of a row."""

    name: int
    cell: int
    row: int
    text: int

    @property
    def radius(self) -> float:
        return self.row * 0.29

    @property
    def small(self) -> int:
        """Letters of what explains."""
        return round(self.text * 0.82)


#: For one column Telegram's own width of a photo, and letters that are read in it without enlarging; beside each other
#: they are smaller.
_TELEPHONE, _WALL = _Sizes(340, 171, 60, 38), _Sizes(236, 112, 32, 20)


@dataclass(slots=True)
class _Chart:
    image: "Image"
    draw: "ImageDraw"
    sizes: _Sizes
    head: Sequence[str] = field(default_factory=tuple)

    @property
    def width(self) -> int:
        return self.sizes.name + len(self.head) * self.sizes.cell

    def write(self, told: str, x: float, y: float, size: int, room: float, **how: Any) -> None:
        """`y`: the middle of the line."""
        stroke = 1 if how.pop("bold", False) else 0
        colour, anchor = how.get("colour", INK), how.get("anchor", "lm")
        fitting = fitted(self.draw, told, size, room)
        where = {"font": font(size), "anchor": anchor, "stroke_width": stroke, "stroke_fill": colour}
        self.draw.text((x, y), fitting, fill=colour, **where)


def make(args: Mapping[str, Any]) -> Made:
    """`title`, `note`, `head` (the questions), `rows`, `legend` ([[sign, words], …]), `columns`, `filename`.

    A row: {"group": title} or {"name", "cells": [{"sign", "text", "share"}, …], "rank": 1 to 5 or 0}.
    """
    columns = _columns(args["rows"], args["columns"])
    sizes = _TELEPHONE if len(columns) == 1 else _WALL
    chart = _canvas(sizes, args["head"], len(columns), max(map(len, columns)), args["legend"])
    _write_title(chart, args["title"], args["note"])
    for at, rows in enumerate(columns):
        _write_rows(chart, rows, _MARGIN + at * (chart.width + _GAP))
    _write_legend(chart, args["legend"], _legend_top(sizes, max(map(len, columns))))
    return Made(f"{args['filename']}.png", "image/png", _png(chart.image))


def _png(image: "Image") -> bytes:
    """In sixteen colours of its own, so that it is small and what is late stays red."""
    from PIL import Image

    shades = [(ground, 1.0) for ground in ("#ffffff", LIGHT, _STRIPE, _RULE, ALARM_GROUND)]
    shades += [(colour, part) for colour in (INK, GREEN, ALARM) for part in (1.0, 0.66, 0.33)]
    shades += [(PALE, 1.0), (PALE, 0.5)]
    palette = Image.new("P", (1, 1))
    palette.putpalette([round(255 - (255 - one) * part) for colour, part in shades for one in _rgb(colour)])
    out = io.BytesIO()
    image.quantize(palette=palette, dither=Image.Dither.NONE).save(out, "PNG", optimize=True, bits=4)
    return out.getvalue()


def _rgb(colour: str) -> tuple[int, ...]:
    return tuple(bytes.fromhex(colour.removeprefix("#")))


def _columns(rows: Sequence[Mapping[str, Any]], number_of: int) -> list[list[Mapping[str, Any]]]:
    """Whole groups beside each other, as even as they can be."""
    groups: list[list[Mapping[str, Any]]] = []
    for row in rows:
        if "group" in row or not groups:
            groups.append([])
        groups[-1].append(row)
    most = len(rows) / number_of
    found: list[list[Mapping[str, Any]]] = [[]]
    for group in groups:
        is_full = len(found[-1]) + len(group) / 2 > most
        if found[-1] and is_full and len(found) < number_of:
            found.append([])
        found[-1] += group
    return found


def _canvas(sizes: _Sizes, head: Sequence[str], columns: int, rows: int, legend: Sequence[Sequence[str]]) -> _Chart:
    from PIL import Image, ImageDraw

    width = 2 * _MARGIN + columns * (sizes.name + len(head) * sizes.cell) + (columns - 1) * _GAP
    places = _legend_places(sizes, legend, width)
    height = _legend_top(sizes, rows) + (_legend_line(sizes) * (places[-1][1] + 1) if places else 0) + 20
    image = Image.new("RGB", (width, height), "white")
    return _Chart(image, ImageDraw.Draw(image), sizes, head)


def _write_title(chart: _Chart, title: str, note: str) -> None:
    room = chart.image.width - 2 * _MARGIN
    chart.draw.rectangle((0, 0, chart.image.width, _BAND), fill=GREEN)
    chart.write(title, _MARGIN, 40, 42, room, colour="white", bold=True)
    chart.write(note, _MARGIN, 84, 26, room, colour="white")


def _write_rows(chart: _Chart, rows: Sequence[Mapping[str, Any]], left: int) -> None:
    size = chart.sizes
    y = _BAND + 20
    for at, title in enumerate(chart.head):
        middle = left + size.name + (at + 0.5) * size.cell
        chart.write(title, middle, y + size.row * 0.5, size.small, size.cell - 4, anchor="mm")
    y += size.row
    for line, row in enumerate(rows):
        if "group" in row:
            chart.draw.rectangle((left, y, left + chart.width, y + size.row), fill=LIGHT)
            chart.write(row["group"], left + 8, y + size.row / 2, size.text, chart.width - 16, colour=GREEN)
        else:
            _write_row(chart, row, left, y, _STRIPE if line % 2 else "white")
        y += size.row


def _write_row(chart: _Chart, row: Mapping[str, Any], left: int, y: int, ground: str) -> None:
    size = chart.sizes
    middle = y + size.row / 2
    chart.draw.rectangle((left, y, left + chart.width, y + size.row), fill=ground)
    chart.draw.line([(left, y + size.row), (left + chart.width, y + size.row)], fill=_RULE)
    indent = 8
    if row["rank"]:
        number(chart.draw, left + 8 + size.radius, middle, size.radius, row["rank"])
        indent = round(16 + 2 * size.radius)
    chart.write(row["name"], left + indent, middle, size.text, size.name - indent - 6)
    for at, cell in enumerate(row["cells"]):
        _write_cell(chart, cell, left + size.name + at * size.cell, y)


def _write_cell(chart: _Chart, cell: Mapping[str, Any], x: float, y: float) -> None:
    size, told = chart.sizes, cell["text"]
    middle = y + size.row / 2
    if cell["sign"] == "lambat":
        chart.draw.rectangle((x + 1, y + 1, x + size.cell - 1, y + size.row - 1), fill=ALARM_GROUND)
    if cell.get("share") is not None:  # a bar below, as long as its part of the whole
        full = size.cell - 24
        chart.draw.rectangle((x + 12, y + size.row - 9, x + 12 + full, y + size.row - 5), fill=_RULE)
        if cell["share"]:  # nothing is no thin line, as if it had begun
            done = (x + 12, y + size.row - 9, x + 12 + full * cell["share"], y + size.row - 5)
            chart.draw.rectangle(done, fill=GREEN)
        middle -= 4
    if not told:
        SIGNS[cell["sign"]](chart.draw, x + size.cell / 2, middle, size.radius)
        return
    small = round(size.text * 0.9)
    left = 6 + 2 * size.radius
    if cell["sign"]:
        SIGNS[cell["sign"]](chart.draw, x + 6 + size.radius, middle, size.radius * 0.9)
    centre = x + (left + size.cell) / 2
    chart.write(told, centre, middle, small, size.cell - left - 4, anchor="mm")


def _write_legend(chart: _Chart, legend: Sequence[Sequence[str]], top: float) -> None:
    """What the signs mean, in lines that fill the width."""
    size = chart.sizes
    r = size.radius * 0.8
    for (sign, words), (across, line) in zip(legend, _legend_places(size, legend, chart.image.width), strict=True):
        x, y = _MARGIN + across, top + _legend_line(size) * (line + 0.5)
        SIGNS[sign](chart.draw, x + r, y, r)
        chart.write(words, x + 2 * r + 10, y, size.small, chart.image.width, colour=PALE)


def _legend_top(sizes: _Sizes, rows: int) -> int:
    return _BAND + 20 + round(sizes.row * (rows + 1.3))


def _legend_line(sizes: _Sizes) -> int:
    return round(sizes.row * 0.9)


def _legend_places(sizes: _Sizes, legend: Sequence[Sequence[str]], width: int) -> list[tuple[float, int]]:
    widths = [2 * sizes.radius * 0.8 + 10 + font(sizes.small).getlength(printable(words)) for _, words in legend]
    return in_lines(widths, width - 2 * _MARGIN, 26)


if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw

#: The ground of a field in which something is late: the one colour that has to be seen from afar.
ALARM, ALARM_GROUND = "#a3281c", "#f8e3df"

_Sign = Callable[["ImageDraw", float, float, float], None]


def _tick(draw: "ImageDraw", x: float, y: float, r: float, colour: str) -> None:
    points = [(x - 0.5 * r, y + 0.02 * r), (x - 0.12 * r, y + 0.42 * r), (x + 0.55 * r, y - 0.42 * r)]
    draw.line(points, fill=colour, width=max(round(r / 3.6), 2), joint="curve")


def _disc(draw: "ImageDraw", x: float, y: float, r: float, fill: str | None, edge: str) -> None:
    draw.ellipse((x - r, y - r, x + r, y + r), fill=fill, outline=edge, width=max(round(r / 5), 2))


def _yes(draw: "ImageDraw", x: float, y: float, r: float) -> None:
    _disc(draw, x, y, r, GREEN, GREEN)
    _tick(draw, x, y, r, "white")


def _yes_late(draw: "ImageDraw", x: float, y: float, r: float) -> None:
    _disc(draw, x, y, r, "white", GREEN)
    _tick(draw, x, y, r, GREEN)


def _due(draw: "ImageDraw", x: float, y: float, r: float) -> None:
    _disc(draw, x, y, r, "white", INK)


def _not_yet(draw: "ImageDraw", x: float, y: float, r: float) -> None:
    _disc(draw, x, y, r / 3, PALE, PALE)


def _late(draw: "ImageDraw", x: float, y: float, r: float) -> None:
    draw.polygon([(x, y - 1.15 * r), (x + 1.15 * r, y + 0.9 * r), (x - 1.15 * r, y + 0.9 * r)], fill=ALARM)
    draw.line([(x, y - 0.5 * r), (x, y + 0.25 * r)], fill="white", width=max(round(r / 4), 2))
    draw.ellipse((x - r / 7, y + 0.48 * r, x + r / 7, y + 0.48 * r + r / 3.5), fill="white")


def _waiting(draw: "ImageDraw", x: float, y: float, r: float) -> None:
    for across in (-0.75, 0, 0.75):
        middle = x + across * r
        draw.rectangle((middle - r / 5, y - r / 5, middle + r / 5, y + r / 5), fill=INK)


def _unasked(draw: "ImageDraw", x: float, y: float, r: float) -> None:
    draw.line([(x - 0.7 * r, y), (x + 0.7 * r, y)], fill=PALE, width=max(round(r / 5), 2))


#: By the name of the answer.
SIGNS: dict[str, _Sign] = {
    "ya": _yes,
    "ya_lambat": _yes_late,
    "belum": _due,
    "nanti": _not_yet,
    "lambat": _late,
    "tunggu": _waiting,
    "tanpa": _unasked,
}


def number(draw: "ImageDraw", x: float, y: float, r: float, told: int) -> None:
    """A dark disc with a number in it: the rank of a village among those to ring."""
    _disc(draw, x, y, r, ALARM, ALARM)
    draw.text((x, y), str(told), fill="white", font=font(round(1.4 * r)), anchor="mm", stroke_width=1)
