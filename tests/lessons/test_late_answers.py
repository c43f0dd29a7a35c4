"""Answers that come when nobody waits for them any more, or from whom nobody asked."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import update

from bot.simulator.chats import Person
from bot.simulator.protocol import Json
from bot.store.tables import grants
from tests.lessons.conftest import EVENING, School, right, wrong
from tests.lessons.test_quiz import answer_of, asked_of, settled
from tests.lessons.test_reading import first
from tests.support.sentences import says
from tests.support.town import catalog_of

_WEEK = timedelta(days=7)
_GRADED = "SELECT card, count(*) FROM quizzes WHERE answered_at IS NOT NULL GROUP BY card"
_DUE = "SELECT reviewed_on, due_on FROM cards"


def _vote(school: School, person: Person, asked: Json, text: str) -> None:
    options = [option["text"] for option in asked["poll"]["options"]]
    school.home.telegram.inject(answer_of(person, asked["poll"]["id"], [options.index(text)]))


async def _due_on(school: School) -> list[tuple[str, str]]:
    return [(str(reviewed), str(due)) for reviewed, due in await school.rows(_DUE)]


async def test_an_answer_that_comes_a_week_late_counts_on_the_day_on_which_it_came(any_school: School) -> None:
    school = any_school
    ratna = await school.join()
    asked = await asked_of(school, ratna)
    await school.at(EVENING + _WEEK)
    _vote(school, ratna, asked, wrong(first().questions[0]))
    await school.home.telegram.wait_for(ratna, says("kuis_jawaban", benar=True))
    await settled(school)
    answered = (EVENING + _WEEK).date()
    assert await _due_on(school) == [(str(answered), str(answered + timedelta(days=1)))]


async def test_of_two_answers_to_one_card_that_come_on_one_day_the_first_moves_it(any_school: School) -> None:
    """The card was asked on two days; both polls lie there open."""
    school = any_school
    ratna = await school.join()
    question = first().questions[0]
    await school.answer(ratna, await asked_of(school, ratna), wrong(question))
    polls = []
    for day in (1, 2):
        await school.at(EVENING + timedelta(days=day))
        polls.append(await school.home.press_data(ratna, "x:ulang", lambda message: "poll" in message))
    today = (EVENING + timedelta(days=2)).date()
    await school.answer(ratna, polls[1], right(question))
    moved = await _due_on(school)
    _vote(school, ratna, polls[0], wrong(question))
    await settled(school)
    assert [reviewed for reviewed, _ in moved] == [str(today)]
    assert date.fromisoformat(moved[0][1]) > today + timedelta(days=1)
    assert await _due_on(school) == moved


async def test_the_answer_to_a_question_that_an_editor_took_away_is_told_so(
    school: School, monkeypatch: pytest.MonkeyPatch
) -> None:
    ratna = await school.join()
    asked = await asked_of(school, ratna)
    catalog, lesson = catalog_of("73.16"), first()
    lessons = {**catalog.curriculum.lessons, lesson.key: replace(lesson, questions=())}
    monkeypatch.setattr(catalog.shelf, "_opened", replace(catalog.curriculum, lessons=lessons))
    _vote(school, ratna, asked, asked["poll"]["options"][0]["text"])
    await school.home.telegram.wait_for(ratna, says("kuis_berubah"))
    await settled(school)
    assert await school.rows(_GRADED) == []


async def test_a_button_of_a_question_that_somebody_else_was_asked_does_nothing(school: School) -> None:
    ratna, amir = await school.join(), await school.join("Amir")
    await asked_of(school, ratna)
    ((quiz_id,),) = await school.rows("SELECT id FROM quizzes")
    await school.home.toast(amir, f"x:jawab:{quiz_id}:0", school.home.newest(amir))
    await settled(school)
    assert await school.rows(_GRADED) == []


async def test_whose_role_ended_may_still_answer_what_they_were_asked(school: School) -> None:
    ratna = await school.join()
    asked = await asked_of(school, ratna)
    async with school.home.town.database.write() as connection:
        await connection.execute(update(grants).values(revoked_at=EVENING))
    _vote(school, ratna, asked, right(first().questions[0]))
    await school.home.telegram.wait_for(ratna, says("kuis_jawaban", benar=False))
    await settled(school)
    assert [times for _, times in await school.rows(_GRADED)] == [1]


async def test_a_forwarded_poll_tells_somebody_who_never_learns_nothing(school: School) -> None:
    """A villager who knows the bot gets no lesson, and no answer about one."""
    ratna = await school.join()
    villager = school.home.telegram.add_person("Warga")
    await school.home.telegram.begin(villager)
    asked = await asked_of(school, ratna)
    await settled(school)
    said = school.home.texts(villager)
    _vote(school, villager, asked, asked["poll"]["options"][0]["text"])
    await settled(school)
    assert school.home.texts(villager) == said
    assert await school.rows(_GRADED) == []
