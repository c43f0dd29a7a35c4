"""Guests exchanged and renamed in one line below their list, and results in everyday words, each with its reason."""

import pytest

from tests.support.halls import Meeting
from tests.support.sentences import mentions, says

_GUESTS = "Hasnah kader", "Pak Baso petani", "Bu Murni ketua PKK"


@pytest.mark.parametrize(
    "typed",
    [
        "Pak Baso tdk bisa, ganti Pak Rustam petani juga. Hasnah namanya Hasnawati",
        "pak Baso diganti pak Rustam, Hasnah ditulis Hasnawati",
        "ganti Pak Baso dengan Pak Rustam, nama Hasnah salah yang benar Hasnawati",
    ],
)
@pytest.mark.parametrize("screen", ["/rapat", "siapa saja yang sudah diundang?"])
async def test_an_exchange_and_a_name_in_one_line_are_both_made(hall: Meeting, typed: str, screen: str) -> None:
    await hall.invite(*_GUESTS)
    await hall.say(screen, lambda message: True)
    await hall.say(typed, lambda message: True)
    await hall.town.until("SELECT count(*) FROM invitees WHERE name = 'Hasnawati'", 1)
    guests = {name.lower(): told for name, told in (await hall.guests()).items()}
    assert any(name.startswith("pak rustam") for name in guests)
    assert guests["pak baso"][2] == "replaced"


async def test_a_name_that_was_written_otherwise_is_put_right(hall: Meeting) -> None:
    await hall.invite(*_GUESTS)
    await hall.say("/tugas", lambda message: True)
    await hall.say("Hasnah ditulis Hasnawati", lambda message: True)
    assert "Hasnawati" in await hall.guests()


@pytest.mark.parametrize(
    "typed",
    [
        "hasil musrenbang: Maiwa 1 dan 2 diterima, Maiwa 3 ditunda karena dananya tidak cukup",
        "maiwa 1, 2 lanjut, maiwa 3 cadangan karena dananya tidak cukup",
        "maiwa 1 dan 2 diterima, maiwa 3 ditolak karena bukan kewenangan desa",
    ],
)
async def test_each_result_is_read_with_its_reason(hall: Meeting, typed: str) -> None:
    for number in (1, 2, 3):
        await hall.bring(number)
    await hall.say("/tugas", lambda message: True)
    await hall.say(typed, mentions("hasil_betulkah_banyak"))
    await hall.say("ya", lambda message: True)
    await hall.town.until("SELECT count(*) FROM decisions WHERE outcome = 'lanjut'", 2)
    (rest,) = await hall.town.rows("SELECT reason, note FROM decisions WHERE outcome <> 'lanjut'")
    assert rest.reason or rest.note


async def test_a_reserve_alone_has_its_reason(hall: Meeting) -> None:
    await hall.bring(1)
    await hall.say("/tugas", lambda message: True)
    await hall.say("Maiwa 1 cadangan karena dananya tidak cukup", says("hasil_betulkah", alasan="dananya tidak cukup"))
    await hall.say("ya", lambda message: True)
    await hall.town.until("SELECT count(*) FROM decisions WHERE outcome = 'cadangan'", 1)
    (one,) = await hall.town.rows("SELECT reason, note FROM decisions")
    assert one.reason or one.note
