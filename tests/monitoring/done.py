"""A desa where the work is done that somebody once asked for."""

import asyncio
import io

from PIL import Image

from bot.simulator.chats import Person
from bot.simulator.protocol import Json
from tests.browser.pictures import photo
from tests.deciding.asking import Asking
from tests.reading.conftest import HOPE, STORY
from tests.support.sentences import says, words

BEFORE, AFTER = (bytes(photo(colour=one)["buffer"]) for one in ((200, 60, 20), (20, 60, 200)))


async def bring_with_photo(place: Asking, name: str, number: str) -> Person:
    person = await place.begin(name)
    await place.ask(person, STORY, "harapkan")
    await place.ask(person, HOPE, "foto")
    await place.photo(person, BEFORE, "foto sudah")
    await place.press(person, words("tombol.cukup"), "Kami catat begini")
    await place.press(person, words("tombol.kirim"), says("tanda_terima", nomor=number))
    await place.town.until("SELECT count(*) FROM media WHERE outcome = 'stored'", 1)
    return person


async def last_usulan(place: Asking) -> int:
    return int((await place.town.rows("SELECT max(id) FROM usulan"))[0][0])


async def finish_work(place: Asking, usulan_id: int, by: Person | None = None) -> None:
    """Rahman has read it, and says, or somebody else does, that it is done."""
    await place.toast(place.rahman, f"u:baca:{usulan_id}")
    by = by or place.rahman
    seen = (await place.town.rows("SELECT moved FROM usulan WHERE id = :one", one=usulan_id))[0][0]
    await place.toast(by, f"u:sah:{usulan_id}:{seen}:selesai:-:kantor_desa")
    await place.hears(by, says("keadaan_dicatat"))


async def send_photo(place: Asking, person: Person) -> None:
    await place.press(person, words("tombol_foto_sesudah"), says("form.foto_sesudah.foto.tanya"))
    await place.photo(person, AFTER, says("foto_sesudah_diterima"))


def picture(place: Asking, message: Json) -> Image.Image:
    """As it came to the telephone."""
    content = place.telegram.file(message["photo"][-1]["file_id"])
    assert len(content) <= 300_000
    return Image.open(io.BytesIO(content))


def colours(shown: Image.Image, down: float = 0.6) -> tuple[str, str]:
    """Of which photo the left and the right half are."""
    left, right = (
        shown.convert("RGB").getpixel((int(shown.width * at), int(shown.height * down))) for at in (0.2, 0.8)
    )
    return _named(left), _named(right)


def _named(pixel: object) -> str:
    assert isinstance(pixel, tuple)
    return "dulu" if pixel[0] > pixel[2] else "sekarang"


def count(place: Asking, person: Person, sentence: str) -> int:
    return sum(text in says(sentence) for text in place.texts(person))


async def events(place: Asking) -> list[str]:
    kinds = ("foto_sesudah", "sesuai", "beda")
    return [row[0] for row in await place.town.rows("SELECT kind FROM events ORDER BY id") if row[0] in kinds]


async def quiet(seconds: float = 2.5) -> None:
    """As long as the clock needs to look twice."""
    await asyncio.sleep(seconds)
