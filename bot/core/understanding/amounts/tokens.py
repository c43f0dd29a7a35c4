"""From pieces to tokens: every number read, every word with the class it has in this sort of answer."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from rapidfuzz.distance import OSA

from bot.core.spelt import Spellings, WhichCount
from bot.core.understanding.amounts.numerals import ONE, Num, Numerals
from bot.core.understanding.amounts.pieces import Piece, cut, prepare
from bot.core.vocabulary import SharedWords

_FARTHEST = 6  # pieces that a phrase may be spread over
_SURE_LENGTH = 7  # letters; in a shorter word one wrong letter makes another word: batang, barang
_COUNTED = frozenset({"person", "part", "family", "house", "length", "wide", "count"})  # kinds of units
_SILENT = frozenset({"noise"})
_OPEN = frozenset({"an", "ann"})  # which may belong to a number
_SE = Num((ONE.value,))  # "semeter"


@dataclass(frozen=True, slots=True)
class Token:
    """`kind`: "num", "other" for an unknown word, else the class of the word; `name`: what that class makes of it.
    `text`: the words themselves; `span`: from which piece to which."""

    kind: str
    name: str = ""
    number: Num | None = None
    text: str = field(default="", compare=False)
    span: tuple[int, int] = field(default=(0, 0), compare=False)


@dataclass(frozen=True, slots=True)
class Speech:
    """What every sort of answer has in common: the words of numbers, the classes of words of all answers, and what
    examples teach about several values. `counted` and `measured` words stand behind how many there are of
    somebody and how big something is."""

    numerals: Numerals
    shared: Mapping[str, str]
    common: SharedWords
    counted: frozenset[str] = frozenset()
    measured: frozenset[str] = frozenset()
    which_count: WhichCount | None = None


class Lexicon:
    """The words of one sort of answer. `own`: the class of a word or phrase, before the shared words.

    `one`: kinds whose words may begin with "se-", one of it: "semeter".
    """

    def __init__(
        self, speech: Speech, classes: Mapping[str, Spellings], one: Iterable[str] = (), fractions: bool = True
    ) -> None:
        """`classes`: words and phrases by "kind" or "kind:name"; of two classes that have a word the later counts."""
        self.speech, self.told = speech, classes
        self.own = {word: kind for kind, words in classes.items() for word in words}
        self.classes = {**speech.shared, **self.own}
        self.one, self.fractions, self.numerals = frozenset(one), fractions, speech.numerals
        self.counts = frozenset(kind.partition(":")[0] for kind in classes) & _COUNTED
        phrases = sorted((phrase.split() for phrase in self.classes if " " in phrase), key=len)
        self.openings = {phrase[0]: len(phrase) for phrase in phrases}  # with the words of the longest
        known = (*(word for word in self.own if " " not in word), *self.numerals.long_words)
        self.long_words = frozenset(word for word in known if len(word) >= _SURE_LENGTH)
        self.known = frozenset(part for phrase in self.classes for part in phrase.split())
        self.short: Shortened | None = Shortened(self.classes, self.numerals.plain_words)
        self.stem = lru_cache(maxsize=4096)(self._stem)
        self.nearest = lru_cache(maxsize=4096)(self._nearest)
        self.single = lru_cache(maxsize=4096)(self._single)

    def strictly(self) -> "Lexicon":
        """The same words without any forgiven: in a story there are too many others that are like them."""
        strict = Lexicon(self.speech, self.told, (), self.fractions)
        strict.long_words, strict.short = frozenset(), None
        return strict

    def find(self, word: str) -> str | None:
        return self.classes.get(word)

    def plain(self, piece: Piece) -> Piece:
        stem = self.stem(piece.text) if piece.kind == "word" else piece.text
        return piece if stem == piece.text else Piece("word", stem)

    def _stem(self, text: str) -> str:
        """ "Sampaiji" is "sampai", "limami" is "lima", "lbih" is "lebih"; a known word is what it is."""
        if text in self.known or self.numerals.atoms_of(text):
            return text
        stems = [text.removesuffix(ending) for ending in self.speech.common.endings if text.endswith(ending)]
        whole = next((stem for stem in stems if self._is_stem(stem)), "")
        written = (self._written_out(each) for each in (text, *stems))
        return whole or next((word for word in written if word), text)

    def _written_out(self, text: str) -> str:
        """The one word, or words of one class, that this is short for."""
        found = self.short.find(text) if self.short and text not in self.numerals.never else []
        meant = {self.classes.get(word) or self.numerals.atoms_of(word) or word for word in found}
        return found[0] if len(meant) == 1 else ""

    def _single(self, text: str) -> Sequence[Token] | None:
        """What a word means whatever stands behind it; None where that may tell more."""
        if text in self.openings or text in _OPEN or self.numerals.atoms_of(text):
            return None
        return tuple(_word([Piece("word", text)], 0, self)[0])

    def may_tell(self, pieces: Sequence[Piece], kinds: frozenset[str]) -> bool:
        """Whether a word of these kinds may be among them; phrases are not looked into."""
        told = (self.single(self.stem(piece.text)) for piece in pieces if piece.kind == "word")
        return any(one is None or any(token.kind in kinds for token in one) for one in told)

    def _is_stem(self, text: str) -> bool:
        """ "Haji" is no "ha": a short stem has no vowel ("kk", "km")."""
        long = len(text) > 2 or (len(text) == 2 and not set(text) & set("aiueo"))
        return long and (text in self.known or bool(self.numerals.atoms_of(text)))

    def _nearest(self, text: str) -> str:
        """The one long word that is a letter away; empty when there is none, or several."""
        if len(text) < _SURE_LENGTH - 1 or len(text) > 20 or text in self.numerals.never:
            return ""
        close = [word for word in self.long_words if OSA.distance(text, word, score_cutoff=1) <= 1]
        return close[0] if len(close) == 1 else ""


def tokenize(text: str, words: Lexicon) -> list[Token]:
    return list(_tokenized(text, words))


@lru_cache(maxsize=8)
def _tokenized(text: str, words: Lexicon) -> tuple[Token, ...]:
    """A kind looks at the same words several times; they are cut once, and soon forgotten."""
    return tuple(tokens_of(cut(prepare(text), words.fractions), words))


def tokens_of(
    pieces: Sequence[Piece], words: Lexicon, numbers: Mapping[int, tuple[Num, int]] | None = None
) -> list[Token]:
    """`numbers`: those in it by where they begin, if somebody has read them already."""
    tokens: list[Token] = []
    said, pieces = pieces, [words.plain(piece) for piece in pieces]
    at = 0
    while at < len(pieces):
        known = words.single(pieces[at].text) if pieces[at].kind == "word" else None
        found, end = (known, at + 1) if known is not None else _token(pieces, at, words, numbers)
        tokens += [_placed(token, said, at, end) for token in found if token.kind not in _SILENT]
        at = end
    return tokens


def _placed(token: Token, pieces: Sequence[Piece], at: int, end: int) -> Token:
    text = pieces[at].raw if end == at + 1 else " ".join(piece.raw for piece in pieces[at:end])
    return Token(token.kind, token.name, token.number, text, (at, end))


def _token(
    pieces: Sequence[Piece], at: int, words: Lexicon, numbers: Mapping[int, tuple[Num, int]] | None
) -> tuple[list[Token], int]:
    phrase = _phrase(pieces, at, words)
    if phrase:
        return phrase
    numeral = words.numerals.read(pieces, at) if numbers is None else numbers.get(at)
    if numeral:
        return [Token("num", number=numeral[0])], numeral[1]
    if pieces[at].kind in ("figure", "fraction"):
        return [Token("stop")], at + 1
    return _word(pieces, at, words)


def _phrase(pieces: Sequence[Piece], at: int, words: Lexicon) -> tuple[list[Token], int] | None:
    """Several words that belong together."""
    if pieces[at].text not in words.openings:
        return None
    said = [(piece.text, at + ahead + 1) for ahead, piece in enumerate(pieces[at : at + _FARTHEST])]
    told = [*said[:1], *(each for each in said[1:] if words.find(each[0]) not in _SILENT)]
    return _longest(said, words) or (_longest(told, words) if len(told) < len(said) else None)


def _longest(said: Sequence[tuple[str, int]], words: Lexicon) -> tuple[list[Token], int] | None:
    """The longest phrase that begins here; what says nothing may stand in it, "kurang ji dari"."""
    for length in range(min(words.openings[said[0][0]], len(said)), 1, -1):
        phrase = " ".join(text for text, _ in said[:length])
        told = words.find(phrase) or words.find(phrase.removesuffix("nya"))
        if told:
            return [_as_token(told)], said[length - 1][1]
    return None


def _word(pieces: Sequence[Piece], at: int, words: Lexicon) -> tuple[list[Token], int]:
    piece = pieces[at]
    told = words.find(piece.text)
    if told:
        return [_as_token(told)], at + 1
    if piece.kind == "mark":
        return [], at + 1
    text = piece.text
    if text.startswith("se") and (unit := words.own.get(text[2:])) and unit.partition(":")[0] in words.one:
        return [Token("num", number=_SE), _as_token(unit)], at + 1
    if text.endswith("nya") and (told := words.find(text[:-3])):
        return [_as_token(told)], at + 1
    return _misspelt(text, words), at + 1


def _misspelt(text: str, words: Lexicon) -> list[Token]:
    """One wrong letter in a long word is forgiven."""
    near = words.nearest(text)
    if near in words.own:
        return [_as_token(words.own[near])]
    numeral = words.numerals.read([Piece("word", near)], 0) if near else None
    return [Token("num", number=numeral[0])] if numeral else [Token("other", text)]


def _as_token(told: str) -> Token:
    kind, _, name = told.partition(":")
    return Token(kind, name)


_SHORTEST, _SHORTEST_WORD = 3, 4  # letters of what was typed and of what it stands for
_VOWELS = re.compile("[aiueo]")
_NO_WORD = re.compile("[^aiueo]{2}")  # so no word begins that is written out: "bawa" is no "bawah", "tap" no "tiap"


class Shortened:
    """Finds the words of which something typed is what was left: all consonants, the first and the last letter. Of
    `softly` ended words a last "h" alone may be missing as well."""

    def __init__(self, words: Iterable[str], softly: Sequence[str] = ()) -> None:
        self._softly = {word.removesuffix("h"): word for word in softly if word.endswith("h")}
        self._words: dict[str, list[str]] = {}
        for word in dict.fromkeys((*words, *softly)):
            if word.isalpha() and len(word) >= _SHORTEST_WORD:
                self._words.setdefault(_bones(word), []).append(word)
                if word.endswith("h"):
                    self._words.setdefault(_bones(word[:-1]), []).append(word)

    def find(self, typed: str) -> list[str]:
        """A last "h" may be missing as well, but then little else."""
        if typed in self._softly:
            return [self._softly[typed]]
        if len(typed) < _SHORTEST or not _NO_WORD.match(typed):
            return []
        found = self._words.get(_bones(typed), [])
        return [
            word for word in found if _is_left_of(typed, word) and (word[-1] == typed[-1] or len(typed) > _SHORTEST)
        ]


def _bones(word: str) -> str:
    return word[:1] + _VOWELS.sub("", word[1:-1]) + word[-1:]


def _is_left_of(typed: str, word: str) -> bool:
    """Whether its letters stand in the word in this order."""
    letters = iter(word)
    return len(typed) < len(word) and all(letter in letters for letter in typed)
