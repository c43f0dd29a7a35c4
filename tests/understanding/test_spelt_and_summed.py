"""Spellings that leave letters out, sums that tell themselves, and words that only look like a bound."""

from typing import Any

import pytest

from bot.core.flow.scene import kind_of
from bot.core.forms.heard import Typed
from bot.core.forms.questions import Ask, Reading, Took, Unsure
from tests.support.content import catalog_of
from tests.understanding.labels import ASK, hear


def _poor(text: str, told: Any) -> Reading:
    catalog = catalog_of()
    question = catalog.flows["usulan"].question("kurang_mampu")
    assert question is not None
    values = {} if told is None else {"jumlah": told}
    return kind_of(question).read(Ask(question, values, catalog.world), Typed(text, 1))


@pytest.mark.parametrize(
    ("kind", "text", "label"),
    [
        ("ukuran", "3ratus mter lbih", ">300 m"),
        ("orang", "skitar 50 org", "~50"),
        ("orang", "krang dari 50 org", "<50"),
        ("orang", "dua rtus tuju pulu lima jiwa", "275"),
        ("orang", "sratus lma puluh jiwa", "150"),
        ("ukuran", "satu stenga hektar", "1,5 ha"),
        ("uang", "stenga juta sj", "500000"),
        ("uang", "15 jta lbih", ">15000000"),
        ("orang", "1oo org", "100"),
        ("orang", "1.5oo jiwa", "1500"),
        ("uang", "5oo rbu", "500000"),
    ],
)
def test_a_word_without_some_of_its_vowels_and_letters_for_zeros_are_read(kind: str, text: str, label: str) -> None:
    assert label == hear(kind, text)


@pytest.mark.parametrize(
    ("kind", "text", "label"),
    [("orang", "bawa 50 orang", "50"), ("orang", "6o orang", ASK), ("orang", "12 lusin", ASK)],
)
def test_another_word_that_has_a_letter_less_is_not_written_out(kind: str, text: str, label: str) -> None:
    assert label == hear(kind, text)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Lebih kurang 240 (dua ratus empat puluh) jiwa yang terdiri atas 58 (lima puluh delapan) KK.", "~240 KK58"),
        ("240 jiwa terbagi atas 58 kk", "240 KK58"),
        ("di atas 58 kk", "KK>58"),
        ("lebih 200, kalau hari pasar tambah lagi yg cuma numpang lewat", ">200"),
    ],
)
def test_only_what_bounds_the_number_bounds_it(text: str, label: str) -> None:
    assert label == hear("orang", text)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("7. sy, mamaknya, anak 5", "7"),
        ("5: saya, suami, anak tiga", "5"),
        ("6. sy, mamaknya, anak 5", ASK),
        ("cuma saya dengan cucuku satu, jadi dua orang ji di rumah", "2"),
        ("saya, istri sama 3 anak, jadi 5 orang", "5"),
        ("dua lusin, pake hitungan kios", "24"),
        ("kepala keluarganya 52; jiwa lk 98, pr 104", "L98 P104 KK52"),
        ("L = 112, P = 126, KK = 61 (data prodeskel thn ini)", "L112 P126 KK61"),
        ("nol kak, sudah sy cek di desa", "0"),
    ],
)
def test_people_counted_up_one_by_one_are_as_many_as_they_say(text: str, label: str) -> None:
    assert label == hear("orang", text)


@pytest.mark.parametrize(
    ("kind", "text", "label"),
    [
        ("ukuran", "panjang 62 meter, lebar 1 meter 20 senti, tinggi 80 senti", "62 m × 1,2 m × 80 cm"),
        ("ukuran", "3 m 50 cm x 2 m", "3,5 m × 2 m"),
        ("ukuran", "antara dua sampai tiga kilometer, belum pernah diukur orang", "2-3 km"),
        ("ukuran", "tidak tahu, 2 sampai 3 km", ASK),
        ("uang", "Paling murah 10 juta, paling mahal 12 juta.", "10000000-12000000"),
        ("uang", "Sesuai RAB kaur perencanaan: 148.750.000", "148750000"),
        ("uang", "sesuai RAB: 148.750", ASK),
    ],
)
def test_sizes_and_money_in_more_words(kind: str, text: str, label: str) -> None:
    assert label == hear(kind, text)


@pytest.mark.parametrize(
    "text",
    [
        "semua mi itu kurang mampu puang, tidak ada yang kaya disini",
        "semuanya itu keluarga kurang mampu",
        "smua miskin",
        "semua",
    ],
)
def test_all_of_them_are_the_families_told_before_or_asked_for(text: str) -> None:
    assert Took({"families": 14}, guessed=True) == _poor(text, {"total": 60, "families": 14})
    assert isinstance(_poor(text, {"total": 60}), Unsure)


@pytest.mark.parametrize(
    "text",
    [
        "semua mampu",
        "hampir semua",
        "tidak semua",
        "semua cukup",
        "cukup",
        "semua petani",
        "semua kurang mampu, kecuali satu",
        "semua mi, tidak ada yang miskin",
    ],
)
def test_all_with_an_exception_or_of_something_else_is_not_all_families(text: str) -> None:
    assert not isinstance(_poor(text, {"families": 14}), Took)
