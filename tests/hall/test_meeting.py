"""While a meeting runs: who came, counted in three ways; the programme's clock; turns; two telephones; a killed bot."""

import asyncio
import json
from datetime import UTC, datetime, timedelta

from bot.simulator.keyboards import buttons_of
from bot.store.database.ids import new_id
from bot.store.tables import invitees
from tests.journeys.villagers import photo
from tests.kill.ledger import Crime, note_kill
from tests.support.client import words_of
from tests.support.desk import ZONE
from tests.support.halls import Meeting, hold
from tests.support.screens import screen
from tests.support.sentences import mentions, says, words
from tests.support.town import catalog_of


async def _attendance(hall: Meeting) -> tuple[int | None, int | None, dict[str, int], str | None]:
    (row,) = await hall.town.rows("SELECT women, men, elements, file_id FROM attendance")
    return row[0], row[1], json.loads(row[2] or "{}"), row[3]


async def test_attendance_in_numbers_is_kept_and_is_no_record_of_the_meeting(hall: Meeting) -> None:
    await hall.open()
    await hall.press(words("rapat_tombol_hadir"), says("rapat_hadir", dihitung=False, foto=False))
    await hall.press(words("rapat_tombol_angka"), "Berapa yang hadir")
    await hall.say("kira-kira banyak sekali", mentions("hadir.berapa"))
    await hall.say("41 laki-laki, 34 perempuan, 6 kurang mampu", says("rapat_hadir", perempuan=34, laki=41))
    assert (await _attendance(hall))[:3] == (34, 41, {"kurang_mampu": 6})
    assert await hall.town.rows("SELECT state FROM tasks WHERE rule = 'D19'") == [("open",)]


async def test_attendance_is_counted_by_tapping_the_list(hall: Meeting) -> None:
    await hall.invite("Ibu Sitti, perempuan", "Pak Baso, kurang mampu", "Nenek Rabi, lansia", "Daeng, adat")
    await hall.open()
    await hall.press(words("rapat_tombol_hadir"), says("rapat_hadir", dihitung=False, foto=False))
    await hall.press(words("rapat_tombol_ketuk"), "0 dari 4")
    await hall.press("Ibu Sitti", "1 dari 4")
    await hall.press("Pak Baso", "2 dari 4")
    await hall.press("Nenek Rabi", "3 dari 4")
    await hall.press("✓ Nenek Rabi", "2 dari 4")
    await hall.press("Daeng", "3 dari 4")
    await hall.press(words("rapat_tombol_hitung"), says("rapat_belum_bisa_dihitung", jenis=["Daeng"]))
    await hall.press("Daeng", says("rapat_orang", jelas=False))
    await hall.press(words("rapat_tombol_laki"), says("rapat_orang", kabar=None))
    await hall.press_data(f"h:hitung:{hall.occasion.id}")
    await hall.office.hears(hall.leader, says("rapat_hadir", perempuan=1, laki=2))
    assert (await _attendance(hall))[:3] == (1, 2, {"kurang_mampu": 1, "adat": 1})
    await hall.press(words("rapat_tombol_ketuk"), "3 dari 4")
    await hall.press("✓ Pak Baso", "2 dari 4")
    await hall.press(words("rapat_tombol_hitung"), says("rapat_hadir", perempuan=1, laki=1))
    assert (await _attendance(hall))[:3] == (1, 1, {"adat": 1}), "the list is all who came: nobody of that group did"


async def test_whoever_came_without_an_invitation_is_ticked_and_counted_too(hall: Meeting) -> None:
    await hall.invite("Ibu Sitti, perempuan", "Pak Baso, adat")
    await hall.open()
    await hall.press(words("rapat_tombol_hadir"), says("rapat_hadir", dihitung=False, foto=False))
    await hall.press(words("rapat_tombol_ketuk"), "0 dari 2")
    await hall.press("Pak Baso", "1 dari 2")
    for name in ("Nenek Rabi, lansia", "ibu sitti"):  # one who is not on the list, and one who is and was overlooked
        await hall.press(words("rapat_tombol_tanpa_undangan"), mentions("form.hadir_baru.nama.tanya"))
        await hall.say(name, says("rapat_ketuk", dari="3"))
    await hall.press(words("rapat_tombol_hitung"), says("rapat_hadir", perempuan=2, laki=1))
    assert (await _attendance(hall))[:3] == (2, 1, {"lansia": 1, "adat": 1})
    assert {name: row.state for name, row in (await hall.guests()).items()} == {
        "Ibu Sitti": "invited",
        "Pak Baso": "invited",
        "Nenek Rabi": "guest",
    }


async def test_a_photo_of_the_sheet_is_kept_and_the_numbers_may_come_later(hall: Meeting) -> None:
    await hall.open()
    await hall.press(words("rapat_tombol_hadir"), says("rapat_hadir", dihitung=False, foto=False))
    await hall.press(words("rapat_tombol_foto"), "Kirim foto daftar hadir")
    await hall.town.simulator.photo(hall.leader, photo())
    await hall.office.hears(hall.leader, says("rapat_hadir", dihitung=False, foto=True))
    women, men, _, file_id = await _attendance(hall)
    assert (women, men) == (None, None)
    assert file_id
    assert await hall.town.rows("SELECT 1 FROM proofs") == []
    await hall.press(words("rapat_tombol_angka"), "Berapa yang hadir")
    await hall.say("L 3 P 5", says("rapat_hadir", perempuan=5, laki=3))
    assert (await _attendance(hall)) == (5, 3, {}, file_id)


