"""How many came, told with the day and the name of the meeting, in parts, or where several were held."""

import json
from datetime import timedelta

import pytest

from tests.roles.conftest import DESA
from tests.support.client import words_of
from tests.support.halls import TEN_O_CLOCK, Meeting, hold
from tests.support.sentences import says, words

COUNTED = "SELECT occasion_id, women, men, elements FROM attendance WHERE women IS NOT NULL"


async def _counted(hall: Meeting) -> list[tuple[int, int, int]]:
    return [tuple(row[:3]) for row in await hall.town.rows(COUNTED)]


@pytest.mark.parametrize(
    "typed",
    [
        "ibu-ibu 34, bapak-bapak 41",
        "yg hadir 75, perempuan 34",
        "musrenbang desa tgl 12 januari hadir 75, perempuan 34",
        "musrenbang desa tgl 12 januari kemarin ibu-ibu 34 bapak-bapak 41",
        "rapat tadi jam 10 hadir 75 orang, 34 perempuan",
        "musrenbang desa selasa kemarin dihadiri 75 orang, perempuannya 34",
    ],
)
@pytest.mark.parametrize("days", [0, 3])
async def test_the_day_and_the_name_are_no_part_of_the_count(hall: Meeting, typed: str, days: int) -> None:
    await hall.town.simulator.move_clock(to=TEN_O_CLOCK + timedelta(days=days, hours=5))
    await hall.say(typed, says("rapat_hadir", perempuan=34, laki=41))
    assert await _counted(hall) == [(hall.occasion.id, 34, 41)]


@pytest.mark.parametrize("typed", ["ibu-ibu yg datang 34", "musrenbang tadi perempuan yang hadir cuma 34 ji"])
async def test_one_of_the_two_is_kept_and_the_other_asked_for(hall: Meeting, typed: str) -> None:
    await hall.say("/tugas", lambda message: True)
    await hall.say(typed, says("rapat_hadir_separuh", perempuan=34, laki=None))
    await hall.say("bapak-bapak 41", says("rapat_hadir", perempuan=34, laki=41))
    await hall.say("/tugas", lambda message: True)
    await hall.say("bapak2 yang datang 40 ji", says("rapat_hadir", perempuan=34, laki=40))
    assert await _counted(hall) == [(hall.occasion.id, 34, 40)]


@pytest.mark.parametrize(
    "typed", ["ibu-ibu yg datang ke posyandu 34", "34 ibu-ibu butuh air", "besok ibu-ibu yang datang 34"]
)
async def test_what_tells_more_is_no_count(hall: Meeting, typed: str) -> None:
    await hall.say(typed, lambda message: words_of(message) not in says("rapat_hadir_separuh"))
    assert await _counted(hall) == []


async def test_of_several_the_numbers_are_not_told_twice(hall: Meeting) -> None:
    other = await hold(hall.town, kind="musdes", hours=3)
    await hall.town.simulator.move_clock(by=5 * 3600)
    await hall.say("ibu-ibu 34, bapak-bapak 41, difabel 2", says("rapat_hadir_yang_mana"))
    asked = await hall.say("yg hadir 75, perempuan 34, difabel 2", says("rapat_hadir_yang_mana"))
    rows = asked["reply_markup"]["inline_keyboard"]
    data = next(key["callback_data"] for row in rows for key in row if str(other.id) in key["callback_data"])
    label = next(key["text"] for row in rows for key in row if key["callback_data"] == data)
    await hall.press(label, says("rapat_hadir", perempuan=34, laki=41))
    ((which, women, men, elements),) = [tuple(row) for row in await hall.town.rows(COUNTED)]
    assert (which, women, men, json.loads(elements)["disabilitas"]) == (other.id, 34, 41, 2)


@pytest.mark.parametrize("typed", ["yg hadir musdes 75, perempuan 34", "musdes tadi ibu-ibu 34 bapak-bapak 41"])
@pytest.mark.parametrize("shown", [True, False])
async def test_of_several_the_one_that_is_named_is_counted(hall: Meeting, typed: str, *, shown: bool) -> None:
    other = await hold(hall.town, kind="musdes", wilayah=DESA, hours=3)
    await hall.town.simulator.move_clock(by=5 * 3600)
    if shown:
        shown_now = await hall.town.ask(hall.leader, "/rapat", says("rapat_pilih"))
        rows = shown_now["reply_markup"]["inline_keyboard"]
        label = next(row[0]["text"] for row in rows if str(hall.occasion.id) in row[0]["callback_data"])
        await hall.press(label, says("rapat_utama"))
    await hall.say(typed, says("rapat_hadir", perempuan=34, laki=41))
    assert await _counted(hall) == [(other.id, 34, 41)]


async def test_a_part_for_one_of_several_is_asked_and_kept(hall: Meeting) -> None:
    await hold(hall.town, kind="musdes", hours=3)
    await hall.town.simulator.move_clock(by=5 * 3600)
    asked = await hall.say("ibu-ibu yg datang 34", says("rapat_hadir_yang_mana"))
    label = asked["reply_markup"]["inline_keyboard"][0][0]["text"]
    await hall.press(label, says("rapat_hadir_separuh", perempuan=34, laki=None))
    await hall.say("41", says("rapat_hadir_separuh", perempuan=41, laki=None))
    await hall.say("bapak-bapak 40", says("rapat_hadir", perempuan=41, laki=40))
    assert len(await _counted(hall)) == 1
    await hall.press(words("rapat_tombol_batal_hitung"), says("rapat_hadir", dihitung=False))
