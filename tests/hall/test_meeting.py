"""While a meeting runs: who came, counted in three ways; the agenda's clock; turns; two telephones; a killed bot."""

import asyncio
import json
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.simulator.keyboards import buttons_of
from bot.store.database.ids import new_id
from bot.store.tables import invitees
from tests.journeys.villagers import photo
from tests.kill.ledger import Crime, note_kill
from tests.support.client import words_of
from tests.support.desk import ZONE
from tests.support.halls import Meeting, hold, meeting
from tests.support.town import catalog_of


@pytest.fixture
async def hall(database_url: str, tmp_path: Path) -> AsyncIterator[Meeting]:
    async with meeting(database_url, tmp_path) as opened:
        yield opened


async def _attendance(hall: Meeting) -> tuple[int | None, int | None, dict[str, int], str | None]:
    (row,) = await hall.town.rows("SELECT women, men, elements, file_id FROM attendance")
    return row[0], row[1], json.loads(row[2] or "{}"), row[3]


async def test_attendance_in_numbers_is_kept_and_proves_the_task_that_asks_for_it(hall: Meeting) -> None:
    await hall.open()
    await hall.press("Hadir", "Belum dihitung")
    await hall.press("Tulis angkanya", "Berapa yang hadir")
    await hall.say("kira-kira banyak sekali", "perlu dua angka")
    await hall.say("41 laki-laki, 34 perempuan, 6 kurang mampu", "75 orang: 34 perempuan, 41 laki-laki")
    assert (await _attendance(hall))[:3] == (34, 41, {"kurang_mampu": 6})
    proved = await hall.town.rows(
        "SELECT t.rule, t.state, p.answers FROM tasks t JOIN proofs p ON p.task_id = t.id WHERE p.kind = 'hadir'"
    )
    assert [(rule, state) for rule, state, _ in proved] == [("D19", "done")]
    assert json.loads(proved[0][2])["women"] == 34


async def test_attendance_is_counted_by_tapping_the_list(hall: Meeting) -> None:
    await hall.invite("Ibu Sitti, perempuan", "Pak Baso, kurang mampu", "Nenek Rabi, lansia", "Daeng, adat")
    await hall.open()
    await hall.press("Hadir", "Belum dihitung")
    await hall.press("Tandai di daftar", "0 dari 4")
    await hall.press("Ibu Sitti", "1 dari 4")
    await hall.press("Pak Baso", "2 dari 4")
    await hall.press("Nenek Rabi", "3 dari 4")
    await hall.press("✓ Nenek Rabi", "2 dari 4")
    await hall.press("Daeng", "3 dari 4")
    await hall.press("Pakai hitungan ini", "Belum jelas perempuan atau laki-laki: Daeng")
    await hall.press("Kabar dari yang diundang", "Kabar dari siapa")
    await hall.press("… Daeng", "Tekan salah satu")
    await hall.press("Laki-laki", "Belum ada kabarnya")
    await hall.press_data(f"h:hitung:{hall.occasion.id}")
    await hall.office.hears(hall.leader, "3 orang: 1 perempuan, 2 laki-laki")
    assert (await _attendance(hall))[:3] == (1, 2, {"kurang_mampu": 1, "adat": 1})


async def test_whoever_came_without_an_invitation_is_ticked_and_counted_too(hall: Meeting) -> None:
    await hall.invite("Ibu Sitti, perempuan", "Pak Baso, adat")
    await hall.open()
    await hall.press("Hadir", "Belum dihitung")
    await hall.press("Tandai di daftar", "0 dari 2")
    await hall.press("Pak Baso", "1 dari 2")
    for name in ("Nenek Rabi", "ibu sitti"):  # one who is not on the list, and one who is and was overlooked
        await hall.press("Datang tanpa undangan", "Siapa nama orang yang datang")
        await hall.say(name, "Perempuan atau laki-laki")
        await hall.press("Perempuan", "Dari kelompok mana")
        await hall.press("Lansia", "dari 3 sudah ditandai")
    await hall.press("Pakai hitungan ini", "3 orang: 2 perempuan, 1 laki-laki")
    assert (await _attendance(hall))[:3] == (2, 1, {"lansia": 1, "adat": 1})
    assert {name: row.state for name, row in (await hall.guests()).items()} == {
        "Ibu Sitti": "invited",
        "Pak Baso": "invited",
        "Nenek Rabi": "guest",
    }


