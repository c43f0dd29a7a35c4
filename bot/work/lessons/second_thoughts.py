"""What is said of a question that was answered already: "eh salah, yang b", "maksud saya c", or one more letter. In a
quiz the first answer counts, for what is right was told with it; in a test the last one is put right, as long as the
next has no answer and nothing was told."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from bot.core.forms.heard import Heard, Typed
from bot.core.lessons.finding import chosen_by_words
from bot.store.lessons import quizzes
from bot.store.lessons.quizzes import Asked
from bot.store.queues.said import Said
from bot.work.lessons import exams, quiz
from bot.work.lessons.by_words import offered, place_named, place_of, stands_open
from bot.work.visit import Visit

_LONGEST = 12  # words of what is put right
_LATELY = timedelta(hours=12)  # an answer that is so old is put right no more
_OF_TEST = ("x:tes.jawab:", "x:tes.bahas:")
#: Under what an answer is plainly put right, besides its own explanation.
_OF_QUIZ = ("x:kuis:", "x:sekarang", "x:ulang", "x:awal", "x:jawab:")


@dataclass(frozen=True, slots=True)
class _Meant:
    """`plainly`: that it puts an answer right is said. `words`: what is left of it."""

    plainly: bool
    option: int | None
    words: str


async def take(visit: Visit, heard: Heard) -> bool:
    """Whether it is about an answer that was given."""
    spoken, stands = await stands_open(visit, heard)
    if stands is None or not isinstance(heard, Typed):
        return False
    meant = _meant(visit, spoken)
    if meant is None:
        return False
    if stands.carries(_OF_TEST):
        return meant.plainly and await exams.put_right(visit, meant.option)
    return await _of_quiz(visit, stands, meant)


def _meant(visit: Visit, spoken: str) -> _Meant | None:
    """None for what names no answer, and puts none right."""
    learning, words = visit.office.catalog.world.learning, re.findall(r"\w+", spoken)
    if learning["meralat"].isdisjoint(words):
        option = place_named(visit, spoken)
        return _Meant(False, option, "") if option is not None else None
    beside = learning["meralat"] | learning["iringan_meralat"] | learning["iringan"]
    rest = [word for word in words if word not in beside]
    if len(words) > _LONGEST:
        return None
    places = [place_of(visit, word) for word in rest]
    option = places[-1] if 0 < len(places) <= 2 and None not in places else None  # "bukan a tapi b"
    return _Meant(True, option, " ".join(rest)) if rest else None


async def _of_quiz(visit: Visit, stands: Said, meant: _Meant) -> bool:
    async with visit.look() as connection:
        last = await quizzes.last_answered(connection, visit.me.id)
        asked = await quizzes.asked_in(connection, visit.me.id, stands.message_id or 0) if stands.is_poll else None
    if asked is not None and (last is None or last.lesson != asked.lesson):
        return await _answer(visit, asked, meant)  # nothing was answered that could be put right
    if last is None or not _is_about(visit, stands, last, meant):
        return False
    await quiz.say_first_counts(visit, last, waits=asked is not None)
    return True


def _is_about(visit: Visit, stands: Said, last: Asked, meant: _Meant) -> bool:
    """A bare letter only where that answer was explained."""
    if last.answered_at is None or visit.now - last.answered_at > _LATELY:
        return False
    explained = (f"x:kuis:{last.lesson}:", f"x:bertanya:{last.lesson}", *(("x:ulang",) if last.is_card else ()))
    if not meant.plainly:
        return stands.carries(explained)
    stands_there = stands.is_poll or stands.carries(_OF_QUIZ)
    return stands_there and (meant.option is not None or _named(offered(visit, last), meant.words) is not None)


async def _answer(visit: Visit, asked: Asked, meant: _Meant) -> bool:
    option = meant.option if meant.option is not None else _named(offered(visit, asked), meant.words)
    if option is None or asked.place(option) is None:
        return False
    await quiz.press(visit, asked.id, option)
    return True


def _named(answers: Sequence[str], words: str) -> int | None:
    return chosen_by_words(answers, words) if words else None
