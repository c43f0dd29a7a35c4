"""What belongs to lessons is found by its name, also inside a sentence."""

import pytest

from tests.lessons.conftest import School
from tests.lessons.test_reading import first
from tests.support.sentences import mentions, says


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("mauka kerja tes awal", "tes_awal"),
        ("tes akhir", "sertifikat_syarat"),
        ("sertifikat kurang apa", "sertifikat_syarat"),
        ("progresku bagaimana", "belajar"),
        ("ulangi yg salah", "ulangan_habis"),
        ("tiga hari lagi rapat, mau latihan memandu", "latihan_daftar"),
    ],
)
async def test_it_opens_what_is_named(school: School, typed: str, sentence: str) -> None:
    ratna = await school.join()
    await school.home.ask(ratna, typed, mentions(sentence))


@pytest.mark.parametrize("typed", ["/hemat", "kuotaku sedikit, jangan kirim gambar", "mode hemat"])
async def test_thrift_by_its_name(any_school: School, typed: str) -> None:
    ratna = await any_school.join()
    await any_school.home.ask(ratna, typed, says("belajar_hemat", hemat=True))
    assert [bool(row[0]) for row in await any_school.rows("SELECT thrifty FROM learners")] == [True]


@pytest.mark.parametrize("typed", ["ulangi pelajaran kemarin", "ulangi L40", "mauka ulang pelajaran dibacakan kembali"])
async def test_a_lesson_once_more(school: School, typed: str) -> None:
    ratna = await school.join()
    await school.home.press_data(ratna, f"x:baca:{first().key}:1", lambda message: "2 dari" in str(message))
    await school.home.ask(ratna, "lanjut", lambda message: "3 dari" in str(message))
    await school.home.ask(ratna, typed, says("pelajaran_judul", judul=first().title))
