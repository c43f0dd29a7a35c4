"""Files people might send, made on the spot."""

import io
import math
import struct
import wave

from PIL import Image
from playwright.async_api import FilePayload


def photo(name: str = "mata-air.jpg", colour: tuple[int, int, int] = (90, 140, 200)) -> FilePayload:
    out = io.BytesIO()
    Image.new("RGB", (1200, 900), colour).save(out, "JPEG")
    return FilePayload(name=name, mimeType="image/jpeg", buffer=out.getvalue())


def recording(seconds: float = 2.0) -> FilePayload:
    """A hum as WAV, as a recorder app on a phone might leave it."""
    out = io.BytesIO()
    with wave.open(out, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(16_000)
        beats = range(int(16_000 * seconds))
        file.writeframes(b"".join(struct.pack("<h", int(9000 * math.sin(beat / 12))) for beat in beats))
    return FilePayload(name="cerita.wav", mimeType="audio/wav", buffer=out.getvalue())


def letter() -> FilePayload:
    return FilePayload(name="surat.pdf", mimeType="application/pdf", buffer=b"%PDF-1.4 surat")
