"""What somebody learnt is theirs: in their copy while they are here, gone with them, and not kept for ever."""

import json
from datetime import timedelta

from bot.store.people import erasure, own_data, retention
from bot.store.people.erasure import Erasure
from tests.lessons.conftest import EVENING, School
from tests.lessons.graduating import given, ready
from tests.lessons.test_reading import finish, first
from tests.lessons.test_stories import STORY, _practise, _tell
from tests.support.sentences import says

_OWN = ("learners", "lesson_progress", "quizzes", "cards", "tried", "practised", "lesson_questions")


async def test_the_copy_of_ones_own_data_has_lessons_and_stories(school: School) -> None:
    ratna = await school.join()
    await _practise(school, ratna)
    await _tell(school, ratna)
    async with school.home.town.database.read() as connection:
        own = await own_data.of_person(connection, await school.home.id_of(ratna))
    assert own.lessons[0]["lesson"] == first().key  # the next one came with the question
    assert [one["words"] for one in own.tried] == [STORY]


async def test_the_copy_of_ones_own_data_has_tests_and_the_certificate(school: School) -> None:
    ratna, nur = await school.join(), await school.home.join("Nur", "bappeda", "73.16")
    await ready(school, ratna)
    number = await given(school, ratna, nur)
    async with school.home.town.database.read() as connection:
        own = await own_data.of_person(connection, await school.home.id_of(ratna))
    assert [(one["kind"], one["hits"]) for one in own.exams] == [("akhir", 10)]
    assert [one["number"] for one in own.certificates] == [number]
    await school.home.ask(ratna, "/dataku", lambda message: True)
    await school.home.press_data(ratna, "o:unduh", lambda message: "document" in message)


async def test_whoever_is_forgotten_leaves_nothing_learnt_behind(any_school: School) -> None:
    school = any_school
    ratna = await school.join()
    await finish(school, ratna, first(), well=False)
    await school.home.press_data(ratna, f"x:bertanya:{first().key}", "ditanyakan kepada pelatih")
    await school.home.ask(ratna, "Bagaimana kalau marah?", says("pelatih_diteruskan"))
    person = await school.home.id_of(ratna)
    await school.home.town.stop()
    async with school.home.town.database.write() as connection:
        assert "Bagaimana kalau marah?" in await erasure.asked_by(connection, person)
        await erasure.ask_for(connection, [(person, ratna.id)], EVENING)
        one = Erasure(person, ratna.id, False, 0, ())
        await erasure.forget(connection, one, ["Ratna"], EVENING)
    for table in _OWN:
        assert await school.rows(f"SELECT count(*) FROM {table} WHERE person_id = :p", p=person) == [(0,)], table


async def test_stories_and_unpublished_questions_go_after_their_time(school: School) -> None:
    ratna = await school.join()
    await _practise(school, ratna)
    await _tell(school, ratna)
    await school.home.town.stop()
    async with school.home.town.database.write() as connection:
        assert await retention.drop(connection, "tried", EVENING, 10) == 0
        assert await retention.drop(connection, "tried", EVENING + timedelta(days=30), 10) == 1
    assert json.dumps(await school.rows("SELECT count(*) FROM tried")) == "[[0]]"
