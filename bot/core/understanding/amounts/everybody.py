"""Whether all families are said to have little, or none of them: "semua kurang mampu", where their number is known
already, and "tidak ada yang begitu"."""

import re
from collections.abc import Sequence
from itertools import groupby

from bot.core.spelt import Spellings, one_of
from bot.core.understanding.amounts.pieces import LONGEST
from bot.core.understanding.amounts.tokens import Lexicon, Token, tokenize

_PARTS = re.compile(r"[,.;:\n]+")
_WHOM = frozenset({"family", "person", "place", "address"})
_UNTOLD = frozenset({"num", "unknown", "about", "bound"})
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


def are_none_poor(text: str, words: Lexicon, well_off: Spellings) -> bool:
    """ "Tidak ada yang begitu di lorong kami" says so, "tidak ada, punya sawah semua", and "nda ada" alone; of
    "tidak ada data" nothing is known."""
    told = _PARTS.split(text) if len(text) <= LONGEST else []
    kinds = [[token.kind for token in tokenize(part, words) if token.kind not in _WHOM] for part in told]
    thanks = [one_of(well_off).search(part) is not None for part in told]
    both = (each[:1] == ["all"] and "zero" not in each and not well for each, well in zip(kinds, thanks, strict=True))
    if any(not _UNTOLD.isdisjoint(each) for each in kinds) or any(both):
        return False  # "semua mi, tidak ada yang miskin" says both
    behind = [each[each.index("zero") + 1 :] for each in kinds if "zero" in each]
    named = any(each[:1] in (["poor"], ["or_so"]) for each in behind)
    alone = all(not each or each == ["zero"] for each in kinds)
    return named or (any(not each for each in behind) and (any(thanks) or alone))


def _agrees(part: Sequence[Token]) -> bool:
    """ "Tidak ada yang kaya" agrees; "tidak ada yang miskin" does not, and of "semua petani" nothing was asked."""
    kinds = {token.kind for token in part}
    if "all" in kinds:
        return "zero" not in kinds and ("poor" in kinds or kinds <= {"all", "family"})
    return not {"zero", "poor"} <= kinds
