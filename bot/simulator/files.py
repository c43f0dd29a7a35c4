"""Files people and the bot have sent: kept by file_id, downloadable for an hour after getFile."""

import hashlib
import secrets
from dataclasses import dataclass
from typing import Any

from bot.simulator.clock import Clock

LINK_LIVES = 3600
"""Seconds a download link works, by the civil clock."""


@dataclass(frozen=True)
class StoredFile:
    file_id: str
    unique_id: str
    """The same for the same bytes, whoever sent them; a file_id is not."""
    content: bytes
    mime: str
    folder: str
    name: str

    @property
    def size(self) -> int:
        return len(self.content)


PREFIX = {"photos": "AgACAgUAAxkBAA", "voice": "AwACAgUAAxkBAA", "documents": "BQACAgUAAxkBAA"}


class Files:
    """Every file by its id, and the links given out."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._files: dict[str, StoredFile] = {}
        self.contents: dict[str, tuple[str, Any]] = {}
        """file_id -> the message part it came as, for example ("voice", {…}), to send it again by its id."""
        self._links: dict[str, tuple[str, float]] = {}

    def store(self, content: bytes, mime: str, folder: str, name: str) -> StoredFile:
        file_id = PREFIX[folder] + secrets.token_urlsafe(24)
        unique = "AQAD" + hashlib.sha256(content).hexdigest()[:12]
        stored = StoredFile(file_id, unique, content, mime, folder, name)
        self._files[file_id] = stored
        return stored

    def find(self, file_id: str) -> StoredFile | None:
        return self._files.get(file_id)

    def link(self, stored: StoredFile) -> str:
        """A path for downloading, good for `LINK_LIVES` seconds."""
        suffix = stored.name.rpartition(".")[2][:8] if "." in stored.name else "bin"
        path = f"{stored.folder}/file_{len(self._links)}.{suffix}"
        self._links[path] = (stored.file_id, self._clock.timestamp())
        return path

    def follow(self, path: str) -> StoredFile | None:
        """The file behind a path; None when the link is unknown or too old."""
        file_id, given_at = self._links.get(path, ("", 0.0))
        fresh = self._clock.timestamp() - given_at <= LINK_LIVES
        return self._files.get(file_id) if fresh else None
