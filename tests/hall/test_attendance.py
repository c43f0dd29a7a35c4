"""Who came: all at once, latecomers in a line, a slip taken back; and the record that closes its task."""

import json

import pytest

from tests.journeys.villagers import photo
from tests.support.halls import Meeting
from tests.support.sentences import mentions, says, words


async def _tick(hall: Meeting) -> None:
    await hall.open()
    await hall.press(words("rapat_tombol_hadir"), says("rapat_hadir"))
    await hall.press(words("rapat_tombol_ketuk"), says("rapat_ketuk"))


async def test_all_came_by_one_press_and_one_press_takes_back_only_those(hall: Meeting) -> None:
    await hall.invite("Ibu Sitti, PKK", "Pak Baso, adat", "Pak Camba, tani")
    await _tick(hall)
    await hall.press("Pak Baso", says("rapat_ketuk", jumlah="1"))
    assert await hall.town.touch(hall.leader, words("rapat_tombol_semua_hadir")) in says("rapat_semua_hadir", jumlah=2)
    await hall.press(words("rapat_tombol_batal_semua"), says("rapat_ketuk", jumlah="1", dari="3"))
    came = {name for name, row in (await hall.guests()).items() if row.came}
    assert came == {"Pak Baso"}


async def test_names_typed_on_the_ticking_screen_are_of_those_who_came(hall: Meeting) -> None:
    await hall.invite("Ibu Sitti, PKK")
    await _tick(hall)
    await hall.say("Pak Sulaiman, tani\nibu sitti", says("rapat_ketuk", jumlah="2", dari="2"))
    found = {name: (row.element, row.state, bool(row.came)) for name, row in (await hall.guests()).items()}
    assert found == {"Ibu Sitti": ("perempuan", "invited", True), "Pak Sulaiman": ("tani", "guest", True)}
    await hall.press(words("rapat_tombol_hitung"), says("rapat_hadir", perempuan=1, laki=1))
    await hall.open()
    assert await hall.town.rows("SELECT count(*) FROM conversations") == [(0,)]


async def test_a_count_that_was_wrong_is_taken_back_and_what_stood_before_is_true_again(hall: Meeting) -> None:
    await hall.open()
    await hall.press(words("rapat_tombol_hadir"), says("rapat_hadir", dihitung=False))
    for told, women in (("10 L 20 P", 20), ("10 L 200 P", 200)):
        await hall.press(words("rapat_tombol_angka"), mentions("form.rapat_hadir.jumlah.tanya"))
        await hall.say(told, says("rapat_hadir", perempuan=women, laki=10))
    old = hall.data(words("rapat_tombol_batal_hitung"))
    await hall.press(words("rapat_tombol_batal_hitung"), says("rapat_hadir", perempuan=20, laki=10))
    assert await hall.town.rows("SELECT women, men FROM attendance") == [(20, 10)]
    assert await hall.press_data(old) == words("tombol_lewat")
    await hall.open()
    told_now = await hall.press(words("rapat_tombol_hadir"), says("rapat_hadir", perempuan=20))
    assert words("rapat_tombol_batal_hitung") not in str(told_now["reply_markup"])


async def test_the_record_closes_its_task_and_numbers_corrected_later_are_true_there_too(hall: Meeting) -> None:
    await hall.open()
    await hall.press(words("rapat_tombol_hadir"), says("rapat_hadir", dihitung=False))
    await hall.press(words("rapat_tombol_angka"), mentions("form.rapat_hadir.jumlah.tanya"))
    await hall.say("10 L 20 P", says("rapat_hadir", perempuan=20, laki=10))
    await hall.press(words("rapat_tombol_berita"), mentions("form.rapat_berita.berita.tanya"))
    await hall.town.simulator.photo(hall.leader, photo())
    await hall.office.hears(hall.leader, says("mesin.kiriman_disimpan", jumlah=1))
    await hall.press(words("tombol.kirim"), says("rapat_berita_disimpan", selesai=True, dihitung=True))
    ((task, state),) = await hall.town.rows("SELECT id, state FROM tasks WHERE rule = 'D19'")
    assert state == "done"
    await hall.open()
    shown = await hall.press(words("rapat_tombol_hadir"), says("rapat_hadir", perempuan=20))
    assert words("rapat_tombol_berita") not in str(shown["reply_markup"])
    await hall.press(words("rapat_tombol_angka"), mentions("form.rapat_hadir.jumlah.tanya"))
    await hall.say("10 L 22 P", says("rapat_hadir", perempuan=22, laki=10))
    await hall.town.press_data(hall.leader, f"t:bukti:{task}", "22 perempuan, 10 laki-laki")


