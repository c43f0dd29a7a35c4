"""The spellings people use of numbers, of sizes and of money."""

from dataclasses import dataclass
from typing import Annotated

from bot.core.spelt import Keys, Meanings, Spellings, known_as

SCALES = ("10", "11", "12", "100", "1000", "1000000", "1000000000", "1000000000000")


@dataclass(frozen=True, eq=False, repr=False, kw_only=True)
class NumberWords:
    """`scales` below a thousand follow a word below ten ("dua ratus"), the others any number. `quarters`: "tiga
    perempat". `never`: words one letter away from a number that are none."""

    digits: Annotated[Meanings, Keys(tuple("0123456789"))] = known_as("satuan")
    scales: Annotated[Meanings, Keys(SCALES)] = known_as("kelipatan")
    parts: Annotated[Meanings, Keys(("1/2", "1/4"))] = known_as("bagian")
    quarters: Spellings = known_as("perempat")
    never: Spellings = known_as("bukan_angka")


@dataclass(frozen=True, eq=False, repr=False, kw_only=True)
class UnitWords:
    """Each unit as it is written back, with its spellings. `package` is no size: what is in it is asked. What is
    `loose` is not as long or as many everywhere."""

    length: Annotated[Meanings, Keys(("m", "km", "cm"), more=True)] = known_as("panjang")
    wide: Annotated[Meanings, Keys(("ha", "kg"), more=True)] = known_as("luas_isi_berat")
    count: Annotated[Meanings, Keys(("unit", "batang", "lembar", "kali"), more=True)] = known_as("hitungan")
    package: Annotated[Meanings, Keys(("paket",), more=True)] = known_as("paket")
    loose: Annotated[Meanings, Keys((), more=True)] = known_as("tidak_tentu")


@dataclass(frozen=True, eq=False, repr=False, kw_only=True)
class SizeWords:
    """`side`: which side of a thing is told. `side_or_sheets`: "lbr" before a number is a side, behind it sheets.
    `kilo`: kilometres or kilograms. `far` and `heavy` words beside it tell which, a `road` also in the story. `cross`
    and `times` multiply; `times` also counts. A number before a `caliber` tells which sort of thing, one behind a
    `stretch` how long it is, and one behind `for_whom` who has it. What is `thick` is so in centimetres. Beside
    `cost` it is only asked how much that would be."""

    side: Annotated[Meanings, Keys(("p", "l", "t", "luas"))] = known_as("sisi")
    side_or_sheets: Spellings = known_as("lebar_atau_lembar")
    kilo: Spellings
    far: Spellings = known_as("kilo_jauh")
    road: Spellings = known_as("kilo_jalan")
    heavy: Spellings = known_as("kilo_berat")
    caliber: Spellings = known_as("jenisnya")
    stretch: Spellings = known_as("memanjang")
    for_whom: Spellings = known_as("untuk_siapa")
    thick: Spellings = known_as("tebal")
    cross: Spellings = known_as("silang")
    times: Spellings = known_as("kali")
    stop: Spellings = known_as("bukan")
    noise: Spellings = known_as("hiasan")
    vague: Spellings = known_as("samar")
    cost: Spellings = known_as("tanya_biaya")


@dataclass(frozen=True, eq=False, repr=False, kw_only=True)
class MoneyWords:
    """`unit`: what else a number beside the money may count. Behind `included` stands what is in it, or not. A price is
    told by `paid`; behind it stands for how many, one or `each`."""

    rupiah: Spellings
    included: Spellings = known_as("termasuk")
    noise: Spellings = known_as("hiasan")
    unit: Spellings = known_as("satuan_lain")
    stop: Spellings = known_as("bukan")
    paid: Spellings = known_as("dibayar")
    each: Spellings = known_as("untuk_tiap")
