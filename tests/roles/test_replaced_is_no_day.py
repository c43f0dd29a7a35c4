"""What is to be another day, hour or place is a meeting's, and no role changes hands."""

import pytest

from tests.roles.conftest import Office
from tests.support.calendar import DESA, MORNING
from tests.support.client import words_of
from tests.support.sentences import mentions, says, words

HANDED = "Betul diserahkan"


@pytest.mark.parametrize(
    "typed",
    [
        "maksud sy diganti harinya pak, jumat 15 januari jam 2 siang, tempatnya di masjid raya",
        "sy diganti harinya, jumat 15 januari jam 2 siang",
        "maksud saya diganti harinya jadi jumat 15 januari jam 2 siang",
        "saya minta ganti hari rapatnya pak, jumat 15 januari jam 2 siang",
    ],
)
async def test_another_day_hands_nothing_over(office: Office, typed: str) -> None:
    await office.town.simulator.move_clock(to=MORNING)
    owner = await office.join("Rahman", "fasilitator_desa", DESA)
    await office.ask(owner, "/jadwal musrenbang 14/1/27 jam 9", "Di mana tempatnya?")
    await office.press(owner, words("tombol.lewati"), "baca dulu")
    await office.press(owner, words("tombol.kirim"), says("jadwal_ditetapkan", jumlah=True))
    shown = await office.ask(owner, typed, "Jumat, 15 Januari 2027, 14.00")
    assert HANDED not in words_of(shown)


async def test_a_person_still_follows(office: Office) -> None:
    owner = await office.join("Rahman", "fasilitator_desa", DESA)
    shown = await office.ask(owner, "saya diganti ibu Salma", mentions("ingatan_desa"))
    assert "Ibu Salma" in words_of(shown)
