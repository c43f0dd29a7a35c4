"""The calendar of a whole cycle: every due day, every reminder and every hour of it."""

import random
from datetime import datetime, timedelta

import pytest

from tests.agenda.kabupaten import Kabupaten, kabupaten, local, tell
from tests.agenda.ways import heard
from tests.agenda.year import inhabit, meetings, schedule, stages, villages
from tests.support.town import catalog_of

#: Seconds of civil time within which a reminder's row stands in the outbox.
AT_MOST = 5.0
TEN_WEEKS = (local(2026, 12, 14, 7), local(2027, 2, 22, 7))
CYCLE = (local(2026, 3, 20, 7), local(2027, 12, 20, 7))
#: What has to have happened to tasks, or else nothing was tested.
EVERYTHING = {
    "made",
    "moved",
    "begun",
    "reminded",
    "done",
    "needless",
    "put_off",
    "help",
    "offered",
    "handed",
    "climbed",
}
#: Desa of both calendars and kelurahan, of three kecamatan.
_NEAR = [code for code in villages() if code.startswith(("73.16.01.", "73.16.02.", "73.16.03."))]
_KELURAHAN = [code for code in _NEAR if catalog_of().places.is_kelurahan(code)][:3]
_DESA = [code for code in _NEAR if not catalog_of().places.is_kelurahan(code)][::5][:9]
TWELVE = [_DESA[0], _KELURAHAN[0], _DESA[1], _KELURAHAN[1], _DESA[2], _KELURAHAN[2], *_DESA[3:]]


async def _live(place: Kabupaten, chosen: list[str], begins: datetime, until: datetime, seed: int) -> None:
    chance = random.Random(seed)
    await inhabit(place, chosen, chance)
    schedule(place, [*stages(), *(one for one in meetings(chosen, chance) if one.starts_at > begins - timedelta(100))])
    await place.live(until)


async def _check(place: Kabupaten, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    await place.check_tasks()
    place.check_hours()
    happened = await place.happened()
    often, most = place.check_lateness()
    told = ", ".join(f"{kind} {times}" for kind, times in happened.items())
    tell(
        capsys,
        f"{name}: {place.ticks} ticks, {len(place.told)} told, late by {often:.2f} s (p99), {most:.2f} s; {told}",
    )
    assert set(happened) >= EVERYTHING
    assert most < AT_MOST


@pytest.mark.slow
async def test_ten_weeks_of_twelve_villages(database_url: str, capsys: pytest.CaptureFixture[str]) -> None:
    begins, until = TEN_WEEKS
    async with kabupaten(database_url, begins, heard) as place:
        await _live(place, TWELVE, begins, until, 12)
        await _check(place, "ten weeks", capsys)


@pytest.mark.soak
@pytest.mark.timeout(1200)
async def test_a_whole_cycle_of_all_villages(database_url: str, capsys: pytest.CaptureFixture[str]) -> None:
    begins, until = CYCLE
    async with kabupaten(database_url, begins, heard) as place:
        await _live(place, villages(), begins, until, 129)
        await _check(place, "a cycle", capsys)
