"""As people dictate: no commas but "nak", a number said twice, and a place that is said not to be meant."""

import pytest

from bot.core.understanding.dictated import with_marks
from tests.listening.hearing import values
from tests.support.content import catalog_of


@pytest.mark.parametrize(
    ("asked", "text", "told"),
    [
        ("jumlah", "dua puluh KK nak dua puluh", "KK20"),
        ("jumlah", "dua puluh KK, dua puluh", "KK20"),
        ("jumlah", "20 kk, 20", "KK20"),
        ("jumlah", "empat puluh orang nak empat puluh semuanya", "40"),
        ("ukuran", "dua kilo nak dua kilo dari jalan poros ke kampung", "2 km"),
        ("ukuran", "WC lima belas unit nak lima belas", "15 unit"),
        ("ukuran", "200 meter, 200", "200 m"),
    ],
)
def test_a_number_that_is_said_twice_is_one(asked: str, text: str, told: str) -> None:
    assert values(asked, text)[asked] == told


@pytest.mark.parametrize("text", ["20 kk, 25 orang", "20 kk, 21", "20 orang, tidak, 25"])
def test_two_numbers_are_not_one(text: str) -> None:
    assert values("jumlah", text).get("jumlah") not in ("KK20", "20")


@pytest.mark.parametrize(
    ("asked", "text", "told"),
    [
        (
            "kategori",
            "soal air nak yang merasakan semua warga enam puluh KK",
            {"kategori": "air", "merasakan": "semua", "jumlah": "KK60"},
        ),
        (
            "kurang_mampu",
            "dua belas KK nak terus panjangnya itu tiga ratus meter",
            {"kurang_mampu": "KK12", "ukuran": "p 300 m"},
        ),
    ],
)
def test_who_speaks_to_us_in_the_middle_begins_anew(asked: str, text: str, told: dict[str, str]) -> None:
    found = values(asked, text)
    assert {key: found.get(key) for key in told} == told


@pytest.mark.parametrize(
    "text",
    ["jalan ke sekolah rusak, anak-anak nak sekolah jatuh", "ada 12 nak kecil di situ sering jatuh sampai luka"],
)
def test_a_story_keeps_its_words(text: str) -> None:
    world = catalog_of().world
    assert with_marks(text, world) == text


@pytest.mark.parametrize(
    "text",
    [
        "benteng alla utara, bukan benteng alla",
        "benteng alla utara bukan benteng alla",
        "benteng alla yang utara nak bukan benteng alla yang satu",
    ],
)
def test_a_part_of_what_is_not_meant_is_no_place(text: str) -> None:
    assert values("desa", text, "kecamatan=Baroko") == {"desa": "Benteng Alla Utara"}


def test_who_is_not_from_the_town_is_of_the_kecamatan() -> None:
    assert values("kecamatan", "kecamatan Baraka tapi bukan di kota Baraka") == {"kecamatan": "Baraka"}
