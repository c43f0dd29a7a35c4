"""The intake: what comes is stored raw, in one transaction, and only then confirmed to Telegram.

`keep()` is the one way in: long polling calls it here, a webhook would call it before answering 200.
"""

import asyncio
import hashlib
import json
import re
from collections import defaultdict, deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

import structlog

from bot.edges.lanes import lane_of, written_at
from bot.edges.stopping import pause, unless
from bot.edges.watch import Watch
from bot.edges.wire import Answer, Wire
from bot.failpoint import failpoint
from bot.store.database import bell, facts
from bot.store.database.database import Database, DatabaseTrouble
from bot.store.database.presence import Presence
from bot.store.queues import inbox
from bot.store.queues.inbox import Arrival

log = structlog.get_logger()

#: Every kind of update that some handler may want; Telegram keeps back what is not named.
ALLOWED_UPDATES = ("message", "edited_message", "callback_query", "poll_answer", "my_chat_member")
_POLL_SECONDS = 25
#: Seconds before asking again, by status. 401: somebody must mend the token; 409: somebody else polls with it, and
#: asking at once would only push them out.
_WAITS = {401: 60.0, 409: 30.0}
#: Seconds after which a poller looks again whether it still may; so long may Telegram's wish to wait be, at most.
_LOOK_AGAIN, _LONGEST_WAIT = 20.0, 300.0
#: A person who sends more than this many messages within so many seconds is heard up to here; the rest is kept
#: unanswered, and the first of the rest is answered with a request to slow down: once, until it was quiet for a while.
_FLOOD_MESSAGES, _FLOOD_SECONDS, _QUIET_SECONDS = 20, 10.0, 60.0


@dataclass(slots=True)
class Flood:
    """Tells when somebody sends faster than a person can mean it, by the times Telegram gives the messages."""

    recent: dict[int, deque[float]] = field(
        default_factory=lambda: defaultdict(lambda: deque(maxlen=_FLOOD_MESSAGES + 1))
    )
    last: dict[int, float] = field(default_factory=dict)

    def is_flooding(self, lane: int, at: float) -> bool:
        times = self.recent[lane]
        times.append(at)
        if len(self.recent) > 10_000:
            self.recent.clear()
            self.last.clear()
        return len(times) > _FLOOD_MESSAGES and at - times[0] < _FLOOD_SECONDS

    def begins(self, lane: int, at: float) -> bool:
        """Whether this flooding message is the first of its spell; a group is never asked to slow down."""
        before, self.last[lane] = self.last.get(lane), at
        return lane > 0 and (before is None or at - before > _QUIET_SECONDS)


#: Updates that belong to nobody need no order: each gets a lane of its own, far from all chats.
_NOBODYS = -(2**60)


def update_id_of(raw: Any) -> int | None:
    """The number of an update; None when it has none that can be one."""
    found = raw.get("update_id") if isinstance(raw, dict) else None
    is_number = isinstance(found, int) and not isinstance(found, bool) and abs(found) < 2**62
    return found if is_number else None


def arrival_of(raw: Any, flood: Flood) -> Arrival:
    """One element of `result`, whatever it is. Never raises."""
    update_id = update_id_of(raw)
    try:
        body = json.dumps(raw, ensure_ascii=True, separators=(",", ":"))
    except RecursionError:  # it could just be read, and cannot be written again
        return Arrival(update_id or _made_up_id(""), 0, "null", "bad", "bersarang terlalu dalam")
    if update_id is None:
        return Arrival(_made_up_id(body), 0, body, "bad", "update tanpa update_id")
    lane, at = lane_of(raw) or _NOBODYS - update_id, written_at(raw)
    if "message" in raw and at is not None and flood.is_flooding(lane, at):
        if flood.begins(lane, at):
            return Arrival(update_id, lane, body, None, inbox.TOO_FAST)
        return Arrival(update_id, lane, body, "flood")
    return Arrival(update_id, lane, body)


def _made_up_id(body: str) -> int:
    """A negative number that is the same for the same body, so that a repeat is still recognised."""
    return -int.from_bytes(hashlib.sha256(body.encode()).digest()[:7], "big") - 1


