"""Making the weights: plain stochastic descent, the same every time, without anything but Python.

Each feature's weights for all acts are one large whole number, sixty-four bits an act, so that a step of the descent
costs two additions a feature: what numpy would do, at a third of its speed, and nothing to install.
"""

from array import array
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from hashlib import blake2b
from math import sqrt
from typing import Protocol, TypeVar

from bot.core.listening.features import Eyes
from bot.core.listening.folding import Folding, words_known
from bot.core.listening.model import ZERO, Weights, softmax
from bot.core.listening.rules import Rules

_POINT = 1 << 20  # what 1 is as a whole number
_BIAS = 1 << 40  # keeps every lane above zero
_LANE = 8  # bytes
_PASSES = 10
_RATE = 5.0
_FADING = 0.75  # of the rate, pass by pass
_RARE = 2

Example = tuple[str, str]  # act, text


class Named(Protocol):
    """Whatever examples are told apart by."""

    @property
    def name(self) -> str: ...


T = TypeVar("T", bound=Named)


@dataclass(frozen=True, slots=True)
class Seen:
    """One example as the model sees it, and what it is called by nobody else."""

    act: int
    features: tuple[int, ...]
    name: str


class Rows:
    """The weights while they are learned."""

    def __init__(self, width: int, count: int) -> None:
        self._width = width
        self._zero = int.from_bytes(array("Q", [_BIAS] * width).tobytes(), "little")
        self._rows = [self._zero] * count

    def learn(self, seen: Seen, rate: float) -> None:
        scale = 1 / sqrt(len(seen.features))
        shares = softmax([value * scale for value in self.values(seen.features)])
        shares[seen.act] -= 1
        step = self._packed([-share * rate * scale for share in shares])
        for at in seen.features:
            self._rows[at] += step

    def values(self, which: Sequence[int]) -> list[float]:
        total = sum([self._rows[at] for at in which])
        lanes = array("Q", total.to_bytes(self._width * _LANE, "little"))
        return [(lane - _BIAS * len(which)) / _POINT for lane in lanes]

    def _packed(self, values: Iterable[float]) -> int:
        lanes = array("Q", [round(value * _POINT) + _BIAS for value in values])
        return int.from_bytes(lanes.tobytes(), "little") - self._zero


def train(examples: Sequence[Example], rules: Rules, inputs: str) -> Weights:
    known = words_known(rules.words, (text for _, text in examples))
    folding = Folding(rules.words, known)
    eyes = Eyes(rules, folding)
    return taught([(act, eyes.features(folding.fold(text))) for act, text in examples], known, inputs)


def taught(
    examples: Sequence[tuple[str, AbstractSet[str]]], known: Collection[str], inputs: str, rare: int = _RARE
) -> Weights:
    """Of each example its act and its features. `rare`: a feature of fewer examples teaches nothing about others."""
    acts = tuple(sorted({act for act, _ in examples}))
    counts = Counter(feature for _, each in examples for feature in each)
    names = tuple(sorted(feature for feature, count in counts.items() if count >= rare))
    at = {name: number for number, name in enumerate(names)}
    seen = [
        Seen(acts.index(act), tuple(sorted(at[one] for one in each if one in at)), " ".join((act, *sorted(each))))
        for act, each in examples
    ]
    rows = _learned(len(acts), len(names), [one for one in seen if one.features])
    step, packed = _as_bytes([rows.values([number]) for number in range(len(names))])
    return Weights(acts, names, packed, step, tuple(sorted(known)), inputs)


def _learned(width: int, count: int, seen: Sequence[Seen]) -> Rows:
    rows = Rows(width, count)
    for turn in range(_PASSES):
        for one in shuffled(seen, turn):
            rows.learn(one, _RATE * _FADING**turn)
    return rows


def shuffled(seen: Sequence[T], turn: int) -> list[T]:
    """In another order each time, and the same orders always. Where one stands hangs on itself alone: one example more
    is one step more of the descent, and no other order of all
    (docs/adr/0040-the-order-of-the-training-hangs-on-each-example.md)."""
    return sorted(seen, key=lambda one: blake2b(f"{turn} {one.name}".encode(), digest_size=8).digest())


def _as_bytes(rows: Sequence[Sequence[float]]) -> tuple[float, bytes]:
    """What is common to all acts tells nothing and is taken off."""
    return as_bytes([[value - sum(row) / len(row) for value in row] for row in rows])


def as_bytes(rows: Sequence[Sequence[float]]) -> tuple[float, bytes]:
    """What one is worth, and each as a byte: the largest weight is the largest one."""
    step = max(abs(value) for row in rows for value in row) / (ZERO - 1)
    return step, bytes(ZERO + round(value / step) for row in rows for value in row)
