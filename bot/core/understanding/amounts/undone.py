"""A figure that is not to be: "tidak jadi 28, 32 rumah" denies it as "bukan 28, 32 rumah" does, and so does "itu 5
ruangan di ceritanya ganti 6"."""

import re
from functools import lru_cache
from itertools import takewhile

from bot.core.forms.world import World
from bot.core.spelt import either

_SHORT = 14  # words
_SORTS = ("iringan", "menunjuk", "ganti", "jadi")


def as_denied(text: str, world: World) -> str:
    """The same text with the word that denies; also of what makes way for another: "tidak jadi besi, kayu saja"."""
    text = _parted(text, world)
    words, said = world.taking_back, text.lower()
    if not words or not any(one in said for one in words["sebelum_angka"]):
        return text
    undone, denies = either(words["sebelum_angka"]), next(iter(words["menyangkal"]))
    other = rf"\s+(?!(?:{either(words['usulannya'])})\b)(?:[^\W\d_]+\s*){{1,2}},\s*[^\W\d_]"
    return re.sub(rf"\b(?:{undone})(?=\s+\d|{other})", denies, text, flags=re.IGNORECASE)


def not_to_be(text: str, world: World) -> str:
    """ "35 jangan 40", of what was sent: as it says "35 bukan 40". What is only hoped for may say it as well."""
    words = world.exchanging
    if not words or len(text.split()) > _SHORT or not any(map(str.isdecimal, text)):
        return text
    denies = next(iter(world.taking_back["menyangkal"]))
    return _between_figures(words["jangan"]).sub(rf"\g<1>{denies}", text)


@lru_cache(maxsize=2)
def _between_figures(no: frozenset[str]) -> re.Pattern[str]:
    return re.compile(rf"(\d(?:\s*[^\W\d_]+)?[\s,]+)(?:{either(no)})(?=\s+\d)", re.IGNORECASE)


def _parted(text: str, world: World) -> str:
    """ "Bukan 15 rumah 25 rumah", "bkn 40 nak 60 meter panjangnya": said without a pause between both."""
    words = world.exchanging
    if not words or len(text.split()) > _SHORT or not any(map(str.isdecimal, text)):
        return text
    found = _unparted(world.denying["bukan"], words["iringan"] | words["tetapi"]).match(text)
    but = next(iter(words["tetapi"]))
    return f"{text[: found.start('no')]}{found['no']} {found['wrong']} {but} {found['right']}" if found else text


@lru_cache(maxsize=2)
def _unparted(no: frozenset[str], beside_it: frozenset[str]) -> re.Pattern[str]:
    """ "Bukan 1 2 orang" are some, and "bukan 3 x 4 meter" is one size."""
    beside, amount = either(beside_it), r"\d+(?:[.,]\d+)*"
    unit = rf"(?:\s+(?!(?:{beside})\b)[^\W\d_]{{2,}})"
    called = rf"(?:[\s,]+(?:{beside})\b)"
    begins = rf"\s*(?:(?:{beside})\b[\s,]*)*(?P<no>{either(no)})\s+"
    wrong = rf"(?:{amount}{unit}|{amount}(?={called}))"
    return re.compile(rf"{begins}(?P<wrong>{wrong}){called}*\s+(?P<right>{amount}\b.*)", re.IGNORECASE | re.DOTALL)


def as_exchanged(text: str, world: World, *, pointing: bool = False) -> str:
    """The same where one figure is to make way for another, as the words that put it right. `pointing`: only where it
    is said that it was told, since the other one may be what is hoped for."""
    words = world.exchanging
    if not words or not any(map(str.isdecimal, text)):
        return text
    whole, more = _exchanges(*(words[sort] for sort in _SORTS))
    cut = rf"\s*(?:,(?!\d)|\b(?:{either(words['dan'])})\b)\s*"
    first, *others = filter(None, re.split(cut, text.strip(), flags=re.IGNORECASE))
    begins = next((found for one in whole if (found := one.fullmatch(first)) and _is_same(found)), None)
    if begins is None or (pointing and not begins["told"]):
        return text
    matches = (more.fullmatch(one) for one in others)
    told = [begins, *(one for one in takewhile(bool, matches) if one)]
    reasons = others[len(told) - 1 :]  # "4 sudah pindah"
    denies, but = next(iter(words["menyangkal"])), next(iter(words["tetapi"]))
    again = denies.split()[-1]
    both = ((_named(one, "wrong"), _named(one, "right")) for one in told)
    said = (f"{again if at else denies} {wrong} {but} {right}" for at, (wrong, right) in enumerate(both))
    return ". ".join(filter(None, (", ".join(said), ", ".join(reasons))))


def _is_same(found: re.Match[str]) -> bool:
    """Whether both figures are of the same thing, where both say of which."""
    return not found["of_new"] or _bare(found["of"]) == _bare(found["of_new"])


def _named(found: re.Match[str], which: str) -> str:
    return " ".join(filter(None, (_bare(found["of"]), found[which])))


def _bare(name: str | None) -> str:
    return (name or "").lower().removesuffix("nya")


@lru_cache(maxsize=2)
def _exchanges(
    beside_it: frozenset[str], points: frozenset[str], deeds: frozenset[str], becomes: frozenset[str]
) -> tuple[tuple[re.Pattern[str], ...], re.Pattern[str]]:
    """ "5 ruangan di cerita ganti 6"; "ganti 5 ruangan tadi jadi 6"; and what may follow: "dan 60 jadi 43"."""
    named = rf"(?:(?P<%s>(?!(?:{either(beside_it | deeds | becomes)})\b)[^\W\d_]+)\s+)?"  # "lebar 4 ganti lebar 3"
    beside = rf"(?:(?:{either(beside_it)})\b[\s,]*)*"
    told = rf"(?P<told>(?:\s+(?:{either(points)})\b)*)"
    wrong, right = (rf"(?P<{name}>\d+(?:[.,]\d+)*(?:\s+[^\W\d_]+)?" for name in ("wrong", "right"))
    wrong, right = f"{named % 'of'}{wrong}?)", f"{named % 'of_new'}{right})"
    deed, into = either(deeds), either(becomes)
    tail = rf"[\s,]*{beside}\W*"
    plain = rf"{wrong}{told}\s+(?:{into})\s+{right}{tail}"
    whole = (
        re.compile(rf"{beside}{wrong}{told}\s+(?:{deed})\s+(?:(?:{into})\s+)?{right}{tail}", re.IGNORECASE),
        re.compile(rf"{beside}(?:{deed})\s+{plain}", re.IGNORECASE),
    )
    return whole, re.compile(rf"{beside}(?:(?:{deed})\s+)?{plain}", re.IGNORECASE)
