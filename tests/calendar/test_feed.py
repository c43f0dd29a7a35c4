"""One's dates in one's own calendar program: the file, and an address that is a secret, can be taken back and ends."""

import re
from collections.abc import AsyncIterator, Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any

import aiohttp
import pytest
import structlog

from bot.reports import make
from bot.simulator.chats import Person
from bot.store.tables import grants
from tests.roles.conftest import Office
from tests.support.calendar import DESA, KECAMATAN, MORNING, read_calendar, set_date
from tests.support.client import labels
from tests.support.postgres import free_port
from tests.support.screens import offers
from tests.support.sentences import mentions, says, words
from tests.support.town import town


@pytest.fixture
async def open_office(database_url: str, tmp_path: Path) -> AsyncIterator[Office]:
    """A town whose web server is reached from outside."""
    port = free_port()
    more = {"calendar_port": port, "web_address": f"http://127.0.0.1:{port}"}
    async with town(database_url, tmp_path, started=False, **more) as place:
        await place.simulator.move_clock(to=MORNING)
        await place.start()
        yield Office(place)


async def address_for(office: Office, person: Person) -> str:
    await office.ask(person, "/jadwal", offers(words("tombol_jadwal_kalender")))
    await office.press(person, words("tombol_jadwal_kalender"), says("jadwal_langganan"))
    told = await office.press(person, words("tombol_kalender_alamat"), says("jadwal_alamat"))
    found = re.search(r"http\S+\.ics", told["text"])
    assert found is not None
    return found[0]


async def fetch(url: str, **headers: str) -> tuple[int, Mapping[str, str], bytes]:
    async with aiohttp.ClientSession() as session, session.get(url, headers=headers) as answer:
        return answer.status, answer.headers, await answer.read()


def summaries(body: bytes) -> list[str]:
    return [str(event["SUMMARY"]) for event in read_calendar(body).walk("VEVENT")]


async def test_an_address_gives_the_dates_and_tasks_of_its_owner(open_office: Office) -> None:
    office = open_office
    person = await office.join("Rahman", "fasilitator_desa", DESA)
    await set_date(office, person)
    status, headers, body = await fetch(await address_for(office, person))
    assert (status, headers["Content-Type"]) == (200, "text/calendar; charset=utf-8")
    assert headers["Cache-Control"].startswith("private")
    assert summaries(body)[0] == "Musrenbang desa, Desa Pattondon Salu"
    assert "Tugas: Undangan dengan nama, Desa Pattondon Salu" in summaries(body)
    (told,) = {str(event["STATUS"]) for event in read_calendar(body).walk("VEVENT")}
    assert told == "CONFIRMED"


async def test_what_has_not_changed_is_not_sent_again(open_office: Office) -> None:
    office = open_office
    person = await office.join("Rahman", "fasilitator_desa", DESA)
    await set_date(office, person)
    address = await address_for(office, person)
    _, headers, _ = await fetch(address)
    status, _, body = await fetch(address, **{"If-None-Match": headers["ETag"]})
    assert (status, body) == (304, b"")
    await office.ask(person, "/jadwal musdes 12/1/27 jam 9", mentions("form.jadwal.tempat.tanya"))
    await office.press(person, words("tombol.lewati"), mentions("form.jadwal.tinjau"))
    await office.press(person, words("tombol.kirim"), "12 Januari 2027")
    status, again, _ = await fetch(address, **{"If-None-Match": headers["ETag"]})
    assert status == 200
    assert again["ETag"] != headers["ETag"]


FIRST = "Tugas: Daftar kelompok yang jarang datang, Desa Pattondon Salu"


async def task_in_file(office: Office, person: Person) -> Any:
    """The first task of the preparation, as a calendar program reads it."""
    await office.ask(person, "/jadwal", says("jadwal_daftar", acara=True))
    sent = await office.press(person, words("tombol_jadwal_kalender"), says("jadwal_kalender"))
    events = read_calendar(office.town.simulator.file(sent["document"]["file_id"])).walk("VEVENT")
    return next(event for event in events if event["SUMMARY"] == FIRST)


