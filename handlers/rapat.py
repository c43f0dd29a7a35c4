"""/rapat: in the hall, with one message that is edited: guests, attendance, programme, turns, reading back, lists."""

from typing import Any

from telegram import Update
from telegram.ext import BaseHandler

from bot.work.hall import hub
from bot.work.hall.acts import ALONE, CHANGES, ENTERING, LOOKS
from bot.work.hall.args import number
from bot.work.hall.meeting import FAMILY, enter
from handlers.context import Context
from handlers.guard import on_button, on_command, pressed_parts


async def _begin(update: Update, context: Context) -> None:
    await hub.choose(context.visit)


async def _press(update: Update, context: Context) -> None:
    """`h:<verb>:<meeting>:<what else>`; `h:masuk:<meeting>:<verb>` from a message that says something else."""
    visit = context.visit
    verb, *args = pressed_parts(update)
    message = visit.turn.message
    if verb == ENTERING:
        verb, args, message = ":".join(args[1:]), args[:1], None
    act = LOOKS.get(verb) or CHANGES.get(verb)
    if act is None or (verb in ALONE and args[1:]):
        visit.stale()
        return
    hall = await enter(visit, number(args), message, to_change=verb in CHANGES)
    if hall is not None:
        await act(hall, args[1:])


def handlers() -> list[BaseHandler[Any, Any, Any]]:
    return [on_command("rapat", _begin), on_button(FAMILY, _press)]
