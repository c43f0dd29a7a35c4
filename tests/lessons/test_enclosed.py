"""Pictures and documents in the lessons: kept with what is written under them, and seen by whoever reads it."""

from collections.abc import Callable

import pytest

from bot.simulator.chats import Person
from bot.simulator.protocol import Json
from tests.journeys.villagers import photo
from tests.lessons.conftest import EIGHT, School
from tests.lessons.test_reading import first
from tests.lessons.test_weeks import WEEK
from tests.support.client import labels
from tests.support.sentences import says, words

STORY = "sudah saya coba bacakan kembali, ibunya senang sekali"
_TRIED = "SELECT lesson, words, file_kind FROM tried"
_ASKED = "SELECT lesson, words, file_kind FROM lesson_questions"


async def _send(school: School, person: Person, kind: str, caption: str, to: Json | None = None) -> None:
    name = "catatan.xlsx" if kind == "document" else ""
    number = to["message_id"] if to is not None else None
    await school.home.telegram.media(person, kind, photo(), None, caption, name=name, reply_to=number)


def _holds(kind: str) -> Callable[[Json], bool]:
    return lambda message: kind in message


@pytest.mark.parametrize(("kind", "kept"), [("photo", "photo"), ("document", "file")])
async def test_what_is_sent_in_place_of_the_story_is_kept_and_seen_by_the_trainer(
    any_school: School, kind: str, kept: str
) -> None:
    school = any_school
    ratna, trainer = await school.join(), await school.home.join("Daeng", "pelatih", "73.16")
    await school.read(ratna, first())
    await school.home.press_data(ratna, f"x:coba:{first().key}", "Apa yang terjadi?")
    await _send(school, ratna, kind, STORY)
    await school.home.hears(ratna, says("coba_terima", boleh=True, isi=STORY, berkas=True, suara=False))
    assert await school.rows(_TRIED) == [(first().key, STORY, kept)]
    await school.home.press_data(trainer, "x:cerita:0", says("cerita_daftar", jumlah=1))
    await school.home.press(trainer, words("tombol_cerita_lihat", ke=1), _holds(kind))
    await school.home.ask(ratna, "/dataku", says("dataku"))
    await school.home.press(ratna, words("tombol_unduh"), says("unduhan_dikirim", berkas=True))
    await school.home.hears(ratna, lambda message: kind in message and "data-saya" not in str(message))


@pytest.mark.parametrize("kind", ["photo", "document"])
async def test_what_is_sent_with_words_of_having_tried_is_offered_as_the_story(school: School, kind: str) -> None:
    ratna = await school.join()
    await school.read(ratna, first())
    await _send(school, ratna, kind, STORY)
    await school.home.hears(ratna, says("cerita_ini", judul=first().title))
    await school.home.press(ratna, words("form.cerita_ini.ini.pilihan.ya"), says("coba_terima", berkas=True))
    assert [row[:2] for row in await school.rows(_TRIED)] == [(first().key, STORY)]


async def test_a_reply_to_what_was_asked_a_week_after_is_the_story(school: School) -> None:
    ratna = await school.join()
    await school.read(ratna, first())
    await school.at(EIGHT + WEEK)
    asked = await school.home.telegram.wait_for(ratna, says("coba_tanya", nama=True))
    await school.home.ask(ratna, "/tugas", lambda message: True)
    await _send(school, ratna, "photo", "orangnya tertawa", asked)
    await school.home.hears(ratna, says("cerita_ini", judul=first().title))
    await school.home.press(ratna, words("form.cerita_ini.ini.pilihan.ya"), says("coba_terima", berkas=True))
    assert await school.rows(_TRIED) == [(first().key, "orangnya tertawa", "photo")]