async def test_the_programme_shows_minutes_used_of_minutes_meant_and_what_is_left(hall: Meeting) -> None:
    await hall.open()
    shown = await hall.press(
        words("rapat_tombol_acara"), says("rapat_acara", sisa={"jam": "4", "menit": "0"}, usai=False)
    )
    await hall.press(words("rapat_tombol_mulai", judul="Pembukaan dan sambutan singkat"), says("rapat_acara"))
    await hall.town.simulator.move_clock(by=20 * 60)
    await hall.look(words("rapat_tombol_perbarui"), says("rapat_acara"))
    await hall.town.simulator.move_clock(by=17 * 60)
    shown = await hall.look(words("rapat_tombol_perbarui"), says("rapat_acara", lewat="7", judul=True))
    assert words_of(shown) in says("rapat_acara", sisa={"jam": "3", "menit": "30"}, usai=False)
    shown = await hall.press(
        words("rapat_tombol_berikutnya", judul="Hasil usulan tahun lalu dan al"), says("rapat_acara")
    )
    assert "✓ 1. Pembukaan dan sambutan singkat (37 dari 30 menit)" in words_of(shown)
    assert "▶ 2. Hasil usulan tahun lalu dan alasannya" in words_of(shown)


async def test_before_a_meeting_its_end_is_counted_from_when_it_begins(hall: Meeting) -> None:
    other = await hold(hall.town, "musdes", hours=30)
    await hall.open()
    await hall.press(
        words("rapat_tombol_acara"),
        says("rapat_acara", selesai=_clock(hall.occasion.starts_at + timedelta(hours=4)), usai=False),
    )
    await hall.press_data(f"h:acara:{other.id}")
    shown = await hall.office.hears(hall.leader, "Sisa")
    minutes = sum(point.minutes for point in (catalog_of().programmes.get("musdes") or catalog_of().programmes[""]))
    assert words_of(shown) in says(
        "rapat_acara", selesai=_clock(other.starts_at + timedelta(minutes=minutes)), usai=False
    )


def _clock(instant: datetime) -> str:
    return f"{instant.astimezone(ZONE):%H.%M}"


async def test_the_programme_is_changed_before_the_meeting(hall: Meeting) -> None:
    await hall.open()
    await hall.press(words("rapat_tombol_acara"), says("rapat_acara", sisa={"jam": "4", "menit": "0"}, usai=False))
    await hall.press(words("rapat_tombol_susun"), says("rapat_susun", jumlah="8", total={"jam": "4", "menit": "0"}))
    await hall.press("2. Hasil usulan tahun lalu dan alasan · 15", "15 menit")
    await hall.press(words("rapat_tombol_lebih"), "20 menit")
    await hall.press(words("rapat_tombol_naik"), says("rapat_susun", jumlah="8", total={"jam": "4", "menit": "5"}))
    await hall.press(words("rapat_tombol_tambah_acara"), "Apa acaranya")
    await hall.say("Doa bersama", "Berapa menit")
    await hall.say("10", says("rapat_susun", jumlah="9", total={"jam": "4", "menit": "15"}))
    rows = await hall.town.rows("SELECT title, minutes FROM points ORDER BY position")
    assert [tuple(row) for row in rows][:2] == [
        ("Hasil usulan tahun lalu dan alasannya", 20),
        ("Pembukaan dan sambutan singkat", 30),
    ]
    assert tuple(rows[-1]) == ("Doa bersama", 10)


