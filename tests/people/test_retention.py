"""What is just younger stays, what is just older goes: on both databases, again after a restore, batch by batch."""

import json
import time
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.retention import Retention
from bot.edges.clock import Clock
from bot.edges.upkeep import Upkeep
from bot.store import tables as t
from bot.store.database.database import Database
from bot.store.database.ids import id_at, new_id, time_of
from bot.store.turn import outbox_row
from bot.work.office import Office
from bot.work.people import retention
from bot.work.round import Round
from tests.support.town import catalog_of

ZONE = ZoneInfo("Asia/Makassar")
NOW = datetime(2026, 11, 24, 3, 0, tzinfo=UTC)
REAL = 1_795_000_000.0
DAY = 86_400.0


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    opened = Database(database_url)
    yield opened
    await opened.close()


@pytest.fixture
def office() -> Office:
    return Office(catalog_of(), "Bappeda", ZONE)


async def _put(database: Database, table: Any, *rows: dict[str, Any]) -> None:
    async with database.write() as connection:
        for row in rows:
            await connection.execute(table.insert(), row)


async def _left(database: Database, column: Any) -> list[Any]:
    async with database.read() as connection:
        return sorted((await connection.execute(column.table.select().with_only_columns(column))).scalars())


async def _let_go(database: Database, office: Office, now: datetime = NOW, real: float = REAL) -> bool:
    async with database.write() as connection:
        return await retention.let_go(Round(connection, office, now, real))


def _update(update_id: int, age_days: float, outcome: str | None = "done") -> dict[str, Any]:
    received = REAL - age_days * DAY
    return {"update_id": update_id, "lane": 5, "body": "{}", "received_at": received, "outcome": outcome}


def _letter(age_days: float, outcome: str | None = "sent") -> dict[str, Any]:
    row = outbox_row("sendMessage", {"chat_id": 5}, chat=5, real=REAL - age_days * DAY)
    return row | {"id": id_at(REAL - age_days * DAY) + 1, "outcome": outcome}


_SECOND = 1 / DAY


async def test_a_raw_update_goes_after_thirty_days_and_not_a_second_earlier(database: Database, office: Office) -> None:
    young, old = _update(1, 30 - _SECOND), _update(2, 30 + _SECOND)
    await _put(database, t.inbox, young, old, _update(3, 40, outcome=None), _update(4, 40, outcome="parked"))
    await _let_go(database, office)
    assert await _left(database, t.inbox.c.update_id) == [1, 3]


async def test_a_letter_goes_after_thirty_days_and_not_a_second_earlier(database: Database, office: Office) -> None:
    young, old, waiting = _letter(30 - _SECOND), _letter(30 + _SECOND), _letter(40, outcome=None)
    await _put(database, t.outbox, young, old, waiting)
    await _let_go(database, office)
    assert await _left(database, t.outbox.c.id) == sorted([young["id"], waiting["id"]])


def _wording(usulan_id: int, confirmed_at: datetime | None) -> dict[str, Any]:
    row = {"id": new_id(), "usulan_id": usulan_id, "question": "cerita", "text": "Jalan licin.", "made_at": NOW}
    return row | {"confirmed_at": confirmed_at}


def _usulan(number: int, voices: tuple[str, ...] = ("cerita",)) -> dict[str, Any]:
    answers = {question: {"voice": {"file_id": f"AwAC{number}{question}"}} for question in voices}
    return {
        "id": number,
        "code": f"ENR-26-MAI-{number:04}",
        "year": 2026,
        "kecamatan": "73.16.01",
        "serial": number,
        "desa": "73.16.01.2002",
        "person_id": 1,
        "answers": json.dumps(answers),
        "status": "tercatat",
        "spoken_at": NOW,
    }


def _voice(usulan_id: int, question: str = "cerita") -> dict[str, Any]:
    row = {"id": new_id(), "usulan_id": usulan_id, "question": question, "kind": "voice", "file_id": "AwAC"}
    return row | {"due_at": 0.0, "outcome": "stored", "path": f"ab/{usulan_id}{question}.ogg"}


async def test_a_recording_goes_thirty_days_after_its_words_were_confirmed(database: Database, office: Office) -> None:
    ages = {1: timedelta(days=30, seconds=-1), 2: timedelta(days=30, seconds=1), 3: None}
    for number, age in ages.items():
        await _put(database, t.usulan, _usulan(number))
        await _put(database, t.media, _voice(number))
        await _put(database, t.wordings, _wording(number, NOW - age if age else None))
    await _let_go(database, office)
    async with database.read() as connection:
        media = dict(
            (await connection.execute(t.media.select().with_only_columns(t.media.c.usulan_id, t.media.c.outcome))).all()
        )
        kept = dict(
            (await connection.execute(t.usulan.select().with_only_columns(t.usulan.c.id, t.usulan.c.answers))).all()
        )
    assert media == {1: "stored", 2: "erased", 3: "stored"}
    assert json.loads(kept[2]) == {"cerita": {"text": "Jalan licin."}}
    assert "voice" in kept[1]


