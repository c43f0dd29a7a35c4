"""What each part of a message is about, learnt from messages whose parts are marked: "45 orang tempatnya dekat masjid
kapan rapatnya" answers, answers another question, and asks. Many people set no marks, so each word is judged with those
around it, and the likeliest way from the first to the last is the one that changes its subject seldom."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, takewhile
from math import log
from typing import NamedTuple

from bot.core.listening.at_question import SORTS
from bot.core.listening.counting import ENDS, TOKEN, folded
from bot.core.listening.folding import Folding, FoldingWords, words_known
from bot.core.listening.learnt import Learnt
from bot.core.listening.model import Weights
from bot.core.listening.shapes import Part
from bot.core.listening.training import taught

#: What a part may be besides an answer to a question or an act: any question to us, an earlier answer put right, and
#: talk. What is true and asked nowhere is "juga".
ASKS, PUTS_RIGHT, TALK = "tanya", "betul", "basa"
#: At which questions: those of the form, and that for the place.
QUESTIONS = frozenset({*SORTS, "dusun"})
_CHANGE, _AT_A_MARK = 5.0, 2.0  # what a change of the subject costs, in logarithms of shares
_LEAST = 1e-6  # share
_FAR, _NEAR = 5, 3  # words of the clause
_RARE = 3  # a feature of fewer examples teaches nothing about others
_PART = re.compile(r"\s*(.*?)\s*\[(\w+)\]\s*(?:¦|$)", re.DOTALL)


class Example(NamedTuple):
    """A message at a question, its parts in their order, and what each is about."""

    question: str
    parts: tuple[str, ...]
    labels: tuple[str, ...]


def in_parts(line: str) -> list[tuple[str, str]]:
    """ "45 orang, [jumlah] ¦ dekat masjid [patokan]": the parts with their labels, of an earlier answer that is put
    right the same as of one that is told; none where it is written otherwise."""
    found = [*_PART.finditer(line)]
    whole = "".join(one[0] for one in found) == line
    return [(one[1], one[2].removeprefix(f"{PUTS_RIGHT}_")) for one in found] if whole else []


class Parting:
    def __init__(self, learnt: Learnt) -> None:
        self._learnt = learnt

    def parts(self, question: str, text: str) -> Sequence[Part]:
        """In their order, each with the marks behind it; as sure as its words are on the whole."""
        spans = [found.span() for found in TOKEN.finditer(text)]
        tokens = [folded(self._learnt.word, text[start:end]) for start, end in spans]
        model, found = self._learnt.model, list[Part]()
        seen = (None if word in ENDS else features(question, tokens, at) for at, word in enumerate(tokens))
        shares = [None if each is None else model.shares(each) for each in seen]
        for label, alike in groupby(enumerate(_way(shares, len(model.acts))), lambda one: one[1]):
            places = [at for at, _ in alike]
            told = [each[label] for at in places if (each := shares[at]) is not None]
            span = spans[places[0]][0], spans[places[-1]][1]
            found.append(Part(model.acts[label], sum(told) / len(told) if told else 0.0, span))
        return found


def _way(shares: Sequence[Sequence[float] | None], count: int) -> list[int]:
    """What each word is about. A mark is about what stands before it."""
    totals, ways = [0.0] * count, list[list[int]]()
    for at, each in enumerate(shares):
        best = max(range(count), key=totals.__getitem__)
        changed = totals[best] - (_AT_A_MARK if at and shares[at - 1] is None else _CHANGE)
        ways.append([one if totals[one] >= changed or each is None else best for one in range(count)])
        if each is not None:
            totals = [max(total, changed) + log(share + _LEAST) for total, share in zip(totals, each, strict=True)]
    last = max(range(count), key=totals.__getitem__) if ways else 0
    way = list[int]()
    for before in reversed(ways):
        way.append(last)
        last = before[last]
    return way[::-1]


def train(examples: Sequence[Example], words: FoldingWords, inputs: str) -> Weights:
    known = words_known(words, (" ".join(one.parts) for one in examples))
    word = Folding(words, known).word
    seen: list[tuple[str, set[str]]] = []
    for one in examples:
        parts = [[folded(word, told) for told in TOKEN.findall(part)] for part in one.parts]
        tokens = [token for part in parts for token in part]
        labels = [label for part, label in zip(parts, one.labels, strict=True) for _ in part]
        seen += [
            (label, features(one.question, tokens, at)) for at, label in enumerate(labels) if tokens[at] not in ENDS
        ]
    return taught(seen, known, inputs, _RARE)


def features(question: str, tokens: Sequence[str], at: int) -> set[str]:
    """What is seen of a word: itself, its neighbours with marks, the words of its clause on either side, and at which
    question it is said."""
    word, before, behind = tokens[at], ["^", "^", *tokens[:at]], [*tokens[at + 1 :], "$", "$"]
    found = {f"Q {question}", f"0 {word}", f"Q0 {question} {word}", f"b {before[-1]} {word}", f"a {word} {behind[0]}"}
    found |= {f"-1 {before[-1]}", f"-2 {before[-2]}", f"+1 {behind[0]}", f"+2 {behind[1]}"}
    for side, others in (("L", [*_clause(reversed(tokens[:at]))]), ("R", [*_clause(tokens[at + 1 :])])):
        found |= {f"{side} {other}" for other in others[:_FAR]}
        found |= {f"Q{side} {question} {other}" for other in others[:_NEAR]}
    return found


def _clause(words: Iterable[str]) -> Iterator[str]:
    """Up to the next mark."""
    return takewhile(lambda word: word not in ENDS, words)
