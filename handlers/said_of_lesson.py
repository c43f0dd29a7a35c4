"""What is said of lessons and of days of training, in words, with no form open."""

from collections.abc import Awaitable, Callable
from dataclasses import replace

from bot.core.forms.heard import Sent, Typed
from bot.core.forms.writing import key_of
from bot.work.access import allowed, button
from bot.work.broadcasts import replanning
from bot.work.calendar.permitted import meetings
from bot.work.calendar.typed import kinds_in
from bot.work.lessons import by_words, explaining, looked_for, own_words, second_thoughts
from bot.work.lessons.coaching import answered, follow_up, greetings, remarks, voices
from bot.work.training import asked
from bot.work.visit import Visit
from handlers.buttons import say_pressed

Take = Callable[[Visit, Typed], Awaitable[bool]]


async def take(visit: Visit, heard: Typed | Sent) -> bool:
    """Whether it was of these; first what is about others, or for a trainer, whatever else it names."""
    if isinstance(heard, Sent):
        return await voices.hear_under(visit, heard)
    spoken = replace(visit, by_words=True)
    for each in _TAKERS:
        if await each(spoken, heard):
            return True
    return False


async def _press(visit: Visit, heard: Typed) -> bool:
    data = await own_words.asked_for(visit, heard) or await by_words.meant(visit, heard)
    return (data is not None and await say_pressed(visit, data)) or await by_words.answer(visit, heard)


async def _retime(visit: Visit, heard: Typed) -> bool:
    """ "Kirim siaran jam 10" is no hour of lessons; nor is that of a meeting, "musrenbang desa 20 maret jam 9"."""
    if not allowed(button("x"), visit.grants):
        return False
    is_other = replanning.names_sending(visit, heard.text) or _is_of_meeting(visit, heard.text)
    return not is_other and await own_words.retime(visit, heard)


def _is_of_meeting(visit: Visit, text: str) -> bool:
    general = visit.office.catalog.world.setting["umum"]
    return not general.isdisjoint(key_of(text).split()) or bool(kinds_in(meetings(visit.office, visit.grants), text))


_TAKERS: tuple[Take, ...] = (
    greetings.take_by_words,
    own_words.rest_by_words,
    asked.take,
    own_words.come_back,
    own_words.ask_plainly,
    follow_up.take,
    explaining.take,
    _press,
    second_thoughts.take,
    answered.settle_by_words,
    answered.answer_by_words,
    own_words.rest_so_long,
    own_words.stop,
    _retime,
    looked_for.take,
    remarks.take,
    own_words.ask_by_name,
)
