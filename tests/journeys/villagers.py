"""People of a small town: a villager who goes through the form, a facilitator with her code, what they carry."""

import asyncio
import io
import struct
from typing import Any

import av
from PIL import Image

from bot.simulator import Simulator
from bot.simulator.chats import Person
from bot.simulator.story import PATIENCE
from tests.support.town import Town

Json = dict[str, Any]

STORY = "Kalau hujan, jalan ke kebun licin. Sudah tiga tahun. Anak-anak sering jatuh waktu ke sekolah."
HOPE = "Jalannya dirabat, kira-kira 200 meter, dari masjid sampai jembatan."
#: Pattondon Salu in Maiwa, and one of its dusun.
DESA, DUSUN = "73.16.01.2002", "Jambu"


async def consent(place: Town, name: str = "Sitti") -> Person:
    """Somebody who has agreed and is asked for the kecamatan."""
    person = place.simulator.add_person(name)
    await place.simulator.begin(person)
    await place.simulator.wait_for(person, "Setuju?")
    await place.simulator.press(person, "Setuju")
    await place.simulator.wait_for(person, "Di kecamatan mana?")
    return person


async def say(place: Town, person: Person, text: str, then: str) -> Json:
    """Type something and wait for the answer; returns the person's own message."""
    said = await place.simulator.say(person, text)
    await place.simulator.wait_for(person, then)
    return said


async def press(place: Town, person: Person, button: str, then: str) -> Json:
    await place.simulator.press(person, button)
    return await place.simulator.wait_for(person, then)


async def name_place(place: Town, person: Person) -> None:
    await say(place, person, "Maiwa", "apa di Kecamatan Maiwa?")
    await say(place, person, "Pattondon Salu", "mana di Desa Pattondon Salu?")
    await say(place, person, DUSUN, "ceritakan masalahnya")


async def tell(place: Town, person: Person, story: str = STORY, hope: str = HOPE) -> tuple[Json, Json]:
    """Both messages that told it; the form goes on to what may be left out."""
    told = await say(place, person, story, "harapkan dikerjakan")
    hoped = await say(place, person, hope, "Ada foto tempatnya?")
    return told, hoped


async def finish(place: Town, person: Person) -> Json:
    """From the first question that may be left out to the receipt."""
    await press(place, person, "Cukup", "Kami catat begini")
    return await press(place, person, "Kirim", "Nomornya")


async def propose(place: Town, person: Person, story: str = STORY, hope: str = HOPE) -> tuple[Json, Json]:
    """A whole usulan of somebody who has just agreed."""
    await name_place(place, person)
    told = await tell(place, person, story, hope)
    await finish(place, person)
    return told


async def facilitator(place: Town, name: str = "Bu Ratna", role: str = "fasilitator_desa", scope: str = DESA) -> Person:
    """Somebody with a role, taken up by the link of an invitation."""
    person = place.simulator.add_person(name)
    await place.simulator.begin(person, await place.code_for(role, scope))
    await place.simulator.wait_for(person, "tercatat sebagai")
    return person


def toasts(simulator: Simulator, person: Person) -> list[str]:
    """Short answers to button presses that this person saw, oldest first; empty ones too."""
    return [e["text"] for e in simulator.stage.feed.since(0) if e["type"] == "toast" and e["person"] == person.id]


async def toast(place: Town, person: Person, words: str) -> None:
    """Wait until the newest short answer says this."""
    async with asyncio.timeout(PATIENCE):
        while not any(words in text for text in toasts(place.simulator, person)[-1:]):
            await place.simulator.stage.feed.wait_beyond(place.simulator.stage.feed.count)


def photo(width: int = 60, height: int = 40, colour: str = "olive") -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (width, height), colour).save(out, "JPEG")
    return out.getvalue()


def photo_with_a_place(width: int, height: int) -> bytes:
    """A JPEG as a telephone makes it: it says where and when it was taken, and which way up it is."""
    exif = Image.Exif()
    exif[0x010F] = "Telepon Sitti"
    exif[0x0112] = 6  # turned by a quarter
    exif.get_ifd(0x8825).update({1: "S", 2: (3.0, 33.0, 47.0), 3: "E", 4: (119.0, 46.0, 12.0)})
    out = io.BytesIO()
    Image.new("RGB", (width, height), "olive").save(out, "JPEG", exif=exif)
    return out.getvalue()


def recording(seconds: float = 2.0) -> bytes:
    """A voice note: Ogg/Opus, as Telegram keeps it."""
    rate, out = 48_000, io.BytesIO()
    with av.open(out, "w", format="ogg") as target:
        stream = target.add_stream("libopus", rate=rate, layout="mono")
        frame = av.AudioFrame(format="s16", layout="mono", samples=int(rate * seconds))
        frame.sample_rate = rate
        frame.planes[0].update(struct.pack("<h", 700) * frame.samples)
        for packet in [*stream.encode(frame), *stream.encode(None)]:
            target.mux(packet)
    return out.getvalue()
