"""The door: every command and every family of buttons is let in by the access table, and by nothing else."""

from collections.abc import Callable, Coroutine
from typing import Any

from telegram import Update
from telegram.ext import CallbackQueryHandler, CommandHandler, filters

from bot.work import replies
from bot.work.access import Entry, allowed, button, command
from handlers.context import Context

Answer = Callable[[Update, Context], Coroutine[Any, Any, None]]
PRIVATE = filters.ChatType.PRIVATE


def on_command(name: str, answer: Answer) -> CommandHandler[Context, Any]:
    """A command in a private chat, for those whom the access table names."""
    return CommandHandler(name, _guarded(command(name), answer), filters=PRIVATE & filters.UpdateType.MESSAGE)


def on_button(name: str, answer: Answer) -> CallbackQueryHandler[Context, Any]:
    """Buttons whose data begins with `name:`, for those whom the access table names."""
    return CallbackQueryHandler(_guarded(button(name), answer), pattern=rf"^{name}:")


def _guarded(entry: Entry, answer: Answer) -> Answer:
    async def answer_if_allowed(update: Update, context: Context) -> None:
        query = update.callback_query
        context.turn.query_id = query.id if query is not None else None
        if allowed(entry, context.turn.grants):
            await answer(update, context)
        elif query is not None:
            replies.toast(context.turn, context.office.catalog.text("tombol_bukan_untuk_ini"))
        else:
            replies.say(context.turn, context.office, "perintah_bukan_untuk_ini")

    answer_if_allowed.entry = entry  # type: ignore[attr-defined]  # the access test walks all handlers and reads it
    return answer_if_allowed