@dataclass(slots=True)
class Intake:
    """Long polling by one process at a time: Telegram allows one poller per token."""

    database: Database
    wire: Wire
    presence: Presence
    real: Callable[[], float]
    stored: Callable[[], None]
    alarm: Callable[[str, str | None], None]
    watch: Watch = field(default_factory=Watch)
    flood: Flood = field(default_factory=Flood)
    offset: int | None = None
    _judged: dict[int, Arrival] = field(default_factory=dict)

    async def keep(self, raws: Sequence[Any]) -> None:
        """Store updates as they came; returns after the commit. Raises when the database cannot."""
        await self._store([self._judge(raw) for raw in raws])
        self._judged.clear()

    def _judge(self, raw: Any) -> Arrival:
        """What comes a second time, because the database was away, is not counted a second time."""
        update_id = update_id_of(raw)
        known = self._judged.get(update_id) if update_id is not None else None
        if known is None:
            known = arrival_of(raw, self.flood)
            self._judged[known.update_id] = known
        return known

    async def _store(self, arrivals: Sequence[Arrival]) -> None:
        async with self.database.write() as connection:
            failpoint("intake.before_insert")
            await inbox.store(connection, arrivals, self.real())
            await bell.ring(connection, self.presence.me)
            failpoint("intake.before_commit")
        failpoint("intake.after_commit")
        self.alarm("database", None)
        self.stored()

    async def run(self, stopping: asyncio.Event) -> None:
        """Poll until told to stop; outlives every failure of network and database."""
        while not stopping.is_set():
            try:
                if not self.presence.polls:
                    await self._stand_by(stopping)
                elif await self._is_paused():
                    await pause(stopping, 2)
                else:
                    await self._poll(stopping)
            except DatabaseTrouble as error:
                log.error("inbox cannot be written; nothing is confirmed", error=str(error)[:300])
                self.alarm("database", str(error)[:300])
                await pause(stopping, 2)

    async def _stand_by(self, stopping: asyncio.Event) -> None:
        """Another process polls; that is as it should be while we are connected."""
        if self.presence.is_here:
            self.watch.succeeded("intake")
        await pause(stopping, 0.05)

    async def _is_paused(self) -> bool:
        """A restored copy takes nothing: what it confirmed, the original beside it would never hear of."""
        async with self.database.read() as connection:
            paused = await facts.read(connection, facts.PAUSED) is not None
        if paused:
            log.warning("restored and paused: nothing is taken in or sent until `python -m bot run --lanjutkan`")
            self.watch.succeeded("intake")
        return paused

    async def _poll(self, stopping: asyncio.Event) -> None:
        """Poll for a while; the offset moves only after the commit, so what was not stored comes again."""
        deadline = self.real() + _LOOK_AGAIN
        while self.presence.polls and self.real() < deadline:
            params: dict[str, Any] = {"timeout": _POLL_SECONDS, "allowed_updates": ALLOWED_UPDATES, "limit": 100}
            answer = await unless(stopping, self._ask(params))
            if answer is None:
                return
            if not answer.ok or not isinstance(answer.result, list):
                await pause(stopping, await self._after_failure(answer))
                return
            self.alarm("telegram", None)
            if answer.result:
                failpoint("intake.received")
                await self.keep(answer.result)
                self._move_offset(answer.result)
            self.watch.succeeded("intake")

    async def _ask(self, params: dict[str, Any]) -> Answer:
        if self.offset is not None:
            params["offset"] = self.offset
        return await self.wire.call("getUpdates", params, seconds=_POLL_SECONDS + 10)

    def _move_offset(self, raws: Sequence[Any]) -> None:
        ids = [found for raw in raws if (found := update_id_of(raw)) is not None]
        if ids:
            self.offset = max(ids) + 1
            failpoint("intake.offset_moved")

    async def _after_failure(self, answer: Answer) -> float:
        """What can be done at once; returns how long (s) to wait before asking again."""
        log.warning("getUpdates failed", status=answer.status, error=answer.description)
        self.alarm("telegram", answer.description)
        if answer.status == 200:
            return await self._isolate()
        retry_after = answer.parameters.get("retry_after")
        if isinstance(retry_after, int):
            return float(min(max(retry_after, 0), _LONGEST_WAIT))
        return _WAITS.get(answer.status, 2.0)

    async def _isolate(self) -> float:
        """An answer that is not JSON: fetch one update at a time, so that one broken one does not hold up all the
        others."""
        answer = await self._ask({"timeout": 0, "limit": 1, "allowed_updates": ALLOWED_UPDATES})
        if answer.ok and isinstance(answer.result, list):
            await self.keep(answer.result)
            self._move_offset(answer.result)
            return 0.0
        found = re.search(r'"update_id"\s*:\s*(\d{1,18})', answer.raw)
        if found is None:
            return 2.0
        update_id = int(found.group(1))
        body = json.dumps(answer.raw)
        await self._store([Arrival(update_id, 0, body, "bad", "bukan JSON")])
        self._move_offset([{"update_id": update_id}])
        return 0.0
