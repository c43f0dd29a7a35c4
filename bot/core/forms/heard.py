"""What a person can do in a chat: type, press, send. Three types, so that typed text never acts as a button."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any, Self


@dataclass(frozen=True, slots=True)
class FileRef:
    """A file that stayed with the messenger. Size in bytes, width and height in pixels; 0 = not told."""

    file_id: str
    unique_id: str
    size: int = 0
    mime: str = ""
    seconds: int = 0
    width: int = 0
    height: int = 0

    def to_json(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_json(cls, told: Mapping[str, Any]) -> Self:
        """From an answer, which may carry more than the file, such as a caption."""
        return cls(**{field.name: told[field.name] for field in fields(cls) if field.name in told})


@dataclass(frozen=True, slots=True)
class Typed:
    """`at`: when it was sent, in whole seconds of the messenger's clock; 0 = not told. `html`: with its formatting;
    empty where there is none. `forwarded`: somebody else's words, passed on."""

    text: str
    message: int
    edited: bool = False
    at: int = 0
    html: str = ""
    forwarded: bool = False


@dataclass(frozen=True, slots=True)
class Pressed:
    """A button. Its data is never trusted: whether it still means something is decided against the open question."""

    draft: str
    question: str
    value: str


@dataclass(frozen=True, slots=True)
class Sent:
    """`what`: photo, voice, location, contact, document, other. `point`: latitude, longitude in degrees. `html`: the
    caption with its formatting; empty where there is none."""

    what: str
    message: int
    file: FileRef | None = None
    album: str | None = None
    caption: str | None = None
    point: tuple[float, float] | None = None
    edited: bool = False
    html: str = ""
    forwarded: bool = False


Heard = Typed | Pressed | Sent


def words_of(heard: Heard) -> str:
    """What was typed, or stands under what was sent."""
    if isinstance(heard, Typed):
        return heard.text
    return (heard.caption or "") if isinstance(heard, Sent) else ""


def to_json(heard: Typed | Sent) -> dict[str, Any]:
    """As a draft keeps it that waits for something."""
    return asdict(heard)


def from_json(told: Mapping[str, Any]) -> Typed | Sent:
    if "text" in told:
        return Typed(**told)
    file = FileRef.from_json(told["file"]) if told["file"] else None
    point = (told["point"][0], told["point"][1]) if told.get("point") else None
    return Sent(**{**told, "file": file, "point": point})
