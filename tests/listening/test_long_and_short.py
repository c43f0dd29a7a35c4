"""Long, talkative, dictated and short unclear messages: what they come to is heard, and nothing else is taken."""

import pytest

from tests.listening.hearing import heard


@pytest.mark.parametrize(
    ("at", "text", "values"),
    [
        # as many again
        ("jumlah", "40 laki, perempuan jg segitu", {"jumlah": "L40 P40"}),
        ("jumlah", "perempuan 30 orang, laki-laki sama banyaknya", {"jumlah": "L30 P30"}),
        ("jumlah", "laki perempuan sama-sama 20", {"jumlah": "L20 P20"}),
        ("jumlah", "masing-masing 20 laki-laki dan perempuan", {"jumlah": "L20 P20"}),
        ("jumlah", "laki 20 perempuan juga 20", {"jumlah": "L20 P20"}),
        ("jumlah", "40 laki, perempuan tidak segitu", {}),
        ("jumlah", "27 siswa, putra 12 putri 15", {"jumlah": "L12 P15"}),
        # a guess of two figures
        ("jumlah", "30 40 begitu, tergantung musim panen", {"jumlah": "30-40"}),
        ("kurang_mampu", "5 6 kk", {"kurang_mampu": "KK5-6"}),
        ("jumlah", "laki 5 6 perempuan", {"jumlah": "L5 P6"}),
        ("jumlah", "45 KK, yang kurang mampu dari situ 11", {"jumlah": "KK45", "kurang_mampu": "KK11"}),
        # what it comes to at last
        ("jumlah", "dulu memang banyak sampai 60 orang, pada merantau, akhirnya tinggal 35 orang", {"jumlah": "35"}),
        ("ukuran", "ada yang bilang 300 meter, ada yang 500, kami ukur akhirnya 420 meter", {"ukuran": "420 m"}),
        ("uang", "pertama diminta 5 juta, kami tawar tawar, akhirnya sepakat 3 juta", {"uang": "3000000"}),
        ("waktu", "tadinya jumat tapi banyak ke kebun, akhirnya sabtu jam 8 pagi", {"waktu": "2026-11-28 08:00"}),
        ("jumlah", "dulu ramai orang di sini ada 40 rumah tapi akhirnya banyak yang pindah", {}),
        ("kurang_mampu", "Sembilan KK. Dulunya sebelas, dua sudah meninggal", {"kurang_mampu": "KK9"}),
        # how it was mistaken, or how much more it is
        ("ukuran", "80 m, ralat 180 meter, ketinggalan angka satunya", {"ukuran": "180 m"}),
        ("uang", "lebih 3 juta, lebihnya tidak tahu berapa", {"uang": ">3000000"}),
        ("waktu", "jam 9 pagi, harinya belum kutau", {"waktu": "09:00"}),
        ("waktu", "jam 2, harinya setiap jumat", {}),
        # from the youngest to the oldest
        ("merasakan", "dari bayi sampai kakek", {"merasakan": "semua"}),
        ("merasakan", "semua kena dari anak kecil sampe nenek nenek, tidak ada pengecualian", {"merasakan": "semua"}),
        ("merasakan", "bayi dan kakek", {"merasakan": "balita,lansia"}),
        # people where families are asked for; of whom is told
        ("kurang_mampu", "14 jiwa", {}),
        ("kurang_mampu", "yang merasakan 50 orang", {"jumlah": "50"}),
    ],
)
def test_what_it_comes_to_is_taken(at: str, text: str, values: dict[str, str]) -> None:
    assert heard(at, text).values == values


@pytest.mark.parametrize("text", ["Pepandungan dusun dantekoa rt dua eh rt nya nanti kutanya dulu"])
def test_an_rt_that_is_taken_back_is_not_kept(text: str) -> None:
    found = heard("desa", text, "kecamatan=Baraka").values
    assert "rt" not in found
    assert found["dusun"] == "Dante Koa"


@pytest.mark.parametrize(
    ("at", "text", "act"),
    [
        ("setuju", "iye' lanjut maki", "ya"),
        ("setuju", "silakan nak simpan mi, bapak ini sudah tua, apalagi yang mau disembunyikan", "ya"),
        ("setuju", "Kami menyatakan bersedia apabila data yang kami sampaikan disimpan oleh petugas terkait.", "ya"),
        ("setuju", "Nda usah. dulu juga KTPku dipinjam, tau-tau ada cicilan atas namaku", "tidak"),
        ("setuju", "tidak mau pak. kapok ka, namaku dipakai orang ambil utang", "tidak"),
        ("masih", "masih tetap, tidak ke mana-mana", "ya"),
        ("masih", "tidak, ke mana saja saya pindah", "tidak"),
        ("nama_baru", "belum ada di daftar karena baru dipecah, pakai nama itu saja", "ya"),
        ("lokasi", "saya lagi di Parepare antar anak, tidak di tempatnya, jadi lewat saja dulu", "lewati"),
        ("lokasi", "nda pandai ka kirim2 lokasi begitu, next", "lewati"),
        ("ukuran", "besarnya terserah yang punya dana lah, kecil pun kami terima", "terserah"),
        ("dusun", "nda kutau nama resminya pak, saya baru tiga bulan mengajar di sini", "tidak_tahu"),
        ("jumlah", "kenapa mesti dipisah laki2 perempuan? apa bedanya sama2 manusia", "tanya_kenapa"),
        ("cerita", "tiap tahun diminta usulan tidak pernah ada hasilnya, pembohong semua, malas ma cerita", "marah"),
        ("patokan", "aduh tidak ada apa-apa di dekatnya yang bisa disebut, tidak ada patokannya", "tidak_ada"),
        ("kosong", "mau tanya kapan lagi rapat musrenbang karena kemarin kami ibu ibu tidak diundang", "tanya_rapat"),
    ],
)
def test_what_it_does_is_done_and_no_value_taken(at: str, text: str, act: str) -> None:
    found = heard(at, text)
    assert found.values == {}
    assert act in found.acts


@pytest.mark.parametrize(
    ("at", "text"),
    [
        ("cerita", "jalan ke kebun rusak parah dari dulu, tiap tahun kami usul tidak ada hasil, bohong semua"),
        ("cerita", "tidak ada jembatan, tidak ada jalan, tidak ada apa apa"),
        ("patokan", "tidak ada masjid, cuma dekat kuburan"),
        ("kategori", "tani lah, kebun kopi. apa lagi"),
        ("ukuran", "panjangnya 40 meter, lebarnya terserah"),
    ],
)
def test_what_is_told_stays_an_answer(at: str, text: str) -> None:
    found = heard(at, text)
    assert at in found.values
    assert not found.acts & {"lewati", "marah", "tidak_ada", "terserah"}


@pytest.mark.parametrize("text", ["dulu juga pernah saya usulkan jalan ini", "simpan dulu nomorku"])
def test_a_condition_or_a_story_is_no_plain_yes(text: str) -> None:
    assert "ya" not in heard("setuju", text).acts
