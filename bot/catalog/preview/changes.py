"""What changed since the last day on which the page was made: two editions of all sentences are kept beside it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

Sentences = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Editions:
    """The sentences of an earlier day, and of the last time: what is compared is `before`."""

    before_day: date
    before: Sentences
    last_day: date
    last: Sentences


@dataclass(frozen=True, slots=True)
class Change:
    """`old` None: it is new; `new` None: it is gone."""

    name: str
    old: str | None
    new: str | None


_KEPT = TypeAdapter(Editions)


def turned(path: Path, today: date, now: Sentences) -> Editions:
    """Read what is kept at `path`, and keep what there is now. The first time, and when what is kept cannot be read,
    it is compared with itself."""
    try:
        kept = _KEPT.validate_json(path.read_bytes())
    except (FileNotFoundError, ValidationError):
        kept = Editions(today, now, today, now)
    new_day = kept.last_day != today
    before = (kept.last_day, kept.last) if new_day else (kept.before_day, kept.before)
    found = Editions(*before, today, now)
    path.write_text(json.dumps(_KEPT.dump_python(found, mode="json"), ensure_ascii=False), encoding="utf-8")
    return found


def changes(editions: Editions) -> list[Change]:
    """In the order in which they stand; what is gone at the end."""
    before, now = editions.before, editions.last
    found = [Change(name, before.get(name), text) for name, text in now.items() if before.get(name) != text]
    return found + [Change(name, text, None) for name, text in before.items() if name not in now]
