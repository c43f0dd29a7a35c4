"""Every loop of the process comes back from an exception: nothing of its queue is lost, and the doctor names it."""

import asyncio
import socket
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from bot import failpoint
from bot.edges.doctor.stored import examine_stored
from bot.edges.watch import Watch
from bot.entry import PAUSED
from tests.edges import hostile
from tests.journeys.villagers import consent, finish, name_place, propose, tell
from tests.support.sentences import mentions, words
from tests.support.town import Town, town

MORNING = datetime(2027, 1, 12, 2, 0, tzinfo=UTC)
#: Where a fault is planted in each loop; what the intake has received by then is not confirmed.
LOOPS = {name: f"loop.{name}" for name in ("worker", "sender", "fetch", "lists", "upkeep", "ticker")}
LOOPS |= {"intake": "intake.received"}
LIST = {"A1": "nama", "B1": "peran", "C1": "kecamatan", "D1": "desa"}
LIST |= {"A2": "Budi", "B2": "fasilitator desa", "C2": "Maiwa", "D2": "Boiya"}

Act = Callable[[Town], Awaitable[None]]


def _free_port() -> int:
    with socket.socket() as plug:
        plug.bind(("127.0.0.1", 0))
        port: int = plug.getsockname()[1]
        return port


@pytest.fixture
async def street(database_url: str, tmp_path: Path) -> AsyncIterator[Town]:
    async with town(database_url, tmp_path, started=False, web_port=_free_port()) as place:
        await place.simulator.move_clock(to=MORNING)
        await place.start()
        yield place
        failpoint._planted.clear()


async def _is_answered(place: Town) -> None:
    person = place.simulator.add_person("Rahman")
    await place.simulator.begin(person)
    await place.simulator.wait_for(person, mentions("izin"), timeout=30)


async def _keeps_a_photo(place: Town) -> None:
    person = await consent(place, "Nurdin")
    await name_place(place, person)
    await tell(place, person)
    await place.simulator.document(person, hostile.turned_jpeg(), "foto.jpg", "image/jpeg")
    await place.simulator.wait_for(person, "1 foto sudah sampai", timeout=10)
    await finish(place, person)
    await place.until("SELECT outcome FROM media", "stored", seconds=30)


async def _reads_a_list(place: Town) -> None:
    officer = place.simulator.add_person("Hasnah")
    await place.simulator.begin(officer, await place.code_for("bappeda", "73.16"))
    await place.simulator.wait_for(officer, "Selamat datang", timeout=10)
    await place.simulator.document(officer, hostile.workbook(LIST), "daftar.xlsx")
    await place.simulator.wait_for(officer, "Sudah cocok?", timeout=30)
    await place.simulator.press(officer, "Undang 1 orang")
    await place.simulator.wait_for(officer, lambda message: "document" in message, timeout=30)


async def _forgets(place: Town) -> None:
    person = await consent(place, "Baso")
    await propose(place, person)
    for label, answer in (("/dataku", "pada kami"), ("Hapus data saya", "tidak bisa dibatalkan")):
        await (place.simulator.say if label[0] == "/" else place.simulator.press)(person, label)
        await place.simulator.wait_for(person, answer, timeout=10)
    await place.simulator.press(person, words("tombol_hapus_usulan_tetap"))
    await place.until("SELECT count(*) FROM people", 0, seconds=30)


async def _reminds(place: Town) -> None:
    person = await consent(place, "Tenri")
    await name_place(place, person)
    await place.simulator.move_clock(by=26 * 3600.0)
    await place.simulator.wait_for(person, mentions("ingat_draf"), timeout=30)


ACTS: dict[str, Act] = {
    "intake": _is_answered,
    "worker": _is_answered,
    "sender": _is_answered,
    "fetch": _keeps_a_photo,
    "lists": _reads_a_list,
    "upkeep": _forgets,
    "ticker": _reminds,
}


async def _diagnosis(place: Town) -> list[str]:
    return [str(finding) async for finding in examine_stored(place.settings, PAUSED)]


async def _health(place: Town) -> tuple[int, dict[str, Any]]:
    address = f"http://127.0.0.1:{place.settings.web_port}/healthz"
    async with aiohttp.ClientSession() as session, session.get(address) as response:
        return response.status, await response.json() if response.status != 500 else {}


