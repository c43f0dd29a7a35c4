"""A meeting that somebody cancelled is on again: shown with its day, and set after one yes."""

import pytest

from tests.support.homes import Home
from tests.support.sentences import says

_LIVE = "SELECT starts_at FROM occasions WHERE cancelled_at IS NULL"


@pytest.mark.parametrize(
    "typed",
    [
        "hidupkan lagi",
        "eh aktifkan kembali musrenbangnya",
        "tidak jadi batal",
        "adakan lagi rapatnya",
    ],
)
async def test_it_is_shown_with_its_day_and_set_after_a_yes(at_home: Home, typed: str) -> None:
    ratna = await at_home.join("Ratna")
    await at_home.hold()
    await at_home.ask(ratna, "batalkan musrenbang desa karena panen", says("jadwal_batalkah"))
    await at_home.ask(ratna, "ya", says("jadwal_dibatalkan"))
    shown = await at_home.ask(ratna, typed, lambda told: "14 Januari 2027" in told["text"])
    assert "09.00" in shown["text"]
    assert await at_home.town.rows(_LIVE) == []
    await at_home.ask(ratna, "ya", says("jadwal_sekaligus_disimpan"))
    ((starts_at,),) = await at_home.town.rows(_LIVE)
    assert str(starts_at)[:13].replace("T", " ") == "2027-01-14 01"
    assert await at_home.town.rows("SELECT 1 FROM tasks WHERE state = 'open'")


@pytest.mark.parametrize("typed", ["hidupkan lagi", "tidak jadi batal"])
async def test_where_nothing_was_cancelled_nothing_is_offered(at_home: Home, typed: str) -> None:
    ratna = await at_home.join("Ratna")
    await at_home.hold()
    shown = await at_home.ask(ratna, typed, bool)
    assert "14 Januari 2027" not in shown["text"]


@pytest.mark.parametrize("typed", ["lampu jalan tolong hidupkan lagi", "rapat batal, adakan lagi minggu depan saja"])
async def test_what_tells_more_sets_nothing(at_home: Home, typed: str) -> None:
    ratna = await at_home.join("Ratna")
    await at_home.hold()
    await at_home.ask(ratna, "batalkan musrenbang desa karena panen", says("jadwal_batalkah"))
    await at_home.ask(ratna, "ya", says("jadwal_dibatalkan"))
    shown = await at_home.ask(ratna, typed, bool)
    assert "14 Januari 2027" not in shown["text"]
