"""How big it is, told in a report: each side by itself, with or without its unit; what is counted beside it is no size
of it."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from bot.core.flow.correcting.amending import amended
from bot.core.forms.writing import key_of
from bot.core.spelt import either, one_of
from bot.core.understanding.amounts.sizes import keep
from bot.core.understanding.results import Understood, Unsure
from bot.core.understanding.tongue import tongue_of
from bot.work.visit import Visit

_KEY, _ITS = "ukuran", "nya "  # "panjangnya 24"
_ACROSS = re.compile(r"\d\s*[x×]\s*\d", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d]+")


def of_a_side(visit: Visit, clause: str) -> tuple[dict[str, Any] | None, str]:
    """ "Panjangnya 25", "tinggi 8 meter", "4x6": of one side that is named, or of two across, also without a unit; and
    the clause without it."""
    tongue = tongue_of(visit.office.catalog.world.spellings)
    read = tongue.read_volume(clause)
    found = [read] if isinstance(read, Understood) else list(read.options) if isinstance(read, Unsure) else []
    is_across = _ACROSS.search(clause) is not None and isinstance(read, Understood)
    if not is_across and [bool(size.side) for one in found for size in one.value.sizes] != [True]:
        return None, clause
    spelt = (*tongue.words.sizes.side.values(), *tongue.words.units.length.values())
    known = {word for told in spelt for word in told}
    return keep(found[0].value), " ".join(
        word for word in _WORD.findall(_ACROSS.sub(" ", clause)) if key_of(word) not in known
    )


def before_witness(visit: Visit, text: str) -> str:
    """ "Panjangnya 24 meter saksinya pak made" tells two things, also without a comma."""
    world = visit.office.catalog.world
    units = either({word for spelt in world.spellings.units.length.values() for word in spelt})
    sized = rf"(\d\s*(?:{units})(?:\s+\w+){{0,3}}?)\s+(?=(?:{either(world.in_the_field['saksi'])})\b)"
    return re.sub(sized, r"\1, ", text, flags=re.IGNORECASE)


def set_apart(visit: Visit, text: str) -> str:
    """ "3 pintu rusak semua ukuran 4x6 meter": what is told before it is another thing."""
    measures = either(visit.office.catalog.world.in_the_field["ukurannya"])
    return re.sub(rf"((?:[^\W_]+\s+){{3,}}?)(?=(?:{measures})\s+\d)", r"\1, ", text, flags=re.IGNORECASE)


def is_named(visit: Visit, clause: str) -> bool:
    """Whether it says that this is how big it is."""
    world, said = visit.office.catalog.world, {*map(key_of, _WORD.findall(clause))}
    spelt = {word for told in world.spellings.sizes.side.values() for word in told}
    return not said.isdisjoint(world.in_the_field["diukur"] | spelt)


def is_distance(visit: Visit, clause: str) -> bool:
    """ "Ambil air 2 km": how far it is, and not how big."""
    far = one_of(visit.office.catalog.world.in_the_field["jarak"]).search(key_of(clause)) is not None
    return far and any(letter.isdecimal() for letter in clause) and not is_named(visit, clause.replace(_ITS, " "))


def is_of_another(visit: Visit, before: Mapping[str, Any], told: Mapping[str, Any]) -> bool:
    """ "18 meter, sawah yang kena 22 hektar": of two that are measured otherwise one is a fact beside it."""
    lengths = {*visit.office.catalog.world.spellings.units.length}
    kinds = [{"" if size["unit"] in lengths else size["unit"] for size in _sizes(each)} for each in (before, told)]
    return all(kinds) and kinds[0].isdisjoint(kinds[1])


def _sizes(told: Mapping[str, Any]) -> Sequence[Mapping[str, Any]]:
    return [*(told.get(_KEY) or {}).get("sizes", ())]


def amounts(told: Mapping[str, Any] | None) -> set[str]:
    """The figures of a size, as they are kept."""
    return {str(size["amount"]) for size in _sizes(told or {})}


def beside(before: Mapping[str, Any], told: Mapping[str, Any]) -> dict[str, Any] | None:
    """One side in the place of its own, with the others as they stood; None where it is of something else."""
    if _KEY not in before or _KEY not in told:
        return dict(told)
    sizes = told[_KEY]["sizes"]
    if is_counted(told, before):
        return None
    side = sizes[0].get("side", "") if len(sizes) == 1 else ""
    value = amended(before[_KEY], told[_KEY], side, adds=False)
    return {**told, _KEY: value} if value is not None else None


def is_counted(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """ "5 lembar" beside "panjangnya 10 meter" is no size of it."""
    sizes, others = map(_sizes, (one, other))
    units = {size["unit"] for size in others}
    is_sided = any(size.get("side") for size in others)
    return is_sided and all(not size.get("side") and size["unit"] not in units for size in sizes)
