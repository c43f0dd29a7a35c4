"""Named conditions by which an audience is narrowed. A file each: `where(person, today)` gives what is asked of
`person`, the column of their ids; the file's name is what content calls it."""

from collections.abc import Callable
from datetime import date
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

Where = Callable[[Any, date], Any]

#: By name.
CONDITIONS: dict[str, Where] = {
    found.name: import_module(f"{__name__}.{found.name}").where for found in iter_modules(__path__)
}
