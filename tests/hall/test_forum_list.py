"""Results of a meeting above the desa are entered from its list: ticks, one reason for the rest, everybody told."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.simulator.chats import Person
from tests.roles.conftest import Office
from tests.support.client import words_of
from tests.support.halls import TEN_O_CLOCK, Meeting, hold
from tests.support.sentences import says, words
from tests.support.town import town

KECAMATAN = "73.16.01"


@pytest.fixture
async def hall(database_url: str, tmp_path: Path) -> AsyncIterator[Meeting]:
    async with town(database_url, tmp_path, started=False) as place:
        await place.simulator.move_clock(to=TEN_O_CLOCK)
        await place.start()
        office = Office(place)
        leader = await office.join("Dian", "fasilitator_kecamatan", KECAMATAN)
        yield Meeting(office, await hold(place, "musrenbang_kecamatan", KECAMATAN), leader)


async def _villager(hall: Meeting, name: str) -> tuple[Person, int]:
    person = hall.town.simulator.add_person(name)
    await hall.town.start_chat(person, says("izin"))
    await hall.town.press(person, words("tombol_setuju"), "kecamatan")
    rows = await hall.town.rows("SELECT id FROM people WHERE address = :a", a=person.id)
    return person, rows[0][0]


async def _three(hall: Meeting) -> list[Person]:
    """Three that went on, and one that was refused in its desa."""
    people = []
    for number, name in enumerate(("Sitti", "Rahim", "Nur"), 1):
        person, who = await _villager(hall, name)
        people.append(person)
        await hall.bring(number, person_id=who, state="musdes", status="hasil", moved=1)
    await hall.bring(4, state="ditolak", status="hasil", moved=1)
    return people


async def test_ticks_and_one_reason_for_the_rest_then_everybody_is_told(hall: Meeting) -> None:
    sitti, rahim, nur = await _three(hall)
    await hall.open()
    await hall.press(words("rapat_tombol_hasil"), says("hasil_daftar", jumlah=3, ditandai=words("hasil_kata_lanjut")))
    await hall.press("Maiwa 1", says("hasil_daftar", lanjut=1))
    await hall.press(words("hasil_tombol_tandai_cadangan"), says("hasil_daftar", ditandai=words("hasil_kata_cadangan")))
    await hall.press("Maiwa 2", says("hasil_daftar", lanjut=1, cadangan=1))
    await hall.press(words("hasil_tombol_sisanya", jumlah=1), says("hasil_sisanya_mana"))
    await hall.press(words("alasan.R07.tombol"), says("hasil_daftar", lanjut=1, cadangan=1, belum=1))
    await hall.press(words("hasil_tombol_kabari", jumlah=3), says("hasil_dikabarkan", hp=3))
    await hall.town.hears(sitti, says("hasil_kabar", nomor="Maiwa 1", hasil="lanjut"))
    await hall.town.hears(rahim, says("hasil_kabar", nomor="Maiwa 2", hasil="cadangan"))
    told = await hall.town.hears(nur, says("hasil_kabar", nomor="Maiwa 3", hasil="belum"))
    assert words("alasan.R07.teks") in words_of(told)
    states = [row[0] for row in await hall.town.rows("SELECT state FROM usulan ORDER BY serial")]
    assert states == ["sipd_opd", "cadangan", "ditolak", "ditolak"]
    assert [(3,)] == await hall.town.rows("SELECT count(*) FROM moves WHERE occasion_id IS NOT NULL")
    assert "R09" not in [row[0] for row in await hall.town.rows("SELECT reason FROM decisions")]


async def test_a_tick_is_taken_away_while_nobody_knows_of_it(hall: Meeting) -> None:
    await _three(hall)
    await hall.open()
    await hall.press(words("rapat_tombol_hasil"), says("hasil_daftar", jumlah=3))
    await hall.press("Maiwa 1", says("hasil_daftar", lanjut=1))
    await hall.press(words("tombol_tercentang", nomor="Maiwa 1"), says("hasil_daftar", lanjut=0))
    assert [] == await hall.town.rows("SELECT 1 FROM decisions")


async def _tell(hall: Meeting) -> None:
    await hall.press(words("hasil_tombol_kabari", jumlah=1), says("hasil_dikabarkan"))
    await hall.press(words("rapat_tombol_kembali"), says("rapat_utama"))
    await hall.press(words("rapat_tombol_hasil"), says("hasil_daftar"))


async def test_what_was_told_can_be_put_right_and_never_be_as_if_unsaid(hall: Meeting) -> None:
    sitti, *_ = await _three(hall)
    await hall.open()
    await hall.press(words("rapat_tombol_hasil"), says("hasil_daftar", jumlah=3))
    await hall.press("Maiwa 1", says("hasil_daftar", lanjut=1))
    await _tell(hall)
    await hall.town.hears(sitti, says("hasil_kabar", nomor="Maiwa 1", hasil="lanjut"))
    ticked = words("tombol_tercentang", nomor="Maiwa 1")
    assert await hall.town.touch(hall.leader, ticked) in says("hasil_sudah_diketahui")
    await hall.press(words("hasil_tombol_tandai_cadangan"), says("hasil_daftar", ditandai="cadangan"))
    await hall.press("Maiwa 1", says("hasil_daftar", cadangan=1))
    assert await hall.town.touch(hall.leader, ticked) in says("hasil_sudah_diketahui")
    assert [("cadangan",)] == await hall.town.rows("SELECT outcome FROM decisions")
    await _tell(hall)
    await hall.town.hears(sitti, says("hasil_kabar", nomor="Maiwa 1", hasil="cadangan", pembetulan=True))


async def test_what_stands_further_on_is_not_put_back_by_a_meeting(hall: Meeting) -> None:
    sitti, who = await _villager(hall, "Sitti")
    await hall.bring(1, person_id=who, state="sipd_tapd", status="dibahas", moved=3)
    await hall.bring(2, state="musdes", status="dibahas", moved=1)
    await hall.open()
    await hall.press(words("rapat_tombol_hasil"), says("hasil_daftar", jumlah=2))
    await hall.press("Maiwa 1", says("hasil_daftar", lanjut=1))
    await hall.press(words("hasil_tombol_kabari", jumlah=1), says("hasil_dikabarkan"))
    await hall.town.hears(sitti, says("hasil_kabar", nomor="Maiwa 1", hasil="lanjut"))
    assert [("sipd_tapd", "dibahas"), ("musdes", "dibahas")] == await hall.town.rows(
        "SELECT state, status FROM usulan ORDER BY serial"
    )
    assert [] == await hall.town.rows("SELECT 1 FROM moves")


async def test_what_was_told_is_no_task_of_a_kecamatan(hall: Meeting) -> None:
    sitti, *_ = await _three(hall)
    query = "SELECT rule, state FROM tasks ORDER BY id"
    before = await hall.town.rows(query)
    assert "K20" in [rule for rule, _ in before]
    await hall.open()
    await hall.press(words("rapat_tombol_hasil"), says("hasil_daftar", jumlah=3))
    await hall.press("Maiwa 1", says("hasil_daftar", lanjut=1))
    await hall.press(words("hasil_tombol_kabari", jumlah=1), says("hasil_dikabarkan", hp=1, selesai=""))
    await hall.town.hears(sitti, says("hasil_kabar", nomor="Maiwa 1"))
    assert before == await hall.town.rows(query), "delegates and villages are still to be written to"


async def test_the_evening_counts_what_stands_in_the_list(hall: Meeting) -> None:
    await _three(hall)
    await hall.open()
    await hall.press(words("rapat_tombol_hasil"), says("hasil_daftar", jumlah=3))
    await hall.press("Maiwa 1", says("hasil_daftar", lanjut=1))
    await hall.town.until("SELECT count(*) FROM notices WHERE kind = 'rapat_sesudah'", 1)
    await hall.town.simulator.move_clock(to=TEN_O_CLOCK.replace(hour=19, minute=46))
    await hall.town.begin_again()
    await hall.town.hears(hall.leader, says("rapat_sesudah", hasil="2"))


async def test_two_who_tick_at_once_do_not_overwrite_each_other(hall: Meeting) -> None:
    await _three(hall)
    other = await hall.office.join("Ani", "bappeda", "73.16")
    await hall.open()
    await hall.press(words("rapat_tombol_hasil"), says("hasil_daftar", jumlah=3))
    await hall.town.ask(other, "/rapat", says("rapat_utama"))
    await hall.press(words("rapat_tombol_hasil"), says("hasil_daftar", jumlah=3), other)
    await hall.press(words("hasil_tombol_tandai_cadangan"), says("hasil_daftar", ditandai="cadangan"), other)
    said = await asyncio.gather(hall.town.touch(hall.leader, "Maiwa 1"), hall.town.touch(other, "Maiwa 1"))
    assert sorted(map(bool, said)) == [False, True]
    assert words("hasil_didahului") in said
    assert [(1,)] == await hall.town.rows("SELECT count(*) FROM decisions")
    assert [(1,)] == await hall.town.rows("SELECT version FROM decisions")


async def test_an_empty_list_says_what_comes_first(hall: Meeting) -> None:
    await hall.bring(1)
    await hall.open()
    await hall.press(words("rapat_tombol_hasil"), says("hasil_daftar_kosong"))


_DECIDED = "SELECT serial, outcome, reason, note FROM decisions JOIN usulan ON usulan.id = usulan_id ORDER BY serial"


async def _decided(hall: Meeting) -> list[tuple[object, ...]]:
    return [tuple(row) for row in await hall.town.rows(_DECIDED)]


@pytest.mark.parametrize("lead", ["", "hasil musrenbang kecamatan: "])
async def test_results_are_typed_as_in_a_desa(hall: Meeting, lead: str) -> None:
    await _three(hall)
    await hall.say("/tugas", lambda _: True)
    await hall.say(
        f"{lead}maiwa 1 dibawa terus, 2 cadangan, 3 belum dibawa karena bisa dari dana desa, 4 dibawa terus",
        says("hasil_betulkah_banyak"),
    )
    assert await _decided(hall) == []
    await hall.say("eh salah yang 1 cadangan, yang 2 dibawa", says("hasil_betulkah_banyak"))
    await hall.say("ya", says("hasil_daftar", lanjut=1, cadangan=1, belum=1))
    assert await _decided(hall) == [
        (1, "cadangan", None, None),
        (2, "lanjut", None, None),
        (3, "belum", None, "bisa dari dana desa"),
    ]


@pytest.mark.parametrize(
    ("typed", "rest", "listed", "decided"),
    [
        (
            "hasil musrenbang kecamatan: maiwa 1 dibawa terus, maiwa 2 cadangan, sisanya cadangan",
            "sisanya cadangan",
            {"lanjut": 1, "cadangan": 1},
            [(1, "lanjut"), (2, "cadangan")],
        ),
        (
            "hasil musrenbang kecamatan: maiwa 1 prioritas 1, maiwa 2 tidak dibawa krn masuk dinas, sisanya cadangan",
            "sisanya cadangan",
            {"lanjut": 1, "belum": 1},
            [(1, "lanjut"), (2, "belum")],
        ),
        (
            "hasil musrenbang kecamatan: maiwa 1 prioritas 1, maiwa 2 prioritas 2, yang lain cadangan semua",
            "yang lain cadangan semua",
            {"lanjut": 2},
            [(1, "lanjut"), (2, "lanjut")],
        ),
    ],
)
async def test_what_is_said_of_the_rest_is_not_lost_in_silence(
    hall: Meeting, typed: str, rest: str, listed: dict[str, int], decided: list[tuple[int, str]]
) -> None:
    await _three(hall)
    await hall.say("/tugas", lambda _: True)
    await hall.say(typed, says("hasil_belum_terbaca", baris=[rest]))
    await hall.say("ya", says("hasil_daftar", **listed))
    assert [row[:2] for row in await _decided(hall)] == decided


@pytest.mark.parametrize("typed", ["umumkan hasilnya ke semua pengusul", "siarkan hasilnya kepada pengusulnya"])
async def test_results_that_are_to_be_announced_are_told_to_those_who_brought_them(hall: Meeting, typed: str) -> None:
    await _three(hall)
    await hall.say("hasil musrenbang kecamatan: maiwa 1 dibawa terus, maiwa 2 cadangan", says("hasil_betulkah_banyak"))
    await hall.say("ya", bool)
    await hall.say("/tugas", lambda _: True)
    await hall.say(typed, says("hasil_kabari_dulu"))
    assert not await hall.town.rows("SELECT 1 FROM broadcasts")


async def test_where_the_list_stands_a_number_is_enough_and_the_reason_is_asked(hall: Meeting) -> None:
    await _three(hall)
    await hall.open()
    await hall.press(words("rapat_tombol_hasil"), says("hasil_daftar", jumlah=3))
    await hall.say("1 dibawa terus", says("hasil_betulkah", nomor="Maiwa 1"))
    await hall.say("iya", says("hasil_daftar", lanjut=1))
    await hall.say("3 ditolak", says("hasil_sebab_mana", nomor="Maiwa 3"))
    await hall.say("posyandu bisa dari dana desa", says("hasil_betulkah", nomor="Maiwa 3"))
    await hall.say("ya", says("hasil_daftar", lanjut=1, belum=1))
    await hall.press(words("hasil_tombol_sisanya", jumlah=1), says("hasil_sisanya_mana"))
    await hall.say("uang kecamatan sudah habis", says("hasil_sisanya_betulkah", jumlah=1))
    await hall.say("ya", says("hasil_daftar", lanjut=1, belum=2))
    assert await _decided(hall) == [
        (1, "lanjut", None, None),
        (2, "belum", None, "uang kecamatan sudah habis"),
        (3, "belum", None, "posyandu bisa dari dana desa"),
    ]
    await hall.say("kabari pengusulnya", says("hasil_dikabarkan", hp=3))


async def test_a_number_of_two_kecamatan_needs_its_name(database_url: str, tmp_path: Path) -> None:
    async with town(database_url, tmp_path, started=False) as place:
        await place.simulator.move_clock(to=TEN_O_CLOCK)
        await place.start()
        office = Office(place)
        leader = await office.join("Ratna", "bappeda", "73.16")
        hall = Meeting(office, await hold(place, "musrenbang_kabupaten", "73.16"), leader)
        await hall.bring(1, state="musdes", status="hasil", moved=1)
        await hall.bring(1, desa="73.16.02.2001", state="musdes", status="hasil", moved=1)
        await hall.open()
        await hall.press(words("rapat_tombol_hasil"), says("hasil_daftar", jumlah=2))
        await hall.say("1 dibawa terus", says("hasil_nomor_tidak_ada", nomor=1, sebut_kecamatan=True))
        await hall.say("maiwa 1 dibawa terus", says("hasil_betulkah", nomor="Maiwa 1"))
        await hall.say("ya", says("hasil_daftar", lanjut=1))
        assert await _decided(hall) == [(1, "lanjut", None, None)]
