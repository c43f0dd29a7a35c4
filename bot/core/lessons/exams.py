"""Tests before and after learning: twelve questions of the bank from all the modules that somebody learns. What was
asked of them before comes only when nothing else is left."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from bot.core.lessons.lessons import MODULES, Question

#: Brings things into an order that nobody foresees.
Mix = Callable[[Sequence[Any]], list[Any]]

BEFORE, AFTER = "awal", "akhir"
#: How many questions are asked, and how many of them have to be right.
ASKED, PASSED = 12, 9
#: What is learnt, in five parts: few enough for a picture, and each is asked about at least twice.
PARTS = tuple(zip(MODULES[::2], MODULES[1::2], strict=True))
#: A first test is offered until so many lessons were read.
FIRST_LESSONS = 3


def passes(right: int, asked: int) -> bool:
    """Three of four; where an editor took a question away meanwhile, of those that are left."""
    return asked > 0 and right * ASKED >= PASSED * asked


def draw(bank: Mapping[str, Sequence[Question]], seen: Mapping[str, int], mix: Mix) -> list[tuple[str, Question]]:
    """(module, question), in the order of the modules. `seen`: how often each was asked of this person, by key."""
    left = {module: _rarest_first(questions, seen, mix) for module, questions in bank.items()}
    drawn: list[tuple[str, Question]] = []
    while len(drawn) < ASKED and any(left.values()):
        turn: list[str] = mix([module for module, questions in left.items() if questions])
        turn.sort(key=lambda module: (seen.get(left[module][0].key, 0), -len(left[module])))
        drawn += [(module, left[module].pop(0)) for module in turn[: ASKED - len(drawn)]]
    return sorted(drawn, key=lambda pair: MODULES.index(pair[0]))


def _rarest_first(questions: Sequence[Question], seen: Mapping[str, int], mix: Mix) -> list[Question]:
    return sorted(mix(questions), key=lambda question: seen.get(question.key, 0))
