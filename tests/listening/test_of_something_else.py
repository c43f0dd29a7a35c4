"""What belongs to something else is no answer: numbers of another place, year or event, the well-off where the poor are
asked for, places of others, options that somebody only speaks of, words that are no landmark. Beside each class stand
answers that have to stay answers."""

import pytest

from tests.listening.hearing import heard, values
from tests.listening.moments import Moment, line
from tests.support.content import catalog_of


@pytest.mark.parametrize(
    ("at", "text"),
    [
        ("jumlah", "tahun lalu 2 orang jatuh"),
        ("jumlah", "kemarin ada 3 orang jatuh di situ"),
        ("jumlah", "sudah 4 orang meninggal di situ"),
        ("jumlah", "rapat kemarin yg datang 35 orang"),
        ("jumlah", "yg tanda tangan 35 orang"),
        ("jumlah", "10 orang tukang cukup"),
        ("jumlah", "kampung sebelah 200 orang"),
        ("jumlah", "waktu sy kecil 10 rumah ji"),
        ("jumlah", "tdk mungkin 100 orang"),
        ("jumlah", "80 orang di luar anak2"),
        ("jumlah", "yg punya KTP 80 orang, anak2 belum dihitung"),
        ("jumlah", "sekitar 60 orang pak, itu belum sama anak2 yg kecil"),
        ("ukuran", "tahun lalu dikerja 100 m ji"),
        ("ukuran", "jalannya kampung sebelah 1 km dibikin"),
        ("kurang_mampu", "25 kk yg mampu"),
        ("kurang_mampu", "yang kaya cuma 2 kk"),
        ("kurang_mampu", "data desa bilang 12 kk tapi sa rasa lebih"),
    ],
)
def test_a_number_of_something_else_is_asked_about(at: str, text: str) -> None:
    assert at not in values(at, text)


@pytest.mark.parametrize(
    ("at", "text", "told"),
    [
        ("jumlah", "40 orang, sudah ada yg jatuh di situ", "40"),
        ("jumlah", "dulu 40 skrg 25", "25"),
        ("jumlah", "kemarin sa hitung 45 orang", "45"),
        ("kurang_mampu", "enam ji yg lain mampu mi", "KK6"),
        ("kurang_mampu", "9 kk, tidak ada orang kaya di sini", "KK9"),
        ("ukuran", "300 meter yg belum, sama kampung sebelah", "300 m"),
        ("ukuran", "jembatan lama 12 meter, yg baru mau 20", "20 m"),
    ],
)
def test_what_is_said_besides_leaves_the_number(at: str, text: str, told: str) -> None:
    assert values(at, text) == {at: told}


def test_of_all_it_is_told_how_many_and_of_the_poor_that_nobody_knows() -> None:
    assert values("kurang_mampu", "40 kk semuanya, yg miskin tdk tau")["kurang_mampu"] == "tidak tahu"


@pytest.mark.parametrize(
    ("at", "text", "told"),
    [
        ("jumlah", "RT 1 = 22 KK, RT 2 = 19 KK, RT 3 = 27 KK", "KK68"),
        ("jumlah", "RT satu 18 kk, RT dua 21 kk, itu saja yg lewat situ", "KK39"),
        ("jumlah", "dusun 1 40 orang dusun 2 35 orang", "75"),
        ("jumlah", "lebih seratus orang pak, tidak pernah dihitung betul", ">100"),
        ("jumlah", "tidak sampai 50 orang, belum pernah didata", "<50"),
        ("kurang_mampu", "ada 9 kk menurut saya, tapi yg terdaftar cuma 5", "KK9"),
    ],
)
def test_parts_are_added_up_and_bounds_stay(at: str, text: str, told: str) -> None:
    assert values(at, text) == {at: told}


@pytest.mark.parametrize("text", ["RT 1 22 KK, RT 1 19 KK", "RT 1 sekitar 22 KK, RT 2 banyak"])
def test_what_does_not_add_up_is_asked_about(text: str) -> None:
    assert "jumlah" not in values("jumlah", text)


