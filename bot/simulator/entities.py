"""Formatted text as Telegram stores it: plain text plus entities, counted in UTF-16 units."""

import re
from dataclasses import dataclass

from bot.simulator.protocol import Json


@dataclass(frozen=True)
class Formatted:
    """Text and its entities, as they stand in a message."""

    text: str
    entities: tuple[Json, ...] = ()


def formatted_of(message: Json) -> Formatted:
    """The text or caption of a message, with its entities; empty when it has neither."""
    if "text" in message:
        return Formatted(str(message["text"]), tuple(message.get("entities", ())))
    return Formatted(str(message.get("caption", "")), tuple(message.get("caption_entities", ())))


def utf16_length(text: str) -> int:
    """How Telegram counts: characters beyond U+FFFF are two."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def utf16_slice(text: str, offset: int, length: int) -> str:
    units = text.encode("utf-16-le", "surrogatepass")
    return units[2 * offset : 2 * (offset + length)].decode("utf-16-le", "replace")


def trim(formatted: Formatted) -> Formatted:
    """Telegram takes the white space off both ends and moves the entities along."""
    kept = formatted.text.lstrip(" \t\r\n\v\f")
    cut = utf16_length(formatted.text) - utf16_length(kept)
    kept = kept.rstrip(" \t\r\n\v\f")
    moved = (_move(entity, cut, utf16_length(kept)) for entity in formatted.entities)
    return Formatted(kept, tuple(entity for entity in moved if entity["length"] > 0))


def _move(entity: Json, cut: int, end: int) -> Json:
    start = max(0, entity["offset"] - cut)
    stop = min(end, entity["offset"] + entity["length"] - cut)
    return entity | {"offset": start, "length": stop - start}


SPOTTED = (
    ("url", re.compile(r"(?:https?://|www\.)[^\s<>\"]+[^\s<>\".,;:!?)]|\b(?:t\.me|wa\.me)/[^\s<>\"]+", re.IGNORECASE)),
    ("email", re.compile(r"\b[\w.+-]+@[\w-]+\.[\w.-]*\w")),
    ("bot_command", re.compile(r"(?<![\w/@<>])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/])")),
    ("mention", re.compile(r"(?<![\w@/])@[A-Za-z][A-Za-z0-9_]{3,31}\b")),
    ("hashtag", re.compile(r"(?<![\w#])#\w*[^\W\d_]\w*")),
    ("phone_number", re.compile(r"(?<![\w+])\+\d{10,15}\b")),
)
"""What Telegram marks by itself in anybody's text."""


def spot(formatted: Formatted) -> Formatted:
    """Add the entities nobody wrote: links, commands, mentions, where no other entity stands already."""
    if not any(sign in formatted.text for sign in "/@#+.:"):
        return formatted
    found = list(formatted.entities)
    for kind, pattern in SPOTTED:
        for match in pattern.finditer(formatted.text):
            entity = _entity(formatted.text, kind, match)
            if not any(_overlap(entity, other) and _excludes(other) for other in found):
                found.append(entity)
    return Formatted(formatted.text, in_order(found))


def _entity(text: str, kind: str, match: re.Match[str]) -> Json:
    return {"type": kind, "offset": utf16_length(text[: match.start()]), "length": utf16_length(match.group())}


def _overlap(one: Json, other: Json) -> bool:
    return bool(one["offset"] < other["offset"] + other["length"] and other["offset"] < one["offset"] + one["length"])


def _excludes(entity: Json) -> bool:
    return entity["type"] in {"code", "pre", "text_link", "text_mention", "url", "email", "bot_command", "mention"}


def in_order(entities: list[Json]) -> tuple[Json, ...]:
    """As Telegram lists them: by place, the outer before the inner."""
    return tuple(sorted(entities, key=lambda entity: (entity["offset"], -entity["length"])))
