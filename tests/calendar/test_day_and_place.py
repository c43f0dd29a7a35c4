"""Another day and another place in one sentence: the day moves after its yes, the place is asked about behind it, and
neither is the reason."""

import pytest

from bot.simulator.chats import Person
from tests.roles.conftest import Office
from tests.support.calendar import DESA, set_date
from tests.support.client import words_of
from tests.support.sentences import mentions, says, words

WHY = mentions("form.jadwal_pindah.alasan.tanya")
_STANDS = "SELECT place, moves FROM occasions"


async def _owner(office: Office) -> Person:
    owner = await office.join("Rahman", "fasilitator_desa", DESA)
    await set_date(office, owner)  # a Thursday, 14 January 2027
    return owner


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("kades minta musrenbangnya hari jumat saja tgl 15 jam 2 siang di masjid raya", "Alasan: kades minta\n"),
        ("camat minta musrenbangnya jumat saja tgl 15 jam 2 siang", "Alasan: camat minta\n"),
    ],
)
async def test_who_asks_for_it_is_the_reason(office: Office, typed: str, why: str) -> None:
    owner = await _owner(office)
    shown = await office.ask(owner, typed, says("jadwal_pindahkah"))
    assert why in words_of(shown)
    assert "Jumat, 15 Januari 2027, 14.00" in words_of(shown)


async def test_the_place_is_asked_about_when_the_day_has_moved(office: Office) -> None:
    owner = await _owner(office)
    typed = "maksud sy diganti harinya pak, jumat 15 januari jam 2 siang, tempatnya di masjid raya"
    await office.ask(owner, typed, WHY)
    shown = await office.ask(owner, "kades ada acara", says("jadwal_pindahkah"))
    assert "masjid raya" in words_of(shown)
    assert [tuple(row) for row in await office.town.rows(_STANDS)] == [("", 0)]
    asked = await office.press(owner, words("tombol_jadwal_pindahkan"), says("jadwal_tempatkah"))
    assert "masjid raya" in words_of(asked)
    assert [tuple(row) for row in await office.town.rows(_STANDS)] == [("", 1)]
    await office.press(owner, words("tombol_jadwal_tempat"), "sudah diganti")
    assert [tuple(row) for row in await office.town.rows(_STANDS)] == [("masjid raya", 1)]
