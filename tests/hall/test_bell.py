"""The clock of a turn rings by itself: once, for whoever began the turn, at any hour, and for nobody who is gone."""

import asyncio
import re
import time
from collections.abc import Awaitable, Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from bot.simulator.chats import Person
from bot.simulator.keyboards import buttons_of
from bot.store.database.ids import new_id
from bot.store.tables import invitees, outbox
from bot.store.turn import outbox_row
from bot.work.hall import bell
from bot.work.office import Office as WorkOffice
from bot.work.round import Round
from tests.kill.ledger import Crime, note_kill
from tests.support.client import words_of
from tests.support.desk import ZONE
from tests.support.halls import Meeting, meeting
from tests.support.kabupaten import tell
from tests.support.nursery import Nursery
from tests.support.sentences import says, words
from tests.support.town import catalog_of

OVER = says("rapat_waktu_habis", nama="Ibu Sitti")
#: Seconds: a turn and a little more.
TURN = 181
_WAITING = "SELECT count(*) FROM invitees WHERE rings_at IS NOT NULL"
_ON_THE_WAY = "SELECT count(*) FROM outbox WHERE outcome IS NULL"


async def _speaks(hall: Meeting, *others: str) -> None:
    """Ibu Sitti has the word; these others asked for it too."""
    await hall.invite("Ibu Sitti, perempuan", *others)
    await hall.open()
    await hall.press(words("rapat_tombol_giliran"), says("rapat_giliran", antre=False, bicara=False))
    await hall.press(words("rapat_tombol_minta"), says("rapat_minta"))
    for number, name in enumerate(("Ibu Sitti", *(one.partition(",")[0] for one in others)), 1):
        await hall.press(name, says("rapat_minta", antre=number))
    await hall.press(words("rapat_tombol_kembali"), "1. Ibu Sitti")
    await hall.press(
        words("rapat_tombol_silakan", nama="Ibu Sitti"),
        says("rapat_giliran", bicara={"menit": "3", "detik": "0", "habis": False}),
    )


async def _later(hall: Meeting, seconds: float) -> None:
    """So much later the bot has looked at what is due, and everything that it promised has left."""
    now = await hall.town.simulator.move_clock(by=seconds)
    row = {"id": new_id(), "occasion_id": hall.occasion.id, "name": "", "element": "lain", "state": "guest"}
    async with hall.town.database.write() as connection:  # taken up together with all that is due, and tells nobody
        await connection.execute(invitees.insert(), [row | {"made_at": now, "spoke_at": now, "rings_at": now}])
    await hall.town.until(f"{_WAITING} AND name = ''", 0)
    await hall.town.until(_ON_THE_WAY, 0)


def _rung(hall: Meeting, person: Person | None = None) -> list[str]:
    """All that ever said that a time is over, also where the message says something else by now."""
    sent = [call.params for call in hall.town.simulator.calls if call.ok and call.method == "sendMessage"]
    texts = [str(one["text"]) for one in sent if one["chat_id"] == (person or hall.leader).id]
    return [re.sub(r"</?b>", "", said) for said in texts if said in says("rapat_waktu_habis")]


async def test_when_the_time_is_over_it_rings_by_itself_and_says_who_is_next(
    hall: Meeting, capsys: pytest.CaptureFixture[str]
) -> None:
    await _speaks(hall, "Pak Baso, kurang mampu, wakil Buntu", "Pak Camba, perangkat")
    screen = hall.town.simulator.messages(hall.leader)[-1]
    await _later(hall, 170)
    assert _rung(hall) == []
    await hall.town.simulator.move_clock(by=TURN - 170)
    began = time.monotonic()
    shown = await hall.office.hears(hall.leader, OVER)
    tell(capsys, f"a turn rang {time.monotonic() - began:.1f} s after its end")
    assert shown["message_id"] != screen["message_id"]
    assert words_of(shown) in says(
        "rapat_waktu_habis", berikut={"nama": "Pak Baso", "mewakili": "wakil Buntu"}, sisa="1"
    )
    assert buttons_of(shown["reply_markup"]) == buttons_of(screen["reply_markup"])
    await hall.press(words("rapat_tombol_silakan", nama="Pak Baso"), "▶ Pak Baso")
    await _later(hall, TURN)
    (again,) = _rung(hall)[1:]
    assert again in says("rapat_waktu_habis", nama="Pak Baso")


async def test_the_last_in_the_list_is_told_as_such(hall: Meeting) -> None:
    await _speaks(hall)
    await _later(hall, TURN)
    (rung,) = _rung(hall)
    assert rung in says("rapat_waktu_habis", nama="Ibu Sitti", berikut=False)
    await hall.press(words("rapat_tombol_cukup"), says("rapat_giliran", total="1"))


async def test_it_was_asked_for_and_rings_at_night_and_beyond_the_two_messages_of_a_day(hall: Meeting) -> None:
    now = hall.town.simulator.stage.clock.now().astimezone(ZONE)
    night = now.replace(hour=22, minute=0) + timedelta(days=0 if now.hour < 22 else 1)
    await hall.town.stop()
    await hall.town.simulator.move_clock(to=night)
    await hall.town.start()
    leader = (await hall.town.rows("SELECT id FROM people WHERE address = :a", a=hall.leader.id))[0][0]
    told: dict[str, Any] = {"chat": hall.leader.id, "real": time.time(), "person_id": leader, "priority": 1}
    async with hall.town.database.write() as connection:
        for _ in range(2):
            row = outbox_row("sendMessage", {"text": "…"}, **told) | {"outcome": "sent", "unasked_on": night.date()}
            await connection.execute(outbox.insert(), [row])
    await _speaks(hall)
    await _later(hall, TURN)
    assert len(_rung(hall)) == 1
    kept = await hall.town.rows("SELECT priority, unasked_on FROM outbox ORDER BY id DESC LIMIT 1")
    assert tuple(kept[0]) == (0, None)


