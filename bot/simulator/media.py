"""Turning bytes into the part of a message that shows them: photo, voice, document."""

import asyncio
import mimetypes
from typing import Any

from bot.simulator.files import Files, StoredFile
from bot.simulator.pictures import make_sizes
from bot.simulator.protocol import Json
from bot.simulator.sounds import seconds_of, to_voice

KINDS = ("photo", "voice", "document")


async def take_in(files: Files, kind: str, content: bytes, name: str, mime: str, from_person: bool) -> Any:
    """Store bytes and return what a message carries under `kind`. Raises BadPicture, PageRefusal.

    A person's phone re-wraps a recording before it leaves; what a bot uploads is kept as it is.
    """
    if kind == "photo":
        return await _photo(files, content)
    if kind == "voice" and from_person:
        sound = await asyncio.to_thread(to_voice, content)
        return _voice(files, sound.content, "audio/ogg", sound.seconds)
    if kind == "voice":
        seconds = await asyncio.to_thread(seconds_of, content)
        return _voice(files, content, mime or "audio/ogg", seconds)
    mime = mime or mimetypes.guess_type(name)[0] or "application/octet-stream"
    stored = files.store(content, mime, "documents", name)
    return _remember(files, kind, stored, {"mime_type": mime, "file_name": name})


async def _photo(files: Files, content: bytes) -> list[Json]:
    sizes = await asyncio.to_thread(make_sizes, content)
    stored = [files.store(size.content, "image/jpeg", "photos", "photo.jpg") for size in sizes]
    shown = [
        describe(file) | {"width": size.width, "height": size.height} for file, size in zip(stored, sizes, strict=True)
    ]
    for file in stored:
        files.contents[file.file_id] = ("photo", shown)
    return shown


def _voice(files: Files, content: bytes, mime: str, seconds: int) -> Json:
    stored = files.store(content, mime, "voice", "voice.oga")
    return _remember(files, "voice", stored, {"duration": seconds, "mime_type": mime})


def _remember(files: Files, kind: str, stored: StoredFile, shown: Json) -> Json:
    part = describe(stored) | shown
    files.contents[stored.file_id] = (kind, part)
    return part


def describe(stored: StoredFile) -> Json:
    return {"file_id": stored.file_id, "file_unique_id": stored.unique_id, "file_size": stored.size}