async def test_what_the_office_takes_out_of_use_and_back_is_believed_by_a_calendar_program(any_office: Office) -> None:
    """It takes the event with the higher number, and keeps the one it has when that is lower."""
    office = any_office
    person, officer = await office.join("Rahman", "fasilitator_desa", DESA), await office.join("Hasnah", "bappeda")
    await set_date(office, person)
    seen = [await task_in_file(office, person)]
    await office.ask(officer, "/tugas", "Hasnah")
    await office.press(officer, words("tombol_tugas_dipakai"), "9 dari")
    for button, number, state in (("Lepas", 8, "cancelled"), ("Pakai", 9, "open"), ("Lepas", 8, "cancelled")):
        await office.press(officer, f"{button} 5. Daftar kelompok yang jarang datang", f"{number} dari")
        await office.town.until("SELECT state FROM tasks WHERE rule = 'D05'", state)
        seen.append(await task_in_file(office, person))
    assert len({str(event["UID"]) for event in seen}) == 1
    assert [str(event["STATUS"]) for event in seen] == ["CONFIRMED", "CANCELLED", "CONFIRMED", "CANCELLED"]
    numbers = [event["SEQUENCE"] for event in seen]
    assert numbers == sorted(set(numbers))


async def test_a_task_that_changes_hands_moves_in_the_calendar_of_its_new_owner(any_office: Office) -> None:
    office = any_office
    person, other = await office.join("Rahman", "fasilitator_desa", DESA), await office.join("Uleng", "delegasi", DESA)
    await set_date(office, person, "musrenbang 12/11/26 jam 9")
    before = await task_in_file(office, person)
    assert before["DTSTART"].dt.isoformat() == "2026-11-04"
    await office.town.stop()
    await office.town.simulator.move_clock(to=MORNING + timedelta(days=3))
    await office.town.start()
    await office.ask(person, "/tugas", says("tugas_daftar_saya", tugas=[{"bagian": "telat", "loop": {"first": True}}]))
    await office.press(
        person, "1. Daftar kelompok yang jarang datang", says("tugas_kartu", terlambat=1, keadaan="open")
    )
    await office.press(person, words("tombol_tugas_serah"), says("tugas_serah_pilih"))
    await office.press(person, "Uleng · delegasi desa atau kelurahan", says("tugas_ditawarkan", nama="Uleng"))
    asked = await office.hears(other, says("tugas_diminta"))  # alone, or beside the date itself
    accept = next(label for label in labels(asked) if label.startswith(words("tombol_tugas_terima")))
    await office.press(other, accept, says("tugas_kartu", jatuh="Senin, 9 November 2026"))
    after = await task_in_file(office, other)
    assert (after["UID"], after["DTSTART"].dt.isoformat()) == (before["UID"], "2026-11-09")
    assert after["SEQUENCE"] > before["SEQUENCE"]
    assert after["DTSTAMP"].dt > before["DTSTAMP"].dt


async def test_wrong_revoked_replaced_and_old_addresses_are_all_nothing(open_office: Office) -> None:
    office = open_office
    person = await office.join("Rahman", "fasilitator_desa", DESA)
    first = await address_for(office, person)
    second = await address_for(office, person)
    assert (await fetch(second))[0] == 200
    other = "y" if second[-5] == "x" else "x"
    wrong = [first, f"{second[:-5]}{other}.ics", second.replace(".ics", "x.ics"), f"{second.rpartition('/')[0]}/x.ics"]
    answers = {(status, body) for status, _, body in [await fetch(url) for url in wrong]}
    assert {status for status, _ in answers} == {404}
    assert len(answers) == 1
    await office.town.stop()
    await office.town.simulator.move_clock(to=MORNING + timedelta(days=401))
    await office.town.start()
    await office.ask(person, "/jadwal", says("jadwal_daftar", acara=False))
    assert (await fetch(second))[0] == 404
    third = await address_for(office, person)
    assert (await fetch(third))[0] == 200
    await office.press(person, words("tombol_kalender_cabut"), says("jadwal_alamat_dicabut"))
    assert (await fetch(third))[0] == 404
    await office.press(person, words("tombol_kalender_cabut"), says("jadwal_alamat_tidak_ada"))


async def test_it_shows_what_the_roles_of_its_owner_allow_at_this_moment(open_office: Office) -> None:
    office = open_office
    person = await office.join("Ani", "fasilitator_kecamatan", KECAMATAN)
    owner = await office.join("Rahman", "fasilitator_desa", DESA)
    await set_date(office, owner)
    address = await address_for(office, person)
    assert len(summaries((await fetch(address))[2])) == 1
    async with office.town.database.write() as connection:
        await connection.execute(
            grants.update().where(grants.c.role == "fasilitator_kecamatan").values(revoked_at=MORNING)
        )
    status, _, body = await fetch(address)
    assert (status, summaries(body)) == (200, [])


