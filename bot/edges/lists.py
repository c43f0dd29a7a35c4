"""Lists of people, and of what SIPD answers: fetched from Telegram, read in a sandbox, shown to whoever sent them; the
file is not kept."""

import asyncio
import json
import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import structlog

from bot.core.forms.say import Words
from bot.edges.clock import Clock
from bot.edges.sandbox import Refused, Sandbox
from bot.edges.verdict import wait_before
from bot.edges.watch import Watch
from bot.edges.wire import Wire
from bot.failpoint import failpoint
from bot.store.database.database import DATABASE_AWAY, Database, DatabaseTrouble
from bot.store.queues import outbox
from bot.store.roles import lists as stored
from bot.store.roles.lists import KAMUS, SIPD, Waiting
from bot.work.hall.invited import guest_lists
from bot.work.office import Office
from bot.work.roles import lists, roster
from bot.work.roles.limits import MOST_IN_A_LIST
from bot.work.roles.lists import Sender
from bot.work.roles.roster import Roster, Unreadable
from bot.work.round import Round
from bot.work.sipd import carrying_out, incoming, judging, kamus

log = structlog.get_logger()
#: What stands in the cells of a sheet, row by row.
Rows = Sequence[Sequence[Any]]

_LEASE = 180.0
#: A file that Telegram does not give within this many tries (about two hours) is given up.
_MOST_TRIES = 12
#: A list that was taken up so often without an end that anybody saw is set aside.
_MOST_STARTS = 3
#: Seconds until what the disk did not let us keep is tried again.
_AGAIN_AFTER = 10.0


class Later(Exception):
    """Not this time; try again."""


