"""Signs that are told apart by their shape alone, drawn because the typeface has none of them."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from bot.reports.paper import GREEN, INK, PALE, font

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
