"""Whose usulan somebody writes down, told in one breath with it: "murid saya Ancu umur 15 mau usul …", "ibu Hawa, tidak
punya HP. Jembatannya …". Pure."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from bot.core.forms.world import World
from bot.core.spelt import either
from bot.core.understanding.name_words import name_of
from bot.core.understanding.own_age import GROWN

Age = Literal["dewasa", "anak", ""]
_GAP, _MOST = r"[\s,.;:]+", 2  # words of a name that stands alone in its clause


@dataclass(frozen=True, slots=True)
class Whose:
    """`rest`: what is told behind; `surely`: also where nothing else says that an usulan is brought."""

    name: str
    age: Age
    rest: str
    surely: bool = False


def told(world: World, text: str) -> Whose | None:
    """With whom it begins; None where that is nobody."""
    kin, name, age = _patterns(*map(frozenset, _tables(world)))
    is_known: Callable[[str], bool] = world.ear.knows if world.ear is not None else lambda _: False
    before = kin.match(text)
    assert before is not None
    found = name.match(text, before.end())
    if found is None or not (first := name_of(world, found["first"])):
        return None
    two = found["second"] and not is_known(found["second"])
    end = found.end("second") if two else found.end("first")
    aged = age.match(text, end)
    if not (before["named"] or found["title"] or aged) and (is_known(first) or not before["own"]):
        return None
    called = " ".join(filter(None, (found["title"], first, found["second"] if two else "")))
    rest, without = _without_hp(world, text[aged.end() if aged else end :])
    years = int(aged["age"] or aged["years"] or 0) if aged else GROWN
    sure = bool(before["own"] or aged or without)
    grown: Age = "" if not aged else "dewasa" if years >= GROWN else "anak"
    return Whose(called.title(), grown, rest.strip(" ,.;:"), sure)


def unnamed(world: World, text: str) -> Whose | None:
    """ "Ada murid saya kelas 5 mau usul: …": who it is will be asked; a pupil is a child."""
    words, aging = world.entrusting, world.aging
    who = rf"\W*(?P<before>(?:\w+\s+){{0,2}}?)(?:{either(words['orangnya'])})\b(?P<told>(?:[\s,]+\w+){{0,6}}?)"
    found = re.match(rf"{who}\s+(?:{either(words['mau_usul'])})\s*[:,]\s*(?P<rest>.+)", text, re.IGNORECASE | re.DOTALL)
    if found is None or not world.oneself.isdisjoint(found["before"].lower().split()):
        return None
    if not words["bernama"].isdisjoint(found["told"].lower().split()):
        return None
    is_pupil = re.search(rf"\b(?:{either(aging['kelas'])})\s+\d", found["told"], re.IGNORECASE) is not None
    rest = re.sub(rf"\W*(?:\w+\s+)?\b(?:{either(words['tanpa_hp'])})\W*$", "", found["rest"], flags=re.IGNORECASE)
    return Whose("", "anak" if is_pupil else "", rest, surely=True)


def proposes(world: World, whose: Whose) -> bool:
    """Whether what stands next says that they want something: "mau usul …"; "minta …", where they are surely meant."""
    words = world.entrusting
    opened = words["mau_usul"] | (words["minta"] if whose.surely else frozenset())
    return re.match(rf"(?:\w+[\s,]+){{0,3}}?(?:{either(opened)})\b", whose.rest, re.IGNORECASE) is not None


def in_order(world: World, text: str) -> str:
    """ "Ada anak SD kelas 5 namanya Andi bilang …" as "anak namanya Andi kelas 5 mau usul …", without the order behind
    it; as it is where nobody is told of so."""
    words, aging = world.entrusting, world.aging
    kin, named, classes, schools = map(either, (words["orangnya"], words["bernama"], aging["kelas"], aging["tingkat"]))
    aged = rf"(?:(?:{schools})\s+)?(?P<aged>(?:{classes})\s+\d{{1,2}}|(?:{schools}))(?:\s+(?:{schools}))?"
    theirs = rf"(?P<kin>(?:{kin})(?:\s+(?:{either(words['milik'])}))?)"
    who = rf"\W*(?:\w+\s+)?{theirs}\s+{aged}[\s,]+(?P<name>(?:{named})\s+\w+)"
    found = re.match(
        rf"{who}[\s,]+(?:{either(words['berkata'])})\b[\s,:]*(?P<rest>.+)", text, re.IGNORECASE | re.DOTALL
    )
    if found is None:
        return text
    rest = re.sub(rf"[.,;]\s*(?:{either(words['bawa'])})(?:nya)?\W*$", "", found["rest"], flags=re.IGNORECASE)
    aged_so = found["aged"] if found["aged"][-1].isdecimal() else f"{min(aging['kelas'])} 1 {found['aged']}"
    return f"{found['kin']} {found['name']} {aged_so} {min(words['mau_usul'])}: {rest}"


def is_grown(world: World, text: str) -> bool:
    """ "Bukan, bu Hawa sudah 50 tahun lebih"."""
    years, first = either(world.aging["tahun"]), text.lower().split()[:1]
    aged = re.search(rf"\b(\d{{2,3}})\s*(?:{years})\b", text, re.IGNORECASE)
    return aged is not None and int(aged[1]) >= GROWN and first[0].strip(",.") in world.wrong


def _without_hp(world: World, rest: str) -> tuple[str, bool]:
    """Said of who has no telephone, which is no part of the story."""
    found = re.search(rf"\b(?:{either(world.entrusting['tanpa_hp'])})\b[\s,.;:]*", rest, re.IGNORECASE)
    near = found is not None and len(rest[: found.start()].split()) <= _MOST
    return (f"{rest[: found.start()].strip(' ,')}, {rest[found.end() :]}", True) if found and near else (rest, False)


def _tables(world: World) -> tuple[frozenset[str], ...]:
    voice, words, aging = world.naming_voice, world.entrusting, world.aging
    aged = (aging[sort] for sort in ("umur", "tahun", "kelas", "tingkat"))
    return words["orangnya"], words["milik"], words["bernama"], voice["sapaan"] | voice["tua"], *aged


@lru_cache(maxsize=4)
def _patterns(*tables: frozenset[str]) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    kin, own, named, titles, ages, years, classes, schools = map(either, tables)
    before = rf"\W*(?:(?:{kin})[\s,:]+)*(?P<own>(?<=\s)(?:{own})\s+)?(?P<named>(?:{named})\s+)?"
    second = r"(?:\s+(?P<second>[^\W\d]{2,})(?=\s*(?:[,.;:\n(]|\d|$)))?"
    name = rf"(?:(?P<title>{titles})\s+)?(?P<first>[^\W\d]{{2,}}){second}"
    age = (
        rf"{_GAP}\(?(?:\w+\s+)?(?:(?:{ages})\s*:?\s*(?P<age>\d{{1,3}})(?:\s*(?:{years}))?"
        rf"|(?P<years>\d{{1,3}})\s*(?:{years})|(?:{classes})\s+\d{{1,2}}(?:\s+(?:{schools}))?|(?:{kin})\s+(?:{schools}))\b\)?"
    )
    return tuple(re.compile(each, re.IGNORECASE) for each in (before, name, age))  # type: ignore[return-value]
