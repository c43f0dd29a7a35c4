"""Under the numbered list of tasks a number is one of them: said to be done, it is done; and what a date asks is no
errand."""

import pytest

from tests.support.homes import Home, labels
from tests.support.sentences import mentions, says

_DONE = "SELECT rule FROM tasks WHERE state = 'done'"


@pytest.mark.parametrize(
    ("typed", "place"), [("selesai yang 1", 0), ("sudah kukerja yang pertama", 0), ("nomor 2 sudah", 1)]
)
async def test_the_task_of_that_number_is_done(anywhere: Home, typed: str, place: int) -> None:
    at_home = anywhere
    ratna = await at_home.join("Ratna")
    await at_home.hold()
    shown = await at_home.ask(ratna, "/tugas", says("tugas_daftar_saya"))
    title = labels(shown)[place].partition(". ")[2]
    done, asks = says("tugas_selesai", judul=title), says("tugas_minta_bukti", judul=title)
    await at_home.ask(ratna, typed, lambda told: told["text"] in done or told["text"] in asks)  # and no reminder of it
    assert not await at_home.town.rows("SELECT 1 FROM task_events WHERE kind = 'reopened'")
    asked = any(text in asks for text in at_home.texts(ratna))
    assert len(await at_home.town.rows(_DONE)) == 1 - asked


async def test_a_number_that_the_list_has_not_does_nothing(at_home: Home) -> None:
    ratna = await at_home.join("Ratna")
    await at_home.hold()
    await at_home.ask(ratna, "/tugas", says("tugas_daftar_saya"))
    await at_home.ask(ratna, "selesai yang 30", lambda _message: True)
    assert not await at_home.town.rows(_DONE)


async def test_the_list_is_shown_and_ticked_while_the_day_of_a_move_is_asked(at_home: Home) -> None:
    ratna = await at_home.join("Ratna")
    await at_home.hold()
    await at_home.ask(ratna, "musrenbang desa mundur", mentions("form.jadwal_pindah.waktu.tanya"))
    shown = await at_home.ask(ratna, "apa tugas saya", says("tugas_daftar_saya"))
    title = labels(shown)[0].partition(". ")[2]
    await at_home.ask(ratna, "selesai yang 1", title)


async def test_how_long_it_moves_may_stand_behind_its_name(at_home: Home) -> None:
    ratna = await at_home.join("Ratna")
    await at_home.hold()
    typed = "mundurkan musrenbang desa seminggu karena ada pesta panen"
    told = await at_home.ask(ratna, typed, says("jadwal_pindahkah", alasan="ada pesta panen"))
    assert "Kamis, 21 Januari 2027" in told["text"]
