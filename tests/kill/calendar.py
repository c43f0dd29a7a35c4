"""A busy fortnight of four villages, walked from one due time to the next, and the ledger of what it leaves behind."""

import asyncio
import json
import math
import signal
import zlib
from collections import Counter
from collections.abc import Awaitable, Callable, Collection
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import select, update

from bot.simulator.chats import Person
from bot.store import tables as t
from bot.work.office import Office
from bot.work.round import Round
from bot.work.tasks import planning
from tests.kill.ledger import Crime, note_kill
from tests.support.dues import next_due
from tests.support.nursery import Bot, Nursery
from tests.support.sentences import says
from tests.support.town import Town, catalog_of

ZONE = ZoneInfo("Asia/Makassar")
KECAMATAN = "73.16.01"
VILLAGES = [f"{KECAMATAN}.20{number:02d}" for number in (2, 3, 4, 5)]
#: Role, wilayah, and the hour (minutes after midnight) at which the daily list comes.
PEOPLE = {
    "Rahman": ("fasilitator_desa", VILLAGES[0], None),
    "Sitti": ("fasilitator_desa", VILLAGES[1], 390),
    "Baso": ("fasilitator_desa", VILLAGES[2], 720),
    "Tenri": ("fasilitator_desa", VILLAGES[3], 960),
    "Nurul": ("fasilitator_kecamatan", KECAMATAN, None),
    "Hasnah": ("bappeda", "73.16", None),
}
#: What people do with the messages that come to them.
_ACTS = ("t:besok:", "t:sudah:", "", "t:sore:", "t:sudah:", "t:sudah:")
_PATIENCE = 60.0
#: Seconds after which a bot dies that has not reached its point.
_LONGEST = 4.0

Ledger = Counter[tuple[Any, ...]]
Watch = Callable[[], Awaitable[None]]
#: What somebody (person, letter, its day, how many came that day) does with a letter.
Reply = Callable[[Town, Person, int, Any, int, Watch], Awaitable[None]]


async def _nothing() -> None: ...


async def prepare(street: Town) -> list[Person]:
    """Everybody has a role, and every village a date within two weeks; the bot is not running then."""
    await street.start()
    people = []
    for name, (role, scope, _) in PEOPLE.items():
        people.append(street.simulator.add_person(name))
        await street.simulator.begin(people[-1], await street.code_for(role, scope))
        await street.simulator.wait_for(people[-1], says("kode_dipakai"))
    await settle(street)
    await street.stop()
    now = street.simulator.stage.clock.now()
    office = Office(catalog_of(), "Bappeda Enrekang", ZONE)
    async with street.database.write() as connection:
        for name, (_, _, hour) in PEOPLE.items():
            await connection.execute(update(t.people).where(t.people.c.name == name).values(digest_at=hour))
        stage = planning.new_occasion(office, "tahun_perencanaan", "73.16", now - timedelta(days=20), now, None)
        await planning.hold(Round(connection, office, now), stage)
        for number, village in enumerate(VILLAGES):
            when = now + timedelta(days=9 + number)
            await planning.hold(
                Round(connection, office, now),
                planning.new_occasion(office, "musrenbang_desa", village, when, now, None),
            )
    return people


def _choice(name: str, day: Any, number: int) -> str:
    """What somebody does with their first or second letter of a day: always the same, whenever it comes."""
    return _ACTS[zlib.crc32(f"{name} {day} {number}".encode()) % len(_ACTS)]


async def _reply(street: Town, person: Person, letter: int, day: Any, number: int, watch: Watch) -> None:
    """Press such a button under this letter, if it has one."""
    before, begins = len(street.simulator.messages(person)), _choice(person.first_name, day, number)
    if begins and await press(street, person, begins, [letter]):
        await settle(street, watch)
        new = [one["message_id"] for one in street.simulator.messages(person)[before:]]
        if begins == "t:sudah:" and await press(street, person, "t:tanpa:", new):
            await settle(street, watch)
            await street.simulator.say(person, "Kami kumpul bersama desa sebelah.")
            await settle(street, watch)


async def walk(
    street: Town,
    people: list[Person],
    until: datetime,
    watch: Watch = _nothing,
    pause: float = 0.0,
    reply: Reply = _reply,
) -> None:
    """From one due time to the next. `watch` is awaited again and again, to see whether the bot is still there.
    `pause`: seconds until every process has read the clock that was moved."""
    clock = street.simulator.stage.clock
    seen: set[int] = set()
    that_day: Counter[tuple[int, Any]] = Counter()
    while (due := await next_due(street.database)) is not None and max(due, clock.now()) < until:
        await street.simulator.move_clock(to=max(due, clock.now()) + timedelta(seconds=0.2))
        await asyncio.sleep(pause)
        await settle(street, watch)
        while letters := [one for one in await _told(street) if one[0] not in seen]:  # more come while somebody acts
            for row, chat, letter, day in letters:
                seen.add(row)
                that_day[chat, day] += 1
                person = next(one for one in people if one.id == chat)
                await reply(street, person, letter, day, that_day[chat, day], watch)


