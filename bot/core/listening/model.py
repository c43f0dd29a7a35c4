"""A linear model with softmax: each feature of a text speaks for and against each act.

The weights of a feature are a row of bytes. Rows are added as one large whole number each, of which every act has its
own sixteen bits: a text of two hundred features costs two hundred additions, not two hundred for each of sixty acts.
"""

import json
import zlib
from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import exp, sqrt

ZERO = 128  # a weight of nothing, as it is kept
_LANE = 2  # bytes of each act in a sum
_OFTEN = 4096  # rows kept as numbers; half a megabyte
_AT_ONCE = 250  # rows that can be added before a lane is full


class Unreadable(ValueError):
    """The file holds no weights, or another sort of them."""


@dataclass(frozen=True, slots=True)
class Weights:
    """`rows`: one weight of each act for every feature, a byte each. `step`: what one of them is worth. `inputs`: the
    hash of what they were made of. `known`: the words for folding."""

    acts: tuple[str, ...]
    features: tuple[str, ...]
    rows: bytes
    step: float
    known: tuple[str, ...]
    inputs: str


def pack(weights: Weights) -> bytes:
    """Each act's weights together: those are alike, and alike packs small."""
    width = len(weights.acts)
    columns = b"".join(weights.rows[at::width] for at in range(width))
    head = {"acts": weights.acts, "step": weights.step, "inputs": weights.inputs}
    lists = ("\n".join(words) for words in (weights.features, weights.known))
    parts = [part.encode() for part in (json.dumps(head, sort_keys=True), *lists)]
    return zlib.compress(b"\0".join((*parts, columns)), 9)


def inputs_of(packed: bytes) -> str:
    """The hash of what the weights were made of; only the beginning is unpacked."""
    return str(_head(zlib.decompressobj().decompress(packed, 8192))["inputs"])


def _head(told: bytes) -> Mapping[str, object]:
    head: Mapping[str, object] = json.loads(told.partition(b"\0")[0])
    return head


def unpack(packed: bytes) -> Weights:
    try:
        head, features, known, columns = zlib.decompress(packed).split(b"\0", 3)
        told = json.loads(head)
        acts = tuple(told["acts"])
        named = tuple(features.decode().split("\n"))
        rows = bytearray(len(columns))
        for at in range(len(acts)):
            rows[at :: len(acts)] = columns[at * len(named) : (at + 1) * len(named)]
        return Weights(acts, named, bytes(rows), told["step"], tuple(known.decode().split("\n")), told["inputs"])
    except (zlib.error, ValueError, KeyError) as error:
        raise Unreadable from error


class Model:
    """Reads the weights once; says of a text how likely each act is."""

    def __init__(self, weights: Weights) -> None:
        self.acts, self._step = weights.acts, weights.step
        self._width = len(weights.acts) * _LANE
        self._at = {feature: at * self._width for at, feature in enumerate(weights.features)}
        spread = bytearray(len(weights.rows) * _LANE)
        spread[::_LANE] = weights.rows
        self._rows = bytes(spread)
        self._row = lru_cache(maxsize=_OFTEN)(self._as_number)  # most texts are made of the same few letters

    def shares(self, features: Iterable[str]) -> list[float]:
        """Of each act, wherever it is said; all together 1."""
        return softmax(self.scores(features))

    def scores(self, features: Iterable[str]) -> list[float]:
        """How much all of them speak for each act, or against it."""
        found = [at for at in map(self._at.get, features) if at is not None]
        scale = self._step / sqrt(len(found) or 1)
        return [(total - ZERO * len(found)) * scale for total in self._sums(found)]

    def likely(self, shares: Sequence[float], priors: Mapping[str, float] | None = None) -> dict[str, float]:
        """How likely each act is, all together 1. `priors`: by how much some are likelier here than elsewhere."""
        likely = dict(zip(self.acts, shares, strict=True))
        for act, prior in (priors or {}).items():
            if act in likely:
                likely[act] *= prior
        whole = sum(likely.values())
        return {act: share / whole for act, share in likely.items()}

    def _as_number(self, at: int) -> int:
        return int.from_bytes(self._rows[at : at + self._width], "little")

    def _sums(self, found: Sequence[int]) -> Sequence[int]:
        sums = [0] * len(self.acts)
        for first in range(0, len(found), _AT_ONCE):
            total = sum(map(self._row, found[first : first + _AT_ONCE]))
            lanes = array("H", total.to_bytes(self._width, "little"))
            sums = [one + other for one, other in zip(sums, lanes, strict=True)]
        return sums


def softmax(scores: Sequence[float]) -> list[float]:
    most = max(scores)
    grown = [exp(score - most) for score in scores]
    whole = sum(grown)
    return [each / whole for each in grown]
