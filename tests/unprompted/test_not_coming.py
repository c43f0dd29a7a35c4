"""Somebody with work here says that they cannot come: nothing is set or announced, and they hear what they can do."""

import pytest

from bot.work.access import FASILITATOR_DESA, OPERATOR
from tests.support.homes import Home
from tests.support.sentences import says


@pytest.mark.parametrize("typed", ["tidak bisa saya hadir besok", "besok sy tdk bisa hadir rapat"])
@pytest.mark.parametrize(("role", "moves"), [(FASILITATOR_DESA, True), (OPERATOR, False)])
async def test_whoever_cannot_come_sets_no_date_and_announces_nothing(
    at_home: Home, typed: str, role: str, *, moves: bool
) -> None:
    await at_home.hold()
    somebody = await at_home.join("Rahman", role)
    await at_home.ask(somebody, typed, says("tidak_bisa_hadir", nama=True, pindah=moves))
    assert await at_home.town.rows("SELECT flow FROM conversations") == []


async def test_where_nothing_is_planned_nothing_is_named(at_home: Home) -> None:
    rahman = await at_home.join("Rahman")
    await at_home.ask(rahman, "besok sy tdk bisa hadir rapat", says("tidak_bisa_hadir", nama=""))
