"""Questions of a lesson, and those that come back: asked as Telegram's own quiz, graded once, explained by the answer
that was chosen."""

import random
from collections.abc import Container, Mapping, Sequence
from typing import Any

from bot.core.forms.writing import ended
from bot.core.lessons.cards import review
from bot.core.lessons.lessons import Lesson, Question
from bot.store.database.database import Connection
from bot.store.lessons import progress, quizzes
from bot.store.lessons.quizzes import Asked
from bot.work.lessons import exams
from bot.work.lessons.reading import pages_of, readable
from bot.work.lessons.sending import cards_left
from bot.work.saying.keyboard import Key, in_rows, keyboard
from bot.work.visit import Visit

#: What a quiz of Telegram takes: characters of the question, of an answer, and how many answers.
_ASKED, _OFFERED, _MOST = 300, 100, 10


def fits(question: Question) -> bool:
    """Whether Telegram's own quiz can ask it."""
    short = all(len(answer.text) <= _OFFERED for answer in question.answers)
    return short and len(question.text) <= _ASKED and len(question.answers) <= _MOST


async def begin(visit: Visit, key: str, number: int) -> None:
    """A question of a lesson; answered before, it is told how it was. One that an editor took away meanwhile gives way
    to what is left."""
    lesson = readable(visit, key)
    if lesson is None or not lesson.questions:
        visit.stale()
        return
    async with visit.ask() as connection:
        whole = len(pages_of(lesson))
        await progress.read_page(connection, visit.me.id, key, lesson.version, whole, visit.now)
        answered = await quizzes.answered(connection, visit.me.id, key)
    if number >= len(lesson.questions):
        number = next(iter(_left(lesson, answered)), len(lesson.questions) - 1)
    question = lesson.questions[number]
    if number in answered:
        await _finish(visit, key, answered)  # where the lesson became shorter, nothing else ends it
        _tell_again(visit, key, question, answered)
    else:
        await _ask(visit, key, number, question, is_card=False)


def _tell_again(visit: Visit, key: str, question: Question, answered: Mapping[int, tuple[int, bool]]) -> None:
    right = next(answer for answer in question.answers if answer.is_right)
    keys = keyboard(_next_keys(visit, key, answered), _questions_keys(visit, key))
    visit.say("kuis_sudah", keys, tanya=question.text, jawaban=ended(right.text), kata=right.why)


def _left(lesson: Lesson, answered: Container[int]) -> list[int]:
    """The questions that were not answered."""
    return [number for number in range(len(lesson.questions)) if number not in answered]


async def ask_card(visit: Visit) -> None:
    """What was wrong once: at most three a day."""
    async with visit.ask() as connection:
        tour = visit.round(connection)
        left = (await cards_left(tour, [visit.me.id])).get(visit.me.id, 0)
        found = await _next_card(visit, connection) if left else None
    if found is None:
        visit.say("ulangan_habis", keyboard([(visit.text("tombol_belajar"), "x:awal")]))
    else:
        await _ask(visit, *found, is_card=True)


async def _next_card(visit: Visit, connection: Connection) -> tuple[str, int, Question] | None:
    """The longest waiting that was not asked today; a question that an editor took away comes back no more."""
    midnight = visit.office.local(visit.now).replace(hour=0, minute=0, second=0, microsecond=0)
    today = await quizzes.cards_asked(connection, visit.me.id, midnight)
    for key, number in await quizzes.next_cards(connection, visit.me.id, visit.today):
        question = visit.office.catalog.curriculum.question(key, number)
        if question is None:
            await quizzes.drop_card(connection, visit.me.id, key, number)
        elif (key, number) not in today:
            return key, number, question
    return None


async def _ask(visit: Visit, key: str, number: int, question: Question, *, is_card: bool) -> None:
    places = random.sample(range(len(question.answers)), len(question.answers))
    one = quizzes.new(visit.me.id, key, number, "".join(map(str, places)), question.wording, is_card=is_card)
    letter = _send_poll(visit, question, places) if fits(question) else None
    if letter is None:
        _send_buttons(visit, one, question, places)
    await visit.ask_once(quizzes.ask, one, letter, visit.now)


def _send_poll(visit: Visit, question: Question, places: Sequence[int]) -> int:
    options = [{"text": question.answers[place].text} for place in places]
    right = next(at for at, place in enumerate(places) if question.answers[place].is_right)
    told: dict[str, Any] = {"question": question.text, "options": options, "correct_option_id": right}
    return visit.call("sendPoll", **told, type="quiz", is_anonymous=False)


def _send_buttons(visit: Visit, one: Asked, question: Question, places: Sequence[int]) -> None:
    answers = [question.answers[place].text for place in places]
    keys = [(str(at), f"x:jawab:{one.id}:{at - 1}") for at in range(1, len(answers) + 1)]
    visit.say("kuis_tombol", keyboard(*in_rows(keys, 5)), tanya=question.text, jawaban=answers)


async def press(visit: Visit, quiz_id: int, option: int) -> None:
    """An answer by a button."""
    one = await visit.ask_once(quizzes.one, visit.me.id, quiz_id)
    if one is None:
        visit.stale()
    else:
        await _take(visit, one, option)


async def take_poll(visit: Visit, poll_id: str, options: Sequence[int]) -> None:
    """An answer to a poll: of this person or of nobody whom we asked. Whoever takes theirs back said nothing."""
    if not options:
        return
    one = await visit.ask_once(quizzes.by_poll, visit.me.id, poll_id)
    if one is not None:
        await _take(visit, one, options[0])
    elif visit.grants:
        visit.say("kuis_tak_dikenal", keyboard([(visit.text("tombol_belajar"), "x:awal")]))


