"""What people write below an announcement to whoever sent it is offered to them, and not taken for something else."""

from datetime import timedelta
from pathlib import Path

import pytest

from bot.core.broadcasts.shapes import PROPOSER, Audience
from bot.core.forms.writing import in_short
from bot.simulator.chats import Person
from tests.broadcasts.street import DESA, KABUPATEN, WORDS, Street, Streets, open_street
from tests.reading.conftest import Village
from tests.support.sentences import mentions, says
from tests.support.town import town

_WHETHER = mentions("siaran_untuk_ini")


@pytest.fixture
async def street(sqlite_url: str, tmp_path: Path) -> Streets:
    async with town(sqlite_url, tmp_path) as place:
        yield await open_street(place)


async def _told(street: Street) -> Person:
    """A facilitator who has just got an announcement."""
    rahman = await street.town.join("Rahman", "fasilitator_desa", DESA)
    await street.announce()
    return rahman


async def _replies(street: Street) -> list[str]:
    return [row[0] for row in await street.town.rows("SELECT words FROM broadcast_replies ORDER BY id")]


@pytest.mark.parametrize(
    "typed",
    [
        "grup yang mana bu",
        "sudah saya kumpul bu",
        "bu bisa diwakilkan?",
        "boleh diwakilkan?",
        "jam 9 pagi atau malam",
        "di ruang yang mana",
    ],
)
async def test_who_speaks_to_the_author_is_asked_whether_it_is_for_them(street: Street, typed: str) -> None:
    rahman = await _told(street)
    await street.town.ask(rahman, typed, _WHETHER)
    await street.town.ask(rahman, "teruskan", says("siaran_balasan_diteruskan"))
    assert await _replies(street) == [typed]


async def test_what_tells_more_than_a_yes_waits_with_the_first(street: Street) -> None:
    rahman = await _told(street)
    await street.town.ask(rahman, "grup yang mana bu", _WHETHER)
    await street.town.ask(rahman, "jam 9 keliru bu, yang betul jam 10 toh", says("kata_ikut_menunggu"))
    await street.town.ask(rahman, "teruskan", says("siaran_balasan_diteruskan"))
    assert await _replies(street) == ["grup yang mana bu", "jam 9 keliru bu, yang betul jam 10 toh"]


async def test_a_second_question_waits_with_the_first(street: Street) -> None:
    rahman = await _told(street)
    await street.town.ask(rahman, "jam berapa bu", _WHETHER)
    await street.town.ask(rahman, "jam 9 pagi atau jam 9 malam", says("kata_ikut_menunggu"))


async def test_work_of_theirs_stays_what_it_is(street: Street) -> None:
    rahman = await _told(street)
    await street.town.ask(rahman, "apa tugas saya bu", lambda message: "form" not in message)
    assert not any(text in _WHETHER for text in street.town.texts(rahman))


@pytest.mark.parametrize("typed", ["berapa usulan yang sudah masuk", "apa tugas saya", "kapan jam pelajaran saya"])
async def test_a_question_about_their_own_work_is_answered(street: Street, typed: str) -> None:
    rahman = await _told(street)
    await street.town.ask(rahman, typed, lambda message: message["text"] not in _WHETHER)


async def test_what_nobody_understands_may_still_be_about_it_below_something_else(street: Street) -> None:
    rahman = await _told(street)
    await street.town.ask(rahman, "apa tugas saya", lambda message: message["text"] not in _WHETHER)
    await street.town.ask(rahman, "mungkin saya telat sedikit", _WHETHER)
    await street.town.ask(rahman, "ya", says("siaran_balasan_diteruskan"))
    assert await _replies(street) == ["mungkin saya telat sedikit"]


_NEWER = "Sosialisasi bedah rumah Senin depan pukul 09.00."


async def _asked_of_the_older(street: Street) -> Person:
    """What she asked below the first waits for her yes, and a second one came since."""
    rahman = await _told(street)
    await street.town.ask(rahman, "apakah rapat itu kami ikut bu", _WHETHER)
    await street.announce(text=_NEWER)
    await street.copy_of(rahman, _NEWER)
    return rahman


async def _of(street: Street, words: str) -> list[int]:
    query = "SELECT broadcast_id FROM broadcast_replies WHERE words = :w"
    return [row[0] for row in await street.town.rows(query, w=words)]


async def test_what_is_said_below_a_newer_one_is_about_that(street: Street) -> None:
    rahman = await _asked_of_the_older(street)
    await street.town.ask(rahman, "siap bu hadir", mentions("siaran_untuk_ini", awal=in_short(_NEWER, 40)))
    await street.town.ask(rahman, "ya", mentions("siaran_untuk_ini", awal=in_short(WORDS, 40)))
    older, newer = [row[0] for row in await street.town.rows("SELECT id FROM broadcasts ORDER BY id")]
    assert await _of(street, "siap bu hadir") == [newer]
    await street.town.ask(rahman, "iya teruskan", says("siaran_balasan_diteruskan"))
    assert await _of(street, "apakah rapat itu kami ikut bu") == [older]


async def test_siap_below_a_newer_one_confirms_that(street: Street) -> None:
    rahman = await _asked_of_the_older(street)
    await street.town.ask(rahman, "siap bu", says("siaran_paham_dicatat"))
    query = "SELECT broadcast_id FROM deliveries WHERE understood_at IS NOT NULL"
    assert await street.town.rows(query) == await street.town.rows("SELECT max(id) FROM broadcasts")
    assert await _replies(street) == []


@pytest.mark.parametrize(
    "typed", ["minta lampu penerangan di depan masjid", "pak mau usul juga posyandu, atapnya bocor"]
)
async def test_hours_later_a_villagers_new_wish_is_no_more_of_what_they_wrote_below_one(
    street: Street, typed: str
) -> None:
    sitti = await Village(street.town).bring()
    await street.announce(Audience((KABUPATEN,), (PROPOSER,)))
    await street.copy_of(sitti)
    await street.town.ask(sitti, "iye bu, tapi jauh mi. bisa diwakili?", _WHETHER)
    await street.town.ask(sitti, "27 bisa bu, tanggal 20 ke kebun", says("kata_ikut_menunggu"))
    await street.town.stop()
    await street.town.simulator.move_clock(to=street.town.simulator.stage.clock.now() + timedelta(hours=5))
    await street.town.start()
    await street.town.ask(sitti, typed, says("mesin.ini_ceritanya"))
    await street.town.until("SELECT count(*) FROM conversations WHERE flow = 'siaran_untuk_ini'", 1)
