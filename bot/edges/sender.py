"""The sender: claims what the pacing grants, sends, and writes down what became of it."""

import asyncio
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from pathlib import Path
from typing import Any

import structlog

from bot.edges.clock import Clock
from bot.edges.last_second import LastSecond
from bot.edges.parcels import CannotMake, pack
from bot.edges.sandbox import Sandbox
from bot.edges.verdict import LONGEST_FOR_ALL, Refusals, judge, try_again, wait_before
from bot.edges.watch import Watch
from bot.edges.wire import Answer, Wire, number_in
from bot.failpoint import failpoint
from bot.store.database.database import DATABASE_AWAY, Connection, Database, DatabaseTrouble
from bot.store.queues import outbox
from bot.store.queues.letters import Fate, Letter
from bot.store.queues.pacing import Rates

#: What is promised instead of a letter whose file cannot be made, as rows for the outbox.
Apology = Callable[[Letter], list[dict[str, Any]]]

log = structlog.get_logger()

#: The lease outlasts the slowest send (the wire gives up after 20 s, with a file after 45), so nobody else takes a
#: letter that is still on its way.
LEASE = 60.0
_MOST_IN_FLIGHT = 256
_UNKEEPABLE = "jawaban Telegram tidak bisa disimpan"
#: At the end, how long (s) to wait for what is on its way; longer than that it counts as uncertain.
_LAST_SECONDS = 6.0
#: A letter whose file fails to be made, or that fails by a fault of ours, is given up after so many tries.
_MOST_FAULTS = 3


