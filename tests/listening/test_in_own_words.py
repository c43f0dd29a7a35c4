"""Answers as people give them in their own words, class by class; beside each class what must not be read so."""

import pytest

from tests.listening.moments import Line
from tests.listening.scoring import hear
from tests.support.content import catalog_of


def told(at: str, text: str, *before: str) -> dict[str, str]:
    return hear(catalog_of(), Line("", at, text, frozenset(), before)).values


@pytest.mark.parametrize(
    ("at", "text", "value"),
    [
        ("kategori", "air, di atas belum ada yang dapat", "air"),
        ("kategori", "posyandu ini pak, mejanya patah sama timbangan sudah karatan", "kesehatan"),
        ("kategori", "jembatan bu, anak-anak menyeberang sambil pegang tali", "jalan"),
        ("kategori", "pustu kosong sudah dua bulan begitu terus", "kesehatan"),
        ("kategori", "coklat kami habis dimakan tikus", "tani"),
        ("kategori", "sinyal, kalau menelpon harus ke kuburan", "lain"),
        ("merasakan", "orang2 tua sama ibu hamil", "ibu,lansia"),
        ("merasakan", "anak muda yang baru tamat, tidak ada lowongan", "muda"),
        ("merasakan", "petani sama pedagang kecil, suaminya pergi merantau semua", "tani"),
        ("merasakan", "bumil sama balita, 30 anak", "balita,ibu"),
        ("sumbangan", "uang jangan, tenaga saja", "tenaga"),
        ("sumbangan", "batu sama pasir ada, klo uang jangan diharap", "bahan"),
        ("sumbangan", "kayu banyak di kebun tinggal ditebang, tenaga juga siap", "bahan,tenaga"),
        ("sumbangan", "kalau sudah jadi kami yang jaga", "rawat"),
        ("sumbangan", "dikerja ramai-ramai tiap hari sabtu", "tenaga"),
        ("sumbangan", "badan ji yang bisa", "tenaga"),
    ],
)
def test_an_option_is_named_with_a_story_around_it(at: str, text: str, value: str) -> None:
    assert told(at, text)[at] == value


@pytest.mark.parametrize(
    ("at", "text"),
    [
        ("kategori", "jalan, air, sama sekolah"),
        ("kategori", "air, jalan ke sana juga rusak parah sekali"),
        ("kategori", "air mungkin atau apa ini, bingung ka masuk mana"),
        ("kategori", "jalan bukan"),
        ("sumbangan", "uang jangan"),
        ("sumbangan", "tanah bukan, itu masih sengketa"),
        ("sumbangan", "kalau tenaga jangan"),
        ("kategori", "air, kenapa tidak ada pilihan lain di sini?"),
    ],
)
def test_what_is_denied_or_one_of_several_is_not_taken(at: str, text: str) -> None:
    assert at not in told(at, text)
