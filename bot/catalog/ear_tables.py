"""Tables of words as the files of the ear hold them, read strictly: a list of words under every key."""

from collections.abc import Mapping
from typing import Any


def lists_of(told: Mapping[str, Any], *keys: str) -> tuple[tuple[str, ...], ...]:
    return tuple(words_of(told[key], key) for key in keys)


def by_act(told: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    return {act: words_of(patterns, act) for act, patterns in told.items()}


def words_of(told: Any, key: str) -> tuple[str, ...]:
    if not isinstance(told, list) or not all(isinstance(word, str) and word.strip() for word in told):
        raise TypeError(key)
    return tuple(told)


def joined(first: Mapping[str, Any], then: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    told, more = by_act(first), by_act(then)
    return {act: (*told.get(act, ()), *more.get(act, ())) for act in {**told, **more}}
