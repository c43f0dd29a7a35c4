"""A rest from learning is one from all of it, and ends on the day that was said."""

from datetime import date, timedelta

from bot.store.lessons import tried
from bot.store.queues import notices
from bot.store.queues.notices import COLLEAGUE, TRIED
from tests.lessons.conftest import EVENING, Classroom, School
from tests.lessons.test_reading import first
from tests.support.desk import KECAMATAN, local
from tests.support.sentences import mentions, says

#: A Tuesday.
AGAIN = date(2027, 2, 2)


async def test_within_it_nothing_of_learning_comes_and_on_its_day_it_begins_again(desk: Classroom) -> None:
    ratna, amir = await desk.learner("Ratna", paused_until=AGAIN), await desk.learner("Amir")
    row = {"person_id": amir, "lesson": first().key, "kecamatan": KECAMATAN, "words": "Baknya bocor.", "file_id": None}
    async with desk.database.write() as connection:
        one = await tried.add(connection, row | {"told_at": EVENING})
        assert one is not None
        await tried.permit(connection, one, amir, shared=True)
        await notices.raise_once(connection, TRIED, [(ratna, first().key, local(1, 22, 6, 10))])
        await notices.raise_once(connection, COLLEAGUE, [(ratna, "2027-03", local(1, 23, 7, 30))])
    for day in range(20, 32):
        for hour in (7, 20):
            await desk.tick(local(1, day, hour, 30))
    await desk.tick(local(2, 1, 20))
    assert await desk.told(ratna) == []
    assert await desk.tick(local(2, 2, 7, 30)) == 1
    text = (await desk.told(ratna))[0]["text"]
    assert text in mentions("cerita_kawan", isi="Baknya bocor.")
    await desk.tick(local(2, 2, 20))
    assert (await desk.told(ratna))[1]["text"] in mentions("coba_tanya", coba=first().practice)
    assert len(await desk.sent(ratna)) == 1


async def test_the_day_that_is_said_is_the_day_on_which_it_begins(school: School) -> None:
    ratna = await school.join()
    await school.home.press_data(ratna, "x:jeda:14", says("belajar_jeda_dicatat", sampai="2 Februari 2027"))
    await school.home.ask(ratna, "/belajar", says("belajar", jeda="2 Februari 2027"))
    await school.at(local(2, 2, 20) + timedelta(minutes=1))
    await school.home.telegram.wait_for(ratna, says("pelajaran_datang", judul=first().title))
