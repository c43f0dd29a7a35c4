"""After a meeting that fulfils a task its facilitator is asked once whether it took place; one tap ticks the task."""

from bot.simulator.chats import Person
from bot.store.tasks.tasks import DONE, OPEN
from bot.work.round import Round
from bot.work.tasks import closing, planning
from tests.support.desk import NOW, Desk, local, task_of
from tests.support.homes import Home
from tests.support.sentences import mentions, says, words

MET = local(1, 8, 15)
ASKED = mentions("rapat_terlaksana")


async def _state(home: Home) -> str:
    return str((await home.task("D07")).state)


def _asked(home: Home, person: Person) -> int:
    return sum("Sudah terlaksana?" in text for text in home.texts(person))


async def test_one_tap_ticks_the_task_and_one_unticks_it(anywhere: Home) -> None:
    ratna = await anywhere.join("Ratna")
    await anywhere.hold()
    await anywhere.hold("kelompok_perempuan", at=MET)
    await anywhere.move_clock(local(1, 8, 18))
    assert _asked(anywhere, ratna) == 0
    await anywhere.move_clock(local(1, 9, 8))
    asked = (await anywhere.hears(ratna, ASKED))["text"]
    assert anywhere.title("D07") in asked
    assert await _state(anywhere) == OPEN
    await anywhere.press(ratna, words("tombol_rapat_terlaksana"), says("tugas_selesai", judul=anywhere.title("D07")))
    assert await _state(anywhere) == DONE
    await anywhere.press(ratna, words("tombol_tugas_buka_lagi"), mentions("tugas_kartu"))
    assert await _state(anywhere) == OPEN
    await anywhere.move_clock(local(1, 10, 8))
    assert _asked(anywhere, ratna) == 1


async def _questions(desk: Desk, person: int) -> int:
    return sum("Sudah terlaksana?" in str(message.get("text")) for message in await desk.told(person))


async def test_it_comes_with_the_list_of_that_day_at_one_s_own_hour(desk: Desk) -> None:
    """One message with what else there is to tell, and once only."""
    ratna = await desk.join("Ratna", digest_at=17 * 60)
    await desk.hold()
    await desk.hold("kelompok_perempuan", at=MET)
    for hour in (6, 8, 16):
        await desk.tick(local(1, 9, hour))
    assert await _questions(desk, ratna) == 0
    assert await desk.tick(local(1, 9, 17)) == 1
    assert await _questions(desk, ratna) == 1
    for day in range(10, 14):
        await desk.tick(local(1, day, 17))
    assert await _questions(desk, ratna) == 1


async def test_nothing_is_asked_of_what_was_cancelled_moved_or_is_ticked_by_now(desk: Desk) -> None:
    ratna = await desk.join("Ratna")
    preparation = await desk.hold()
    off, later = await desk.hold("kelompok_perempuan", at=MET), await desk.hold("kelompok_kurang_mampu", at=MET)
    async with desk.database.write() as connection:
        tour = Round(connection, desk.office, NOW)
        await planning.cancel(tour, off.occasion, "Hujan", ratna)
        await planning.move(tour, later.occasion, local(1, 9, 15), ratna)
    await desk.tick(local(1, 9, 8))
    assert await _questions(desk, ratna) == 0
    async with desk.database.write() as connection:
        tour = Round(connection, desk.office, local(1, 9, 16))
        await closing.close(tour, task_of(preparation, "D08"), DONE, ratna)
    await desk.tick(local(1, 10, 8))
    assert await _questions(desk, ratna) == 0


async def test_it_is_asked_when_the_task_comes_after_the_meeting(desk: Desk) -> None:
    """The group met before anybody set the day of the musrenbang."""
    ratna = await desk.join("Ratna")
    await desk.hold("kelompok_perempuan", at=MET)
    await desk.tick(local(1, 9, 8))
    assert await _questions(desk, ratna) == 0
    await desk.hold(at=local(1, 28), now=local(1, 11))
    await desk.tick(local(1, 11, 9))
    assert await _questions(desk, ratna) == 1
    await desk.hold("musdes", at=local(1, 27), now=local(1, 12))  # it asks for the same
    await desk.tick(local(1, 12, 9))
    assert await _questions(desk, ratna) == 1


async def test_of_nobody_s_task_whoever_may_take_it_is_asked(desk: Desk) -> None:
    """Two in one village: the card says who takes it."""
    both = [await desk.join(name) for name in ("Ratna", "Amir")]
    await desk.hold()
    await desk.hold("kelompok_perempuan", at=MET)
    await desk.tick(local(1, 9, 8))
    assert [await _questions(desk, one) for one in both] == [1, 1]
    keys = [
        key["callback_data"] for row in (await desk.told(both[0]))[-1]["reply_markup"]["inline_keyboard"] for key in row
    ]
    assert any(key.startswith("t:lihat:") for key in keys)
    assert not any(key.startswith("t:sudah:") for key in keys)
