"""The real content, loaded once a test process."""

import gc
from functools import cache
from pathlib import Path

from bot.catalog import Catalog, load

CONTENT = Path("content").resolve()


@cache
def catalog_of(kabupaten: str = "73.16") -> Catalog:
    catalog = load(CONTENT, kabupaten)
    gc.freeze()  # it stays: nobody looks for garbage in it
    return catalog
