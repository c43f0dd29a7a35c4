"""How far an announcement came, as a picture for a telephone: a bar for each place, read without colour."""

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
_ROW, _BAR, _TEXT, _SMALL = 104, 36, 38, 34
_LEGEND = 76
_RULE = "#aab5b1"
#: Who understood, who has it and did not answer, and the others.
_PARTS = ("understood", "silent", "beside")


def make(args: Mapping[str, Any]) -> Made:
    """`title`, `note`, `rows` ({"name", "text", "understood", "silent", "beside"}), `legend` (three), `filename`."""
    from PIL import Image, ImageDraw

    height = _BAND + 24 + _ROW * len(args["rows"]) + _LEGEND
    image = Image.new("RGB", (_WIDTH, height), "white")
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, _WIDTH, _BAND), fill=GREEN)
    _write(draw, args["title"], (_MARGIN, 48), 46, colour="white", bold=True)
    _write(draw, args["note"], (_MARGIN, 100), _SMALL, colour="white")
    for at, row in enumerate(args["rows"]):
        _row(draw, row, _BAND + 24 + at * _ROW)
    _legend(draw, args["legend"], height - _LEGEND / 2)
    return Made(f"{args['filename']}.png", "image/png", _png(image))


def _write(
    draw: "ImageDraw", told: str, where: tuple[float, float], size: int, *, colour: str = INK, bold: bool = False
) -> None:
    """`where`: the left end of the line, and its middle."""
    stroke = 1 if bold else 0
    text = _fitted(draw, told, size, _WIDTH - _MARGIN - where[0])
    draw.text(where, text, fill=colour, font=font(size), anchor="lm", stroke_width=stroke, stroke_fill=colour)


def _fitted(draw: "ImageDraw", told: str, size: int, room: float) -> str:
    """As much of it as there is room for."""
    plain = printable(told)
    if draw.textlength(plain, font(size)) <= room:
        return plain
    while plain and draw.textlength(f"{plain}...", font(size)) > room:
        plain = plain[:-1]
    return f"{plain.rstrip()}..."


def _row(draw: "ImageDraw", row: Mapping[str, Any], top: float) -> None:
    figures = printable(row["text"])
    wide = draw.textlength(figures, font(_SMALL))
    draw.text((_WIDTH - _MARGIN - wide, top + 22), figures, fill=INK, font=font(_SMALL), anchor="lm")
    name = _fitted(draw, row["name"], _TEXT, _WIDTH - 2 * _MARGIN - wide - 24)
    draw.text((_MARGIN, top + 22), name, fill=INK, font=font(_TEXT), anchor="lm", stroke_width=1, stroke_fill=INK)
    _bar(draw, [row[part] for part in _PARTS], top + 48)


def _bar(draw: "ImageDraw", numbers: Sequence[int], top: float) -> None:
    room, total, left = _WIDTH - 2 * _MARGIN, max(sum(numbers), 1), float(_MARGIN)
    for part, number in zip(_PARTS, numbers, strict=True):
        right = left + room * number / total
        if number:
            _field(draw, part, (left, top, right, top + _BAR))
        left = right
    draw.rectangle((_MARGIN, top, _WIDTH - _MARGIN, top + _BAR), outline=_RULE, width=2)


def _field(draw: "ImageDraw", part: str, area: tuple[float, float, float, float]) -> None:
    """Full, striped or empty: told apart in black and white, too."""
    fill = {"understood": GREEN, "silent": LIGHT, "beside": "white"}[part]
    draw.rectangle(area, fill=fill)
    if part != "silent":
        return
    left, top, right, bottom = area
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
        draw.rectangle((x, middle - 16, x + 44, middle + 16), outline=_RULE, width=2)
        draw.text((x + 56, middle), printable(words), fill=PALE, font=font(_SMALL), anchor="lm")
        x += 56 + draw.textlength(printable(words), font(_SMALL)) + 36


def _png(image: "Image") -> bytes:
    """In eight colours, so that it is small."""
    from PIL import Image

    out = io.BytesIO()
    image.quantize(8, dither=Image.Dither.NONE).save(out, "PNG", optimize=True, bits=4)
    return out.getvalue()
