"""Making the weights of `counting`: of each example all ways to choose among its values are weighed, and what its hand
chose is made likelier. The same every time, without anything but Python."""

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from math import sqrt
from typing import NamedTuple

from bot.core.listening.counting import (
    ANY_NUMBER,
    COUNTS,
    MOST,
    OPEN,
    TOKEN,
    Span,
    features,
    fewest,
    folded,
    size_of,
    ways,
    weighed,
)
from bot.core.listening.folding import Folding, FoldingWords, words_known
from bot.core.listening.model import Weights
from bot.core.listening.training import as_bytes, shuffled

_PASSES, _RATE, _FADING = 10, 1.0, 0.85
_RARE = 3  # a feature of fewer values teaches nothing about others
_MARKED = re.compile(r"\[(?P<counts>[^\]]*)\]|<(?P<other>[^>]*)>|\{(?P<open>[^}]*)\}")
_MARK = re.compile(r"[\[\]<>{}]")


class Marked(NamedTuple):
    """An example: what it says, where its values stand, and which of them count; none where nobody can tell."""

    sort: str
    tokens: tuple[str, ...]
    spans: tuple[Span, ...]
    way: tuple[int, ...]


def marked(sort: str, line: str, names: Callable[[Sequence[str]], Sequence[str]] | None = None) -> Marked | None:
    """ "<30 jt>. kurang, [35 jt]": in such brackets what counts, what does not, and in {} what leaves it open. None of
    a line that cannot teach: of one value, of too many, or where none counts. `names`: what stands for each of them."""
    stand_ins = names([_inside(found) for found in _MARKED.finditer(line)]) if names else ()
    tokens: list[str] = []
    spans: list[Span] = []
    counting: list[int] = []
    at = 0
    for found in _MARKED.finditer(line):
        tokens += TOKEN.findall(line[at : found.start()])
        value = [stand_ins[len(spans)]] if stand_ins else TOKEN.findall(_inside(found))
        counting += [len(spans)] if found["counts"] is not None else []
        spans.append((len(tokens), len(tokens) + len(value)))
        tokens += value
        at = found.end()
    tokens += TOKEN.findall(line[at:])
    is_open = "{" in line
    fits = fewest(sort) <= len(spans) <= MOST and (is_open or counting or sort in ANY_NUMBER)
    return Marked(sort, tuple(tokens), tuple(spans), () if is_open else tuple(counting)) if fits else None


def is_marked(line: str) -> bool:
    """Whether its marks are whole, and there is one."""
    return _MARKED.search(line) is not None and _MARK.search(bare(line)) is None


def bare(line: str) -> str:
    """The example without its marks."""
    return _MARKED.sub(_inside, line)


def _inside(found: re.Match[str]) -> str:
    return next(filter(None, found.groups()), "")


@dataclass(frozen=True, slots=True)
class _Seen:
    """One example as it is learnt: of each value its features, of each way that of its size."""

    values: tuple[tuple[int, ...], ...]
    sizes: Mapping[tuple[int, ...], int]
    way: tuple[int, ...]
    name: str


def train(examples: Sequence[Marked], words: FoldingWords, inputs: str) -> Weights:
    known = words_known(words, (" ".join(example.tokens) for example in examples))
    fold = partial(folded, Folding(words, known).word)
    told = [(example, list(features(tuple(map(fold, example.tokens)), example.spans))) for example in examples]
    often = Counter(feature for _, values in told for value in values for feature in value)
    sizes = {size for example, _ in told for size in _sizes(example).values()}
    names = sorted({feature for feature, count in often.items() if count >= _RARE} | sizes)
    at = {name: number for number, name in enumerate(names)}
    seen = [
        _Seen(
            tuple(tuple(sorted(at[one] for one in value if one in at)) for value in values),
            {way: at[size] for way, size in _sizes(example).items()},
            example.way,
            f"{example.sort} {example.spans} {example.way} {' '.join(example.tokens)}",
        )
        for example, values in told
    ]
    step, rows = as_bytes(_learned(len(names), seen))
    return Weights((COUNTS, OPEN), tuple(names), rows, step, tuple(sorted(known)), inputs)


def _sizes(example: Marked) -> dict[tuple[int, ...], str]:
    count = len(example.spans)
    return {way: size_of(example.sort, count, len(way)) for way in ways(count)}


def _learned(count: int, seen: Sequence[_Seen]) -> list[list[float]]:
    """Of each feature how much it speaks for that a value counts, and for that nobody can tell."""
    counts, doubts = [0.0] * count, [0.0] * count
    for turn in range(_PASSES):
        for one in shuffled(seen, turn):
            _learn(one, counts, doubts, _RATE * _FADING**turn)
    return [list(pair) for pair in zip(counts, doubts, strict=True)]


def _learn(one: _Seen, counts: list[float], doubts: list[float], rate: float) -> None:
    scales = [1 / sqrt(len(value) or 1) for value in one.values]
    told = [
        [sum(rows[at] for at in value) * scale for value, scale in zip(one.values, scales, strict=True)]
        for rows in (counts, doubts)
    ]
    shares = weighed(told[0], told[1], {way: counts[at] for way, at in one.sizes.items()})
    missing = {way: (way == one.way) - share for way, share in shares.items()}
    for way, at in one.sizes.items():
        counts[at] += rate * missing[way]
    for number, (value, scale) in enumerate(zip(one.values, scales, strict=True)):
        more = rate * scale * sum(miss for way, miss in missing.items() if number in way)
        open_more = rate * scale * missing[()] / len(one.values)
        for at in value:
            counts[at] += more
            doubts[at] += open_more
