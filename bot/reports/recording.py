"""A recording of the office's own, as it lies in the content folder."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from bot.reports import Made


def make(args: Mapping[str, Any]) -> Made:
    """`path`: an Ogg file. Raises OSError when it is not there any more."""
    path = Path(args["path"])
    return Made(path.name, "audio/ogg", path.read_bytes())
