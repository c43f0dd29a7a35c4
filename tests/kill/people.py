"""Invented people who bring an usulan, each in their own way; they go on where they were when the bot comes back."""

import io
import math
import struct
import wave
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

from PIL import Image

from bot.simulator.chats import Person
from tests.support.sentences import says, words
from tests.support.simulator import Simulator

#: Seconds a person waits for an answer; a kill and a new start lie in between.
PATIENCE = 60.0

Cue = Callable[[dict[str, Any]], bool]
Act = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """What somebody does at once, without waiting in between, and what they wait for then."""

    acts: tuple[Act, ...]
    then: Cue


def _do(*acts: Act, then: Cue) -> Step:
    return Step(acts, then)


def asks(question: str) -> Cue:
    """A message whose buttons belong to this question."""
    return lambda message: any(b.get("callback_data", "").split(":")[2:3] == [question] for b in _buttons(message))


def _buttons(message: dict[str, Any]) -> list[dict[str, Any]]:
    return [button for row in message.get("reply_markup", {}).get("inline_keyboard", []) for button in row]


def _offers(label: str) -> Cue:
    """A message with this button."""
    return lambda message: any(button["text"] == label for button in _buttons(message))


def has_receipt(message: dict[str, Any]) -> bool:
    return message.get("text", "") in says("tanda_terima")


_OPENING = (
    _do(("begin",), then=_offers(words("tombol_setuju"))),
    _do(("press", words("tombol_setuju")), then=asks("kecamatan")),
)
_TYPED_PLACE = (
    _do(("say", "Maiwa"), then=asks("desa")),
    _do(("say", "Salodua"), then=asks("dusun")),
    _do(("say", "Bola Padang"), then=asks("cerita")),
)
_PRESSED_PLACE = (
    _do(("press", "Baraka"), then=asks("desa")),
    _do(("press", "Janggurara"), then=asks("dusun")),
    _do(("say", "Lura"), then=_offers(words("tombol.pakai_nama"))),
    _do(("press", words("tombol.pakai_nama")), then=asks("cerita")),
)
_PLACE_IN_ONE_BREATH = (_do(("say", "Maiwa"), ("say", "Tuncung"), ("say", "Paraja"), then=asks("cerita")),)
_STORY = _do(("say", "Kalau hujan jalan ke kebun licin, sudah tiga tahun begitu."), then=asks("harapan"))
_HOPE = _do(("say", "Jalannya dirabat, kira-kira 200 meter."), then=asks("foto"))
_CLOSING = (
    _do(("press", words("tombol.cukup")), then=asks("~tinjau")),
    _do(("press", words("tombol.kirim")), then=has_receipt),
)

#: Who there is, and how each of them goes through the form.
WAYS: dict[str, tuple[Step, ...]] = {
    "Sitti": (*_OPENING, *_TYPED_PLACE, _STORY, _HOPE, *_CLOSING),
    "Rahman": (*_OPENING, *_PRESSED_PLACE, _STORY, _HOPE, *_CLOSING),
    "Hasnah": (*_OPENING, *_PLACE_IN_ONE_BREATH, _STORY, _HOPE, *_CLOSING),
    "Daeng": (*_OPENING, *_TYPED_PLACE, _do(("voice",), then=asks("harapan")), _HOPE, *_CLOSING),
    "Nurdin": (
        *_OPENING,
        *_PRESSED_PLACE,
        _STORY,
        _HOPE,
        _do(("photo",), then=asks("kategori")),
        *_CLOSING,
    ),
    "Ramlah": (*_OPENING, *_TYPED_PLACE, _do(*_STORY.acts, *_HOPE.acts, then=asks("foto")), *_CLOSING),
    "Baso": (
        *_OPENING,
        *_TYPED_PLACE,
        _STORY,
        _do(("press", words("tombol.kembali")), then=asks("cerita")),
        _do(("say", "Jembatan bambu di dusun kami sudah lapuk dan goyang."), then=asks("harapan")),
        _HOPE,
        *_CLOSING,
    ),
    "Tenri": (
        *_OPENING,
        *_PLACE_IN_ONE_BREATH,
        _STORY,
        _do(("edit", "Kalau hujan jalan ke sekolah licin, sudah lima tahun begitu."), then=asks("harapan")),
        _HOPE,
        *_CLOSING,
    ),
}

#: Somebody who puts the phone away in the middle.
LEAVING = (*_OPENING, *_TYPED_PLACE)


@cache
def picture() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (320, 240), (90, 140, 200)).save(out, "JPEG")
    return out.getvalue()


@cache
def hum() -> bytes:
    """Three seconds of sound as WAV: less is taken for a slip of the finger."""
    out = io.BytesIO()
    with wave.open(out, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(16_000)
        file.writeframes(b"".join(struct.pack("<h", int(9000 * math.sin(beat / 12))) for beat in range(48_000)))
    return out.getvalue()


async def live(simulator: Simulator, person: Person, steps: tuple[Step, ...]) -> None:
    """Go through the steps; TimeoutError when an answer does not come."""
    for step in steps:
        for what, *said in step.acts:
            await _ACTS[what](simulator, person, *said)
        await simulator.wait_for(person, step.then, timeout=PATIENCE)


async def _edit(simulator: Simulator, person: Person, text: str) -> None:
    """Change one's own last message."""
    own = [message for message in simulator.messages(person) if not message["outgoing"]]
    await simulator.edit(person, own[-1]["message_id"], text)


_ACTS: dict[str, Callable[..., Any]] = {
    "begin": Simulator.begin,
    "say": Simulator.say,
    "press": Simulator.press,
    "voice": lambda simulator, person: simulator.voice(person, hum()),
    "photo": lambda simulator, person: simulator.photo(person, picture()),
    "edit": _edit,
}
