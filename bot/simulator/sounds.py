"""Voice as Telegram stores it: Opus in an Ogg. A browser records the same Opus in a WebM, so it is only re-wrapped."""

import io
from dataclasses import dataclass
from typing import Any

from bot.simulator.refusals import PageRefusal

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
