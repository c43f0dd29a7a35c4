"""Everything said in a private chat that is no command: to the open form, else to a kind answer that shows the way."""

from dataclasses import replace

from telegram import Message, Update
from telegram.ext import MessageHandler, filters

from bot.core.forms.heard import Sent, Typed
from bot.work import conversation, home
from bot.work.access import allowed, button
from bot.work.answering import correcting, own_name, traces
from bot.work.answering.answers import answer
from bot.work.answering.gone import names_gone
from bot.work.answering.in_need import child_alone, offered
from bot.work.broadcasts import halting, pencilled
from bot.work.broadcasts.answers import answered, replies
from bot.work.codes.secret_codes import code_at_end, is_code, is_plainly_a_code
from bot.work.deciding import replied, word_to_proposer
from bot.work.hall import by_words as in_hall
from bot.work.hall import came, recounted
from bot.work.hall.invited import ticking
from bot.work.lessons import verifying
from bot.work.people import consent, first_words, guardians, people
from bot.work.tasks import by_words, not_yet
from bot.work.training import attending
from bot.work.unprompted import introduced, left_open, nothing_open, of_a_task, passing
from bot.work.unprompted.absent import unwell
from bot.work.unprompted.after import after_danger, after_question, after_sending, second_look, sent_in_lesson
from bot.work.usulan import kabar, sent_again
from bot.work.usulan.dangers import cries, danger_asked, doubted, talk, told_on, where
from bot.work.usulan.voices import apart_gone, kept_off, named_voice
from bot.work.visit import Visit
from handlers import said_beside, said_of_announcement, said_of_lesson, taken
from handlers.buttons import say_pressed
from handlers.context import Context
from handlers.guard import PRIVATE, Answer, let_in, named, on_button, on_raw_command
from handlers.rapat import say_in_hall
from handlers.translate import data_under, heard_in, pressed_in, size_of

#: Telegram lets a bot fetch files up to this size (bytes); larger ones are refused before anything is fetched.
LARGEST_FILE = 20_000_000


async def _hear(update: Update, context: Context) -> None:
    message, visit = update.effective_message, context.visit
    assert message is not None
    heard = heard_in(message)
    if size_of(heard) > LARGEST_FILE:
        visit.say("berkas_terlalu_besar")
        return
    if number := verifying.number_in(visit, heard):
        await verifying.check(visit, number)
        return
    if isinstance(heard, Typed) and is_plainly_a_code(heard.text):
        await _take_code(visit, heard.text)  # also in the middle of a form: links lose their code
        return
    heard = heard if conversation.open_conversation(visit) is not None else introduced.without(visit, heard)
    over = await left_open.let_go(visit, heard)
    told = await own_name.heed(visit, heard)
    if told is not None:
        await _hear_told(update, context, message, told)
    await left_open.go_on(visit, over)


async def _hear_told(update: Update, context: Context, message: Message, heard: Typed | Sent) -> None:
    visit, old = context.visit, message.reply_to_message
    if await after_question.take_decline(visit, heard, old.to_dict() if old is not None else None):
        return
    left = await offered.heed(visit, heard)
    if left is None or await child_alone.take(visit, left) or (told := await kept_off.heed(visit, left)) is None:
        return
    heard = told
    if await traces.take_on(visit, heard) or await apart_gone.heed(visit, heard):
        return
    asked = await traces.asked(visit, heard)
    if not asked or not traces.is_alone(visit, heard):
        told = heard if people.awaits_guardian(visit) else await names_gone.heed(visit, heard)
        if told is not None and (told := await left_open.by_mistake(visit, told)) is not None:
            await _hear_words(update, context, message, told)
    if asked:
        traces.tell(visit, asked)


async def _hear_words(update: Update, context: Context, message: Message, heard: Typed | Sent) -> None:
    visit = context.visit
    if people.awaits_guardian(visit):
        await _hear_held(visit, heard)
        return
    if await _is_reply_or_cry(message, visit, heard):
        return
    if (number := kabar.asked_in(visit.office, heard)) is not None:
        await kabar.tell(visit, *number)  # so it says on the slip, to anybody and at any time
        return
    command = named(heard.text, visit.grants, visit.office.catalog.world.commands) if isinstance(heard, Typed) else None
    if _is_left_to_screens(visit):
        if await _is_said_in_hall(visit, heard) or await said_of_lesson.take(visit, heard):
            return
    elif await _is_said_of_hall(visit, heard):
        return
    is_begun = await said_of_announcement.begins(visit, heard, is_free=_is_left_to_screens(visit))
    if is_begun or await said_beside.take(visit, heard):
        return
    passed_by = await passing.passes(visit, heard, is_command=command is not None)
    if passed_by is None and await conversation.hear(visit, heard, answer, said_beside.take_work):
        await guardians.notice(visit, heard)
        await named_voice.notice(visit, heard)
        return
    await _hear_alone(update, context, heard, command)
    await guardians.notice(visit, heard)
    await named_voice.notice(visit, heard)
    if passed_by is not None:
        passing.offer_again(visit, passed_by)


