"""/grup: a Telegram group is tied to a wilayah; and what Telegram tells of who reads there. Family `x` is pressed in
the group."""

from telegram import Update
from telegram.ext import MessageHandler, filters

from bot.work.broadcasts import groups
from bot.work.broadcasts.answers import replies
from handlers.buttons import on_family
from handlers.context import Context
from handlers.guard import GROUPS, Act, on_command, on_group_command
from handlers.translate import data_under, heard_in


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


_THERE = GROUPS & filters.UpdateType.MESSAGE
_IN_THE_GROUP: dict[str, Act] = {"setuju": groups.agree, "lepas": groups.release}

HANDLERS = [
    on_command("grup", groups.explain),
    on_group_command("grup", _ask),
    on_family("gr", _IN_THE_GROUP),
    MessageHandler(_THERE & filters.StatusUpdate.NEW_CHAT_MEMBERS, _joined),
    MessageHandler(_THERE & filters.StatusUpdate.LEFT_CHAT_MEMBER, _parted),
    MessageHandler(_THERE & filters.StatusUpdate.MIGRATE, _moved),
    MessageHandler(_THERE & filters.REPLY & ~filters.COMMAND, _replied),
]
