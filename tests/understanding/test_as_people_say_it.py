"""Numbers, money and days as people say them: limits, ranges, dictated halves, and what is said besides."""

from datetime import date
from typing import Any

import pytest

from bot.core import kinds
from bot.core.forms.heard import Pressed, Typed
from bot.core.forms.questions import Ask, Question, Reading, Took, Unsure
from bot.core.places.places import Places
from tests.support import tongue as u
from tests.support.tongue import World
from tests.understanding.labels import hear, write_when

WORLD = World(Places([("73.16", "Enrekang")], {}))
THURSDAY = date(2026, 11, 26)


def _ask(kind: str, **params: Any) -> Ask:
    return Ask(Question("q", kind, kinds.find(kind).Params(**params)), {}, WORLD)


def _read(kind: str, text: str, **params: Any) -> Reading:
    return kinds.find(kind).read(_ask(kind, **params), Typed(text, 1))


def _when(text: str) -> str:
    found = u.read_when(text, THURSDAY, "WITA")
    return write_when(found.value) if isinstance(found, u.Understood) else "?"


@pytest.mark.parametrize(
    ("kind", "text", "label"),
    [
        ("ukuran", "belumpi sampe 100 mtr", "<100 m"),
        ("orang", "kurang ji dari 20 org", "<20"),
        ("orang", "tida cukup 30 orang", "<30"),
        ("orang", "30 orang nda sampe ji", "<30"),
        ("orang", "tidak kurang dari 75 jiwa", ">75"),
        ("orang", "sekurang kurangnya 70 warga", ">70"),
        ("orang", "k/l 80 orang", "~80"),
        ("orang", "80 orang. Itu perkiraan saja", "~80"),
        ("uang", "maksimal Rp 30.000.000", "<30000000"),
        ("uang", "paling sedikit 20 juta", ">20000000"),
        ("uang", "lk 12 jt", "~12000000"),
    ],
)
def test_a_limit_is_kept_however_it_is_written(kind: str, text: str, label: str) -> None:
    assert label == hear(kind, text)


@pytest.mark.parametrize(
    ("kind", "text", "label"),
    [
        ("orang", "15 smp 25 kk", "KK15-25"),
        ("orang", "15 org sampek 25 org", "15-25"),
        ("orang", "15 org sampai 25", "15-25"),
        ("orang", "antara 75 dengan 80 orang", "75-80"),
        ("orang", "antara 75 orang dan 80 orang", "75-80"),
        ("orang", "sekitar 15an sampai 25an orang", "15-25"),
        ("orang", "7 atau 8 kk", "KK7-8"),
        ("orang", "minimal 75 orang maksimal 80 orang", "75-80"),
        ("uang", "paling sedikit 15 juta, paling banyak 20 juta", "15000000-20000000"),
        ("uang", "5 juta atau 6 juta", "5000000-6000000"),
        ("uang", "50 atau 60 juta", "?"),
        ("ukuran", "antara 100 m dan 150 m", "100-150 m"),
        ("uang", "antara 8 sama 10 juta", "8000000-10000000"),
        ("uang", "rp 5 juta s/d rp 7,5 juta", "5000000-7500000"),
        ("uang", "Rp5.000.000-Rp7.500.000", "5000000-7500000"),
    ],
)
def test_a_range_keeps_both_ends(kind: str, text: str, label: str) -> None:
    assert label == hear(kind, text)


@pytest.mark.parametrize("text", ["15 smp 25 org", "15 sd 25 org"])
def test_up_to_how_many_is_no_school(text: str) -> None:
    assert Took({"total": 15, "to": 25}, guessed=True) == _read("orang", text)


@pytest.mark.parametrize("text", ["bisa sampai 100 orang", "sampai 100 orang", "50 orang atau 100 orang"])
def test_a_range_whose_other_end_was_not_told_is_asked(text: str) -> None:
    assert "?" == hear("orang", text)


@pytest.mark.parametrize(
    ("kind", "text", "label"),
    [
        ("ukuran", "semen empat ton setengah", "4,5 ton"),
        ("ukuran", "dua kilo setengah jalan", "2,5 km"),
        ("ukuran", "bibit jagung 5 kilo", "5 kg"),
        ("ukuran", "5 kilo", "?"),
        ("ukuran", "pipa 3 inci 50 batang", "50 batang"),
        ("ukuran", "pjg 150 lbr 3", "150 m × 3 m"),
        ("ukuran", "aulanya delapan kali dua belas meter", "8 m × 12 m"),
        ("ukuran", "1 paket mesin jahit", "1 paket"),
        ("ukuran", "1 paket lengkap", "?"),
        ("ukuran", "40 depa", "?"),
        ("ukuran", "25 biji ji", "25 biji"),
        ("uang", "dua juta setengah", "2500000"),
        ("uang", "setengah M", "500000000"),
        ("uang", "20 an juta", "~20000000"),
        ("uang", "3 ribu ringgit", "?"),
        ("orang", "limapuluhji orang", "50"),
        ("orang", "kami berdua ji", "2"),
        ("orang", "pitu kk", "KK7"),
    ],
)
def test_dictated_numbers_and_units_of_every_sort(kind: str, text: str, label: str) -> None:
    assert label == hear(kind, text)


