"""The worker: a batch of updates becomes, in one transaction, new state and promises (docs/adr/0002)."""

import asyncio
import builtins
import json
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import dataclass, field
from typing import Any

import structlog
from telegram import Update
from telegram.ext import Application

from bot.edges.clock import Clock
from bot.edges.lanes import speaker_of
from bot.edges.watch import Watch
from bot.failpoint import failpoint
from bot.store import turn as turns
from bot.store.database import bell
from bot.store.database.database import DATABASE_AWAY, Database
from bot.store.queues import inbox
from bot.store.queues.inbox import Head
from bot.store.turn import Turn
from bot.work.people import papers, people
from handlers.context import current_turn

log = structlog.get_logger()

BATCH = 50
_CHANNEL = "telegram"
#: A failing update is tried three times within ten seconds, then parked.
_WAITS = (1.0, 4.0)
#: How often an update may be begun right after a start before it is held to be what kills the process.
_MOST_STARTS = 3


@dataclass(slots=True)
class Worker:
    """Answers what is in the inbox. `singly` counts how many of the next batches hold one update only: after a start
    (an update may have killed the process) and after a batch that the database refused (one bad row must not spoil the
    others)."""

    database: Database
    application: Application[Any, Any, Any, Any, Any, Any]
    me: str
    clock: Clock
    promised: Callable[[Sequence[Turn]], None]
    toast: Callable[[dict[str, Any]], Coroutine[Any, Any, None]]
    sorry: Callable[[Turn], None]
    slow_down: Callable[[Turn], None]
    careful: int = BATCH
    singly: int = 0
    watch: Watch = field(default_factory=Watch)
    bell: asyncio.Event = field(default_factory=asyncio.Event)
    _toasts: set[asyncio.Task[None]] = field(default_factory=set)

    async def run(self, stopping: asyncio.Event) -> None:
        """Work while there is work; otherwise wait for the bell, at most half a second (another process may have
        stored)."""
        while not stopping.is_set():
            self.bell.clear()
            failpoint("loop.worker")
            try:
                found = await self.answer_some()
                self.watch.succeeded("worker")
                if found:
                    continue
            except DATABASE_AWAY as error:
                log.error("database does not answer; the batch is kept for later", error=str(error)[:300])
                await asyncio.sleep(1)
                continue
            try:
                await asyncio.wait_for(self.bell.wait(), 0.5)
            except builtins.TimeoutError:
                continue

    async def answer_some(self) -> int:
        """One batch; returns how many updates were taken."""
        if self.careful > 0:
            return await self._answer_carefully()
        try:
            return await self._answer_batch(1 if self.singly else BATCH)
        except DATABASE_AWAY:
            raise
        except Exception as error:  # noqa: BLE001  # whatever the database refuses, the other updates go on
            log.error("a batch was refused; its updates go one by one", error=repr(error)[:500])
            if self.singly:
                await self._blame_head(error)
            self.singly = BATCH
            return 1

    async def _answer_carefully(self) -> int:
        """Just after a start: note the beginning before the work, so that an update which kills us is recognised the
        third time."""
        async with self.database.write() as connection:
            heads = await inbox.claim(connection, 1, self.clock.real())
            if heads:
                await inbox.begin_carefully(connection, [heads[0].update_id])
            if heads and heads[0].starts >= _MOST_STARTS:
                await inbox.set_aside(connection, heads[0].update_id, "parked", "proses mati setiap kali ini dijawab")
        if heads:
            failpoint("worker.begun")
        self.careful = self.careful - 1 if heads else 0
        if heads and heads[0].starts < _MOST_STARTS:
            self.careful, left = 0, self.careful
            self.singly = max(self.singly, 1)
            await self.answer_some()
            self.careful = left
        return len(heads)

    async def _answer_batch(self, limit: int) -> int:
        async with self.database.write() as connection:
            failpoint("worker.before_claim")
            heads = await inbox.claim(connection, limit, self.clock.real())
            if not heads:
                self.singly = 0
                return 0
            batch = await self._turns(connection, heads)
            failpoint("worker.after_look_up")
            for head, turn in zip(heads, batch, strict=True):
                if head.note == inbox.TOO_FAST:
                    self.slow_down(turn)
                else:
                    await self._answer(turn)
            await self._write(connection, heads, batch)
            failpoint("worker.before_commit")
        failpoint("worker.after_commit")
        self.singly = max(self.singly - 1, 0)
        self.promised(batch)
        self._fire_toasts(batch)
        failpoint("worker.after_toasts")
        return len(heads)

    async def _turns(self, connection: Any, heads: Sequence[Head]) -> list[Turn]:
        raws = [json.loads(head.body) for head in heads]
        speakers = [speaker_of(raw) if isinstance(raw, dict) else None for raw in raws]
        now, real = self.clock.now(), self.clock.real()
        known = await turns.look_up(connection, _CHANNEL, [s for s in speakers if s is not None], now)
        batch = []
        for head, raw, speaker in zip(heads, raws, speakers, strict=True):
            person = known.people.get(speaker) if speaker is not None else None
            turn = Turn(connection, now, real, head.lane, head.update_id, person, raw)
            if person is not None:
                turn.grants = known.grants.get(person.id, ())
                turn.conversations = known.conversations.get(person.id, {})
                turn.is_asked = person.id in known.asked
            papers.cover_up(turn)
            people.recognise(turn, _CHANNEL, turn.raw)
            batch.append(turn)
        return batch

    async def _answer(self, turn: Turn) -> None:
        """Dispatch one update. Failures end up in `turn.failed`; unreadable updates as `Unreadable` there."""
        try:
            update = Update.de_json(turn.raw, self.application.bot)
        except Exception as error:  # noqa: BLE001  # PTB raises anything for a malformed update
            turn.failed = Unreadable(repr(error))
            return
        if (query := update.callback_query) is not None:
            turn.query_id, turn.message = query.id, query.message.message_id if query.message is not None else None
        token = current_turn.set(turn)
        try:
            await self.application.process_update(update)
        finally:
            current_turn.reset(token)
        failpoint("worker.after_handler")
        if turn.failed is not None:
            await turn.forget()  # now: a savepoint rolled back later would take with it what other turns did after it
        else:
            await turn.keep()
            if update.callback_query is not None and not turn.toasts:
                turn.toasts.append({"callback_query_id": update.callback_query.id})

    async def _write(self, connection: Any, heads: Sequence[Head], batch: Sequence[Turn]) -> None:
        done = []
        for head, turn in zip(heads, batch, strict=True):
            if turn.failed is None:
                done.append(head.update_id)
            else:
                await self._set_back(connection, head, turn)
        failpoint("worker.before_write")
        await turns.write(connection, batch)
        if any(turn.writes for turn in batch):
            await bell.ring(connection, self.me)
        if done:
            await inbox.finish(connection, done)

    async def _set_back(self, connection: Any, head: Head, turn: Turn) -> None:
        error = turn.failed
        if isinstance(error, Unreadable):
            await inbox.set_aside(connection, head.update_id, "bad", str(error))
            return
        log.error("an update failed", update_id=head.update_id, tries=head.tries + 1, exc_info=error)
        if head.tries < len(_WAITS):
            await inbox.put_back(connection, head.update_id, self.clock.real() + _WAITS[head.tries], repr(error))
            return
        await inbox.set_aside(connection, head.update_id, "parked", repr(error))
        self.sorry(turn)

    async def _blame_head(self, error: Exception) -> None:
        """A single update that the database refuses: count the try in a transaction of its own."""
        async with self.database.write() as connection:
            heads = await inbox.claim(connection, 1, self.clock.real())
            for head in heads:
                turn = Turn(connection, self.clock.now(), self.clock.real(), head.lane, head.update_id, None)
                turn.failed = error
                await self._set_back(connection, head, turn)
                await turns.write(connection, [turn])

    def _fire_toasts(self, batch: Sequence[Turn]) -> None:
        """Short answers to button presses: worthless a few seconds later, so they are not promised."""
        for turn in batch:
            for toast in turn.toasts:
                task = asyncio.create_task(self.toast(toast))
                self._toasts.add(task)
                task.add_done_callback(self._toasts.discard)


class Unreadable(Exception):
    """An update that PTB cannot parse: kept, marked bad, blocks nobody."""
