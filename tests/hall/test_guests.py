"""Who is invited by name: written down, asked, replaced from the same group; and nobody from elsewhere sees them."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.simulator.keyboards import buttons_of
from tests.roles.conftest import OTHER_DESA
from tests.support.client import words_of
from tests.support.halls import Meeting, hold, meeting


@pytest.fixture
async def hall(database_url: str, tmp_path: Path) -> AsyncIterator[Meeting]:
    async with meeting(database_url, tmp_path) as opened:
        yield opened


async def test_one_message_shows_the_meeting_and_what_is_done_in_its_hall(hall: Meeting) -> None:
    told = await hall.open()
    assert "Musrenbang desa" in told["text"]
    assert "balai desa, Desa Boiya" in told["text"]
    labels = [button["text"] for button in buttons_of(told["reply_markup"])]
    assert labels[:6] == ["Undangan", "Hadir", "Acara", "Giliran bicara", "Bacakan kembali", "Cetak"]


async def test_somebody_is_invited_by_name_cannot_come_and_is_replaced_from_the_same_group(hall: Meeting) -> None:
    await hall.open()
    shown = await hall.press("Undangan", "Belum ada nama")
    await hall.press("Tambah satu", "Siapa nama")
    await hall.say("Ibu Sitti", "Dari kelompok mana")
    await hall.press("Kurang mampu", "Perempuan atau laki-laki")
    await hall.press("Perempuan", "untuk siapa")
    await hall.say("ibu-ibu Buntu Lentak", "menghalangi")
    await hall.press("Tanpa kendaraan", "menghalangi")
    await hall.press("Selesai", "Butuh tumpangan: 1 orang")
    shown = await hall.press("Kabar dari yang diundang", "Kabar dari siapa")
    await hall.press("… Ibu Sitti", "Belum ada kabarnya")
    await hall.press("Tidak bisa", "Carikan pengganti dari kelompok yang sama: Keluarga kurang mampu")
    await hall.press("Tulis penggantinya", "Siapa penggantinya")
    await hall.say("perwakilan warga", "belum nama orang")
    await hall.say("Pak Baso", "Perempuan atau laki-laki")
    shown = await hall.press("Laki-laki", "Pak Baso (ibu-ibu Buntu Lentak), pengganti Ibu Sitti")
    guests = await hall.guests()
    assert guests["Ibu Sitti"].state == "replaced"
    assert (guests["Pak Baso"].element, guests["Pak Baso"].state) == ("kurang_mampu", "invited")
    assert guests["Pak Baso"].replaces == guests["Ibu Sitti"].id
    assert "Belum ada: Perempuan" in words_of(shown)


async def test_many_are_written_down_at_once_and_representatives_come_back(hall: Meeting) -> None:
    await hall.open()
    await hall.press("Undangan", "Belum ada nama")
    await hall.press("Tambah banyak", "satu orang satu baris")
    await hall.say(
        "Ibu Sitti, perempuan, wakil Buntu\nperwakilan pemuda\nBaso, kurang mampu\nibu sitti", "2 orang masuk daftar"
    )
    said = "\n".join(hall.office.texts(hall.leader))
    assert "• perwakilan pemuda" in said
    assert "1 sudah ada di daftar" in said
    assert "Belum jelas perempuan atau laki-laki: Baso" in said
    assert set(await hall.guests()) == {"Ibu Sitti", "Baso"}
    await hall.press("Kabar dari yang diundang", "Kabar dari siapa")
    await hall.press("… Baso", "Tekan salah satu")
    await hall.press("Laki-laki", "Belum ada kabarnya")
    assert (await hall.guests())["Baso"].is_woman in (False, 0)


async def test_a_facilitator_of_another_desa_neither_sees_nor_changes_anybody(hall: Meeting) -> None:
    await hall.invite("Ibu Sitti, perempuan")
    sitti = (await hall.guests())["Ibu Sitti"].id
    stranger = await hall.office.join("Ani", "fasilitator_desa", OTHER_DESA)
    own = await hold(hall.town, "musrenbang_kelurahan", OTHER_DESA)
    await hall.open(stranger)
    for verb in ("tamu", "buka", f"absen:{sitti}", f"orang:{sitti}", "ketuk:0", "acara", "baca", "lembar:undangan"):
        name, _, more = verb.partition(":")
        toast = await hall.press_data(f"h:{name}:{hall.occasion.id}:{more}", stranger)
        assert toast == "Pertemuan ini di luar wilayah Bapak/Ibu."
    for verb in ("absen", "datang", "jenis", "tangan", "bicara", "ganti", "orang"):  # a guest of another meeting
        await hall.press_data(f"h:{verb}:{own.id}:{sitti}:1:0", stranger)
    assert (await hall.guests())["Ibu Sitti"][2:5] == ("invited", None, 0)
    assert not any("Sitti" in text for text in hall.office.texts(stranger))


async def test_a_button_of_a_cancelled_meeting_says_so(hall: Meeting) -> None:
    await hall.open()
    async with hall.town.database.write() as connection:
        from bot.store.calendar import occasions

        await occasions.cancel(connection, hall.occasion.id, "Banjir.", hall.town.simulator.stage.clock.now())
    assert "sudah dibatalkan" in await hall.press_data(f"h:tamu:{hall.occasion.id}")


async def test_of_several_meetings_one_is_chosen(hall: Meeting) -> None:
    await hold(hall.town, "musdes", hours=0.6)
    shown = await hall.say("/rapat", "Pertemuan yang mana?")
    labels = [button["text"] for button in buttons_of(shown["reply_markup"])]
    assert len(labels) == 2
    assert all("Desa Boiya" in label for label in labels)
    await hall.press(labels[0], "Diundang dengan nama")
    await hall.press("Pertemuan lain", "Pertemuan yang mana?")


async def test_without_a_meeting_the_way_to_set_one_is_told(hall: Meeting) -> None:
    stranger = await hall.office.join("Ani", "fasilitator_desa", OTHER_DESA)
    told = await hall.say("/rapat", "Tetapkan dulu harinya lewat /jadwal", stranger)
    assert buttons_of(told.get("reply_markup")) == []


async def test_whoever_lost_the_role_while_a_form_was_open_writes_nobody_down(hall: Meeting) -> None:
    await hall.open()
    await hall.press("Undangan", "Belum ada nama")
    await hall.press("Tambah banyak", "satu orang satu baris")
    async with hall.town.database.write() as connection:
        from sqlalchemy import text

        await connection.execute(text("UPDATE grants SET revoked_at = granted_at"))
    await hall.say("Ibu Sitti, perempuan", "di luar wilayah")
    assert await hall.guests() == {}
