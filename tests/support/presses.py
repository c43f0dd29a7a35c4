"""Button data as forged clients would send it: every part of it emptied, cut, lengthened, exchanged."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

import handlers
from bot.simulator.keyboards import buttons_of
from tests.support.simulator import Simulator

_LONGEST = 64  # bytes that Telegram takes


def seen(simulator: Simulator) -> dict[int, set[str]]:
    """All data that the bot ever put under a message, by the chat that got it."""
    found: dict[int, set[str]] = defaultdict(set)
    for call in simulator.calls:
        for button in buttons_of(call.params.get("reply_markup")):
            if "callback_data" in button:
                found[call.params["chat_id"]].add(button["callback_data"])
    return dict(found)


def patterns() -> Iterator[str]:
    """`family:verb:<argument>` of every line of every family's table."""
    for handler in handlers.all_handlers():
        entry = getattr(handler.callback, "entry", None)
        for pattern in getattr(handler.callback, "patterns", ()):
            yield f"{entry.name}:{pattern}" if entry is not None else pattern


def filled(pattern: str, values: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """The pattern with each of these in the place of its arguments. `values`: by placeholder."""
    longest = max((len(told) for name, told in values.items() if name in pattern), default=1)
    for turn in range(longest):
        parts = [values[p][turn % len(values[p])] if p in values else p for p in pattern.split(":")]
        yield ":".join(parts)


def spoiled(data: str) -> Iterator[str]:
    """Each part emptied, cut, lengthened, left out; one part more."""
    parts = data.split(":")
    for at, part in enumerate(parts[1:], 1):
        for other in ("", part[:-1], part[1:], f"{part}0", f"{part}\x00", f"-{part}", "%", "_", "²", "9" * 25):
            yield ":".join((*parts[:at], other, *parts[at + 1 :]))
        yield ":".join((*parts[:at], *parts[at + 1 :]))
    yield from (f"{data}:", f"{data}:1", f"{parts[0]}:")


def exchanged(all_data: Iterable[str]) -> Iterator[str]:
    """Arguments of one button in another of its family."""
    by_family: dict[str, list[list[str]]] = defaultdict(list)
    for data in sorted(all_data):
        by_family[data.partition(":")[0]].append(data.split(":"))
    for found in by_family.values():
        for one, other in zip(found, found[1:] + found[:1], strict=True):
            for at in range(1, min(len(one), len(other))):
                yield ":".join((*one[:at], other[at], *one[at + 1 :]))


def fits(data: str) -> bool:
    return 0 < len(data.encode()) <= _LONGEST
