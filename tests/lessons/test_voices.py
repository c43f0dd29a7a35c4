"""The voice of one's own people: recorded by a trainer, played under its lesson, replaced, removed."""

from bot.simulator.chats import Person
from tests.journeys.villagers import recording
from tests.lessons.conftest import School, curriculum
from tests.lessons.test_reading import first
from tests.support.client import labels
from tests.support.sentences import mentions, says, words

_KABUPATEN = "73.16"


async def record(school: School, trainer: Person, key: str, tongue: str = "duri") -> None:
    await school.home.ask(trainer, f"/suara {key}", says("suara_satu"))
    await school.home.press(trainer, words("tombol_suara_rekam"), says("form.rekaman.rekaman.tanya"))
    await school.home.voice(trainer, recording(), mentions("form.rekaman.bahasa.tanya"))
    told = says("suara_disimpan", bahasa=words(f"bahasa.{tongue}"))
    await school.home.press(trainer, words(f"bahasa.{tongue}"), told)


async def test_a_lesson_told_aloud_is_played_under_its_first_message(any_school: School) -> None:
    school, lesson = any_school, first()
    ratna, trainer = await school.join(), await school.home.join("Daeng", "pelatih", _KABUPATEN)
    opened = await school.home.press_data(ratna, f"x:baca:{lesson.key}:1", says("pelajaran_judul", judul=lesson.title))
    listens = words("tombol_suara_dengar", bahasa=words("bahasa.duri"))
    assert listens not in labels(opened)
    await record(school, trainer, lesson.key.lower())
    opened = await school.home.press_data(ratna, f"x:baca:{lesson.key}:1", says("pelajaran_judul", judul=lesson.title))
    assert listens in labels(opened)
    await school.home.press(ratna, listens, lambda message: "voice" in message)
    again = await school.home.press_data(ratna, f"x:baca:{lesson.key}:2", lambda message: True)
    assert listens not in labels(again)


async def test_a_new_one_stands_in_the_place_of_the_old_and_each_tongue_has_its_own(school: School) -> None:
    trainer = await school.home.join("Daeng", "pelatih", _KABUPATEN)
    key = first().key
    await record(school, trainer, key)
    before = await school.rows("SELECT file_id FROM recordings")
    await record(school, trainer, key)
    assert len(await school.rows("SELECT * FROM recordings")) == len(before) == 1
    await record(school, trainer, key, "indonesia")
    tongues = [words("bahasa.indonesia"), words("bahasa.duri")]
    await school.home.ask(trainer, f"/suara {key}", says("suara_satu", bahasa=tongues))
    removes = words("tombol_suara_hapus", bahasa=words("bahasa.duri"))
    await school.home.press(trainer, removes, says("suara_dihapus"))
    assert await school.rows("SELECT tongue FROM recordings") == [("indonesia",)]
    assert await school.home.toast(trainer, f"x:suara:{key}:duri", 1) == words("tombol_lewat")
    assert await school.home.toast(trainer, f"su:hapus:{key}:duri", 1) == words("tombol_lewat")


async def test_a_hard_question_is_found_by_its_words_and_told_aloud(school: School) -> None:
    ratna, trainer = await school.join(), await school.home.join("Daeng", "pelatih", _KABUPATEN)
    hard = curriculum().hard["tahun_lalu"]
    await record(school, trainer, "tahun_lalu", "maiwa")
    shown = await school.home.press_data(ratna, f"x:tanya:{hard.key}", says("ditanya_satu", tanya=hard.text))
    await school.home.press(ratna, labels(shown)[0], lambda message: "voice" in message)
    await school.home.ask(trainer, "/suara", says("suara_cara", ada=[{"kunci": "tahun_lalu", "jumlah": 1}]))
    await school.home.ask(trainer, "/suara L99", says("suara_cara", kata="L99"))


async def test_only_a_voice_is_taken_and_only_a_trainer_records(school: School) -> None:
    ratna, trainer = await school.join(), await school.home.join("Daeng", "pelatih", _KABUPATEN)
    key = first().key
    await school.home.ask(ratna, f"/suara {key}", says("perintah_bukan_untuk_ini"))
    for data in (f"su:rekam:{key}", f"su:hapus:{key}:duri", f"su:lihat:{key}"):
        assert await school.home.toast(ratna, data, 1) == words("tombol_bukan_untuk_ini")
    await school.home.press_data(trainer, f"su:rekam:{key}", says("form.rekaman.rekaman.tanya"))
    await school.home.ask(trainer, "sudah saya bagikan", mentions("mesin.butuh_rekaman"))
    assert await school.rows("SELECT count(*) FROM recordings") == [(0,)]
