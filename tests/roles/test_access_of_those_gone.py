"""Somebody replaced, cut off or erased at every door: codes, commands, buttons, calendar address, files, edits."""

import io
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import xlsxwriter

from bot.simulator.chats import Person
from bot.work.access import BUTTONS, COMMANDS
from tests.calendar.test_feed import address_for, fetch, summaries
from tests.journeys.villagers import photo
from tests.roles.conftest import Office
from tests.roles.test_access import EVERYBODY, WANTED
from tests.roles.test_codes import DEAD, invite_delegate
from tests.roles.test_handover import id_of, own_code
from tests.roles.test_lost_telephone import tell_usulan
from tests.support.calendar import MORNING
from tests.support.postgres import free_port
from tests.support.sentences import mentions, says, words
from tests.support.town import town


@pytest.fixture
async def open_office(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Office]:
    """A town whose calendar addresses are reached from outside."""
    port = free_port()
    more = {"calendar_port": port, "web_address": f"http://127.0.0.1:{port}"}
    async with town(sqlite_url, tmp_path, started=False, **more) as place:
        await place.simulator.move_clock(to=MORNING)
        await place.start()
        yield Office(place)


async def _replace(office: Office, person: Person, code: str) -> None:
    await office.ask(office.town.simulator.add_person("Nur"), code, "meneruskan tugas Rahman")


async def _block(office: Office, person: Person, _code: str) -> None:
    hasnah = await office.join("Hasnah", "bappeda")
    await office.town.simulator.press_data(hasnah, 1, f"b:tahan:{await id_of(office, person)}:dicuri")
    await office.hears(hasnah, "sudah diblokir")


async def _erase(office: Office, person: Person, _code: str) -> None:
    await office.ask(person, "/dataku", mentions("dataku"))
    await office.press(person, words("tombol_hapus"), mentions("yakin_hapus"))
    await office.press(person, words("tombol_hapus_usulan_tetap"), "")
    await office.town.until("SELECT count(*) FROM people WHERE name = 'Rahman'", 0)


def _workbook() -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        book.add_worksheet().write_row(0, 0, ["nama", "peran", "kecamatan", "desa"])
    return out.getvalue()


@pytest.mark.parametrize("gone", [_replace, _block, _erase], ids=["replaced", "blocked", "erased"])
async def test_whoever_is_gone_passes_no_door(open_office: Office, gone: object) -> None:
    office, simulator = open_office, open_office.town.simulator
    rahman = await office.join("Rahman", "fasilitator_desa")
    await tell_usulan(office, rahman)
    said = next(one for one in simulator.messages(rahman) if one.get("text", "").startswith("Mata air"))
    address, invitation, own = (
        await address_for(office, rahman), await invite_delegate(office, rahman), await own_code(office, rahman)
    )  # fmt: skip
    await gone(office, rahman, own)  # type: ignore[operator]
    for code in (invitation, own):
        await office.ask(rahman, code, DEAD)
        await office.ask(simulator.add_person("Aco"), code, DEAD)
    status, _, body = await fetch(address)
    assert status == 404 or summaries(body) == []
    await simulator.document(rahman, _workbook(), "daftar.xlsx")
    before = await office.town.rows("SELECT answers FROM usulan")
    await simulator.edit(rahman, said["message_id"], "Kata-kata yang diganti sesudah itu.")
    for entry in COMMANDS:
        await simulator.move_clock(by=11)  # nobody types all this at once
        told = await office.answers(rahman, f"/{entry.name}")
        assert told, entry.name
        refused = any(each in says("perintah_bukan_untuk_ini") for each in told)
        assert refused is (WANTED[f"/{entry.name}"] != EVERYBODY), (entry.name, told)
    for entry in BUTTONS:
        refused = await office.toast(rahman, f"{entry.name}:", 1) in says("tombol_bukan_untuk_ini")
        assert refused is (WANTED[f"{entry.name}:"] != EVERYBODY), entry.name
    assert await office.town.rows("SELECT 1 FROM lists") == []
    is_still_theirs = gone is _replace  # a warga corrects their own usulan, whatever role they had
    assert (await office.town.rows("SELECT answers FROM usulan") == before) is not is_still_theirs


async def test_an_order_of_somebody_replaced_is_no_story_that_waits_for_consent(office: Office) -> None:
    rahman = await office.join("Rahman", "fasilitator_desa", "73.16.01.2012")
    await _replace(office, rahman, await own_code(office, rahman))
    await office.ask(rahman, "minta halaman pengabdian saya", says("dulu_bertugas"))
    assert await office.town.rows("SELECT count(*) FROM first_words") == [(0,)]


async def test_a_photo_of_somebody_in_office_is_no_story_that_waits_for_consent(office: Office) -> None:
    rahman = await office.join("Rahman", "fasilitator_desa", "73.16.01.2012")
    await office.town.simulator.photo(rahman, photo())
    await office.hears(rahman, says("menu_awal", bingung="foto"))
