"""What stays of an usulan when its proposer is forgotten: a place, words, numbers and choices; no file, no point on the
map that may be a home, no name, no number to call."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from bot.core.forms.digits import TO_CALL
from bot.core.kinds.juga import VOICES

NOBODY = "warga"
_PLACE = ("kecamatan", "desa", "dusun")
_SHORTEST_NAME = 3
_SPOKEN = frozenset({"voice", VOICES})


def nameless(
    answers: Mapping[str, Any], wordings: Mapping[str, str], names: Iterable[str], *, with_words: bool = False
) -> dict[str, Any]:
    """`wordings`: what somebody typed down of a voice, by question; it takes the voice's place where nothing else was
    written. `names` are taken out of the words. With `with_words` only the place is left.
    """
    if with_words:
        return {key: answers[key] for key in _PLACE if key in answers}
    kept = {key: _bare(value) for key, value in answers.items()}
    for key, text in wordings.items():
        if isinstance(kept.get(key), dict) and not kept[key].get("text"):
            kept[key] = {**kept[key], "text": text}
    hidden = [name for name in names if len(name) >= _SHORTEST_NAME]
    return {key: _hide(value, hidden) for key, value in kept.items() if value not in ({}, [], None)}


def without_voice(answers: Mapping[str, Any], question: str, text: str) -> dict[str, Any]:
    """The same answers with the agreed words in the place of the recording."""
    given = answers.get(question)
    if not isinstance(given, dict) or given.keys().isdisjoint(_SPOKEN):
        return dict(answers)
    rest = {key: value for key, value in given.items() if key not in _SPOKEN}
    return {**answers, question: {"text": text, **rest}}


def _bare(value: Any) -> Any:
    """Without files and points."""
    if isinstance(value, Mapping):
        if "file_id" in value or "lat" in value:
            return None
        inner = {key: _bare(part) for key, part in value.items()}
        return {key: part for key, part in inner.items() if part is not None or value[key] is None}
    if isinstance(value, list):
        return [part for part in map(_bare, value) if part is not None]
    return value


def without_numbers(text: str) -> str:
    """Nobody is called by it."""
    return TO_CALL.sub("…", text)


def _hide(value: Any, names: list[str]) -> Any:
    if isinstance(value, Mapping):
        return {key: _hide(part, names) if key in ("text", "caption") else part for key, part in value.items()}
    if not isinstance(value, str):
        return value
    for name in names:
        value = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", NOBODY, value, flags=re.IGNORECASE)
    return without_numbers(value)
