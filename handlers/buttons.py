"""Buttons by family: one table of what each verb does. `lihat:<id>` takes a number, `<serial>`, `<page>` and `<year>`
shorter ones, `<word>` anything that can be printed; what fits no line is a button of a screen that is no more."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from telegram import Update
from telegram.ext import CallbackQueryHandler

from bot.work.access import allowed, button
from bot.work.saying.keyboard import number
from bot.work.visit import Visit
from handlers.context import Context
from handlers.guard import Act, carry_out, on_button, pressed_parts

Reader = Callable[[str], Any]


def _of_digits(most: int) -> Reader:
    return lambda told: number(told) if len(told) <= most else None


_READERS: dict[str, Reader] = {
    "<id>": number,
    "<page>": _of_digits(4),
    "<serial>": _of_digits(9),  # fits a column of 32 bits
    "<year>": lambda told: number(told) if len(told) == len("2027") else None,
    "<word>": lambda told: told if told and told.isprintable() else None,  # no database takes all the rest
}


#: What the buttons of each family do.
_FAMILIES: dict[str, Sequence[tuple[list[str], Act]]] = {}


def on_family(name: str, acts: Mapping[str, Act]) -> CallbackQueryHandler[Context, Any]:
    """The buttons whose data begins with `name:`, for those whom the access table names."""
    lines = [(pattern.split(":"), act) for pattern, act in acts.items()]

    _FAMILIES[name] = lines

    async def press(update: Update, context: Context) -> None:
        if not await _act(context.visit, lines, pressed_parts(update)):
            context.visit.stale()

    handler = on_button(name, press)
    handler.callback.patterns = tuple(acts)  # type: ignore[attr-defined]  # a test presses every one of them, and odd ones
    return handler


async def say_pressed(visit: Visit, data: str) -> bool:
    """What this button does, for whoever says it in words; False where it is none of ours, or not for them. One of a
    screen that is no more is answered as if it was pressed."""
    name, *told = data.split(":")
    if name not in _FAMILIES or not allowed(button(name), visit.grants):
        return False
    if not await _act(visit, _FAMILIES[name], told):
        visit.stale()
    return True


async def _act(visit: Visit, lines: Sequence[tuple[list[str], Act]], told: list[str]) -> bool:
    """False when no line fits."""
    for pattern, act in lines:
        args = _read(pattern, told)
        if args is not None:
            await carry_out(act, visit, *args)
            return True
    return False


def _read(pattern: list[str], told: list[str]) -> list[Any] | None:
    """What the placeholders stand for; None when it does not fit."""
    if len(pattern) != len(told):
        return None
    args = []
    for wanted, part in zip(pattern, told, strict=True):
        if wanted in _READERS:
            args.append(_READERS[wanted](part))
        elif wanted != part:
            return None
    return None if None in args else args
