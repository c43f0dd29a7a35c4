"""The lists of spellings: what the program itself says is there, and no word stands in two that exclude each other."""

from collections.abc import Mapping
from dataclasses import Field, fields
from typing import Any

from bot.catalog.draft import Draft
from bot.catalog.needed import Needed
from bot.catalog.spellings import NAMES, PARTS, key_of, keys_of, lists_of
from bot.core.spelt import Spellings

#: Lists of one file that exclude each other; all of them, where a file is not named here.
_APART: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "common": (
        (
            "noise",
            "about",
            "more",
            "less",
            "above",
            "below",
            "upward",
            "downward",
            "between",
            "stop",
            "vague",
            "all",
            "unknown",
            "range",
            "choice",
            "sep",
        ),
    ),
    "days": (("weekdays",), ("months",), ("near",), ("ahead", "ago"), ("about", "bound", "vague", "stop", "unknown")),
    "hours": (("parts",), ("prayers",), ("before", "after"), ("past", "short_of")),
    "places": (("rt", "rw", "area", "noise", "stop"),),
    "stories": (("since", "already"), ("groups",)),
    "choices": (("noise", "join", "yet", "no", "stop", "able", "doubt", "when", "all", "more"),),
    "guests": (("elements",), ("hindrances",), ("woman", "man"), ("female", "male")),
}
#: Beside these lists a number is read before a word, so that a word for a number would never be found in them.
_BESIDE_NUMBERS = ("common", "people", "units", "sizes", "money")

Lists = list[tuple[Field[Any], str, Spellings]]


def judge(draft: Draft, _needed: Needed) -> None:
    told = {part: list(lists_of(part, draft.spellings.get(NAMES[part], {}))) for part in PARTS}
    for part, lists in told.items():
        everything = (tuple(each.name for each in fields(PARTS[part])),)
        for group in _APART.get(part, everything):
            _judge_apart(draft, part, [each for each in lists if each[0].name in group])
        if draft.spellings.get(NAMES[part]):
            _judge_needed(draft, part, {(each.name, entry) for each, entry, _ in lists})
    numbers = {word for each, _, words in told["numbers"] if each.name in ("digits", "parts") for word in words}
    for part in _BESIDE_NUMBERS:
        for each, entry, words in told[part]:
            _report(draft, part, _key(each, entry), [word for word in words if word in numbers], "angka.toml")


def _judge_apart(draft: Draft, part: str, lists: Lists) -> None:
    owner: dict[str, str] = {}
    for each, entry, words in lists:
        key = _key(each, entry)
        for word in dict.fromkeys(words):
            if owner.setdefault(word, key) != key:
                _report(draft, part, key, [word], owner[word])


def _judge_needed(draft: Draft, part: str, there: set[tuple[str, str]]) -> None:
    """Where editors may add entries, those that the program itself says have to stay."""
    for each in fields(PARTS[part]):
        keys = keys_of(each)
        for entry in keys.keys if keys and keys.more else ():
            if (each.name, entry) not in there:
                draft.report(NAMES[part], _key(each, entry), "Bagian ini wajib ada.")


def _report(draft: Draft, part: str, key: str, words: list[str], owner: str) -> None:
    for word in words:
        draft.report(NAMES[part], key, f"Kata “{word}” sudah dipakai untuk {owner}.")


def _key(each: Field[Any], entry: str) -> str:
    return f"{key_of(each)}.{entry}" if entry else key_of(each)
