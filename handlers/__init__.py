"""Telegram in: one file per command or journey. Each module says in HANDLERS what it answers, and in LAST_HANDLERS
what it takes when nobody else did; nothing else has to be registered."""

import importlib
import pkgutil
from collections.abc import Iterator
from typing import Any

from telegram.ext import BaseHandler


def all_handlers() -> Iterator[BaseHandler[Any, Any, Any]]:
    """Every handler of every module in this folder, in the order in which they are asked."""
    modules = [importlib.import_module(f"{__name__}.{found.name}") for found in pkgutil.iter_modules(__path__)]
    for wanted in ("HANDLERS", "LAST_HANDLERS"):
        for module in modules:
            yield from getattr(module, wanted, ())
