"""From tokens to one answer, several to choose from, or none: the same steps for every sort of answer."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import product, zip_longest
from typing import Generic, TypeVar

from bot.core.forms.say import Words
from bot.core.understanding.amounts import asides, which
from bot.core.understanding.amounts.bounds import bind, level
from bot.core.understanding.amounts.numerals import Num
from bot.core.understanding.amounts.pieces import LONGEST, Piece, cut, prepare
from bot.core.understanding.amounts.spoken import are_figures, as_one
from bot.core.understanding.amounts.tokens import Lexicon, Token, tokens_of
from bot.core.understanding.amounts.windows import amounts
from bot.core.understanding.counted import DOUBTED
from bot.core.understanding.results import NotUnderstood, Understanding, Understood, Unknown, Unsure

T = TypeVar("T")
MOST_OPTIONS = 4
_NONE = (Token("num", number=Num((Fraction(0),))), Token("bound"))  # "tidak ada": none, or nothing to say?
_DOUBTFUL = frozenset({"bound", "enough", "vague", "unknown"})


@dataclass(frozen=True, slots=True)
class Reading(Generic[T]):
    """A value the tokens may mean. Without `sure` a yes is needed. `why`: the question that fits the doubt. Not
    `offered`: it would be wrong on a button, too."""

    value: T
    sure: bool = True
    why: str = "pengertian.maksudnya"
    offered: bool = True


@dataclass(frozen=True)
class Grammar(Generic[T]):
    """`parse` gets tokens whose numbers have one reading each; `say` says a value back; `ask` is asked when vague.
    `bounds`: whether "about", "more than" and ranges are kept in its values."""

    words: Lexicon
    parse: Callable[[Sequence[Token]], Iterable[Reading[T]]]
    say: Callable[[T], Words]
    ask: str
    bounds: bool = False


def understand(text: str, grammar: Grammar[T]) -> Understanding[T]:
    """The whole, or else the same without what is said besides."""
    if len(text) > LONGEST:
        return NotUnderstood()
    pieces = cut(prepare(text), grammar.words.fractions)
    found = _understand_all(pieces, grammar)
    if isinstance(found, Unknown):
        return found
    if isinstance(found, Understood):
        return _doubted(found, pieces, grammar)
    others = [_understand_all(way, grammar) for way in asides.ways(pieces, grammar.words)]
    if (sure := _sure(others)) is not None:
        return _doubted(sure, pieces, grammar)
    told = which.ways(pieces, grammar.words) if grammar.bounds else ()
    counted = [_understand_all(way, grammar) for way in told]
    if (sure := _sure(counted)) is not None:
        return sure
    doubt = (other for other in (*counted, *others) if isinstance(other, Unsure) and other.options)
    return next(doubt, found) if isinstance(found, NotUnderstood) else found


def _sure(found: Iterable[Understanding[T]]) -> Understood[T] | None:
    return next((one for one in found if isinstance(one, Understood)), None)


def _doubted(found: Understood[T], pieces: Sequence[Piece], grammar: Grammar[T]) -> Understanding[T]:
    """Where examples are very sure that another of the amounts counts, either may be meant."""
    ways = which.ways(pieces, grammar.words, DOUBTED, alike=True) if grammar.bounds else ()
    other = _sure(_understand_all(way, grammar) for way in ways)
    is_same = other is None or grammar.say(other.value) == grammar.say(found.value)
    return found if other is None or is_same else Unsure(Words("pengertian.maksudnya"), (other, found))


def perhaps(text: str, grammar: Grammar[T]) -> Sequence[T]:
    """What its parts may mean, where the whole makes no answer: to be offered, and never taken."""
    pieces = cut(prepare(text), grammar.words.fractions) if len(text) <= LONGEST else []
    found = (_first_of(parts, grammar) for parts in amounts(pieces, grammar.words))
    told = [one for one in found if one is not None]
    return [one.value for at, one in enumerate(told) if one not in told[:at]]


def _first_of(parts: Iterable[Sequence[Piece]], grammar: Grammar[T]) -> Understood[T] | None:
    found = (_understand_all(part, grammar) for part in parts)
    return next((one for one in found if isinstance(one, Understood)), None)


def _understand_all(pieces: Sequence[Piece], grammar: Grammar[T]) -> Understanding[T]:
    tokens = [token if token.kind != "mark" else Token("other") for token in tokens_of(pieces, grammar.words)]
    kinds = {token.kind for token in tokens}
    if {"zero", "unknown"} <= kinds and "num" not in kinds:
        return Unknown()  # "tidak ada datanya, saya tidak tahu"
    tokens = [part for token in tokens for part in (_NONE if token.kind == "zero" else (token,))]
    kinds = {token.kind for token in tokens}
    if "num" not in kinds:
        return _without_number(tokens, kinds, grammar.ask)
    if "stop" in kinds:
        return NotUnderstood(_read_nevertheless(tokens))
    return _understand(_bound(settle(_perhaps(tokens)), grammar.bounds), grammar)


def _perhaps(tokens: Sequence[Token]) -> list[Token]:
    """ "40 meteran kali panjangnya": that word behind a measure, with no number to come, says that it is about so."""
    last = max(at for at, token in enumerate(tokens) if token.kind == "num")
    said = (token.kind == "times" and token.name == "kali" and at > last + 1 for at, token in enumerate(tokens))
    return [replace(token, kind="about", name="kira") if so else token for token, so in zip(tokens, said, strict=True)]


def _understand(tokens: Sequence[Token], grammar: Grammar[T]) -> Understanding[T]:
    doubtful = any(token.kind in _DOUBTFUL for token in tokens) and not _is_estimate(tokens)
    found = _choose(_read_all(tokens, grammar), doubtful, grammar)
    return NotUnderstood(_read_nevertheless(tokens)) if isinstance(found, NotUnderstood) else found


def _is_estimate(tokens: Sequence[Token]) -> bool:
    """ "Mungkin seratusan, tidak pernah saya hitung": not known for sure, and said so."""
    numbers = [token.number for token in tokens if token.number]
    kinds = [token.kind for token in tokens]
    behind = "unknown" in kinds and kinds.index("unknown") > kinds.index("num")  # "2-3 km, belum pernah diukur"
    hedged = all(
        (number.bound == "kira" or ((number.bound or number.to is not None) and behind)) and number.figure != "0"
        for number in numbers
    )
    return hedged and not any(token.kind in ("bound", "enough", "vague") for token in tokens)


def _bound(tokens: Sequence[Token], kept: bool) -> list[Token]:
    return bind(tokens) if kept else [token for token in tokens if token.kind not in ("about", "between")]


def _read_nevertheless(tokens: Sequence[Token]) -> tuple[str, ...]:
    """Each number with the word behind it, to be said where it makes no answer."""
    pairs = zip(tokens, [*tokens[1:], Token("")], strict=True)
    told = [(one.text, _unit_text(one, two)) for one, two in pairs if one.number]
    return tuple(f"{number} {word}".strip() for number, word in told if number)


def _unit_text(number: Token, behind: Token) -> str:
    """ "Seminggu" is a number and its unit in one word."""
    return "" if behind.kind in ("num", "sep", "stop", "range") or behind.text == number.text else behind.text


def _without_number(tokens: Sequence[Token], kinds: set[str], ask: str) -> Understanding[T]:
    if "unknown" in kinds:
        return Unknown()
    vague = next((token.text for token in tokens if token.kind in ("vague", "all")), "")
    return Unsure(Words("pengertian.samar", {"kata": vague, "tanya": Words(ask)})) if vague else NotUnderstood()


def settle(tokens: Sequence[Token]) -> list[Token]:
    """The same number said twice is one: "200 (dua ratus)". What joins no two numbers is no range."""
    kept: list[Token] = []
    for token, behind in zip_longest(tokens, tokens[1:]):
        last = _last_number(kept)
        if token.kind == "sep" and kept and kept[-1].kind == "twice":
            continue
        if token.number and last and _said_twice(last, token):
            kept = [*kept[: kept.index(last) + 1], Token("twice")]
        elif token.number and kept and last is kept[-1] and are_figures(kept, token, behind):
            kept[-1] = as_one(last, token)
        elif token.number and kept and last is kept[-1] and _side_by_side(last, token):
            kept += [Token("range"), token]
        else:
            kept.append(token)
    return [_up_to(kept, at) for at, token in enumerate(kept) if token.kind != "range" or _is_meant(kept, at)]


def _is_meant(tokens: Sequence[Token], at: int) -> bool:
    return _joins(tokens, at) or _opens(tokens, at)


def _opens(tokens: Sequence[Token], at: int) -> bool:
    """ "Bisa sampai 100 orang": a range whose other end was not told."""
    spoken = tokens[at].text[:1].isalpha() and tokens[at].name != "or"
    alone = at == 0 or not any(token.number for token in tokens[:at])
    return alone and spoken and at + 1 < len(tokens) and _is_number(tokens, at + 1)


def _up_to(tokens: Sequence[Token], at: int) -> Token:
    token = tokens[at]
    return Token("vague", text=token.text) if token.kind == "range" and not _joins(tokens, at) else token


def _last_number(kept: Sequence[Token]) -> Token | None:
    """The number before this one, when at most a bracket stands between."""
    before = kept[-1] if kept else None
    if before and before.kind == "sep" and len(kept) > 1:
        before = kept[-2]
    return before if before and before.number else None


def _said_twice(one: Token, other: Token) -> bool:
    """Once in figures and once in words; "90/90" are two numbers."""
    return _readings(one) == _readings(other) and _words_differ(one, other)


def _side_by_side(one: Token, other: Token) -> bool:
    """ "Dua tiga orang": two or three."""
    spelt = one.number and other.number and not (one.number.figure or other.number.figure)
    apart = other.span[0] > one.span[1] > 0  # "anak empat. enam"
    return bool(spelt) and not apart and _readings(one) < _readings(other)


def _words_differ(one: Token, other: Token) -> bool:
    """Once in figures and once in words; "90/90" are two numbers."""
    figures = [bool(token.number and token.number.figure) for token in (one, other)]
    return figures[0] != figures[1]


def _readings(token: Token) -> tuple[Fraction, ...]:
    return token.number.readings if token.number else ()


def _joins(tokens: Sequence[Token], at: int) -> bool:
    """A unit may stand behind the first number: "100 m sampai 150 m"."""
    before = at > 0 and (_is_number(tokens, at - 1) or (at > 1 and _is_number(tokens, at - 2)))
    return before and at < len(tokens) - 1 and _is_number(tokens, at + 1)


def _is_number(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at].kind == "num"


def _read_all(tokens: Sequence[Token], grammar: Grammar[T]) -> list[Reading[T]]:
    """Every reading of every alternative; several alternatives are never sure."""
    ways = list(_alternatives(tokens))
    found: dict[str, Reading[T]] = {}
    for way in ways:
        for reading in grammar.parse(way):
            certain = replace(reading, sure=reading.sure and len(ways) == 1)
            known = found.setdefault(repr(grammar.say(reading.value)), certain)
            if certain.sure and not known.sure:
                found[repr(grammar.say(reading.value))] = certain
    return list(found.values())


def _alternatives(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """One list for each thing the numbers may mean, at most eight."""
    parts = list(_choices(tokens))
    ways = 1
    for part in parts:
        ways *= max(len(part), 1)
    if ways <= 8:
        yield from (list(way) for way in product(*parts))


def _choices(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    at = 0
    while at < len(tokens):
        token = tokens[at]
        if token.number and at + 2 < len(tokens) and tokens[at + 1].kind == "range" and tokens[at + 2].number:
            yield _ends(token, tokens[at + 2])
            at += 3
            continue
        yield _each_reading(token)
        at += 1


def _each_reading(token: Token) -> list[Token]:
    if token.number is None:
        return [token]
    return [replace(token, number=replace(token.number, readings=(one,))) for one in token.number.readings]


def _ends(low: Token, high: Token) -> list[Token]:
    """Both ends, to choose from."""
    return [each for end in level(low, high) for each in _each_reading(end)]


def _choose(readings: Sequence[Reading[T]], doubtful: bool, grammar: Grammar[T]) -> Understanding[T]:
    if not readings:
        return Unsure(Words(grammar.ask)) if doubtful else NotUnderstood()
    offered = [reading for reading in readings if reading.offered]
    options = tuple(Understood(reading.value, grammar.say(reading.value)) for reading in offered)
    if len(options) == len(readings) == 1 and readings[0].sure and not doubtful:
        return options[0]
    return Unsure(Words(readings[0].why), options if len(options) <= MOST_OPTIONS else ())
