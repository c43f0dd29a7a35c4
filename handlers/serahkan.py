"""/serahkan: a successor takes everything over, also when the old phone is gone."""

from typing import Any

from telegram import Update
from telegram.ext import BaseHandler

from bot.work import conversation
from bot.work.access import role, roles_to_give
from bot.work.roles import handover
from bot.work.roles.territory import home, only_role
from bot.work.saying import replies
from handlers.context import Context
from handlers.guard import on_button, on_command, pressed_parts


async def _offer(update: Update, context: Context) -> None:
    handover.offer(context.turn, context.office)


async def _press(update: Update, context: Context) -> None:
    turn, office = context.turn, context.office
    what, *rest = pressed_parts(update)
    if what == "saya":
        await handover.for_oneself(turn, office)
    elif what == "pilih" and roles_to_give(turn.grants):
        await _choose(context)
    elif what == "orang" and rest and rest[0].isdigit():
        await handover.for_somebody(turn, office, int(rest[0]))
    elif what == "cabut" and rest:
        await handover.revoke_code(turn, office, rest[0])
    else:
        replies.toast(turn, office.catalog.text("tombol_lewat"))


async def _choose(context: Context) -> None:
    """Which role, in which wilayah; the people are listed after that."""
    turn, office = context.turn, context.office
    givers = {giver for one in roles_to_give(turn.grants) for giver in role(one.name).given_by}
    known = only_role(turn.grants, office) | home(office, turn.grants, tuple(givers))
    await conversation.start_or_finish(turn, office, handover.FORM, known)


def handlers() -> list[BaseHandler[Any, Any, Any]]:
    return [on_command("serahkan", _offer), on_button("s", _press)]
