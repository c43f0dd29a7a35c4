"""Moving a meeting in words: of two days it is asked which, another day is no reason, and what is left alone is asked
after."""

import pytest

from bot.simulator.chats import Person
from tests.roles.conftest import Office
from tests.support.calendar import DESA, set_date
from tests.support.sentences import mentions, says, words

WHY = mentions("form.jadwal_pindah.alasan.tanya")
DAY = mentions("form.jadwal_pindah.waktu.tanya")


async def _owner(office: Office) -> Person:
    owner = await office.join("Rahman", "fasilitator_desa", DESA)
    await set_date(office, owner)  # a Thursday, 14 January 2027
    return owner


async def test_of_two_fridays_it_is_asked_which(office: Office) -> None:
    owner = await _owner(office)
    asked = await office.ask(owner, "rapatnya pindah jumat", mentions("pengertian.maksudnya"))
    labels = [row[0]["text"] for row in asked["reply_markup"]["inline_keyboard"]]
    assert "Jumat, 15 Januari 2027, 09.00" in labels
    assert len([label for label in labels if label.startswith("Jumat")]) == 2
    await office.press(owner, "Jumat, 15 Januari 2027, 09.00", WHY)


@pytest.mark.parametrize(
    "typed",
    ["tidak jadi kamis, tanggal 22 januari saja", "eh bukan, 22 januari", "22/1/27", "jumat tgl 22 januari saja"],
)
async def test_another_day_is_no_reason(office: Office, typed: str) -> None:
    owner = await _owner(office)
    await office.ask(owner, "rapatnya mundur seminggu", WHY)
    asked = await office.ask(owner, typed, WHY)
    assert "Jumat, 22 Januari 2027, 09.00" in asked["text"]
    await office.ask(owner, "jalan putus, kamis ada pesta adat", says("jadwal_pindahkah"))


async def test_next_week_is_asked_about_and_the_same_weekday_is_offered(office: Office) -> None:
    owner = await _owner(office)
    await office.ask(owner, "rapatnya mundur dua minggu", WHY)
    asked = await office.ask(owner, "tidak jadi, minggu depan saja", mentions("pengertian.hari_minggu"))
    labels = [row[0]["text"] for row in asked["reply_markup"]["inline_keyboard"]]
    assert "Kamis, 21 Januari 2027, 09.00" in labels


async def test_a_move_left_alone_is_asked_after(office: Office) -> None:
    owner = await _owner(office)
    await office.ask(owner, "rapatnya mundur seminggu", WHY)
    await office.town.simulator.move_clock(by=26 * 3600)
    await office.hears(owner, mentions("ingat_isian"))


@pytest.mark.parametrize(
    ("first", "typed", "to"),
    [
        (
            "rapatnya mundur seminggu",
            "jamnya jadi jam 2 siang saja, pagi orang masih di sawah",
            "Kamis, 21 Januari 2027, 14.00",
        ),
        ("rapatnya dipindah", "jam 2 siang saja, pagi orang masih di sawah", "Kamis, 14 Januari 2027, 14.00"),
        ("hai", "pindah rapatnya ke kamis depannya lagi, jam 1 siang, pagi orang masih di sawah", "Kamis, 21 Januari"),
        ("hai", "rapatnya undur ke rabu minggu berikutnya karena pagi orang masih di sawah", "Rabu, 20 Januari"),
    ],
)
async def test_an_hour_and_why_are_told_in_one_sentence(office: Office, first: str, typed: str, to: str) -> None:
    owner = await _owner(office)
    await office.ask(owner, first, bool)
    asked = await office.ask(owner, typed, says("jadwal_pindahkah", alasan="pagi orang masih di sawah"))
    assert to in asked["text"]


async def test_below_a_date_that_was_just_moved_its_hour_is_another(office: Office) -> None:
    owner = await _owner(office)
    await office.ask(owner, "undur lagi sehari, pak camat sakit", says("jadwal_pindahkah", alasan="pak camat sakit"))
    await office.press(owner, words("tombol_jadwal_pindahkan"), says("jadwal_dipindah"))
    asked = await office.ask(owner, "jamnya jadi jam 2 siang saja, pagi masih di sawah", says("jadwal_pindahkah"))
    assert "Jumat, 15 Januari 2027, 14.00" in asked["text"]


@pytest.mark.parametrize(
    "typed",
    [
        "ralat, jadinya tanggal 18 Januari",
        "eh maaf salah, tanggal 18 januari yang benar",
        "koreksi: tanggal 18 januari",
    ],
)
async def test_what_is_put_right_below_a_date_that_was_just_set_or_moved_is_its_day(office: Office, typed: str) -> None:
    owner = await _owner(office)
    await office.ask(owner, "undur lagi sehari, pak camat sakit", says("jadwal_pindahkah", alasan="pak camat sakit"))
    await office.press(owner, words("tombol_jadwal_pindahkan"), says("jadwal_dipindah"))
    assert "Senin, 18 Januari 2027" in (await office.ask(owner, typed, WHY))["text"]


async def test_who_goes_somewhere_is_why_and_no_other_day(office: Office) -> None:
    owner = await _owner(office)
    typed = "eh tunggu, pak desa ke makassar hari itu. undur seminggu"
    await office.ask(owner, typed, says("jadwal_pindahkah", alasan="pak desa ke makassar hari itu"))


async def test_what_announces_a_reason_is_no_part_of_it(office: Office) -> None:
    owner = await _owner(office)
    await office.ask(owner, "rapatnya mundur dua hari", WHY)
    await office.ask(owner, "alasannya pak desa ke bogor", says("jadwal_pindahkah", alasan="pak desa ke bogor"))


async def test_a_weekday_with_its_number_is_near_the_day_that_stands(office: Office) -> None:
    owner = await _owner(office)
    asked = await office.ask(owner, "pindahkan rapatnya ke jumat 22, pak desa ke luar kota", says("jadwal_pindahkah"))
    assert "Jumat, 22 Januari 2027, 09.00" in asked["text"]
    assert "pak desa ke luar kota" in asked["text"]


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("hari kamis supaya selesai sebelum pasar", "Kamis, 21 Januari 2027"),
        ("kamis supaya tidak kena pasar jumat", "Kamis, 21 Januari 2027"),
        ("rabu saja supaya selesai sebelum pasar", "Rabu, 20 Januari 2027"),
    ],
)
async def test_why_that_day_is_a_reason_and_another_weekday_is_of_its_week(
    office: Office, typed: str, day: str
) -> None:
    owner = await _owner(office)
    await office.ask(owner, "rapatnya mundur seminggu", WHY)
    asked = await office.ask(owner, typed, says("jadwal_pindahkah"))
    assert day in asked["text"]
    assert "supaya" in asked["text"]
