"""Lists that are longer than a screen: a page that there is, and the buttons to the others."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from bot.work.office import Office
from bot.work.saying.keyboard import Key

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """`number` counts from 0, `start` is the place of its first line, `total` how many lines there are on all pages."""

    shown: Sequence[T]
    number: int
    size: int
    total: int

    @property
    def start(self) -> int:
        return self.number * self.size

    @property
    def is_last(self) -> bool:
        return self.total <= self.start + self.size


def page_of(lines: Sequence[T], number: int, size: int) -> Page[T]:
    """The page of this number; the last one when lists have grown shorter."""
    number = min(number, max(-(-len(lines) // size) - 1, 0))
    return Page(lines[number * size : (number + 1) * size], number, size, len(lines))


#: The sentences of the two buttons, back and on.
_TURNING = ("tombol_daftar_mundur", "tombol_daftar_maju")


def turning(office: Office, page: Page[T], data: Callable[[int], str], labels: tuple[str, str] = _TURNING) -> list[Key]:
    """To the pages before and after; `data` of the button to a page."""
    back, on = (office.catalog.text(label) for label in labels)
    row = [(back, data(page.number - 1))] if page.number else []
    return row if page.is_last else [*row, (on, data(page.number + 1))]


def going_round(office: Office, page: Page[T], data: Callable[[int], str], label: str) -> list[Key]:
    """One button for all pages: behind the last one comes the first again."""
    if page.total <= page.size:
        return []
    return [(office.catalog.text(label), data(0 if page.is_last else page.number + 1))]
