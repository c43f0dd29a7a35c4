"""A sheet to write on from top to bottom, in Pillow's own typeface: the server needs no fonts."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageDraw import ImageDraw

INK, PALE, GREEN, LIGHT = "#1d2321", "#5b6562", "#0b6b4f", "#e9f3ef"
_TYPOGRAPHY = str.maketrans({"–": "-", "—": "-", "…": "...", "‘": "’", "×": "x"})
#: How far a line is set smaller before any of it is left out, in percent.
_SMALLER = range(100, 44, -8)
_KEPT = frozenset("“”’·")


def printable(text: str) -> str:
    """What the typeface can show: accents fall, and signs it does not have."""
    plain = unicodedata.normalize("NFKD", text.translate(_TYPOGRAPHY))
    return "".join(c for c in plain if c in _KEPT or (c.isascii() and c.isprintable()))


@cache
def font(size: int) -> Any:
    from PIL import ImageFont

    return ImageFont.load_default(size)


def in_lines(widths: Sequence[float], room: float, gap: float) -> list[tuple[float, int]]:
    """Where each of these begins from the left, and in which line: what would stand out begins the next."""
    x, line, found = 0.0, 0, []
    for width in widths:
        if x and x + width > room:
            x, line = 0.0, line + 1
        found.append((x, line))
        x += width + gap
    return found


@dataclass(slots=True)
class Paper:
    """`y` is where the next line goes; sizes are in pixels."""

    width: int
    height: int
    margin: int
    y: int = 0
    image: "Image" = field(init=False)
    _draw: "ImageDraw" = field(init=False)

    def __post_init__(self) -> None:
        from PIL import Image, ImageDraw

        self.image = Image.new("RGB", (self.width, self.height), "white")
        self._draw = ImageDraw.Draw(self.image)
        self.y = self.y or self.margin

    @property
    def room(self) -> int:
        """Pixels between the margins."""
        return self.width - 2 * self.margin

    def skip(self, pixels: int) -> None:
        self.y += pixels

    def band(self, height: int, colour: str = GREEN) -> None:
        """A bar over the whole width at the top of what follows."""
        self._draw.rectangle((0, self.y, self.width, self.y + height), fill=colour)

    def box(self, height: int, colour: str = LIGHT) -> None:
        """A rounded field behind what is written next."""
        area = (self.margin, self.y, self.width - self.margin, self.y + height)
        self._draw.rounded_rectangle(area, radius=height // 8, fill=colour)

    def write(
        self,
        text: str,
        size: int,
        *,
        bold: bool = False,
        colour: str = INK,
        align: Literal["left", "centre"] = "centre",
        indent: int = 0,
        most: int = 4,
    ) -> None:
        """A paragraph of at most `most` lines: smaller, where it does not fit; and never cut without a sign."""
        size, lines = self._fitting(printable(text), size, self.room - indent, most)
        stroke = max(size // 34, 1) if bold else 0
        for line in lines:
            x = self.margin + indent if align == "left" else (self.width - self._draw.textlength(line, font(size))) / 2
            self._draw.text((x, self.y), line, fill=colour, font=font(size), stroke_width=stroke, stroke_fill=colour)
            self.y += round(size * 1.32)

    def _fitting(self, text: str, size: int, room: int, most: int) -> tuple[int, list[str]]:
        smaller, lines = size, list[str]()
        for percent in _SMALLER:
            smaller = size * percent // 100
            lines = self._lines(text, smaller, room)
            if len(lines) <= most and " ".join(lines) == " ".join(text.split()):
                return smaller, lines
        *whole, last = lines[:most]
        return smaller, [*whole, f"{last[:-3].rstrip()}..."]

    def _lines(self, text: str, size: int, room: int) -> list[str]:
        lines: list[str] = []
        for word in text.split():
            longer = f"{lines[-1]} {word}" if lines else word
            if lines and self._draw.textlength(longer, font(size)) <= room:
                lines[-1] = longer
            else:
                lines.append(self._cut(word, size, room))
        return lines

    def _cut(self, word: str, size: int, room: int) -> str:
        while len(word) > 1 and self._draw.textlength(word, font(size)) > room:
            word = word[:-1]
        return word

    def step(self, number: int, text: str, size: int) -> None:
        """One of the numbered steps: the number in a disc, the words beside it."""
        across = round(size * 1.7)
        disc = (self.margin, self.y, self.margin + across, self.y + across)
        self._draw.ellipse(disc, fill=GREEN)
        middle = (self.margin + across / 2, self.y + across / 2)
        self._draw.text(middle, str(number), fill="white", font=font(size), anchor="mm", stroke_width=1)
        top = self.y
        self.y += round(size * 0.2)
        self.write(text, size, align="left", indent=across + size // 2, most=3)
        self.y = max(self.y, top + across) + size // 2

    def paste_centred(self, picture: "Image") -> None:
        self.image.paste(picture, ((self.width - picture.width) // 2, self.y))
        self.y += picture.height
