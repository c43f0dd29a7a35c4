"""What a set of another hand told by classes: other ways in which people say the same, and what only sounds like it."""

import pytest

from tests.listening.hearing import heard
from tests.listening.moments import Moment, line
from tests.support.content import catalog_of


@pytest.mark.parametrize(
    ("at", "text", "values"),
    [
        # a landmark beside a desa or kecamatan says where that is
        ("desa", "boiya, samping kantor desa", {"desa": "Boiya"}),
        ("kecamatan", "maiwa dekat pasar", {"kecamatan": "Maiwa"}),
        # what a place was a part of once
        ("kecamatan", "dulu masih gabung sama maiwa, sekarang bungin", {"kecamatan": "Bungin"}),
        ("kecamatan", "desa Ledan, dulu masih masuk baraka", {"kecamatan": "Buntu Batu", "desa": "Ledan"}),
        ("kecamatan", "alla dulu sekarang baroko", {"kecamatan": "Baroko"}),
        # where somebody is from, where the kabupaten is called so, too
        ("kecamatan", "kami orang enrekang", {}),
        ("kecamatan", "asli orang enrekang ka", {}),
        ("kecamatan", "enrekang pak", {"kecamatan": "Enrekang"}),
        # roughly
        ("uang", "hitungan kasar 40 juta", {"uang": "~40000000"}),
        ("uang", "seratus jutaan", {"uang": "~100000000"}),
        ("jumlah", "kasarnya 40 orang", {"jumlah": "~40"}),
        ("ukuran", "jalan kasar 200 meter", {"ukuran": "200 m"}),
        # empty houses, and crowded ones
        ("jumlah", "12 kk. 3 rumah kosong orangnya merantau", {"jumlah": "KK12"}),
        ("jumlah", "20 KK, dua rumah sudah kosong ditinggal", {"jumlah": "KK20"}),
        ("jumlah", "40 rumah tapi ada yang isinya dua KK", {"jumlah": "R40"}),
        # what was, and what is; the unit is said once
        ("jumlah", "17 kk itu dulu, skrg sudah 21", {"jumlah": "KK21"}),
        ("jumlah", "sekarang 21, dulu 17 kk", {"jumlah": "KK21"}),
        ("jumlah", "dulu 17 kk, sekarang 21 orang", {"jumlah": "21"}),
        ("ukuran", "dulu 200 meter, sekarang tinggal 150", {"ukuran": "150 m"}),
        # a number of the name, and one beside it
        ("kecamatan", "sossok satu kel mataran", {"kecamatan": "Anggeraja", "desa": "Mataran", "dusun": "Sossok I"}),
        ("kecamatan", "tuncung maiwa 40 kk", {"kecamatan": "Maiwa", "desa": "Tuncung", "jumlah": "KK40"}),
        # nought and O look alike
        ("jumlah", "3O KK", {"jumlah": "KK30"}),
        # others know
        ("kurang_mampu", "tanya pak desa saja", {"kurang_mampu": "tidak tahu"}),
        # nobody is poor
        ("kurang_mampu", "alhamdulillah tidak ada", {"kurang_mampu": "KK0"}),
        ("kurang_mampu", "nda ada ji. cukup makan ji semua orang", {"kurang_mampu": "KK0"}),
        ("kurang_mampu", "tidak ada yang miskin di sini", {"kurang_mampu": "KK0"}),
        ("kurang_mampu", "tidak ada data keluarga miskin", {}),
        ("kurang_mampu", "penerima PKH 14 kk, itu semua yang miskin", {"kurang_mampu": "KK14"}),
        # fear, and what was forgotten, are no "I do not know"
        ("kurang_mampu", "lima kk, eh enam, lupa kuhitung mertuaku", {"kurang_mampu": "KK6"}),
        ("jumlah", "50 kk, yang susah hidupnya 17 kk", {"jumlah": "KK50", "kurang_mampu": "KK17"}),
        ("jumlah", "60 jiwa yang tidak mampu 7 kk", {"jumlah": "60", "kurang_mampu": "KK7"}),
        ("jumlah", "hampir 100 orang, kurang sedikit", {"jumlah": "<100"}),
        # reasons with numbers, thickness
        ("ukuran", "jamban 8 karena 8 rumah itu belum ada", {"ukuran": "8 jamban"}),
        ("ukuran", "pipa 300 meter supaya 12 rumah dapat air", {"ukuran": "300 m"}),
        ("ukuran", "100 meter lebar 3 tebal 20", {"ukuran": "100 m x l 3 m x t 20 cm"}),
        ("ukuran", "kami siap kerja bakti tiap hari minggu", {"sumbangan": "tenaga"}),
        # days
        ("waktu", "sebentar jam 4 sore", {"waktu": "2026-11-26 16:00"}),
        ("waktu", "tanggal 15 bulan 1 tahun depan", {"waktu": "2027-01-15"}),
        ("waktu", "bulan satu tanggal tiga tahun depan", {"waktu": "2027-01-03"}),
        ("waktu", "desember tgl 9 jam dua siang", {"waktu": "2026-12-09 14:00"}),
        ("waktu", "selasa jam 8 pagi pi, minggu ini panen jagung semua orang", {"waktu": "2026-12-01 08:00"}),
        ("waktu", "tgl 4 desember ada pesta, besoknya saja jam 9", {"waktu": "2026-12-05 09:00"}),
        ("waktu", "kamis 3 desember tidak bisa, jumatnya pi jam 2 siang", {"waktu": "2026-12-04 14:00"}),
        ("waktu", "besok jam 9, jgn molor nah", {"waktu": "2026-11-27 09:00"}),
        ("waktu", "lusa, jamnya belum fix", {"waktu": "2026-11-28"}),
        # about, and what all of it comes to
        ("uang", "tiga juta dua ratus lima puluh", {"uang": "3250000"}),
        ("ukuran", "3 km an", {"ukuran": "~3 km"}),
        ("ukuran", "tiga ratus meteran", {"ukuran": "~300 m"}),
        ("ukuran", "300 sampai 400 meteran", {"ukuran": "300-400 m"}),
        ("jumlah", "menurut saya sekitar 60 orang", {"jumlah": "~60"}),
        ("jumlah", "kelompoknya tiga, anggotanya 15, 10 sama 12, jadi 37 orang", {"jumlah": "37"}),
        ("jumlah", "8 lansia, 2 kursi roda", {}),
        # an answer that sounds like an act
        ("merasakan", "ibu-ibu itu ji", {"merasakan": "ibu"}),
        ("merasakan", "ibu-ibu mi pak", {"merasakan": "ibu"}),
        ("merasakan", "assalamualaikum, ibu hamil dan balita", {"merasakan": "balita,ibu"}),
        ("kategori", "menurut saya pertanian", {"kategori": "tani"}),
        # what comes late
        ("patokan", "tadi lupa, panjangnya 200 meter", {"ukuran": "p 200 m"}),
        ("patokan", "belum kubilang jumlah orangnya 90", {"jumlah": "90"}),
        ("patokan", "tambahan: yang merasakan 40 kk", {"jumlah": "KK40"}),
        ("kategori", "alat bikin dangke untuk dijual", {"kategori": "usaha"}),
    ],
)
def test_other_words_for_the_same(at: str, text: str, values: dict[str, str]) -> None:
    assert heard(at, text).values == values


