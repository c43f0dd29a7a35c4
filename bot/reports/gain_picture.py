"""What somebody knew before and after, as a picture for a telephone: two bars for each part, read without colour."""

import io
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from bot.reports import Made
from bot.reports.paper import GREEN, INK, LIGHT, PALE, font, printable

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageDraw import ImageDraw

#: Pixels. Shown 360 wide, the smallest letters are 11 high.
_WIDTH, _MARGIN, _BAND = 1080, 36, 132
_ROW, _TOTAL, _BAR, _TEXT, _SMALL = 150, 190, 34, 38, 34
_LEGEND, _FIGURES = 80, 130
_RULE = "#aab5b1"
_PARTS = ("before", "after")


def make(args: Mapping[str, Any]) -> Made:
    """`title`, `note`, `total` and `rows` ({"name", "before": [right, asked], "after": [right, asked]}), `legend`
    (two), `filename`."""
    from PIL import Image, ImageDraw

    top = _BAND + 24
    height = top + _TOTAL + _ROW * len(args["rows"]) + _LEGEND
    image = Image.new("RGB", (_WIDTH, height), "white")
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, _WIDTH, _BAND), fill=GREEN)
    _write(draw, args["title"], (_MARGIN, 48), 46, colour="white", bold=True)
    _write(draw, args["note"], (_MARGIN, 100), _SMALL, colour="white")
    draw.rectangle((0, top - 12, _WIDTH, top + _TOTAL - 36), fill=LIGHT)
    for at, row in enumerate((args["total"], *args["rows"])):
        _row(draw, row, top if at == 0 else top + _TOTAL - _ROW + at * _ROW)
    _legend(draw, args["legend"], height - _LEGEND / 2)
    return Made(f"{args['filename']}.png", "image/png", _png(image))


def _write(
    draw: "ImageDraw", told: str, where: tuple[float, float], size: int, *, colour: str = INK, bold: bool = False
) -> None:
    """`where`: the left end of the line, and its middle."""
    stroke = 1 if bold else 0
    text = printable(told)
    draw.text(where, text, fill=colour, font=font(size), anchor="lm", stroke_width=stroke, stroke_fill=colour)


def _row(draw: "ImageDraw", row: Mapping[str, Any], top: float) -> None:
    _write(draw, row["name"], (_MARGIN, top + 22), _TEXT, bold=True)
    for at, part in enumerate(_PARTS):
        _bar(draw, part, row[part], top + 48 + at * (_BAR + 8))


def _bar(draw: "ImageDraw", part: str, figures: Sequence[int], top: float) -> None:
    """As long as its part of what was asked; beside it "7 / 12"."""
    right, asked = figures
    room = _WIDTH - 2 * _MARGIN - _FIGURES
    whole = (_MARGIN, top, _MARGIN + room, top + _BAR)
    draw.rectangle(whole, fill="white")
    if right:
        _field(draw, part, (_MARGIN, top, _MARGIN + room * right / asked, top + _BAR))
    draw.rectangle(whole, outline=_RULE, width=2)
    told = f"{right} / {asked}" if asked else "-"
    draw.text((_WIDTH - _MARGIN, top + _BAR / 2), told, fill=INK, font=font(_SMALL), anchor="rm")


def _field(draw: "ImageDraw", part: str, area: tuple[float, float, float, float]) -> None:
    """Striped before, full after: told apart in black and white, too."""
    left, top, right, bottom = area
    if part == "after":
        draw.rectangle(area, fill=GREEN)
        return
    draw.rectangle(area, fill=LIGHT)
    x = left
    while x < right:
        far = min(x + (bottom - top), right)
        draw.line([(x, bottom), (far, bottom - (far - x))], fill=GREEN, width=3)
        x += 16
    draw.rectangle(area, outline=GREEN, width=2)


def _legend(draw: "ImageDraw", legend: Sequence[str], middle: float) -> None:
    x = float(_MARGIN)
    for part, words in zip(_PARTS, legend, strict=True):
        _field(draw, part, (x, middle - 16, x + 44, middle + 16))
        _write(draw, words, (x + 56, middle), _SMALL, colour=PALE)
        x += 56 + draw.textlength(printable(words), font(_SMALL)) + 36


def _png(image: "Image") -> bytes:
    """In eight colours, so that it is small."""
    from PIL import Image

    out = io.BytesIO()
    image.quantize(8, dither=Image.Dither.NONE).save(out, "PNG", optimize=True, bits=4)
    return out.getvalue()
