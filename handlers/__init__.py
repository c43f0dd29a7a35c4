"""Telegram in: one file per command or journey. Each module says in `handlers()` what it answers, and in
`last_handlers()` what it takes when nobody else did; nothing else has to be registered."""

import importlib
import pkgutil
from collections.abc import Iterator
from typing import Any

from telegram.ext import BaseHandler


def all_handlers() -> Iterator[BaseHandler[Any, Any, Any]]:
    """Every handler of every module in this folder, in the order in which they are asked."""
    modules = [importlib.import_module(f"{__name__}.{found.name}") for found in pkgutil.iter_modules(__path__)]
    for wanted in ("handlers", "last_handlers"):
        for module in modules:
            if hasattr(module, wanted):
                yield from getattr(module, wanted)()
