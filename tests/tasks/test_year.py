"""The calendar of a whole cycle: every due day, every reminder and every hour of it."""

import random
from datetime import datetime, timedelta
from time import perf_counter

import pytest

from tests.support.kabupaten import Kabupaten, kabupaten, local, tell
from tests.support.town import catalog_of
from tests.support.ways import heard
from tests.support.witness import p99
from tests.support.year import inhabit, meetings, schedule, stages, villages

#: Seconds of civil time within which a reminder's row stands in the outbox.
AT_MOST = 5.0
TEN_WEEKS = (local(2026, 12, 14, 7), local(2027, 2, 22, 7))
CYCLE = (local(2026, 3, 20, 7), local(2027, 12, 20, 7))
#: When SIPD opened: the ten weeks are of a year in which the office was late with it.
LATE, IN_TIME = local(2027, 1, 25), local(2026, 10, 15)
#: What has to have happened to tasks, or else nothing was tested.
EVERYTHING = {
    *("made", "moved", "begun", "reminded", "done", "needless", "put_off", "help", "cancelled"),
    *("offered", "handed", "refused", "taken", "settled", "climbed", "told", "owed", "lapsed"),
}
#: Desa of both calendars and kelurahan, of three kecamatan.
_NEAR = [code for code in villages() if code.startswith(("73.16.01.", "73.16.02.", "73.16.03."))]
_KELURAHAN = [code for code in _NEAR if catalog_of().places.is_kelurahan(code)][:3]
_DESA = [code for code in _NEAR if not catalog_of().places.is_kelurahan(code)][::5][:9]
TWELVE = [_DESA[0], _KELURAHAN[0], _DESA[1], _KELURAHAN[1], _DESA[2], _KELURAHAN[2], *_DESA[3:]]


async def _live(
    place: Kabupaten, chosen: list[str], begins: datetime, until: datetime, sipd: datetime, seed: int
) -> None:
    chance = random.Random(seed)
    await inhabit(place, chosen, chance)
    meant = [one for one in meetings(chosen, chance) if one.starts_at > begins - timedelta(days=100)]
    schedule(place, [*stages(sipd), *meant])
    day = begins
    while (day := day + timedelta(days=7, hours=5)) < until:
        place.at(day, place.witness.check_tasks)
    await place.live(until)


async def _check(place: Kabupaten, name: str, began: float, capsys: pytest.CaptureFixture[str]) -> None:
    seen = place.witness
    await seen.check_tasks()
    seen.check_hours()
    happened = await seen.happened()
    told = ", ".join(f"{kind} {times}" for kind, times in happened.items())
    tell(
        capsys,
        f"{name} in {(perf_counter() - began) / 60:.1f} minutes: {seen.ticks} ticks, {len(seen.told)} rows told,"
        f" {len(seen.reminded)} reminders in the outbox after {p99(seen.reminded):.2f} s (p99), at most"
        f" {max(seen.reminded):.2f} s; all that is due after {p99(seen.late):.2f} s, at most {max(seen.late):.2f} s;"
        f" called late {seen.called_late} times; {told}",
    )
    assert set(happened) >= EVERYTHING
    assert seen.called_late > 0
    assert max(*seen.reminded, *seen.late) < AT_MOST


@pytest.mark.slow
async def test_ten_weeks_of_twelve_villages(database_url: str, capsys: pytest.CaptureFixture[str]) -> None:
    begins, until = TEN_WEEKS
    began = perf_counter()
    async with kabupaten(database_url, begins, heard) as place:
        await _live(place, TWELVE, begins, until, LATE, 12)
        await _check(place, "ten weeks", began, capsys)


@pytest.mark.soak
@pytest.mark.timeout(1200)
async def test_a_whole_cycle_of_all_villages(database_url: str, capsys: pytest.CaptureFixture[str]) -> None:
    begins, until = CYCLE
    began = perf_counter()
    async with kabupaten(database_url, begins, heard) as place:
        await _live(place, villages(), begins, until, IN_TIME, 129)
        await _check(place, "a cycle", began, capsys)
