"""People of a small town: a villager who goes through the form, a facilitator with her code, what they carry."""

import io
import struct
from typing import Any

import av
from PIL import Image

from bot.simulator.chats import Person
from tests.support.sentences import says, words
from tests.support.town import Town

Json = dict[str, Any]

STORY = "Kalau hujan, jalan ke kebun licin. Sudah tiga tahun. Anak-anak sering jatuh waktu ke sekolah."
HOPE = "Jalannya dirabat, supaya anak-anak tidak jatuh lagi."
#: Pattondon Salu in Maiwa, and one of its dusun.
DESA, DUSUN = "73.16.01.2002", "Jambu"


async def consent(place: Town, name: str = "Sitti") -> Person:
    """Somebody who has agreed and is asked for the kecamatan."""
    person = place.simulator.add_person(name)
    await place.start_chat(person, says("izin"))
    await place.press(person, words("tombol_setuju"), "Di kecamatan mana?")
    return person


async def name_place(place: Town, person: Person) -> None:
    await place.ask(
        person, "Maiwa", says("form.usulan.desa.tanya", kecamatan=words("mesin.nama_kecamatan", nama="Maiwa"))
    )
    await place.ask(
        person, "Pattondon Salu", says("form.usulan.dusun.tanya", desa=words("mesin.nama_desa", nama="Pattondon Salu"))
    )
    await place.ask(person, DUSUN, "ceritakan masalahnya")


async def tell(place: Town, person: Person, story: str = STORY, hope: str = HOPE) -> tuple[Json, Json]:
    """Both messages that told it; the form goes on to what may be left out."""
    told = await place.simulator.say(person, story)
    await place.hears(person, "harapkan dikerjakan")
    hoped = await place.simulator.say(person, hope)
    await place.hears(person, "Ada foto tempatnya?")
    return told, hoped


async def finish(place: Town, person: Person) -> Json:
    """From the first question that may be left out to the receipt."""
    await place.press(person, words("tombol.cukup"), "Kami catat begini")
    return await place.press(person, words("tombol.kirim"), says("tanda_terima"))


async def propose(place: Town, person: Person, story: str = STORY, hope: str = HOPE) -> tuple[Json, Json]:
    """A whole usulan of somebody who has just agreed."""
    await name_place(place, person)
    told = await tell(place, person, story, hope)
    await finish(place, person)
    return told


async def facilitator(place: Town, name: str = "Bu Ratna", role: str = "fasilitator_desa", scope: str = DESA) -> Person:
    """Somebody with a role, taken up by the link of an invitation."""
    return await place.join(name, role, scope)


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
