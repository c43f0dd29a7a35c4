"""What somebody knew before and after, as a picture for a telephone: two bars for each part, read without colour."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from bot.reports import Made, bars
from bot.reports.bars import MARGIN, RULE, SMALL, WIDTH
from bot.reports.paper import GREEN, INK, LIGHT, font

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw

#: Pixels.
_ROW, _TOTAL, _BAR, _TEXT = 150, 190, 34, 38
_FIGURES = 130
_PARTS = ("before", "after")


def make(args: Mapping[str, Any]) -> Made:
    """`title`, `note`, `total` and `rows` ({"name", "before": [right, asked], "after": [right, asked]}), `legend`
    (two), `filename`."""
    top = bars.band(args["note"]) + 24
    below = top + _TOTAL + _ROW * len(args["rows"])
    height = below + bars.legend_height(args["legend"])
    image, draw = bars.opened(height, args["title"], args["note"])
    draw.rectangle((0, top - 12, WIDTH, top + _TOTAL - 36), fill=LIGHT)
    for at, row in enumerate((args["total"], *args["rows"])):
        _row(draw, row, top if at == 0 else top + _TOTAL - _ROW + at * _ROW)
    bars.legend(draw, _field, _PARTS, args["legend"], below)
    return bars.made(image, args["filename"])


def _row(draw: "ImageDraw", row: Mapping[str, Any], top: float) -> None:
    bars.write(draw, row["name"], (MARGIN, top + 22), _TEXT, bold=True)
    for at, part in enumerate(_PARTS):
        _bar(draw, part, row[part], top + 48 + at * (_BAR + 8))


def _bar(draw: "ImageDraw", part: str, figures: Sequence[int], top: float) -> None:
    """As long as its part of what was asked; beside it "7 / 12"."""
    right, asked = figures
    room = WIDTH - 2 * MARGIN - _FIGURES
    whole = (MARGIN, top, MARGIN + room, top + _BAR)
    draw.rectangle(whole, fill="white")
    if right:
        _field(draw, part, (MARGIN, top, MARGIN + room * right / asked, top + _BAR))
    draw.rectangle(whole, outline=RULE, width=2)
    told = f"{right} / {asked}" if asked else "-"
    draw.text((WIDTH - MARGIN, top + _BAR / 2), told, fill=INK, font=font(SMALL), anchor="rm")


def _field(draw: "ImageDraw", part: str, area: bars.Area) -> None:
    """Striped before, full after."""
    if part == "after":
        draw.rectangle(area, fill=GREEN)
    else:
        bars.stripes(draw, area)
