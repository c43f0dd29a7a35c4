"""The spellings people use of sizes and of money."""

from dataclasses import dataclass
from typing import Annotated

from bot.core.spelt import Keys, Meanings, Spellings


@dataclass(frozen=True, eq=False, repr=False)
class UnitWords:
    """Each unit as it is written back, with its spellings. `package` is no size: what is in it is asked."""

    length: Annotated[Meanings, Keys(("m", "km", "cm"), more=True)]
    wide: Annotated[Meanings, Keys(("ha", "kg"), more=True)]
    count: Annotated[Meanings, Keys(("unit", "batang", "lembar", "kali"), more=True)]
    package: Annotated[Meanings, Keys(("paket",), more=True)]


@dataclass(frozen=True, eq=False, repr=False)
class SizeWords:
    """`side`: which side of a thing is told. `side_or_sheets`: "lbr" before a number is a side, behind it sheets.
    `kilo`: kilometres or kilograms. `far` and `heavy` words beside it tell which, a `road` also in the story. `cross`
    and `times` multiply; `times` also counts. A number before a `caliber` tells which sort of thing, one behind a
    `stretch` how long it is, and one behind `for_whom` who has it. What is `thick` is so in centimetres."""

    side: Annotated[Meanings, Keys(("p", "l", "t", "luas"))]
    side_or_sheets: Spellings
    kilo: Spellings
    far: Spellings
    road: Spellings
    heavy: Spellings
    caliber: Spellings
    stretch: Spellings
    for_whom: Spellings
    thick: Spellings
    cross: Spellings
    times: Spellings
    stop: Spellings
    noise: Spellings
    vague: Spellings


@dataclass(frozen=True, eq=False, repr=False)
class MoneyWords:
    """`unit`: what else a number beside the money may count. Behind `included` stands what is in it, or not."""

    rupiah: Spellings
    included: Spellings
    noise: Spellings
    unit: Spellings
    stop: Spellings
