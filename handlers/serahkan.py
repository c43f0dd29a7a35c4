"""/serahkan: a successor takes everything over, also when the old phone is gone."""

from typing import Any

from telegram import Update
from telegram.ext import BaseHandler

from bot.work import conversation
from bot.work.access import role, roles_to_give
from bot.work.roles import handover
from bot.work.roles.territory import home, only_role
from handlers.context import Context
from handlers.guard import on_button, on_command, pressed_parts


async def _offer(update: Update, context: Context) -> None:
    handover.offer(context.visit)


async def _press(update: Update, context: Context) -> None:
    visit = context.visit
    what, *rest = pressed_parts(update)
    if what == "saya":
        await handover.for_oneself(visit)
    elif what == "pilih" and roles_to_give(visit.grants):
        await _choose(context)
    elif what == "orang" and rest and rest[0].isdigit():
        await handover.for_somebody(visit, int(rest[0]))
    elif what == "cabut" and rest:
        await handover.revoke_code(visit, rest[0])
    else:
        visit.stale()


async def _choose(context: Context) -> None:
    """Which role, in which wilayah; the people are listed after that."""
    visit = context.visit
    givers = {giver for one in roles_to_give(visit.grants) for giver in role(one.name).given_by}
    known = only_role(visit.grants, visit.office) | home(visit.office, visit.grants, tuple(givers))
    await conversation.start_or_finish(visit, handover.JOURNEY, known)


def handlers() -> list[BaseHandler[Any, Any, Any]]:
    return [on_command("serahkan", _offer), on_button("s", _press)]
