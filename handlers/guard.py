"""The door: every command and every family of buttons is let in by the access table, and by nothing else."""

from collections.abc import Awaitable, Callable, Coroutine, Mapping, Sequence
from functools import wraps
from typing import Any

from telegram import Message, Update
from telegram.ext import CallbackQueryHandler, CommandHandler, MessageHandler, filters

from bot.core.forms.writing import key_of
from bot.core.records import Grant
from bot.work.access import Entry, allowed, button, command, file, menu_of
from bot.work.unprompted.after import sent_in_lesson
from bot.work.visit import Visit
from handlers.context import Context, current_turn
from handlers.translate import data_replied_to, heard_in

Answer = Callable[[Update, Context], Coroutine[Any, Any, None]]
#: What a command or a button does; gets the visit and what stands behind the command or the verb, read.
Act = Callable[..., Awaitable[object] | None]
#: What each command leads to, once it is made.
_BY_NAME: dict[str, Answer] = {}
PRIVATE, GROUPS = filters.ChatType.PRIVATE, filters.ChatType.GROUPS


async def carry_out(act: Act, visit: Visit, *told: Any) -> None:
    done = act(visit, *told)
    if done is not None:
        await done


def on_command(name: str, act: Act, *, with_words: bool = False) -> CommandHandler[Context, Any]:
    """A command in a private chat, for those whom the access table names. `with_words`: the act also gets what was
    typed behind it."""

    async def answer(_update: Update, context: Context) -> None:
        await carry_out(act, context.visit, *([" ".join(context.args or ())] if with_words else []))

    return on_raw_command(name, answer)


def on_raw_command(name: str, answer: Answer) -> CommandHandler[Context, Any]:
    """The same, where more of its message counts than the words."""
    guarded = _guarded(command(name), answer)
    _BY_NAME[name] = guarded
    return CommandHandler(name, guarded, filters=PRIVATE & filters.UpdateType.MESSAGE)


def on_group_command(name: str, answer: Answer) -> CommandHandler[Context, Any]:
    """A command in a group, from those whom the access table names; others get the line for groups."""
    entry = command(name)

    async def answer_there(update: Update, context: Context) -> None:
        await answer(update, context)

    answer_there.entry = entry  # type: ignore[attr-defined]
    return CommandHandler(name, answer_there, filters=GROUPS & filters.UpdateType.MESSAGE & _Allowed(entry))


class _Allowed(filters.MessageFilter):
    """From somebody whom we know, and who may use it."""

    def __init__(self, entry: Entry) -> None:
        super().__init__()
        self._entry = entry

    def filter(self, message: Message) -> bool:
        turn = current_turn.get()
        return turn.person is not None and allowed(self._entry, turn.grants)


_BRINGS, _READS = "usulan", "periksa"


def named(text: str, grants: Sequence[Grant], others: Mapping[str, str]) -> Answer | None:
    """The command whose name, or one of its `others`, is all that was typed, without its slash; None when it is no
    name, or not for them."""
    typed = key_of(text).removeprefix("menu ").removeprefix("buka ")
    name, theirs = others.get(typed, typed), {entry.name for entry in menu_of(grants)}
    name = _READS if name == _BRINGS and _READS in theirs else name  # of whoever reads them they are asked for
    answer = _BY_NAME.get(name)
    return answer if answer is not None and name in theirs else None


def on_button(name: str, answer: Answer) -> CallbackQueryHandler[Context, Any]:
    """Buttons whose data begins with `name:`, for those whom the access table names."""
    return CallbackQueryHandler(_guarded(button(name), answer), pattern=rf"^{name}:")


def on_spreadsheet(name: str, take: Act) -> MessageHandler[Context, Any]:
    """A spreadsheet in a private chat, from those whom the access table names; from others it is a file like any
    other, and so it is below a lesson."""
    entry = file(name)

    async def answer(update: Update, context: Context) -> None:
        message = update.effective_message
        assert message is not None
        heard = heard_in(message)
        if not await sent_in_lesson.take_spreadsheet(context.visit, heard, data_replied_to(message)):
            await carry_out(take, context.visit, heard)

    return MessageHandler(PRIVATE & filters.UpdateType.MESSAGE & _Spreadsheet(entry), _guarded(entry, answer))


class _Spreadsheet(_Allowed):
    """By its name: what telephones say about the kind of a file is not to be relied on."""

    def filter(self, message: Message) -> bool:
        told = ((message.document.file_name or "") if message.document is not None else "").lower()
        is_sheet = told.endswith((".xlsx", ".xls", ".ods", ".csv"))
        is_list = told.endswith(".docx") and self._entry.name in told  # where an office writes its letters, too
        return (is_sheet or is_list) and super().filter(message)


def pressed_parts(update: Update) -> list[str]:
    """What stands behind the family's name in a button's data; one empty part when nothing does."""
    data = update.callback_query.data if update.callback_query is not None else None
    return (data or "").split(":")[1:] or [""]


def let_in(answer: Answer) -> Answer:
    """The visit of somebody: an update that names nobody has nothing to ask of us."""

    @wraps(answer)
    async def answer_somebody(update: Update, context: Context) -> None:
        turn = current_turn.get()
        if turn.person is not None:
            if turn.covered:
                context.visit.say("nomor_disamarkan")
            await answer(update, context)

    return answer_somebody


def _guarded(entry: Entry, answer: Answer) -> Answer:
    known = let_in(answer)

    async def answer_if_allowed(update: Update, context: Context) -> None:
        visit = context.visit
        if visit.turn.lane <= 0 and not entry.in_groups:  # whatever it would say there, others would read it
            visit.toast("di_grup")
        elif visit.turn.lane <= 0:  # whoever presses there may be nobody we know
            await answer(update, context)
        elif allowed(entry, visit.grants):
            await known(update, context)
        elif update.callback_query is not None:
            visit.toast("tombol_bukan_untuk_ini")
        else:
            visit.say("perintah_bukan_untuk_ini")

    answer_if_allowed.entry = entry  # type: ignore[attr-defined]  # the access test walks all handlers and reads it
    return answer_if_allowed
