"""All data that a button ever carried, and every way of spoiling it: nothing changes, nothing fails."""

import random
from collections import Counter

import pytest

from bot.simulator.chats import Person
from bot.store.tables import metadata
from bot.work.hall.acts import ALONE, CHANGES, LOOKS
from tests.broadcasts.desk import write
from tests.roles.conftest import OTHER_DESA, Office
from tests.roles.test_codes import invite_delegate, replace_by
from tests.roles.test_handover import id_of, own_code
from tests.roles.test_lost_telephone import tell_usulan
from tests.support.presses import exchanged, filled, fits, patterns, seen, spoiled
from tests.support.sentences import mentions, words

_AT_LEAST = 5_000
#: Tables of what comes and goes; what was done stands in the others.
_PASSING = {
    "inbox",
    "outbox",
    "pacing",
    "leases",
    "loops",
    "processes",
    "facts",
    "ticks",
}  # ticks: on a screen of one's own
#: What anybody may do to what is their own, with data that names nothing of anybody.
_ONES_OWN = 5  # digits: an argument with fewer names no row


async def _everybody(office: Office) -> dict[str, Person]:
    """A town in which every family has shown its buttons."""
    people = {
        name: await office.join(name, role)
        for name, role in (
            ("Hasnah", "bappeda"), ("Ani", "fasilitator_kecamatan"), ("Rahman", "fasilitator_desa"),
            ("Uleng", "delegasi"), ("Nurdin", "camat"),
        )
    }  # fmt: skip
    villager = people["Sitti"] = office.town.simulator.add_person("Sitti")
    await tell_usulan(office, villager)
    rahman, ani, hasnah = people["Rahman"], people["Ani"], people["Hasnah"]
    await office.ask(rahman, "/jadwal musrenbang 14/12/27 jam 9", mentions("form.jadwal.tempat.tanya"))
    await office.ask(rahman, "Kantor desa", mentions("form.jadwal.tinjau"))
    await office.press(rahman, words("tombol.kirim"), mentions("jadwal_ditetapkan"))
    await office.ask(rahman, "/periksa", "menunggu dibaca")
    await office.press(rahman, "Buka Maiwa 1", mentions("usulan_ajakan_baca"))
    await invite_delegate(office, rahman)
    await own_code(office, rahman)
    await office.ask(ani, "/serahkan", "sekarang bertugas")
    for data in (f"b:orang:{await id_of(office, rahman)}", f"s:orang:{await id_of(office, rahman)}"):
        await office.town.simulator.press_data(ani, 1, data)
    for person in (rahman, ani, hasnah, people["Nurdin"], villager, people["Uleng"]):
        for command in ("tugas", "jadwal", "kesiapan", "rapat", "tempat", "dataku", "undang", "usulanku", "pengabdian"):
            await office.town.simulator.move_clock(by=1)
            await office.ask(person, f"/{command}", "")
    await office.ask(villager, "/kabar Maiwa 1", "Maiwa 1")
    await write(office, hasnah)
    return people


async def _those_without_a_right(office: Office, people: dict[str, Person]) -> list[Person]:
    """A stranger, a neighbour with the same role, somebody replaced, a lost telephone."""
    gone = await office.join("Daeng", "fasilitator_kecamatan")
    await replace_by(office, gone, "Nur")
    lost = await office.join("Baso", "fasilitator_desa")
    await office.town.simulator.press_data(people["Hasnah"], 1, f"b:tahan:{await id_of(office, lost)}:hilang")
    await office.hears(people["Hasnah"], "sudah diblokir")
    neighbour = await office.join("Tahir", "fasilitator_desa", OTHER_DESA)
    stranger = office.town.simulator.add_person("Orang")
    for person in (stranger, lost):  # whose account is a stranger's, too
        await office.ask(person, "/bantuan", "/mulai")
    return [stranger, neighbour, gone, lost]


async def _state(office: Office) -> dict[str, list[str]]:
    found = {}
    for table in metadata.sorted_tables:
        if table.name not in _PASSING:
            found[table.name] = sorted(map(repr, await office.town.rows(f"SELECT * FROM {table.name}")))
    return found


def _names_a_row(data: str) -> bool:
    return any(part.isdigit() and len(part) > _ONES_OWN for part in data.split(":")[1:])