@pytest.mark.parametrize(("as_reply", "below"), [(True, False), (False, False), (False, True)])
@pytest.mark.parametrize("chosen", ["cerita", "pelatih"])
async def test_under_a_lesson_it_is_asked_what_it_is_for(
    school: School, chosen: str, *, as_reply: bool, below: bool
) -> None:
    ratna = await school.join()
    title = says("pelajaran_judul", judul=first().title)
    page = await school.home.press_data(ratna, f"x:baca:{first().key}:1", title)
    if as_reply:
        await school.home.ask(ratna, "/tugas", lambda message: True)
    if below:
        await school.home.town.tell_news(ratna)
    await _send(school, ratna, "photo", "begini catatan saya", page if as_reply else None)
    await school.home.hears(ratna, says("kiriman_pelajaran", judul=first().title))
    said = says("coba_terima", berkas=True) if chosen == "cerita" else says("pelatih_diteruskan")
    await school.home.press(ratna, words(f"form.kiriman_pelajaran.ini.pilihan.{chosen}"), said)
    kept = (first().key, "begini catatan saya", "photo")
    assert await school.rows(_TRIED) == ([kept] if chosen == "cerita" else [])
    assert await school.rows(_ASKED) == ([] if chosen == "cerita" else [kept])


async def test_a_question_may_be_a_picture_and_so_may_its_answer(any_school: School) -> None:
    school = any_school
    ratna, trainer = await school.join(), await school.home.join("Daeng", "pelatih", "73.16")
    await school.home.press_data(ratna, f"x:bertanya:{first().key}", "ditanyakan kepada pelatih")
    await _send(school, ratna, "photo", "begini cara mencatatnya?")
    await school.home.hears(ratna, says("pelatih_diteruskan"))
    assert await school.rows(_ASKED) == [(first().key, "begini cara mencatatnya?", "photo")]
    await school.home.press_data(trainer, "x:antre:0", says("pelatih_daftar", jumlah=1))
    await school.home.press(trainer, words("tombol_cerita_lihat", ke=1), _holds("photo"))
    await school.home.press(trainer, words("tombol_pelatih_jawab", ke=1), "jawaban Bapak/Ibu")
    await _send(school, trainer, "document", "Pakai lembar ini.")
    await school.home.hears(trainer, says("pelatih_dikirim", dari="Ratna"))
    await school.home.telegram.wait_for(ratna, says("pelatih_dijawab", jawaban="Pakai lembar ini.", oleh="Daeng"))
    await school.home.telegram.wait_for(ratna, _holds("document"))
    assert await school.rows("SELECT answer FROM lesson_questions") == [("Pakai lembar ini.",)]


async def test_a_picture_without_a_word_is_no_answer_of_a_trainer(school: School) -> None:
    ratna, trainer = await school.join(), await school.home.join("Daeng", "pelatih", "73.16")
    await school.home.press_data(ratna, f"x:bertanya:{first().key}", "ditanyakan kepada pelatih")
    await school.home.ask(ratna, "Bagaimana kalau marah?", says("pelatih_diteruskan"))
    await school.home.press_data(trainer, "x:antre:0", says("pelatih_daftar", jumlah=1))
    await school.home.press(trainer, words("tombol_pelatih_jawab", ke=1), "jawaban Bapak/Ibu")
    await school.home.photo(trainer, photo(), "jawaban Bapak/Ibu")
    assert await school.rows("SELECT answer FROM lesson_questions") == [(None,)]


@pytest.mark.parametrize("how", ["under", "reply", "form"])
async def test_a_greeting_may_be_answered_by_a_picture(school: School, how: str) -> None:
    ratna, trainer = await school.join(), await school.home.join("Daeng", "pelatih", "73.16")
    person = await school.home.id_of(ratna)
    await school.home.press_data(trainer, f"z:sapa:{person}", "dikatakan")
    await school.home.ask(trainer, "Apa kabar, Bu?", says("sapa_kepada"))
    await school.home.press(trainer, "Kirim", says("sapa_dikirim"))
    greeting = await school.home.telegram.wait_for(ratna, says("sapa_kabar", oleh="Daeng"))
    assert words("tombol_sapa_balas") in labels(greeting)
    if how == "form":
        await school.home.press(ratna, words("tombol_sapa_balas"), "disampaikan")
    elif how == "reply":
        await school.home.ask(ratna, "/tugas", lambda message: True)
    await _send(school, ratna, "photo", "sedang panen, Pak", greeting if how == "reply" else None)
    await school.home.hears(ratna, says("sapa_balasan_dikirim", nama="Daeng"))
    answer = says("sapa_balasan", oleh="Ratna", isi="sedang panen, Pak", berkas="photo")
    await school.home.telegram.wait_for(trainer, answer)
    await school.home.telegram.wait_for(trainer, _holds("photo"))
