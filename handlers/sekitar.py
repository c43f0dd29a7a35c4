"""What happens around a conversation: the bot blocked or let in again, groups, and buttons of screens that are no
more."""

from typing import Any

from telegram import Chat, ChatMember, Update
from telegram.ext import BaseHandler, CallbackQueryHandler, ChatMemberHandler, MessageHandler, filters

from bot.work.people import people
from bot.work.saying import groups, replies
from handlers.context import Context


async def _membership(update: Update, context: Context) -> None:
    change = update.my_chat_member
    assert change is not None
    if change.chat.type == Chat.PRIVATE:
        gone = change.new_chat_member.status in (ChatMember.BANNED, ChatMember.LEFT)
        people.leave(context.turn, context.turn.now if gone else None)


async def _in_group(update: Update, context: Context) -> None:
    """In a group one line and the way to a private chat; never a form, never personal data."""
    office, message = context.office, update.effective_message
    text = (message.text or message.caption or "/") if message is not None else "/"
    if not groups.is_for_us(text, office):
        return
    button = {"text": office.catalog.text("tombol_buka_sendiri"), "url": groups.link(text, office)}
    markup = {"inline_keyboard": [[button]]}
    replies.say(context.turn, office, "di_grup", markup)


async def _old_button(update: Update, context: Context) -> None:
    query = update.callback_query
    context.turn.query_id = query.id if query is not None else None
    replies.toast(context.turn, context.office.catalog.text("tombol_lewat"))


def last_handlers() -> list[BaseHandler[Any, Any, Any]]:
    in_groups = filters.ChatType.GROUPS & filters.UpdateType.MESSAGE & filters.COMMAND
    return [
        ChatMemberHandler(_membership, ChatMemberHandler.MY_CHAT_MEMBER),
        MessageHandler(in_groups, _in_group),
        CallbackQueryHandler(_old_button),
    ]
