"""What the README tells a newcomer to try is what happens: a date, its tasks, a reminder."""

import re
from datetime import timedelta
from pathlib import Path

import pytest

from bot.simulator.story import Wanted
from bot.store.database.database import Database
from bot.work.access import BAPPEDA, FASILITATOR_DESA
from tests.roles.conftest import Office
from tests.support.calendar import DESA, MORNING
from tests.support.client import PATIENCE, words_of
from tests.support.desk import Desk
from tests.support.sentences import mentions, says


def _story() -> tuple[str, list[str]]:
    """The command with which it begins, and the buttons after it."""
    text = " ".join(Path("README.md").read_text(encoding="utf-8").split())
    told = re.search(r"with `(/jadwal [^`]+)` \(then ([^)]+)\)", text)
    assert told is not None
    return told[1], re.findall(r"\*([^*]+)\*", told[2])


async def test_a_newcomer_meets_a_date_its_tasks_and_a_reminder(any_office: Office) -> None:
    office, (command, buttons) = any_office, _story()
    rahman, hasnah = await office.join("Rahman", FASILITATOR_DESA, DESA), await office.join("Hasnah", BAPPEDA)
    await office.ask(rahman, command, mentions("form.jadwal.tempat.tanya"))
    answers: tuple[Wanted, Wanted] = ("baca dulu", says("jadwal_ditetapkan", jumlah=True))
    for button, answer in zip(buttons, answers, strict=True):
        await office.press(rahman, button, answer)
    await office.ask(
        rahman, "/tugas", says("tugas_daftar_saya", tugas=[{"bagian": "minggu_ini", "loop": {"first": True}}])
    )
    await office.town.simulator.move_clock(by=timedelta(days=2).total_seconds())
    reminder = await office.town.simulator.wait_for(rahman, says("tugas_ingat"), timeout=PATIENCE)
    assert "musrenbang desa" in words_of(reminder).lower()
    await office.ask(hasnah, "/kesiapan", says("kesiapan_ringkas"))


@pytest.mark.parametrize("weekday", range(7))
@pytest.mark.parametrize("hour", [9, 22])
async def test_whenever_they_begin_the_reminder_comes_within_four_days(
    sqlite_url: str, weekday: int, hour: int
) -> None:
    """By pressing *+1 hari* up to four times, and in the night *+1 jam* until it is morning."""
    desk = Desk(Database(sqlite_url))
    now = MORNING.replace(hour=hour) + timedelta(days=weekday)
    rahman = await desk.join("Rahman")
    await desk.hold(at=now + timedelta(days=10), now=now)
    for days in range(1, 5):
        await desk.tick(now + timedelta(days=days))
    if hour == 22:
        assert await desk.told(rahman) == []
        await desk.tick(now + timedelta(days=4, hours=8))
    assert (await desk.told(rahman))[0]["text"] in says("tugas_ingat")
    await desk.database.close()
