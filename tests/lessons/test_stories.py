"""A week after a practice: what happened is asked, told, read by the trainer, and passed on where that is allowed."""

from datetime import timedelta

import pytest

from bot.simulator.chats import Person
from tests.journeys.villagers import recording
from tests.lessons.conftest import EIGHT, School
from tests.lessons.test_reading import first
from tests.support.client import labels, words_of
from tests.support.desk import local
from tests.support.sentences import says, words

STORY = "Saya ulangi ceritanya, ternyata baknya yang bocor."
WEEK = timedelta(days=7)


async def _practise(school: School, person: Person) -> None:
    """Read the lesson up to its practice; a week later it is asked what happened."""
    await school.read(person, first())
    await school.at(EIGHT + WEEK)
    await school.home.telegram.wait_for(person, says("coba_tanya", nama=True, coba=first().practice))


async def _tell(school: School, person: Person) -> None:
    await school.home.press_data(person, f"x:coba:{first().key}", "Apa yang terjadi?")
    await school.home.ask(person, STORY, says("coba_terima", boleh=True))


async def test_what_was_told_reaches_the_trainer_and_with_a_yes_the_colleagues(any_school: School) -> None:
    school = any_school
    ratna, amir = await school.join(), await school.join("Amir", scope="73.16.01.2003")
    far = await school.join("Tahir", scope="73.16.02.2001")
    trainer = await school.home.join("Daeng", "pelatih", "73.16")
    await _practise(school, ratna)
    await _tell(school, ratna)
    await school.home.press(ratna, words("tombol_coba_bagi"), says("coba_dibagikan"))
    await school.home.town.until("SELECT count(*) FROM news WHERE next_at IS NOT NULL", 0)
    await school.at(local(1, 27, 7, 31))
    heard = await school.home.telegram.wait_for(amir, says("cerita_kawan", coba=first().practice, isi=STORY))
    assert "Ratna" not in words_of(heard)
    told = await school.home.telegram.wait_for(trainer, says("cerita_masuk", jumlah="1"))
    assert labels(told) == [words("tombol_belajar_cerita")]
    await school.home.press(
        trainer, words("tombol_belajar_cerita"), says("cerita_daftar", cerita=[{"dari": "Ratna", "isi": STORY}])
    )
    assert not any(one in says("cerita_kawan") for one in (*school.home.texts(far), *school.home.texts(ratna)))


async def test_names_in_it_are_covered_and_the_teller_sees_what_will_be_shared(school: School) -> None:
    ratna, amir = await school.join(), await school.join("Amir", scope="73.16.01.2003")
    await _practise(school, ratna)
    await school.home.press_data(ratna, f"x:coba:{first().key}", "Apa yang terjadi?")
    covered = "Waktu posyandu, cerita Bu …: 18 anak tidak ditimbang. Saya … catat."
    told = "Waktu posyandu, cerita Bu Hasnah Tahir: 18 anak tidak ditimbang. Saya Ratna catat."
    await school.home.ask(ratna, told, says("coba_terima", boleh=True, isi=covered))
    await school.home.press(ratna, words("tombol_coba_bagi"), says("coba_dibagikan"))
    await school.home.town.until("SELECT count(*) FROM news WHERE next_at IS NOT NULL", 0)
    await school.at(local(1, 27, 7, 31))
    heard = await school.home.telegram.wait_for(amir, says("cerita_kawan", isi=covered))
    assert "Hasnah" not in words_of(heard)


async def test_without_a_yes_only_the_trainer_reads_it(school: School) -> None:
    ratna, amir = await school.join(), await school.join("Amir", scope="73.16.01.2003")
    await _practise(school, ratna)
    await _tell(school, ratna)
    await school.home.press(ratna, words("tombol_coba_jangan"), says("coba_disimpan"))
    assert await school.rows("SELECT count(*) FROM news") == [(0,)]
    tried = (await school.rows("SELECT id FROM tried"))[0][0]
    assert await school.home.toast(ratna, f"x:bagi:{tried}", 1) == words("tombol_lewat")
    assert await school.home.toast(amir, f"x:bagi:{tried}", 1) == words("tombol_lewat")
    assert not any(one in says("cerita_kawan") for one in school.home.texts(amir))


async def test_colleagues_hear_one_a_week_at_most(school: School) -> None:
    ratna, amir = await school.join(), await school.join("Amir", scope="73.16.01.2003")
    baso = await school.join("Baso", scope="73.16.01.2003")
    for teller in (ratna, baso):
        await school.read(teller, first())
    await school.at(EIGHT + WEEK)
    for teller in (ratna, baso):
        await school.home.telegram.wait_for(teller, says("coba_tanya"))
        await _tell(school, teller)
        await school.home.press(teller, words("tombol_coba_bagi"), says("coba_dibagikan"))
    await school.home.town.until("SELECT count(*) FROM news WHERE next_at IS NOT NULL", 0)
    await school.at(local(1, 27, 7, 31))
    await school.home.telegram.wait_for(amir, says("cerita_kawan"))
    await school.at(local(1, 28, 7, 31))
    await school.home.town.until("SELECT count(*) FROM outbox WHERE outcome IS NULL", 0)
    assert sum(one in says("cerita_kawan") for one in school.home.texts(amir)) == 1


async def test_a_voice_is_kept_as_a_voice_and_played_to_the_trainer_only(school: School) -> None:
    ratna, trainer = await school.join(), await school.home.join("Daeng", "pelatih", "73.16")
    await _practise(school, ratna)
    await school.home.press_data(ratna, f"x:coba:{first().key}", "Apa yang terjadi?")
    await school.home.voice(ratna, recording(), says("coba_terima"))
    tried = (await school.rows("SELECT id FROM tried"))[0][0]
    await school.home.press_data(trainer, f"x:dengar:{tried}", lambda message: "voice" in message)
    assert await school.home.toast(ratna, f"x:dengar:{tried}", 1) == words("tombol_lewat")


@pytest.mark.parametrize("again", [True, False])
async def test_not_yet_is_asked_once_more_and_what_was_told_is_not_asked_again(school: School, again: bool) -> None:
    ratna = await school.join()
    await _practise(school, ratna)
    if again:
        await school.home.press_data(ratna, f"x:belum:{first().key}", says("coba_belum"))
        await school.at(EIGHT + 2 * WEEK)
        await school.home.telegram.wait_for(ratna, says("coba_tanya", coba=first().practice))
    else:
        await _tell(school, ratna)
        await school.home.press_data(ratna, f"x:coba:{first().key}", says("coba_sudah"))
