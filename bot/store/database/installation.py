"""Which database belongs to which media folder: both bear the same mark, so that an empty or another database is not
taken for ours without a word."""

import secrets
from contextlib import suppress
from pathlib import Path

from bot.store.database import facts
from bot.store.database.database import Connection

_FACT = "installation"


class NotOurs(Exception):
    """The media folder belongs to another database than this one; `is_empty`: this one has never been used."""

    def __init__(self, *, is_empty: bool) -> None:
        super().__init__(is_empty)
        self.is_empty = is_empty


def mark_in(media: Path) -> Path:
    """Beside the folder, not inside, since a backup's media replace what is there."""
    return media.parent / "pemasangan.txt"


def marked(media: Path) -> str | None:
    try:
        return mark_in(media).read_text(encoding="ascii", errors="replace").strip() or None
    except OSError:
        return None


async def compare(connection: Connection, media: Path) -> None:
    """Raises NotOurs. A folder without mark belongs to whoever comes."""
    known = marked(media)
    own = await facts.read(connection, _FACT)
    if known is not None and own != known:
        raise NotOurs(is_empty=own is None)


async def belong_together(connection: Connection, media: Path) -> None:
    """Give both the mark of the database, which gets one when it has none."""
    own = await facts.keep_first(connection, _FACT, secrets.token_hex(8))
    if marked(media) != own:
        with suppress(OSError):  # a folder that may not be written: then nothing is compared
            mark_in(media).write_text(f"{own}\n", encoding="ascii")
