"""A lesson is found by what somebody wants to learn, in their own words; what only names a lesson does not."""

import pytest

from bot.core.lessons.searching import find_lessons
from tests.lessons.conftest import School
from tests.support.content import catalog_of
from tests.support.sentences import mentions, says

_FOUND = mentions("belajar_dicari")


def _opens(key: str) -> str:
    return f"x:baca:{key}:1"


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("sy mau belajar cara bicara sama ibu2 yg malu di rapat", "L21"),
        ("ajari sy cara cek lapang", "L41"),
        ("ada pelajaran tentang berita acara?", "L37"),
        ("ajarka cara kasih kabar warga yang ditolak usulannya", "L44"),
        ("minta materi penyandang disabilitas pak", "L22"),
        ("mau dilatih menghadapi orang yg mendominasi rapat", "L35"),
        ("bgmn memilih delegasi, ada pelajarannya?", "L17"),
    ],
)
async def test_what_they_want_to_learn_finds_its_lesson(school: School, typed: str, key: str) -> None:
    ratna = await school.join()
    shown = await school.home.ask(ratna, typed, _FOUND)
    assert _opens(key) in str(shown["reply_markup"])
    title = catalog_of().curriculum.lessons[key].title
    await school.home.press_data(ratna, _opens(key), mentions("pelajaran_judul", judul=title))


async def test_where_no_lesson_is_about_it_a_hard_question_may_be(school: School) -> None:
    ratna = await school.join()
    shown = await school.home.ask(ratna, "ajari menghadapi orang marah krn usulannya ditolak terus tiap tahun", _FOUND)
    assert "x:baca:" in str(shown["reply_markup"]) or "x:tanya:" in str(shown["reply_markup"])


async def test_where_nothing_is_about_it_that_is_said(school: School) -> None:
    ratna = await school.join()
    await school.home.ask(ratna, "ada pelajaran tentang masak kue?", says("belajar_dicari", ada=False))


@pytest.mark.parametrize(
    "typed",
    ["mau belajar", "pelajaran hari ini apa", "ganti jam pelajaran jadi jam 6 sore", "pelajarannya sdh selesai"],
)
async def test_what_only_names_a_lesson_is_no_search(school: School, typed: str) -> None:
    ratna = await school.join()
    await school.home.ask(ratna, typed, lambda message: message["text"] not in _FOUND)
    assert not any(text in _FOUND for text in school.home.texts(ratna))


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("bsk sy tdk bisa, pelajarannya libur dulu sampai minggu depan", "25 Januari 2027"),
        ("lagi panen, pelajaran istirahat dulu sampai tgl 28 januari", "28 Januari 2027"),
        ("materinya libur dulu sampai bulan depan", "1 Februari 2027"),
        ("pelajaran libur dulu sampai minggu depan hari kamis", "28 Januari 2027"),
    ],
)
async def test_a_rest_of_lessons_that_is_named_anywhere_in_the_sentence(school: School, typed: str, day: str) -> None:
    ratna = await school.join()
    await school.home.ask(ratna, typed, says("belajar_jeda_dicatat", lama="", sampai=day))


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("bagaimana cara menghadapi orang yg mendominasi rapat", "L35"),
        ("bgmn cara pokmas mengatur kerja bakti", "L59"),
        ("apa itu triangulasi yang pak camat bilang", "L42"),
    ],
)
async def test_below_a_question_that_nobody_understood_stands_its_lesson(school: School, typed: str, key: str) -> None:
    ratna = await school.join()
    shown = await school.home.ask(ratna, typed, mentions("menu_awal", bingung=typed))
    assert _opens(key) in str(shown["reply_markup"])


async def test_below_an_answer_for_villagers_a_learner_finds_the_lesson(school: School) -> None:
    ratna = await school.join()
    shown = await school.home.ask(ratna, "langkah mengawal usulan itu bagaimana", mentions("tanya_cara"))
    assert _opens("L54") in str(shown["reply_markup"])


@pytest.mark.parametrize("typed", ["bagaimana kabar tim sepak bola", "pak mansur memotong bicara terus td"])
async def test_below_other_words_stands_none(school: School, typed: str) -> None:
    ratna = await school.join()
    shown = await school.home.ask(ratna, typed, lambda message: "reply_markup" in message)
    assert "x:baca:" not in str(shown["reply_markup"])


def test_each_lesson_is_found_by_each_of_its_own_words() -> None:
    lessons = catalog_of().curriculum.lessons
    lost = [
        (key, phrase)
        for key, one in lessons.items()
        for phrase in one.words
        if one not in find_lessons(lessons.values(), phrase, frozenset())
    ]
    assert lost == []
    assert [key for key, one in lessons.items() if len(one.words) < 4] == []
