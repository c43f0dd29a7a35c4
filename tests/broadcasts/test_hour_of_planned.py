"""Another hour in words where an announcement is planned: it is that one's, and never takes back another, nor moves the
lessons of who says it."""

from datetime import timedelta

import pytest

from tests.broadcasts.crowd import here, rows, settled, tick_until
from tests.broadcasts.sent import announce
from tests.support.kabupaten import Kabupaten
from tests.support.phones import Someone
from tests.support.sentences import mentions, says

__all__ = ["here"]

_MEETING, _DATA = "rapat kamis jam 9 di aula", "data calon peserta dikumpul hari kamis"


async def _planned(here: Kabupaten) -> tuple[Someone, int]:
    """One is out, another leaves tomorrow."""
    officer, _ = await settled(here, 2)
    await announce(here.database, officer.id, here.clock.now(), text=_MEETING)
    await tick_until(here, "done")
    here.stand(here.clock.now() + timedelta(minutes=4))
    tomorrow = timedelta(hours=20)
    return officer, await announce(here.database, officer.id, here.clock.now(), text=_DATA, starts_in=tomorrow)


async def _hour(here: Kabupaten, one: int) -> str:
    """By the clock of Greenwich, eight hours behind."""
    return str((await rows(here, f"SELECT next_at FROM broadcasts WHERE id = {one}"))[0][0])[11:16]


async def _states(here: Kabupaten) -> list[str]:
    return [row[0] for row in await rows(here, "SELECT state FROM broadcasts ORDER BY id")]


@pytest.mark.parametrize(
    "typed", ["eh jamnya ganti jam 10 saja", "diundur jadi jam 10", "ubah jamnya jadi jam 10", "jam 10 saja"]
)
async def test_below_what_is_planned_an_hour_is_its_hour_after_one_yes(here: Kabupaten, typed: str) -> None:
    officer, one = await _planned(here)
    await here.pushes(officer, f"a:lihat:{one}")
    was = await _hour(here, one)
    await here.says(officer, typed)
    assert officer.newest().text in says("siaran_jam_gantikah", awal=_DATA)
    assert await _hour(here, one) == was
    await here.says(officer, "ya")
    assert await _hour(here, one) == "02:00"
    assert await _states(here) == ["done", "waiting"]


@pytest.mark.parametrize("typed", ["jam 10 saja", "siap bu hadir jam 9", "besok jam 10 pagi"])
async def test_an_hour_that_names_no_lesson_moves_none(here: Kabupaten, typed: str) -> None:
    officer, _ = await _planned(here)
    here.stand(here.clock.now() + timedelta(days=2))
    before = await rows(here, "SELECT person_id, days, minutes FROM learners ORDER BY id")
    await here.says(officer, typed)
    assert before == await rows(here, "SELECT person_id, days, minutes FROM learners ORDER BY id")
    assert officer.newest().text not in says("belajar_jam")


async def test_an_announcement_is_opened_by_its_number_in_the_list(here: Kabupaten) -> None:
    officer, _ = await _planned(here)
    await here.says(officer, "lihat siaran")
    await here.says(officer, "1")
    assert officer.newest().text in mentions("siaran_satu", awal=_DATA)


@pytest.mark.parametrize("no", ["tidak", "bukan"])
async def test_a_no_leaves_the_hour(here: Kabupaten, no: str) -> None:
    officer, one = await _planned(here)
    await here.pushes(officer, f"a:lihat:{one}")
    was = await _hour(here, one)
    await here.says(officer, "eh jamnya ganti jam 10 saja")
    await here.says(officer, no)
    assert officer.newest().text in says("siaran_jam_tetap")
    assert await _hour(here, one) == was


async def test_right_after_it_was_planned_nothing_sent_is_offered_to_be_taken_back(here: Kabupaten) -> None:
    officer, _ = await _planned(here)
    await here.says(officer, "batal")  # it is asked whether that one is meant
    await here.says(officer, "eh jamnya ganti jam 10 saja")
    assert officer.newest().text in says("siaran_jam_gantikah", awal=_DATA)
    assert await _states(here) == ["done", "waiting"]


@pytest.mark.parametrize(
    "typed",
    [
        "kirim data calon peserta jam 10 saja",
        "ganti jam kirim siaran data calon peserta jadi jam 10",
        "siaran besok diundur jadi jam 10",
    ],
)
async def test_words_that_name_it_move_it_and_no_lesson(here: Kabupaten, typed: str) -> None:
    officer, one = await _planned(here)
    lessons = await rows(here, "SELECT minutes FROM learners")
    await here.says(officer, typed)
    assert officer.newest().text in says("siaran_jam_gantikah", awal=_DATA)
    await here.says(officer, "ya")
    assert await _hour(here, one) == "02:00"
    assert await rows(here, "SELECT minutes FROM learners") == lessons


async def test_the_number_in_the_list_is_enough(here: Kabupaten) -> None:
    officer, one = await _planned(here)
    await here.says(officer, "siaran apa yang direncanakan")
    assert officer.newest().text in says("siaran_belum_berangkat")
    await here.says(officer, "nomor 1 diganti jam 10")
    await here.says(officer, "ya")
    assert await _hour(here, one) == "02:00"


async def test_where_nothing_is_planned_sending_moves_no_lesson_either(here: Kabupaten) -> None:
    officer, _ = await settled(here, 2)
    lessons = await rows(here, "SELECT minutes FROM learners")
    await here.says(officer, "kirim data calon peserta jam 10 saja")
    assert await rows(here, "SELECT minutes FROM learners") == lessons
