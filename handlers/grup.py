"""/grup: a Telegram group is tied to a wilayah; and what Telegram tells of who reads there. Family `x` is pressed in
the group."""

from typing import Any

from telegram import Update
from telegram.ext import BaseHandler, MessageHandler, filters

from bot.work.broadcasts import groups, replies
from handlers.buttons import Act, on_family
from handlers.context import Context
from handlers.guard import GROUPS, on_command, on_group_command
from handlers.translate import data_under, heard_in


async def _explain(_update: Update, context: Context) -> None:
    await groups.explain(context.visit)


async def _ask(update: Update, context: Context) -> None:
    assert update.effective_chat is not None
    await groups.ask(context.visit, update.effective_chat.title or "", " ".join(context.args or ()))


async def _joined(update: Update, context: Context) -> None:
    assert update.effective_message is not None
    await groups.joined(context.visit, [user.id for user in update.effective_message.new_chat_members])


async def _parted(update: Update, context: Context) -> None:
    message = update.effective_message
    assert message is not None
    if message.left_chat_member is not None:
        await groups.parted(context.visit, message.left_chat_member.id)


async def _moved(update: Update, context: Context) -> None:
    message = update.effective_message
    assert message is not None
    if message.migrate_to_chat_id is not None:
        await groups.moved(context.visit, message.migrate_to_chat_id)


async def _replied(update: Update, context: Context) -> None:
    """What somebody whom we know replies to a copy there; nothing is said into the group."""
    message, visit = update.effective_message, context.visit
    assert message is not None
    answered = message.reply_to_message
    if answered is not None and visit.turn.person is not None:
        await replies.take(visit, answered.message_id, data_under(answered), heard_in(message))


_IN_THE_GROUP: dict[str, Act] = {"setuju": groups.agree, "lepas": groups.release}


def handlers() -> list[BaseHandler[Any, Any, Any]]:
    there = GROUPS & filters.UpdateType.MESSAGE
    return [
        on_command("grup", _explain),
        on_group_command("grup", _ask),
        on_family("gr", _IN_THE_GROUP),
        MessageHandler(there & filters.StatusUpdate.NEW_CHAT_MEMBERS, _joined),
        MessageHandler(there & filters.StatusUpdate.LEFT_CHAT_MEMBER, _parted),
        MessageHandler(there & filters.StatusUpdate.MIGRATE, _moved),
        MessageHandler(there & filters.REPLY & ~filters.COMMAND, _replied),
    ]
