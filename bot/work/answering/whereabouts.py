"""Which desa or kelurahan somebody means who asks."""

from collections.abc import Iterator, Mapping
from typing import Any

from bot.core.forms.say import Words
from bot.core.places.places import Places
from bot.core.places.spelling import fold
from bot.core.wilayah import DESA, KECAMATAN, KELURAHAN, is_kelurahan, kecamatan_of, level_of
from bot.store.usulan import usulan as stored
from bot.work.saying.naming import short_names
from bot.work.visit import Visit

#: Before the name of a place; without one of these "pasang" is a word and no village.
_SAID_BEFORE = frozenset({"desa", "kelurahan", "kel", "ds"})
#: Before it where nothing else is known: "di Boiya", "fasilitator Pattondon Salu".
_ALSO_SAID_BEFORE = frozenset({"di", "fasilitator", "fasilitatornya", "petugas", "pendamping", "delegasi"})
_THAT = "nya"
_FORMS = ("usulan", "titip")


def named(visit: Visit, text: str, *, by_name: bool = False, above: bool = False) -> str:
    """The code of the place that is named in the text. `by_name`: a name behind "di", or a meeting, is no other word.
    `above`: a kecamatan may be named as well."""
    short = short_names(visit.office) | visit.office.catalog.world.setting["umum"] if by_name else frozenset[str]()
    meetings = short | {f"{name}{_THAT}" for name in short}
    found = named_in(visit.office.catalog.places, text, anywhere=by_name, behind=meetings)
    return found or (_kecamatan_in(visit, text, meetings) if above else "")


async def meant(visit: Visit, text: str, *, above: bool = False) -> str:
    """The code: named in the text, else of the open draft, of last time, of the last usulan, of one's office; empty
    when none is known. `above`: that of an office in a kecamatan is one, too."""
    places = visit.office.catalog.places
    own = named(visit, text) or next(_known(visit), "") or await _of_last_usulan(visit) or next(_of_office(visit), "")
    return own or named_in(places, text, anywhere=True) or (next(_of_office(visit, KECAMATAN), "") if above else "")


def named_in(places: Places, text: str, *, anywhere: bool = False, behind: frozenset[str] = frozenset()) -> str:
    """The one desa or kelurahan whose name stands in the text, after a word that says so; `anywhere`: also after "di"
    or whoever works there; or `behind` one of these. Of two with one name that whose kecamatan is named, too."""
    before = (_SAID_BEFORE | _ALSO_SAID_BEFORE if anywhere else _SAID_BEFORE) | behind
    words = [fold(word) for word in text.split()]
    kecamatan = places.children(places.kabupaten.code)
    found = [one.code for each in kecamatan for one in places.children(each.code) if _follows(words, before, one.name)]
    if len(found) > 1:
        named = {each.code for each in kecamatan if fold(each.name) in "".join(words)}
        found = [code for code in found if kecamatan_of(code) in named]
    return found[0] if len(found) == 1 else ""


def _kecamatan_in(visit: Visit, text: str, behind: frozenset[str]) -> str:
    """The one kecamatan that is named: "fasilitator kecamatan Maiwa", "fasilitator di Maiwa"."""
    places, words = visit.office.catalog.places, [fold(word) for word in text.split()]
    before = _ALSO_SAID_BEFORE | behind | {fold(word) for word in visit.office.catalog.world.spellings.places.kecamatan}
    found = [one.code for one in places.children(places.kabupaten.code) if _follows(words, before, one.name)]
    return found[0] if len(found) == 1 else ""


def _follows(words: list[str], before: frozenset[str], name: str) -> bool:
    """Whether the name stands behind one of these words, in as many words as people make of it."""
    wanted, length = fold(name), len(name.split())
    ends = ((at, size) for at, word in enumerate(words, 1) if word in before for size in (length, 1, length + 1))
    return any("".join(words[at : at + size]) == wanted for at, size in ends)


def _known(visit: Visit) -> Iterator[str]:
    """Of what is being told, then of last time."""
    for form in _FORMS:
        if form in visit.conversations:
            told = visit.conversations[form].state.get("answers", {}).get("desa", {}).get("value")
            yield from _code(told)
    yield from _code((visit.me.place or {}).get("desa"))


def _code(told: Mapping[str, Any] | None) -> Iterator[str]:
    if told and told.get("code"):
        yield str(told["code"])


async def _of_last_usulan(visit: Visit) -> str:
    found = await visit.ask_once(stored.of_person, visit.me.id, 1)
    return found[0].desa if found else ""


def _of_office(visit: Visit, level: str = DESA) -> Iterator[str]:
    return (grant.scope for grant in visit.grants if level_of(grant.scope) == level)


def sort_of(desa: str) -> str:
    """desa, kelurahan; empty of a kecamatan, and when nobody knows which."""
    return "" if not desa or level_of(desa) != DESA else KELURAHAN if is_kelurahan(desa) else DESA


def role_of(role: str, desa: str) -> Words:
    """What somebody is there, in the words of the place."""
    return Words("kata_peran", {"peran": role, "tempat": Words("kata_tempat", {"jenis": sort_of(desa)})})
