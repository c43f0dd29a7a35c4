"""What one answer holds besides its value, by classes of one more set of another hand: whom it concerns, what was said
before it was put right, the whole beside the part, the speaker's own, why somebody says no."""

import pytest

from tests.listening.hearing import heard


def values(at: str, text: str, *before: str) -> dict[str, str]:
    return heard(at, text, *before).values


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("35 kk yg kena", {"jumlah": "KK35"}),
        ("75 orang petani", {"jumlah": "75"}),
        ("18 rumah yg dapat", {"jumlah": "R18"}),
        ("12 rumah yg mau dibedah", {"ukuran": "12 rumah"}),
        ("tidak kutau panjangnya, tapi yg pakai itu 60 orang", {"jumlah": "60", "ukuran": "tidak tahu"}),
        ("500 meter, yg pakai 60 orang", {"jumlah": "60", "ukuran": "500 m"}),
    ],
)
def test_people_are_no_size(text: str, told: dict[str, str]) -> None:
    assert values("ukuran", text) == told


@pytest.mark.parametrize(("before", "told"), [("jumlah=45", {}), ("jumlah=KK20", {"jumlah": "60 KK20"})])
def test_people_told_where_the_size_is_asked_replace_no_other_count(before: str, told: dict[str, str]) -> None:
    found = values("ukuran", "60 orang yg pakai", before)
    assert {key: value for key, value in found.items() if key != "juga"} == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("besok jam 2 eh jam 3 sore maksudku", "2026-11-27 15:00"),
        ("senin eh selasa depan jam 8 pagi", "2026-12-01 08:00"),
        ("jam 7 malam, eh jam 8 maksudku, besok", "2026-11-27 20:00"),
        ("besok pagi eh sore jam 4", "2026-11-27 16:00"),
        ("jam 2 siang hari senin eh maaf hari selasa", "2026-12-01 14:00"),
        ("kamis minggu depan jam satu siang, jgn yg hari ini", "2026-12-03 13:00"),
        ("rabu depan jam 9 pagi jangan sore", "2026-12-02 09:00"),
    ],
)
def test_a_day_or_an_hour_is_put_right_within_the_answer(text: str, told: str) -> None:
    assert values("waktu", text) == {"waktu": told}


@pytest.mark.parametrize(
    "text", ["jumat depan jam 2 siang, jgn yg besok", "minggu depan hari rabu eh kamis jam 10 pagi"]
)
def test_what_may_be_two_days_is_asked(text: str) -> None:
    assert values("waktu", text) == {}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("200 meter ji yg mau dikerja, jalannya sendiri memang 1 km lebih tapi sisanya bagus mi", "200 m"),
        ("panjang selokan 700 m yang mau digali cuma 150 m", "150 m"),
        ("50 meter pagar yg roboh mau diperbaiki, keliling semua 200 meter", "50 m"),
        ("yang kami minta 200 meter dari 500 meter", "200 m"),
        ("lapangan 1 ha tapi yg mau diratakan 2000 m2", "2000 m²"),
        ("pipa 2 inci panjangnya 800 meter dari mata air", "p 800 m"),
        ("800 meter dari mata air", "800 m"),
    ],
)
def test_the_part_is_meant_and_not_the_whole(text: str, told: str) -> None:
    assert values("ukuran", text) == {"ukuran": told}


@pytest.mark.parametrize(
    ("at", "text"),
    [
        ("ukuran", "500 m yg rusak dari 2 km"),
        ("ukuran", "jalannya 500 m tp yg rusak cm 200 m"),
        ("ukuran", "2 km rusak 300 m"),
        ("ukuran", "panjangnya 3 km, tapi yang rusak cuma 400 meter"),
        ("ukuran", "50 meter pagar yg roboh, keliling semua 200 meter"),
        ("ukuran", "jaraknya 800 meter dari kota"),
    ],
)
def test_where_the_part_is_not_clear_nothing_is_taken(at: str, text: str) -> None:
    assert at not in values(at, text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("30 orang tapi saya cuma kenal 10", "30"),
        ("anakku sendiri 3, tapi satu sekolah itu 64 murid yang lewat", "64"),
        ("di RT ku 30 kk, satu dusun 95 kk", "KK95"),
        ("laki2 20, perempuannya lebih banyak sedikit, 24", "L20 P24"),
    ],
)
def test_the_speakers_own_are_among_them(text: str, told: str) -> None:
    assert values("jumlah", text) == {"jumlah": told}


@pytest.mark.parametrize(
    ("at", "text", "act"),
    [
        ("setuju", "tdk mau ka, nanti diapa2kan datanya orang", "tidak"),
        ("setuju", "janganmi pale kalo disimpan di luar negeri", "tidak"),
        ("setuju", "jangan pak, malu ka", "tidak"),
        ("setuju", "tidak mau pak karena data orang gampang bocor", "tidak"),
        ("setuju", "tdk usah kalau mesti pakai nama", "jangan_nama"),
        ("nama_baru", "iye, resminya memang belum ada", "ya"),
        ("nama_baru", "iya benar, belum masuk daftar memang", "ya"),
        ("lokasi", "nda bisa pak, HP senter ji ini", "lewati"),
        ("foto", "kuota habis nda bisa kirim gambar", "lewati"),
        ("foto", "ada ji, tunggu kucari dulu di galeri", "ya"),
    ],
)
def test_a_yes_or_a_no_with_why_is_heard(at: str, text: str, act: str) -> None:
    assert heard(at, text).acts == {act}


@pytest.mark.parametrize("text", ["tidak mau rugi ka, setuju", "jangan khawatir pak, saya setuju"])
def test_a_no_that_may_be_none_is_no_refusal(text: str) -> None:
    assert "tidak" not in heard("setuju", text).acts


@pytest.mark.parametrize(
    ("at", "text", "told"),
    [
        ("sumbangan", "nanti kami jaga sendiri", {"sumbangan": "rawat"}),
        ("sumbangan", "nanti kami gotong royong", {"sumbangan": "tenaga"}),
        ("merasakan", "nanti anak sekolah yg pakai", {"merasakan": "anak"}),
        ("sumbangan", "nanti kutanya dulu soal tanah", {}),
    ],
)
def test_what_we_will_do_is_no_later(at: str, text: str, told: dict[str, str]) -> None:
    assert {key: value for key, value in values(at, text).items() if key != "juga"} == told


@pytest.mark.parametrize(
    ("at", "text", "before", "told"),
    [
        ("patokan", "sdh kuhitung ulang, 64 orang semuanya", "jumlah=60", {"jumlah": "64"}),
        ("alasan", "kuukur ulang tadi sore, 270 meter panjangnya", "ukuran=250 m", {"ukuran": "270 m"}),
        ("alasan", "panjangnya kelebihan nol, 200 meter mestinya", "ukuran=2000 m", {"ukuran": "200 m"}),
        ("alasan", "perempuan kurang terlibat, cuma 4 yg ikut rapat", "jumlah=L17 P23", {"alasan": "*"}),
    ],
)
def test_a_figure_is_put_right_where_any_words_are_an_answer(
    at: str, text: str, before: str, told: dict[str, str]
) -> None:
    assert values(at, text, before) == told
