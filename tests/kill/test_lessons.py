"""Killed again and again while lessons come and questions are answered: the same ledger as without."""

import shutil
from collections import Counter
from datetime import timedelta
from pathlib import Path

import pytest

from tests.kill.calendar import Keeper, Ledger, differences, walk
from tests.kill.conftest import MORNING, on_that_morning
from tests.kill.ledger import check_letters, outbox, repeats
from tests.kill.lessons import enrol, lessons_ledger, study
from tests.kill.test_calendar import deaths_of
from tests.support.kabupaten import tell
from tests.support.nursery import Nursery
from tests.support.town import Town

pytestmark = [pytest.mark.slow, pytest.mark.timeout(900)]

SHORT, LONG = (8, timedelta(days=4)), (25, timedelta(days=10))
_quiet: dict[timedelta, Ledger] = {}


async def _without(template: Path, folder: Path, span: timedelta) -> Ledger:
    """What happens when nobody kills anybody; found out once a test process."""
    if span not in _quiet:
        file = shutil.copy(template, folder / "quiet.db")
        async with on_that_morning(f"sqlite+aiosqlite:///{file}", folder / "quiet") as place:
            people = await enrol(place)
            await place.start()
            await walk(place, people, MORNING + span, reply=study)
            _quiet[span] = await lessons_ledger(place)
    return _quiet[span]


async def _killed(
    street: Town, bots: Nursery, quiet: Ledger, kills: int, span: timedelta, capsys: pytest.CaptureFixture[str]
) -> None:
    what = Counter(kind for kind, *_ in quiet)
    assert min(what["lesson"], what["graded"], what["card"]) > 0
    people = await enrol(street)
    keeper = Keeper(street, bots, deaths_of(kills, kills))
    await walk(street, people, MORNING + span, keeper.watch, reply=study)
    landed = keeper.crime.kills
    await keeper.finish()
    assert keeper.crime.kills == kills
    parked = await street.rows("SELECT outcome, error, starts, tries FROM inbox WHERE outcome <> 'done'")
    assert not parked, parked
    assert not (found := differences(await lessons_ledger(street), quiet)), found
    letters = [row for row in await outbox(street) if row.method != "setMyCommands"]  # a menu is no letter
    check_letters(street, people, letters, keeper.crime)
    tell(
        capsys,
        f"{kills} kills, {landed} of them while people learned: {dict(what)} the same as without;"
        f" {keeper.crime.in_flight} letters were on their way, {repeats(street, people, letters)} came twice",
    )


async def test_killed_at_eight_moments_everybody_has_learned_the_same(
    street: Town, bots: Nursery, sqlite_template: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kills, span = SHORT
    await _killed(street, bots, await _without(sqlite_template, tmp_path, span), kills, span, capsys)


@pytest.mark.soak
async def test_killed_at_25_moments_everybody_has_learned_the_same(
    street: Town, bots: Nursery, sqlite_template: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kills, span = LONG
    await _killed(street, bots, await _without(sqlite_template, tmp_path, span), kills, span, capsys)
