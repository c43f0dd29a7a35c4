"""Somebody with a role types plain words: they get their work, and no villager's consent screen."""

import pytest

from bot.simulator.chats import Person
from tests.support.desk import HELD
from tests.support.homes import Home
from tests.support.sentences import Said, mentions, says, words


async def _says(at_home: Home, person: Person, text: str, said: Said) -> str:
    return str((await at_home.ask(person, text, said))["text"])


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("apa tugas saya", says("tugas_daftar_saya")),
        ("tgs saya hari ini apa ya pak", says("tugas_daftar_saya")),
        ("jadwal", says("jadwal_daftar")),
        ("lihat jadwal dong", says("jadwal_daftar")),
        ("siapa yang belum", says("kesiapan_desa")),
        ("menu", says("menu_awal")),
        ("ada usulan masuk?", says("periksa_kosong_saya")),
        ("buka daftar hadir", says("rapat_utama")),
        ("hhh", says("menu_awal", bingung=True)),
        ("salah tekan", says("menu_salah_tekan", ada=False)),
    ],
)
async def test_a_facilitator_s_words_lead_to_their_work(at_home: Home, typed: str, said: Said) -> None:
    ratna = await at_home.join("Ratna")
    await at_home.hold()
    await _says(at_home, ratna, typed, said)
    assert not any(one.get("text", "") in says("izin") for one in at_home.town.simulator.messages(ratna))


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("mundur seminggu", "Kamis, 21 Januari 2027, 09.00"),
        ("musrenbang diundur dua hari pak", "Sabtu, 16 Januari 2027, 09.00"),
        ("pindah ke tanggal 20", "Rabu, 20 Januari 2027, 09.00"),
        ("geser ke senin jam 2 siang", "Senin, 11 Januari 2027, 14.00"),
    ],
)
async def test_the_one_meeting_is_moved_by_words_after_a_yes_and_keeps_its_hour(
    at_home: Home, typed: str, day: str
) -> None:
    ratna = await at_home.join("Ratna")
    await at_home.hold()
    assert day in await _says(at_home, ratna, typed, mentions("form.jadwal_pindah.alasan.tanya"))
    assert day in (await at_home.press(ratna, words("tombol.lewati"), says("jadwal_pindahkah")))["text"]
    await at_home.press(ratna, words("tombol_jadwal_pindahkan"), says("jadwal_dipindah"))


async def test_a_meeting_named_with_its_day_is_set_without_being_asked_again(at_home: Home) -> None:
    ratna = await at_home.join("Ratna")
    await at_home.ask(ratna, "musrenbang rabu depan jam 9", "Di mana tempatnya?")


async def test_what_was_pressed_by_mistake_is_taken_back_by_words_and_under_the_tick(anywhere: Home) -> None:
    at_home = anywhere
    ratna = await at_home.join("Ratna")
    await at_home.hold()
    task = await at_home.task("D13")
    await at_home.press_data(ratna, f"t:sudah:{task.id}", says("tugas_selesai"))
    await at_home.press(ratna, words("tombol_tugas_buka_lagi"), says("tugas_kartu"))
    assert (await at_home.task("D13")).state == "open"
    await at_home.press_data(ratna, f"t:sudah:{task.id}", says("tugas_selesai"))
    await _says(at_home, ratna, "eh salah pencet tadi", says("tugas_kartu"))
    assert (await at_home.task("D13")).state == "open"
    await at_home.press_data(ratna, f"t:sudah:{task.id}", says("tugas_selesai"))
    await at_home.ask(ratna, "/jadwal", says("jadwal_daftar"))
    await _says(at_home, ratna, "eh salah pencet tadi", says("menu_salah_tekan", ada=True))
    await at_home.press(ratna, words("tombol_menu_tarik_tugas", judul=at_home.title("D13")), says("tugas_kartu"))
    assert (await at_home.task("D13")).state == "open"


async def test_the_home_has_four_to_six_buttons_and_on_the_day_the_hall_comes_first(at_home: Home) -> None:
    ratna = await at_home.join("Ratna")
    await at_home.hold()
    shown = await at_home.ask(ratna, "/menu", says("menu_awal"))
    rows = shown["reply_markup"]["inline_keyboard"]
    assert 4 <= len(rows) <= 6
    assert rows[0][0]["text"].startswith("Tugas: ")
    await at_home.move_clock(HELD.replace(hour=7))
    shown = await at_home.ask(ratna, "menu saya", says("menu_awal"))
    assert shown["reply_markup"]["inline_keyboard"][0][0]["text"].startswith("Hari ini: Musrenbang desa")


async def test_a_villager_s_words_are_heard_as_before(at_home: Home) -> None:
    sitti = at_home.town.simulator.add_person("Sitti")
    await at_home.ask(sitti, "apa tugas saya", says("izin"))


async def test_several_tasks_are_done_in_one_line_and_one_asks_for_its_proof(at_home: Home) -> None:
    ratna = await at_home.join("Ratna")
    await at_home.hold()
    told = "kumpul ibu2 sudah kami bikin hari minggu, 17 orang datang"
    await at_home.ask(ratna, told, says("tugas_selesai", judul=at_home.title("D07")))
    await at_home.ask(ratna, "belum", bool)
    typed = "kumpul ibu2 sudah, kunjungan ke rumah juga sudah, undangan sudah dibagi, kopi sudah habis"
    await at_home.ask(ratna, typed, says("tugas_beberapa_selesai", lain=["kopi sudah habis"]))
    done = await at_home.town.rows("SELECT rule FROM tasks WHERE state = 'done' ORDER BY rule")
    assert [row[0] for row in done] == ["D07", "D08"]
    await at_home.ask(ratna, "kumpul ibu2 belum, undangan belum", bool)
    assert len(await at_home.town.rows("SELECT rule FROM tasks WHERE state = 'done'")) == 2


async def test_who_cannot_be_asked_to_take_a_task_is_named(at_home: Home) -> None:
    ratna = await at_home.join("Ratna")
    await at_home.join("Darwis", "fasilitator_kecamatan", "73.16.01")
    await at_home.hold()
    typed = "serahkan tugas cek tempat ke bu nurmi dan pak darwis"
    await at_home.ask(ratna, typed, says("tugas_ditawarkan", nama="Darwis", lain=["bu nurmi"]))
    assert len(await at_home.town.rows("SELECT id FROM tasks WHERE offered_to IS NOT NULL")) == 1
