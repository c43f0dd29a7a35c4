"""What nobody reads is due: named again to its reader, then to the kecamatan, then to the office."""

from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bot.simulator.chats import Person
from tests.reading.conftest import KABUPATEN, KECAMATAN, Village
from tests.support.calendar import MORNING
from tests.support.sentences import Said, says, words
from tests.support.town import town

#: Working days after a Monday morning, at the hour of the lists.
THIRD, FIFTH, EIGHTH = (MORNING.replace(hour=7, minute=31) + timedelta(days=days) for days in (3, 7, 10))


@pytest.fixture
async def monday(database_url: str, tmp_path: Path) -> AsyncIterator[Village]:
    """A village on a Monday morning."""
    async with town(database_url, tmp_path, started=False) as place:
        await place.simulator.move_clock(to=MORNING)
        await place.start()
        yield Village(place)


#: One's own to read; what others have not read.
OWN, OTHERS = says("usulan_menunggu", jumlah="1"), says("usulan_menunggu", desa=True)


async def _heard(village: Village, person: Person, at: datetime, said: Said) -> str:
    await village.town.simulator.move_clock(to=at)
    return str((await village.hears(person, said))["text"])


def _silent(village: Village, person: Person) -> bool:
    told = [one.get("text", "") for one in village.town.simulator.messages(person)]
    return not any(text in said for text in told for said in (OWN, OTHERS))


async def test_it_is_named_to_its_reader_then_to_the_kecamatan_then_to_the_office(monday: Village) -> None:
    rahman = await monday.join("Rahman", "fasilitator_desa")
    amir = await monday.join("Amir", "fasilitator_kecamatan", KECAMATAN)
    hasnah = await monday.join("Hasnah", "bappeda", KABUPATEN)
    await monday.bring(choice=True)
    text = await _heard(monday, rahman, THIRD, OWN)
    assert "Maiwa 1" in text
    assert _silent(monday, amir)
    assert "Pattondon Salu: 1" in await _heard(monday, amir, FIFTH, OTHERS)
    assert _silent(monday, hasnah)
    assert "Pattondon Salu: 1" in await _heard(monday, hasnah, EIGHTH, OTHERS)
    shown = await monday.ask(hasnah, "/kesiapan", says("kesiapan_ringkas", belum_dibaca=True))
    assert words("kesiapan_belum_dibaca", jumlah=1, lama=3, nama="Pattondon Salu (Maiwa)", di_sana=1) in shown["text"]


async def test_where_nobody_reads_the_office_is_named_first(monday: Village) -> None:
    hasnah = await monday.join("Hasnah", "bappeda", KABUPATEN)
    await monday.bring()
    assert "Maiwa 1" in await _heard(monday, hasnah, THIRD, OWN)


async def test_what_was_read_climbs_to_nobody(monday: Village) -> None:
    rahman = await monday.join("Rahman", "fasilitator_desa")
    amir = await monday.join("Amir", "fasilitator_kecamatan", KECAMATAN)
    await monday.bring(choice=True)
    await _heard(monday, rahman, THIRD, OWN)
    await monday.press(rahman, words("tombol_menunggu_baca"), STORY_BEGINS)
    await monday.press(rahman, words("tombol_sudah_baca"), says("baca_dicatat"))
    await monday.town.simulator.move_clock(to=EIGHTH)
    await monday.town.until("SELECT count(*) FROM usulan WHERE unread_at IS NOT NULL", 0)
    await monday.ask(amir, "/periksa", says("periksa_kosong_saya"))
    assert _silent(monday, amir)


STORY_BEGINS = "Mata air jauh"
