"""Whoever leads a meeting asks and invites in words, and is answered as who leads it."""

from datetime import timedelta

import pytest

from bot.simulator.keyboards import buttons_of
from bot.work.office import Office
from tests.support.client import labels
from tests.support.desk import ZONE
from tests.support.halls import Meeting
from tests.support.homes import Home
from tests.support.sentences import mentions, says, words
from tests.support.town import catalog_of


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("undang bu sitti sama bu hawa ke musrenbang", {"bu sitti", "bu hawa"}),
        ("undang pak budi dan bu ani untuk musrenbang", {"pak budi", "bu ani"}),
        ("undang juga pak Syarif dari kelompok tani dan Aco wakil pemuda", {"pak syarif", "aco"}),
        ("tambah Budi petani di undangan musrenbang", {"budi"}),
        ("tambah tamu pak budi kepala dusun paraja", {"pak budi"}),
    ],
)
async def test_who_is_named_is_read_back_as_guests(hall: Meeting, typed: str, names: set[str]) -> None:
    await hall.say(typed, says("rapat_pratinjau", jumlah=len(names)))
    await hall.press(words("rapat_tombol_simpan", jumlah=len(names)), says("rapat_banyak_dicatat"))
    assert {name.lower() for name in await hall.guests()} == names


@pytest.mark.parametrize("typed", ["siapa tamu yg belum ada kabar", "tamu mana yang belum konfirmasi"])
async def test_who_has_not_answered_is_asked_of_the_guests(hall: Meeting, typed: str) -> None:
    await hall.invite("Ibu Sitti")
    await hall.say("/tugas", lambda message: True)
    shown = await hall.say(typed, says("rapat_kabar_siapa"))
    assert any("Sitti" in label for label in labels(shown))


@pytest.mark.parametrize("typed", ["ada usulan apa saja", "usulan apa saja yang masuk"])
async def test_what_came_is_listed_to_whoever_reads_there(hall: Meeting, typed: str) -> None:
    await hall.bring(1)
    await hall.say(typed, lambda message: "Maiwa 1" in str(message))
    assert not any(text in says("tanya_boleh_apa") for text in hall.office.texts(hall.leader))


LISTED = "1. Pak Made ketua RT 1\n2. Bu Ina PKK\n3. Minah"


@pytest.mark.parametrize(
    "typed",
    [
        f"ini daftar undangannya:\n{LISTED}",
        f"Assalamualaikum pak ini yg diundang musrenbang:\n{LISTED}\nTerima kasih pak",
        f"ini yg sy mau undang rapat 12 januari:\n{LISTED}",
        "ini yang mau kuundang pak:\nPak Made ketua RT 1\nBu Ina PKK\nMinah",
        f"[28/11 09:12] Pak Desa: Undangan musrenbang\n{LISTED}",
        f"ini yg sy mau undang rapat nanti:\n{LISTED}",
        "undangan pertemuan nanti\nPak Made ketua RT 1\nBu Ina PKK\nMinah",
    ],
)
async def test_what_stands_around_a_list_is_nobody(hall: Meeting, typed: str) -> None:
    await hall.say("/tugas", lambda message: True)
    await hall.say(typed, says("rapat_pratinjau", jumlah=3))
    await hall.press(words("rapat_tombol_simpan", jumlah=3), says("rapat_banyak_dicatat"))
    assert set(await hall.guests()) == {"Pak Made", "Bu Ina", "Minah"}


async def test_what_somebody_is_is_no_part_of_the_name(hall: Meeting) -> None:
    await hall.open()
    await hall.press(words("rapat_tombol_undangan"), says("rapat_undangan"))
    await hall.press(words("rapat_tombol_tambah_satu"), "Siapa nama")
    await hall.say("bu sanna, keluarga miskin dusun jambu", "Dari kelompok mana")
    await hall.press("Kurang mampu", "untuk siapa")
    await hall.press(words("tombol.lewati"), "menghalangi")
    await hall.press(words("tombol.lewati"), says("rapat_undangan"))
    assert (await hall.guests())["bu sanna"][8] == "dusun jambu"


async def test_one_is_taken_off_by_name_and_brought_back(hall: Meeting) -> None:
    await hall.invite("H. Sappe")
    await hall.invite("Ibu Minah")
    await hall.say("h sappe tidak jadi diundang, coret saja", says("rapat_tamu_dihapus", nama="H. Sappe"))
    assert await hall.town.rows("SELECT name FROM invitees WHERE state = 'removed'") == [("H. Sappe",)]
    await hall.press(words("rapat_tombol_pulihkan"), says("rapat_orang"))
    await hall.say("hapus bu rosma dari undangan", says("rapat_hapus_siapa", nama="bu rosma", ada=False))
    await hall.say("/tugas", lambda message: True)
    await hall.say("minah hapus, dia pindah ke makassar", says("rapat_tamu_dihapus", nama="Ibu Minah"))
    await hall.press(words("rapat_tombol_pulihkan"), says("rapat_orang"))
    assert await hall.town.rows("SELECT name FROM invitees WHERE state = 'removed'") == []
    await hall.say("/tugas", lambda message: True)
    await hall.say("hapus usulan ibu minah", "")
    assert await hall.town.rows("SELECT name FROM invitees WHERE state = 'removed'") == []
    await hall.say("minah hapus, dia pindah ke makassar", says("rapat_tamu_dihapus", nama="Ibu Minah"))
    await hall.invite("Minah istri kadus jambu", "Minah kader posyandu")
    await hall.say("minah yg istri kadus tdk usah", says("rapat_tamu_dihapus", nama="Minah"))
    assert ("istri kadus jambu",) in await hall.town.rows("SELECT speaks_for FROM invitees WHERE state = 'removed'")


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("ganti pak made kepala dusun jadi pak madi", {"pak madi", "Pak Made"}),
        ("pak made itu yg kepala dusun bukan made tapi madi", {"Pak madi", "Pak Made"}),
        ("minah salah, harusnya aminah", {"Pak Made", "Ibu aminah"}),
    ],
)
async def test_one_has_another_name(hall: Meeting, typed: str, names: set[str]) -> None:
    await hall.invite("Pak Made - kepala dusun jambu", "Pak Made ketua BPD", "Ibu Minah")
    await hall.say("/tugas", lambda message: True)
    await hall.say(typed, says("rapat_orang"))
    assert names <= set(await hall.guests())


