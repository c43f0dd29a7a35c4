"""Buttons by family: one table of what each verb does. `lihat:<id>` takes a number, `<serial>`, `<page>` and `<year>`
shorter ones, `<word>` anything that can be printed; what fits no line is a button of a screen that is no more."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from telegram import Update
from telegram.ext import CallbackQueryHandler

from bot.work.saying.keyboard import number
from handlers.context import Context
from handlers.guard import on_button, pressed_parts

#: What a button does; gets the visit and what stands behind the verb, read.
Act = Callable[..., Awaitable[None] | None]
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


def on_family(name: str, acts: Mapping[str, Act]) -> CallbackQueryHandler[Context, Any]:
    """The buttons whose data begins with `name:`, for those whom the access table names."""
    lines = [(pattern.split(":"), act) for pattern, act in acts.items()]

    async def press(update: Update, context: Context) -> None:
        told, visit = pressed_parts(update), context.visit
        for pattern, act in lines:
            args = _read(pattern, told)
            if args is not None:
                done = act(visit, *args)
                if done is not None:
                    await done
                return
        visit.stale()

    handler = on_button(name, press)
    handler.callback.patterns = tuple(acts)  # type: ignore[attr-defined]  # a test presses every one of them, and odd ones
    return handler


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
