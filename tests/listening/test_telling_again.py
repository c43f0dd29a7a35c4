"""Somebody speaks again of what was told; a no with its reason; an act that is unsure beside an answer."""

import pytest

from bot.core.listening.acts import Ear
from tests.listening.hearing import heard
from tests.listening.scoring import Heard

TOLD = ("kecamatan=Maiwa", "desa=Boiya", "jumlah=L30 P40", "kurang_mampu=KK6", "kategori=jalan", "ukuran=200 m x 3 m")
PLACED = ("kecamatan=Baroko", "desa=Baroko", "dusun=Sitarru", "rt=2")


def _hear(at: str, said: str, before: tuple[str, ...] = ()) -> Heard:
    return heard(at, said, *before)


@pytest.mark.parametrize(
    ("at", "said", "key", "value"),
    [
        ("harapan", "tunggu kak, jumlah orangnya tadi 75 bukan 70", "jumlah", "75"),
        ("alasan", "Tadi saya tulis 6 keluarga kurang mampu. Setelah dihitung lagi ternyata 8.", "kurang_mampu", "KK8"),
        ("alasan", "panjangnya tadi kubilang 200, ternyata 240 meter", "ukuran", "240 m x 3 m"),
        ("patokan", "rupanya jumlah kk miskin yang tadi itu 10", "kurang_mampu", "KK10"),
        ("alasan", "kategori yang saya pilih tadi bukan jalan tapi air", "kategori", "air"),
    ],
)
def test_words_that_tell_a_named_answer_again_correct_it_where_any_words_count(
    at: str, said: str, key: str, value: str
) -> None:
    found = _hear(at, said, TOLD)
    assert (found.values, "koreksi" in found.acts) == ({key: value}, True)


@pytest.mark.parametrize(
    "said",
    [
        "dari 70 orang tadi, 12 yang sudah tua",
        "anggarannya keliru kutulis, mestinya 150 juta",
        "yang 150 m itu diralat pak dusun",
    ],
)
def test_what_speaks_of_something_told_is_no_answer_of_its_own_and_asked_about(said: str) -> None:
    found = _hear("alasan", said, TOLD)
    assert (found.values, found.story) == ({}, False)


@pytest.mark.parametrize(
    "said",
    [
        "tadi malam 3 orang jatuh di situ, bukan 1 orang saja",
        "setelah didata ternyata keluarga miskin ada 20 KK",
        "seperti yang saya sebut di cerita, harusnya lebar jalan 5 meter",
        "bukan cuma 6 keluarga, satu dusun yang rasakan",
    ],
)
def test_what_happened_earlier_today_corrects_nothing(said: str) -> None:
    assert _hear("alasan", said, TOLD).values == {"alasan": "*"}


@pytest.mark.parametrize(
    ("said", "values"),
    [
        ("rt nya salah, hrsnya rt 3", {"rt": "3"}),
        ("RT nya tiga, yang dua itu salah", {"rt": "3"}),
        ("er te nya salah harusnya lima", {"rt": "5"}),
        ("rwnya keliru, yang betul 1", {"rw": "1"}),
    ],
)
def test_rt_and_rw_are_corrected_by_their_names(said: str, values: dict[str, str]) -> None:
    found = _hear("tinjau", said, PLACED).values
    assert {key: found.get(key) for key in values} == values


def test_the_head_of_the_rt_corrects_no_rt() -> None:
    assert _hear("tinjau", "ketua RT salah bilang, harusnya 3 orang", PLACED).values == {}


@pytest.mark.parametrize("said", ["tdk mau sy, takut disebar", "ndak setuju ka, bahaya datata", "tidak jadi, sibuk"])
def test_a_no_to_consent_may_tell_why(ear: Ear, said: str) -> None:
    acts = ear.hear(said, "consent")
    assert ([act.name for act in acts.done], acts.left) == (["tidak"], "")


@pytest.mark.parametrize("said", ["tidak, jembatan kami putus", "tidak mau ribet, langsung saja jalan kami rusak"])
def test_a_story_that_begins_with_a_no_is_no_refusal(ear: Ear, said: str) -> None:
    assert "tidak" not in [act.name for act in ear.hear(said, "consent").done]


@pytest.mark.parametrize(
    ("at", "said", "act"),
    [
        ("masih", "iye' puang masih disitu ja, tidak kemana mana", "ya"),
        ("masih", "masih, belum pernah pindah", "ya"),
        ("nama_baru", "iyo btul, smua org sini blang bgitu", "ya"),
        ("nama_baru", "ya, sudah begitu dari nenek moyang", "ya"),
        ("ukuran", "terserah orang PU mi", "terserah"),
        ("ukuran", "biar orang dinas yang ukur", "terserah"),
        ("foto", "Nanti kami susulkan fotonya, staf msh di lapangan", "nanti"),
        ("foto", "fotonya menyusul, hp lowbet", "nanti"),
        ("patokan", "ndak kutau mau bilang dekat apa", "tidak_tahu"),
        ("alasan", "bingung ka mau bilang apa", "tidak_tahu"),
    ],
)
def test_what_is_done_by_a_whole_sentence_is_heard(at: str, said: str, act: str) -> None:
    found = _hear(at, said)
    assert (found.values, found.acts) == ({}, {act})


def test_up_to_others_with_a_number_is_a_number() -> None:
    assert _hear("ukuran", "terserah, kira2 200 meter").values == {"ukuran": "~200 m"}


def test_an_unsure_question_beside_an_answer_is_not_answered() -> None:
    found = _hear("merasakan", "semua mi, termasuk kucing")
    assert (found.values, found.acts) == ({"merasakan": "semua"}, set())


def test_the_own_kabupaten_is_no_stranger() -> None:
    assert _hear("kecamatan", "kabupaten enrekang").acts == set()
