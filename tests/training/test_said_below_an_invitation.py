"""An invitation to a training is answered in words, as by its buttons."""

from datetime import datetime, timedelta

import pytest

from bot.store.calendar import occasions
from bot.store.calendar.occasions import Occasion
from bot.store.queues import news
from bot.work.calendar.announcing import SET
from tests.broadcasts.crowd import here, rows
from tests.support.kabupaten import Kabupaten
from tests.support.many import Place, without_a_phone
from tests.support.phones import Someone
from tests.support.sentences import mentions, says
from tests.support.villages import KABUPATEN

__all__ = ["here"]

_PEOPLE = [Place("Nur", "bappeda", KABUPATEN), Place("Ratna", "fasilitator_desa", "73.16.01.2003")]


async def _invited(here: Kabupaten) -> tuple[Someone, Someone, datetime]:
    nur, ratna = await without_a_phone(here, _PEOPLE)
    now = here.clock.now()
    held = (now + timedelta(days=4)).replace(minute=0, second=0, microsecond=0)
    one = Occasion(7, "pelatihan", KABUPATEN, "pelatihan dasar", 2026, held, "aula bappeda", nur.id, now)
    async with here.database.write() as connection:
        await occasions.add(connection, one)
        await news.put_out(connection, SET, one.id, now, nur.id)
    await here.live(now + timedelta(hours=1))
    assert ratna.newest().text in says("pelatihan_undangan", orang="Ratna")
    return nur, ratna, held


async def _answers(here: Kabupaten) -> list[str]:
    return [row[0] for row in await rows(here, "SELECT answer FROM training_seats")]


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("siap bu hadir", "ya"),
        ("insya allah saya datang", "ya"),
        ("siap bu", "ya"),
        ("iya bisa bu", "ya"),
        ("saya ikut bu", "ya"),
        ("maaf belum bisa bu", "tidak"),
        ("mohon izin tidak bisa ikut bu ada hajatan", "tidak"),
        ("maaf saya berhalangan", "tidak"),
    ],
)
async def test_who_comes_and_who_cannot_is_noted_as_by_the_button(here: Kabupaten, typed: str, answer: str) -> None:
    _, ratna, _ = await _invited(here)
    await here.says(ratna, typed)
    assert await _answers(here) == [answer]
    assert ratna.newest().text in says("pelatihan_jawaban", datang=answer == "ya")


@pytest.mark.parametrize("typed", ["jam berapa bu", "di mana tempatnya", "kapan itu bu?", "dimana bu"])
async def test_a_question_is_answered_with_its_own_hour_and_place(here: Kabupaten, typed: str) -> None:
    _, ratna, _ = await _invited(here)
    await here.says(ratna, typed)
    assert ratna.newest().text in says("pelatihan_kapan", tempat="aula bappeda")
    assert await _answers(here) == []
    await here.says(ratna, "siap hadir")
    assert await _answers(here) == ["ya"]


async def test_who_cannot_come_after_all_says_so(here: Kabupaten) -> None:
    _, ratna, _ = await _invited(here)
    await here.says(ratna, "siap bu hadir")
    await here.says(ratna, "maaf ternyata tidak bisa datang bu")
    assert await _answers(here) == ["tidak"]


@pytest.mark.parametrize("typed", ["bisa tapi terlambat bu", "mungkin saya datang", "boleh diwakili bu"])
async def test_what_is_neither_is_noted_as_neither(here: Kabupaten, typed: str) -> None:
    _, ratna, _ = await _invited(here)
    await here.says(ratna, typed)
    assert await _answers(here) == []


async def test_on_its_day_whoever_says_that_they_are_there_means_it(here: Kabupaten) -> None:
    _, ratna, held = await _invited(here)
    await here.says(ratna, "/jadwal")
    here.stand(held - timedelta(minutes=10))
    await here.says(ratna, "hadir bu")
    assert await _answers(here) == ["ya"]


async def test_an_officer_is_invited_to_nothing(here: Kabupaten) -> None:
    nur, _, _ = await _invited(here)
    await here.says(nur, "siap hadir pelatihan")
    assert await _answers(here) == []


@pytest.mark.parametrize("typed", ["ya", "oke bu", "ya kirim"])
async def test_a_word_of_a_button_is_no_name_of_a_training(here: Kabupaten, typed: str) -> None:
    (nur,) = await without_a_phone(here, _PEOPLE[:1])
    await here.says(nur, "buat hari pelatihan fasilitator sabtu 16 januari 2027 jam 9 di aula bappeda")
    await here.presses(nur, nur.newest(), "Seluruh kabupaten")
    assert nur.newest().text in mentions("form.jadwal.nama.tanya")
    await here.says(nur, typed)
    assert "pelatihan dasar" not in nur.newest().text
    assert nur.newest().text in mentions("form.jadwal.nama.tanya")
    await here.says(nur, "pelatihan dasar")
    assert "pelatihan dasar" in nur.newest().text


async def _on_its_day(here: Kabupaten) -> tuple[Someone, Someone, str]:
    """With the code on the wall."""
    nur, ratna, held = await _invited(here)
    here.stand(held - timedelta(minutes=20))
    await here.pushes(nur, "latih:poster:7")
    return nur, ratna, str((await rows(here, "SELECT code FROM trainings"))[0][0])


async def _came(here: Kabupaten) -> int:
    return int((await rows(here, "SELECT count(*) FROM training_seats WHERE came_at IS NOT NULL"))[0][0])


@pytest.mark.parametrize("front", ["", "kode hadir ", "kodenya "])
async def test_the_code_on_the_wall_counts_typed_as_it_does_scanned(here: Kabupaten, front: str) -> None:
    _, ratna, code = await _on_its_day(here)
    await here.says(ratna, f"{front}{code}")
    assert await _came(here) == 1
    assert ratna.newest().text in mentions("pelatihan_hadir")


@pytest.mark.parametrize("typed", ["saya sudah hadir pelatihan", "sudah datang bu"])
async def test_whoever_was_there_is_told_how_that_is_noted(here: Kabupaten, typed: str) -> None:
    _, ratna, _ = await _on_its_day(here)
    await here.says(ratna, typed)
    assert ratna.newest().text in says("pelatihan_hadir_cara")
    assert "ya" not in await _answers(here)
