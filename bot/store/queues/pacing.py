"""The sending budget, shared by all processes: one row for the bot, one per chat (GCRA, in real seconds).

Telegram bears about 30 messages a second overall, one a second in a chat (short bursts pass) and 20 a minute in a
group; these are settings, since the real limits move.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from sqlalchemy import bindparam, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.database.dialects import insert_or_ignore, upsert
from bot.store.tables import pacing

_OVERALL = 0
_ENDLESS = 1_000_000
#: What nobody asked for leaves evenly, at this share of what is allowed: however much there is, no second ever holds
#: more, and the half second's worth that may leave at once stays free for replies. What leaves late by up to `_LATE`
#: seconds does not delay the next (that no second holds too many then, the sender sees to); after a longer pause the
#: budget begins anew.
_CALM, _LATE = 0.99, 0.5


@dataclass(frozen=True, slots=True)
class Rates:
    """Messages a second overall and in a chat (with its burst), a minute in a group; 0 means no limit."""

    per_second: float = 30.0
    chat_per_second: float = 1.0
    chat_burst: int = 4
    group_per_minute: float = 20.0

    @property
    def chat_room(self) -> float:
        """Seconds by which a chat's arrival time may run ahead of the clock."""
        return _room(self.chat_per_second, self.chat_burst)

    @property
    def group_room(self) -> float:
        return _room(self.group_per_minute / 60, self.chat_burst)

    def spacing(self, chat: int) -> float:
        """Seconds between two messages in a chat, in the long run."""
        rate = self.group_per_minute / 60 if chat < 0 else self.chat_per_second
        return 1 / rate if rate else 0.0


def _room(rate: float, burst: int) -> float:
    return (burst - 1) / rate if rate else float(_ENDLESS)


@dataclass(slots=True)
class Budget:
    """What may leave now. Loaded at the start of a claim, saved at its end, in the claim's transaction."""

    rates: Rates
    now: float
    tat: dict[int, float] = field(default_factory=dict)
    held_until: float = 0.0
    spent: set[int] = field(default_factory=set)

    @property
    def _spacing(self) -> float:
        return 1 / self.rates.per_second if self.rates.per_second else 0.0

    def overall_room(self) -> int:
        """How many messages the bot as a whole may send this instant (up to half a second's worth at once)."""
        if self.held_until > self.now:
            return 0
        if not self._spacing:
            return _ENDLESS
        room = max(self.rates.per_second / 2, 1) * self._spacing
        ahead = max(self.tat.get(_OVERALL, 0.0) - self.now, 0.0)
        return max(int((room - ahead) / self._spacing + 1e-9), 0)

    @property
    def is_calm(self) -> bool:
        """Whether what is no reply may leave: nothing else has just left, and the one before was long enough ago."""
        return not self._spacing or self.tat.get(_OVERALL, 0.0) <= self.now

    def spend_calmly(self, chat: int) -> None:
        """One that is no reply."""
        if self._spacing:
            tat = self.tat.get(_OVERALL, 0.0)
            self.tat[_OVERALL] = (tat if self.now - tat <= _LATE else self.now) + self._spacing / _CALM
            self.spent.add(_OVERALL)
        self._spend(chat, self.rates.spacing(chat) if chat else 0.0)

    def until_calm(self) -> float:
        """Seconds until the next that is no reply may leave."""
        return max(self.tat.get(_OVERALL, 0.0) - self.now, 0.001)

    def wait(self) -> float:
        """Seconds until the overall budget may have room again, at most one."""
        return min(max(self.held_until - self.now, self._spacing, 0.01), 1.0)

    async def load_chats(self, connection: AsyncConnection, chats: Iterable[int]) -> None:
        if self.rates.chat_per_second or self.rates.group_per_minute:
            rows = await connection.execute(_CHATS, {"chats": sorted(set(chats) - {_OVERALL})})
            self.tat.update((row[0], row[1]) for row in rows)

    def grants(self, chat: int) -> bool:
        if chat == _OVERALL:
            return True
        room = self.rates.group_room if chat < 0 else self.rates.chat_room
        return self.tat.get(chat, 0.0) <= self.now + room

    def spend(self, chat: int) -> None:
        self._spend(_OVERALL, self._spacing)
        self._spend(chat, self.rates.spacing(chat) if chat else 0.0)

    def _spend(self, scope: int, spacing: float) -> None:
        if spacing:
            self.tat[scope] = max(self.tat.get(scope, 0.0), self.now) + spacing
            self.spent.add(scope)

    async def save(self, connection: AsyncConnection) -> None:
        if self.spent:
            rows = [{"scope": scope, "tat": self.tat[scope], "hold_until": 0.0} for scope in self.spent]
            await connection.execute(_SAVE[connection.dialect.name], rows)


_OVERALL_ROW = select(pacing.c.tat, pacing.c.hold_until).where(pacing.c.scope == _OVERALL).with_for_update()
_CHATS = select(pacing.c.scope, pacing.c.tat).where(pacing.c.scope.in_(bindparam("chats", expanding=True)))
_BEGIN = insert_or_ignore(pacing)
_SAVE = upsert(pacing, ["scope"], ["tat"])
_HOLD = upsert(pacing, ["scope"], ["hold_until"])


async def load(connection: AsyncConnection, rates: Rates, now: float) -> Budget:
    """The budget as it stands. On PostgreSQL its row is locked, so that claims of several processes follow one
    another; so the row must be there, also when nothing was ever sent or there is no limit."""
    row = (await connection.execute(_OVERALL_ROW)).one_or_none()
    if row is None:
        first = {"scope": _OVERALL, "tat": 0.0, "hold_until": 0.0}
        await connection.execute(_BEGIN[connection.dialect.name], first)
        row = (await connection.execute(_OVERALL_ROW)).one()
    return Budget(rates, now, {_OVERALL: row[0]}, row[1])


async def hold(connection: AsyncConnection, scope: int, until: float) -> None:
    """Telegram asked for silence in a chat (or 0: everywhere) until `until`, real seconds."""
    await connection.execute(_HOLD[connection.dialect.name], {"scope": scope, "tat": 0.0, "hold_until": until})
