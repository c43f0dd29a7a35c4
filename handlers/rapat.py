"""/rapat: in the hall, with one message that is edited: guests, attendance, programme, turns, reading back, lists."""

from dataclasses import replace

from telegram import Update

from bot.core.forms.heard import Heard
from bot.work.hall import by_words, came, hub, recounted, which
from bot.work.hall.acts import ALONE, CHANGES, ENTERING, LOOKS
from bot.work.hall.args import number
from bot.work.hall.decided import results_said, untold
from bot.work.hall.invited import (
    guest_lists,
    guests_answered,
    guests_described,
    guests_exchanged,
    guests_renamed,
    guests_struck,
)
from bot.work.hall.meeting import FAMILY, enter
from bot.work.saying.keyboard import press
from bot.work.unprompted import guests_at_once
from bot.work.visit import Visit
from handlers.context import Context
from handlers.guard import on_button, on_command, pressed_parts

#: Buttons by whose words everybody is told.
_TELLS = (f"{FAMILY}:kabari:", f"{FAMILY}:maukabari:")


async def _press(update: Update, context: Context) -> None:
    """`h:<verb>:<meeting>:<what else>`; `h:masuk:<meeting>:<verb>` from a message that says something else."""
    await _act(context.visit, pressed_parts(update), context.visit.turn.message)


async def _act(visit: Visit, told: list[str], message: int | None) -> None:
    verb, *args = told
    if verb == ENTERING:
        verb, args, message = ":".join(args[1:]), args[:1], None
    act = LOOKS.get(verb) or CHANGES.get(verb)
    if act is None or (verb in ALONE and args[1:]) or "" in args:
        visit.stale()
        return
    hall = await enter(visit, number(args), message, to_change=verb in CHANGES)
    if hall is not None:
        await act(hall, args[1:])


async def say_in_hall(visit: Visit, heard: Heard) -> bool:
    """Whether one of the buttons of the meeting that is shown was said in words, or what a meeting decided; said anew,
    not in its place."""
    if await guests_at_once.take(visit, heard):
        return True
    if await guests_renamed.take(visit, heard) or await guests_exchanged.take(visit, heard):
        return True
    if await guests_struck.take(visit, heard):
        return True
    if await guests_described.take(visit, heard) or await guests_answered.take(visit, heard):
        return True
    if await _say_which(visit, heard):
        return True
    if await _say(visit, await by_words.meant(visit, heard)) or await results_said.take(visit, heard):
        return True
    return await guest_lists.take(visit, heard)


async def say_today(visit: Visit, heard: Heard) -> bool:
    """With another screen there: the meeting of this day."""
    if await came.take(visit, heard) or await recounted.take(visit, heard) or await came.take_part(visit, heard):
        return True
    if await _say(visit, await by_words.meant_today(visit, heard)) or await _say_which(visit, heard):
        return True
    return await _tell_proposers(visit, heard)


async def _tell_proposers(visit: Visit, heard: Heard) -> bool:
    """ "Kabari pengusulnya", of the only meeting of their own of whose results nobody knows: what they will read is
    shown first, where it does not stand there."""
    found = await untold.meant(visit, heard)
    if found is None:
        return False
    own = untold.own_among(visit, found)
    if len(own) == 1:
        tells = press(FAMILY, "kabari", own[0].id)
        stands = any(data == tells for _, data in await by_words.keys_shown(visit))
        return await _say(visit, tells if stands else press(FAMILY, "maukabari", own[0].id))
    await untold.ask_which(visit, own or found)
    return True


async def _say_which(visit: Visit, heard: Heard) -> bool:
    """Of the only meeting that it can be, or it is asked which."""
    verb, found = await which.meant(visit, heard)
    if len(found) > 1:
        which.ask(visit, verb, found)
    return len(found) > 1 or (len(found) == 1 and await _say(visit, press(FAMILY, verb, found[0].id)))


async def _say(visit: Visit, data: str | None) -> bool:
    """Nothing is told while a result waits for its yes: that is asked once more."""
    if data is not None and data.startswith(_TELLS) and await results_said.ask_again(visit):
        return True
    if data is not None:
        await _act(replace(visit, by_words=True), data.split(":")[1:], None)
    return data is not None


HANDLERS = [on_command("rapat", hub.choose), on_button(FAMILY, _press)]
