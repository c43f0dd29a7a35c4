"""How far an announcement came, or people with their lessons, as a picture for a telephone: a bar for each place, of
three shares, read without colour."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from bot.reports import Made, bars
from bot.reports.bars import MARGIN, RULE, SMALL, WIDTH
from bot.reports.paper import GREEN, INK, font, printable

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw

_ROW, _BAR, _TEXT = 104, 36, 38
#: How the three shares are filled.
_PARTS = ("full", "striped", "empty")


def make(args: Mapping[str, Any]) -> Made:
    """`title`, `note`, `rows` ({"name", "text", "shares": three numbers}), `legend` (three), `filename`."""
    top = bars.band(args["note"]) + 24
    below = top + _ROW * len(args["rows"])
    height = below + bars.legend_height(args["legend"])
    image, draw = bars.opened(height, args["title"], args["note"])
    for at, row in enumerate(args["rows"]):
        _row(draw, row, top + at * _ROW)
    bars.legend(draw, _field, _PARTS, args["legend"], below)
    return bars.made(image, args["filename"])


def _row(draw: "ImageDraw", row: Mapping[str, Any], top: float) -> None:
    figures = printable(row["text"])
    wide = draw.textlength(figures, font(SMALL))
    draw.text((WIDTH - MARGIN - wide, top + 22), figures, fill=INK, font=font(SMALL), anchor="lm")
    name = bars.fitted(draw, row["name"], _TEXT, WIDTH - 2 * MARGIN - wide - 24)
    draw.text((MARGIN, top + 22), name, fill=INK, font=font(_TEXT), anchor="lm", stroke_width=1, stroke_fill=INK)
    _bar(draw, row["shares"], top + 48)


def _bar(draw: "ImageDraw", numbers: Sequence[int], top: float) -> None:
    room, total, left = WIDTH - 2 * MARGIN, max(sum(numbers), 1), float(MARGIN)
    for part, number in zip(_PARTS, numbers, strict=True):
        right = left + room * number / total
        if number:
            _field(draw, part, (left, top, right, top + _BAR))
        left = right
    draw.rectangle((MARGIN, top, WIDTH - MARGIN, top + _BAR), outline=RULE, width=2)


def _field(draw: "ImageDraw", part: str, area: bars.Area) -> None:
    if part == "striped":
        bars.stripes(draw, area)
    else:
        draw.rectangle(area, fill=GREEN if part == "full" else "white")
