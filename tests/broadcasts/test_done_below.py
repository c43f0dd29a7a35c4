""" "Sudah", right below an announcement, of somebody who has tasks as well: it ticks none unasked."""

from pathlib import Path

import pytest

from bot.simulator.chats import Person
from tests.broadcasts.street import DESA, Street, Streets, open_street
from tests.support.client import labels
from tests.support.halls import hold
from tests.support.sentences import mentions, says, words
from tests.support.town import town


@pytest.fixture
async def street(sqlite_url: str, tmp_path: Path) -> Streets:
    async with town(sqlite_url, tmp_path) as place:
        yield await open_street(place)


async def _told(street: Street) -> Person:
    """Reminded of a task, and then told something."""
    rahman = await street.town.join("Rahman", "fasilitator_desa", DESA)
    await hold(street.town, wilayah=DESA, hours=24 * 8)
    await street.town.simulator.move_clock(by=24 * 3600)
    await street.town.begin_again()
    await street.town.hears(rahman, lambda message: words("tombol_tugas_bantu") in labels(message))
    await street.announce()
    return rahman


async def _undone(street: Street) -> bool:
    return not await street.town.rows("SELECT 1 FROM tasks WHERE closed_at IS NOT NULL")


@pytest.mark.parametrize("typed", ["sudah", "sudah mi", "sudah bu"])
async def test_it_is_what_the_announcement_asks_for(street: Street, typed: str) -> None:
    rahman = await _told(street)
    await street.town.ask(rahman, typed, says("siaran_paham_dicatat"))
    assert await _undone(street)


@pytest.mark.parametrize("typed", ["sudah selesai pak", "iye sudahmi"])
async def test_what_may_be_of_either_is_asked_about(street: Street, typed: str) -> None:
    rahman = await _told(street)
    await street.town.ask(rahman, typed, mentions("siaran_untuk_ini"))
    assert await _undone(street)


@pytest.mark.parametrize(
    "typed", ["sudah saya baca pengumumannya bu", "sdh kubaca infonya", "sudahmi dibaca siarannya pak"]
)
async def test_that_it_was_read_confirms_it(street: Street, typed: str) -> None:
    rahman = await _told(street)
    await street.town.ask(rahman, typed, says("siaran_paham_dicatat"))
    assert await _undone(street)


async def test_a_task_that_is_named_there_is_ticked(street: Street) -> None:
    rahman = await _told(street)
    await street.town.ask(rahman, "daftar kelompok yang jarang datang sudah selesai", says("tugas_selesai"))
    assert not await _undone(street)