@pytest.mark.parametrize(
    ("kind", "text", "label"),
    [
        ("orang", "38 kk, saya yang mencatat kemarin dulu", "KK38"),
        ("orang", "90, tapi laki perempuannya saya tidak pisahkan", "90"),
        ("orang", "seluruhnya 23 kk, tidak ada orang kaya di sini", "KK23"),
        ("orang", "sekampung ada 64 kk", "KK64"),
        ("orang", "dulu 30 kk, sekarang sudah 42 kk", "KK42"),
        ("orang", "20 anak tambah 3 guru, jadi 23 semua", "23"),
        ("orang", "48 anak. Laki-lakinya 22, sisanya perempuan", "L22 P26"),
        ("orang", "saya sama empat orang tetangga", "5"),
        ("orang", "saya sama 3 keluarga lain", "KK4"),
        ("orang", "5 orang, saya sama mamakku", "5"),
        ("orang", "tiap pagi ada 60-70 orang antri", "60-70"),
        ("orang", "Data per Oktober 2026: 1.024 jiwa dalam 271 KK", "1024 KK271"),
        ("orang", "dua puluhan kk lah, tidak pernah saya hitung", "KK~20"),
        ("orang", "210 orang; di antaranya 18 KK tergolong kurang mampu", "210 M18"),
        ("orang", "nol, alhamdulillah", "0"),
        ("ukuran", "minimal 800 meter, kalau kurang percuma", ">800 m"),
        ("ukuran", "cukup 1 unit", "1 unit"),
        ("uang", "antara 10 sampai 15 juta, tergantung harga semen", "10000000-15000000"),
    ],
)
def test_what_is_said_besides_changes_nothing(kind: str, text: str, label: str) -> None:
    assert label == hear(kind, text)


@pytest.mark.parametrize(
    "text",
    [
        "50 orang tapi tidak jadi",
        "50 orang, itu belum semuanya",
        "50 orang belum termasuk anak-anak",
        "50 orang, itu dulu waktu masih ramai",
        "50 orang tapi separuhnya pindah",
        "50 orang untuk setiap dusun",
        "50, itu kepala keluarga bukan orang",
    ],
)
def test_what_takes_the_value_back_is_never_left_out(text: str) -> None:
    assert not isinstance(_read("orang", text), Took)


@pytest.mark.parametrize(
    "text", ["wallahu alam, ndak pernahka hitung", "belum pernah saya hitung", "mana saya tau pak"]
)
def test_never_counted_is_not_known(text: str) -> None:
    assert Took({"unknown": True}, guessed=True) == _read("orang", text, hitung="keluarga", belum_tahu="Belum tahu")


def test_poor_families_nobody_knows_of_are_told_with_the_people() -> None:
    reading = _read("orang", "44 laki2 39 perempuan. yg kurang mampu ndak kutau")
    assert isinstance(reading, Took)
    assert (83, {"kurang_mampu": {"unknown": True}}) == (reading.value["total"], reading.also)


def test_a_size_beside_the_people_goes_to_its_own_question() -> None:
    reading = _read("orang", "40 orang. Panjang pipa 150 m")
    assert isinstance(reading, Took)
    assert {"ukuran": {"sizes": [{"amount": "150", "unit": "m", "side": ""}]}} == reading.also


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("sekitar 15 juta", {"rupiah": 15_000_000, "bound": "kira"}),
        ("10 sampai 15 juta", {"rupiah": 10_000_000, "to": 15_000_000}),
        ("15 juta", {"rupiah": 15_000_000}),
    ],
)
def test_money_keeps_how_it_was_told(text: str, value: Any) -> None:
    reading = _read("uang", text)
    assert Took(value, guessed=True) == reading
    assert kinds.find("uang").holds(_ask("uang"), value)
    assert kinds.find("uang").show(_ask("uang"), value)


@pytest.mark.parametrize(
    "value", [{"rupiah": 10, "to": 5}, {"rupiah": 10, "bound": "banyak"}, {"rupiah": 5, "to": "9"}]
)
def test_money_nobody_kept_does_not_hold(value: Any) -> None:
    assert not kinds.find("uang").holds(_ask("uang"), value)


def test_a_button_for_money_gives_the_bound_that_it_shows() -> None:
    reading = _read("uang", "tidak tahu, 10 sampai 15 juta")
    assert isinstance(reading, Unsure)
    assert "Rp10.000.000–Rp15.000.000" == reading.offers[0].label
    assert Took({"rupiah": 10_000_000, "to": 15_000_000}) == _read_press("uang", reading.offers[0].value)


def _read_press(kind: str, code: str) -> Reading:
    return kinds.find(kind).read(_ask(kind), Pressed("d", "q", code))


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("malam minggu jam 8", "2026-11-28 20:00"),
        ("malam jumat jam 8", "?"),
        ("jam 4 sore, kalau siang saya di kebun", "16:00"),
        ("besok pagi jam 8 sebelum ke kebun", "2026-11-27 08:00"),
        ("Rabu jam 10 pagi sesudah anak2 pulang", "2026-12-02 10:00"),
        ("seminggu dari sekarang jam 9 pagi", "2026-12-03 09:00"),
        ("besok jam 4 sore tapi saya tidak bisa", "?"),
        ("senin jam 9, selasa saya ke kota", "?"),
        ("besok jam 9 bukan jam 10", "2026-11-27 09:00"),
        ("besok jam 9, bukan", "?"),
    ],
)
def test_what_is_said_besides_a_time_changes_nothing_unless_it_takes_it_back(text: str, when: str) -> None:
    assert when == _when(text)
