"""Bars on a telephone's picture, read without colour: what the pictures of an announcement's reach and of what was
learnt have in common."""

import io
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from bot.reports import Made
from bot.reports.paper import GREEN, INK, LIGHT, PALE, font, in_lines, printable

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageDraw import ImageDraw

#: Pixels. Shown 360 wide, the smallest letters are 11 high.
WIDTH, MARGIN, SMALL = 1080, 36, 34
_BAND, _LINE, _ENTRY = 132, 44, 56
_MOST = 3  # lines of a note
RULE = "#aab5b1"
Area = tuple[float, float, float, float]


def band(note: str) -> int:
    """How high the head is: a note that is too long for one line takes another."""
    return _BAND + _LINE * (len(_wrapped(note)) - 1)


def opened(height: int, title: str, note: str) -> tuple["Image", "ImageDraw"]:
    """A picture with its head."""
    from PIL import Image, ImageDraw

    image = Image.new("RGB", (WIDTH, height), "white")
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, WIDTH, band(note)), fill=GREEN)
    write(draw, title, (MARGIN, 48), 46, colour="white", bold=True)
    for at, line in enumerate(_wrapped(note)):
        write(draw, line, (MARGIN, 100 + at * _LINE), SMALL, colour="white")
    return image, draw


def _wrapped(told: str) -> list[str]:
    """In lines as wide as the picture; what is more than there is room for is the last line's to shorten."""
    lines = [""]
    for word in printable(told).split():
        longer = f"{lines[-1]} {word}".strip()
        if len(lines) < _MOST and lines[-1] and font(SMALL).getlength(longer) > WIDTH - 2 * MARGIN:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def write(
    draw: "ImageDraw", told: str, where: tuple[float, float], size: int, *, colour: str = INK, bold: bool = False
) -> None:
    """`where`: the left end of the line, and its middle."""
    stroke = 1 if bold else 0
    text = fitted(draw, told, size, WIDTH - MARGIN - where[0])
    draw.text(where, text, fill=colour, font=font(size), anchor="lm", stroke_width=stroke, stroke_fill=colour)


def fitted(draw: "ImageDraw", told: str, size: int, room: float) -> str:
    """As much of it as there is room for."""
    plain = printable(told)
    if draw.textlength(plain, font(size)) <= room:
        return plain
    while plain and draw.textlength(f"{plain}...", font(size)) > room:
        plain = plain[:-1]
    return f"{plain.rstrip()}..."


def stripes(draw: "ImageDraw", area: Area) -> None:
    """Told apart from what is full in black and white, too."""
    left, top, right, bottom = area
    draw.rectangle(area, fill=LIGHT)
    x = left
    while x < right:
        far = min(x + (bottom - top), right)
        draw.line([(x, bottom), (far, bottom - (far - x))], fill=GREEN, width=3)
        x += 16
    draw.rectangle(area, outline=GREEN, width=2)


def legend(
    draw: "ImageDraw",
    field: Callable[["ImageDraw", str, Area], None],
    parts: Sequence[str],
    words: Sequence[str],
    top: float,
) -> None:
    """`field`: fills an area as this part is filled in the bars."""
    for part, told, (x, line) in zip(parts, words, _places(words), strict=True):
        middle = top + _ENTRY * (line + 0.5)
        area = (MARGIN + x, middle - 16, MARGIN + x + 44, middle + 16)
        field(draw, part, area)
        draw.rectangle(area, outline=RULE, width=2)
        draw.text((MARGIN + x + 56, middle), printable(told), fill=PALE, font=font(SMALL), anchor="lm")


def legend_height(words: Sequence[str]) -> int:
    """As many lines as its entries need, and some air below."""
    return _ENTRY * (_places(words)[-1][1] + 1) + 20


def _places(words: Sequence[str]) -> list[tuple[float, int]]:
    return in_lines([56 + font(SMALL).getlength(printable(told)) for told in words], WIDTH - 2 * MARGIN, 36)


def made(image: "Image", filename: str) -> Made:
    """In eight colours, so that it is small."""
    from PIL import Image

    out = io.BytesIO()
    image.quantize(8, dither=Image.Dither.NONE).save(out, "PNG", optimize=True, bits=4)
    return Made(f"{filename}.png", "image/png", out.getvalue())
