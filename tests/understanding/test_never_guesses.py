"""What has two meanings is asked, with both as options where there are few; each case guards one rule."""

from datetime import date

import pytest

from bot.core.forms.heard import Typed
from bot.core.forms.questions import Ask, Question, Refused
from bot.core.kinds import find
from bot.core.places.places import Places
from tests.support import tongue as u
from tests.support.tongue import World
from tests.understanding.labels import READERS, TODAY, hear, write_when


def _options(kind: str, text: str) -> list[str]:
    read, write = READERS[kind]
    found = read(text)
    assert isinstance(found, u.Unsure), found
    return [write(option.value) for option in found.options]


@pytest.mark.parametrize(
    ("kind", "text", "options"),
    [
        ("orang", "200 atau 250 orang", ["200", "250"]),
        ("orang", "250-200 orang", ["250", "200"]),
        ("orang", "1,250", ["1250"]),
        ("orang", "lk 200 orang", ["L200", "~200"]),
        ("orang", "70000 orang", ["70000"]),
        ("orang", "tidak tahu pasti, 50 orang", ["50"]),
        ("orang", "90 laki-laki 200 orang", ["L90 P110"]),
        ("orang", "63 balita, 9 ibu hamil", ["72"]),
        ("orang", "20 ibu", ["20"]),
        ("ukuran", "1.500 km", ["1.500 km", "1,5 km"]),
        ("ukuran", "1 kilo", ["1 km", "1 kg"]),
        ("ukuran", "40x60", ["40 m × 60 m", "40 cm × 60 cm"]),
        ("ukuran", "2 x 100 m", ["2 m × 100 m"]),
        ("ukuran", "2 kali 3 meter", ["2 m × 3 m"]),
        ("ukuran", "panjang 600", ["600 m"]),
        ("ukuran", "200 m dan 300 m", ["200 m", "300 m"]),
        ("ukuran", "1 km x 3", ["1 km × 3 m"]),
        ("ukuran", "panjang 3 m panjang 4 m", ["3 m", "4 m"]),
        ("uang", "2,3 m", ["2300000000"]),
        ("uang", "200 M", ["200000000000"]),
        ("uang", "dua juta lima", ["2005000", "2000005"]),
        ("uang", "60 sampai 50 juta", ["60000000", "50000000"]),
        ("uang", "250", ["250000", "250000000"]),
        ("uang", "50 juta untuk 200 meter", ["50000000"]),
        ("rt_rw", "03/01", ["RT 03/RW 01"]),
        ("waktu", "minggu", ["2026-11-29"]),
        ("waktu", "kamis depan", ["2026-11-26", "2026-12-03"]),
        ("waktu", "selasa", ["2026-11-24", "2026-12-01"]),
        ("waktu", "besok jam 2", ["2026-11-25 02:00", "2026-11-25 14:00"]),
        ("waktu", "malam jumat", ["2026-11-26 malam", "2026-11-27 malam"]),
        ("waktu", "5 november", ["2026-11-05", "2027-11-05"]),
        ("waktu", "tgl 20", ["2026-11-20", "2026-12-20"]),
        ("waktu", "selasa 14 januari 2027", ["2027-01-14"]),
        ("waktu", "paling lambat tgl 30 november", ["2026-11-30"]),
        ("waktu", "kamis pertama desember", ["2026-11-26"]),
        ("waktu", "jam 9 lewat", ["09:00"]),
    ],
)
def test_what_may_mean_two_things_is_asked(kind: str, text: str, options: list[str]) -> None:
    assert options == _options(kind, text)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("orang", "2k orang"),
        ("orang", "20 orang/hari"),
        ("orang", "20 orang x 3 kelompok"),
        ("orang", "3 RT, 2 dusun"),
        ("orang", "bukan 200 orang"),
        ("orang", "dulu 30, pindah 4"),
        ("orang", "2,5 orang"),
        ("orang", "200 pohon"),
        ("orang", "-5 orang"),
        ("orang", "umur 30"),
        ("orang", "1234567 orang"),
        ("orang", "90 laki-laki, 120 perempuan, total 200"),
        ("ukuran", "2 juta"),
        ("ukuran", "0 meter"),
        ("ukuran", "3 m x 4 m2"),
        ("uang", "500rb/orang"),
        ("uang", "200 juta dan 50 juta"),
        ("uang", "99999999999999999999"),
        ("rt_rw", "RT 3A"),
        ("rt_rw", "RT sebelah"),
        ("rt_rw", "rt 3 rumah nomor 5"),
        ("waktu", "bukan kamis"),
        ("waktu", "setiap kamis"),
        ("waktu", "jam 25"),
        ("waktu", "jam 10 habis zuhur"),
        ("angka", "1.25.000"),
    ],
)
def test_what_makes_no_sense_here_has_no_reading_at_all(kind: str, text: str) -> None:
    assert u.NotUnderstood() == READERS[kind][0](text)