async def test_two_recordings_of_one_usulan_go_together(database: Database, office: Office) -> None:
    await _put(database, t.usulan, _usulan(1, ("cerita", "harapan")))
    await _put(database, t.media, _voice(1), _voice(1, "harapan"))
    old = _wording(1, NOW - timedelta(days=31))
    await _put(database, t.wordings, old, _wording(1, NOW - timedelta(days=31)) | {"question": "harapan"})
    await _let_go(database, office)
    assert await _left(database, t.media.c.outcome) == ["erased", "erased"]
    assert "voice" not in (await _left(database, t.usulan.c.answers))[0]


def _person(number: int, last_at: datetime, version: str | None = "1") -> dict[str, Any]:
    row = {"id": number, "channel": "telegram", "address": 1000 + number, "name": "Sitti"}
    return row | {"first_seen_at": last_at, "last_at": last_at, "consent_version": version}


def _grant(person_id: int) -> dict[str, Any]:
    row = {"id": new_id(), "person_id": person_id, "role": "bappeda", "scope": "73.16", "granted_at": NOW}
    return row | {"until": None, "revoked_at": None}


_NEW_YEAR_2025 = datetime(2025, 1, 1, tzinfo=ZONE)


async def test_contact_is_kept_to_the_end_of_the_year_after_the_plans(database: Database, office: Office) -> None:
    """Spoken in 2024, for the plan of 2025, kept through 2026: gone on the first of January 2027, local time."""
    second = timedelta(seconds=1)
    await _put(database, t.people, _person(1, _NEW_YEAR_2025 - second), _person(2, _NEW_YEAR_2025))
    await _put(database, t.people, _person(3, _NEW_YEAR_2025 - second))
    await _put(database, t.grants, _grant(3))
    await _let_go(database, office, now=datetime(2026, 12, 31, 23, 59, 59, tzinfo=ZONE))
    assert await _left(database, t.erasures.c.person_id) == []
    await _let_go(database, office, now=datetime(2027, 1, 1, 0, 0, tzinfo=ZONE))
    assert await _left(database, t.erasures.c.person_id) == [1]


def _spoken_for(number: int, spoken_at: datetime) -> dict[str, Any]:
    """An usulan that a facilitator brought for somebody, with a witness; nobody has taken it over."""
    row = {"id": number, "code": f"ENR-24-MAI-{number:04d}", "year": 2024, "kecamatan": "73.16.01", "serial": number}
    row |= {"desa": "73.16.01.2002", "answers": "{}", "status": "tercatat", "spoken_at": spoken_at}
    return row | {"person_id": None, "speaker_id": 50 + number, "typed_by": 9, "agreed": '{"saksi": "Pak Dalle"}'}


async def test_whom_a_facilitator_spoke_for_is_forgotten_when_contact_is(database: Database, office: Office) -> None:
    """The usulan stays; the name, the witness and the recorded yes go."""
    speaker = {"account_id": None, "name": "Sitti", "tell_directly": True, "made_at": _NEW_YEAR_2025}
    recording = {"kind": "voice", "file_id": "F", "due_at": 0.0, "outcome": "stored", "path": "aa/a.ogg"}
    for number, spoken_at in ((1, _NEW_YEAR_2025 - timedelta(seconds=1)), (2, _NEW_YEAR_2025)):
        await _put(database, t.usulan, _spoken_for(number, spoken_at))
        await _put(database, t.speakers, speaker | {"id": 50 + number})
        await _put(database, t.media, recording | {"id": number, "usulan_id": number, "question": "suara_rekaman"})
    await _let_go(database, office, now=datetime(2027, 1, 1, 0, 0, tzinfo=ZONE))
    assert await _left(database, t.speakers.c.id) == [52]
    assert await _left(database, t.usulan.c.id) == [1, 2]
    assert await _left(database, t.media.c.outcome) == ["erased", "stored"]
    async with database.read() as connection:
        kept = (await connection.execute(t.usulan.select().order_by(t.usulan.c.id))).all()
    assert [(None, None), (52, '{"saksi": "Pak Dalle"}')] == [(row.speaker_id, row.agreed) for row in kept]


async def test_whoever_never_agreed_is_forgotten_after_thirty_days(database: Database, office: Office) -> None:
    second = timedelta(seconds=1)
    month = timedelta(days=30)
    await _put(database, t.people, _person(1, NOW - month - second, None), _person(2, NOW - month + second, None))
    await _put(database, t.people, _person(3, NOW - month - second), _person(4, NOW - month - second, None))
    await _put(database, t.grants, _grant(4))
    await _let_go(database, office)
    assert await _left(database, t.erasures.c.person_id) == [1]


