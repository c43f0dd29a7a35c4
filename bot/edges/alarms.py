"""What is wrong right now, for whoever watches over the machine."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class Alarms:
    """What is wrong right now, by subject; an empty one is healthy."""

    raised: dict[str, str] = field(default_factory=dict)

    def __call__(self, subject: str, text: str | None) -> None:
        """Raise an alarm, or take it back with None."""
        if text is None:
            self.raised.pop(subject, None)
        else:
            self.raised[subject] = text
