"""Of several values in one message one is the answer: sizes, sums, counts, days and places alike."""

import pytest

from bot.core.flow.interpreter import advance
from bot.core.forms.heard import Typed
from tests.listening.hearing import heard
from tests.listening.moments import Line, Moment
from tests.support.content import catalog_of


def values(at: str, text: str, *before: str) -> dict[str, str]:
    return heard(at, text, *before).values


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
        ("ukuran", "panjangnya 3 km, tapi yang mau dicor cuma 400 meter", "400 m"),
        ("ukuran", "jalannya 5 kilo, yang hancur cuma 700 meter, itu yang kami minta", "700 m"),
        ("uang", "seharusnya 40 juta, tapi yang kami minta cuma 25 juta", "25000000"),
        ("jumlah", "penduduk 200 orang tapi yang pakai itu jalan cuma 70 orang", "70"),
        ("ukuran", "seluruhnya 4 km, sudah diaspal 3 km, sisa 1 km", "1 km"),
        ("uang", "5 juta dari warga, yang diminta 20 juta", "20000000"),
        ("jumlah", "satu dusun 90 kk, yang kena longsor 40 kk", "KK40"),
        # what was before something, and in a year
        ("jumlah", "sebelum korona 90 orang, sekarang 60 orang", "60"),
        ("uang", "tahun 2024 dihitung 90 juta, sekarang 110 juta", "110000000"),
        ("kurang_mampu", "dulu banyak, sekarang tinggal 5 KK", "KK5"),
        # days that do not fit
        ("waktu", "senin tidak bisa, selasa bisa jam 10", "2026-12-01 10:00"),
        ("waktu", "hari senin saja, selasa saya ke pasar", "2026-11-30"),
        ("waktu", "kamis depan, jamnya terserah", "2026-12-03"),
        ("waktu", "biasanya jumat tapi kali ini sabtu jam 9", "2026-11-28 09:00"),
        # who knows it
        ("uang", "80 juta menurut pak desa", "80000000"),
        ("uang", "satu koma dua miliar katanya orang PU yang dulu pernah datang", "1200000000"),
        # what a card says
        ("kecamatan", "KTP maiwa, rumah di bungin", "Bungin"),
        ("kecamatan", "orang kira alla padahal masalle", "Masalle"),
        # only near it
        ("kecamatan", "malua, sebelahnya baraka", "Malua"),
        ("kecamatan", "curio, jangan alla, biar dekat alla", "Curio"),
        ("kecamatan", "bungin, yang pemekaran dari maiwa", "Bungin"),
        # turned round, and said to be so
        ("jumlah", "40 eh bukan 50 maksudku", "50"),
        ("ukuran", "20 meter eh bukan 200 meter maksudku", "200 m"),
        ("uang", "3 juta eh bukan 30 juta maksudku", "30000000"),
        ("kecamatan", "alla eh bukan masalle maksudku", "Masalle"),
        ("kecamatan", "masalle, eh alla", "Alla"),
        # many, and how many; an age is nobody's number
        ("jumlah", "banyak pak, 200 orang", "200"),
        ("jumlah", "wah banyak sekali bu lebih 80 kk di situ", "KK>80"),
        ("jumlah", "18 rumah. umur saya 71", "R18"),
        ("ukuran", "umurku 71 mi, 200 meter itu", "200 m"),
        ("kurang_mampu", "tidak ada datanya di saya, sy tdk tau", "tidak tahu"),
        # today, said the other way round
        ("waktu", "ini malam jam 8 di masjid", "2026-11-26 20:00"),
        ("waktu", "ini hari jam 3 sore", "2026-11-26 15:00"),
        # whom one speaks to is one word, and no part of who is meant
        ("merasakan", "anak sekolah, ibu hamil juga", "anak,ibu"),
        ("merasakan", "anak sekolah.. nenek-nenek juga kodong", "anak,lansia"),
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
        ("waktu", "besok bukan lusa jam 4 sore"),
        ("ukuran", "sudah ada 100 meter, mau ditambah 150 meter lagi"),
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


@pytest.mark.parametrize(
    ("at", "text", "before", "told"),
    [
        ("patokan", "kira2 35 orang yg pakai itu jalan", (), {"jumlah": "~35"}),
        ("alasan", "karena 35 orang yg pakai itu jalan", (), {"alasan": "*"}),
        ("alasan", "panjang jalannya ternyata 280 meter, kami ukur ulang", ("ukuran=250 m",), {"ukuran": "280 m"}),
        ("alasan", "ternyata jalannya panjang sekali", ("ukuran=250 m",), {"alasan": "*"}),
        ("foto", "tambah satu keluarga miskinnya, jadi 9 kk", ("kurang_mampu=8",), {"kurang_mampu": "KK9"}),
        ("foto", "tambah 2 KK lagi yang miskin", ("kurang_mampu=8",), {"kurang_mampu": "KK10"}),
        ("foto", "tambah tiga orang lagi", ("jumlah=45",), {"jumlah": "48"}),
        ("kategori", "desa boiya", ("kecamatan=Maiwa", "desa=Tuncung"), {"desa": "Boiya"}),
        ("kategori", "jalan desa", ("kecamatan=Maiwa", "desa=Tuncung"), {"kategori": "jalan"}),
    ],
)
def test_what_belongs_to_another_question_goes_there(
    at: str, text: str, before: tuple[str, ...], told: dict[str, str]
) -> None:
    assert values(at, text, *before) == told


@pytest.mark.parametrize(
    ("at", "text", "acts"),
    [
        ("setuju", "pak RT sudah kasih tau, jadi mau ja", {"ya"}),
        ("setuju", "demi kebaikan bersama saya setuju", {"ya"}),
        ("setuju", "kalau nomorku disimpan saya keberatan, tidak mau", {"tidak"}),
        ("setuju", "suami saya larang, jadi tidak mau", {"tidak"}),
        ("setuju", "semua warga sudah setuju", set()),
        ("setuju", "jalan rusak, setuju kalau diperbaiki", set()),
        ("setuju", "jangan simpan namaku", {"jangan_nama"}),
        ("nama_baru", "iya betul memang begitu namanya dari nenek2 dulu", {"ya"}),
        ("lokasi", "jangan mi", {"tidak"}),
        ("kategori", "tidak kutau ini masuk yang mana", {"tidak_tahu"}),
        ("desa", "entah desa apa ini namanya, baru ka pindah ikut suami", {"tidak_tahu"}),
    ],
)
def test_an_act_with_its_reason_round_it(at: str, text: str, acts: set[str]) -> None:
    assert heard(at, text).acts == acts


@pytest.mark.parametrize(
    ("at", "text", "value"),
    [
        ("kategori", "pilihkan yang gambar jalannya saja nak", "jalan"),
        ("kategori", "nda kutau nomor berapa pokoknya sekolah", "sekolah"),
        ("merasakan", "anakku yang pakai kursi roda", "disabilitas"),
        ("desa", "kalo di KTP tertulis Mengkawani", "Mangkawani"),
    ],
)
def test_what_is_picked_with_words(at: str, text: str, value: str) -> None:
    assert values(at, text)[at] == value


def test_rt_and_rw_wait_for_their_dusun() -> None:
    moment = Moment(catalog_of(), Line("", "desa", "", frozenset()))
    step = advance(moment.flow, moment.state, Typed("kelurahan juppandang RT 2 RW 1", 5), moment.world)
    step = advance(moment.flow, step.state, Typed("melati", 6), moment.world)
    assert step.state.answers["dusun"].value == {"name": "Melati", "listed": True, "rt": 2, "rw": 1}
