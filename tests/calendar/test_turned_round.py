"""A sentence that turns round in its middle: what stands behind the turn is right, for the day, the hour and the place;
the rest stays."""

import pytest

from tests.support.homes import Home
from tests.support.sentences import mentions, says, words

_CARD = mentions("form.jadwal.tinjau")


@pytest.mark.parametrize(
    ("typed", "day", "place"),
    [
        ("musrenbang desa tgl 20 januari jam 9 pagi di aula eh bukan di masjid", "20 Januari 2027, 09.00", "masjid"),
        ("musrenbang desa tgl 20 januari jam 9 eh bukan jam 10 di masjid", "20 Januari 2027, 10.00", "masjid"),
        ("musrenbang desa tgl 20 januari eh bukan 21 jam 9 di masjid", "21 Januari 2027, 09.00", "masjid"),
        ("musrenbang desa tgl 20 eh 21 januari jam 9 di masjid", "21 Januari 2027, 09.00", "masjid"),
        ("musrenbang desa 20 januari jam 9 di masjid eh maksudku di aula desa", "20 Januari 2027, 09.00", "aula desa"),
    ],
)
async def test_what_stands_behind_the_turn_is_set(at_home: Home, typed: str, day: str, place: str) -> None:
    rahman = await at_home.join("Rahman", "fasilitator_desa", "73.16.03.2007")
    shown = await at_home.ask(rahman, typed, _CARD)
    assert day in shown["text"]
    await at_home.press(rahman, words("tombol.kirim"), says("jadwal_ditetapkan"))
    assert await at_home.town.rows("SELECT place FROM occasions") == [(place,)]


async def test_on_the_card_it_turns_round_as_well(at_home: Home) -> None:
    rahman = await at_home.join("Rahman", "fasilitator_desa", "73.16.03.2007")
    await at_home.ask(rahman, "musrenbang desa tgl 20 januari jam 9 di kantor desa", _CARD)
    shown = await at_home.ask(rahman, "di aula eh bukan di masjid, jam 10 eh jam 11", _CARD)
    assert "11.00" in shown["text"]
    await at_home.press(rahman, words("tombol.kirim"), says("jadwal_ditetapkan"))
    assert await at_home.town.rows("SELECT place FROM occasions") == [("masjid",)]


async def test_where_its_place_is_asked_it_turns_round_as_well(at_home: Home) -> None:
    rahman = await at_home.join("Rahman", "fasilitator_desa", "73.16.03.2007")
    await at_home.ask(rahman, "musrenbang desa tgl 20 januari jam 9", mentions("form.jadwal.tempat.tanya"))
    await at_home.ask(rahman, "di aula eh bukan di masjid", _CARD)
    await at_home.press(rahman, words("tombol.kirim"), says("jadwal_ditetapkan"))
    assert await at_home.town.rows("SELECT place FROM occasions") == [("masjid",)]
    await at_home.ask(
        rahman, "musrenbang desa mundur ke tgl 22 eh bukan tgl 23 januari karena panen", says("jadwal_pindahkah")
    )
    await at_home.ask(rahman, "ya", says("jadwal_dipindah"))
    (found,) = await at_home.town.rows("SELECT starts_at FROM occasions")
    assert str(found[0])[:13].replace("T", " ") == "2027-01-23 01"
