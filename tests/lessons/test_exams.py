"""Tests before and after learning: twelve questions, each graded once; what was begun goes on where it was left."""

import random
from datetime import timedelta

import pytest

from bot.core.forms.writing import ended
from bot.core.lessons.exams import ASKED, PARTS, draw, passes
from bot.core.lessons.lessons import MODULES
from tests.lessons.conftest import EIGHT, EVENING, School, curriculum, right, wrong
from tests.lessons.graduating import answer_all, asked_in, begin, option_of, read_everything
from tests.support.client import labels
from tests.support.sentences import says, words

DAY = timedelta(days=1)


def _modules_of(role: str) -> set[str]:
    return {lesson.module for lesson in curriculum().lessons.values() if role in lesson.roles}


@pytest.mark.parametrize("role", ["fasilitator_desa", "fasilitator_kecamatan", "pendamping", "delegasi"])
@pytest.mark.parametrize("seed", range(5))
def test_two_tests_of_one_person_share_no_question_and_leave_out_no_module(role: str, seed: int) -> None:
    rng, seen = random.Random(seed), dict[str, int]()
    bank = {module: curriculum().bank[module] for module in _modules_of(role) & set(MODULES)}
    for _ in range(2):
        drawn = draw(bank, seen, lambda found: rng.sample(found, len(found)))
        assert len(drawn) == ASKED
        assert {module for module, _ in drawn} == set(bank)
        keys = {question.key for _, question in drawn}
        assert len(keys) == ASKED
        assert not keys & seen.keys()
        seen |= dict.fromkeys(keys, 1)


def test_a_third_test_brings_first_what_was_not_asked_yet() -> None:
    bank, rng = curriculum().bank, random.Random(1)
    seen = {question.key: 1 for questions in bank.values() for question in questions[:-1]}
    drawn = {question.key for _, question in draw(bank, seen, lambda found: rng.sample(found, len(found)))}
    assert {questions[-1].key for questions in bank.values()} <= drawn


def test_nine_of_twelve_pass_and_three_of_four_of_what_is_left() -> None:
    assert [passes(right_ones, ASKED) for right_ones in (8, 9, 12)] == [False, True, True]
    assert [passes(8, 11), passes(9, 11), passes(0, 0)] == [False, True, False]
    assert {module for part in PARTS for module in part} == set(MODULES)


async def test_the_first_lesson_offers_the_first_test_and_whoever_leaves_it_out_is_not_asked_again(
    school: School,
) -> None:
    ratna = await school.join()
    await school.at(EIGHT)
    opened = await school.home.telegram.wait_for(ratna, says("pelajaran_datang"))
    assert labels(opened)[-1] == words("tombol_tes_dulu")
    await school.home.press(ratna, words("tombol_tes_dulu"), says("tes_awal"))
    await school.home.press(ratna, words("tombol_tes_lewat"), says("tes_dilewati"))
    shown = await school.home.ask(ratna, "/belajar", says("belajar"))
    assert words("tombol_tes_awal") not in labels(shown)
    assert await school.home.toast(ratna, "x:tes:awal") == words("tombol_lewat")
    await school.at(EIGHT + 2 * DAY)
    again = await school.home.telegram.wait_for(ratna, says("pelajaran_datang"))
    assert words("tombol_tes_dulu") not in labels(again)


async def test_a_test_that_was_left_goes_on_and_its_old_buttons_do_nothing(any_school: School) -> None:
    school = any_school
    ratna = await school.join()
    asked = await begin(school, ratna)
    first_of_all, on = asked_in(asked), asked["message_id"]
    data = next(key["callback_data"] for row in asked["reply_markup"]["inline_keyboard"] for key in row)
    await school.home.press(ratna, option_of(asked, right(first_of_all)), says("tes_soal", ke=2))
    assert await school.home.toast(ratna, data, on) == words("kuis_sekali")
    shown = await school.home.ask(ratna, "/belajar", says("belajar"))
    assert words("tombol_tes_awal") in labels(shown)
    asked = await school.home.press(ratna, words("tombol_tes_awal"), says("tes_soal", ke=2, akhir=False))
    assert asked_in(asked) != first_of_all
    await answer_all(school, ratna, asked, hits=7, begun=2)
    assert await school.rows("SELECT asked, hits FROM exams") == [(12, 7)]
    assert await school.rows("SELECT count(*) FROM exam_questions WHERE is_right") == [(7,)]


async def test_what_was_wrong_is_explained_at_the_end(school: School) -> None:
    ratna = await school.join()
    asked = await begin(school, ratna)
    for number in range(1, 12):
        asked = await school.home.press(
            ratna, option_of(asked, right(asked_in(asked))), says("tes_soal", ke=number + 1)
        )
    question = asked_in(asked)
    await school.home.press(ratna, option_of(asked, wrong(question)), says("tes_selesai", benar=11))
    why = next(answer.why for answer in question.answers if answer.is_right)
    told = {"tanya": question.text, "jawaban": ended(right(question)), "kata": why}
    await school.home.press(ratna, words("tombol_tes_bahas"), says("tes_bahas", soal=[told]))


async def test_the_last_test_waits_for_the_lessons_comes_once_a_day_and_shows_the_gain(school: School) -> None:
    ratna = await school.join()
    assert await school.home.toast(ratna, "x:tes:akhir") == words("tombol_lewat")
    await answer_all(school, ratna, await begin(school, ratna), hits=4)
    await read_everything(school, ratna)
    shown = await school.home.ask(ratna, "/belajar", says("belajar"))
    assert words("tombol_tes_akhir") in labels(shown)
    failed = await answer_all(school, ratna, await begin(school, ratna, "akhir"), hits=8)
    assert words("tombol_belajar_sertifikat") not in labels(failed)
    await school.home.press_data(ratna, "x:tes:akhir", says("tes_besok"))
    assert len(await school.rows("SELECT DISTINCT question FROM exam_questions")) == 24  # no question twice
    await school.at(EVENING + DAY)
    calls = len(school.home.telegram.calls)
    passed = await answer_all(school, ratna, await begin(school, ratna, "akhir"), hits=9)
    assert words("tombol_belajar_sertifikat") in labels(passed)
    await school.home.telegram.wait_for_call("sendPhoto", after=calls)
    assert await school.home.toast(ratna, "x:tes:akhir") == words("tombol_lewat")


async def test_nobody_answers_the_test_of_somebody_else(school: School) -> None:
    ratna, amir = await school.join(), await school.join("Amir")
    asked = await begin(school, ratna)
    data = asked["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    exam = (await school.rows("SELECT id FROM exams"))[0][0]
    for pressed in (data, f"x:tes.bahas:{exam}", "x:tes.jawab:404:0", f"{data}9"):
        assert await school.home.toast(amir, pressed, 1) == words("tombol_lewat")
    assert await school.rows("SELECT count(*) FROM exam_questions WHERE answered_at IS NOT NULL") == [(0,)]


async def test_whoever_has_no_test_is_offered_none(school: School) -> None:
    camat = await school.join("Andi", "camat", scope="73.16.01")
    shown = await school.home.ask(camat, "/belajar", says("belajar"))
    assert not {words("tombol_tes_awal"), words("tombol_belajar_sertifikat")} & set(labels(shown))
    for data in ("x:tes:awal", "x:tes.mulai:awal", "x:tes.lewat", "x:sertifikat", "x:sertifikat.minta"):
        assert await school.home.toast(camat, data, 1) == words("tombol_lewat")
