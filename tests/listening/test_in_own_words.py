"""Answers as people give them in their own words, class by class; beside each class what must not be read so."""

import pytest

from tests.listening.hearing import heard
from tests.support.content import catalog_of


def told(at: str, text: str, *before: str) -> dict[str, str]:
    return heard(at, text, *before).values


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


@pytest.mark.parametrize(
    ("at", "text", "value"),
    [
        ("jumlah", "18 rumah yang ada orangnya, yang kosong tidak kuhitung", "R18"),
        ("jumlah", "30 KK yang benar-benar lewat situ", "KK30"),
        ("jumlah", "14 petani, sama saya sendiri jadi 15", "15"),
        ("jumlah", "saya sama suami sama anak tiga. lima mi", "5"),
        ("jumlah", "seratus lebih tapi tidak sampai dua ratus", "100-200"),
        ("jumlah", "50 kk yg miskin 20", "KK50"),
        ("kurang_mampu", "50 kk yg miskin 20", "KK20"),
        ("kurang_mampu", "dua belas kk, ada 3 yang sudah pindah, jadi sembilan", "KK9"),
        ("kurang_mampu", "dua ji. Indo Rannu sama Pak Baco", "KK2"),
        ("ukuran", "300 atau 400 meter begitu", "300-400 m"),
        ("ukuran", "bak 2x2 tinggi 1 m", "2 m x 2 m x t 1 m"),
        ("ukuran", "rabat 200 kali 3, tebal 15 cm", "200 m x 3 m x t 15 cm"),
        ("ukuran", "satu ruang kelas, 7x9", "7 m x 9 m"),
        ("ukuran", "lebarnya satu meter dua puluh", "l 1.2 m"),
        ("ukuran", "tempat tidur pasien 3", "3 unit"),
        ("ukuran", "handtraktor tiga, satu di atas dua di bawah", "3 traktor"),
        ("ukuran", "bibit 2000 pohon buat tiga kelompok", "2000 pohon"),
        ("ukuran", "6x8 meter, jangan yang sempit lagi", "6 m x 8 m"),
        ("ukuran", "jangan kurang dari 300 meter", ">300 m"),
        ("ukuran", "belum ada yang ukur itu", "tidak tahu"),
        ("uang", "90 juta, sudah termasuk ongkos tukang", "90000000"),
        ("uang", "120jt belum potong pajak", "120000000"),
        ("uang", "tidak akan sampai 40 juta", "<40000000"),
        ("uang", "tidak boleh lebih dari 150 juta", "<150000000"),
    ],
)
def test_a_number_is_heard_with_what_belongs_to_it(at: str, text: str, value: str) -> None:
    assert told(at, text)[at] == value


def test_the_kilos_of_a_road_are_kilometres() -> None:
    assert told("ukuran", "kira2 dua kilo")["ukuran"] == "~2 km"
    assert told("ukuran", "lebih dua kilo itu", "kategori=jalan")["ukuran"] == ">2 km"
    assert "ukuran" not in told("ukuran", "bibit kentang 50 kilo, kopi 20 kilo")


@pytest.mark.parametrize(
    ("at", "text"),
    [
        ("jumlah", "35 orang per hari"),
        ("jumlah", "30 KK, yang miskin banyak"),
        ("jumlah", "Murid 86 orang, tapi yang menyeberang separuhnya saja"),
        ("kurang_mampu", "12 kk, ada 3 yang pindah, jadi delapan"),
        ("ukuran", "200 atau 300 meter"),
        ("ukuran", "talud 15"),
        ("ukuran", "jalan 20"),
        ("ukuran", "2 kelas 7x8"),
        ("ukuran", "yang sedang saja, cukup untuk satu dusun"),
        ("ukuran", "tiga meter dua puluh batang"),
        ("ukuran", "dekat RT 4"),
        ("uang", "2 juta satu unit belum termasuk pasang"),
    ],
)
def test_a_number_of_which_more_would_have_to_be_known_is_asked_about(at: str, text: str) -> None:
    assert at not in told(at, text)


@pytest.mark.parametrize(
    "text",
    [
        "tolong pak air sungai sudah masuk rumah sekarang",
        "tanah turun barusan di belakang rumah",
        "tanah bergerak, masih ada orang di rumahnya",
        "tolong ibu hamil pendarahan, jalan tidak bisa dilewati",
        "air sudah masuk rumah, ada nenek di dalam",
    ],
)
def test_a_danger_that_happens_now_is_heard_in_other_words(text: str) -> None:
    assert catalog_of().danger.is_urgent(text)


@pytest.mark.parametrize(
    "text",
    [
        "kalau hujan air masuk rumah warga",
        "air masuk rumah tiap tahun karena got tidak ada",
        "tanah turun di pinggir jalan sejak tahun lalu",
        "tolong segera diperbaiki, sering longsor",
        "tolong ibu hamil dibuatkan posyandu",
    ],
)
def test_what_happens_again_and_again_is_no_alarm(text: str) -> None:
    assert not catalog_of().danger.is_urgent(text)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("malam minggu ini jam setengah 8 malam", "2026-11-28 19:30"),
        ("malam minggu ini", "2026-11-28"),
        ("3 desember set 9 pagi", "2026-12-03 08:30"),
        ("hari sabtu ini, jamnya belum disepakati", "2026-11-28"),
        ("28 desember. jamnya belum pasti dari pak imam", "2026-12-28"),
        ("2 desember, jam berapa belum ditentukan", "2026-12-02"),
    ],
)
def test_a_day_is_heard_whose_hour_nobody_knows_yet(text: str, value: str) -> None:
    assert told("waktu", text) == {"waktu": value}


