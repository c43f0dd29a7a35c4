"""*Kabar*: how far an usulan is, for anybody who holds its number; the list of a dusun, without names or words of
    anyone.

Numbers follow one another, so they can be guessed: what is told here is the place, the kind of matter, the stage and
dates.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from html import unescape
from typing import Any, NamedTuple

from bot.catalog.texts import as_html
from bot.core.forms.heard import Heard, Typed
from bot.core.forms.writing import begun_with
from bot.core.places.places import Places
from bot.core.records import Usulan
from bot.core.wilayah import KECAMATAN, level_of
from bot.store.deciding import decisions
from bot.store.usulan import usulan
from bot.work.access import allowed, command
from bot.work.office import Office
from bot.work.saying.keyboard import keyboard
from bot.work.saying.whatsapp import forward_button
from bot.work.usulan import outcomes, standing
from bot.work.usulan.usulan import number_of, public_place, with_year
from bot.work.visit import Visit

_LISTED = 20
_SPOKEN = re.compile(
    r"^\s*(?:kabar\s+)?(?P<name>[^\W\d][^\d]*?)\s*(?:no(?:mor)?\.?\s*)?(?P<serial>\d{1,5})"
    r"(?:\s*(?:/|-|,?\s*\(?(?:tahun|thn|th)\.?)\s*(?P<short>(?:20)?\d{2})\)?|\s+\(?(?P<long>20\d{2})\)?)?\s*[.!?]?\s*$",
    re.IGNORECASE,
)
_PRINTED = re.compile(
    r"^\s*(?:kabar\s+)?([A-Z]{3})[\s./–-]+(\d{2})[\s./–-]+([A-Z0-9]{3})[\s./–-]+(\d{1,5})\s*[.!?]?\s*$", re.IGNORECASE
)

_ASKED = re.compile(r"\s*kabar\s", re.IGNORECASE)


class Number(NamedTuple):
    """`year`: of the musrenbang, where it was said."""

    kecamatan: str
    serial: int
    year: int | None = None


def number_in(office: Office, text: str) -> Number | None:
    """When the text is a number as people say it ("maiwa 42", "kabar Maiwa42", "maiwa 42/27", "Maiwa 42 tahun 2027") or
    as it is printed, behind nothing but a word of what to do with it ("buka maiwa 42")."""
    text = text.removeprefix(
        begun_with(text, (word for words in office.catalog.world.numbered.values() for word in words))
    )
    printed = _PRINTED.match(text)
    if printed:
        letters = printed[3].upper()
        kecamatan = next(
            (code for code, short in office.short_codes.items() if short == letters and level_of(code) == KECAMATAN),
            None,
        )
        return None if kecamatan is None else Number(kecamatan, int(printed[4]), 2000 + int(printed[2]))
    spoken = _SPOKEN.match(text)
    if spoken is None:
        return None
    kecamatan, year = _kecamatan_called(office.catalog.places, spoken["name"]), spoken["short"] or spoken["long"]
    return Number(kecamatan, int(spoken["serial"]), 2000 + int(year[-2:]) if year else None) if kecamatan else None


@lru_cache(maxsize=64)
def _kecamatan_called(places: Places, name: str) -> str:
    """Several ask it of the same words. Empty: none is called so."""
    match = places.match(places.children(places.kabupaten.code), name)
    return match.items[0].code if match.kind in ("exact", "near") else ""


def asked_in(office: Office, heard: Heard) -> Number | None:
    """ "Kabar Maiwa 42", as it stands on the slip: it is no answer to any question."""
    is_asked = isinstance(heard, Typed) and _ASKED.match(heard.text) is not None
    return number_in(office, heard.text) if is_asked and isinstance(heard, Typed) else None


async def tell(visit: Visit, kecamatan: str, serial: int, year: int | None = None) -> None:
    """The stage of one usulan: their own of that number; those of other years are one tap away. Whose number it may be
    of several years is asked: the paper that somebody holds is of one of them."""
    found = await visit.ask_once(usulan.of, kecamatan, serial)
    name = visit.office.spoken_name(kecamatan, serial)
    wanted = sorted((one for one in found if year in (None, one.year)), key=lambda one: not _is_mine(visit, one))
    if not wanted:
        visit.say("kabar_tidak_ada", nomor=with_year(name, year) if year else name)
        return
    one = wanted[0]
    if len(wanted) > 1 and not _is_mine(visit, one):
        _ask_year(visit, name, wanted)
        return
    name = with_year(name, one.year) if len(found) > 1 else number_of(visit.office, one, visit.now)
    others = [other for other in found if other.id != one.id]
    decided = (await outcomes.of_usulan(visit, [one.id])).get(one.id, "")
    reads = not decided and allowed(command("periksa"), visit.grants)
    waiting = await visit.look_up(decisions.untold_outcome, one.id) if reads else ""
    noted = outcomes.result(visit.office, waiting, standing.track_of(visit.office, one.desa)) if waiting else ""
    discussed = await standing.is_to_be_discussed(visit, one)
    public = _public(visit.office, one, discussed)
    told = visit.text("kabar_isi", nomor=name, **public, hasil=as_html(decided), dicatat=noted)
    markup = keyboard(
        *_years(visit, others),
        *([[(visit.text("tombol_kabar_dusun"), f"k:d:{one.id}")]] if one.answers.get("dusun") else []),
    )
    markup["inline_keyboard"].append([forward(visit.office, one, decided, discussed=discussed)])
    visit.send(told, markup)


def _ask_year(visit: Visit, name: str, same: Sequence[Usulan]) -> None:
    """Of each where it is and since when: by these whoever holds its paper knows it."""
    told = [{"nomor": with_year(name, one.year), **_public(visit.office, one)} for one in same]
    visit.say("kabar_tahun_mana", keyboard(*_years(visit, same)), nomor=name, usulan=told)


def _years(visit: Visit, same: Sequence[Usulan]) -> list[list[tuple[str, str]]]:
    return [
        [(visit.text("tombol_kabar_tahun", tahun=one.year), f"k:n:{one.kecamatan}:{one.serial}:{one.year}")]
        for one in same
    ]


def _is_mine(visit: Visit, one: Usulan) -> bool:
    return visit.me.id in (one.person_id, one.typed_by)


def forward(office: Office, one: Usulan, decided: str = "", *, discussed: bool = True) -> dict[str, Any]:
    """*Teruskan ke WA*: what anybody may know of it. `decided`: a line of `outcomes.of_usulan`."""
    told = {"nomor": with_year(office.spoken_number(one), one.year), "hasil": as_html(decided)}
    plain = office.catalog.text("kabar_wa", **told, **_public(office, one, discussed))
    return forward_button(office, unescape(plain))


def _public(office: Office, one: Usulan, discussed: bool = True) -> dict[str, Any]:
    """What anybody may know of an usulan. `discussed`: whether a meeting still has it before it."""
    kind = one.answers.get("kategori")
    return {
        "tempat": public_place(office, one.answers),
        "perihal": str(kind["label"]) if isinstance(kind, dict) and "label" in kind else "",
        "hari": office.day(one.spoken_at),
        "tahap": one.status,
        "dibahas": discussed,
        "dibaca": office.day(one.read_at) if one.read_at else "",
    }


async def list_of_dusun(visit: Visit, usulan_id: int) -> None:
    """The usulan of the same dusun and year, newest first."""
    found = await visit.ask_once(usulan.of_same_dusun, usulan_id, _LISTED)
    lines = [{"nomor": visit.office.spoken_number(one), **_public(visit.office, one)} for one in found]
    if not lines:
        visit.stale()
        return
    visit.say("kabar_dusun", tempat=lines[0]["tempat"], usulan=lines)


async def ask_number(visit: Visit) -> None:
    visit.say("kabar_tanya")