@dataclass(slots=True)
class Lists:
    """One per process. A list is read again from its start when a process dies over it: nothing was kept."""

    database: Database
    wire: Wire
    office: Office
    folder: Path
    clock: Clock
    promised: Callable[[], None]
    sandbox: Sandbox = field(default_factory=Sandbox)
    watch: Watch = field(default_factory=Watch)
    bell: asyncio.Event = field(default_factory=asyncio.Event)

    async def run(self, stopping: asyncio.Event) -> None:
        while not stopping.is_set():
            self.bell.clear()
            failpoint("loop.lists")
            try:
                if await self.read_one():
                    continue
            except (DatabaseTrouble, OSError) as error:
                log.error("lists cannot be fetched or answered now", error=str(error)[:300])
            try:
                await asyncio.wait_for(self.bell.wait(), 2.0)
            except TimeoutError:
                continue

    async def read_one(self) -> bool:
        """Take up the oldest list that is due; False when there is none."""
        async with self.database.read() as connection:
            if not await stored.any_due(connection, self.clock.real()):
                return False
        async with self.database.write() as connection:
            waiting = await stored.claim(connection, self.clock.real(), _LEASE)
        if waiting is None:
            return False
        try:
            await self._take_up(waiting)
        except DATABASE_AWAY:
            async with self.database.write() as connection:
                await stored.give_back(connection, waiting.id, self.clock.real() + _AGAIN_AFTER)
            raise
        except Exception as error:
            log.error("a list could not be handled", list=waiting.id, starts=waiting.starts + 1, exc_info=error)
            self.watch.stumbled("lists", error)
            async with self.database.write() as connection:
                due_at = self.clock.real() + wait_before(waiting.starts + 1)
                await stored.let_wait(connection, waiting.id, due_at, repr(error)[:300])
        self.promised()
        return True

    async def _take_up(self, waiting: Waiting) -> None:
        failpoint("loop.list")
        async with self.database.read() as connection:
            sender = await lists.sender_of(connection, waiting.person_id, self.clock.now())
        if sender is None:
            async with self.database.write() as connection:
                await stored.finish(connection, waiting.id, "gone")
        elif waiting.starts >= _MOST_STARTS:
            why = "sipd_terhenti" if waiting.kind == SIPD and waiting.found else _unreadable(waiting)
            await self._refuse(waiting, sender, Words(why), "parked", "gagal setiap kali diolah")
        else:
            await self._answer(waiting, sender)

    async def _answer(self, waiting: Waiting, sender: Sender) -> None:
        try:
            rows = json.loads(waiting.found) if waiting.found else await self._bring(waiting)
            await self._show(waiting, sender, rows)
        except Later as later:
            if waiting.tries + 1 < _MOST_TRIES:
                async with self.database.write() as connection:
                    due_at = self.clock.real() + wait_before(waiting.tries + 1)
                    await stored.put_back(connection, waiting.id, due_at, str(later))
                return
            await self._refuse(waiting, sender, Words(_unreadable(waiting)), "gone", str(later))
        except Unreadable as fault:
            await self._refuse(waiting, sender, fault.why, "refused", fault.why.name)

    async def _show(self, waiting: Waiting, sender: Sender, rows: Rows) -> None:
        """Raises Unreadable."""
        if waiting.kind == SIPD:
            await (self._carry_out(waiting, sender) if waiting.found else self._show_answers(waiting, sender, rows))
            return
        if waiting.kind == KAMUS:
            await self._show_kamus(waiting, sender, rows)
            return
        if waiting.occasion_id is not None:
            await self._show_guests(waiting, sender, rows)
            return
        try:
            found = await asyncio.to_thread(roster.read, rows, self.office, sender.grants, MOST_IN_A_LIST)
        except Unreadable:
            if not incoming.looks_like_it(self.office, sender, rows):
                raise
            await self._show_answers(waiting, sender, [rows])
            return
        await (self._invite(waiting, sender, found) if waiting.found else self._ask(waiting, sender, found, rows))

    async def _ask(self, waiting: Waiting, sender: Sender, found: Roster, rows: Rows) -> None:
        """Nobody is invited before the yes."""
        async with self.database.write() as connection:
            tour = Round(connection, self.office, self.clock.now(), self.clock.real())
            letters = await lists.answer(tour, sender, found, waiting.id)
            if lists.asks_first(letters):
                first = await stored.show(connection, waiting.id, rows)
            else:
                first = await stored.finish(connection, waiting.id, "read")
            await outbox.promise(connection, letters if first else [])

    async def _show_guests(self, waiting: Waiting, sender: Sender, sheets: Sequence[Rows]) -> None:
        words = self.office.catalog.world.spellings.guests
        found = await asyncio.to_thread(guest_lists.read_sheets, sheets, words)
        letters = guest_lists.letters(self.office, sender, waiting, found, self.clock.real())
        async with self.database.write() as connection:
            if await stored.show(connection, waiting.id, guest_lists.kept(found)):
                await outbox.promise(connection, letters)

    async def _show_answers(self, waiting: Waiting, sender: Sender, sheets: Sequence[Rows]) -> None:
        """Nothing is changed before the yes. Raises Unreadable."""
        told, unanswered = await asyncio.to_thread(incoming.read_sheets, self.office, sheets)
        now, real = self.clock.now(), self.clock.real()
        async with self.database.read() as connection:
            tour = Round(connection, self.office, now, real)
            judged = await judging.judge(tour, incoming.sight_of_sender(tour, sender), told)
        async with self.database.write() as connection:
            if found := incoming.kept(judged):
                first = await stored.show(connection, waiting.id, found, SIPD)
            else:
                first = await stored.finish(connection, waiting.id, "read")
            letters = incoming.letters(tour, sender, waiting.id, judged, unanswered)
            await outbox.promise(connection, letters if first else [])

    async def _show_kamus(self, waiting: Waiting, sender: Sender, sheets: Sequence[Rows]) -> None:
        """Nothing takes the place of the old one before the yes. Raises Unreadable."""
        found, doubts = await asyncio.to_thread(kamus.read_sheets, self.office, sheets)
        async with self.database.write() as connection:
            tour = Round(connection, self.office, self.clock.now(), self.clock.real())
            if await stored.show(connection, waiting.id, kamus.kept(found)):
                await outbox.promise(connection, [await kamus.letter(tour, sender, waiting.id, found, doubts)])

    async def _carry_out(self, waiting: Waiting, sender: Sender) -> None:
        """Slice by slice: between two of them everybody else has the database."""
        has_more = True
        while has_more:
            failpoint("sipd.slice")
            async with self.database.write() as connection:
                tour = Round(connection, self.office, self.clock.now(), self.clock.real())
                has_more = await carrying_out.carry_on(tour, sender, waiting.id)
                failpoint("sipd.before_commit")

    async def _refuse(self, waiting: Waiting, sender: Sender, why: Words, outcome: str, error: str) -> None:
        async with self.database.write() as connection:
            if await stored.finish(connection, waiting.id, outcome, error):
                await outbox.promise(connection, lists.refusal(self.office, sender, why, self.clock.real()))

    async def _invite(self, waiting: Waiting, sender: Sender, found: Roster) -> None:
        now, real = self.clock.now(), self.clock.real()
        async with self.database.write() as connection:
            if await stored.finish(connection, waiting.id, "read"):
                rows = await lists.invite_all(Round(connection, self.office, now, real), sender, found)
                await outbox.promise(connection, rows)

    async def _bring(self, waiting: Waiting) -> Rows:
        """Fetch and open. Raises Later or Unreadable."""
        answer = await self.wire.call("getFile", {"file_id": waiting.file_id})
        file_path = answer.result.get("file_path") if answer.ok and isinstance(answer.result, dict) else None
        if not isinstance(file_path, str):
            raise Later(answer.description)
        half = self.folder / f"{secrets.token_hex(12)}.part"
        half.parent.mkdir(parents=True, exist_ok=True)
        try:
            status = await self.wire.download(file_path, half, lists.LARGEST)
            if status == 413:
                why = "sipd_terlalu_besar" if waiting.kind else "daftar_terlalu_besar"
                raise Unreadable(Words(why, {"batas": MOST_IN_A_LIST}))
            if status != 200:
                raise Later(f"HTTP {status}")
            return await self._open(waiting, half)
        finally:
            half.unlink(missing_ok=True)

    async def _open(self, waiting: Waiting, path: Path) -> Rows:
        """Of what SIPD answers, of its kamus, and of guests, all sheets."""
        try:
            told = {"path": str(path.absolute()), "sheets": waiting.kind is not None or waiting.occasion_id is not None}
            _, rows = await self.sandbox.do("workbook", told)
        except Refused as error:
            log.info("a list could not be opened", error=str(error)[:200])
            raise Unreadable(Words(_unreadable(waiting))) from error
        found: Rows = json.loads(rows)
        return found


def _unreadable(waiting: Waiting) -> str:
    return "sipd_tak_terbaca" if waiting.kind else "daftar_tak_terbaca"