async def test_a_photo_of_the_sheet_is_kept_and_the_numbers_may_come_later(hall: Meeting) -> None:
    await hall.open()
    await hall.press("Hadir", "Belum dihitung")
    await hall.press("Foto daftar hadir", "Kirim foto daftar hadir")
    await hall.town.simulator.photo(hall.leader, photo())
    await hall.office.hears(hall.leader, "Angkanya belum ditulis; boleh menyusul")
    women, men, _, file_id = await _attendance(hall)
    assert (women, men) == (None, None)
    assert file_id
    assert await hall.town.rows("SELECT 1 FROM proofs") == []
    await hall.press("Tulis angkanya", "Berapa yang hadir")
    await hall.say("L 3 P 5", "8 orang: 5 perempuan, 3 laki-laki")
    assert (await _attendance(hall)) == (5, 3, {}, file_id)
    assert [row[0] for row in await hall.town.rows("SELECT file_id FROM proofs")] == [file_id]


async def test_the_agenda_shows_minutes_used_of_minutes_meant_and_what_is_left(hall: Meeting) -> None:
    await hall.open()
    shown = await hall.press("Acara", "Sisa: 4 jam 0 menit")
    await hall.press("Mulai: Pembukaan dan sambutan singkat", "0 dari 30 menit")
    await hall.town.simulator.move_clock(by=20 * 60)
    await hall.look("Lihat waktunya", "20 dari 30 menit")
    await hall.town.simulator.move_clock(by=17 * 60)
    shown = await hall.look("Lihat waktunya", "Lewat 7 menit, mohon disudahi")
    assert "Sisa: 3 jam 30 menit" in words_of(shown)
    shown = await hall.press("Berikutnya: Hasil usulan tahun lalu dan al", "0 dari 15 menit")
    assert "✓ 1. Pembukaan dan sambutan singkat (37 dari 30 menit)" in words_of(shown)
    assert "▶ 2. Hasil usulan tahun lalu dan alasannya" in words_of(shown)


async def test_before_a_meeting_its_end_is_counted_from_when_it_begins(hall: Meeting) -> None:
    other = await hold(hall.town, "musdes", hours=30)
    await hall.open()
    await hall.press("Acara", f"selesai kira-kira pukul {_clock(hall.occasion.starts_at + timedelta(hours=4))}")
    await hall.press_data(f"h:acara:{other.id}")
    shown = await hall.office.hears(hall.leader, "Sisa")
    minutes = sum(point.minutes for point in (catalog_of().programmes.get("musdes") or catalog_of().programmes[""]))
    assert f"pukul {_clock(other.starts_at + timedelta(minutes=minutes))}." in words_of(shown)


def _clock(instant: datetime) -> str:
    return f"{instant.astimezone(ZONE):%H.%M}"


async def test_the_agenda_is_changed_before_the_meeting(hall: Meeting) -> None:
    await hall.open()
    await hall.press("Acara", "Sisa: 4 jam 0 menit")
    await hall.press("Ubah susunan", "8 acara, 4 jam 0 menit")
    await hall.press("2. Hasil usulan tahun lalu dan alasan · 15", "15 menit")
    await hall.press("+ 5 menit", "20 menit")
    await hall.press("▲ Naik", "8 acara, 4 jam 5 menit")
    await hall.press("Tambah acara", "Apa acaranya")
    await hall.say("Doa bersama", "Berapa menit")
    await hall.say("10", "9 acara, 4 jam 15 menit")
    rows = await hall.town.rows("SELECT title, minutes FROM points ORDER BY position")
    assert [tuple(row) for row in rows][:2] == [
        ("Hasil usulan tahun lalu dan alasannya", 20),
        ("Pembukaan dan sambutan singkat", 30),
    ]
    assert tuple(rows[-1]) == ("Doa bersama", 10)


