"""Right below a question of a lesson or a test somebody asks why: "kenapa jawabannya B?", "kenapa salah?". Its own
explanations answer; what still waits for an answer is not given away."""

import re

from bot.core.forms.heard import Heard, Typed
from bot.core.forms.writing import ended
from bot.core.lessons.lessons import Question
from bot.store.lessons import quizzes
from bot.store.lessons.quizzes import Asked
from bot.store.queues import said
from bot.store.queues.said import Said
from bot.work.access import allowed, button
from bot.work.lessons import exams, quiz
from bot.work.lessons.by_words import place_of
from bot.work.visit import Visit

_LONGEST, _LATELY = 8, 3  # words; letters in which it is looked for
_TEST, _REVIEW = "x:tes.jawab:", "x:tes.bahas:"
_QUIZ = ("x:kuis:", "x:bertanya:", "x:jawab:", "x:sekarang", "x:ulang")
_LOOKED_FOR = (_TEST, _REVIEW, *_QUIZ)


async def take(visit: Visit, heard: Heard) -> bool:
    if not isinstance(heard, Typed) or not _asks_why(visit, heard.text) or not allowed(button("x"), visit.grants):
        return False
    said_last = await visit.letters()
    last = next((one for one in said_last if one.is_poll or one.carries(_LOOKED_FOR)), next(iter(said_last), None))
    if last is not None and not last.is_poll and not last.keys:  # "soalnya belum dijawab"
        last = await visit.look_up(said.carrying_or_poll, visit.turn.lane, _LOOKED_FOR, _LATELY)
    if last is None or not (last.is_poll or last.carries(_LOOKED_FOR)):
        return False
    if last.carries(_TEST):
        visit.say("tes_kenapa")
        return await exams.ask_again(visit)
    done = next((data for _, data in last.keys if data.startswith(_REVIEW)), None)
    if done is not None:
        await exams.review(visit, int(done.removeprefix(_REVIEW)))
        return True
    return await _explain(visit, last, heard)


def _asks_why(visit: Visit, text: str) -> bool:
    learning, spoken = visit.office.catalog.world.learning, re.findall(r"\w+", text.lower())
    if not 0 < len(spoken) <= _LONGEST or spoken[0] not in learning["sebab"]:
        return False
    about = learning["jawabannya"]
    return any(word in about or place_of(visit, word) is not None for word in spoken[1:])


async def _explain(visit: Visit, last: Said, heard: Typed) -> bool:
    """The answer that is named, else the one that was chosen, and the right one with its reason."""
    async with visit.look() as connection:
        open_now = await quizzes.asked_in(connection, visit.me.id, last.message_id or 0) if last.is_poll else None
        one = await quizzes.last_answered(connection, visit.me.id)
    if last.carries("x:jawab:") or (open_now is not None and open_now.answered_at is None):
        visit.say("kuis_jawab_dulu")
        return True
    question = visit.office.catalog.curriculum.question(one.lesson, one.question) if one is not None else None
    if one is None or question is None or question.wording != one.wording:
        return False
    keys = await quiz.onward_keys(visit, one)
    visit.say("kuis_kenapa", keys, tanya=question.text, **_told(question, _place(visit, one, heard)))
    return True


def _place(visit: Visit, one: Asked, heard: Typed) -> int | None:
    """Of the answer that is named, as it was offered; else of the one that was chosen."""
    places = (place_of(visit, word) for word in re.findall(r"\w+", heard.text.lower())[1:])
    named = next((at for at in places if at is not None), None)
    return one.place(named) if named is not None else one.chosen


def _told(question: Question, place: int | None) -> dict[str, str]:
    right = next(answer for answer in question.answers if answer.is_right)
    meant = question.answers[place] if place is not None and place < len(question.answers) else right
    about = {"jawaban": ended(meant.text), "kata": meant.why}
    other = {"benar": "", "sebab": ""} if meant.is_right else {"benar": ended(right.text), "sebab": right.why}
    return about | other
