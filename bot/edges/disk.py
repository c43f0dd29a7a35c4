"""Can a folder be written? Found out by writing: rights, a full disk and one that may only be read look alike."""

import os
import secrets
from pathlib import Path

#: Enough that a disk without room shows, little enough that nobody notices.
_PROBE = b"\0" * 64 * 1024


class OwnDisk(OSError):
    """What was fetched cannot be kept here; that is nobody's fault but this machine's."""


def try_to_write(folder: Path) -> None:
    """Make the folder where it is missing, write there and remove it again. Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    probe = folder / f".{secrets.token_hex(6)}.part"
    try:
        with probe.open("wb") as out:
            out.write(_PROBE)
            out.flush()
            os.fsync(out.fileno())
    finally:
        probe.unlink(missing_ok=True)
