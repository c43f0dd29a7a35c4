"""Turning bytes into the part of a message that shows them: photo, voice, document. Photos are kept as Telegram does,
as JPEG without EXIF in a few sizes; voices as Opus in an Ogg (a browser records the same Opus in a WebM: it is
re-wrapped)."""

import asyncio
import io
import mimetypes
from dataclasses import dataclass
from typing import Any

from PIL import Image, ImageOps

from bot.simulator.files import Files, StoredFile
from bot.simulator.protocol import Json
from bot.simulator.refusals import PageRefusal

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


SIDES = (90, 320, 800, 1280)
"""Pixels of the longer side of each size Telegram makes; none is made larger than the photo."""

HIGHEST_SUM = 10_000
STEEPEST = 20
"""Telegram refuses photos whose sides add up to more, or whose ratio is more."""


@dataclass(frozen=True)
class Size:
    width: int
    height: int
    content: bytes


class BadPicture(Exception):
    """The bytes are no picture Telegram would take; the text is Telegram's code for it."""


def make_sizes(content: bytes) -> list[Size]:
    """All sizes, the smallest first. Raises BadPicture."""
    picture = _open(content)
    longest = max(picture.size)
    sides = [side for side in SIDES if side < longest] + [min(longest, SIDES[-1])]
    return [_scale(picture, side) for side in sorted(set(sides))]


def _open(content: bytes) -> Image.Image:
    try:
        with Image.open(io.BytesIO(content)) as opened:
            width, height = opened.size
            if width + height > HIGHEST_SUM or max(width, height) > STEEPEST * min(width, height):
                raise BadPicture("PHOTO_INVALID_DIMENSIONS")
            return ImageOps.exif_transpose(opened).convert("RGB")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        raise BadPicture("IMAGE_PROCESS_FAILED") from None


def _scale(picture: Image.Image, side: int) -> Size:
    scaled = picture.copy()
    scaled.thumbnail((side, side))
    out = io.BytesIO()
    scaled.save(out, "JPEG", quality=85)
    return Size(scaled.width, scaled.height, out.getvalue())


RATE = 48_000
"""Samples a second; Opus knows no other."""


@dataclass(frozen=True)
class Sound:
    content: bytes
    seconds: int


def to_voice(content: bytes) -> Sound:
    """Ogg/Opus of any recording. Raises PageRefusal for what is no sound, or where PyAV is not installed."""
    av = _codecs()
    try:
        with av.open(io.BytesIO(content)) as source:
            stream = source.streams.audio[0]
            if stream.codec_context.name not in {"opus", "libopus"}:
                return _transcode(av, source, stream)
            wrapped = _rewrap(av, source, stream)
            return Sound(content, wrapped.seconds) if "ogg" in source.format.name else wrapped
    except (av.error.FFmpegError, IndexError):
        raise PageRefusal("Rekaman ini tidak dapat dibaca.") from None


def seconds_of(content: bytes) -> int:
    """Length of a sound or video; 0 when it cannot be told."""
    try:
        av = _codecs()
    except PageRefusal:
        return 0
    try:
        with av.open(io.BytesIO(content)) as source:
            return round((source.duration or 0) / 1_000_000)
    except av.error.FFmpegError:
        return 0


def _codecs() -> Any:
    try:
        import av
        import av.error
    except ImportError:
        raise PageRefusal("Suara butuh paket `av`; pasang dulu kelompok `demo`.") from None
    return av


def _rewrap(av: Any, source: Any, stream: Any) -> Sound:
    out = io.BytesIO()
    ends = 0.0
    with av.open(out, "w", format="ogg") as target:
        copied = target.add_stream_from_template(stream)
        for packet in source.demux(stream):
            if packet.dts is None:
                continue
            ends = max(ends, float((packet.pts + (packet.duration or 0)) * packet.time_base))
            packet.stream = copied
            target.mux(packet)
    return Sound(out.getvalue(), max(1, round(ends)))


def _transcode(av: Any, source: Any, stream: Any) -> Sound:
    out = io.BytesIO()
    samples = 0
    resampler = av.AudioResampler(format="s16", layout="mono", rate=RATE)
    with av.open(out, "w", format="ogg") as target:
        encoded = target.add_stream("libopus", rate=RATE, layout="mono")
        for frame in [*source.decode(stream), None]:
            for piece in resampler.resample(frame):
                samples += piece.samples
                target.mux(encoded.encode(piece))
        target.mux(encoded.encode(None))
    return Sound(out.getvalue(), max(1, round(samples / RATE)))
