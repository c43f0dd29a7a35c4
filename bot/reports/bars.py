"""Bars on a telephone's picture, read without colour: what the pictures of an announcement's reach and of what was
learnt have in common."""

import io
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from bot.reports import Made
from bot.reports.paper import GREEN, INK, LIGHT, PALE, font, printable

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageDraw import ImageDraw

#: Pixels. Shown 360 wide, the smallest letters are 11 high.
WIDTH, MARGIN, BAND, SMALL = 1080, 36, 132, 34
RULE = "#aab5b1"
Area = tuple[float, float, float, float]


def opened(height: int, title: str, note: str) -> tuple["Image", "ImageDraw"]:
    """A picture with its head."""
    from PIL import Image, ImageDraw

    image = Image.new("RGB", (WIDTH, height), "white")
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, WIDTH, BAND), fill=GREEN)
    write(draw, title, (MARGIN, 48), 46, colour="white", bold=True)
    write(draw, note, (MARGIN, 100), SMALL, colour="white")
    return image, draw


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
    middle: float,
) -> None:
    """`field`: fills an area as this part is filled in the bars."""
    x = float(MARGIN)
    for part, told in zip(parts, words, strict=True):
        area = (x, middle - 16, x + 44, middle + 16)
        field(draw, part, area)
        draw.rectangle(area, outline=RULE, width=2)
        draw.text((x + 56, middle), printable(told), fill=PALE, font=font(SMALL), anchor="lm")
        x += 56 + draw.textlength(printable(told), font(SMALL)) + 36


def made(image: "Image", filename: str) -> Made:
    """In eight colours, so that it is small."""
    from PIL import Image

    out = io.BytesIO()
    image.quantize(8, dither=Image.Dither.NONE).save(out, "PNG", optimize=True, bits=4)
    return Made(f"{filename}.png", "image/png", out.getvalue())