async def _end(hall: Meeting) -> None:
    await hall.press(words("rapat_tombol_cukup"), says("rapat_giliran", total="1"))


async def _next(hall: Meeting) -> None:
    await hall.press(words("rapat_tombol_silakan", nama="Pak Baso"), "▶ Pak Baso")


@pytest.mark.parametrize("act", [_end, _next])
async def test_a_turn_that_ended_before_does_not_ring(hall: Meeting, act: Callable[[Meeting], Awaitable[None]]) -> None:
    await _speaks(hall, "Pak Baso, kurang mampu")
    await _later(hall, 120)
    await act(hall)
    waiting = await hall.town.rows("SELECT name FROM invitees WHERE rings_at IS NOT NULL OR rings_to IS NOT NULL")
    assert [row[0] for row in waiting] == (["Pak Baso"] if act is _next else [])
    await _later(hall, TURN - 120)
    assert _rung(hall) == []
    await _later(hall, 120)
    assert len(_rung(hall)) == (1 if act is _next else 0)


async def test_only_the_telephone_that_began_the_turn_rings(hall: Meeting) -> None:
    other = await hall.office.join("Ani", "fasilitator_kecamatan", hall.occasion.wilayah.rpartition(".")[0])
    await _speaks(hall)
    await hall.open(other)
    await hall.press(words("rapat_tombol_giliran"), "▶ Ibu Sitti", other)
    await _later(hall, TURN)
    assert (len(_rung(hall)), _rung(hall, other)) == (1, [])


async def test_a_clock_set_back_and_forth_rings_once(hall: Meeting) -> None:
    await _speaks(hall)
    await _later(hall, 120)
    await _later(hall, -3600)
    await _later(hall, 3600)
    assert _rung(hall) == []
    for seconds in (61, -3600, 3600, 61):
        await _later(hall, seconds)
        assert len(_rung(hall)) == 1


@pytest.mark.parametrize(("minutes", "rings"), [(4, 1), (6, 0)])
async def test_after_a_longer_downtime_nothing_rings_any_more(hall: Meeting, minutes: int, rings: int) -> None:
    await _speaks(hall)
    await hall.town.stop()
    await hall.town.simulator.move_clock(by=(3 + minutes) * 60)
    await hall.town.start()
    await hall.town.until(_WAITING, 0)
    await hall.town.until(_ON_THE_WAY, 0)
    assert len(_rung(hall)) == rings


_GONE = {
    "whoever began it leads nothing any more": "UPDATE grants SET revoked_at = granted_at",
    "whoever began it blocked the bot": "UPDATE people SET unreachable_since = last_at",
    "the meeting was called off": "UPDATE occasions SET cancelled_at = made_at",
    "the name was erased": "UPDATE invitees SET name = '' WHERE name = 'Ibu Sitti'",
}


@pytest.mark.parametrize("change", _GONE.values(), ids=_GONE)
async def test_nothing_rings_when_there_is_nobody_to_be_told_or_nothing_to_tell(hall: Meeting, change: str) -> None:
    await _speaks(hall)
    async with hall.town.database.write() as connection:
        await connection.execute(text(change))
    await _later(hall, TURN)
    assert _rung(hall) == []
    assert (await hall.town.rows(_WAITING))[0][0] == 0


@pytest.mark.parametrize("point", ["ticker.before_commit", "ticker.after_commit", "sender.after_commit"])
async def test_a_bot_that_is_killed_when_it_rings_rings_once(hall: Meeting, more_bots: Nursery, point: str) -> None:
    await _speaks(hall)
    await hall.town.until(_ON_THE_WAY, 0)
    await hall.town.stop()
    await hall.town.simulator.move_clock(by=TURN)
    killed = await more_bots.start(hall.town.environment(point))
    assert await killed.ended() != 0
    crime = Crime()
    await note_kill(hall.town, crime)
    await hall.town.start()
    await hall.office.hears(hall.leader, OVER)
    await _later(hall, 60)
    assert len(_rung(hall)) == 1


async def test_of_two_clocks_that_look_in_the_same_moment_one_rings(postgres_url: str, tmp_path: Path) -> None:
    async with meeting(postgres_url, tmp_path) as hall:
        await _speaks(hall)
        await hall.town.stop()
        office, database = WorkOffice(catalog_of(), "Bappeda Enrekang", ZONE), hall.town.database
        now = hall.town.simulator.stage.clock.now() + timedelta(seconds=TURN)
        async with asyncio.timeout(20), database.write() as first, database.write() as second:
            assert await bell.ring_due(Round(first, office, now), 10) == 1
            assert await bell.ring_due(Round(second, office, now), 10) == 0


async def test_three_bots_ring_once(postgres_url: str, tmp_path: Path, more_bots: Nursery) -> None:
    async with meeting(postgres_url, tmp_path) as hall:
        for _ in range(2):
            await more_bots.start(hall.town.environment())
        await _speaks(hall)
        for turn in range(1, 4):
            await _later(hall, TURN)
            assert len(_rung(hall)) == turn
            await hall.press(words("rapat_tombol_cukup"), says("rapat_giliran", total=turn))
            await hall.press(words("rapat_tombol_minta"), says("rapat_minta"))
            await hall.press("Ibu Sitti", says("rapat_minta", antre="1"))
            await hall.press(words("rapat_tombol_kembali"), "1. Ibu Sitti")
            await hall.press(words("rapat_tombol_silakan", nama="Ibu Sitti"), "▶ Ibu Sitti")
