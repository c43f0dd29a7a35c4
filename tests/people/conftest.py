"""A town in which somebody walks the whole way and is then to be forgotten."""

import io
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from bot.simulator.chats import Person
from tests.support.sentences import says, words
from tests.support.town import Town, town

DESA = "73.16.01.2002"
STORY = "Mata air jauh, 23 rumah ambil air jalan kaki, lebih satu jam pulang pergi."
HOPE = "Dibuatkan bak air di tengah dusun."


@pytest.fixture
async def place(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Town]:
    async with town(sqlite_url, tmp_path) as one:
        yield one


@pytest.fixture
async def either_place(database_url: str, tmp_path: Path) -> AsyncIterator[Town]:
    """The same on each kind of database."""
    async with town(database_url, tmp_path) as one:
        yield one


def photo(colour: tuple[int, int, int] = (90, 140, 200)) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (320, 240), colour).save(out, "JPEG")
    return out.getvalue()


async def agree(place: Town, person: Person) -> None:
    await place.start_chat(person, says("izin"))
    await place.press(person, words("tombol_setuju"), "kecamatan")


async def tell_place(place: Town, person: Person, after: str = "ceritakan") -> None:
    """From the first question to the one that follows the place."""
    simulator = place.simulator
    for answer, said in (("Maiwa", "Desa atau kelurahan"), ("Pattondon Salu", "Dusun"), ("Jambu", after)):
        await simulator.press(person, answer)
        await simulator.wait_for(person, said)


async def finish(place: Town, person: Person) -> str:
    """From the hope to the receipt; returns what it says."""
    simulator = place.simulator
    await simulator.say(person, HOPE)
    for _ in range(12):
        shown = await simulator.wait_for(person, lambda message: "reply_markup" in message)
        labels = [button["text"] for row in shown["reply_markup"].get("inline_keyboard", ()) for button in row]
        wanted = next(
            (
                label
                for label in (words("tombol.kirim"), words("tombol.cukup"), "Baik", words("tombol.lewati"))
                if label in labels
            ),
            None,
        )
        assert wanted is not None, labels
        await simulator.press(person, wanted)
        if wanted == words("tombol.kirim"):
            break
    receipts = (says("tanda_terima"), says("suara_terima_langsung"), says("suara_terima_dibawa"))  # own, others'
    receipt = await simulator.wait_for(person, lambda message: any(one(message) for one in receipts))
    return str(receipt["text"])


async def bring(place: Town, person: Person) -> str:
    """A whole usulan, from the first word to the receipt."""
    await agree(place, person)
    await tell_place(place, person)
    await place.ask(person, STORY, "harapkan")
    return await finish(place, person)


def offers(label: str) -> Callable[[Any], bool]:
    """Tells a message that carries a button with this label."""
    return lambda message: label in str(message.get("reply_markup"))


async def read(place: Town, facilitator: Person, number: str = "Maiwa 1") -> None:
    """A facilitator opens an usulan and says that they have read it."""
    simulator = place.simulator
    await simulator.say(facilitator, "/periksa")
    await simulator.wait_for(facilitator, offers(words("tombol_baca", nomor=number)))
    await simulator.press(facilitator, words("tombol_baca", nomor=number))
    await simulator.wait_for(facilitator, offers(words("tombol_sudah_baca")))
    await simulator.press(facilitator, words("tombol_sudah_baca"))
    await place.until("SELECT count(*) FROM usulan WHERE read_at IS NOT NULL", 1)
