"""A count that was told and is put right later in the day, with another screen in between."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.support.halls import Meeting, meeting
from tests.support.sentences import says


@pytest.fixture
async def hall(database_url: str, tmp_path: Path) -> AsyncIterator[Meeting]:
    async with meeting(database_url, tmp_path) as opened:
        yield opened


async def test_a_detour_leaves_the_count_of_this_day_to_be_put_right(hall: Meeting) -> None:
    await hall.say("yang hadir 34 orang, 15 perempuan", says("rapat_hadir", perempuan=15, laki=19))
    await hall.say("/tugas", lambda _message: True)
    await hall.say("eh salah 36 orang", says("rapat_hadir", perempuan=15, laki=21))
    await hall.say("perempuannya 17 bukan 15", says("rapat_hadir", perempuan=17, laki=19))
    rows = await hall.town.rows("SELECT women, men FROM attendance")
    assert [tuple(row) for row in rows] == [(17, 19)]