async def test_only_a_hash_of_it_is_kept_and_no_log_tells_it(open_office: Office) -> None:
    office = open_office
    person = await office.join("Rahman", "fasilitator_desa", DESA)
    with structlog.testing.capture_logs() as logs:
        address = await address_for(office, person)
        await fetch(address)
    token = address.rpartition("/")[2].removesuffix(".ics")
    rows = await office.town.rows("SELECT token_hash FROM feeds")
    assert len(rows) == 1
    assert token not in str(rows)
    assert token not in str(logs)


async def test_without_an_address_from_outside_there_is_only_the_file(office: Office) -> None:
    person = await office.join("Rahman", "fasilitator_desa", DESA)
    await office.ask(person, "/jadwal", says("jadwal_daftar", acara=False))
    await office.press(person, words("tombol_jadwal_kalender"), says("jadwal_kalender", jumlah="0"))
    assert await office.toast(person, "j:alamat", 1) in says("tombol_lewat")
    assert await office.town.rows("SELECT 1 FROM feeds") == []


def event(**changed: Any) -> dict[str, Any]:
    told = {"uid": "pertemuan-1@x", "sequence": 2, "changed": "2026-11-02T01:00:00+00:00"}
    told |= {"starts": "2027-01-14T01:00:00+00:00", "summary": "Musrenbang; desa, „Boiya“\nBEGIN:VALARM"}
    return told | {"place": "Kantor", "text": "", "cancelled": False} | changed


def made(*events: dict[str, Any]) -> bytes:
    args = {"filename": "jadwal", "name": "Musrenbang", "zone": "Asia/Makassar", "events": list(events)}
    return make("calendar", args).content


def test_a_meeting_ends_with_its_programme_and_the_telephone_reminds_of_it() -> None:
    content = made(event(minutes=250), event(uid="pertemuan-2@x", cancelled=True))
    held, cancelled = read_calendar(content).walk("VEVENT")
    assert held["DTEND"].dt.isoformat() == "2027-01-14T13:10:00+08:00"
    (alarm,) = held.walk("VALARM")
    assert (str(alarm["ACTION"]), alarm["TRIGGER"].dt) == ("DISPLAY", timedelta(days=-1))
    assert cancelled.walk("VALARM") == []
    assert b"X-PUBLISHED-TTL:PT6H" in content


def test_a_time_is_told_with_the_zone_of_the_place() -> None:
    calendar = read_calendar(made(event()))
    (told,) = calendar.walk("VEVENT")
    assert told["DTSTART"].dt.isoformat() == "2027-01-14T09:00:00+08:00"
    assert told["DTSTART"].params["TZID"] == "Asia/Makassar"
    assert [str(zone["TZID"]) for zone in calendar.walk("VTIMEZONE")] == ["Asia/Makassar"]
    assert (told["SEQUENCE"], str(told["STATUS"]), str(told["LOCATION"])) == (2, "CONFIRMED", "Kantor")


def test_a_day_is_a_whole_day_and_in_nobodys_way() -> None:
    (told,) = read_calendar(made(event(starts="2027-07-14"))).walk("VEVENT")
    assert (told["DTSTART"].dt.isoformat(), told["DTEND"].dt.isoformat()) == ("2027-07-14", "2027-07-15")
    assert str(told["TRANSP"]) == "TRANSPARENT"


def test_what_people_typed_stays_text() -> None:
    calendar = read_calendar(made(event()))
    assert str(calendar.walk("VEVENT")[0]["SUMMARY"]) == event()["summary"]
    assert len(calendar.walk("VALARM")) == 1  # ours, and none out of the words


def test_the_same_dates_make_the_same_bytes() -> None:
    assert made(event()) == made(event())
    assert b"STATUS:CANCELLED" in made(event(cancelled=True))


async def test_whoever_guesses_is_not_listened_to_and_everybody_else_is(open_office: Office) -> None:
    office = open_office
    person = await office.join("Rahman", "fasilitator_desa", DESA)
    await set_date(office, person)
    address = await address_for(office, person)
    base, thief, home = (
        address.rpartition("/")[0],
        {"X-Forwarded-For": "203.0.113.7"},
        {"X-Forwarded-For": "198.51.100.2"},
    )
    found = [(await fetch(f"{base}/{number:032d}.ics", **thief))[0] for number in range(400)]
    assert found.count(404) == 20
    assert found.count(429) == 380
    assert (await fetch(address, **thief))[0] == 429
    assert (await fetch(address, **home))[0] == 200
    for path in ("/metrics", "/healthz"):
        assert (await fetch(address.partition("/kalender")[0] + path))[0] == 404
