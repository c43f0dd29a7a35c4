"""What many are told because of one act: each once, in slices, however many; and what makes trouble holds up nobody."""

import json
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import text
from structlog.testing import capture_logs

from tests.support.kabupaten import Kabupaten, kabupaten
from tests.support.many import HELD, LATER, MORNING, Place, hold, moving, places, without_a_phone
from tests.support.phones import Someone
from tests.support.villages import KABUPATEN

MOVED, CANCELLED, SET = "Hari bergeser", "Dibatalkan", "Tanggal sudah ditetapkan"
DESA, KECAMATAN = "73.16.01.2002", "73.16.01"
_OFFICER = Place("Hasnah", "bappeda", KABUPATEN)


@pytest.fixture
async def here(database_url: str) -> AsyncIterator[Kabupaten]:
    """A kabupaten in which the clock looks when the test says so, on each kind of database."""
    async with kabupaten(database_url, MORNING) as place:
        yield place


@pytest.fixture
async def two_clocks(postgres_url: str) -> AsyncIterator[Kabupaten]:
    """Two processes that look at the same moment; on SQLite one waits for the other anyway."""
    async with kabupaten(postgres_url, MORNING, tickers=2) as place:
        yield place


async def _settled(here: Kabupaten, number: int) -> tuple[Someone, list[Someone], int]:
    """The officer, so many people whom a date concerns, and that date."""
    (officer,) = await without_a_phone(here, [_OFFICER])
    crowd = await without_a_phone(here, places(number))
    return officer, crowd, await hold(here.database, here.clock.now())


async def _rows(here: Kabupaten, query: str, **values: Any) -> Sequence[Any]:
    async with here.database.read() as connection:
        return (await connection.execute(text(query), values)).all()


async def _run(here: Kabupaten, statement: str, **values: Any) -> None:
    async with here.database.write() as connection:
        await connection.execute(text(statement), values)


async def _slices(here: Kabupaten) -> list[int]:
    """How many letters of the clock each transaction promised, in order: all of one have one moment."""
    found = await _rows(here, "SELECT created_at, count(*) FROM outbox WHERE priority = 1 GROUP BY created_at")
    return [number for _, number in sorted(tuple(row) for row in found)]


async def _told(here: Kabupaten, what: str) -> Counter[int]:
    """How often each person was promised something that begins so, by the clock."""
    found = await _rows(here, "SELECT person_id, params FROM outbox WHERE priority = 1")
    return Counter(person for person, params in found if json.loads(params).get("text", "").startswith(what))


def _once(people: Sequence[Someone]) -> Counter[int]:
    return Counter({one.id: 1 for one in people})


async def _tick_until_told(here: Kabupaten, most: int = 60) -> int:
    """Returns after how many looks nothing was left."""
    for number in range(1, most):
        await here.tick()
        if not (await _rows(here, "SELECT count(*) FROM news WHERE next_at IS NOT NULL"))[0][0]:
            return number
    raise AssertionError("there is always more to tell")


async def test_twelve_hundred_are_told_of_a_move_in_three_transactions(here: Kabupaten) -> None:
    """Nobody twice; not who did it, and nobody who blocked the bot; each with their own tasks."""
    officer, crowd, occasion = await _settled(here, 1210)
    away = crowd[::121]
    await _run(here, "UPDATE people SET unreachable_since = last_at WHERE id IN (" + _ids(away) + ")")
    await here.pushes(officer, moving(occasion))
    assert "sudah dipindah" in officer.newest().text
    assert await _slices(here) == [], "the act itself tells nobody else"
    assert await _tick_until_told(here) == 3
    assert await _slices(here) == [499, 500, 201]  # the officer, who is concerned and did it, was in the first
    assert await _told(here, MOVED) == _once([one for one in crowd if one not in away])
    with_tasks, without = crowd[1].newest().text, crowd[-2].newest().text
    assert "• " in with_tasks
    assert "→" in with_tasks
    assert "→" not in without


def _ids(people: Sequence[Someone]) -> str:
    return ",".join(str(one.id) for one in people)


