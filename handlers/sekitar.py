"""What happens around a conversation: the bot blocked or let in again, groups, and buttons of screens that are no
more."""

from telegram import Chat, ChatMember, Update
from telegram.ext import CallbackQueryHandler, ChatMemberHandler, MessageHandler, filters

from bot.work.broadcasts import groups as tied
from bot.work.people import people
from bot.work.saying import groups
from handlers.context import Context, current_turn
from handlers.guard import GROUPS


async def _membership(update: Update, context: Context) -> None:
    change = update.my_chat_member
    assert change is not None
    gone = change.new_chat_member.status in (ChatMember.BANNED, ChatMember.LEFT)
    if change.chat.type == Chat.PRIVATE:
        turn = current_turn.get()
        people.leave(turn, turn.now if gone else None)
    elif gone:
        await tied.leave(context.visit)


async def _in_group(update: Update, context: Context) -> None:
    """In a group one line and the way to a private chat; never a form, never personal data."""
    visit, message = context.visit, update.effective_message
    office = visit.office
    text = (message.text or message.caption or "/") if message is not None else "/"
    if not groups.is_for_us(text, office):
        return
    button = {"text": visit.text("tombol_buka_sendiri"), "url": groups.link(text, office)}
    visit.say("di_grup", {"inline_keyboard": [[button]]})


async def _old_button(update: Update, context: Context) -> None:
    context.visit.stale()


LAST_HANDLERS = [
    ChatMemberHandler(_membership, ChatMemberHandler.MY_CHAT_MEMBER),
    MessageHandler(GROUPS & filters.UpdateType.MESSAGE & filters.COMMAND, _in_group),
    CallbackQueryHandler(_old_button),
]
