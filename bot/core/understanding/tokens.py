"""From pieces to tokens: every number read, every word with the class it has in this sort of answer."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from rapidfuzz.distance import OSA

from bot.core.understanding.numerals import ATOMS, Num, read_numeral
from bot.core.understanding.pieces import Piece, cut, prepare
from bot.core.understanding.words import SHARED

_LONGEST_PHRASE = 4  # words
_SURE_LENGTH = 7  # letters; in a shorter word one wrong letter makes another word: batang, barang
_NOT_MISSPELT = frozenset({"sebelah", "sembilu", "delapak", "seratur"})
_SILENT = frozenset({"noise", "about"})


@dataclass(frozen=True, slots=True)
class Token:
    """`kind`: "num", "other" for an unknown word, else the class of the word; `name`: what that class makes of it."""

    kind: str
    name: str = ""
    number: Num | None = None


@dataclass(frozen=True)
class Lexicon:
    """The words of one sort of answer. `classes`: "kind" or "kind:name" by word or phrase, before the shared words.

    `one`: kinds whose words may begin with "se-", one of it: "semeter".
    """

    classes: Mapping[str, str]
    one: frozenset[str] = frozenset()
    fractions: bool = True

    def find(self, word: str) -> str | None:
        return self.classes.get(word) or SHARED.get(word)


def lexicon(classes: Mapping[str, str], one: Iterable[str] = (), fractions: bool = True) -> Lexicon:
    """`classes`: words with spaces between them by class; a phrase is written with underscores."""
    spelt = {word.replace("_", " "): kind for kind, words in classes.items() for word in words.split()}
    return Lexicon(spelt, frozenset(one), fractions)


def tokenize(text: str, words: Lexicon) -> list[Token]:
    pieces = cut(prepare(text), words.fractions)
    tokens: list[Token] = []
    at = 0
    while at < len(pieces):
        found, at = _token(pieces, at, words)
        tokens += [token for token in found if token.kind not in _SILENT]
    return tokens


def _token(pieces: Sequence[Piece], at: int, words: Lexicon) -> tuple[list[Token], int]:
    phrase = _phrase(pieces, at, words)
    if phrase:
        return phrase
    numeral = read_numeral(pieces, at)
    if numeral:
        return [Token("num", number=numeral[0])], numeral[1]
    if pieces[at].kind in ("figure", "fraction"):
        return [Token("stop")], at + 1
    return _word(pieces, at, words)


def _phrase(pieces: Sequence[Piece], at: int, words: Lexicon) -> tuple[list[Token], int] | None:
    """Several words that belong together."""
    for length in range(min(_LONGEST_PHRASE, len(pieces) - at), 1, -1):
        told = words.find(" ".join(piece.text for piece in pieces[at : at + length]))
        if told:
            return [_as_token(told)], at + length
    return None


def _word(pieces: Sequence[Piece], at: int, words: Lexicon) -> tuple[list[Token], int]:
    piece = pieces[at]
    told = words.find(piece.text)
    if told:
        return [_as_token(told)], at + 1
    if piece.kind == "mark":
        return [], at + 1
    text = piece.text
    if text.startswith("se") and (unit := words.classes.get(text[2:])) and unit.partition(":")[0] in words.one:
        return [Token("num", number=read_numeral([Piece("word", "satu")], 0)[0]), _as_token(unit)], at + 1  # type: ignore[index]
    if text.endswith("nya") and (told := words.find(text[:-3])):
        return [_as_token(told)], at + 1
    return _misspelt(text, words), at + 1


def _misspelt(text: str, words: Lexicon) -> list[Token]:
    """One wrong letter in a long word is forgiven."""
    known = [word for word in words.classes if len(word) >= _SURE_LENGTH and " " not in word]
    near = _nearest(text, tuple(known))
    if near in words.classes:
        return [_as_token(words.classes[near])]
    numeral = read_numeral([Piece("word", near)], 0) if near else None
    return [Token("num", number=numeral[0])] if numeral else [Token("other", text)]


@cache
def _number_words() -> tuple[str, ...]:
    return (
        *(w for w in ATOMS if len(w) >= _SURE_LENGTH and ATOMS[w].kind != "quarters"),
        "sepuluh",
        "sebelas",
        "seratus",
    )


@cache
def _nearest(text: str, known: tuple[str, ...]) -> str:
    if len(text) < _SURE_LENGTH - 1 or len(text) > 20 or text in _NOT_MISSPELT:
        return ""
    close = {word for word in (*known, *_number_words()) if OSA.distance(text, word, score_cutoff=1) <= 1}
    return close.pop() if len(close) == 1 else ""


def _as_token(told: str) -> Token:
    kind, _, name = told.partition(":")
    return Token(kind, name)
