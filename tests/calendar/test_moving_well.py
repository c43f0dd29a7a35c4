"""What the form of a move asks and says before the yes: days from the meeting, the hour, why, what moves along."""

import pytest

from bot.simulator.chats import Person
from bot.simulator.keyboards import buttons_of
from tests.roles.conftest import Office
from tests.support.calendar import DESA, KECAMATAN, set_date
from tests.support.sentences import mentions, says, words

WHY = mentions("form.jadwal_pindah.alasan.tanya")


async def _to_move(office: Office, person: Person) -> None:
    seen = await office.ask(person, "/jadwal", says("jadwal_daftar", acara=True))
    await office.press(person, buttons_of(seen["reply_markup"])[0]["text"], "Desa Pattondon Salu")
    await office.press(person, words("tombol_jadwal_pindah"), "Pindah ke hari apa")


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2 minggu lagi", "Kamis, 28 Januari 2027, 09.00"),
        ("seminggu kemudian", "Kamis, 21 Januari 2027, 09.00"),
        ("3 hari lagi jam 10", "Minggu, 17 Januari 2027, 10.00"),
        ("2 minggu dari sekarang", "Senin, 16 November 2026, 09.00"),
        ("25/1/27", "Senin, 25 Januari 2027, 09.00"),
        ("maju sehari", "Rabu, 13 Januari 2027, 09.00"),
    ],
)
async def test_days_count_from_the_meeting_and_a_bare_day_keeps_the_hour(office: Office, typed: str, day: str) -> None:
    owner = await office.join("Rahman", "fasilitator_desa", DESA)
    await set_date(office, owner)
    await _to_move(office, owner)
    asked = await office.ask(owner, typed, WHY)
    assert day in asked["text"]


async def test_earlier_is_said_and_so_is_how_many_tasks_move(office: Office) -> None:
    owner = await office.join("Rahman", "fasilitator_desa", DESA)
    await set_date(office, owner)
    await _to_move(office, owner)
    await office.ask(owner, "25/1/27", WHY)
    later = (await office.press(owner, words("tombol.lewati"), says("jadwal_pindahkah")))["text"]
    assert later in says("jadwal_pindahkah", maju=False, beda=11)
    moved = (await office.press(owner, words("tombol_jadwal_pindahkan"), says("jadwal_dipindah", jumlah=True)))["text"]
    said = int(later.partition(" tugas ikut bergeser")[0].split()[-1])
    assert moved in says("jadwal_dipindah", jumlah=said)
    await _to_move(office, owner)
    await office.ask(owner, "15/11/26", WHY)
    sooner = (await office.press(owner, words("tombol.lewati"), says("jadwal_pindahkah")))["text"]
    assert sooner in says("jadwal_pindahkah", maju=True, beda=71)


async def test_why_reaches_everybody_concerned(any_office: Office) -> None:
    office = any_office
    owner = await office.join("Rahman", "fasilitator_desa", DESA)
    mover = await office.join("Ani", "fasilitator_kecamatan", KECAMATAN)
    await set_date(office, owner)
    await _to_move(office, mover)
    await office.ask(mover, "mundur seminggu", WHY)
    await office.ask(mover, "Jalan <putus>", says("jadwal_pindahkah", alasan="Jalan <putus>"))
    await office.press(mover, words("tombol_jadwal_pindahkan"), says("jadwal_dipindah", alasan="Jalan <putus>"))
    told = await office.hears(owner, says("jadwal_kabar_pindah", nama="Musrenbang desa"))
    assert told["text"] in says("jadwal_kabar_pindah", alasan="Jalan <putus>")


async def test_a_reason_for_another_day_is_not_told_of_this_one(office: Office) -> None:
    owner = await office.join("Rahman", "fasilitator_desa", DESA)
    await set_date(office, owner)
    await _to_move(office, owner)
    await office.ask(owner, "mundur seminggu", WHY)
    await office.ask(owner, "Jalan putus", says("jadwal_pindahkah", alasan="Jalan putus"))
    await office.press(owner, words("tombol_jadwal_hari_lain"), "Pindah ke hari apa")
    await office.ask(owner, "mundur 2 minggu", WHY)
    await office.press(owner, words("tombol.lewati"), says("jadwal_pindahkah"))
    told = await office.press(owner, words("tombol_jadwal_pindahkan"), says("jadwal_dipindah"))
    assert "Jalan putus" not in told["text"]