async def test_wrong_codes_and_names_on_invitations_have_their_time(database: Database, office: Office) -> None:
    codes = [{"id": number, "person_id": 1, "at": NOW - timedelta(days=days)} for number, days in ((1, 1), (2, 3))]
    invites = [
        {
            "id": days,
            "code_hash": f"{days}",
            "role": "bappeda",
            "scope": "73.16",
            "made_at": NOW,
            "expires_at": NOW - timedelta(days=days),
            "label": f"Pak {days}",
        }
        for days in (179, 181)
    ]
    await _put(database, t.wrong_codes, *codes)
    await _put(database, t.invites, *invites)
    await _let_go(database, office)
    assert await _left(database, t.wrong_codes.c.id) == [1]
    async with database.read() as connection:
        labels = (await connection.execute(t.invites.select().with_only_columns(t.invites.c.label))).scalars().all()
    assert set(labels) == {"Pak 179", None}


async def test_who_was_not_seen_in_a_group_for_half_a_year_is_no_reader_of_it(
    database: Database, office: Office
) -> None:
    readers = [{"chat": -1, "person_id": days, "seen_at": NOW - timedelta(days=days)} for days in (179, 181)]
    await _put(database, t.group_members, *readers, {"chat": -2, "person_id": 181, "seen_at": NOW})
    await _let_go(database, office)
    assert await _left(database, t.group_members.c.person_id) == [179, 181]


async def test_that_one_is_a_woman_goes_with_the_role_of_a_delegate(database: Database, office: Office) -> None:
    await _put(database, t.genders, *({"person_id": one, "is_woman": True, "told_at": NOW} for one in (1, 2)))
    await _put(database, t.grants, _grant(1) | {"role": "delegasi"}, _grant(2))
    await _let_go(database, office)
    assert await _left(database, t.genders.c.person_id) == [1]


async def test_more_than_a_batch_goes_batch_by_batch(
    database: Database, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(retention, "AT_ONCE", 10)
    await _put(database, t.inbox, *(_update(number, 31) for number in range(1, 26)))
    more = [await _let_go(database, office) for _ in range(3)]
    assert more == [True, True, False]
    assert await _left(database, t.inbox.c.update_id) == []


async def test_the_next_look_is_in_an_hour_whatever_process_looks(database: Database, office: Office) -> None:
    async with database.read() as connection:
        assert await retention.is_due(connection, NOW)
    await _let_go(database, office)
    async with database.read() as connection:
        assert not await retention.is_due(connection, NOW + timedelta(minutes=59))
        assert await retention.is_due(connection, NOW + timedelta(minutes=60))
        assert await retention.is_due(connection, NOW - timedelta(days=400))  # an old backup, or a clock set back


async def test_upkeep_takes_the_files_and_what_a_crash_left_behind(
    database: Database, office: Office, tmp_path: Path
) -> None:
    """A recording whose time is over, and a file that no row names."""
    media = tmp_path / "media"
    (media / "ab").mkdir(parents=True)
    for name in ("1cerita.ogg", "2cerita.ogg", "waise.jpg"):
        (media / "ab" / name).write_bytes(b"x")
    import os

    long_ago = time.time() - 7200
    os.utime(media / "ab" / "waise.jpg", (long_ago, long_ago))
    os.utime(media / "ab" / "2cerita.ogg", (long_ago, long_ago))
    await _put(database, t.media, _voice(1) | {"outcome": "erased"}, _voice(2))
    upkeep = Upkeep(database, office, Clock(movable=False), media, tmp_path / "dilupakan.txt")
    await upkeep.look()
    assert sorted(path.name for path in media.rglob("*.*")) == ["2cerita.ogg"]
    assert await _left(database, t.media.c.usulan_id) == [2]


@given(
    st.integers(1_700_000_000, 2_200_000_000),
    st.sampled_from(["Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"]),
    st.integers(1, 2),
    st.integers(1, 5),
)
def test_contact_goes_with_the_last_second_of_the_promised_year(
    seconds: int, zone: str, plan: int, contact: int
) -> None:
    kept, place = Retention(plan_years=plan, contact_years=contact), ZoneInfo(zone)
    spoken = datetime.fromtimestamp(seconds, UTC)
    year = kept.last_year(spoken, place)
    assert not spoken < kept.contact_before(datetime(year, 12, 31, 23, 59, 59, tzinfo=place), place)
    assert spoken < kept.contact_before(datetime(year + 1, 1, 1, tzinfo=place), place)


@given(st.floats(1_600_000_000, 2_200_000_000))
def test_the_id_of_a_row_tells_when_it_was_made(seconds: float) -> None:
    assert abs(time_of(id_at(seconds)) - seconds) < 0.002
    assert abs(time_of(new_id()) - time.time()) < 5
