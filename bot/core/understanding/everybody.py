"""Whether all families are said to have little: "semua kurang mampu", where their number is known already."""

from collections.abc import Sequence
from itertools import groupby

from bot.core.spelt import Spellings
from bot.core.understanding.pieces import LONGEST
from bot.core.understanding.tokens import Lexicon, Token, tokenize

_KNOWN = frozenset({"all", "poor", "family", "person", "sep", "other", "zero", "place", "address"})


def are_all_poor(text: str, words: Lexicon, all_words: Spellings) -> bool:
    """A number, a hedge, an exception or a no makes it something else: that is asked."""
    if len(text) > LONGEST:
        return False
    tokens = tokenize(text, words)
    meant = [token for token in tokens if token.kind == "all"]
    whole = [words.stem(token.text.partition(" ")[0].lower()) in all_words for token in meant]
    if not whole or not all(whole) or not {token.kind for token in tokens} <= _KNOWN:
        return False
    parts = [list(part) for is_mark, part in groupby(tokens, key=lambda token: token.kind == "sep") if not is_mark]
    return all(_agrees(part) for part in parts)


def _agrees(part: Sequence[Token]) -> bool:
    """ "Tidak ada yang kaya" agrees; "tidak ada yang miskin" does not, and of "semua petani" nothing was asked."""
    kinds = {token.kind for token in part}
    if "all" in kinds:
        return "zero" not in kinds and ("poor" in kinds or kinds <= {"all", "family"})
    return not {"zero", "poor"} <= kinds
