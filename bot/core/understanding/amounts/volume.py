"""How much: "120 m x 3 m", "panjang 600 meter lebar 2", "2000 batang", "4 ha"."""

from collections.abc import Iterator, Sequence
from dataclasses import fields, replace
from itertools import pairwise

from bot.core.forms.say import Words
from bot.core.sizes_spelt import SizeWords, UnitWords
from bot.core.understanding.amounts.clauses import Clause, Shapes, cuts
from bot.core.understanding.amounts.measures import in_place, prepared, things, with_thickness
from bot.core.understanding.amounts.reading import Grammar, Reading
from bot.core.understanding.amounts.sizes import MOST, Size, Volume, fits, say_volume
from bot.core.understanding.amounts.tokens import Lexicon, Speech, Token
from bot.core.understanding.results import Understanding, Understood, Unsure

_LONGEST_ROAD = 200  # km; a longer one is a slip: "1.500 km" was meant to be one and a half
_PLAUSIBLE = {"km": 60, "m": 60_000, "ha": 20_000, "orang": 50_000, "KK": 20_000, "keluarga": 20_000, "unit": 20_000}
_THICK = 5  # metres; without its unit a greater thickness is rather in centimetres
_ORDER = ("p", "l", "t")
_FEW_TIMES = 4  # nobody says of more lengths that they are repeated
_NEAR = 2  # words between what makes one length
_NARROWEST = 20  # without a unit, a smaller side is in metres; 40x60 may be centimetres

_ONE = ("length", "wide", "count", "loose", "package", "kilo")
_SHAPES = Shapes(
    sided="side (other|count){0,4} num length? | num length side",
    length="num length",
    wide="side? num wide | num wide side",
    count="num count | count num",
    loose="num loose",
    package="num package",
    kilo="num kilo",
    bare="num",
    strange="num other",
    times="times",
    word="count | wide | length | package | loose",
)


def grammar(speech: Speech, units: UnitWords, told: SizeWords) -> Grammar[Volume]:
    tables = {each.name: getattr(units, each.name) for each in fields(units)} | {"side": told.side}
    words = {f"{kind}:{name}": spellings for kind, table in tables.items() for name, spellings in table.items()}
    words["side:t"] = (*told.side["t"], *told.thick)
    words |= {"kilo": told.kilo, "lbr": told.side_or_sheets, "times:x": told.cross, "times:kali": told.times}
    words |= {kind: getattr(told, kind) for kind in ("stop", "noise", "vague", "caliber")}
    kilos = {"km": frozenset((*told.far, *told.road)), "kg": frozenset(told.heavy)}
    lexicon = Lexicon(speech, words, _ONE)
    stretch = frozenset(told.stretch) | kilos["km"]
    return Grammar(
        lexicon,
        lambda t: _parse(prepared(things(with_thickness(t, told.thick), stretch), kilos)),
        say_volume,
        "pengertian.berapa_ukuran",
        bounds=True,
    )


def question_packages(found: Understanding[Volume]) -> Understanding[Volume]:
    """ "1 paket" names no size: what is in it?"""
    if isinstance(found, Understood):
        return found
    options = getattr(found, "options", ())
    if any(value.sizes[0].unit == "paket" for value in [option.value for option in options]):
        return Unsure(Words("pengertian.isi_paket"))
    return found


def _parse(tokens: Sequence[Token]) -> Iterator[Reading[Volume]]:
    numbers = [token.number for token in tokens if token.number]
    if not numbers or any(number.scaled >= 10**6 for number in numbers):
        return  # that is money
    grouped = any(number.grouped for number in numbers)
    ways = [clauses for clauses in cuts(in_place(tokens), _SHAPES) if not _word_after_number(clauses)]
    strange = [clauses for clauses in ways if any(clause.name == "strange" for clause in clauses)]
    ways = strange or ways
    others = [token.span[0] for token in tokens if token.kind == "other"]
    whole = [reading for clauses in ways for reading in _measure(clauses, others)]
    for reading in whole or [reading for clauses in ways for reading in _pick(clauses)]:
        if fits(reading.value):
            doubted = _doubt_thousands(reading) if grouped else (reading,)
            yield from (_doubt_package(_doubt_too_much(each), tokens) for each in doubted)


def _doubt_package(reading: Reading[Volume], tokens: Sequence[Token]) -> Reading[Volume]:
    """What is in a package may stand behind it: "1 paket alat periksa"."""
    kinds = [token.kind for token in tokens]
    told = "package" in kinds and "other" in kinds[kinds.index("package") :]
    empty = any(size.unit == "paket" for size in reading.value.sizes) and not told
    return replace(reading, sure=False) if empty else reading


