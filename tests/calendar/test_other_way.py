"""A date that is about to move goes the other way in words, by as much and for the same reason."""

import pytest

from bot.simulator.chats import Person
from tests.support.homes import Home
from tests.support.sentences import mentions, says, words

_ASKED, _WHY = says("jadwal_pindahkah"), mentions("form.jadwal_pindah.alasan.tanya")


async def _set(home: Home) -> Person:
    rahman = await home.join("Rahman", "fasilitator_desa", "73.16.03.2007")
    await home.ask(rahman, "musrenbang desa tgl 20 januari jam 9 di kantor desa", mentions("form.jadwal.tinjau"))
    await home.press(rahman, words("tombol.kirim"), says("jadwal_ditetapkan"))
    return rahman


@pytest.mark.parametrize(
    ("first", "typed", "day"),
    [
        ("majukan", "eh bukan majukan, mundurkan", "27 Januari"),
        ("majukan", "mundurkan maksudku", "27 Januari"),
        ("majukan", "salah, harusnya mundur", "27 Januari"),
        ("majukan", "bukan dimajukan", "27 Januari"),
        ("mundurkan", "eh salah, maksudku dimajukan", "13 Januari"),
        ("mundurkan", "maju bukan mundur", "13 Januari"),
        ("mundurkan", "terbalik pak, majukan", "13 Januari"),
        ("mundurkan", "bukan mau mundur, maju", "13 Januari"),
    ],
)
async def test_the_direction_turns_and_the_reason_stays(at_home: Home, first: str, typed: str, day: str) -> None:
    rahman = await _set(at_home)
    await at_home.ask(rahman, f"{first} musrenbang desa seminggu karena panen", _ASKED)
    shown = await at_home.ask(rahman, typed, _ASKED)
    assert day in shown["text"]
    assert "panen" in shown["text"]
    await at_home.ask(rahman, "ya", says("jadwal_dipindah"))
    (found,) = await at_home.town.rows("SELECT starts_at FROM occasions")
    assert int(str(found[0])[8:10]) == int(day.split(maxsplit=1)[0])


async def test_where_it_is_asked_why_the_turn_is_no_reason(at_home: Home) -> None:
    rahman = await _set(at_home)
    await at_home.ask(rahman, "majukan musrenbang desa seminggu", _WHY)
    assert "27 Januari" in (await at_home.ask(rahman, "eh bukan maju, mundur", _WHY))["text"]
    shown = await at_home.ask(rahman, "karena panen", _ASKED)
    assert "27 Januari" in shown["text"]


async def test_where_the_other_side_is_over_the_day_is_asked_for(at_home: Home) -> None:
    rahman = await _set(at_home)
    await at_home.ask(rahman, "mundurkan musrenbang desa 60 hari karena panen", _ASKED)
    await at_home.ask(rahman, "eh terbalik, majukan", mentions("form.jadwal_pindah.waktu.tanya"))


@pytest.mark.parametrize("typed", ["jangan mundur", "tidak jadi mundur"])
async def test_a_no_to_the_move_turns_nothing(at_home: Home, typed: str) -> None:
    rahman = await _set(at_home)
    await at_home.ask(rahman, "mundurkan musrenbang desa seminggu karena panen", _ASKED)
    await at_home.ask(rahman, typed, says("jadwal_tetap"))
