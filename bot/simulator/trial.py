"""What the trial itself can do beside the people in it: move the clock, cause mishaps, kill the bot."""

from collections.abc import Awaitable, Callable
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.simulator.acts import find_chat
from bot.simulator.faults import Fault
from bot.simulator.refusals import PageRefusal
from bot.simulator.stage import Stage
from bot.simulator.story import Story


class Trial(Story):
    """A story whose time and weather somebody makes; `on_clock` hears each new time, `on_kill` kills the bot."""

    def __init__(
        self,
        stage: Stage,
        on_clock: Callable[[datetime], Awaitable[None]] | None = None,
        on_kill: Callable[[], Awaitable[None]] | None = None,
    ) -> None:
        super().__init__(stage)
        self.zone = ZoneInfo(stage.zone)
        self._on_clock, self._on_kill = on_clock, on_kill

    async def move_clock(self, *, by: float | None = None, to: datetime | None = None) -> datetime:
        """Move the civil clock by seconds or to a moment (with time zone); returns the new time."""
        if to is not None:
            self.stage.clock.move_to(to)
        self.stage.clock.move_by(by or 0.0)
        now = self.stage.clock.now()
        self.stage.feed.publish("clock", now=now.isoformat())
        if self._on_clock is not None:
            await self._on_clock(now)
        return now

    def add_fault(self, kind: str, **limits: object) -> Fault:
        """`limits`: method, chat, times, seconds, retry_after, description (see protocol)."""
        chat = limits.get("chat")
        if chat is not None:
            limits["chat"] = find_chat(self.stage, getattr(chat, "id", chat)).id
        fault = self.stage.faults.add(kind, **limits)
        self._tell_faults()
        return fault

    def clear_faults(self, fault_id: int | None = None) -> None:
        self.stage.faults.remove(fault_id)
        self._tell_faults()

    def _tell_faults(self) -> None:
        self.stage.feed.publish("faults", faults=self.stage.faults.as_json())

    async def kill(self) -> None:
        """Kill the bot's process, where there is one to kill. Raises PageRefusal otherwise."""
        if self._on_kill is None:
            raise PageRefusal("Bot ini tidak dapat dimatikan dari sini.")
        await self._on_kill()
        self.stage.updates.note_awake(False)