@pytest.mark.parametrize(
    ("kind", "text", "label"),
    [
        ("orang", "l00 orang", "?"),
        ("orang", "RT 2: 46 KK", "KK46"),
        ("orang", "semua 145 orang", "145"),
        ("orang", "200 (dua ratus) orang", "200"),
        ("orang", "12 perempan", "P12"),
        ("ukuran", "40 lbr", "40 lembar"),
        ("ukuran", "pjg 80 m lbr 2 m", "80 m × 2 m"),
        ("ukuran", "50 cm x 60 cm panjang 200 m", "50 cm × 60 cm × 200 m"),
        ("ukuran", "2000 bantang", "?"),
        ("uang", "2,3 M", "2300000000"),
        ("uang", "Rp 2,3 m", "2300000000"),
        ("rt_rw", "lingkungan 2 rt 3", "RT 03"),
        ("waktu", "jam 9", "09:00"),
        ("waktu", "sebentar malam", "2026-11-24 malam"),
    ],
)
def test_a_small_difference_makes_the_meaning(kind: str, text: str, label: str) -> None:
    assert label == hear(kind, text)


@pytest.mark.parametrize(
    ("today", "text", "options"),
    [
        (date(2026, 11, 23), "selasa depan", ["2026-11-24", "2026-12-01"]),
        (date(2026, 11, 25), "selasa depan", ["2026-12-01"]),
        (date(2026, 11, 29), "senin minggu depan", ["2026-11-30", "2026-12-07"]),
        (date(2026, 12, 31), "tgl 5", ["2027-01-05"]),
        (date(2027, 1, 31), "tgl 31 bulan depan", []),
        (date(2027, 1, 20), "tgl 10 januari", ["2027-01-10", "2028-01-10"]),
        (date(2028, 2, 28), "besok", ["2028-02-29"]),
    ],
)
def test_what_a_day_means_depends_on_today(today: date, text: str, options: list[str]) -> None:
    found = u.read_when(text, today)
    values = [found.value] if isinstance(found, u.Understood) else [o.value for o in getattr(found, "options", ())]
    assert options == [write_when(value) for value in values]


@pytest.mark.parametrize("kind", sorted(READERS))
def test_a_long_story_is_not_searched_for_numbers(kind: str) -> None:
    assert u.NotUnderstood() == READERS[kind][0]("200 meter" + " sekali" * 40)


def test_a_choice_that_fits_into_no_button_is_asked_in_words() -> None:
    ask = Ask(Question("q", "ukuran", find("ukuran").Params()), {}, World(Places([("73.16", "Enrekang")], {})))
    reading = find("ukuran").read(ask, Typed("tidak tahu, 50.000,25 m x 50.000,25 m x 50.000,25 m", 1))
    assert isinstance(reading, Refused)
    assert "pengertian.maksudnya" == reading.why.name


@pytest.mark.parametrize("text", ["1,250 m", "1,250 km"])
def test_three_decimals_are_not_written_down_where_they_look_like_thousands(text: str) -> None:
    assert "1,25" in _options("ukuran", text)[1]
    assert u.NotUnderstood() == u.read_volume("dua koma tiga tujuh lima meter")


def test_today_is_told_and_never_looked_up() -> None:
    assert isinstance(u.read_when("besok", date(2001, 12, 31)), u.Understood)
    assert u.read_when("besok", TODAY) != u.read_when("besok", date(2026, 11, 25))


@pytest.mark.parametrize("text", ["35 ribu 2,5 koma", "35 03/01 k 2,5 koma", "1 = sebelas koma sekali"])
def test_a_comma_with_nothing_behind_it_is_no_number_and_no_fault(text: str) -> None:
    assert not any(isinstance(read(text), u.Understood) for read, _ in READERS.values())