async def _hear_held(visit: Visit, heard: Typed | Sent) -> None:
    """While a grown-up is asked nothing goes on but a call for help."""
    is_asked = where.awaits(conversation.open_conversation(visit))
    if await cries.take(visit, heard) or (is_asked and await conversation.hear(visit, heard, answer)):
        return
    await nothing_open.hear(visit, heard)


async def _is_reply_or_cry(message: Message, visit: Visit, heard: Typed | Sent) -> bool:
    """Whether it answers a letter about danger, and is no command below it; or another letter, or calls for help."""
    old, commands = message.reply_to_message, visit.office.catalog.world.commands
    is_command = isinstance(heard, Typed) and named(heard.text, visit.grants, commands) is not None
    under = data_under(old) if old is not None else None
    if old is None and (await _is_of_violence(visit, heard) or await unwell.take(visit, heard)):
        return True
    if (old is not None or not is_command) and await talk.take(visit, heard, under):
        return True
    if await _is_reply(message, visit, heard) or await doubted.goes_on(visit, heard):
        return True
    if (data := await doubted.meant(visit, heard)) is not None:
        return await say_pressed(visit, data)
    if visit.grants and not people.has_consented(visit):
        return False  # what others report waits until it is nothing else
    if await after_danger.take(visit, heard) or (await cries.take(visit, heard) and consent.ask_for_kept(visit)):
        return True
    return await doubted.ask(visit, heard)


async def _is_of_violence(visit: Visit, heard: Typed | Sent) -> bool:
    """Whether it answers the offer that somebody is told, or tells on of what that is about."""
    data = await danger_asked.meant(visit, heard)
    return await say_pressed(visit, data) if data is not None else await told_on.take(visit, heard)


def _is_left_to_screens(visit: Visit) -> bool:
    """Whether no form asks anything just now: one that only listens beside a screen asks nothing."""
    draft = conversation.open_conversation(visit)
    return draft is None or draft.flow == ticking.NEWCOMERS.form or passing.is_left_alone(visit, draft)


async def _is_said_in_hall(visit: Visit, heard: Typed | Sent) -> bool:
    if await say_in_hall(visit, heard) or await came.take_shown(visit, heard):
        return True
    return await recounted.take(visit, heard, only_shown=True)


async def _is_said_of_hall(visit: Visit, heard: Typed | Sent) -> bool:
    """Of a meeting, where its screen stands below the question of a form: the form waits."""
    draft = conversation.open_conversation(visit)
    if draft is None or not home.has_work(visit) or await conversation.stands_lowest(visit, draft):
        return False
    return bool(await in_hall.keys_shown(visit)) and await _is_said_in_hall(visit, heard)


async def _hear_alone(update: Update, context: Context, heard: Typed | Sent, command: Answer | None) -> None:
    """With no form to hear it. `command`: the one whose name it is."""
    visit = context.visit
    if command is None and await second_look.take(replace(visit, by_words=True), heard):
        return
    if await answered.take(visit, heard) or await taken.is_button_of_announcement(visit, heard):
        return
    if await said_of_announcement.puts_right(visit, heard):
        return
    code = _code_in(heard)
    if code:
        await _take_code(visit, code)
    elif command is not None:
        if not await of_a_task.take(replace(visit, by_words=True), heard):  # "serahkan", under the card of a task
            await command(update, context)
    elif not await taken.take(visit, heard) and not await talk.take(visit, heard, surely=False):
        await nothing_open.hear(visit, heard)


async def _take_code(visit: Visit, code: str) -> None:
    """Of a day of training, of a certificate, else of an invitation."""
    if not await attending.take_code(visit, code):
        await verifying.take_code(visit, code)


def _code_in(heard: Typed | Sent) -> str:
    """Alone, or behind a few words; empty where there is none."""
    text = heard.text if isinstance(heard, Typed) else ""
    return text if is_code(text) else code_at_end(text)


