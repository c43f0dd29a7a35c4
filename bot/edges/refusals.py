"""Does Telegram mean one chat, or the whole bot? It does not say. Two chats refused at once are a suspicion, which one
letter to a third chat settles (docs/adr/0015)."""

from dataclasses import dataclass, field

#: Two chats refused within so many seconds make the suspicion.
_WINDOW = 2.0
#: The longest silence (s) for all chats before one letter finds out whether it is still asked for.
LONGEST_FOR_ALL = 300.0


@dataclass(slots=True)
class Refusals:
    """Chats refused with 429 of late, until a letter to another one goes through. While `suspects_all`, letters leave
    one at a time: each is a probe."""

    suspects_all: bool = False
    _at: dict[int, float] = field(default_factory=dict)

    def mean_all(self, chat: int, now: float, *, is_probe: bool) -> bool:
        """Note a refusal; True when it was the probe, sent to a chat that nobody had refused."""
        if is_probe and chat not in self._at:
            return True
        if not self.suspects_all:
            self._at = {one: at for one, at in self._at.items() if now - at < _WINDOW}
        self._at[chat] = now
        self.suspects_all = self.suspects_all or len(self._at) > 1
        return False

    def accepted(self, chat: int) -> None:
        """A letter went through: whatever was refused, it was not the bot."""
        if chat:
            self.suspects_all = False
            self._at.clear()
