"""*Batal* while an answer or a greeting is asked for: what is typed afterwards reaches nobody."""

from tests.lessons.conftest import School
from tests.lessons.test_trainers import ANSWERED, asked_by
from tests.support.sentences import says


async def test_what_has_no_word_in_it_is_cancelled_at_once_and_nothing_typed_later_leaves(any_school: School) -> None:
    school = any_school
    ratna, trainer = await school.join(), await school.home.join("Daeng", "pelatih", "73.16")
    await asked_by(school, ratna)
    question = (await school.rows("SELECT id FROM lesson_questions"))[0][0]
    await school.home.press_data(trainer, f"x:balas:{question}", "jawaban Bapak/Ibu")
    await school.home.ask(trainer, "batal", says("mesin.dibatalkan"))
    await school.home.ask(trainer, ANSWERED, lambda message: True)
    assert await school.rows("SELECT answer FROM lesson_questions") == [(None,)]
