"""Mondays at half past seven: one page to forward as it is, once, to those who look after several villages."""

import asyncio
import io
import json
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from pypdf import PdfReader
from sqlalchemy import select, update

from bot.core.calendar.rules import GROUPS, INVITED, TOLD
from bot.core.readiness.readiness import DATED, GROUPS_MET, LATE, QUESTIONS, Answer, Standing
from bot.core.readiness.trouble import Concern
from bot.reports import document
from bot.store.calendar import occasions
from bot.store.database.database import Database
from bot.store.database.ids import new_id
from bot.store.queues.notices import DRAFT
from bot.store.tables import conversations, notices, tasks
from bot.work.office import Office
from bot.work.readiness import mondays
from bot.work.readiness.monday_page import Owing, Page, message, page_to_print
from bot.work.readiness.readiness import Contact, Village, villages_in
from bot.work.round import Round
from bot.work.saying.whatsapp import LONGEST
from tests.support.desk import KECAMATAN, Desk, local
from tests.support.homes import home
from tests.support.sentences import says, words
from tests.support.villages import KABUPATEN, Way, all_villages, bring

#: A Monday without a holiday.
MONDAY = local(1, 18, 7, 30)
READERS = {"bappeda": KABUPATEN, "camat": KECAMATAN, "fasilitator_kecamatan": KECAMATAN}
#: A draft in which something was told.
ANSWERED = json.dumps({"answers": {"cerita": {"value": {"text": "jalan licin"}, "messages": [1]}}})


async def _readers(desk: Desk) -> dict[str, int]:
    return {role: await desk.join(f"Pak {role}", role, scope) for role, scope in READERS.items()}


def _pages(told: list[dict[str, Any]]) -> list[str]:
    """The Monday's pages among what somebody was told."""
    return [one["caption"] for one in told if one.get("caption", "") in says("senin_pesan")]


async def test_it_comes_at_half_past_seven_with_a_page_to_print(desk: Desk) -> None:
    await desk.hold()
    people = await _readers(desk)
    others = [await desk.join("Ratna"), await desk.join("Rini", "pendamping", KECAMATAN)]
    await desk.tick(MONDAY - timedelta(seconds=1))
    for person in people.values():
        assert _pages(await desk.told(person)) == []
    await desk.tick(MONDAY)
    for role, person in people.items():
        page = (await desk.told(person))[-1]
        where = "Kabupaten Enrekang" if role == "bappeda" else "Kecamatan Maiwa"
        assert page["caption"] in says("senin_pesan", wilayah=where, hari="Senin, 18 Januari 2027")
        assert page["document"]["args"]["template"] == "senin"
        ((forward,), (see,)) = page["reply_markup"]["inline_keyboard"]
        assert unquote(forward["url"]).removeprefix("https://wa.me/?text=") == page["caption"]
        assert see["callback_data"] == "r:awal"
    for person in others:
        assert _pages(await desk.told(person)) == []


async def test_once_whatever_the_clock_does(desk: Desk) -> None:
    await desk.hold()
    people = await _readers(desk)
    for later in (0, 0, 1, -86_400, 0, 3_600, 86_400, 2 * 86_400):
        await desk.tick(MONDAY + timedelta(seconds=later))
    for person in people.values():
        assert len(_pages(await desk.told(person))) == 1
    await desk.tick(MONDAY + timedelta(days=7))
    for person in people.values():
        assert len(_pages(await desk.told(person))) == 2


async def test_tasks_that_ended_undone_are_told_with_their_place(desk: Desk) -> None:
    await desk.hold()
    people = await _readers(desk)
    await desk.tick(MONDAY)
    for person in people.values():
        assert "Tugas lewat" not in _pages(await desk.told(person))[-1]
    async with desk.database.write() as connection:
        some = select(tasks.c.id).where(tasks.c.state.in_(("open", "waiting"))).order_by(tasks.c.id).limit(2)
        ended = update(tasks).where(tasks.c.id.in_(some)).values(state="lapsed", closed_at=MONDAY + timedelta(days=3))
        await connection.execute(ended)
    await desk.tick(MONDAY + timedelta(days=7))
    for person in people.values():
        assert "tak selesai: 2 (Pattondon Salu 2)" in _pages(await desk.told(person))[-1]
    await desk.tick(MONDAY + timedelta(days=14))


async def test_after_a_downtime_it_comes_late_and_once(desk: Desk) -> None:
    await desk.hold()
    people = await _readers(desk)
    for when in (local(1, 19, 22), local(1, 20, 6), local(1, 20, 7, 30)):  # Tuesday night, Wednesday
        await desk.tick(when)
    for person in people.values():
        (page,) = _pages(await desk.told(person))
        assert "Rabu, 20 Januari 2027" in page


