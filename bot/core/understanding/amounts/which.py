"""Which of several amounts counts, as examples teach, where no word in the lists tells it: "30 jt. kurang itu pale,
jadikan 35 jt", "punyanya tetangga 200 meter, kami separuhnya ji 100"."""

from collections.abc import Iterator, Sequence

from bot.core.listening.counting import ENDS
from bot.core.understanding.amounts.asides import counted_as
from bot.core.understanding.amounts.pieces import Piece
from bot.core.understanding.amounts.summing import AREA
from bot.core.understanding.amounts.tokens import Lexicon, Token, tokens_of
from bot.core.understanding.counted import SURE, SURER, surely

_SORT = "angka"  # of the examples
_FEWEST = 2
_COMMA = Piece("mark", ",")
#: Behind a number these belong to it; between two they make one amount of both; before one they tell what it measures.
_UNITS = frozenset({"rupiah", "billion", "kilo", "poor", "male", "female", "loose", "lbr", "times"})
_JOINS = frozenset({"times", "range", "between"})
_LEADS = frozenset({"side", "male", "female", "part", "person", "family", "house", "rupiah"})
_HEDGES = frozenset({"about"})
_OF_THEM = frozenset({"poor", "rest", "whole"})
_ELSE = frozenset({"side", "enough", "bound", "ahead", "behind", "often"})

_AREA = AREA.partition(":")[2]

Span = tuple[int, int]  # from which piece to which


def ways(pieces: Sequence[Piece], words: Lexicon, sure: float = SURE, alike: bool = False) -> Iterator[list[Piece]]:
    """The same with nothing but the amounts that count and what stands around them; then these amounts alone. `alike`:
    only where all of them tell the same sort of thing."""
    which = words.speech.which_count
    several = which is not None and sum(_is_number(piece, words) for piece in pieces) >= _FEWEST
    tokens = tokens_of(pieces, words) if several else []
    spans = [span for span in _amounts(tokens, words) if not _is_none(pieces, span, words)]
    are_alike = _are_alike(tokens, spans, words)
    told = {token.number.readings for token in tokens if token.number}
    several = several and min(len(spans), len(told)) >= _FEWEST and not _has_another_meaning(pieces, tokens, words)
    if which is None or not several or (alike and not are_alike):
        return
    shares = which(_SORT, [piece.raw for piece in pieces], spans)
    kept = surely(shares, sure if are_alike else SURER)
    for around in (_with_words, _with_hedge):
        if kept:
            here = [around(pieces, tokens, spans, at) for at in kept]
            found = [piece for start, end in here for piece in (_COMMA, *pieces[start:end])]
            yield counted_as(found, pieces, words) or found


def _amounts(tokens: Sequence[Token], words: Lexicon) -> Iterator[Span]:
    start = end = -1
    before = Token("")
    for token in tokens:
        touches = token.span[0] == end
        if token.number and not (touches and (before.number or before.kind in _JOINS)):
            if start >= 0:
                yield start, end
            leads = before.kind in _LEADS and before.span[1] == token.span[0] and before.span[0] >= end
            start, end = (before.span[0] if leads else token.span[0]), token.span[1]
        elif touches and (token.number or token.kind in words.counts | _UNITS | _JOINS):
            end = token.span[1]
        before = token
    if start >= 0:
        yield start, end


def _is_number(piece: Piece, words: Lexicon) -> bool:
    return piece.kind in ("figure", "fraction") or bool(words.numerals.atoms_of(piece.text))


def _are_alike(tokens: Sequence[Token], spans: Sequence[Span], words: Lexicon) -> bool:
    """Whether all count the same: of people, families and the poor each may be an answer."""
    inside = (token for start, end in spans for token in tokens if start <= token.span[0] < end)
    sorts = {token.kind for token in inside if token.kind in words.counts | _LEADS}
    return len(sorts) <= 1 and not any(token.kind in _OF_THEM for token in tokens)


def _has_another_meaning(pieces: Sequence[Piece], tokens: Sequence[Token], words: Lexicon) -> bool:
    """How wide something is stands beside how long it is, and not against it; what is more, less or broken only is no
    answer ("naik 150 ribu", "tidak cukup 5 juta", "yang rusak 200 m"). Groups side by side are both meant."""
    told = words.speech.common.contrasts
    changes = {*told["bertambah"], *told["berkurang"], *(told["rusak"] if "length" in words.counts else ())}
    other = any(token.kind in _ELSE or token.name == _AREA for token in tokens)  # "2 rt, satu rt 30 kk"
    return other or _are_side_by_side(tokens) or any(piece.text in changes for piece in pieces)


def _are_side_by_side(tokens: Sequence[Token]) -> bool:
    """ "38 balita 6 bumil", "balita 38, bumil 6": two groups, with nothing said between that would put one aside."""
    told = [token for token in tokens if token.kind != "sep"]
    fours = (told[at : at + 4] for at in range(len(told) - 3))
    groups = ([token.text.lower() for token in four if token.kind == "part"] for four in fours if _counts_two(four))
    return any(one != other for one, other in groups)


def _counts_two(four: Sequence[Token]) -> bool:
    return [token.kind for token in four] in (["num", "part"] * 2, ["part", "num"] * 2)


def _is_none(pieces: Sequence[Piece], span: Span, words: Lexicon) -> bool:
    """ "250 meter", where people are counted, answers something else, as "20 orang" does where money is asked; "satu"
    alone may be any one."""
    start, end = span
    behind = words.stem(pieces[end].text) if end < len(pieces) else ""
    counted, measured = words.speech.counted, words.speech.measured
    others = measured if "person" in words.counts else counted if words.counts else counted | measured
    return behind in others or (end == start + 1 and pieces[start].kind == "word" and _is_one(pieces[start], words))


def _is_one(piece: Piece, words: Lexicon) -> bool:
    return [atom.value for atom in words.numerals.atoms_of(words.stem(piece.text))] == [1]


def _with_words(pieces: Sequence[Piece], _tokens: Sequence[Token], spans: Sequence[Span], at: int) -> Span:
    """Up to the next amount or mark on either side."""
    start, end = spans[at]
    least, most = (spans[at - 1][1] if at else 0), (spans[at + 1][0] if at + 1 < len(spans) else len(pieces))
    while start > least and pieces[start - 1].text not in ENDS:
        start -= 1
    while end < most and pieces[end].text not in ENDS:
        end += 1
    return start, end


def _with_hedge(_pieces: Sequence[Piece], tokens: Sequence[Token], spans: Sequence[Span], at: int) -> Span:
    """With "about" before it."""
    start, end = spans[at]
    hedges = (token.span[0] for token in tokens if token.kind in _HEDGES and token.span[1] == start)
    return next(hedges, start), end
