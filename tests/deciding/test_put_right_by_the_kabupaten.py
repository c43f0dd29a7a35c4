"""A state that the office wrote down and told is put right as a result of its own meeting."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.simulator.chats import Person
from tests.roles.conftest import Office
from tests.support.halls import TEN_O_CLOCK, Meeting, hold
from tests.support.sentences import says, words
from tests.support.town import town


@pytest.fixture
async def hall(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Meeting]:
    async with town(sqlite_url, tmp_path, started=False) as place:
        await place.simulator.move_clock(to=TEN_O_CLOCK)
        await place.start()
        office = Office(place)
        leader = await office.join("Nurlaela", "bappeda", "73.16")
        yield Meeting(office, await hold(place, "musrenbang_kabupaten", "73.16"), leader)


async def _told(hall: Meeting) -> Person:
    mina = hall.town.simulator.add_person("Mina")
    await hall.town.start_chat(mina, says("izin"))
    await hall.town.press(mina, words("tombol_setuju"), "kecamatan")
    rows = await hall.town.rows("SELECT id FROM people WHERE address = :a", a=mina.id)
    await hall.bring(1, person_id=rows[0][0], state="sipd_opd", status="dibahas", moved=1)
    await hall.say("Maiwa 1 masuk RKPD", says("keadaan_periksa"))
    await hall.press(words("tombol_sahkan"), says("keadaan_dicatat", nomor="Maiwa 1"))
    await hall.town.hears(mina, says("keadaan_kabar"))
    return mina


@pytest.mark.parametrize(
    ("typed", "outcome", "state"),
    [
        ("salah, Maiwa 1 tidak masuk RKPD, uangnya tidak cukup", "belum", "ditolak"),
        ("Maiwa 1 keliru, seharusnya cadangan", "cadangan", "cadangan"),
    ],
)
async def test_it_stands_so_at_once_and_whoever_was_told_wrong_is_told(
    hall: Meeting, typed: str, outcome: str, state: str
) -> None:
    mina = await _told(hall)
    await hall.say(typed, lambda _: True)
    await hall.say("ya", says("hasil_dibetulkan", nomor="Maiwa 1"))
    assert await hall.town.rows("SELECT state FROM usulan") == [(state,)]
    await hall.town.simulator.move_clock(to=hall.town.simulator.stage.clock.now() + timedelta(minutes=11))
    await hall.town.begin_again()
    await hall.town.hears(mina, says("hasil_kabar", hasil=outcome, pembetulan=True))
