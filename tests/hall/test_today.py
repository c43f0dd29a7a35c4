"""On the day of a meeting words find it, whatever stands there; and what it decides is said where it is asked."""

import pytest

from tests.support.halls import Meeting, hold
from tests.support.sentences import says, words


async def test_how_many_came_is_taken_without_any_screen(hall: Meeting) -> None:
    await hall.say("yg hadir 12 perempuan 22 laki2", says("rapat_hadir", perempuan=12, laki=22))
    counted = await hall.town.rows("SELECT women, men FROM attendance WHERE occasion_id = :o", o=hall.occasion.id)
    assert [tuple(row) for row in counted] == [(12, 22)]


async def test_of_several_meetings_it_is_asked_which(hall: Meeting) -> None:
    await hold(hall.town, kind="musdes", hours=3)
    shown = await hall.say("yg hadir 12 perempuan 22 laki2", says("rapat_hadir_yang_mana"))
    assert len(shown["reply_markup"]["inline_keyboard"]) == 2
    assert not await hall.town.rows("SELECT 1 FROM attendance WHERE women IS NOT NULL")


async def test_its_screens_are_opened_by_their_words(hall: Meeting) -> None:
    await hall.bring(1)
    shown = await hall.say("catat hasil", says("hasil_tanya"))
    assert shown["reply_markup"]
    await hall.say("/tugas", lambda message: True)
    await hall.say("ubah satu hasil", says("hasil_belum_ada_usulan"))


async def test_results_are_said_where_they_are_asked(hall: Meeting) -> None:
    for number in (1, 2, 3):
        await hall.bring(number)
    await hall.open()
    await hall.press(words("rapat_tombol_hasil"), says("hasil_tanya", ke=1))
    await hall.say("1 diterima", says("hasil_tanya", ke=2))
    await hall.say("lanjut", says("hasil_tanya", ke=3))
    await hall.say("maiwa 2 diterima", says("hasil_betulkah", nomor="Maiwa 2"))
    await hall.press(words("hasil_tombol_lain_hasil"), says("hasil_tanya", ke=2))
    await hall.say("cadangan", says("hasil_tanya", ke=3))
    await hall.say("ditolak", says("hasil_sebab_mana"))
    found = await hall.town.rows("SELECT outcome FROM decisions ORDER BY usulan_id")
    assert [row[0] for row in found] == ["lanjut", "cadangan"]


@pytest.mark.parametrize(
    ("typed", "outcomes"),
    [
        ("hasil Maiwa 1 masuk du-rkp", ["lanjut"]),
        ("hasil Maiwa 1 diteruskan ke kabupaten", ["lanjut"]),
        ("hasil maiwa 1 dan 2 masuk rkp desa", ["desa", "desa"]),
        ("Maiwa 1 masuk du-rkp, Maiwa 2 belum karena dana tidak cukup", ["lanjut", "belum"]),
        ("maiwa 1 naik ke kecamatan, maiwa 2 belum masuk rkpdes karena dana tidak cukup", ["lanjut", "belum"]),
    ],
)
async def test_where_it_is_brought_to_is_a_result(hall: Meeting, typed: str, outcomes: list[str]) -> None:
    await hall.bring(1)
    await hall.bring(2)
    await hall.say("/tugas", lambda message: True)
    await hall.say(typed, says("hasil_betulkah" if len(outcomes) == 1 else "hasil_betulkah_banyak"))
    await hall.press(words("hasil_tombol_ya"), says("hasil_tanya" if len(outcomes) == 1 else "hasil_semua_dicatat"))
    found = await hall.town.rows("SELECT outcome, reason FROM decisions ORDER BY usulan_id")
    assert [tuple(row) for row in found] == [(one, "R07" if one == "belum" else None) for one in outcomes]


async def test_what_did_not_get_in_is_told_with_its_reason(hall: Meeting) -> None:
    await hall.bring(1)
    await hall.bring(2)
    await hall.say("hasil Maiwa 2 tidak masuk, dananya tidak cukup", says("hasil_betulkah", nomor="Maiwa 2"))
    await hall.press(words("hasil_tombol_ya"), says("hasil_tanya", ke=1))
    found = await hall.town.rows("SELECT outcome, reason, note FROM decisions")
    assert [tuple(row) for row in found] == [("belum", "R07", None)]