async def _is_reply(message: Message, visit: Visit, heard: Typed | Sent) -> bool:
    """Whether it answers what was asked in an old message, or a copy of an announcement; only what is a reply is looked
    at."""
    old = message.reply_to_message
    if old is None:
        return False
    spoken, data = replace(visit, by_words=True), data_under(old)
    if await not_yet.hear_reply(spoken, data, heard) or await by_words.hear_reply(spoken, data, heard):
        return True
    if await sent_in_lesson.hear_reply(spoken, data, heard):
        return True
    may_answer = people.has_consented(visit) or allowed(button("u"), visit.grants)
    if may_answer and await replied.hear_reply(visit, old.to_dict(), heard):
        return True
    if await replies.take(visit, old.message_id, data, heard) or await word_to_proposer.take_answer(visit, data, heard):
        return True
    if await word_to_proposer.hear_reply(visit, old.text or "", data, heard):
        return True
    return await after_sending.hear_reply(visit, old.text or "", heard)


async def _press(update: Update, context: Context) -> None:
    assert update.callback_query is not None
    pressed = pressed_in(update.callback_query)
    if people.awaits_guardian(context.visit):
        consent.ask(context.visit)
        return
    if pressed is not None and await sent_again.is_sent(context.visit, pressed):
        return
    if pressed is None or not await conversation.hear(context.visit, pressed, answer):
        context.visit.stale()


async def _hear_edit(update: Update, context: Context) -> None:
    """An edited message corrects what it had said: in the draft, or in the usulan already sent."""
    message = update.edited_message
    assert message is not None
    visit = context.visit
    heard = await own_name.heed(visit, heard_in(message, edited=True))
    if heard is None:
        return
    is_held = people.awaits_guardian(visit)
    if isinstance(heard, Typed) and await cries.take_edit(visit, heard):
        return
    if not is_held and conversation.has_said(visit, message.message_id):  # an officer fills in forms without that yes
        await conversation.hear(visit, names_gone.covered(visit, heard), answer)
    elif not is_held and not _moves(heard) and await pencilled.take(visit, heard):
        pass
    elif not people.has_consented(visit) and (not visit.grants or await first_words.are_awaited(visit)):
        await first_words.keep_edit(visit)
    elif await correcting.correct(visit, message.message_id, heard) or await pencilled.chooses(visit, heard):
        pass
    elif visit.grants and not _moves(heard):
        visit.say("edit_tidak_ikut")  # of a villager what answered nothing (small talk) needs no word
    await guardians.notice(visit, heard)


def _moves(heard: Typed | Sent) -> bool:
    """A live location moves by edits, every few seconds."""
    return isinstance(heard, Sent) and heard.what == "location"


async def _cancel(update: Update, context: Context) -> None:
    message = update.effective_message
    dropped = conversation.dropping(context.visit)
    done = conversation.cancel(context.visit)
    if not done and message is not None and await halting.heed(context.visit, Typed("batal", message.message_id)):
        return
    put_away = {"remove_keyboard": True} if done else None  # the key that sends a location may still be there
    context.visit.say("draf_dibatalkan" if done else "tidak_ada_draf", put_away, bekerja=home.has_work(context.visit))
    for journey, state in dropped:
        await journey.dropped(context.visit, state)


async def _unknown_command(update: Update, context: Context) -> None:
    context.visit.say("perintah_tak_dikenal")


class _Said(filters.MessageFilter):
    """Anything a person says or sends, known to us or not; what Telegram itself notes in a chat (a pinned message …)
    is left out.

    The plain cases are told first: asking PTB's thirty filters for service messages costs more than all the rest of
    dispatching.
    """

    def filter(self, message: Message) -> bool:
        said = message.text is not None or bool(message.photo) or message.voice is not None
        return said or not filters.StatusUpdate.ALL.filter(Update(0, message=message))


HANDLERS = [on_raw_command("batal", _cancel), on_button("f", _press)]


_NEW = PRIVATE & filters.UpdateType.MESSAGE
#: After all commands: what is left.
LAST_HANDLERS = [
    MessageHandler(_NEW & filters.COMMAND, let_in(_unknown_command)),
    MessageHandler(_NEW & _Said(), let_in(_hear)),
    MessageHandler(PRIVATE & filters.UpdateType.EDITED_MESSAGE, let_in(_hear_edit)),
]
