"""The real content, loaded once a test process."""

from functools import cache
from pathlib import Path

from bot.catalog import Catalog, load

CONTENT = Path("content").resolve()


@cache
def catalog_of(kabupaten: str = "73.16") -> Catalog:
    return load(CONTENT, kabupaten)
