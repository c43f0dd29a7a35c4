"""Kinds of answer, one file each: a file in this folder is a kind, and its name is the kind's name."""

from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

from bot.core.forms.questions import Kind, NoParams

_TRAITS = (
    "TELLS",
    "TAKES",
    "FREE",
    "VERBATIM",
    "SPOKEN",
    "GATHERS",
    "KEYBOARD",
    "TOGGLES",
    "KEPT_AS",
    "STAYS",
    "STORY",
    "REST",
    "AGREES",
    "LEFT_OPEN",
)
_OPTIONAL = ("holds", "show", "offers", "line", "asked", "told", "beside", "claims", "instead", "ahead", *_TRAITS)


@cache
def names() -> frozenset[str]:
    return frozenset(module.name for module in iter_modules(__path__))


@cache
def find(name: str) -> Kind:
    """The kind of this name; KeyError when there is no such file."""
    if name not in names():
        raise KeyError(name)
    module: Any = import_module(f"{__name__}.{name}")
    more = {part.lower(): getattr(module, part) for part in _OPTIONAL if hasattr(module, part)}
    return Kind(module.read, getattr(module, "Params", NoParams), **more)
