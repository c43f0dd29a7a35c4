"""An officer at the desk: an announcement written from the first tap to the card, through the front door."""

from collections.abc import Sequence
from typing import Any

from bot.simulator.chats import Person
from bot.simulator.protocol import Json
from tests.roles.conftest import Office
from tests.support.sentences import mentions, says, words

TEXT = "Rapat pindah ke aula kecamatan."


def asks(question: str) -> Any:
    return mentions(f"form.siaran.{question}.tanya")


async def begin(office: Office, author: Person) -> None:
    await office.ask(author, "/siaran", says("siaran_daftar"))
    await office.press(author, words("tombol_siaran_baru"), asks("pesan"))


async def choose_roles(office: Office, author: Person, roles: Sequence[str], then: str = "tingkat") -> None:
    for label in roles:
        await office.press(author, label, asks("peran"))
    await office.press(author, words("tombol.selesai"), asks(then))


async def choose_places(office: Office, author: Person, where: Sequence[str], then: str = "diminta") -> None:
    """`where`: nothing for the kabupaten, a desa behind its kecamatan, or several kecamatan."""
    if not where:
        await office.press(author, "Seluruh kabupaten", asks(then))
    elif where[-1].startswith("Desa "):
        await office.press(author, "Satu desa/kelurahan", mentions("form.siaran.kecamatan.tanya"))
        await office.ask(author, where[0], mentions("form.siaran.desa.tanya"))
        await office.ask(author, where[-1], asks(then))
    else:
        await office.press(author, "Kecamatan", asks("beberapa"))
        for name in where:
            await office.press(author, name, asks("beberapa"))
        await office.press(author, words("tombol.selesai"), asks(then))


async def finish(office: Office, author: Person) -> Json:
    """From what is asked of them to the card: everybody, nothing asked, ordinary, at once."""
    await office.press(author, words("tombol.cukup"), says("form.siaran.tinjau", sisa=True))
    return await look(office, author)


async def look(office: Office, author: Person) -> Json:
    return await office.press(author, words("form.siaran.kirim"), says("siaran_kartu"))


async def from_condition(office: Office, author: Person, then: str = "penting") -> Json:
    """From the condition to the card, one question after the other."""
    await office.press(author, words("tombol.lewati"), asks(then))
    return await from_urgency(office, author)


async def from_urgency(office: Office, author: Person) -> Json:
    await office.press(author, "Biasa", asks("kapan"))
    await office.press(author, "Sekarang", says("form.siaran.tinjau", sisa=0))
    return await look(office, author)


async def write(
    office: Office,
    author: Person,
    text: str = TEXT,
    roles: Sequence[str] = ("Fasil. desa",),
    where: Sequence[str] = ("Maiwa",),
) -> Json:
    """The card that stands below the copy."""
    await begin(office, author)
    await office.ask(author, text, asks("peran"))
    await choose_roles(office, author, roles)
    await choose_places(office, author, where)
    return await finish(office, author)


def copy_above(office: Office, author: Person, card: Json) -> Json:
    """The example that the card speaks of."""
    shown = [one for one in office.telegram.messages(author) if one["message_id"] < card["message_id"]]
    return max((one for one in shown if one["outgoing"]), key=lambda one: int(one["message_id"]))


async def state_of(office: Office) -> str:
    rows = await office.town.rows("SELECT state FROM broadcasts ORDER BY id DESC LIMIT 1")
    return str(rows[0][0])


async def history_of(office: Office) -> list[str]:
    rows = await office.town.rows("SELECT kind FROM broadcast_events ORDER BY id")
    return [str(row[0]) for row in rows]