@pytest.mark.parametrize(
    "typed", ["tambah undangan bu sanna, keluarga miskin dusun jambu", "bu sanna juga diundang ke musrenbang"]
)
async def test_one_more_is_a_guest_and_gets_no_code(hall: Meeting, typed: str) -> None:
    await hall.say(typed, says("rapat_pratinjau", jumlah=1))
    await hall.press(words("rapat_tombol_simpan", jumlah=1), says("rapat_banyak_dicatat"))
    assert [name.lower() for name in await hall.guests()] == ["bu sanna"]


@pytest.mark.parametrize(
    "typed",
    ["tambah lagi 2 orang: Rosdiana (bidan) sama pak Tamrin guru", "undang juga Rosdiana bidan, pak Tamrin guru"],
)
async def test_two_more_in_one_sentence_are_two(hall: Meeting, typed: str) -> None:
    await hall.say(typed, says("rapat_pratinjau", jumlah=2))
    await hall.press(words("rapat_tombol_simpan", jumlah=2), says("rapat_banyak_dicatat"))
    assert set(await hall.guests()) == {"Rosdiana", "pak Tamrin"}


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("pak made itu yg kepala dusun bukan made tapi madi", "Pak madi"),
        ("ganti pak made ketua bpd jadi bu mina", "bu mina"),
    ],
)
async def test_a_slip_in_a_name_is_put_right_by_what_they_are(hall: Meeting, typed: str, name: str) -> None:
    await hall.invite("Pak Made - kepala dusun jambu", "Pak Made ketua BPD")
    await hall.say("/tugas", lambda message: True)
    await hall.say("ganti pak made jadi pak mado", lambda message: True)  # of two it is not known who
    assert set(await hall.guests()) == {"Pak Made"}
    await hall.say(typed, says("rapat_orang", nama=name))
    await hall.say("pak made kepala dusun sdh kubilangi, mau ji datang", lambda message: True)
    assert set(await hall.guests()) == {"Pak Made", name}


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("undang pak Mansur imam desa sama ibu Hasnah kader posyandu", {"pak Mansur", "ibu Hasnah"}),
        ("tolong undang pak Mansur imam desa", {"pak Mansur"}),
        ("undang bu Ratna dan pak Baso", {"bu Ratna", "pak Baso"}),
        ("undang untuk musrenbang: pak Mansur imam desa, bu Ratna", {"pak Mansur", "bu Ratna"}),
        ("undang tamu musrenbang: pak Mansur imam desa, bu Ratna", {"pak Mansur", "bu Ratna"}),
    ],
)
async def test_who_is_invited_with_nothing_else_named_is_a_guest(hall: Meeting, typed: str, names: set[str]) -> None:
    await hall.say("/tugas", lambda message: True)
    await hall.say(typed, says("rapat_pratinjau", jumlah=len(names)))
    await hall.press(words("rapat_tombol_simpan", jumlah=len(names)), says("rapat_banyak_dicatat"))
    assert set(await hall.guests()) == names
    assert not await hall.town.rows("SELECT 1 FROM invites WHERE role = 'delegasi'")


@pytest.mark.parametrize("typed", ["undang pak Mansur jadi delegasi desa", "undang Rustam fasilitator desa"])
async def test_who_is_to_be_something_here_is_no_guest(hall: Meeting, typed: str) -> None:
    await hall.say(typed, bool)
    assert not any(text in says("rapat_pratinjau") for text in hall.office.texts(hall.leader))


async def test_of_several_meetings_it_is_asked_to_which(hall: Meeting) -> None:
    at_home = Home(hall.town, Office(catalog_of(), "Bappeda Enrekang", ZONE))
    later = hall.occasion.starts_at + timedelta(days=3)
    await at_home.hold("musdes", hall.occasion.wilayah, later)
    asked = await hall.say("undang pak Mansur imam desa", mentions("rapat_tamu_pertemuan"))
    ((musdes,),) = await hall.town.rows("SELECT id FROM occasions WHERE kind = 'musdes'")
    keys = [key["callback_data"] for key in buttons_of(asked["reply_markup"])]
    await hall.press_data(next(data for data in keys if f":{musdes}:" in data))
    await hall.press(words("rapat_tombol_simpan", jumlah=1), says("rapat_banyak_dicatat"))
    assert await hall.town.rows("SELECT occasion_id, name FROM invitees") == [(musdes, "pak Mansur")]