def _word_after_number(clauses: Sequence[Clause]) -> bool:
    """A unit that belongs to no number, right after a number that has none: another cut reads them together."""
    pairs = pairwise(clauses)
    return any(one.kinds[-1] == "num" and two.name == "word" for one, two in pairs)


def _measure(clauses: Sequence[Clause], others: Sequence[int]) -> Iterator[Reading[Volume]]:
    """All of it as one size. `others`: where unknown words stand."""
    clauses = _without_the_one(clauses)
    told = _told(clauses)
    times = sum(clause.name == "times" for clause in clauses)
    if len(told) == 1 and not times:
        yield from _single(told[0])
    elif _are_sides(clauses, told, times):
        yield from _sides(told, any(clause.name_of("times") == "kali" for clause in clauses))
    elif [clause.name for clause in told] == ["length"] * 2 and not times:
        yield from _kilometres_and_metres(told, others)


def _told(clauses: Sequence[Clause]) -> list[Clause]:
    return [clause for clause in clauses if clause.name not in ("times", "word")]


def _without_the_one(clauses: Sequence[Clause]) -> Sequence[Clause]:
    """ "Satu kelas, 7 x 8 meter" tells how big the one is."""
    one = [
        clause
        for clause in clauses
        if clause.name == "count" and clause.number == 1 and clause.name_of("count") != "unit"
    ]
    others = [clause for clause in clauses if clause not in one]
    sides = all(clause.name in ("sided", "length", "bare", "times", "word") for clause in others)
    return others if len(one) == 1 and len(_told(others)) > 1 and sides else clauses


def _kilometres_and_metres(told: Sequence[Clause], others: Sequence[int]) -> Iterator[Reading[Volume]]:
    """ "2 km 300 meter"; of "2 km, yang rusak cuma 300 meter" it is the part, and so of "tidak sampai 1 km, 800 m"."""
    units = [clause.name_of("length") for clause in told]
    end, start = told[0].tokens[-1].span[1], told[1].tokens[0].span[0]
    less = any(token.number and token.number.bound == "kurang" for token in told[0].tokens)
    if less or start - end > _NEAR or any(end <= at < start for at in others):
        return
    if units == ["km", "m"] and told[1].number < 1000:
        yield Reading(Volume((Size(told[0].number * 1000 + told[1].number, "m"),)))
    elif units == ["m", "cm"] and told[1].number < 100:
        yield Reading(Volume((Size(told[0].number + told[1].number / 100, "m"),)))


def _pick(clauses: Sequence[Clause]) -> Iterator[Reading[Volume]]:
    """Several sizes that make no whole: which one is meant?"""
    if not any(clause.name == "times" for clause in clauses):
        told = [clause for clause in _told(clauses) if clause.name != "bare"]
        known = all(clause.name != "strange" for clause in told)
        readings = (reading for clause in told for reading in _single(clause))
        yield from (replace(reading, sure=False, offered=known) for reading in readings)


def _single(clause: Clause) -> Iterator[Reading[Volume]]:
    unit = clause.name_of("length", "wide", "count", "package")
    side = clause.name_of("side") if clause.name == "sided" else ""
    if clause.name == "loose":
        yield Reading(Volume((_size(clause, clause.name_of("loose")),)), sure=False, why="pengertian.tidak_tentu")
    elif unit:
        yield Reading(Volume((_size(clause, unit, side),)))
    elif clause.name == "kilo":
        yield from (Reading(Volume((_size(clause, unit),)), sure=False) for unit in ("km", "kg"))
    elif clause.name == "sided":
        units = ("cm", "m") if _is_thick(clause) else ("m",)
        yield from (Reading(Volume((_size(clause, unit, side),)), sure=False) for unit in units)
    else:
        yield from _without_unit(clause)


def _without_unit(clause: Clause) -> Iterator[Reading[Volume]]:
    """The unit is asked; an unknown word behind the number is no unit that a button could have."""
    known = clause.name == "bare"
    for unit in ("m", "unit", "batang") if known else ("unit",):
        yield Reading(Volume((_size(clause, unit),)), sure=False, why="pengertian.satuannya", offered=known)


def _size(clause: Clause, unit: str, side: str = "") -> Size:
    number = next(token.number for token in clause.tokens if token.number)
    return Size(clause.number, unit, side, number.bound, number.to)


def _are_sides(clauses: Sequence[Clause], told: Sequence[Clause], times: int) -> bool:
    """Joined by "x", or each named from the second on."""
    if not 2 <= len(told) <= 3 or any(clause.name not in ("sided", "length", "bare") for clause in told):
        return False
    names = [clause.name_of("side") for clause in told]
    joined = _joined(clauses)
    return len(joined) == len(told) - 1 and all(joined) and (times > 0 or bool(names[0]) or "p" not in names)