@pytest.mark.parametrize("loop", LOOPS)
async def test_a_loop_that_an_exception_ends_comes_back_and_is_named(street: Town, loop: str) -> None:
    await street.until("SELECT count(*) FROM loops WHERE name = 'ticker'", 1)  # everything runs
    failpoint._planted[LOOPS[loop]] = 2
    await ACTS[loop](street)
    assert failpoint._planted[LOOPS[loop]] == 0
    await street.until(f"SELECT restarts FROM loops WHERE name = '{loop}'", 2)
    named = [line for line in await _diagnosis(street) if f"Bagian {loop}" in line]
    assert len(named) == 1
    assert f"Planted('{LOOPS[loop]}')" in named[0]
    _, health = await _health(street)
    assert health["loops"][loop]["restarts"] == 2


async def test_a_loop_that_is_down_makes_health_bad_and_the_doctor_says_so(street: Town) -> None:
    failpoint._planted["loop.fetch"] = 1000
    await street.until("SELECT count(*) FROM loops WHERE name = 'fetch' AND is_down", 1, seconds=20)
    status, health = await _health(street)
    assert (status, health["alarms"]) == (503, {"bagian": "fetch"})
    assert any(line.startswith("✖ Bagian fetch sedang berhenti") for line in await _diagnosis(street))


async def test_a_request_that_fails_is_that_request_s_affair(street: Town) -> None:
    await street.until("SELECT count(*) FROM loops WHERE name = 'ticker'", 1)
    failpoint._planted["loop.web"] = 1
    assert (await _health(street))[0] == 500
    status, health = await _health(street)
    assert (status, health["loops"]["web"]["error"]) == (200, "Planted")
    await street.until("SELECT count(*) FROM loops WHERE name = 'web'", 1, seconds=10)
    assert any("Bagian web" in line for line in await _diagnosis(street))


@pytest.mark.parametrize(("point", "act"), [("media.claimed", _keeps_a_photo), ("loop.list", _reads_a_list)])
async def test_one_item_that_fails_twice_is_handled_the_third_time(street: Town, point: str, act: Act) -> None:
    failpoint._planted[point] = 2
    await act(street)
    assert failpoint._planted[point] == 0
    await street.until("SELECT max(restarts) FROM loops", 0)


async def test_an_item_that_fails_each_time_is_set_aside_and_whoever_sent_it_is_told(street: Town) -> None:
    failpoint._planted["media.claimed"] = failpoint._planted["loop.list"] = 3
    person = await consent(street, "Nurdin")
    await name_place(street, person)
    await tell(street, person)
    await street.simulator.document(person, hostile.sound_picture(), "foto.jpg", "image/jpeg")
    await street.simulator.wait_for(person, "1 foto sudah sampai", timeout=10)
    await finish(street, person)
    await street.simulator.wait_for(person, "tidak bisa kami buka", timeout=40)
    assert (await street.rows("SELECT outcome, starts FROM media"))[0] == ("parked", 4)
    officer = street.simulator.add_person("Hasnah")
    await street.simulator.begin(officer, await street.code_for("bappeda", "73.16"))
    await street.simulator.wait_for(officer, "Selamat datang", timeout=10)
    await street.simulator.document(officer, hostile.workbook(LIST), "daftar.xlsx")
    await street.simulator.wait_for(officer, "tidak bisa kami buka", timeout=40)
    told = await _diagnosis(street)
    assert any("1 gagal diolah" in line for line in told)
    assert any("1 daftar undangan gagal diolah" in line for line in told)


async def test_a_loop_begins_again_after_growing_pauses() -> None:
    watch, began = Watch(first_pause=0.05), list[float]()
    stopping = asyncio.Event()

    async def run() -> None:
        began.append(asyncio.get_running_loop().time())
        if len(began) == 4:
            stopping.set()
            return
        raise LookupError

    await watch.keep("ambil", run, stopping)
    first, second, third, fourth = began
    assert second - first < third - second < fourth - third
    assert (watch.of("ambil").restarts, watch.down()) == (3, {})
