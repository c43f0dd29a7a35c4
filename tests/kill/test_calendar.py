"""Killed again and again while tasks fall due, people answer and letters leave: the same ledger as without."""

import random
import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from tests.kill.calendar import Keeper, Ledger, differences, ledger, prepare, walk
from tests.kill.conftest import MORNING, on_that_morning
from tests.kill.ledger import check_letters, outbox, repeats
from tests.kill.test_kill import POINTS
from tests.support.kabupaten import tell
from tests.support.nursery import Nursery
from tests.support.town import Town

pytestmark = [pytest.mark.slow, pytest.mark.timeout(400)]

KILLS = 25
#: Eight days: three daily lists a village, a Monday's page, and what begins to climb.
UNTIL = MORNING + timedelta(days=8)
_BESIDE = [point for point in POINTS if point.startswith(("ticker.", "sender."))]
_ANSWERING = [point for point in POINTS if point.startswith(("worker.", "intake.")) and point != "worker.begun"]
_quiet: Ledger = Ledger()


def deaths_of(seed: int, many: int) -> list[str | float]:
    """At named points and at any moment; never twice in a row while an update is answered, which would rightly be
    blamed on the update."""
    chance = random.Random(seed)
    deaths: list[str | float] = []
    for number in range(many):
        if chance.random() < 0.4:
            deaths.append(chance.uniform(0.2, 2.5))
        elif number % 2:
            deaths.append(f"{chance.choice(_ANSWERING)}:{chance.randint(1, 2)}")
        else:
            deaths.append(f"{chance.choice(_BESIDE)}:{chance.randint(1, 3)}")
    return deaths


@pytest.fixture
async def quiet(sqlite_template: Path, tmp_path: Path) -> Ledger:
    """What happens when nobody kills anybody; found out once a test process."""
    if not _quiet:
        file = shutil.copy(sqlite_template, tmp_path / "quiet.db")
        async with on_that_morning(f"sqlite+aiosqlite:///{file}", tmp_path / "quiet") as place:
            people = await prepare(place)
            await place.start()
            await walk(place, people, UNTIL)
            _quiet.update(await ledger(place))
    assert {"reminded", "done", "put_off"} <= {kind for kind, *_ in _quiet}
    return _quiet


async def test_killed_at_25_moments_the_ledger_is_the_same(
    street: Town, bots: Nursery, quiet: Ledger, capsys: pytest.CaptureFixture[str]
) -> None:
    people = await prepare(street)
    keeper = Keeper(street, bots, deaths_of(2027, KILLS))
    await walk(street, people, UNTIL, keeper.watch)
    landed = keeper.crime.kills
    await keeper.finish()
    assert keeper.crime.kills == KILLS
    parked = await street.rows("SELECT outcome, error, starts, tries FROM inbox WHERE outcome <> 'done'")
    assert not parked, parked
    assert not (found := differences(await ledger(street), quiet)), found
    letters = [row for row in await outbox(street) if row.method != "setMyCommands"]  # a menu is no letter
    check_letters(street, people, letters, keeper.crime)
    doubtful = sum(letter.uncertain for letter in letters)
    tell(
        capsys,
        f"{KILLS} kills, {landed} of them while something was due: {keeper.crime.in_flight} letters were on their way,"
        f" {doubtful} of {len(letters)} marked uncertain, {repeats(street, people, letters)} came twice",
    )


async def test_three_processes_leave_the_ledger_of_one(postgres_street: Town, bots: Nursery, quiet: Ledger) -> None:
    people = await prepare(postgres_street)
    for _ in range(3):
        await bots.start(postgres_street.environment())
    await walk(postgres_street, people, UNTIL, pause=1.5)  # whoever answers may not be the one who told
    assert not (found := differences(await ledger(postgres_street), quiet)), found