async def test_cancelled_each_is_told_once_how_many_of_their_tasks_are_closed(here: Kabupaten) -> None:
    officer, crowd, occasion = await _settled(here, 150)
    here.office.news_at_once = 60
    await _cancel(here, officer, occasion)
    assert await _tick_until_told(here) == 3
    assert await _told(here, CANCELLED) == _once(crowd)
    closed = await _rows(here, "SELECT owner_id, count(*) FROM tasks WHERE state = 'cancelled' GROUP BY owner_id")
    theirs = {row[0]: row[1] for row in closed}
    for one in (crowd[0], crowd[-1]):
        said = f"{theirs[one.id]} tugas Bapak/Ibu" if one.id in theirs else "Alasannya: Jembatan putus"
        assert said in one.newest().text
    assert theirs[crowd[0].id]
    assert crowd[-1].id not in theirs


async def _cancel(here: Kabupaten, officer: Someone, occasion: int) -> None:
    await here.pushes(officer, f"j:batal:{occasion}")
    await here.says(officer, "Jembatan putus")
    await here.pushes(officer, f"j:sudahi:{occasion}")
    assert "sudah dibatalkan" in officer.newest().text


async def test_moved_and_cancelled_before_anybody_was_told_nobody_hears_of_the_move(here: Kabupaten) -> None:
    officer, crowd, occasion = await _settled(here, 30)
    await here.pushes(officer, moving(occasion))
    await _cancel(here, officer, occasion)
    await _tick_until_told(here)
    assert await _told(here, MOVED) == Counter()
    assert await _told(here, CANCELLED) == _once(crowd)


async def test_moved_twice_before_anybody_was_told_only_the_day_that_counts_is_told(here: Kabupaten) -> None:
    """Also to those whose turn comes after the second move, when others were told of the first."""
    officer, crowd, occasion = await _settled(here, 30)
    here.office.news_at_once = 10
    await here.pushes(officer, moving(occasion))
    await here.tick()
    await here.pushes(officer, moving(occasion, LATER + timedelta(days=7)))
    await _tick_until_told(here)
    assert await _told(here, MOVED) == _once(crowd) + _once(crowd[:9])  # the officer was among the first ten
    assert {"Ke: <b>Rabu, 14 April" in one.newest().text for one in crowd} == {True}


async def test_another_hour_of_the_same_day_is_told_to_whoever_has_something_to_do_for_it(here: Kabupaten) -> None:
    """No task moves; the facilitator of the kecamatan does what nobody in the village does."""
    officer, helper = await without_a_phone(
        here, [Place("Hasnah", "bappeda", KABUPATEN), Place("Nurul", "fasilitator_kecamatan", KECAMATAN)]
    )
    occasion = await hold(here.database, here.clock.now(), "musrenbang_desa", DESA)
    await here.pushes(officer, moving(occasion, HELD.replace(hour=14)))
    await _tick_until_told(here)
    assert await _told(here, "Jamnya bergeser") == _once([helper])


async def test_a_new_date_waits_for_their_hours_and_the_budget_of_the_day(here: Kabupaten) -> None:
    """Set when people are at prayer; one of them has heard twice from the bot today."""
    here.stand(MORNING.replace(hour=18, minute=30))
    (officer,) = await without_a_phone(here, [_OFFICER])
    crowd = await without_a_phone(here, places(150))
    await here.says(officer, "/jadwal musrenbang kabupaten 24/3/27 jam 9")
    for button in ("Lewati", "Kirim"):
        assert await here.presses(officer, officer.newest(), button), officer.newest()
    assert "tugas disiapkan" in officer.newest().text
    for number in range(2):
        await _run(
            here,
            "INSERT INTO outbox (id, chat, person_id, priority, method, params, due_at, tries, uncertain, outcome,"
            " created_at, unasked_on) VALUES (:id, :chat, :person, 1, 'sendMessage', '{\"text\": \"\"}', 0, 1, false,"
            " 'sent', 0, '2026-11-03')",
            id=number + 1,
            chat=crowd[0].address,
            person=crowd[0].id,
        )
    await _tick_until_told(here)
    assert (await _rows(here, "SELECT count(*) FROM notices WHERE kind = 'jadwal'"))[0][0] == len(crowd)
    assert await _told(here, SET) == Counter()
    here.stand(MORNING.replace(hour=19, minute=45))
    await here.tick()
    assert await _told(here, SET) == _once(crowd[1:])
    here.stand(MORNING.replace(hour=7, minute=30) + timedelta(days=1))
    await here.tick()
    assert await _told(here, SET) == _once(crowd)
    days = await _rows(here, "SELECT DISTINCT unasked_on FROM outbox WHERE person_id = :p", p=crowd[1].id)
    assert [str(row[0]) for row in days] == ["2026-11-03"], "it counts"


