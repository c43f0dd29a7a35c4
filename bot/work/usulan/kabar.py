"""*Kabar*: how far an usulan is, for anybody who holds its number; the list of a dusun, without names or words of
    anyone.

Numbers follow one another, so they can be guessed: what is told here is the place, the kind of matter, the stage and
dates.
"""

import re
from html import unescape
from typing import Any

from bot.core.records import Usulan
from bot.store.turn import Turn
from bot.store.usulan import numbers
from bot.work.office import Office
from bot.work.saying import replies
from bot.work.saying.whatsapp import forward_button
from bot.work.usulan.usulan import place, spoken_name

_LISTED = 20
_SPOKEN = re.compile(
    r"^\s*(?:kabar\s+)?(?P<name>[^\W\d][^\d]*?)\s*(?:no(?:mor)?\.?\s*)?(?P<serial>\d{1,5})\s*[.!?]?\s*$", re.IGNORECASE
)
_PRINTED = re.compile(r"^\s*(?:kabar\s+)?([A-Z0-9]{3})-(\d{2})-([A-Z0-9]{3})-(\d{4,5})\s*$", re.IGNORECASE)


def number_in(office: Office, text: str) -> tuple[str, int] | None:
    """(kecamatan, serial) when the text is a number as people say it ("maiwa 42", "kabar Maiwa42") or as it is
    printed."""
    printed = _PRINTED.match(text)
    if printed:
        letters = printed[3].upper()
        kecamatan = next(
            (code for code, short in office.short_codes.items() if short == letters and code.count(".") == 2), None
        )
        return None if kecamatan is None else (kecamatan, int(printed[4]))
    spoken = _SPOKEN.match(text)
    if spoken is None:
        return None
    places = office.catalog.places
    match = places.match(places.children(places.kabupaten.code), spoken["name"])
    if match.kind not in ("exact", "near"):
        return None
    return match.items[0].code, int(spoken["serial"])


async def tell(turn: Turn, office: Office, kecamatan: str, serial: int, year: int | None = None) -> None:
    """The stage of one usulan: the newest of that number; earlier years are one tap away."""
    async with turn.ask() as connection:
        found = await numbers.of(connection, kecamatan, serial)
    name = spoken_name(office, kecamatan, serial)
    wanted = [one for one in found if year is None or office.local(one.spoken_at).year == year]
    if not wanted:
        replies.say(turn, office, "kabar_tidak_ada", nomor=name)
        return
    one = wanted[0]
    others = [office.local(other.spoken_at).year for other in found if other.id != one.id]
    told = office.catalog.text("kabar_isi", nomor=name, **_public(office, one))
    markup = replies.buttons(
        *[
            [(office.catalog.text("tombol_kabar_tahun", tahun=other), f"k:n:{kecamatan}:{serial}:{other}")]
            for other in others
        ],
        [(office.catalog.text("tombol_kabar_dusun"), f"k:d:{one.id}")],
    )
    markup["inline_keyboard"].append([forward(office, one)])
    replies.send(turn, told, markup)


def forward(office: Office, one: Usulan) -> dict[str, Any]:
    """*Teruskan ke WA*: what anybody may know of it."""
    plain = office.catalog.text(
        "kabar_wa", nomor=spoken_name(office, one.kecamatan, one.serial), **_public(office, one)
    )
    return forward_button(office, unescape(plain))


def _public(office: Office, one: Usulan) -> dict[str, Any]:
    """What anybody may know of an usulan."""
    kind = one.answers.get("kategori")
    return {
        "tempat": place(one.answers),
        "perihal": str(kind["label"]) if isinstance(kind, dict) and "label" in kind else "",
        "hari": office.day(one.spoken_at),
        "tahap": one.status,
        "dibaca": office.day(one.read_at) if one.read_at else "",
    }


async def list_of_dusun(turn: Turn, office: Office, usulan_id: int) -> None:
    """The usulan of the same dusun and year, newest first."""
    async with turn.ask() as connection:
        found = await numbers.of_same_dusun(connection, usulan_id, _LISTED)
    lines = [{"nomor": spoken_name(office, one.kecamatan, one.serial), **_public(office, one)} for one in found]
    if not lines:
        replies.toast(turn, office.catalog.text("tombol_lewat"))
        return
    replies.say(turn, office, "kabar_dusun", tempat=lines[0]["tempat"], usulan=lines)


async def ask_number(turn: Turn, office: Office) -> None:
    replies.say(turn, office, "kabar_tanya")