async def test_after_more_than_three_days_it_is_left_out(desk: Desk) -> None:
    await desk.hold()
    people = await _readers(desk)
    await desk.tick(local(1, 22, 9))
    for person in people.values():
        assert _pages(await desk.told(person)) == []
    await desk.tick(MONDAY + timedelta(days=7))
    for person in people.values():
        assert len(_pages(await desk.told(person))) == 1


@pytest.mark.parametrize(
    ("monday", "comes"),
    [
        (local(3, 8, 7, 30), None),  # Nyepi, and the week of Idulfitri after it: no working day
        (local(3, 15, 7, 30), local(3, 16, 7, 30)),
        (local(5, 17, 7, 30), local(5, 21, 7, 30)),  # four holidays
    ],
)
async def test_on_a_holiday_it_waits_for_the_next_working_day(
    desk: Desk, monday: datetime, comes: datetime | None
) -> None:
    await desk.hold(at=local(3, 25))
    await desk.hold(at=local(9, 2), now=local(4, 1))  # for the plan of the following year
    office = await desk.join("Hasnah", "bappeda", KABUPATEN)
    heard: list[datetime] = []
    for day in range(7):
        await desk.tick(monday + timedelta(days=day))
        if _pages(await desk.told(office)) and not heard:
            heard.append(monday + timedelta(days=day))
    assert heard == ([comes] if comes else [])


async def test_three_clocks_at_once_bring_it_once(desk: Desk) -> None:
    await desk.hold()
    people = await _readers(desk)
    others = [Desk(Database(desk.database.url), desk.office) for _ in range(2)]
    for moment in range(4):
        when = MONDAY + timedelta(seconds=moment)
        await asyncio.gather(*(clock.tick(when) for clock in (desk, *others)))
    for clock in others:
        await clock.database.close()
    for person in people.values():
        assert len(_pages(await desk.told(person))) == 1


async def test_of_two_that_look_in_the_same_moment_one_raises_it(desk: Desk) -> None:
    await desk.hold()
    people = await _readers(desk)
    other = Database(desk.database.url)

    async def second() -> int:
        async with other.write() as connection:
            return await mondays.raise_due(Round(connection, desk.office, MONDAY))

    async with desk.database.write() as connection:
        assert await mondays.raise_due(Round(connection, desk.office, MONDAY)) == len(people)
        waiting = asyncio.create_task(second())
        await asyncio.sleep(0.5)  # it has looked, and nothing is committed yet
    assert await waiting == 0
    await other.close()


async def test_at_the_front_door_it_arrives_and_its_buttons_work(database_url: str, tmp_path: Path) -> None:
    async with home(database_url, tmp_path, local(1, 17, 9)) as place:
        hasnah = await place.join("Hasnah", "bappeda", KABUPATEN)
        await place.hold()
        await place.town.simulator.move_clock(to=MONDAY)
        page = await place.hears(hasnah, says("senin_pesan", wilayah="Kabupaten Enrekang"))
        assert page["document"]["file_name"] == "kesiapan-enrekang-2027-01-18.pdf"
        (paper,) = PdfReader(io.BytesIO(place.town.simulator.file(page["document"]["file_id"]))).pages
        assert "Hubungi lebih dulu" in paper.extract_text()
        await place.press(hasnah, words("tombol_senin_buka"), says("kesiapan_ringkas"))


async def test_it_counts_in_the_two_of_a_day_and_waits_for_the_next(desk: Desk) -> None:
    await desk.hold()
    office = await desk.join("Hasnah", "bappeda", KABUPATEN)
    for minutes in (20, 10):
        await _told_something(desk, office, MONDAY - timedelta(minutes=minutes))
    await desk.tick(MONDAY)
    assert _pages(await desk.told(office)) == []
    await desk.tick(MONDAY + timedelta(days=1))
    (page,) = _pages(await desk.told(office))
    assert "Selasa, 19 Januari 2027" in page


async def test_after_it_there_is_room_for_one_more(desk: Desk) -> None:
    await desk.hold()
    office = await desk.join("Hasnah", "bappeda", KABUPATEN)
    await desk.tick(MONDAY)
    await _told_something(desk, office, MONDAY + timedelta(hours=1))
    assert await _unasked(desk, office) == 2
    with pytest.raises(AssertionError):
        await _told_something(desk, office, MONDAY + timedelta(hours=2))
    assert await _unasked(desk, office) == 2


async def _told_something(desk: Desk, person: int, when: datetime) -> None:
    """Something else that nobody asked for."""
    draft = f"d{new_id() % 1000000}"
    row = {"id": new_id(), "person_id": person, "kind": DRAFT, "subject": f"usulan:{draft}", "due_at": when}
    await desk.run(notices.insert(), [row | {"outcome": None}])
    state = {"person_id": person, "flow": "usulan", "draft": draft, "state": ANSWERED, "touched_at": when}
    await desk.run(conversations.delete())
    await desk.run(conversations.insert(), [state | {"nudge_at": None}])
    assert await desk.tick(when) == 1