@pytest.mark.parametrize(
    ("at", "before", "text", "values"),
    [
        ("alasan", "ukuran=120 m x 3 m", "lebarnya tidak jadi 3 meter, 2 meter saja", {"ukuran": "120 m x 2 m"}),
        ("alasan", "ukuran=120 m x 3 m", "panjangnya tidak sampai 120, 100 meter", {"ukuran": "100 m x 3 m"}),
        ("alasan", "ukuran=120 m x 3 m", "lebarnya dikurangi mi jadi 2 meter", {"ukuran": "120 m x 2 m"}),
        ("alasan", "ukuran=3 km", "supaya warga tidak usah 3 km ambil air", {"alasan": "*"}),
        ("tinjau", "kategori=jalan", "kok bisa jalan pak, kan air yang kami minta", {"kategori": "air"}),
        ("tinjau", "kategori=jalan", "kenapa tertulis jalan? yang kuusulkan air", {"kategori": "air"}),
        ("tinjau", "sumbangan=uang,tenaga", "hapus uangnya", {"sumbangan": "tenaga"}),
        ("tinjau", "sumbangan=uang,tenaga", "tidak ada uang, tenaga ji", {"sumbangan": "tenaga"}),
        ("tinjau", "merasakan=ibu,lansia", "ibu-ibu hilangkan, lansia ji", {"merasakan": "lansia"}),
        ("tinjau", "sumbangan=tenaga", "warga juga mau sumbang pasir selain tenaga", {}),
        ("kurang_mampu", "jumlah=45 KK", "jangan sampai salah sebut, nda kutau", {"kurang_mampu": "tidak tahu"}),
        ("kurang_mampu", "jumlah=45 KK", "nda kutau pak nanti keliru orang marah", {"kurang_mampu": "tidak tahu"}),
        ("alasan", "jumlah=L48 P52", "laki2 yg 48 itu kelebihan satu, 47 saja. perempuan tetap", {"jumlah": "L47 P52"}),
        ("patokan", "jumlah=L17 P23", "perempuan kurang satu kuhitung, 24 mestinya", {"jumlah": "L17 P24"}),
        ("foto", "jumlah=L17 P32", "perempuannya terbalik ka ketik, bukan 32 tapi 23", {"jumlah": "L17 P23"}),
        ("harapan", "jumlah=KK18", "om bilang 18 kk itu salah hitung, 21 kk", {"jumlah": "KK21"}),
        ("jumlah", "desa=Kalosi;dusun=Kalosi Timur", "bukan kalosi timur pak, kalosi barat", {"dusun": "Kalosi Barat"}),
        ("ukuran", "desa=Kalosi;dusun=Kalosi Timur", "eh kalosi barat maksudku", {"dusun": "Kalosi Barat"}),
        ("cerita", "desa=Kaluppini;dusun=Palli", "bukan palli pak dusunnya, kajao", {"dusun": "Kajao"}),
        ("cerita", "kecamatan=Baraka", "baroko maksudku, kecamatannya", {"kecamatan": "Baroko"}),
        ("cerita", "kecamatan=Enrekang", "desa tallu bamba", {"desa": "Tallu Bamba"}),
        ("tinjau", "patokan=dari agustus", "agustus itu bukan patokan. patokannya masjid raya", {"patokan": "*"}),
        ("desa", "kecamatan=Anggeraja", "tanete jg namanya", {"desa": "Tanete"}),
        ("dusun", "desa=Mataran", "sossok dua yg di bawah masjid", {"dusun": "Sossok II"}),
        ("dusun", "desa=Baruka", "dante yg durian", {}),
        ("dusun", "desa=Kadingeh", "lombon, ada 33 KK di situ", {"dusun": "Lombon", "jumlah": "KK33"}),
        (
            "dusun",
            "desa=Boiya",
            "balajonga, dekat masjid, 40 KK",
            {"dusun": "Balajonga", "patokan": "*", "jumlah": "KK40"},
        ),
    ],
)
def test_other_words_for_what_stands_already(at: str, before: str, text: str, values: dict[str, str]) -> None:
    assert heard(at, text, *before.split(";")).values == values