async def _arguments(office: Office) -> dict[str, list[str]]:
    """What stands for `<id>` and the others in the tables of the families."""
    ids = [
        str(row[0])
        for name in ("usulan", "tasks", "occasions", "invites", "people", "speakers", "broadcasts")
        for row in (await office.town.rows(f"SELECT id FROM {name} ORDER BY id"))[:3]
    ]
    return {
        "<id>": ids,
        "<page>": ["0"],
        "<serial>": ["1"],
        "<year>": ["2027"],
        "<word>": ["hilang", "73.16.01.2012", "cerita"],
    }


def _is_a_part(data: str, tables: set[str]) -> bool:
    """Another page of a screen of the hall, or another part of it: a button like any other, whether it was shown or
    not."""
    parts = data.split(":")
    is_small = len(parts) == 4 and parts[3].isascii() and parts[3].isdecimal() and len(parts[3]) <= 2
    return is_small and parts[0] == "h" and ":".join(parts[:3]) in tables and parts[1] not in ALONE


def _mutations(mine: dict[int, set[str]], tables: set[str]) -> dict[str, list[str]]:
    """`own`: spoiled data for whoever has the button; `others`: everything for those without a right."""
    all_of_it = set().union(*mine.values())
    odd = {one for data in all_of_it | tables for one in spoiled(data) if fits(one)} - all_of_it - tables
    odd = {one for one in odd if not _is_a_part(one, tables)}
    foreign = {
        one for one in all_of_it | tables | set(exchanged(all_of_it | tables)) if _names_a_row(one) and fits(one)
    }
    return {"own": sorted(odd), "others": sorted(foreign)}


@pytest.mark.timeout(600)
async def test_spoiled_and_foreign_buttons_change_nothing_and_nothing_fails(
    any_office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    office, dice = any_office, random.Random(9)
    people = await _everybody(office)
    without = await _those_without_a_right(office, people)
    values = await _arguments(office)
    lines = [*patterns(), *(f"h:{verb}:<id>" for verb in (*LOOKS, *CHANGES))]
    tables = {data for line in lines for data in filled(line, values)}
    wanted = _mutations(seen(office.town.simulator), tables)
    await office.town.until("SELECT count(*) FROM outbox WHERE outcome IS NULL", 0, 30)
    await office.town.until("SELECT count(*) FROM grants WHERE settle_at < until", 0, 30)
    before = await _state(office)
    holders = [people[name] for name in ("Hasnah", "Ani", "Rahman", "Sitti")]
    presses = [(dice.choice(holders), data) for data in dice.sample(wanted["own"], min(3_400, len(wanted["own"])))]
    foreign = dice.sample(wanted["others"], min(500, len(wanted["others"])))
    presses += [(person, data) for data in foreign for person in without]
    dice.shuffle(presses)
    for person, data in presses:
        await office.town.simulator.press_data(person, 1, data)
    arrived = f"SELECT CASE WHEN count(*) >= {len(presses)} THEN 1 ELSE 0 END FROM inbox WHERE body LIKE '%callback_q%'"
    await office.town.until(arrived, 1, 240)
    await office.town.until("SELECT count(*) FROM inbox WHERE outcome IS NULL", 0, 240)
    with capsys.disabled():
        families = sorted(Counter(data.partition(":")[0] for _, data in presses).items())
        print(f"\n{len(presses)} presses: " + ", ".join(f"{one} {number}" for one, number in families))  # noqa: T201
    failed = await office.town.rows("SELECT body, error FROM inbox WHERE tries > 0 OR outcome IN ('bad', 'parked')")
    assert failed == []
    after = await _state(office)
    changed = {name: sorted({*after[name]} ^ {*before[name]})[:6] for name in before if after[name] != before[name]}
    assert changed == {}
    assert len(presses) >= _AT_LEAST


@pytest.mark.parametrize("odd", ["\x00", "\ud800", "\u202e", "\n"])
async def test_a_word_that_no_database_takes_is_a_button_of_no_screen(any_office: Office, odd: str) -> None:
    sitti = await any_office.join("Sitti", "fasilitator_desa")
    for data in (f"k:n:73.16.01{odd}:1:2027", f"k:n:{odd}:1:2027"):
        assert await any_office.toast(sitti, data, 1) == words("tombol_lewat")
    assert await any_office.town.rows("SELECT error FROM inbox WHERE tries > 0 OR outcome <> 'done'") == []
