"""Dates whose meeting is named behind them, one day of several places, and what holds for one alone."""

import pytest

from tests.support.homes import Home
from tests.support.kabupaten import KABUPATEN
from tests.support.sentences import mentions

_SHOWN = mentions("jadwal_sekaligus", jumlah=3)
_FOUR = "musrenbang kecamatan maiwa 9 februari, enrekang 10 februari, baraka 11 februari, alla 12 februari jam 9"


@pytest.mark.parametrize(
    ("typed", "lines"),
    [
        ("9/2 Maiwa, 10/2 Enrekang, 11/2 Baraka musrenbang kecamatan jam 9", "09.00 09.00 09.00"),
        ("Maiwa 9 feb, Enrekang 10 feb musrenbang kecamatan, Baraka 11 feb semua jam 9", "09.00 09.00 09.00"),
        ("maiwa 9 februari enrekang 10 februari baraka 11 februari musrenbang kecamatan jam 9", "09.00 09.00 09.00"),
        ("tgl 9 februari maiwa, 10 enrekang, 11 baraka musrenbangcam jam 9", "09.00 09.00 09.00"),
        (
            "maiwa 9 feb, enrekang 10 feb, baraka 11 feb musrenbang kec semua jam 9 kecuali enrekang jam 1 siang",
            "09.00 13.00 09.00",
        ),
        ("maiwa 9/2 jam 9, enrekang 10/2 jam 1 siang dan baraka 11/2 jam 9, musrenbang kecamatan", "09.00 13.00 09.00"),
    ],
)
async def test_what_they_are_called_may_stand_behind_them(at_home: Home, typed: str, lines: str) -> None:
    ratna = await at_home.join("Ratna", "bappeda", KABUPATEN)
    text = (await at_home.ask(ratna, typed, _SHOWN))["text"]
    days = zip(("Maiwa: Selasa, 9", "Enrekang: Rabu, 10", "Baraka: Kamis, 11"), lines.split(), strict=True)
    assert all(f"{day} Februari 2027, {hour} WITA" in text for day, hour in days), text


@pytest.mark.parametrize("separator", [": ", " "])
async def test_one_day_may_have_several_places_with_an_hour_of_their_own(at_home: Home, separator: str) -> None:
    ratna = await at_home.join("Ratna", "bappeda", KABUPATEN)
    typed = f"musrenbang kecamatan 9 februari{separator}baraka jam 1 siang dan maiwa jam 9 di aula"
    text = (await at_home.ask(ratna, typed, mentions("jadwal_sekaligus", jumlah=2)))["text"]
    assert "Baraka: Selasa, 9 Februari 2027, 13.00 WITA\n" in text
    assert "Maiwa: Selasa, 9 Februari 2027, 09.00 WITA, di aula" in text


async def test_what_is_said_of_a_place_that_is_not_among_them_is_said_of_no_other(at_home: Home) -> None:
    ratna = await at_home.join("Ratna", "bappeda", KABUPATEN)
    await at_home.ask(ratna, _FOUR, mentions("jadwal_sekaligus", jumlah=4))
    text = (await at_home.ask(ratna, "curio jam 1 siang dan maiwa di aula", mentions("jadwal_sekaligus", jumlah=4)))[
        "text"
    ]
    assert "Maiwa: Selasa, 9 Februari 2027, 09.00 WITA, di aula" in text
    assert "13.00" not in text
    assert "curio jam 1 siang" in text