def _joined(clauses: Sequence[Clause]) -> list[bool]:
    """For each size after the first whether it goes with the one before, by "x" or by its own name."""
    joined, times, crossed = [], 0, False
    for before, clause in pairwise(clause for clause in clauses if clause.name != "word"):
        times = times + 1 if clause.name == "times" else times
        if clause.name != "times":
            named = clause.name == "sided" and (before.name != "bare" or crossed)  # "bak 3x3 tinggi 2 m"
            joined.append(times == 1 or (times == 0 and named))
            crossed, times = crossed or times == 1, 0
    return joined if not times else []


def _sides(told: Sequence[Clause], spoken: bool) -> Iterator[Reading[Volume]]:
    """`spoken`: joined by "kali", which also means "times" as in twice."""
    units = [clause.name_of("length") for clause in told]
    names = [clause.name_of("side") for clause in told]
    named = [name for name in names if name]
    if len(named) != len(set(named)) or "luas" in named:
        return
    if any(_is_thick(clause) for clause in told):
        yield from _thick_sides(told, units, names)
        return
    sure = all(units) or _in_metres(told, units, names, spoken)
    small = _small(told, ()) or "cm" in units
    for missing in ("m", "cm") if small and not sure and _all_centimetres(units, names) else ("m",):
        sizes = [_size(c, u or missing, n) for c, u, n in zip(told, units, names, strict=True)]
        yield Reading(Volume(tuple(_in_order(sizes))), sure=sure)


def _in_order(sizes: Sequence[Size]) -> Sequence[Size]:
    """Length, width, height, where each is named, in whatever order they were said."""
    return sorted(sizes, key=lambda size: _ORDER.index(size.side)) if all(size.side for size in sizes) else sizes


def _is_thick(clause: Clause) -> bool:
    """A thickness without its unit that is hardly in metres."""
    return clause.name_of("side") == "t" and not clause.name_of("length") and clause.number >= _THICK


def _thick_sides(told: Sequence[Clause], units: Sequence[str], names: Sequence[str]) -> Iterator[Reading[Volume]]:
    for thick in ("cm", "m"):
        given = [unit or (thick if _is_thick(clause) else "m") for clause, unit in zip(told, units, strict=True)]
        yield Reading(Volume(tuple(_size(c, u, n) for c, u, n in zip(told, given, names, strict=True))), sure=False)


def _in_metres(told: Sequence[Clause], units: Sequence[str], names: Sequence[str], spoken: bool) -> bool:
    """A unit belongs to its own number. Sides told by their names are metres without it; those of a product beside
    metres, or where none has any and one is as narrow as a road or a room."""
    if len(told) == 3 and names[2] and units[2]:
        return _in_metres(told[:2], units[:2], names[:2], False)  # what is said by itself is sure by itself
    narrow = not any(units) and told[1].number < _NARROWEST and all(clause.number < _THICK for clause in told[2:])
    if len([name for name in names if name]) >= len(told) - 1 and not _small(told, units):
        return True
    return (narrow or "m" in units) and not _repeats(told, spoken and len(told) < 3)


def _small(told: Sequence[Clause], units: Sequence[str]) -> bool:
    """Without any unit "p 60 l 40" may be centimetres."""
    return not any(units) and all(clause.number >= _NARROWEST for clause in told)


def _all_centimetres(units: Sequence[str], names: Sequence[str]) -> bool:
    """ "40x60", and "40x60 cm": the unit said last may be meant for all of them."""
    return not any(names) and {unit for unit in units if unit} <= {"cm"}


def _repeats(told: Sequence[Clause], spoken: bool) -> bool:
    """ "2 x 100 m" may be twice a hundred metres."""
    first = told[0]
    few = first.number <= _FEW_TIMES
    return not first.name_of("length") and few and (spoken or told[1].number > _NARROWEST)


def _doubt_too_much(reading: Reading[Volume]) -> Reading[Volume]:
    """More than a village holds is rather a slip."""
    much = any((size.to or size.amount) > _PLAUSIBLE.get(size.unit, MOST) for size in reading.value.sizes)
    return replace(reading, sure=False, why="pengertian.sebanyak_itu") if much else reading


def _doubt_thousands(reading: Reading[Volume]) -> Iterator[Reading[Volume]]:
    """The dot of "1.500 km" may be a comma."""
    size = reading.value.sizes[0]
    if size.unit in ("km", "ha") and size.amount > _LONGEST_ROAD and len(reading.value.sizes) == 1:
        yield replace(reading, sure=False)
        to = None if size.to is None else size.to / 1000
        yield Reading(Volume((replace(size, amount=size.amount / 1000, to=to),)), sure=False)
    else:
        yield reading
