"""Of several values in one message one is the answer: sizes, sums, counts, days and places alike."""

import pytest

from tests.listening.moments import Line
from tests.listening.scoring import hear
from tests.support.content import catalog_of


def values(at: str, text: str, *before: str) -> dict[str, str]:
    return hear(catalog_of(), Line("", at, text, frozenset(), before)).values


@pytest.mark.parametrize(
    ("at", "text", "value"),
    [
        # denied
        ("ukuran", "60 meter pak bukan 600 meter", "60 m"),
        ("ukuran", "jangan ditulis 500 meter, 300 meter ji", "300 m"),
        ("ukuran", "bukan cuma 50 meter, 120 meter", "120 m"),
        ("ukuran", "lebarnya jangan kurang dari 3 meter", "l >3 m"),
        ("uang", "bukan 5 juta, 50 juta", "50000000"),
        ("jumlah", "bukan 15, tapi 50 orang", "50"),
        ("waktu", "jangan hari jumat, hari sabtu", "2026-11-28"),
        ("waktu", "sabtu, bukan minggu, jam 8 pagi", "2026-11-28 08:00"),
        ("waktu", "tanggal 5 desember bukan tanggal 15", "2026-12-05"),
        ("kecamatan", "bukan baraka, buntu batu", "Buntu Batu"),
        # what was once, what others say, and what is
        ("ukuran", "dulu diukur 200 meter, sekarang jadi 250 meter", "250 m"),
        ("ukuran", "tadinya 90 meter, tinggal 40 meter karena sudah dikerja warga", "40 m"),
        ("uang", "waktu itu 30 juta, sekarang naik mi jadi 40 juta", "40000000"),
        ("uang", "harga lama 2 juta, harga baru 2,5 juta", "2500000"),
        ("jumlah", "dulu 40 KK, yang tinggal sekarang 28 KK", "KK28"),
        ("jumlah", "awalnya 12 kk tapi bertambah jadi 15", "KK15"),
        ("jumlah", "di data 50 KK, kenyataannya 42 KK", "KK42"),
        ("kurang_mampu", "tahun lalu 15 KK tapi sekarang sisa 11", "KK11"),
        ("waktu", "tadinya sabtu, sekarang hari minggu jam 10", "2026-11-29 10:00"),
        # so all the same
        ("ukuran", "100 meter walaupun di RAB lama 80 meter", "100 m"),
        ("uang", "15 juta ji, biar orang bilang 20 juta", "15000000"),
        ("jumlah", "25 KK biarpun di kartu cuma 20", "KK25"),
        ("kecamatan", "maiwa walaupun KTP enrekang", "Maiwa"),
        # a part of it
        ("ukuran", "panjangnya 3 km, tapi yang rusak cuma 400 meter", "400 m"),
        ("ukuran", "jalannya 5 kilo, yang hancur cuma 700 meter", "700 m"),
        ("uang", "seharusnya 40 juta, tapi yang kami minta cuma 25 juta", "25000000"),
        ("jumlah", "penduduk 200 orang tapi yang pakai itu jalan cuma 70 orang", "70"),
        # only near it
        ("kecamatan", "malua, sebelahnya baraka", "Malua"),
        ("kecamatan", "curio, jangan alla, biar dekat alla", "Curio"),
        ("kecamatan", "bungin, yang pemekaran dari maiwa", "Bungin"),
    ],
)
def test_the_value_that_holds_is_the_answer(at: str, text: str, value: str) -> None:
    assert values(at, text) == {at: value}


@pytest.mark.parametrize(
    ("at", "text"),
    [
        ("uang", "dulu 600 ribu sekarang naik 150 ribu"),
        ("jumlah", "awalnya 20 KK, pindah 4"),
        ("ukuran", "200 atau 300 meter, bukan jalan provinsi"),
        ("jumlah", "bukan 30 orang tapi lebih"),
        ("waktu", "jangan hari jumat"),
    ],
)
def test_where_it_is_not_told_which_holds_it_is_asked(at: str, text: str) -> None:
    assert values(at, text) == {}


@pytest.mark.parametrize(
    ("at", "text", "told"),
    [
        ("jumlah", "40 rumah 12 kk miskin", {"jumlah": "R40", "kurang_mampu": "KK12"}),
        ("jumlah", "65 orang, 20 KK, 18 rumah", {"jumlah": "65 KK20 R18"}),
        (
            "jumlah",
            "data dari posyandu: 88 orang, 25 kk, yang miskin 7 kk",
            {"jumlah": "88 KK25", "kurang_mampu": "KK7"},
        ),
        ("jumlah", "menurut bu bidan 90 jiwa 21 kk, miskin 6 kk", {"jumlah": "90 KK21", "kurang_mampu": "KK6"}),
        ("jumlah", "perempuan 40, laki-lakinya sedikit, 18", {"jumlah": "L18 P40"}),
        ("jumlah", "laki2 12 org perempuan lebih sedikit 9 org", {"jumlah": "L12 P9"}),
        ("jumlah", "jumlah jiwa tidak kutau, yang kutau 18 KK", {"jumlah": "KK18"}),
        ("jumlah", "tidak tahu berapa orang, tapi ada 14 rumah di situ", {"jumlah": "R14"}),
        ("jumlah", "60 orang lewat tiap pagi", {"jumlah": "60"}),
        ("ukuran", "300 m, dipakai 25 rumah", {"ukuran": "300 m", "jumlah": "R25"}),
        ("ukuran", "80 meter, yang lewat 200 orang lebih", {"ukuran": "80 m", "jumlah": ">200"}),
        (
            "ukuran",
            "pipa 600 meter, kk nya 28, miskin 10",
            {"ukuran": "600 m", "jumlah": "KK28", "kurang_mampu": "KK10"},
        ),
        ("ukuran", "jembatan 12 meter. yang menyeberang 40 anak sekolah", {"ukuran": "12 m", "jumlah": "40"}),
    ],
)
def test_every_count_of_one_message_lands(at: str, text: str, told: dict[str, str]) -> None:
    assert values(at, text) == told