@pytest.mark.parametrize(
    ("at", "text", "acts"),
    [
        ("setuju", "nanti namaku tersebar, tidak mau ka", {"tidak"}),
        ("setuju", "segan ka, nanti orang marah. tidak usah mi", {"tidak"}),
        ("setuju", "setuju, tidak usah disebut namaku", {"ya", "jangan_nama"}),
        ("setuju", "tidak usah sebut namaku", {"jangan_nama"}),
        ("setuju", "mau jka", {"ya"}),
        ("batal", "he em", {"ya"}),
        ("nama_baru", "betul kak, memang baru mekar tempatnya", {"ya"}),
        ("nama_baru", "iya tapi orang biasa panggil lekkong", set()),
        ("waktu", "belum kutau pak masih tunggu imam pulang", {"tidak_tahu"}),
        ("masih", "masih disini jka", {"ya"}),
        ("tinjau", "kirim mi nanti habis kuota", {"kirim"}),
        ("tinjau", "kirim nanti saja", set()),
        ("kosong", "kapan dirapatkan", {"tanya_rapat"}),
    ],
)
def test_other_words_for_the_same_act(at: str, text: str, acts: set[str]) -> None:
    assert heard(at, text).acts == acts


@pytest.mark.parametrize(
    ("text", "story"),
    [
        ("papannya lapuk titik bahaya koma anak lewat titik", "papannya lapuk. bahaya, anak lewat."),
        ("wc cuma satu titik rusak sejak 2023 titik", ""),
        ("longsor di jalan poros ada tiga titik", ""),
    ],
)
def test_marks_that_are_dictated_are_written(text: str, story: str) -> None:
    moment = Moment(catalog_of(), line("cerita", text))
    answers = moment.say(text).state.answers
    assert answers["cerita"].value == {"text": story or text}


def test_when_it_is_so_is_no_landmark() -> None:
    assert heard("cerita", "sumur kering dari agustus sampai november").from_story == {}


def test_a_dusun_on_no_button_is_asked_about() -> None:
    found = heard("dusun", "buttu sawe bukan yg di tombol", "desa=Tuncung")
    assert found.proposed == "buttu sawe"


@pytest.mark.parametrize(
    ("at", "text", "kept"),
    [
        ("desa", "boiya, di samping kantor desa", "di samping kantor desa"),
        ("jumlah", "40 rumah, ada yang isinya dua KK", "40 rumah, ada yang isinya dua KK"),
        ("kecamatan", "boiya yang ada air panasnya", "yang ada air panasnya"),
    ],
)
def test_what_is_no_answer_is_kept_as_it_was_said(at: str, text: str, kept: str) -> None:
    moment = Moment(catalog_of(), line(at, text))
    step = moment.say(text)
    assert step.state.answers["juga"].value == {"text": kept}
    assert "first" not in step.state.pending