async def _take(visit: Visit, one: Asked, option: int) -> None:
    question, place = visit.office.catalog.curriculum.question(one.lesson, one.question), one.place(option)
    if question is None or place is None or question.wording != one.wording:
        visit.say("kuis_berubah", keyboard([(visit.text("tombol_belajar"), "x:awal")]))
        return
    chosen = question.answers[place]
    async with visit.ask() as connection:
        before = {} if one.is_card else await quizzes.answered(connection, visit.me.id, one.lesson)
        is_first = one.question not in before and await quizzes.grade(
            connection, one.id, place, visit.now, right=chosen.is_right
        )
        if is_first:
            await _keep_card(visit, connection, one, right=chosen.is_right)
    if not is_first:
        await _say_once(visit, one)
        return
    answered = before | {one.question: (place, chosen.is_right)}
    await _explain(visit, one, question, place, answered)


async def _say_once(visit: Visit, one: Asked) -> None:
    if visit.turn.query_id is not None:
        visit.toast("kuis_sekali")
    else:
        await say_first_counts(visit, one)


async def say_first_counts(visit: Visit, one: Asked, *, waits: bool = False) -> None:
    """Which answer to a question was counted, and the way on. `waits`: another question stands open."""
    async with visit.look() as connection:
        answered = await quizzes.answered(connection, visit.me.id, one.lesson)
        counted = await quizzes.one(connection, visit.me.id, one.id)
    question = visit.office.catalog.curriculum.question(one.lesson, one.question)
    place = counted.chosen if counted is not None else None
    if place is None and one.question in answered:  # the same question, asked once more
        place = answered[one.question][0]
    if question is None or place is None or place >= len(question.answers):
        visit.say("kuis_sekali")
        return
    keys = [] if waits else await _card_keys(visit) if one.is_card else _next_keys(visit, one.lesson, answered)
    told = {"jawaban": ended(question.answers[place].text), "benar": question.answers[place].is_right}
    visit.say("kuis_pertama", keyboard(keys) if keys else None, **told, tunggu=waits)


async def onward_keys(visit: Visit, one: Asked) -> dict[str, Any]:
    """Where it goes on from a question that was answered."""
    answered = await visit.look_up(quizzes.answered, visit.me.id, one.lesson)
    keys = await _card_keys(visit) if one.is_card else _next_keys(visit, one.lesson, answered)
    return keyboard(keys, [(visit.text("tombol_pelatih_tanya"), f"x:bertanya:{one.lesson}")])


async def _keep_card(visit: Visit, connection: Connection, one: Asked, *, right: bool) -> None:
    """Wrong for the first time it becomes a card; a card goes on with every answer."""
    if right and not one.is_card:
        return
    known = await quizzes.card(connection, visit.me.id, one.lesson, one.question) if one.is_card else None
    if known is None or known.reviewed_on < visit.today:
        new = review(known, right=right, on=visit.today)
        await quizzes.keep_card(connection, visit.me.id, one.lesson, one.question, new)


async def _explain(
    visit: Visit, one: Asked, question: Question, place: int, answered: dict[int, tuple[int, bool]]
) -> None:
    """The explanation of the answer that was chosen, and where it goes on."""
    chosen = question.answers[place]
    right = "" if chosen.is_right else ended(next(answer.text for answer in question.answers if answer.is_right))
    is_done = False
    if not one.is_card:
        is_done = await _finish(visit, one.lesson, answered)
    keys = await _card_keys(visit) if one.is_card else _next_keys(visit, one.lesson, answered)
    more = _questions_keys(visit, one.lesson) if is_done else []
    last = exams.keys_of(visit, await exams.taken_by(visit)) if is_done else []
    ends = {"ulang": one.is_card, "selesai": is_done}
    visit.say("kuis_jawaban", keyboard(keys, more, last), kata=chosen.why, benar=right, **ends)


async def _finish(visit: Visit, key: str, answered: Mapping[int, tuple[int, bool]]) -> bool:
    """True with the answer to the last question."""
    lesson = visit.office.catalog.curriculum.lessons.get(key)
    if lesson is None or _left(lesson, answered):
        return False
    return await visit.ask_once(progress.finish, visit.me.id, key, visit.now)


def _next_keys(visit: Visit, key: str, answered: Mapping[int, tuple[int, bool]]) -> list[Key]:
    """The next question that was not answered, else what else there is to learn."""
    lesson = visit.office.catalog.curriculum.lessons.get(key)
    if lesson is not None and (left := _left(lesson, answered)):
        return [(visit.text("tombol_belajar_soal"), f"x:kuis:{key}:{left[0]}")]
    return [(visit.text("tombol_belajar_berikut"), "x:sekarang"), (visit.text("tombol_belajar"), "x:awal")]


def _questions_keys(visit: Visit, key: str) -> list[Key]:
    """At the end of a lesson: ask whoever teaches, and what others asked."""
    ask = (visit.text("tombol_pelatih_tanya"), f"x:bertanya:{key}")
    return [ask, (visit.text("tombol_pelatih_tanya_jawab"), f"x:jawaban:{key}")]


async def _card_keys(visit: Visit) -> list[Key]:
    async with visit.ask() as connection:
        left = (await cards_left(visit.round(connection), [visit.me.id])).get(visit.me.id, 0)
    again = [(visit.text("tombol_belajar_ulang", jumlah=left), "x:ulang")] if left else []
    return [*again, (visit.text("tombol_belajar"), "x:awal")]
