"""A picture or a document straight under a lesson, or as a reply to one: it is asked whether it shows what came of the
practice, or is for the trainer. It waits in the question."""

from collections.abc import Iterable, Sequence

from bot.core.flow.interpreter import Flow
from bot.core.forms.heard import Sent, Typed, words_of
from bot.core.forms.state import State
from bot.store.lessons import tried
from bot.work import conversation
from bot.work.access import allowed, button
from bot.work.answering.answers import answer
from bot.work.lessons import stories
from bot.work.lessons.coaching import answered, greetings, replying, trainers
from bot.work.saying import files
from bot.work.saying.keyboard import number as number_in
from bot.work.unprompted import nothing_open
from bot.work.unprompted.after import after_learning, after_photo
from bot.work.visit import Journey, Visit

_ANSWERED, _ASKED = greetings.ANSWERS, "x:coba:"
#: The forms that take a file in the place of words.
_ENCLOSING = (stories.TELLING, trainers.ASKING, answered.ANSWERING, greetings.ANSWERING, replying.JOURNEY)
_PROVED = "t:"  # a photo below a task's news is its proof
_PAGES = ("x:baca:", "x:kuis:", "x:bertanya:")


async def take(visit: Visit, heard: Typed | Sent) -> bool:
    """Whether it is asked about; first whether it is the photo that is awaited of an old spot."""
    if files.enclosed(heard) is None or not allowed(button("x"), visit.grants):
        return False
    said_last = await visit.letters()
    is_of_task = bool(said_last) and said_last[0].carries(_PROVED)
    key = _lesson_in(visit, [data for one in said_last for _, data in one.keys]) if not is_of_task else None
    if key is None or nothing_open.is_plain(visit, heard):
        return False
    if not await after_photo.take(visit, heard):
        _ask(visit, key, heard)
    return True


async def hear_reply(visit: Visit, data: Sequence[str], heard: Typed | Sent) -> bool:
    """A reply to an old message: to a greeting, to *Apa yang terjadi?*; of what is sent also to a lesson."""
    if not any(one.startswith("x:") for one in data) or not allowed(button("x"), visit.grants):
        return False
    if nothing_open.is_plain(visit, heard):
        return False
    who = next((number_in(one.removeprefix(_ANSWERED)) for one in data if one.startswith(_ANSWERED)), None)
    if who is not None:
        return await greetings.answer_to(visit, who, heard)
    asked = next((one.removeprefix(_ASKED) for one in data if one.startswith(_ASKED)), None)
    if asked is not None:
        return await after_learning.offer(visit, asked, heard)
    key = _lesson_in(visit, data)
    if key is None or files.enclosed(heard) is None:
        return False
    _ask(visit, key, heard)
    return True


async def take_spreadsheet(visit: Visit, heard: Typed | Sent, under: Sequence[str]) -> bool:
    """The same of what would be a list of people elsewhere: where a form of the lessons asks, in a reply, or with words
    of having tried. `under`: the data of the buttons under the message that it replies to."""
    if any(conversation.is_asked(visit, one) for one in _ENCLOSING) and await conversation.hear(visit, heard, answer):
        return True
    if await hear_reply(visit, under, heard):
        return True
    return bool(words_of(heard)) and await after_learning.take(visit, heard)


def _lesson_in(visit: Visit, data: Iterable[str]) -> str | None:
    keys = (one.split(":")[2] for one in data if one.startswith(_PAGES))
    return next((key for key in keys if key in visit.office.catalog.curriculum.lessons), None)


def _ask(visit: Visit, key: str, heard: Typed | Sent) -> None:
    lesson = visit.office.catalog.curriculum.lessons[key]
    nothing_open.ask(visit, JOURNEY, heard, pelajaran=key, judul=lesson.title)


async def finish(visit: Visit, _flow: Flow, state: State) -> None:
    """What came of a practice that was told of before is for the trainer as well."""
    about, chosen = state.about, state.answers["ini"].value["value"]
    if chosen == "lain":
        await nothing_open.go_on(visit, about)
        return
    key, words = about["pelajaran"], nothing_open.words_put_by(about)
    lesson = visit.office.catalog.curriculum.lessons.get(key)
    has_told = await visit.look_up(tried.was_told, visit.me.id, key)
    keeps = chosen == "cerita" and not has_told and lesson is not None and lesson.practice
    await (stories.keep_told if keeps else trainers.put)(visit, key, *after_learning.told_in(words))


FORM = "kiriman_pelajaran"
JOURNEY = Journey(FORM, finish, heed=nothing_open.more, opening=nothing_open.naming(FORM, "judul"), nudged=True)