async def press(street: Town, person: Person, begins: str, letters: Collection[int]) -> bool:
    """The first such button under these letters of the bot."""
    for message in street.simulator.messages(person):
        if message["message_id"] not in letters:
            continue
        for row in message.get("reply_markup", {}).get("inline_keyboard", []):
            for button in row:
                if button.get("callback_data", "").startswith(begins):
                    await street.simulator.press_data(person, message["message_id"], button["callback_data"])
                    return True
    return False


async def settle(street: Town, watch: Watch = _nothing) -> None:
    """Until everything due was looked at, everything heard was answered, and every letter left."""
    async with asyncio.timeout(_PATIENCE):
        while len(street.simulator.stage.updates) or not await _is_settled(street):
            await watch()
            await asyncio.sleep(0.05)


async def _is_settled(street: Town) -> bool:
    """Asked in the order in which one becomes the other: what is heard, what is due, what is promised."""
    if await _open(street, "inbox"):
        return False
    due = await next_due(street.database)
    return (due is None or due > street.simulator.stage.clock.now()) and not await _open(street, "outbox")


async def _open(street: Town, table: str) -> int:
    return int((await street.rows(f"SELECT count(*) FROM {table} WHERE outcome IS NULL"))[0][0])


async def _told(street: Town) -> list[tuple[int, int, int, Any]]:
    """(row, chat, message, day) of everything that was told unasked and is there, the lowest chat first."""
    is_there = t.outbox.c.unasked_on.is_not(None), t.outbox.c.outcome == "sent"
    query = select(t.outbox.c.id, t.outbox.c.chat, t.outbox.c.message_id, t.outbox.c.unasked_on).where(*is_there)
    async with street.database.read() as connection:
        found = await connection.execute(query.order_by(t.outbox.c.chat, t.outbox.c.id))
        return [(row[0], row[1], row[2], row[3]) for row in found]


async def ledger(street: Town) -> Ledger:
    """What happened to which task on which day, and what was said to whom unasked."""
    happened = select(t.task_events.c.kind, t.tasks.c.rule, t.tasks.c.wilayah, t.task_events.c.at)
    said = select(t.outbox.c.chat, t.outbox.c.unasked_on, t.outbox.c.params).where(t.outbox.c.priority == 1)
    async with street.database.read() as connection:
        which = happened.join_from(t.task_events, t.tasks, t.tasks.c.id == t.task_events.c.task_id)
        events = (await connection.execute(which)).all()
        letters = (await connection.execute(said)).all()
    done = [(kind, rule, wilayah, at.astimezone(ZONE).date()) for kind, rule, wilayah, at in events]
    return Counter([*done, *((chat, day, json.loads(params).get("text")) for chat, day, params in letters)])


def differences(found: Ledger, wanted: Ledger) -> str:
    """What is too much and what is missing, by day."""
    told = [(str(one[-1] if len(one) > 3 else one[1]), f"+{times} {one}") for one, times in (found - wanted).items()]
    told += [(str(one[-1] if len(one) > 3 else one[1]), f"-{times} {one}") for one, times in (wanted - found).items()]
    return "\n".join(line for _, line in sorted(told))


@dataclass
class Keeper:
    """One bot after the other, each of which dies as is written: at a named point, or so many seconds after its start.
    `crime`: every kill, and what was on its way then."""

    street: Town
    bots: Nursery
    deaths: list[str | float]
    crime: Crime = field(default_factory=Crime)
    bot: Bot | None = None
    until: float = math.inf

    async def watch(self) -> None:
        """Whenever it is dead the next one begins."""
        if self.bot is not None and asyncio.get_running_loop().time() > self.until:
            await self.kill()
        if self.bot is not None and self.bot.code is not None:
            assert self.bot.code == -signal.SIGKILL
            await note_kill(self.street, self.crime)
            self.bot = None
        if self.bot is None:
            death = self.deaths.pop() if self.deaths else ""
            self.bot = await self.bots.start(self.street.environment(death if isinstance(death, str) else ""))
            after = death if isinstance(death, float) else _LONGEST if death else math.inf
            self.until = asyncio.get_running_loop().time() + after

    async def finish(self) -> None:
        """Until the last has died, and then everything is done."""
        while self.deaths or self.until < math.inf:
            await self.watch()
            await asyncio.sleep(0.05)
        await settle(self.street, self.watch)

    async def kill(self) -> None:
        if self.bot is not None:
            self.bot.signal(signal.SIGKILL)
            await self.bot.ended()
