"""Acts and answers in whole sentences, by classes of one more set of another hand: a control with its reason, an
agreement, a correction in the words of a letter, what was only forgotten, a dusun that is described. Beside each class
stand words that have to stay what they are."""

import pytest

from bot.core.understanding.formal import in_plain_words
from tests.listening.hearing import heard, values
from tests.support.content import catalog_of


@pytest.mark.parametrize(
    ("at", "text", "act"),
    [
        ("alasan", "skip mi yg itu, panjang sekali ceritanya", "lewati"),
        ("alasan", "skip dulu, panjang ceritanya", "lewati"),
        ("alasan", "lewati mi itu, malas ka mengetik", "lewati"),
        ("patokan", "skip mi, susah dijelaskan", "lewati"),
        ("kurang_mampu", "lewati mi, malu ka sebut orang", "lewati"),
        ("sumbangan", "lewati dulu, belum dirembuk", "lewati"),
        ("lokasi", "tdk usah mi, gps nya hpku rusak", "lewati"),
        ("lokasi", "ndak usah lah, susah sekali", "lewati"),
        ("lokasi", "tidak usah mi, sinyal tidak ada", "lewati"),
        ("sumbangan", "belum ada bisa kami sumbang nak, orang susah semua", "tidak_ada"),
        ("sumbangan", "tidak ada ji bisa kami kasi, semua petani kecil", "tidak_ada"),
    ],
)
def test_a_control_is_heard_with_its_reason(at: str, text: str, act: str) -> None:
    found = heard(at, text)
    assert found.acts == {act}
    assert not found.values


@pytest.mark.parametrize(
    ("at", "text", "told"),
    [
        ("alasan", "lewat saja susah, apalagi bawa barang", {"alasan": "*"}),
        ("alasan", "lewati kebun orang, becek sekali", {"alasan": "*"}),
        ("alasan", "kembali lagi banjir, tiap tahun begitu", {"alasan": "*"}),
        ("alasan", "anak-anak lewati jalan itu tiap hari, licin sekali", {"alasan": "*"}),
        ("harapan", "lewati saja jalan lama, buat jalan baru", {"harapan": "*"}),
        ("patokan", "lewat mesjid, belok kiri", {"patokan": "*"}),
        ("patokan", "lewati jembatan, sebelah kanan", {"patokan": "*"}),
        ("lokasi", "tdk usah mi, dekat mesjid ji", {"patokan": "*"}),
        ("ukuran", "tidak usah diukur, kira-kira 200 meter", {"ukuran": "~200 m"}),
        ("jumlah", "tidak ada yang tahu, sekitar 50 orang", {"jumlah": "~50"}),
        ("sumbangan", "tidak ada uang, tenaga ada", {"sumbangan": "tenaga"}),
        ("sumbangan", "belum ada bisa kami sumbang, tapi tenaga bisa", {"sumbangan": "tenaga"}),
        ("sumbangan", "tidak ada yang bisa kami sumbang selain tenaga", {"sumbangan": "tenaga"}),
        ("sumbangan", "tidak ada kecuali tenaga sama batu", {"sumbangan": "bahan,tenaga"}),
    ],
)
def test_what_tells_something_is_no_control(at: str, text: str, told: dict[str, str]) -> None:
    assert values(at, text) == told


def test_a_question_behind_a_control_is_a_question() -> None:
    assert heard("lokasi", "tidak usah mi, kapan rapatnya?").acts == {"lewati", "tanya_rapat"}


@pytest.mark.parametrize(
    ("at", "text", "act"),
    [
        ("setuju", "iye setuju ja, ini mi yg kutunggu tunggu nak", "ya"),
        ("setuju", "iye, ini mi yang kutunggu dari dulu", "ya"),
        ("setuju", "setuju sekali, sudah lama kutunggu begini", "ya"),
        ("setuju", "Pada prinsipnya kami selaku kepala dusun tidak berkeberatan dan menyetujuinya", "ya"),
        ("setuju", "pada dasarnya saya tidak keberatan", "ya"),
        ("setuju", "saya selaku ketua RT menyetujui", "ya"),
        ("setuju", "kami selaku warga pada prinsipnya setuju", "ya"),
        ("setuju", "tidak keberatan, silakan", "ya"),
        ("setuju", "pada prinsipnya kami berkeberatan", "tidak"),
        ("setuju", "kami tidak menyetujuinya", "tidak"),
        ("setuju", "kami keberatan", "tidak"),
        ("setuju", "kutunggu dulu anakku", "nanti"),
        ("nama_baru", "betul itu, dusun baru mekar makanya blm ada di daftarta'", "ya"),
        ("nama_baru", "iye betul, pemekaran dari Buntu jadi belum terdaftar", "ya"),
        ("nama_baru", "benar, memang belum masuk di daftarnya pemerintah", "ya"),
        ("nama_baru", "bukan, salah tulis ka", "tidak"),
    ],
)
def test_an_agreement_in_a_whole_sentence(at: str, text: str, act: str) -> None:
    assert heard(at, text).acts == {act}


