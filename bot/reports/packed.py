"""Rows that came compressed, a line of text for some hundred of them."""

import json
import zlib
from base64 import b64decode
from collections.abc import Iterable, Iterator
from typing import Any


def rows_in(packed: Iterable[str]) -> Iterator[list[Any]]:
    for line in packed:
        yield from json.loads(zlib.decompress(b64decode(line)))
