"""The files of `content/kata/` in which editors keep how people spell things; the core itself tells their shape."""

from collections.abc import Iterator, Mapping
from dataclasses import Field as CoreField
from dataclasses import fields
from typing import Any

from pydantic_core import SchemaValidator, core_schema

from bot.core import spelt
from bot.core import vocabulary as core

FOLDER = "kata"
Told = Mapping[str, Any]  # a file: lists, and tables of lists, by the names that editors use
_WORD = core_schema.str_schema(pattern=r"\S", max_length=60, strict=True)
_UNIT = core_schema.str_schema(pattern=r"^[A-Za-z0-9²³ -]{1,20}$", strict=True)
_LIST = core_schema.list_schema(_WORD, min_length=1, strict=True)


def key_of(each: CoreField[Any]) -> str:
    """How editors call a list, or the file of a part of the vocabulary."""
    return str(each.metadata.get("key", each.name))


class Shape:
    """What one file may contain. Written as pydantic keeps it: ten models of a hundred lists take longer to make than
    all of them to read."""

    def __init__(self, part: str) -> None:
        told = {key_of(each): core_schema.typed_dict_field(_schema(each)) for each in fields(PARTS[part])}
        self.schema = core_schema.typed_dict_schema(told, extra_behavior="forbid", strict=True)
        self._validator = SchemaValidator(self.schema)

    def validate(self, told: Told) -> Told:
        """Raises ValidationError, as a model does."""
        judged: Told = self._validator.validate_python(told)
        return judged


def readable(told: Told) -> Told:
    """What of a file with mistakes can be judged: its lists of words."""
    lists = {key: value for key, value in told.items() if _is_list(value)}
    tables = {key: readable(value) for key, value in told.items() if isinstance(value, dict)}
    return {**lists, **tables}


def _is_list(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(word, str) for word in value)


def _schema(each: CoreField[Any]) -> core_schema.CoreSchema:
    keys = keys_of(each)
    if keys is None:
        return _LIST
    if keys.more:
        return core_schema.dict_schema(_UNIT, _LIST, strict=True)
    entries = {key: core_schema.typed_dict_field(_LIST) for key in keys.keys}
    return core_schema.typed_dict_schema(entries, extra_behavior="forbid", strict=True)


def keys_of(each: CoreField[Any]) -> spelt.Keys | None:
    """None for a field that is one list."""
    return next((told for told in getattr(each.type, "__metadata__", ())), None)


_OWN = [each for each in fields(core.Vocabulary) if "key" in each.metadata]
PARTS: Mapping[str, Any] = {each.name: each.type for each in _OWN}
#: The file of each part.
NAMES = {each.name: f"{FOLDER}/{key_of(each)}.toml" for each in _OWN}
FILES = {file: Shape(part) for part, file in NAMES.items()}


def lists_of(part: str, told: Told) -> Iterator[tuple[CoreField[Any], str, spelt.Spellings]]:
    """(field, entry, spellings); the entry is empty where the field is one list."""
    for each in fields(PARTS[part]):
        value = told.get(key_of(each), [])
        for entry, words in value.items() if isinstance(value, dict) else [("", value)]:
            yield each, entry, tuple(" ".join(word.lower().split()) for word in words)


def compile_vocabulary(files: Mapping[str, Told]) -> core.Vocabulary:
    return core.Vocabulary(**{part: _compile(part, files[file]) for part, file in NAMES.items()})


def _compile(part: str, told: Told) -> Any:
    made: dict[str, Any] = {}
    for each, entry, words in lists_of(part, told):
        if entry:
            made.setdefault(each.name, {})[entry] = words
        else:
            made[each.name] = words
    return PARTS[part](**made)


def all_lists(words: core.Vocabulary) -> Iterator[tuple[str, str, spelt.Spellings]]:
    """(file, key, spellings) of everything that is understood, as editors call it."""
    for part, told_as in PARTS.items():
        for each in fields(told_as):
            value = getattr(getattr(words, part), each.name)
            for entry, told in value.items() if isinstance(value, dict) else [("", value)]:
                yield NAMES[part], f"{key_of(each)}.{entry}".rstrip("."), told
