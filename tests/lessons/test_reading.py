"""A lesson as somebody takes it: opened by the message of the evening, read tap by tap, asked by a poll, explained."""

import re
from datetime import timedelta

from bot.core.lessons.lessons import Lesson, Question
from bot.core.lessons.order import SKILLS
from bot.simulator.chats import Person
from tests.lessons.conftest import EIGHT, School, curriculum, right, why, wrong
from tests.support.client import labels, words_of
from tests.support.sentences import says, words

DAY = timedelta(days=1)


def first() -> Lesson:
    return curriculum().lessons[next(key for key in SKILLS if key in curriculum().lessons)]


async def finish(school: School, person: Person, lesson: Lesson, *, well: bool = True) -> None:
    """Read it and answer every question, right or wrong."""
    asked = await school.read(person, lesson)
    for at, question in enumerate(lesson.questions):
        chosen = right(question) if well else wrong(question)
        answer = await school.answer(person, asked, chosen)
        is_last = at == len(lesson.questions) - 1
        assert words_of(answer) in says("kuis_jawaban", kata=why(question, chosen), selesai=is_last)
        if not is_last:
            asked = await school.home.press(person, words("tombol_belajar_soal"), lambda message: "poll" in message)


async def test_the_message_of_the_evening_leads_through_the_lesson_to_its_end(any_school: School) -> None:
    school, lesson = any_school, first()
    ratna = await school.join()
    await school.at(EIGHT)
    opened = await school.home.telegram.wait_for(ratna, says("pelajaran_datang", nama="Ratna", judul=lesson.title))
    offered = ("tombol_belajar_mulai", "tombol_belajar_nanti", "tombol_tes_dulu")
    assert labels(opened) == [words(name) for name in offered]
    said = len(school.home.telegram.messages(ratna))
    await school.home.press(ratna, words("tombol_belajar_mulai"), says("pelajaran_judul", judul=lesson.title))
    assert len(school.home.telegram.messages(ratna)) == said + 1  # one tap, one message
    await finish(school, ratna, lesson)
    query = "SELECT lesson, version, why, sent_at IS NOT NULL, finished_at IS NOT NULL FROM lesson_progress"
    (kept,) = await school.rows(query)
    assert kept[:3] == (lesson.key, lesson.version, "urutan")
    assert kept[3]
    assert kept[4]
    assert await school.rows("SELECT count(*) FROM cards") == [(0,)]


async def test_later_leaves_it_for_belajar(school: School) -> None:
    ratna = await school.join()
    await school.at(EIGHT)
    await school.home.telegram.wait_for(ratna, says("pelajaran_datang"))
    assert await school.home.touch(ratna, words("tombol_belajar_nanti")) in says("belajar_nanti")
    await school.home.ask(ratna, "/belajar", says("belajar", selesai=0, sambung=False))


async def test_the_answers_of_a_poll_are_shuffled_and_the_right_one_is_marked(school: School) -> None:
    ratna, lesson = await school.join(), first()
    orders = set()
    for _ in range(12):
        asked = (await school.home.press_data(ratna, f"x:kuis:{lesson.key}:0", lambda message: "poll" in message))[
            "poll"
        ]
        assert (asked["type"], asked["is_anonymous"]) == ("quiz", False)
        options = [option["text"] for option in asked["options"]]
        assert sorted(options) == sorted(answer.text for answer in lesson.questions[0].answers)
        assert [options[place] for place in asked["correct_option_ids"]] == [right(lesson.questions[0])]
        orders.add(tuple(options))
    assert len(orders) > 1


async def test_what_was_wrong_comes_back_until_it_stays_three_a_day_at_most(any_school: School) -> None:
    school, lesson = any_school, first()
    ratna = await school.join()
    await finish(school, ratna, lesson, well=False)
    days = [(1, True), (3, True), (9, False), (10, True)]
    question = lesson.questions[0]
    for ahead, well in days:
        await school.at(EIGHT.replace(hour=9) + ahead * DAY)
        await school.home.ask(ratna, "/belajar", says("belajar", soal=str(len(lesson.questions))))
        label = words("tombol_belajar_ulang", jumlah=len(lesson.questions))
        asked = await school.home.press(ratna, label, lambda message: "poll" in message)
        for _ in lesson.questions[1:]:
            question = _asked(lesson, asked["poll"]["question"])
            await school.answer(ratna, asked, right(question) if well else wrong(question))
            asked = await school.home.press(ratna, label, lambda message: "poll" in message)
        question = _asked(lesson, asked["poll"]["question"])
        answer = await school.answer(ratna, asked, right(question) if well else wrong(question))
        assert words_of(answer) in says("kuis_jawaban", ulang=True, selesai=False)
        await school.home.ask(ratna, "/belajar", says("belajar", soal=False))
    assert await school.rows("SELECT count(*) FROM cards WHERE due_on IS NOT NULL") == [(len(lesson.questions),)]


def _asked(lesson: Lesson, text: str) -> Question:
    return next(question for question in lesson.questions if question.text == text)


async def test_a_lesson_says_where_one_stopped(school: School) -> None:
    ratna, lesson = await school.join(), first()
    await school.home.press_data(ratna, f"x:baca:{lesson.key}:1", says("pelajaran_judul", judul=lesson.title))
    await school.home.ask(ratna, "/belajar", says("belajar", sambung=lesson.title))
    shown = await school.home.press(ratna, words("tombol_belajar_sambung"), "")
    assert re.search(r"3 dari|Kuis", " ".join(labels(shown)))


async def test_a_question_answered_once_is_told_and_not_asked_again(school: School) -> None:
    ratna, lesson = await school.join(), first()
    await finish(school, ratna, lesson)
    await school.home.press_data(
        ratna, f"x:kuis:{lesson.key}:0", says("kuis_sudah", jawaban=right(lesson.questions[0]))
    )


async def test_pictures_come_with_their_words_and_only_the_words_to_the_thrifty(school: School) -> None:
    lesson = next(one for one in curriculum().lessons.values() if one.picture and "fasilitator_desa" in one.roles)
    ratna, page = await school.join(), len(lesson.messages) + 1
    shown = await school.home.press_data(ratna, f"x:baca:{lesson.key}:{page}", lambda message: "photo" in message)
    assert words_of(shown) == lesson.picture_text
    assert len(school.home.telegram.file(shown["photo"][-1]["file_id"])) <= 100_000
    await school.home.press_data(ratna, "x:hemat", says("belajar_hemat", hemat=True))
    told = await school.home.press_data(ratna, f"x:baca:{lesson.key}:{page}", lesson.picture_text)
    assert "photo" not in told
    await school.home.press(ratna, words("tombol_belajar_gambar"), lambda message: "photo" in message)


async def test_lessons_that_are_not_theirs_open_for_nobody_but_those_who_teach(school: School) -> None:
    other = next((one for one in curriculum().lessons.values() if "camat" not in one.roles), None)
    assert other is not None
    camat = await school.home.join("Nurdin", "camat", "73.16.01")
    trainer = await school.home.join("Daeng", "pelatih", "73.16")
    data = f"x:baca:{other.key}:1"
    assert await school.home.toast(camat, data, 1) == words("tombol_lewat")
    await school.home.telegram.press_data(trainer, 1, data)
    await school.home.hears(trainer, says("pelajaran_judul", judul=other.title))
