"""What a correction changed: the words that were there and those that are there now, so that nobody has to read all of
it again to find the one that is new."""

from collections.abc import Sequence
from difflib import SequenceMatcher

#: (what stood there, what stands there now); one of them may be empty.
Change = tuple[str, str]
_MOST, _LONGEST = 3, 60  # changes that are told one by one; letters of each side
_SAME = 0.5  # of the words
_APART = 1  # word between two that belong together
_AROUND = ".,;:!()"


def changes(*parts: tuple[str, str]) -> tuple[Change, ...]:
    """From the old to the new of each plain text; none where so much is new that it has to be read as a whole."""
    texts = [(old.split(), new.split()) for old, new in parts]
    found = [_told(was, now, spans) for was, now in texts for spans in _spans(was, now)]
    told = [(before, after) for before, after in found if before != after]
    is_short = len(told) <= _MOST and all(len(part) <= _LONGEST for one in told for part in one)
    return () if any(_is_rewritten(*each) for each in texts) or not is_short else tuple(told)


def _is_rewritten(was: Sequence[str], now: Sequence[str]) -> bool:
    """Less than half of it stands there still; what was added or left out as a whole is no other text."""
    return bool(was and now) and SequenceMatcher(None, was, now, autojunk=False).ratio() < _SAME


def _spans(was: Sequence[str], now: Sequence[str]) -> list[tuple[int, int, int, int]]:
    """What differs; what stands apart by one word is one change."""
    spans = list[tuple[int, int, int, int]]()
    for tag, i, j, k, m in SequenceMatcher(None, was, now, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        if spans and i - spans[-1][1] <= _APART:
            first = spans.pop()
            spans.append((first[0], j, first[2], m))
        else:
            spans.append((i, j, k, m))
    return spans


def _told(was: Sequence[str], now: Sequence[str], spans: tuple[int, int, int, int]) -> Change:
    """With the word before a single one: "jam 9" says more than "9"."""
    i, j, k, m = spans
    lead = 1 if i and k and was[i - 1] == now[k - 1] and min(j - i, m - k) <= 1 else 0
    before, after = (" ".join(words).strip(_AROUND) for words in (was[i - lead : j], now[k - lead : m]))
    return before, after