async def test_those_rarely_heard_speak_first_for_three_minutes_and_it_is_counted(hall: Meeting) -> None:
    await hall.invite("Pak Camba, perangkat", "Ibu Sitti, perempuan", "Pak Baso, kurang mampu")
    await hall.open()
    await hall.press("Giliran bicara", "Belum ada yang minta bicara")
    await hall.press("Minta bicara", "Siapa yang minta bicara")
    await hall.press("Pak Camba", "Dalam antrean: 1 orang")
    await hall.press("Ibu Sitti", "Dalam antrean: 2 orang")
    await hall.press("‹ Kembali", "1. Ibu Sitti\n2. Pak Camba")
    shown = await hall.press("Silakan: Ibu Sitti", "Sisa 3 menit 0 detik")
    (spoke_at,) = (await hall.town.rows("SELECT spoke_at FROM invitees WHERE spoke_at IS NOT NULL"))[0]
    began = datetime.fromisoformat(str(spoke_at))
    began = began if began.tzinfo else began.replace(tzinfo=UTC)
    assert f"sampai pukul {(began + timedelta(minutes=3)).astimezone(ZONE):%H.%M.%S}" in words_of(shown)
    await hall.town.simulator.move_clock(by=181)
    shown = await hall.look("Lihat waktunya", "Waktunya habis. Ucapkan terima kasih.")
    assert "Sudah 1 kali bicara, 1 oleh perempuan (100 persen)" in words_of(shown)
    await hall.press("Nama baru", "Siapa nama")
    await hall.say("Nenek Rabi", "Perempuan atau laki-laki")
    await hall.press("Perempuan", "Dari kelompok mana")
    await hall.press("Lansia", "1. Nenek Rabi\n2. Pak Camba")
    await hall.press("Silakan: Nenek Rabi", "▶ Nenek Rabi")
    await hall.press("Silakan: Pak Camba", "▶ Pak Camba")
    shown = await hall.press("Selesai bicara", "Sudah 3 kali bicara, 2 oleh perempuan (67 persen)")
    guests = await hall.guests()
    assert {name: row.turns for name, row in guests.items()} == {
        "Pak Camba": 1,
        "Ibu Sitti": 1,
        "Pak Baso": 0,
        "Nenek Rabi": 1,
    }
    assert guests["Nenek Rabi"].state == "guest"


async def test_a_new_name_that_is_on_the_list_already_gets_its_turn_all_the_same(hall: Meeting) -> None:
    await hall.invite("Ibu Sitti, perempuan")
    await hall.open()
    await hall.press("Giliran bicara", "Belum ada yang minta bicara")
    await hall.press("Nama baru", "Siapa nama")
    await hall.say("ibu sitti", "Perempuan atau laki-laki")
    await hall.press("Perempuan", "Dari kelompok mana")
    await hall.press("Perempuan", "1. Ibu Sitti")
    assert list(await hall.guests()) == ["Ibu Sitti"]