@dataclass(slots=True)
class Sender:
    """One per process; any number of processes share the budget. `may_claim`: whether the others see that we live, and
    so leave us what we take. `folder`: where pictures are kept that a file is made of."""

    database: Database
    wire: Wire
    clock: Clock
    rates: Rates
    me: str
    alarm: Callable[[str, str | None], None]
    sandbox: Sandbox = field(default_factory=Sandbox)
    watch: Watch = field(default_factory=Watch)
    apology: Apology = lambda _letter: []
    may_claim: Callable[[], bool] = lambda: True
    folder: Path = Path()
    bell: asyncio.Event = field(default_factory=asyncio.Event)
    fates: list[Fate] = field(default_factory=list)
    in_flight: int = 0
    sent: int = 0
    singly: bool = False
    _token_refused: bool = False
    refusals: Refusals = field(default_factory=Refusals)
    _tasks: set[asyncio.Task[None]] = field(default_factory=set)
    _last_second: LastSecond = field(init=False)

    def __post_init__(self) -> None:
        self._last_second = LastSecond(int(max(self.rates.per_second, 1)) if self.rates.per_second else 0)

    async def run(self, stopping: asyncio.Event) -> None:
        """Cycle until told to stop, then let what is in flight finish and write it down."""
        while not stopping.is_set():
            self.bell.clear()
            failpoint("loop.sender")
            try:
                wait = await self.cycle()
            except (DatabaseTrouble, OSError) as error:
                log.error("the outbox cannot be read or written", error=str(error)[:300])
                await asyncio.sleep(1)  # also with fates in hand: they are written down at the next try
                continue
            if wait and not self.fates:
                await self._wait(wait)
        await self._finish()

    async def _wait(self, seconds: float) -> None:
        try:
            await asyncio.wait_for(self.bell.wait(), seconds)
        except TimeoutError:
            return

    async def _finish(self) -> None:
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=_LAST_SECONDS)
        try:
            async with self.database.write() as connection:
                await self._record(connection, self.fates)
        except DATABASE_AWAY as error:  # whoever comes next finds them in our hands, and marks them uncertain
            log.error("what became of the last letters is not written down", error=str(error)[:300])
        except Exception as error:  # noqa: BLE001  # as in `cycle`
            log.error("what became of letters was refused; each is written down by itself", error=repr(error)[:300])
            await self._record_singly(self.fates)

    async def cycle(self) -> float:
        """One transaction: write down the fates that have come in, claim what may leave. Returns how long (s) to
        wait; 0 = go on."""
        fates, self.fates = self.fates, []
        letters: list[Letter] = []
        if self.singly:
            fates = await self._record_singly(fates)
        try:
            async with self.database.write() as connection:
                failpoint("sender.before_record")
                await self._record(connection, fates)
                failpoint("sender.before_claim")
                letters, wait = await self._claim(connection) if self.may_claim() else ([], 0.1)
                failpoint("sender.before_commit")
        except DATABASE_AWAY:
            self.fates = fates + self.fates + self._unclaimed(letters)
            raise
        except BaseException as error:
            self.fates = fates + self.fates + self._unclaimed(letters)
            if self.singly or not fates or not isinstance(error, Exception):
                raise
            log.error("what became of letters was refused; each is written down by itself", error=repr(error)[:300])
            self.singly = True
            return 0.0
        failpoint("sender.after_commit")
        self.watch.succeeded("sender")
        self._dispatch(letters)
        return wait

    async def _record_singly(self, fates: Sequence[Fate]) -> list[Fate]:
        """One answer that the database cannot keep spoils nothing but itself: its letter ends without what was odd.
        Returns what is still to be written down."""
        left = list(fates)
        while left:
            try:
                async with self.database.write() as connection:
                    await self._record(connection, left[:1])
            except DATABASE_AWAY:
                self.fates = left + self.fates
                raise
            except Exception as error:  # noqa: BLE001  # whatever the database says of it, the others go on
                log.error("an answer cannot be kept", letter=left[0].letter.id, error=repr(error)[:300])
                await self._record_bare(left[0])
            left.pop(0)
        self.singly = False
        return left

    async def _record_bare(self, fate: Fate) -> None:
        bare = Fate(fate.letter, fate.outcome or "unsure", uncertain=fate.outcome != "sent", error=_UNKEEPABLE)
        try:
            async with self.database.write() as connection:
                await self._record(connection, [bare])
        except DATABASE_AWAY:
            raise
        except Exception as error:  # its lease runs out, and then it is tried again
            log.error("nor can it be written down without", letter=fate.letter.id, exc_info=error)

    def _unclaimed(self, letters: Sequence[Letter]) -> list[Fate]:
        """Letters that were not sent although their claim may have been committed: when it was, they go back."""
        return [Fate(letter, None, due_at=self.clock.real(), counted=False) for letter in letters]

    async def _claim(self, connection: Connection) -> tuple[list[Letter], float]:
        now = time.monotonic()
        free = (1 if self._token_refused or self.refusals.suspects_all else _MOST_IN_FLIGHT) - self.in_flight
        if free <= 0:
            return [], 0.1
        if self._last_second.most and (free := min(free, self._last_second.room(now))) <= 0:
            return [], self._last_second.until_room(now)
        return await outbox.claim(connection, self.me, self.rates, free, self.clock.real(), LEASE)

    async def _record(self, connection: Connection, fates: Sequence[Fate]) -> None:
        if not fates:
            return
        await outbox.record(connection, self.me, fates, self.clock.real())
        for fate in fates:
            if fate.outcome == "unreachable" and fate.letter.chat:
                await outbox.silence(connection, fate.letter.chat, self.clock.now())
            if fate.is_unmade and fate.outcome == "refused":
                await outbox.promise(connection, self.apology(fate.letter))

    def _dispatch(self, letters: Sequence[Letter]) -> None:
        """Chats side by side, within a chat one after the other."""
        for _, same_chat in groupby(sorted(letters, key=lambda letter: letter.chat), key=lambda letter: letter.chat):
            pile = list(same_chat)
            self.in_flight += len(pile)
            self._last_second.claim(len(pile))
            task = asyncio.create_task(self._deliver(pile))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def _deliver(self, pile: Sequence[Letter]) -> None:
        """Send letters of one chat in order; when one is put back, the rest go back untried, so that none overtakes
        it; when the person has blocked us, the rest are not tried either."""
        stopped: Fate | None = None
        for letter in pile:
            if stopped is not None:
                self._last_second.stay()
                fate = Fate(letter, stopped.outcome, due_at=stopped.due_at, counted=False, error=stopped.error)
            else:
                fate = await self._send_or_tell(letter)
                stopped = fate if letter.chat and fate.outcome in (None, "unreachable") else None
            self.in_flight -= 1
            self.fates.append(fate)
            failpoint("sender.told")
            self.bell.set()

    async def _send_or_tell(self, letter: Letter) -> Fate:
        """Every letter gets a fate: a fault of ours over one of them is no reason to forget it, nor the others."""
        try:
            return await self._send(letter)
        except CannotMake as error:
            log.error("a letter's file cannot be made", letter=letter.id, error=str(error))
            is_over = error.is_final or letter.tries >= _MOST_FAULTS
            due_at = self.clock.real() + wait_before(letter.tries)
            return Fate(letter, "refused" if is_over else None, due_at=due_at, error=str(error), is_unmade=True)
        except Exception as error:
            log.error("a letter failed by a fault", letter=letter.id, tries=letter.tries, exc_info=error)
            self.watch.stumbled("sender", error)
            return try_again(letter, repr(error)[:300], self.clock.real(), is_over=letter.tries >= _MOST_FAULTS)

    async def _send(self, letter: Letter) -> Fate:
        passing = self._last_second.leave(time.monotonic())
        failpoint("sender.before_send")
        is_probe = self.refusals.suspects_all
        answer = await self._post(letter)
        self._last_second.answered(passing, time.monotonic())
        failpoint("sender.after_send")
        fate = judge(letter, answer, self.clock.real())
        self._note_token(answer)
        if answer.ok:
            self.sent += 1
            self.refusals.accepted(letter.chat)
            self.alarm("hold", None)
            return fate
        if fate.outcome != "sent":  # what is refused because it is done already needs nobody
            log.warning("a letter did not go through", letter=letter.id, status=answer.status, error=answer.description)
        return await self._after_refusal(letter, answer, fate, is_probe=is_probe)

    async def _post(self, letter: Letter) -> Answer:
        parcel = await pack(letter.params, self.sandbox, self.folder)
        if parcel.files:
            return await self.wire.upload(letter.method, parcel.params, parcel.files)
        return await self.wire.call(letter.method, parcel.params)

    def _note_token(self, answer: Answer) -> None:
        """While Telegram refuses the token, one letter a minute finds out whether it still does."""
        if answer.status == 401:
            self._token_refused = True
            self.alarm("token", answer.description)
        elif self._token_refused and answer.status:
            self._token_refused = False
            self.alarm("token", None)

    async def _after_refusal(self, letter: Letter, answer: Answer, fate: Fate, *, is_probe: bool) -> Fate:
        if answer.status == 429 and fate.hold is not None:
            now = self.clock.real()
            if self.refusals.mean_all(letter.chat, now, is_probe=is_probe):
                until = min(fate.hold[1], now + LONGEST_FOR_ALL)
                self.alarm("hold", answer.description)
                return replace(fate, due_at=until, hold=(0, until))
        moved = number_in(answer.parameters.get("migrate_to_chat_id"))
        if moved is not None:
            async with self.database.write() as connection:
                await outbox.move_chat(connection, letter.chat, moved)
        return fate
