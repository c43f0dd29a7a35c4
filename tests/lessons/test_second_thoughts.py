"""One more answer to a question that has one: in a quiz the first counts, in a test the last is put right, and both are
said."""

import pytest

from bot.core.forms.writing import ended
from bot.simulator.protocol import Json
from tests.lessons.conftest import School, right, wrong
from tests.lessons.graduating import answer_all, asked_in, begin, option_of
from tests.lessons.test_quiz import asked_of
from tests.lessons.test_reading import first
from tests.support.client import labels, words_of
from tests.support.sentences import says, words

_GRADED = "SELECT count(*) FROM quizzes WHERE answered_at IS NOT NULL"


def _letter(asked: Json, text: str) -> str:
    return "abc"[[option["text"] for option in asked["poll"]["options"]].index(text)]


async def test_a_vote_after_a_typed_answer_is_told_which_counts(any_school: School) -> None:
    school, question = any_school, first().questions[0]
    ratna = await school.join()
    asked = await asked_of(school, ratna)
    await school.home.ask(ratna, _letter(asked, wrong(question)), says("kuis_jawaban", benar=True))
    options = [option["text"] for option in asked["poll"]["options"]]
    await school.home.telegram.vote(ratna, asked["message_id"], [options.index(right(question))])
    told = says("kuis_pertama", jawaban=ended(wrong(question)), benar=False, tunggu=False)
    heard = await school.home.hears(ratna, told)
    assert words("tombol_belajar_soal") in labels(heard)
    assert await school.rows(_GRADED) == [(1,)]
    assert await school.rows("SELECT count(*) FROM cards") == [(1,)]


@pytest.mark.parametrize(
    "typed", ["{}", "eh salah, yang {}", "maksud saya {}", "bukan itu, yang {}", "aduh salah tekan, harusnya {} pak"]
)
async def test_words_after_a_vote_are_told_which_counts(school: School, typed: str) -> None:
    ratna, question = await school.join(), first().questions[0]
    asked = await asked_of(school, ratna)
    await school.answer(ratna, asked, right(question))
    told = says("kuis_pertama", jawaban=ended(right(question)), benar=True, tunggu=False)
    await school.home.ask(ratna, typed.format(_letter(asked, wrong(question))), told)
    assert await school.rows(_GRADED) == [(1,)]
    assert await school.rows("SELECT count(*) FROM cards") == [(0,)]


async def test_the_question_that_waits_is_not_answered_by_what_puts_another_right(school: School) -> None:
    ratna, question = await school.join(), first().questions[0]
    await school.answer(ratna, await asked_of(school, ratna), right(question))
    await asked_of(school, ratna, 1)
    await school.home.ask(ratna, "eh salah, yang b", says("kuis_pertama", tunggu=True))
    assert await school.rows(_GRADED) == [(1,)]
    await school.home.ask(ratna, "b", says("kuis_jawaban"))
    assert await school.rows(_GRADED) == [(2,)]


async def test_of_the_first_question_of_all_it_is_the_answer(school: School) -> None:
    ratna, question = await school.join(), first().questions[0]
    asked = await asked_of(school, ratna)
    await school.home.ask(ratna, f"eh, maksud saya {_letter(asked, right(question))}", says("kuis_jawaban", benar=""))
    assert await school.rows(_GRADED) == [(1,)]


async def test_the_last_answer_of_a_test_is_put_right_until_the_next_is_given(any_school: School) -> None:
    school = any_school
    ratna = await school.join()
    asked = await begin(school, ratna)
    question = asked_in(asked)
    await school.home.press(ratna, option_of(asked, wrong(question)), says("tes_soal", ke=2))
    better = "abc"[int(option_of(asked, right(question))) - 1]
    await school.home.ask(ratna, f"eh salah, yang {better}", says("tes_diganti", ke=1, jawaban=ended(right(question))))
    waiting = await school.home.hears(ratna, says("tes_soal", ke=2))
    assert await school.rows("SELECT is_right FROM exam_questions WHERE chosen IS NOT NULL") in ([(1,)], [(True,)])
    done = await answer_all(school, ratna, waiting, hits=12, begun=2)
    assert words("tombol_tes_bahas") not in labels(done)


async def test_what_was_told_at_the_end_of_a_test_stays(school: School) -> None:
    ratna = await school.join()
    done = await answer_all(school, ratna, await begin(school, ratna), hits=7)
    assert "7" in words_of(done)
    await school.home.ask(ratna, "eh salah, yang b", says("tes_sudah_dinilai"))
    assert await school.rows("SELECT hits FROM exams") == [(7,)]


async def test_at_the_end_of_a_lesson_it_is_the_last_question(school: School) -> None:
    """Where the opening test is offered too."""
    ratna, questions = await school.join(), first().questions
    for number, question in enumerate(questions):
        await school.answer(ratna, await asked_of(school, ratna, number), right(question))
    told = says("kuis_pertama", jawaban=ended(right(questions[-1])), benar=True, tunggu=False)
    await school.home.ask(ratna, "eh salah, yang b", told)


async def test_a_letter_below_something_else_is_about_no_answer(school: School) -> None:
    ratna, question = await school.join(), first().questions[0]
    await school.answer(ratna, await asked_of(school, ratna), right(question))
    await school.home.ask(ratna, "/belajar", says("belajar"))
    await school.home.ask(ratna, "b", lambda message: True)
    assert not [text for text in school.home.texts(ratna) if "jawaban yang pertama" in text]
