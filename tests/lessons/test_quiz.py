"""Answers to a quiz: graded once, in whatever order and however often they come, and from nobody else."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import delete, update

from bot.core.lessons.lessons import Answer, Question
from bot.simulator.chats import Person
from bot.simulator.protocol import Json
from bot.store.tables import cards, outbox
from bot.work.lessons import quiz
from tests.lessons.conftest import EVENING, School, right, wrong
from tests.lessons.test_reading import first
from tests.support.client import labels, words_of
from tests.support.sentences import says, words
from tests.support.town import catalog_of

_KABUPATEN = "73.16"
_GRADED = "SELECT count(*) FROM quizzes WHERE answered_at IS NOT NULL"


async def asked_of(school: School, person: Person, number: int = 0) -> Json:
    return await school.home.press_data(person, f"x:kuis:{first().key}:{number}", lambda message: "poll" in message)


def answer_of(person: Person, poll: str, options: list[int]) -> Json:
    kept = {"option_persistent_ids": [str(option) for option in options]}
    return {"poll_answer": {"poll_id": poll, "user": person.as_user(), "option_ids": options} | kept}


async def settled(school: School) -> None:
    await school.home.telegram.wait_until_confirmed()
    await school.home.town.until("SELECT count(*) FROM inbox WHERE outcome IS NULL", 0)
    await school.home.town.until("SELECT count(*) FROM outbox WHERE outcome IS NULL", 0)
    assert await school.rows("SELECT error FROM inbox WHERE tries > 0 OR outcome IN ('bad', 'parked')") == []


async def test_an_answer_that_comes_twice_or_is_changed_counts_once(any_school: School) -> None:
    school = any_school
    ratna = await school.join()
    asked = await asked_of(school, ratna)
    said = len(school.home.texts(ratna))
    for option in (0, 0, 1):
        school.home.telegram.inject(answer_of(ratna, asked["poll"]["id"], [option]))
    await settled(school)
    assert await school.rows(_GRADED) == [(1,)]
    assert len(school.home.texts(ratna)) == said + 3  # explained once, and twice that the first one counts
    chosen = await school.rows("SELECT chosen, shown FROM quizzes WHERE answered_at IS NOT NULL")
    assert chosen[0][0] == int(chosen[0][1][0])  # the first one


async def test_a_card_answered_twice_is_reviewed_once(school: School) -> None:
    ratna, question = await school.join(), first().questions[0]
    await school.answer(ratna, await asked_of(school, ratna), wrong(question))
    async with school.home.town.database.write() as connection:
        await connection.execute(
            update(cards).values(due_on=EVENING.date(), reviewed_on=EVENING.date() - timedelta(days=1))
        )
    asked = await school.home.press_data(ratna, "x:ulang", lambda message: "poll" in message)
    options = [option["text"] for option in asked["poll"]["options"]]
    for text in (right(question), wrong(question)):
        school.home.telegram.inject(answer_of(ratna, asked["poll"]["id"], [options.index(text)]))
    await settled(school)
    assert await school.rows("SELECT count(*) FROM quizzes WHERE card AND is_right") == [(1,)]
    assert await school.rows(
        "SELECT count(*) FROM quizzes WHERE card AND answered_at IS NOT NULL AND NOT is_right"
    ) == [(0,)]


async def test_an_answer_taken_back_says_nothing(school: School) -> None:
    ratna = await school.join()
    asked = await asked_of(school, ratna)
    said = school.home.texts(ratna)
    school.home.telegram.inject(answer_of(ratna, asked["poll"]["id"], []))
    await settled(school)
    assert await school.rows(_GRADED) == [(0,)]
    assert school.home.texts(ratna) == said


async def test_an_unknown_poll_gets_a_kind_sentence_and_is_not_counted(school: School) -> None:
    ratna = await school.join()
    school.home.telegram.inject(answer_of(ratna, "404", [0]))
    await school.home.telegram.wait_for(ratna, says("kuis_tak_dikenal"))
    assert await school.rows(_GRADED) == [(0,)]


async def test_the_poll_of_somebody_else_is_not_answered_for_them(school: School) -> None:
    ratna, amir = await school.join(), await school.join("Amir")
    asked = await asked_of(school, ratna)
    stranger = school.home.telegram.add_person("Orang")
    for person in (amir, stranger):
        school.home.telegram.inject(answer_of(person, asked["poll"]["id"], [0]))
    await school.home.telegram.wait_for(amir, says("kuis_tak_dikenal"))
    await settled(school)
    assert await school.rows(_GRADED) == [(0,)]
    assert school.home.texts(stranger) == []


async def test_of_two_polls_of_one_question_the_first_answer_counts(school: School) -> None:
    ratna = await school.join()
    older, newer = await asked_of(school, ratna), await asked_of(school, ratna)
    question = first().questions[0]
    await school.answer(ratna, newer, right(question))
    options = [option["text"] for option in older["poll"]["options"]]
    school.home.telegram.inject(answer_of(ratna, older["poll"]["id"], [options.index(wrong(question))]))
    await settled(school)
    assert await school.rows("SELECT chosen IS NOT NULL FROM quizzes WHERE answered_at IS NOT NULL") in (
        [(1,)],
        [(True,)],
    )
    assert await school.rows("SELECT count(*) FROM cards") == [(0,)]


async def test_an_option_that_was_never_offered_is_refused_kindly(school: School) -> None:
    ratna = await school.join()
    asked = await asked_of(school, ratna)
    school.home.telegram.inject(answer_of(ratna, asked["poll"]["id"], [9]))
    await school.home.telegram.wait_for(ratna, says("kuis_berubah"))
    await settled(school)
    assert await school.rows(_GRADED) == [(0,)]


async def test_an_answer_that_comes_when_the_letter_is_long_gone_is_told_so(school: School) -> None:
    ratna = await school.join()
    asked = await asked_of(school, ratna)
    async with school.home.town.database.write() as connection:
        await connection.execute(delete(outbox).where(outbox.c.method == "sendPoll"))
    school.home.telegram.inject(answer_of(ratna, asked["poll"]["id"], [0]))
    await school.home.telegram.wait_for(ratna, says("kuis_tak_dikenal"))
    assert await school.rows(_GRADED) == [(0,)]


async def test_the_poll_of_a_letter_that_may_have_arrived_twice_is_taken_for_it(school: School) -> None:
    ratna = await school.join()
    asked = await asked_of(school, ratna)
    async with school.home.town.database.write() as connection:
        await connection.execute(update(outbox).where(outbox.c.method == "sendPoll").values(uncertain=True))
    assert asked["poll"]["id"] != "777"
    school.home.telegram.inject(answer_of(ratna, "777", [0]))
    await school.home.telegram.wait_for(ratna, says("kuis_jawaban"))
    assert await school.rows(_GRADED) == [(1,)]


async def test_what_fits_no_poll_is_asked_by_buttons(school: School, monkeypatch: pytest.MonkeyPatch) -> None:
    lesson = first()
    long = Question("Apa yang dikerjakan? " * 15, tuple(Answer(f"{at}", at == 1, f"Sebab {at}.") for at in range(3)))
    lessons = {**catalog_of(_KABUPATEN).curriculum.lessons, lesson.key: replace(lesson, questions=(long,))}
    monkeypatch.setattr(
        catalog_of(_KABUPATEN).shelf, "_opened", replace(catalog_of(_KABUPATEN).curriculum, lessons=lessons)
    )
    assert not quiz.fits(long)
    ratna = await school.join()
    shown = await school.home.press_data(ratna, f"x:kuis:{lesson.key}:0", says("kuis_tombol", tanya=long.text.strip()))
    assert labels(shown) == ["1", "2", "3"]
    order = [int(line.partition(". ")[2]) for line in words_of(shown).splitlines() if line[:2] in ("1.", "2.", "3.")]
    button = str(order.index(1) + 1)
    await school.home.press(ratna, button, says("kuis_jawaban", kata="Sebab 1.", benar=False, selesai=True))
    data = shown["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    assert await school.home.toast(ratna, data, shown["message_id"]) == words("kuis_sekali")
    assert await school.rows(_GRADED) == [(1,)]
