"""How big it is, told in a report: each side by itself, with or without its unit; what is counted beside it is no size
of it."""

import re
from collections.abc import Mapping
from typing import Any

from bot.core.flow.correcting.amending import amended
from bot.core.forms.writing import key_of
from bot.core.spelt import either
from bot.core.understanding.amounts.sizes import keep
from bot.core.understanding.results import Understood, Unsure
from bot.core.understanding.tongue import tongue_of
from bot.work.visit import Visit

_KEY = "ukuran"
_WORD = re.compile(r"[^\W\d]+")


def of_a_side(visit: Visit, clause: str) -> tuple[dict[str, Any] | None, str]:
    """ "Panjangnya 25", "tinggi 8 meter": of one side that is named, also where its unit is not told. With the clause
    without it."""
    tongue = tongue_of(visit.office.catalog.world.spellings)
    read = tongue.read_volume(clause)
    found = [read] if isinstance(read, Understood) else list(read.options) if isinstance(read, Unsure) else []
    if [bool(size.side) for one in found for size in one.value.sizes] != [True]:
        return None, clause
    spelt = (*tongue.words.sizes.side.values(), *tongue.words.units.length.values())
    known = {word for told in spelt for word in told}
    return keep(found[0].value), " ".join(word for word in _WORD.findall(clause) if key_of(word) not in known)


def before_witness(visit: Visit, text: str) -> str:
    """ "Panjangnya 24 meter saksinya pak made" tells two things, also without a comma."""
    world = visit.office.catalog.world
    units = either({word for spelt in world.spellings.units.length.values() for word in spelt})
    sized = rf"(\d\s*(?:{units})(?:\s+\w+){{0,3}}?)\s+(?=(?:{either(world.in_the_field['saksi'])})\b)"
    return re.sub(sized, r"\1, ", text, flags=re.IGNORECASE)


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
    sizes, others = ((each.get(_KEY) or {}).get("sizes", ()) for each in (one, other))
    units = {size["unit"] for size in others}
    is_sided = any(size.get("side") for size in others)
    return is_sided and all(not size.get("side") and size["unit"] not in units for size in sizes)
