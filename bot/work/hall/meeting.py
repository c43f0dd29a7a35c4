"""A meeting in which somebody may act: one message that is edited, and all that it shows comes from rows."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from bot.core.forms.say import Words
from bot.core.forms.writing import in_short
from bot.store.calendar import occasions
from bot.store.calendar.occasions import Occasion
from bot.store.hall import hall as stored
from bot.work.access import button, may_act
from bot.work.office import Office
from bot.work.saying.keyboard import Key, keyboard, press
from bot.work.saying.naming import occasion_name, place_name
from bot.work.saying.paging import Page, turning
from bot.work.visit import Visit

#: The family of buttons.
FAMILY = "h"
#: Characters of somebody's name that a button of half the screen shows; cut at a word.
_ON_A_BUTTON = 26

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Hall:
    """`message`: the message that is shown anew; None = say it in a new one."""

    visit: Visit
    occasion: Occasion
    message: int | None = None

    @property
    def id(self) -> int:
        return self.occasion.id

    def show(self, text: str, *rows: Sequence[Key]) -> None:
        """In the place of what the message says now."""
        self.visit.show(text, keyboard(*rows), on=self.message)

    def key(self, label: Words | str, verb: str, *args: object) -> Key:
        """A button of this meeting."""
        return key_of(self.visit.office, self.id, label, verb, *args)

    def turning(self, verb: str, page: Page[T]) -> list[Key]:
        """To the pages before and after."""
        labels = ("rapat_tombol_mundur", "rapat_tombol_maju")
        return turning(self.visit.office, page, lambda number: press(FAMILY, verb, self.id, number), labels)

    def back(self, verb: str = "buka", *args: object) -> Key:
        return self.key(Words("rapat_tombol_kembali"), verb, *args)


def key_of(office: Office, occasion_id: int, label: Words | str, verb: str, *args: object) -> Key:
    """A button of this meeting, where nobody has entered it."""
    told = label if isinstance(label, str) else office.catalog.label(label)
    return told, press(FAMILY, verb, occasion_id, *args)


async def enter(visit: Visit, occasion_id: int, message: int | None = None, *, to_change: bool = False) -> Hall | None:
    """The meeting, if this person may act in it; else they are told why not. `to_change`: others have to wait."""
    found = await visit.ask_once(stored.to_change if to_change else occasions.one, occasion_id)
    if found is None or not may_act(button(FAMILY), visit.grants, found.wilayah):
        _refuse(visit, visit.text("rapat_bukan_wilayah"))
    elif found.cancelled_at is not None:
        _refuse(visit, visit.text("rapat_dibatalkan", pertemuan=occasion_name(visit.office, found)))
    else:
        return Hall(visit, found, message)
    return None


def _refuse(visit: Visit, text: str) -> None:
    """By the short answer to a button; in a message, where none was pressed."""
    if visit.turn.query_id is not None:
        visit.toast_text(text)
    else:
        visit.send(text)


def place_of(office: Office, one: Occasion) -> str:
    """Where: the hall, if it was told, and the wilayah."""
    return ", ".join(filter(None, (one.place, place_name(office, one.wilayah))))


def on_a_button(name: str) -> str:
    """Somebody's name where there is little room."""
    return in_short(name, _ON_A_BUTTON)


def kind_words(office: Office, element: str) -> str:
    """A group as it is read."""
    return office.catalog.label(Words(f"unsur.{element}"))