async def test_news_for_few_waits_for_no_more_than_a_slice_of_news_for_many(here: Kabupaten) -> None:
    officer, crowd, occasion = await _settled(here, 100)
    small = await hold(here.database, here.clock.now(), "musrenbang_desa", crowd[99].scope)
    here.office.news_at_once = 20
    await here.pushes(officer, moving(occasion))
    await here.pushes(officer, moving(small))
    await here.tick()
    await here.tick()
    assert "Musrenbang desa" in crowd[99].newest().text
    await _tick_until_told(here)
    assert await _told(here, MOVED) == _once(crowd) + _once(crowd[99:])


async def test_whose_role_ends_between_two_slices_is_not_told(here: Kabupaten) -> None:
    officer, crowd, occasion = await _settled(here, 140)
    here.office.news_at_once = 50
    await here.pushes(officer, moving(occasion))
    await here.tick()
    left = crowd[-1]
    await _run(here, "UPDATE grants SET revoked_at = granted_at WHERE person_id = :p", p=left.id)
    await _tick_until_told(here)
    assert await _told(here, MOVED) == _once(crowd[:-1])


async def test_news_of_what_is_known_no_more_is_told_to_nobody(here: Kabupaten) -> None:
    officer, _, occasion = await _settled(here, 20)
    await here.pushes(officer, moving(occasion))
    await _run(here, "DELETE FROM occasions")
    assert await _tick_until_told(here) == 1
    assert await _slices(here) == []


# --- what makes trouble ----------------------------------------------------------------------------------------------


async def test_one_of_many_who_makes_trouble_holds_up_nobody(here: Kabupaten) -> None:
    """What is written down of a task of theirs cannot be read when it comes to telling them."""
    officer, crowd, occasion = await _settled(here, 60)
    here.office.news_at_once = 25
    await here.pushes(officer, moving(occasion))
    theirs = "SELECT id FROM tasks WHERE owner_id = :p"
    unreadable = """UPDATE task_events SET detail = '{"was": "kemarin"}' WHERE kind = 'moved' AND task_id IN"""
    await _run(here, f"{unreadable} ({theirs})", p=crowd[30].id)
    with capture_logs() as logged:
        assert await _tick_until_told(here) == 3
    assert await _told(here, MOVED) == _once([one for one in crowd if one is not crowd[30]])
    assert [one["people"] for one in logged if one["event"] == "these are not told"] == [[crowd[30].id]]


async def test_news_that_makes_trouble_waits_an_hour_and_holds_up_no_other(here: Kabupaten) -> None:
    officer, crowd, occasion = await _settled(here, 40)
    other = await hold(here.database, here.clock.now(), "musrenbang_desa", crowd[7].scope)
    await here.pushes(officer, moving(occasion))
    (broken,) = (await _rows(here, "SELECT detail FROM news"))[0]
    await _run(here, "UPDATE news SET detail = '{}'")
    await here.pushes(officer, moving(other))
    await here.tick()
    assert await _told(here, MOVED) == _once(crowd[7:8])
    await _run(here, "UPDATE news SET detail = :d WHERE detail = '{}'", d=broken)
    here.stand(MORNING + timedelta(minutes=59))
    await here.tick()
    assert await _told(here, MOVED) == _once(crowd[7:8])
    here.stand(MORNING + timedelta(minutes=62))
    await _tick_until_told(here)
    assert await _told(here, MOVED) == _once(crowd) + _once(crowd[7:8])


async def test_two_that_look_at_once_tell_each_once(two_clocks: Kabupaten) -> None:
    officer, crowd, occasion = await _settled(two_clocks, 200)
    two_clocks.office.news_at_once = 15
    await two_clocks.pushes(officer, moving(occasion))
    await _tick_until_told(two_clocks)
    assert await _told(two_clocks, MOVED) == _once(crowd)