async def test_those_rarely_heard_speak_first_for_three_minutes_and_it_is_counted(hall: Meeting) -> None:
    await hall.invite("Pak Camba, perangkat", "Ibu Sitti, perempuan", "Pak Baso, kurang mampu")
    await hall.open()
    await hall.press(words("rapat_tombol_giliran"), says("rapat_giliran", antre=False, bicara=False))
    await hall.press(words("rapat_tombol_minta"), says("rapat_minta"))
    await hall.press("Pak Camba", says("rapat_minta", antre="1"))
    await hall.press("Ibu Sitti", says("rapat_minta", antre="2"))
    await hall.press(words("rapat_tombol_kembali"), "1. Ibu Sitti\n2. Pak Camba")
    shown = await hall.press(
        words("rapat_tombol_silakan", nama="Ibu Sitti"),
        says("rapat_giliran", bicara={"menit": "3", "detik": "0", "habis": False}),
    )
    (spoke_at,) = (await hall.town.rows("SELECT spoke_at FROM invitees WHERE spoke_at IS NOT NULL"))[0]
    began = datetime.fromisoformat(str(spoke_at))
    began = began if began.tzinfo else began.replace(tzinfo=UTC)
    assert words_of(shown) in says(
        "rapat_giliran",
        bicara={"sampai": f"{(began + timedelta(minutes=3)).astimezone(ZONE):%H.%M.%S}", "habis": False},
    )
    await hall.town.simulator.move_clock(by=181)
    shown = await hall.look(words("rapat_tombol_perbarui"), says("rapat_giliran", bicara=True))
    assert words_of(shown) in says("rapat_giliran", total="1", oleh_perempuan="1", persen="100")
    await hall.press(words("rapat_tombol_nama_baru"), "Siapa nama")
    await hall.say("Nenek Rabi", "Dari kelompok mana")
    await hall.press("Lansia", "1. Nenek Rabi\n2. Pak Camba")
    await hall.press(words("rapat_tombol_silakan", nama="Nenek Rabi"), "▶ Nenek Rabi")
    await hall.press(words("rapat_tombol_silakan", nama="Pak Camba"), "▶ Pak Camba")
    shown = await hall.press(
        words("rapat_tombol_cukup"), says("rapat_giliran", total="3", oleh_perempuan="2", persen="67")
    )
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
    await hall.press(words("rapat_tombol_giliran"), says("rapat_giliran", antre=False, bicara=False))
    await hall.press(words("rapat_tombol_nama_baru"), "Siapa nama")
    await hall.say("ibu sitti", "Dari kelompok mana")
    await hall.press("Perempuan", "1. Ibu Sitti")
    assert list(await hall.guests()) == ["Ibu Sitti"]


async def test_a_full_list_says_that_it_is_full(hall: Meeting) -> None:
    row = {"occasion_id": hall.occasion.id, "element": "lain", "state": "invited", "made_at": hall.occasion.made_at}
    async with hall.town.database.write() as connection:
        await connection.execute(invitees.insert(), [row | {"id": new_id(), "name": f"Baso {n}"} for n in range(299)])
    await hall.open()
    await hall.press(words("rapat_tombol_undangan"), "299 orang")
    await hall.press(words("rapat_tombol_banyak"), mentions("form.tamu_banyak.daftar.tanya"))
    await hall.say("Ibu Sitti\nIbu Ani\nBaso 7", says("rapat_pratinjau", jumlah="3"))
    kept = says("rapat_banyak_dicatat", jumlah="1", dobel=["Baso 7"])
    told = await hall.press(words("rapat_tombol_simpan", jumlah=3), kept)
    assert words_of(told) in says("rapat_banyak_dicatat", penuh="1")
    await hall.open()
    await hall.press(words("rapat_tombol_giliran"), says("rapat_giliran", antre=False, bicara=False))
    await hall.press(words("rapat_tombol_nama_baru"), "Siapa nama")
    await hall.say("Nenek Rabi", "Dari kelompok mana")
    await hall.press("Lansia", says("rapat_giliran", antre=False, bicara=False))
    assert any(text in says("rapat_daftar_penuh", nama="Nenek Rabi") for text in hall.office.texts(hall.leader))


async def test_two_telephones_that_press_the_same_do_it_once(hall: Meeting) -> None:
    await hall.invite("Ibu Sitti, perempuan", "Pak Baso, kurang mampu")
    other = await hall.office.join("Ani", "fasilitator_kecamatan", hall.occasion.wilayah.rpartition(".")[0])
    for person in (hall.leader, other):
        await hall.open(person)
        await hall.press(
            words("rapat_tombol_acara"), says("rapat_acara", sisa={"jam": "4", "menit": "0"}, usai=False), person
        )
    data = hall.data(words("rapat_tombol_mulai", judul="Pembukaan dan sambutan singkat"))
    assert data == hall.data(words("rapat_tombol_mulai", judul="Pembukaan dan sambutan singkat"), other)
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
    await hall.press(words("rapat_tombol_acara"), says("rapat_acara", sisa={"jam": "4", "menit": "0"}, usai=False))
    await hall.press(words("rapat_tombol_mulai", judul="Pembukaan dan sambutan singkat"), says("rapat_acara"))
    await hall.town.stop()
    spawned = await hall.town.spawn()
    await hall.town.simulator.move_clock(by=7 * 60)  # within the same minute nothing on the screen would change
    await hall.look(words("rapat_tombol_perbarui"), says("rapat_acara"))
    data = hall.data(words("rapat_tombol_berikutnya", judul="Hasil usulan tahun lalu dan al"))
    newest = screen(hall.town.simulator, hall.leader, data)
    spawned.kill()
    await spawned.wait()
    await note_kill(hall.town, Crime())
    await hall.town.simulator.press_data(hall.leader, newest, data)  # while nobody is there
    await hall.town.start()
    await hall.office.hears(hall.leader, "▶ Hasil usulan tahun lalu")
    await hall.open()
    assert len(await hall.town.rows("SELECT 1 FROM points WHERE began_at IS NOT NULL")) == 2
    shown = await hall.press(words("rapat_tombol_undangan"), "Ibu Sitti")
    assert {button["text"] for button in buttons_of(shown["reply_markup"])} >= {
        words("rapat_tombol_tambah_satu"),
        words("rapat_tombol_banyak"),
    }
