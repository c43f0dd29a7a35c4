"""Where the amounts stand in a text that makes no answer: each may be offered."""

from collections.abc import Iterator, Sequence

from bot.core.understanding.amounts.pieces import Piece
from bot.core.understanding.amounts.tokens import Lexicon, Token, tokens_of

_BREAKS = frozenset(",;:.!?()\n…")
_FOREIGN = frozenset({"other", "stop", "vague", "unknown"})
_NEAR = 3  # words that may belong to a number
MOST = 3  # more amounts are a list, and no choice


def amounts(pieces: Sequence[Piece], words: Lexicon) -> Iterator[list[Sequence[Piece]]]:
    """For each, in order, the pieces that may be it, the most of them first; none where there are too many."""
    runs = list(_runs(tokens_of(pieces, words), pieces))
    numbered = [run for run in runs if any(token.number for token in run)]
    if len(numbered) <= MOST:
        yield from ([pieces[one[0].span[0] : one[-1].span[1]] for one in _windows(run)] for run in numbered)


def _windows(run: Sequence[Token]) -> list[Sequence[Token]]:
    """The parts of a run that have all its numbers, the longest first."""
    at = [place for place, token in enumerate(run) if token.number]
    low, high = max(0, at[0] - _NEAR), min(len(run), at[-1] + 1 + _NEAR)
    found = [run[one:other] for one in range(low, at[0] + 1) for other in range(at[-1] + 1, high + 1)]
    return sorted(found, key=len, reverse=True)


def _runs(tokens: Sequence[Token], pieces: Sequence[Piece]) -> Iterator[list[Token]]:
    """Known words side by side, up to what is foreign or a mark."""
    run: list[Token] = []
    for token in tokens:
        breaks = run and any(piece.text in _BREAKS for piece in pieces[run[-1].span[1] : token.span[0]])
        if run and (breaks or token.kind in _FOREIGN):
            yield run
            run = []
        if token.kind not in _FOREIGN:
            run.append(token)
    if run:
        yield run