async def test_what_the_buttons_do_is_understood_on_the_ticking_screen_and_is_nobodys_name(hall: Meeting) -> None:
    await hall.invite("Ibu Sitti, PKK", "Pak Baso, adat")
    await _tick(hall)
    await hall.say("semua hadir", says("rapat_ketuk", jumlah="2", dari="2"))
    await hall.say("kop desa", says("rapat_kop"))
    await hall.open()
    await hall.press(words("rapat_tombol_hadir"), says("rapat_hadir", dihitung=False))
    await hall.press(words("rapat_tombol_ketuk"), says("rapat_ketuk", jumlah="2"))
    await hall.press(words("rapat_tombol_hitung"), says("rapat_hadir", perempuan=1, laki=1))
    await hall.press(words("rapat_tombol_ketuk"), says("rapat_ketuk", jumlah="2"))
    await hall.press("✓ Pak Baso", says("rapat_ketuk", jumlah="1"))
    await hall.press(words("rapat_tombol_hitung"), says("rapat_hadir", perempuan=1, laki=0))
    await hall.press(words("rapat_tombol_ketuk"), says("rapat_ketuk", jumlah="1"))
    await hall.say("salah hitung", says("rapat_hadir", perempuan=1, laki=1))
    assert set(await hall.guests()) == {"Ibu Sitti", "Pak Baso"}


@pytest.mark.parametrize(
    ("typed", "more"),
    [
        ("laki2 15 org|perempuannya 12", {}),
        ("perempuan 12|laki-lakinya 15", {}),
        ("laki2 15 org|perempuannya 12|lansia 4, disabilitas 1", {"lansia": 4, "disabilitas": 1}),
        ("laki2 16|perempuannya 12|eh salah, laki2 cuma 15 ternyata 1 orang itu pulang", {}),
        ("laki2 15|perempuannya 11|eh perempuannya 12, salah hitung", {}),
    ],
)
async def test_a_part_a_message_with_nothing_open_is_counted(hall: Meeting, typed: str, more: dict[str, int]) -> None:
    await hall.town.stop()
    await hall.town.simulator.move_clock(by=3 * 3600)
    await hall.town.start()
    await hall.say("/tugas", bool)
    first, *others = typed.split("|")
    await hall.say(first, says("rapat_hadir_separuh"))
    for one in others:
        await hall.say(one, says("rapat_hadir"))
    ((women, men, elements),) = await hall.town.rows("SELECT women, men, elements FROM attendance")
    assert (women, men, json.loads(elements)) == (12, 15, more)


async def test_an_hour_for_other_meetings_counts_nobody(hall: Meeting) -> None:
    await hall.open()
    await hall.say("yang hadir 12 perempuan 20 laki-laki", says("rapat_hadir"))
    asked = mentions("form.rapat_hadir.jumlah.tanya")
    told = await hall.say("semua musrenbang desa jamnya diganti jam 8 pagi", bool)
    assert not asked(told)


async def test_a_wrong_count_before_anything_was_counted_leads_back_to_the_list(hall: Meeting) -> None:
    await hall.invite("Ibu Sitti, PKK")
    await _tick(hall)
    await hall.say("salah hitung", says("rapat_ketuk", jumlah="0", dari="1"))


async def test_one_line_that_is_nobody_keeps_nobody_out_and_namesakes_are_told_apart(hall: Meeting) -> None:
    await hall.invite("Pak Rusli, ketua RT 2", "Ibu Sitti, PKK")
    await _tick(hall)
    typed = "Pak Rusli kelompok tani\nketua RT 2\nPak Ambo Upe dusun paraja"
    names = ["Pak Rusli (kelompok tani)", "Pak Ambo Upe"]
    await hall.say(typed, says("rapat_tamu_datang", nama=names, tanpa=["ketua RT 2"]))
    rows = await hall.town.rows("SELECT name, speaks_for, came FROM invitees ORDER BY id")
    assert [tuple(row) for row in rows if row[2]] == [
        ("Pak Rusli", "kelompok tani", True),
        ("Pak Ambo Upe", "dusun paraja", True),
    ]


async def test_who_is_marked_as_come_is_said_to_have_and_the_way_back_leads_there(hall: Meeting) -> None:
    await hall.invite("Rahmat")
    await _tick(hall)
    await hall.press("Rahmat", says("rapat_ketuk", jumlah="1"))
    await hall.press(words("rapat_tombol_hitung"), says("rapat_belum_bisa_dihitung"))
    await hall.press("Rahmat", says("rapat_orang", nama="Rahmat", datang=True, kabar="invited"))
    await hall.press(words("rapat_tombol_laki"), says("rapat_orang", nama="Rahmat", datang=True))
    await hall.press(words("rapat_tombol_kembali"), says("rapat_ketuk", jumlah="1"))
    await hall.press(words("rapat_tombol_hitung"), says("rapat_hadir", laki=1))