@pytest.mark.parametrize(
    "text", ["28 desember, belum pasti", "kemarin sore rapatnya", "tgl 25 november jam 9", "belum ada jamnya"]
)
def test_a_day_that_is_over_or_not_sure_is_asked_about(text: str) -> None:
    assert told("waktu", text) == {}


def acts_of(at: str, text: str, *before: str) -> set[str]:
    return heard(at, text, *before).acts


@pytest.mark.parametrize(
    ("at", "text", "act"),
    [
        ("masih", "masih ji, di mana lagi mau pindah", "ya"),
        ("masih", "masih, orang tua begini mau ke mana", "ya"),
        ("masih", "di situ situ ji", "ya"),
        ("setuju", "bisa ji asal namaku jangan disebut", "ya"),
        ("setuju", "boleh, tidak masalah, teruskan", "ya"),
        ("setuju", "tidak usah mi, takut ka nanti ditagih", "tidak"),
        ("batal", "iye hapus saja, salah ka dari awal", "ya"),
        ("nama_baru", "betul, cuma di daftarnya desa belum ada", "ya"),
        ("tinjau", "sudah kubaca, ada yang kurang cocok", "tidak"),
    ],
)
def test_a_yes_or_a_no_is_heard_with_what_is_said_around_it(at: str, text: str, act: str) -> None:
    assert acts_of(at, text) == {act}


@pytest.mark.parametrize(
    ("at", "text", "act"),
    [
        ("masih", "masih, tapi dusunnya lain", "ya"),
        ("masih", "sudah pindah mi, di mana lagi", "ya"),
        ("setuju", "bisa dijelaskan dulu", "ya"),
        ("setuju", "takut ka nanti disebar", "ya"),
        ("batal", "nda jadi", "ya"),
        ("batal", "tidak jadi", "tidak"),
        ("nama_baru", "betul, tapi tulisannya salah", "ya"),
    ],
)
def test_a_yes_or_a_no_that_is_none_is_not_heard(at: str, text: str, act: str) -> None:
    assert act not in acts_of(at, text)


@pytest.mark.parametrize(
    ("at", "text", "before", "values"),
    [
        ("tinjau", "kenapa jadi jalan, ini soal air bersih", ("kategori=jalan",), {"kategori": "air"}),
        ("tinjau", "kenapa ditulis jalan padahal irigasi", ("kategori=jalan",), {"kategori": "air"}),
        ("tinjau", "kok tertulis air, harusnya jalan karena ini rabat", ("kategori=air",), {"kategori": "jalan"}),
        ("sumbangan", "panjangnya kutulis 300 m padahal 130 m", ("ukuran=300 m",), {"ukuran": "130 m"}),
        ("tinjau", "miskinnya itu 14 kk kita tulis 4", ("kurang_mampu=KK4",), {"kurang_mampu": "KK14"}),
        ("sumbangan", "tadi kupencet air padahal jalan", ("kategori=air",), {"kategori": "jalan"}),
        ("kurang_mampu", "ralat kk nya 37 pak", ("jumlah=KK40",), {"jumlah": "KK37"}),
    ],
)
def test_what_was_written_by_mistake_is_put_right(
    at: str, text: str, before: tuple[str, ...], values: dict[str, str]
) -> None:
    assert told(at, text, *before) == values


@pytest.mark.parametrize(
    ("at", "text", "before"),
    [
        ("tinjau", "kenapa jalan tidak dikerja tahun lalu", ("kategori=jalan",)),
        ("harapan", "kenapa jadi begini, padahal tiap tahun diusulkan", ("kategori=jalan",)),
        ("tinjau", "salah sebut 40 orang", ("jumlah=40",)),
        ("tinjau", "yang kutulis 300 m itu betul", ("ukuran=300 m",)),
    ],
)
def test_what_only_looks_like_a_correction_changes_nothing(at: str, text: str, before: tuple[str, ...]) -> None:
    assert not set(told(at, text, *before)) & {"kategori", "jumlah", "ukuran"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("benteng alla tapi bukan yang utara", "Benteng Alla"),
        ("benteng alla, bukan yg utara", "Benteng Alla"),
        ("benteng alla utara bukan yang selatan", "Benteng Alla Utara"),
        ("benteng alla utara", "Benteng Alla Utara"),
    ],
)
def test_the_part_of_a_name_that_is_not_meant_is_left_out(text: str, name: str) -> None:
    assert told("desa", text, "kecamatan=Baroko") == {"desa": name}


def test_where_it_is_not_is_no_landmark() -> None:
    assert "patokan" not in told("kecamatan", "Buntu Batu, bukan Buttu Batu yang dekat kota")
    assert told("dusun", "dolo, dekat kuburan", "kecamatan=Cendana", "desa=Pundilemo").get("patokan", "*") == "*"


def test_rt_and_rw_as_they_are_called_here() -> None:
    assert told("dusun", "Belajen timur, ORT satu ORW dua", "kecamatan=Alla", "desa=Kambiolangi").items() >= {
        ("rt", "1"),
        ("rw", "2"),
    }