async def test_a_full_list_says_that_it_is_full(hall: Meeting) -> None:
    row = {"occasion_id": hall.occasion.id, "element": "lain", "state": "invited", "made_at": hall.occasion.made_at}
    async with hall.town.database.write() as connection:
        await connection.execute(invitees.insert(), [row | {"id": new_id(), "name": f"Baso {n}"} for n in range(299)])
    await hall.open()
    await hall.press("Undangan", "299 orang")
    await hall.press("Tambah banyak", "satu orang satu baris")
    await hall.say("Ibu Sitti\nIbu Ani\nBaso 7", "300 orang")
    said = "\n".join(hall.office.texts(hall.leader))
    assert "1 orang masuk daftar. 1 sudah ada di daftar" in said
    assert "1 belum masuk, karena daftarnya sudah penuh" in said
    await hall.open()
    await hall.press("Giliran bicara", "Belum ada yang minta bicara")
    await hall.press("Nama baru", "Siapa nama")
    await hall.say("Nenek Rabi", "Perempuan atau laki-laki")
    await hall.press("Perempuan", "Dari kelompok mana")
    await hall.press("Lansia", "Belum ada yang minta bicara")
    assert any("Daftarnya sudah penuh, jadi Nenek Rabi belum masuk" in text for text in hall.office.texts(hall.leader))


async def test_two_telephones_that_press_the_same_do_it_once(hall: Meeting) -> None:
    await hall.invite("Ibu Sitti, perempuan", "Pak Baso, kurang mampu")
    other = await hall.office.join("Ani", "fasilitator_kecamatan", hall.occasion.wilayah.rpartition(".")[0])
    for person in (hall.leader, other):
        await hall.open(person)
        await hall.press("Acara", "Sisa: 4 jam 0 menit", person)
    data = hall.data("Mulai: Pembukaan dan sambutan singkat")
    assert data == hall.data("Mulai: Pembukaan dan sambutan singkat", other)
    await asyncio.gather(hall.press_data(data), hall.press_data(data, other))
    for person in (hall.leader, other):
        await hall.office.hears(person, "▶ Pembukaan")
    began = "SELECT count(*) FROM points WHERE began_at IS NOT NULL"
    assert (await hall.town.rows(began))[0][0] == 1
    sitti = (await hall.guests())["Ibu Sitti"].id
    tick = f"h:datang:{hall.occasion.id}:{sitti}:1:0"
    await asyncio.gather(hall.press_data(tick), hall.press_data(tick, other))
    for person in (hall.leader, other):
        await hall.office.hears(person, "1 dari 2")
    hand = f"h:tangan:{hall.occasion.id}:{sitti}:1:0"
    await asyncio.gather(hall.press_data(hand), hall.press_data(hand, other))
    speak = f"h:bicara:{hall.occasion.id}:{sitti}"
    await asyncio.gather(hall.press_data(speak), hall.press_data(speak, other))
    for person in (hall.leader, other):
        await hall.office.hears(person, "▶ Ibu Sitti")
    assert (await hall.guests())["Ibu Sitti"][3:5] in ((True, 1), (1, 1))


async def test_a_bot_that_died_in_the_hall_knows_everything_again(hall: Meeting) -> None:
    await hall.invite("Ibu Sitti, perempuan")
    await hall.open()
    await hall.press("Acara", "Sisa: 4 jam 0 menit")
    await hall.press("Mulai: Pembukaan dan sambutan singkat", "0 dari 30 menit")
    await hall.town.stop()
    spawned = await hall.town.spawn()
    await hall.town.simulator.move_clock(by=7 * 60)  # within the same minute nothing on the screen would change
    await hall.look("Lihat waktunya", "7 dari 30 menit")
    data = hall.data("Berikutnya: Hasil usulan tahun lalu dan al")
    newest = hall.town.simulator.messages(hall.leader)[-1]["message_id"]
    spawned.kill()
    await spawned.wait()
    await note_kill(hall.town, Crime())
    await hall.town.simulator.press_data(hall.leader, newest, data)  # while nobody is there
    await hall.town.start()
    await hall.office.hears(hall.leader, "▶ Hasil usulan tahun lalu")
    await hall.open()
    assert len(await hall.town.rows("SELECT 1 FROM points WHERE began_at IS NOT NULL")) == 2
    shown = await hall.press("Undangan", "Ibu Sitti")
    assert {button["text"] for button in buttons_of(shown["reply_markup"])} >= {"Tambah satu", "Tambah banyak"}
