"""Cross-checks between answers, one file each, named by content. What one finds is told, it never blocks.

Each file has `finds(*values) -> bool`; it gets the values of the questions the content names, in that order.
"""

from collections.abc import Callable
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Any, cast

Finds = Callable[..., bool]


@cache
def names() -> frozenset[str]:
    return frozenset(module.name for module in iter_modules(__path__))


@cache
def find(name: str) -> Finds:
    """The check of this name; KeyError when there is no such file."""
    if name not in names():
        raise KeyError(name)
    module: Any = import_module(f"{__name__}.{name}")
    return cast("Finds", module.finds)