@pytest.mark.parametrize(
    ("at", "text", "told"),
    [
        ("kategori", "bukan jalan, air", "air"),
        ("kategori", "bukan jalan pak, air bersih", "air"),
        ("kategori", "air bukan jalan", "air"),
        ("kategori", "jalan bukan air", "jalan"),
        ("kategori", "soal jalan pak", "jalan"),
        ("merasakan", "bukan orang, petani", "tani"),
        ("merasakan", "bukan saya saja, semua warga", "semua"),
        ("merasakan", "kata ibu kader lansia yg paling", "lansia"),
        ("sumbangan", "kami siap kerja bakti kapan saja", "tenaga"),
        ("sumbangan", "kerja bakti ji bisa pak, uang susah", "tenaga"),
    ],
)
def test_options_and_nothing_else_are_the_answer(at: str, text: str, told: str) -> None:
    said = heard(at, text)
    assert {key: value for key, value in said.values.items() if key != "juga"} == {at: told}
    assert said.acts == set()


@pytest.mark.parametrize(
    ("at", "text"),
    [
        ("kategori", "tetangga sdh usul jalan"),
        ("kategori", "masih di sekolah ka ini"),
        ("kategori", "hp ku jatuh di air"),
        ("sumbangan", "tahun lalu kami sumbang batu tapi tdk jadi dikerja"),
        ("sumbangan", "kampung sebelah sumbang tanah"),
        ("sumbangan", "capek mi kerja bakti terus"),
        ("sumbangan", "uang tdk ada"),
        ("merasakan", "iya ibu"),
        ("merasakan", "makasih ibu"),
        ("merasakan", "terserah ibu"),
    ],
)
def test_who_only_speaks_of_an_option_is_asked(at: str, text: str) -> None:
    assert at not in values(at, text)


def test_an_announced_correction_at_a_choice_still_mends_the_story() -> None:
    assert "cerita" in values("kategori", "eh salah tulis ka, bukan jalan tapi jembatan maksudku")


@pytest.mark.parametrize("text", ["lewati pertanyaan ini", "lanjut yg air", "kapan jalannya dikerja?"])
def test_an_act_that_is_said_is_done(text: str) -> None:
    said = heard("kategori", text)
    assert said.acts
    assert "kategori" not in said.values


@pytest.mark.parametrize(
    ("at", "text", "before"),
    [
        ("kecamatan", "istriku orang alla", ()),
        ("kecamatan", "orang tuaku di maiwa", ()),
        ("kecamatan", "sa sekolah di enrekang", ()),
        ("kecamatan", "yg kantor camatnya di baraka", ()),
        ("desa", "lagi ke boiya ka ini", ("kecamatan=Maiwa",)),
    ],
)
def test_where_others_live_or_one_is_for_a_while_is_asked_about(at: str, text: str, before: tuple[str, ...]) -> None:
    assert at not in values(at, text, *before)


@pytest.mark.parametrize(
    ("at", "text", "told"),
    [
        ("kecamatan", "ikut suami di curio", {"kecamatan": "Curio"}),
        ("kecamatan", "rumahku di curio", {"kecamatan": "Curio"}),
        (
            "kecamatan",
            "saya kuliah di Makassar tapi kampung saya di Desa Mandalan",
            {"kecamatan": "Curio", "desa": "Mandalan"},
        ),
        ("kecamatan", "sudah 10 tahun di baraka", {"kecamatan": "Baraka"}),
    ],
)
def test_where_one_lives_is_taken(at: str, text: str, told: dict[str, str]) -> None:
    assert values(at, text) == told


@pytest.mark.parametrize("text", ["mohon diaspal", "sejak 2020 rusak", "sudah 2 tahun rusak", "tiap hari orang jatuh"])
def test_what_is_no_landmark_is_kept_and_asked_again(text: str) -> None:
    moment = Moment(catalog_of(), line("patokan", text))
    step = moment.say(text)
    assert "patokan" not in step.state.answers
    assert text in str(step.state.answers["juga"].value)


@pytest.mark.parametrize(
    "text",
    [
        "jembatan putus",
        "pohon asam tempat orang jatuh",
        "depan mesjid, mohon diaspal",
        "dekat rumah yg roboh sejak 2020",
    ],
)
def test_a_landmark_of_which_something_is_told_is_taken(text: str) -> None:
    assert "patokan" in values("patokan", text)


@pytest.mark.parametrize("text", ["selasa ada acara", "rabu ada kedukaan di kampung"])
def test_a_day_on_which_something_else_is_is_asked_about(text: str) -> None:
    assert "waktu" not in values("waktu", text)


def test_of_two_days_the_free_one_is_taken() -> None:
    assert values("waktu", "kamis ada pengantin, jumat bisa") == {"waktu": "2026-11-27"}
