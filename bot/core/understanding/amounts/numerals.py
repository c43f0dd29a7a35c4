"""Numbers in figures, in words and in both: "dua ratus lima puluh", "1,5 juta", "satu setengah", "seratusan"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache
from typing import Literal

from bot.core.forms.digits import is_digits
from bot.core.sizes_spelt import NumberWords
from bot.core.spelt import Meanings, either
from bot.core.understanding.amounts.figures import is_grouped, readings_of
from bot.core.understanding.amounts.pieces import Piece

_FEWEST_SPELT = 100  # thousands, where they are spelt without their word
_BIG = 1000  # a smaller scale follows a word below ten
Bound = Literal["", "kira", "lebih", "kurang"]  # told as it is, with "about", "more than", "less than"
ONE_WORD = 60  # characters; a longer word is no number


@dataclass(frozen=True, slots=True)
class Atom:
    """digit: a word below ten; small: puluh, belas (11), ratus; big: ribu and above; part: setengah."""

    kind: Literal["digit", "small", "big", "part", "quarters", "about", "figure"]
    value: Fraction = Fraction(0)


@dataclass(frozen=True, slots=True)
class Num:
    """A number as said. `readings`: all it can mean. `scaled`: with "ribu", "juta". `grouped`: as in "1.500". `to`: up
    to which, as in "20-30"."""

    readings: tuple[Fraction, ...]
    scaled: Fraction = Fraction(1)
    grouped: bool = False
    figure: str = ""
    bound: Bound = ""
    to: Fraction | None = None


ONE = Atom("digit", Fraction(1))
_ABOUT = Atom("about")
_GO_ON = frozenset({"koma", "per"})  # words in the midst of a number


class Numerals:
    """The words of numbers, and what numbers written as one word are made of."""

    def __init__(self, words: NumberWords) -> None:
        self.atoms = _spelt(words)
        scales = [word for word, atom in self.atoms.items() if atom.kind in ("small", "big")]
        glued = rf"se(?={either(scales)})|{either(self.atoms)}"
        self._glued = re.compile(rf"(?:{glued})+?(?:an)?")
        self._part = re.compile(rf"an$|(?:{glued})(?=(?:{glued})*(?:an)?$)")  # "jutaan" is no "jutaa"
        ones = [f"se{spellings[0]}" for scale, spellings in words.scales.items() if int(scale) < _BIG]
        self.long_words = (*(word for word in self.atoms if word not in words.quarters), *ones)
        standard = (table[key][0] for table in (words.digits, words.scales, words.parts) for key in table)
        self.plain_words = (*standard, *ones)
        self.never = frozenset(words.never)
        self.atoms_of = lru_cache(maxsize=4096)(self._atoms_of)

    def _atoms_of(self, word: str) -> tuple[Atom, ...]:
        """The parts of a number written as one word, "duaratus", "seratusan"; nothing for any other word."""
        if word in self.atoms:
            return (self.atoms[word],)
        if len(word) > ONE_WORD or not self._glued.fullmatch(word):
            return ()
        atoms = tuple(_ABOUT if part == "an" else self.atoms.get(part, ONE) for part in self._part.findall(word))
        about_what = atoms[-2:-1] if atoms[-1].kind == "about" else (Atom("big"),)
        return atoms if about_what and about_what[0].kind in ("small", "big") else ()

    def at(self, pieces: Sequence[Piece], at: int) -> tuple[Atom, ...]:
        if at >= len(pieces):
            return ()
        piece = pieces[at]
        if piece.kind == "fraction":
            return (Atom("part", Fraction(piece.raw)),)
        if piece.kind == "figure":
            return (Atom("figure"),)
        return (_ABOUT,) if piece.text in ("an", "ann") else self.atoms_of(piece.text)

    def read(self, pieces: Sequence[Piece], at: int) -> tuple[Num, int] | None:
        """The number that begins at this piece, and where it ends; None when none begins here or it makes no sense."""
        if not self.at(pieces, at):
            return None
        if pieces[at].kind == "figure" and self._ends_behind(pieces, at + 1):
            alone = _figure_of(pieces[at].raw)
            return (alone, at + 1) if alone else None
        reader = _Reader(self, pieces, at)
        number = _sum(reader)
        if number is None or reader.waiting:
            return None
        _skip_about(reader)
        about = any(_ABOUT in self.at(pieces, each) for each in range(at, reader.at))
        return replace(number, bound="kira") if about else number, reader.at

    def _ends_behind(self, pieces: Sequence[Piece], at: int) -> bool:
        """Whether what stands here can be no part of the number before it: mostly so."""
        if at >= len(pieces):
            return True
        return pieces[at].raw != "-" and pieces[at].text not in _GO_ON and not self.at(pieces, at)


def _spelt(words: NumberWords) -> dict[str, Atom]:
    told: tuple[tuple[Literal["digit", "part"], Meanings], ...] = (("digit", words.digits), ("part", words.parts))
    atoms = {word: Atom("quarters") for word in words.quarters}
    atoms |= {word: Atom(kind, Fraction(key)) for kind, table in told for key in table for word in table[key]}
    for scale, spellings in words.scales.items():
        atoms |= dict.fromkeys(spellings, Atom("small" if int(scale) < _BIG else "big", Fraction(scale)))
    return atoms


class _Reader:
    """Reads one number from the front of the pieces; `at` is the piece that follows it."""

    def __init__(self, numerals: Numerals, pieces: Sequence[Piece], at: int) -> None:
        self.numerals, self.pieces, self.at = numerals, pieces, at
        self.waiting: tuple[Atom, ...] = ()

    def peek(self, ahead: int = 0) -> Atom | None:
        """The atom so far ahead, as long as nothing else stands between; at most three pieces on."""
        atoms = self.waiting
        for at in range(self.at, self.at + 4):
            if ahead < len(atoms):
                return atoms[ahead]
            following = self.numerals.at(self.pieces, at) if at < self.at + 3 else ()
            if not following:
                return None
            atoms += following
        return None

    def is_next(self, *kinds: str, value: int | None = None, ahead: int = 0) -> bool:
        atom = self.peek(ahead)
        return atom is not None and atom.kind in kinds and (value is None or atom.value == value)

    def take(self) -> Atom:
        if not self.waiting:
            self.waiting, self.at = self.numerals.at(self.pieces, self.at), self.at + 1
        atom, self.waiting = self.waiting[0], self.waiting[1:]
        return atom

    def says(self, *words: str) -> bool:
        """Whether the next piece is one of these words; it is then taken."""
        if self.waiting or self.at >= len(self.pieces) or self.pieces[self.at].text not in words:
            return False
        self.at += 1
        return True


def _skip_about(reader: _Reader) -> None:
    """ "200-an", "50 jutaan": about that many."""
    dash = reader.at < len(reader.pieces) and reader.pieces[reader.at].raw == "-"
    following = reader.numerals.at(reader.pieces, reader.at + dash)
    if following and following[0].kind == "about":
        reader.at += 1 + dash


def _sum(reader: _Reader) -> Num | None:
    """Groups with falling scales: "2 juta 500 ribu"."""
    total = _group(reader)
    if reader.is_next("about") and reader.is_next("big", ahead=1):
        reader.take()  # "20-an juta"
    if total is None or not reader.is_next("big"):
        return total
    last = reader.take().value
    whole = Num(tuple(r * last for r in total.readings), last)
    if last >= 10**6 and reader.is_next("part", value=None) and not reader.is_next("big", ahead=1):
        return replace(whole, readings=tuple(r + reader.take().value * last for r in whole.readings[:1]))
    if reader.is_next("about"):
        reader.take()
        return whole
    return _add_rest(reader, whole, last)


def _add_rest(reader: _Reader, whole: Num, last: Fraction) -> Num | None:
    while reader.is_next("digit", "figure") and len(whole.readings) == 1:
        before = reader.at, reader.waiting
        group = _group(reader)
        if group is None or not group.readings:
            return None
        if reader.is_next("big") and (scale := reader.peek()) and scale.value < last:
            last = reader.take().value
            whole = replace(whole, readings=(whole.readings[0] + group.readings[0] * last,))
            continue
        if group.readings[0] >= last or reader.is_next("big") or len(group.figure) == 1:  # "100rb 2 drum"
            reader.at, reader.waiting = before
            return whole
        return _add_bare(whole, group, last)
    return whole


def _add_bare(whole: Num, rest: Num, last: Fraction) -> Num:
    """ "Dua ribu lima ratus" is plain, "dua juta lima ratus" two and a half million; "2 juta 500" is mostly, too."""
    more = rest.readings[0]
    literal, spoken = whole.readings[0] + more, whole.readings[0] + more * last / 1000
    is_spelt = more >= _FEWEST_SPELT and not rest.figure
    return replace(whole, readings=(literal,) if last < 10**6 else (spoken,) if is_spelt else (spoken, literal))


def _group(reader: _Reader) -> Num | None:
    """What may stand before "ribu" or "juta"."""
    if reader.is_next("part"):
        return Num((_of_small(reader, reader.take().value),))
    plain = reader.is_next("figure") and not reader.is_next("small", ahead=1)
    group = _figure(reader) if plain else _words(reader)
    return None if group is None else _and_part(reader, group)


def _and_part(reader: _Reader, group: Num) -> Num:
    """ "Satu setengah", "1 1/2", "dua koma lima"."""
    first = group.readings[0]
    if first in (1, 3) and (part := _per(reader, first)):
        return replace(group, readings=(part,))
    if reader.says("koma"):
        return _decimals(reader, group)
    if len(group.readings) == 1 and first.denominator == 1 and 0 < first < 100 and reader.is_next("part"):
        return replace(group, readings=(_of_small(reader, first + reader.take().value),), figure="")
    return group


def _of_small(reader: _Reader, part: Fraction) -> Fraction:
    """ "Setengah lusin", "satu setengah lusin"."""
    return part * reader.take().value if reader.is_next("small") else part


def _per(reader: _Reader, above: Fraction) -> Fraction | None:
    """ "Satu per dua"; "satu juta per orang" is none of these."""
    at = reader.at
    if reader.says("per") and reader.is_next("digit") and (below := reader.peek()) and below.value in (2, 4):
        reader.take()
        return above / below.value
    reader.at = at
    return None


def _decimals(reader: _Reader, group: Num) -> Num:
    digits = ""
    while reader.is_next("digit") and len(digits) < 3:
        digits += str(reader.take().value)
    if not digits and reader.is_next("figure"):
        digits = reader.pieces[reader.at].raw
        reader.take()
    if not is_digits(digits):
        return replace(group, readings=())
    return replace(group, readings=(group.readings[0] + Fraction(int(digits), 10 ** len(digits)),), figure="")


def _figure(reader: _Reader) -> Num | None:
    raw = reader.pieces[reader.at].raw
    reader.take()
    return _figure_of(raw)


def _figure_of(raw: str) -> Num | None:
    readings = readings_of(raw)
    return Num(readings, grouped=is_grouped(raw), figure=raw) if readings else None


def _digit(reader: _Reader) -> Fraction | None:
    """A word below ten, or a figure that stands for one: "2 ratus"."""
    if reader.is_next("digit"):
        return reader.take().value
    if reader.is_next("figure") and reader.is_next("small", ahead=1) and len(reader.pieces[reader.at].raw) == 1:
        figure = Fraction(reader.pieces[reader.at].raw)
        reader.take()
        return figure
    return None


def _words(reader: _Reader) -> Num | None:
    """Words below a thousand; a hundred is followed by tens, tens by ones."""
    total, last = Fraction(0), 1000
    while last > 1 and reader.is_next("digit", "figure") and (size := _size_ahead(reader)) < last:
        digit = _digit(reader)
        if digit is None:
            break
        total, last = total + _worth(reader, digit), 1 if size == 11 else size
        if reader.is_next("about"):
            reader.take()
            break
    if last == 1000:
        return None
    if reader.is_next("quarters") and total in (1, 3):
        reader.take()
        total = total / 4
    return Num((total,))


def _size_ahead(reader: _Reader) -> int:
    after = reader.peek(1)
    return int(after.value) if after and after.kind == "small" else 1


def _worth(reader: _Reader, digit: Fraction) -> Fraction:
    if not reader.is_next("small"):
        return digit
    small = reader.take().value
    return digit + 10 if small == 11 else digit * small
