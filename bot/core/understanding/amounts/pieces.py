"""Cutting what was typed into figures, words and marks, whatever the keyboard put in."""

import re
import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal

from bot.core.forms.writing import clean

LONGEST = 200  # characters; a longer text is a story, and its numbers mean many things

_VULGAR = {"½": " 1/2 ", "¼": " 1/4 ", "¾": " 3/4 ", "\U0001f51f": "10"}
_TWICE = re.compile(r"\b([^\W\d_]{3,})-?2(?!\d|[.,]\d)")
_NOT_TWICE = frozenset(
    ("lebar", "panjang", "tinggi", "tebal", "luas", "jam", "tgl", "tanggal", "pukul", "pkl", "total", "ukuran")
)
_PIECE = re.compile(
    r"(?P<fraction>(?<![\d/.,])(?:1/2|1/4|3/4)(?![\d/.,]\d|\d|/))|(?P<figure>\d+(?:[.,]\d+)*)"
    r"|(?P<word>(?<![^\W\d_])[kc]?m\^?[123](?!\d)|[^\W\d_]+(?:['-][^\W\d_]+)*'?)|(?P<mark>[^\s\w]|\n)",
    re.IGNORECASE,
)
_TIMES = re.compile(r"(?<=[\w.])\s*[*×✕✖]\s*(?=\d)")
_ABOUT = re.compile(r"\+\s*/?\s*-|±|~|≈")
_BELOW_ZERO = re.compile(r"(?:^\s*|(?<=[^\W\d_])\s+)-(?=\d)")  # nothing we ask for is below zero; "@" is not understood
_LETTER_O = re.compile(r"(?<=\d)[oO](?![^\W\d_])")  # "6o" is no six
_CAPITAL_O = re.compile(r"(?<=\d)O(?=\s+[^\W\d_])")  # "3O kk": who means people writes no capital
_ZEROS = re.compile(r"(?<![^\W_])\d[\d.,oO]*(?:[oO]{2}|[oO]\d)[\d.,oO]*(?![^\W_])")  # "1oo", "2o5" can be nothing else
_THOUSAND = re.compile(r"(?<=\d)\s?k\b(?!\s*\d)", re.IGNORECASE)  # "2k" outside of money
_RATE = re.compile(
    r"/\s*(?=(?:hari|bulan|bln|tahun|thn|minggu|orang|org|kk|rumah|unit|kg|meter|m|jam)\b)", re.IGNORECASE
)
_GLUED_TIMES = re.compile(r"(mtr|meter|km|cm|m)(x)|(x)(p|l|t|panjang|lebar|tinggi)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Piece:
    """`raw` keeps capitals: "2 M" and "2 m" need not be the same. `text` has none; every reader looks at it often."""

    kind: Literal["fraction", "figure", "word", "mark"]
    raw: str
    text: str = field(init=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", self.raw.lower())


def prepare(text: str) -> str:
    """The same text on a plain keyboard: digits of every sort as 0-9, one dash, one apostrophe, "kira2" written out."""
    text = re.sub("[\ufe0f\u20e3]", "", clean(text))
    for sign, plain in _VULGAR.items():
        text = text.replace(sign, plain)
    text = unicodedata.normalize("NFKC", text.replace("²", "^2").replace("³", "^3"))
    text = re.sub("[`´\u2018\u2019\u02bc]", "'", re.sub("[\u2010-\u2015\u2212]", "-", text))
    text = _ABOUT.sub(" kira-kira ", _TIMES.sub(" x ", re.sub(r"\d", _plain_digit, text)))
    text = _CAPITAL_O.sub("0", text)
    text = _ZEROS.sub(lambda found: re.sub("[oO]", "0", found[0]), text)
    text = _RATE.sub(" per ", _THOUSAND.sub("@", _LETTER_O.sub("@", text)))
    return _BELOW_ZERO.sub(" @", _TWICE.sub(_write_twice, text))


def _plain_digit(found: re.Match[str]) -> str:
    return str(unicodedata.decimal(found[0]))


def _write_twice(found: re.Match[str]) -> str:
    return found[0] if found[1].lower() in _NOT_TWICE else f"{found[1]}-{found[1]}"


@lru_cache(maxsize=4096)
def _halves_of(word: str) -> tuple[str, ...]:
    """ "laki-laki" and "laki-lakinya" are one word, "dua-tiga" is three."""
    if len(set(word.lower().removesuffix("nya").split("-"))) == 1 or "-" not in word:
        return (word,)
    return tuple(part for part in re.split("(-)", word) if part)


def cut(text: str, fractions: bool = True) -> list[Piece]:
    """Pieces of a prepared text. Without `fractions` "1/2" is two numbers, as in RT/RW 1/2."""
    pieces: list[Piece] = []
    for found in _PIECE.finditer(text):
        kind = found.lastgroup
        if kind == "fraction" and not fractions:
            pieces += [Piece("figure", found[0][0]), Piece("mark", "/"), Piece("figure", found[0][2])]
        elif kind == "word":
            pieces += _words(found[0])
        elif kind == "fraction":
            pieces.append(Piece("fraction", found[0]))
        else:
            pieces.append(Piece("figure" if kind == "figure" else "mark", found[0]))
    return pieces


def _words(word: str) -> list[Piece]:
    glued = _GLUED_TIMES.fullmatch(word)
    parts = tuple(filter(None, glued.groups())) if glued else _halves_of(word)
    return [Piece("mark" if part == "-" else "word", part) for part in parts]
