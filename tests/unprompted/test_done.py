""" "Sudah selesai daftarnya": the task that is named is ticked; where several may be meant they are asked about."""

import pytest

from bot.simulator.chats import Person
from tests.support.client import labels, words_of
from tests.support.desk import local
from tests.support.homes import Home
from tests.support.sentences import says, words

_NAMED = "Daftar kelompok yang jarang datang"


async def _ratna(at_home: Home) -> Person:
    ratna = await at_home.join("Ratna")
    await at_home.hold()
    return ratna


def _rule(at_home: Home, title: str) -> str:
    """Of the desa, by the title of its task."""
    rules = at_home.office.catalog.calendar.rules
    return next(key for key in rules if key.startswith("D") and at_home.title(key) == title)


async def _reminded(at_home: Home) -> str:
    """Ratna's morning has come; the rule of the task that was named to her."""
    await at_home.move_clock(local(1, 8, 7, 31))
    await at_home.town.until("SELECT count(*) > 0 FROM task_events WHERE kind = 'named'", True)
    query = (
        "SELECT t.rule FROM task_events e JOIN tasks t ON t.id = e.task_id WHERE e.kind = 'named' ORDER BY e.id DESC"
    )
    return str((await at_home.town.rows(query))[0][0])


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("daftar kelompok yang jarang datang sudah beres", _NAMED),
        ("sudah, undangan sudah jadi", "Undangan dengan nama"),
        ("undangan sdh disebar semua sama pak kades", "Undangan dengan nama"),
        ("tempat pertemuan sudah saya cek", "Cek tempat pertemuan"),
    ],
)
async def test_the_task_that_is_named_is_done(at_home: Home, typed: str, title: str) -> None:
    ratna = await _ratna(at_home)
    done, asked = says("tugas_selesai", judul=title), says("tugas_minta_bukti", judul=title)
    answer = await at_home.ask(ratna, typed, lambda message: words_of(message) in done or words_of(message) in asked)
    assert title in words_of(answer)


async def test_of_several_it_is_asked_which(anywhere: Home) -> None:
    ratna = await _ratna(anywhere)
    shown = await anywhere.ask(ratna, "sudah selesai kelompoknya", says("tugas_yang_mana_selesai"))
    assert _NAMED in labels(shown)
    assert "Cek tempat pertemuan" not in labels(shown)


@pytest.mark.parametrize("typed", ["sudah selesai pak", "sudah"])
async def test_a_bare_word_means_the_reminder_above_it(at_home: Home, typed: str) -> None:
    ratna = await _ratna(at_home)
    title = at_home.title(await _reminded(at_home))
    await at_home.hears(ratna, lambda message: words("tombol_tugas_bantu") in labels(message))
    await at_home.ask(ratna, typed, lambda message: title in str(message.get("text", "")))
    heard = at_home.texts(ratna)
    assert any(
        text in says("tugas_minta_bukti", judul=title) or text in says("tugas_selesai", judul=title) for text in heard
    )


async def test_a_reply_to_the_reminder_means_its_task_whatever_was_said_since(at_home: Home) -> None:
    ratna = await _ratna(at_home)
    title = at_home.title(await _reminded(at_home))
    reminder = await at_home.hears(ratna, lambda message: words("tombol_tugas_bantu") in labels(message))
    await at_home.ask(ratna, "/jadwal", says("jadwal_daftar"))
    await at_home.telegram.say(ratna, "sudah", reply_to=reminder["message_id"])
    await at_home.hears(ratna, lambda message: title in str(message.get("text", "")))


@pytest.mark.parametrize("typed", ["sudah selesai daftarnya?", "jalan ke kebun sudah rusak sejak lama"])
async def test_what_asks_or_tells_something_else_ticks_nothing(at_home: Home, typed: str) -> None:
    ratna = await _ratna(at_home)
    await at_home.ask(ratna, typed, lambda message: True)
    assert not any(text in says("tugas_yang_mana_selesai") for text in at_home.texts(ratna))
    assert not await at_home.town.rows("SELECT 1 FROM tasks WHERE state = 'done'")