async def _unasked(desk: Desk, person: int) -> int:
    query = "SELECT count(*) FROM outbox WHERE person_id = :p AND unasked_on IS NOT NULL"
    return int((await desk.rows(query, p=person))[0][0])


async def test_with_the_days_tasks_it_is_one_message_of_the_two_and_stands_apart(desk: Desk) -> None:
    """What is forwarded is the page alone, not what its reader has to do."""
    amir = await desk.join("Pak Amir", "fasilitator_kecamatan", KECAMATAN)
    await desk.hold(at=local(1, 25))  # so that its invitations are due today
    await desk.tick(MONDAY)
    words, page = await desk.told(amir)
    assert words["text"] in says("tugas_ingat")
    assert words["text"] not in says("senin_pesan")
    assert page["caption"] not in says("tugas_ingat")
    assert await _unasked(desk, amir) == 1


async def test_figures_against_last_week(desk: Desk) -> None:
    """Of 129: 4 had a date a week ago and one of them was called off since; two got one; and so on."""
    first, second, third, fourth, fifth, sixth = all_villages(desk.office)[:6]
    await bring(
        desk,
        {
            first: Way(local(1, 7), invited=local(1, 4), met=local(1, 4), told=local(1, 12)),
            second: Way(local(1, 21), invited=local(1, 8), met=local(1, 13)),
            third: Way(local(1, 28), invited=local(1, 14)),
            fourth: Way(local(1, 29)),
        },
    )
    called_off = (await desk.rows("SELECT id FROM occasions WHERE wilayah = :w", w=fourth))[0][0]
    async with desk.database.write() as connection:
        await occasions.cancel(connection, called_off, "Longsor.", local(1, 13))
    for code in (fifth, sixth):
        await desk.hold(wilayah=code, at=local(1, 29), now=local(1, 14))
    office = await desk.join("Hasnah", "bappeda", KABUPATEN)
    await desk.tick(MONDAY)
    (page,) = _pages(await desk.told(office))
    answered = {"tanggal": 5, "undangan": 3, "kelompok": 2, "umpan_balik": 1}
    assert page in says("senin_pesan", jumlah=129, a=answered | {f"beda_{what}": "+1" for what in answered})
    await desk.tick(MONDAY + timedelta(days=7))
    same = {f"beda_{what}": words("senin_beda_tetap") for what in answered}
    assert _pages(await desk.told(office))[1] in says("senin_pesan", jumlah=129, a=answered | same)


async def test_nobody_gets_a_page_while_nobody_has_a_date(desk: Desk) -> None:
    people = await _readers(desk)
    await desk.tick(MONDAY)
    for person in people.values():
        assert await desk.told(person) == []


#: The longest names there are, and longer ones of people than any form takes.
_LONG = "Sitti Nurhayati Rahmawati binti Muhammad Syarifuddin Pasinringi"


@pytest.mark.parametrize("scope", [KABUPATEN, "73.16.11", "73.16.01"])
@pytest.mark.parametrize("question", [INVITED, DATED, GROUPS_MET, TOLD])
def test_the_longest_page_still_fits_into_a_message_and_on_one_sheet(scope: str, question: str) -> None:
    office = Desk(None).office  # type: ignore[arg-type]
    villages = [_troubled(office, code, question) for code in villages_in(office, [scope])]
    page = Page(scope, MONDAY.date(), villages, villages, [Owing("Petunjuk pelaksanaan dan jadwal resmi", 129)] * 8)
    told = message(office, page)
    assert len(told.plain) <= LONGEST
    assert "1. " in told.plain
    assert told.plain.count(_LONG) >= 2
    assert "Ditunggu dari Bappeda Enrekang" in told.plain
    page = replace(page, lapsed={villages[0].code: 22, villages[1].code: 3})
    assert len(message(office, page).plain) <= LONGEST
    made = page_to_print(office, page)["args"]
    assert len(PdfReader(io.BytesIO(document.pdf(made["template"], made["data"]))).pages) == 1


def _troubled(office: Office, code: str, question: str) -> Village:
    by = MONDAY.date() - timedelta(days=11)
    answers = tuple(Answer(one, LATE, by=by, missing=GROUPS if one == GROUPS_MET else ()) for one in QUESTIONS)
    standing = Standing(MONDAY.date(), answers)
    days = 7 if question in (INVITED, GROUPS_MET) else 111  # until it is held, or since it is late
    concern = Concern(standing.of(question), 0, days)
    place = office.catalog.places.find(code)
    assert place is not None
    return Village(code, place.name, standing, Contact(_LONG, "fasilitator_kecamatan", phone="0812345678901"), concern)
