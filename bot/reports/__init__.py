"""Pictures, sheets and pages that are made just before they are sent, and kept nowhere.

A letter in the outbox carries `{"report": name, "args": {...}}` in the place of a file; the args hold all that is to be
read, so that a report needs neither the database nor the content. Pictures that it is made of are named beside them, by
where they are kept, and stand among the args as bytes when it is made.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import Any


@dataclass(frozen=True, slots=True)
class Made:
    """A finished file, as Telegram wants it."""

    filename: str
    mime: str
    content: bytes


def make(name: str, args: Mapping[str, Any]) -> Made:
    """Make the report `name`: the module of that name in this folder and its `make`. Blocking: call in a thread.

    Raises LookupError for a name that is no report.
    """
    if not name.isidentifier():
        raise LookupError(name)
    try:
        module = import_module(f"{__name__}.{name}")
    except ModuleNotFoundError:
        raise LookupError(name) from None
    if not hasattr(module, "make"):
        raise LookupError(name)
    made: Made = module.make(args)
    return made
