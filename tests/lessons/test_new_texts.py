"""An editor brings a workbook in while people are in the middle of a lesson, and the bot is started again with it."""

import asyncio
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.catalog.curriculum import read_curriculum
from bot.catalog.lessonbook.plan import plan_of
from bot.catalog.lessonbook.versions import put
from bot.core.lessons.lessons import Lesson
from tests.catalog.workbooks import TEXT, Book, book_from
from tests.lessons.conftest import School, curriculum, right
from tests.lessons.test_quiz import asked_of, settled
from tests.lessons.test_reading import first
from tests.support.content import CONTENT
from tests.support.sentences import says, words

NEW = "Sesudah itu diam sebentar. Hitung sampai lima."
_GRADED = "SELECT count(*) FROM quizzes WHERE answered_at IS NOT NULL"
_FINISHED = "SELECT count(*) FROM lesson_progress WHERE finished_at IS NOT NULL"
Publish = Callable[[Callable[[Book], object]], Lesson]


@pytest.fixture
def publish(school: School, tmp_path: Path) -> Publish:
    """Edit the first lesson in a workbook and write it; the lesson as it is from the next start on."""
    folder = tmp_path / "isi"
    shutil.copytree(CONTENT, folder)
    school.home.town.content = folder

    def write(edit: Callable[[Book], object]) -> Lesson:
        book = book_from(folder, [first().key])
        edit(book)
        plan = plan_of(folder, "73.16", book.opened())
        assert plan.faults == []
        put([(one.file, one.written()) for one in plan.enter])
        return read_curriculum(folder).lessons[first().key]

    return write


def _swap_answers(book: Book) -> None:
    at = book.line("Jawaban") - 1
    book.texts[at : at + 2] = reversed(book.texts[at : at + 2])


def _drop_last_question(book: Book) -> None:
    del book.texts[book.line("Kuis", 2) - 1 :]


async def test_whoever_reads_goes_on_in_the_new_text_once_the_bot_was_started_again(
    school: School, publish: Publish
) -> None:
    ratna, lesson = await school.join(), first()
    await school.home.town.begin_again()
    await school.home.press_data(ratna, f"x:baca:{lesson.key}:1", says("pelajaran_judul", judul=lesson.title))
    changed = await asyncio.to_thread(publish, lambda book: book.put("Pesan", NEW, TEXT, 2))
    onwards = words("tombol_belajar_lanjut", ke=2, dari=4)
    old = re.sub(r"<[^>]+>", "", lesson.messages[1])
    await school.home.press(ratna, onwards, old[:25])  # what runs is not disturbed
    await school.home.town.begin_again()
    await school.home.press_data(ratna, f"x:baca:{lesson.key}:2", NEW)
    asked = await school.read(ratna, changed)
    await school.answer(ratna, asked, right(changed.questions[0]))
    kept = await school.rows("SELECT lesson, page FROM lesson_progress WHERE opened_at IS NOT NULL")
    assert kept == [(lesson.key, len(changed.messages) + 1)]
    assert await school.rows(_GRADED) == [(1,)]


async def test_an_open_question_whose_answers_changed_places_is_not_graded_by_the_new_order(
    school: School, publish: Publish
) -> None:
    ratna, question = await school.join(), first().questions[0]
    asked = await asked_of(school, ratna)
    changed = await asyncio.to_thread(publish, _swap_answers)
    assert [answer.text for answer in changed.questions[0].answers] != [answer.text for answer in question.answers]
    await school.home.town.begin_again()
    options = [option["text"] for option in asked["poll"]["options"]]
    await school.home.telegram.vote(ratna, asked["message_id"], [options.index(right(question))])
    await school.home.telegram.wait_for(ratna, says("kuis_berubah"))
    await settled(school)
    assert await school.rows(_GRADED) == [(0,)]
    again = await asked_of(school, ratna)
    await school.answer(ratna, again, right(question))
    assert await school.rows("SELECT is_right FROM quizzes WHERE answered_at IS NOT NULL") in ([(1,)], [(True,)])


async def test_an_open_question_whose_explanation_alone_changed_is_graded(school: School, publish: Publish) -> None:
    ratna, question = await school.join(), first().questions[0]
    asked = await asked_of(school, ratna)
    await asyncio.to_thread(publish, lambda book: book.put("Jawaban", "Begitulah.", 4))
    await school.home.town.begin_again()
    options = [option["text"] for option in asked["poll"]["options"]]
    await school.home.telegram.vote(ratna, asked["message_id"], [options.index(question.answers[0].text)])
    await school.home.telegram.wait_for(ratna, "Begitulah.")
    await settled(school)
    assert await school.rows(_GRADED) == [(1,)]


async def test_a_lesson_that_became_shorter_ends_for_those_who_were_behind_its_end(
    school: School, publish: Publish
) -> None:
    ratna, question = await school.join(), first().questions[0]
    await school.answer(ratna, await asked_of(school, ratna), right(question))
    assert await school.rows(_FINISHED) == [(0,)]
    await asyncio.to_thread(publish, _drop_last_question)
    await school.home.town.begin_again()
    await school.home.press(ratna, words("tombol_belajar_soal"), says("kuis_sudah", jawaban=right(question)))
    await settled(school)
    assert await school.rows(_FINISHED) == [(1,)]
    assert curriculum().lessons[first().key].questions[1:]