@pytest.mark.parametrize(
    ("text", "before", "told"),
    [
        ("Izin meralat, jumlah keluarga kurang mampu yang semula 15 menjadi 17 KK", "kurang_mampu=KK15", "KK17"),
        ("izin meralat jumlah keluarga kurang mampu menjadi 17 KK", "kurang_mampu=KK15", "KK17"),
        ("meralat: keluarga kurang mampu 17 KK", "kurang_mampu=KK15", "KK17"),
        ("mohon izin meralat, keluarga kurang mampu semula 15 seharusnya 17 KK", "kurang_mampu=KK15", "KK17"),
        ("dengan ini kami meralat jumlah keluarga kurang mampu dari 15 menjadi 17 KK", "kurang_mampu=KK15", "KK17"),
        ("mohon dikoreksi keluarga kurang mampu yang sebelumnya 15 jadi 17", "kurang_mampu=KK15", "KK17"),
        ("jumlah kk miskin semula 15 menjadi 17", "kurang_mampu=KK15", "KK17"),
        ("izin mengoreksi, panjang jalan semula 200 meter menjadi 250 meter", "ukuran=200 m", "250 m"),
        ("izin meralat, jumlah warga yang semula 60 menjadi 65 orang", "jumlah=60", "65"),
        ("tambah jg tanah, ada yg rela kasi tanahnya selain tenaga", "sumbangan=tenaga", "tanah,tenaga"),
        ("tambah juga tanah", "sumbangan=tenaga", "tanah,tenaga"),
        ("tambahi lansia sama anak sekolah", "merasakan=tani", "anak,lansia,tani"),
    ],
)
def test_a_correction_in_other_words_holds_its_value(text: str, before: str, told: str) -> None:
    at = "lokasi" if text.startswith("tambah") else "sumbangan"
    assert values(at, text, before) == {before.partition("=")[0]: told}


@pytest.mark.parametrize(
    ("at", "text", "told"),
    [
        ("cerita", "jalan yang semula 3 meter menjadi 1 meter karena longsor", {"cerita": "*"}),
        ("harapan", "jalan yang semula 3 meter menjadi 5 meter", {"harapan": "*"}),
        ("harapan", "mohon jalan semula tanah menjadi beton", {"harapan": "*"}),
        ("harapan", "tambah lampu juga", {"harapan": "*"}),
        ("sumbangan", "saya mau meralat", {}),
        ("sumbangan", "merawat saja", {"sumbangan": "rawat"}),
        ("ukuran", "tambah 20 meter", {"ukuran": "20 m"}),
    ],
)
def test_what_puts_nothing_right(at: str, text: str, told: dict[str, str]) -> None:
    assert values(at, text, "sumbangan=tenaga" if at == "harapan" else "kurang_mampu=KK15") == told


@pytest.mark.parametrize(
    "text",
    [
        "Mata air jauh, 23 rumah ambil air jalan kaki, lebih satu jam pulang pergi.",
        "Kami lupa membawa 2 ember. ",
        "Awalnya 20 KK, menjadi 35 KK sejak ada pasar.",
    ],
)
def test_a_story_keeps_every_sign(text: str) -> None:
    assert in_plain_words(text, catalog_of().world.spellings.common, free=True) == text


@pytest.mark.parametrize(
    ("at", "text", "told"),
    [
        ("patokan", "oh iya keluarga kurang mampunya 16 kk lupa ka tulis", {"kurang_mampu": "KK16"}),
        ("patokan", "lupa ka tadi tulis, kurang mampunya 16 kk", {"kurang_mampu": "KK16"}),
        ("patokan", "oh iya jumlah orangnya 65 lupa ka tulis", {"jumlah": "65"}),
        ("patokan", "oh iya panjangnya 200 meter lupa kutulis", {"ukuran": "p 200 m"}),
        ("alasan", "oh iya keluarga kurang mampunya 16 kk lupa ka tulis", {"kurang_mampu": "KK16"}),
        ("patokan", "dekat 16 rumah miskin", {"patokan": "*"}),
        ("patokan", "rumah panggung 16 tiang", {"patokan": "*"}),
        ("harapan", "yg kena semuanya 65 orang", {"jumlah": "65"}),
        ("harapan", "yang kena semua 65 orang", {"jumlah": "65"}),
        ("harapan", "yang rasakan semuanya ada 30 rumah", {"jumlah": "R30"}),
        ("harapan", "yang kena semua warga", {"merasakan": "semua"}),
        ("harapan", "yang kena semuanya petani", {"merasakan": "tani"}),
        ("merasakan", "semuanya 45 orang", {"merasakan": "semua", "jumlah": "45"}),
    ],
)
def test_what_answers_another_question_goes_there(at: str, text: str, told: dict[str, str]) -> None:
    assert values(at, text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("rantelemo dusun paling ujung mi itu", "Rante Lemo"),
        ("rante lemo dusun paling ujung", "Rante Lemo"),
        ("rantelemo paling ujung", "Rante Lemo"),
        ("rantelemo, paling ujung itu", "Rante Lemo"),
        ("rantelemo itu dusun terpencil", "Rante Lemo"),
        ("rantelemo dusun kelahiranku", "Rante Lemo"),
        ("rantelemo dusun saya sejak lahir", "Rante Lemo"),
        ("rantelemo dusunnya pak kades", "Rante Lemo"),
        ("angin angin tempatnya dingin", "Angin Angin"),
        ("dusun paling ujung", ""),
        ("rantelemo dusun karangan", ""),
        ("angin itu kencang", ""),
    ],
)
def test_a_listed_dusun_may_be_described(text: str, told: str) -> None:
    found = heard("dusun", text, "kecamatan=Buntu Batu", "desa=Latimojong")
    assert found.values.get("dusun", "") == told
    assert not found.story


def test_what_is_wrong_in_a_dusun_is_no_description() -> None:
    assert heard("dusun", "rantelemo itu jalannya putus", "kecamatan=Buntu Batu", "desa=Latimojong").story


@pytest.mark.parametrize("text", ["petani kopi ji di sini, mana ada pegawai", "petani semua, mana ada yang lain"])
def test_who_denies_by_a_question_asks_nothing(text: str) -> None:
    found = heard("merasakan", text)
    assert (found.values, found.acts) == ({"merasakan": "tani"}, set())


def test_a_question_with_its_mark_asks() -> None:
    assert heard("merasakan", "petani, siapa yang jadi pegawai di sini?").acts == {"tanya_siapa"}
