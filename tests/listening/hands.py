"""What the ear makes of lines it has not learnt from: `python -m tests.listening.hands`, the second half of `make ear`.

`hands/acts.tsv` was written by a hand that knew neither the examples nor the program: eight lines an act, and such as
are none. It is never learnt from; whoever wants to teach the ear more asks other hands for lines, and looks here at
what came of it.
"""

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from bot.core.listening.rules import STATEMENT
from bot.core.listening.shapes import Ear, Situation
from tests.support.content import catalog_of

FILE = Path(__file__).parent / "hands" / "acts.tsv"
#: A yes or a no is one where a question waits for it.
_ANSWERS = frozenset({"ya", "tidak"})
#: May stand beside what was meant.
_BESIDE = frozenset({"salam", "terima_kasih", "ya"})


class Line(NamedTuple):
    act: str
    text: str


def lines() -> Iterator[Line]:
    for told in FILE.read_text(encoding="utf-8").splitlines():
        act, _, text = told.partition("\t")
        yield Line(act, text)


def shares(ear: Ear, situation: Situation) -> dict[str, float]:
    """Of the acts: heard, offered, something else offered, something else done, taken for what is told. Of what is
    told: taken for an act (`false`), asked about."""
    found = Counter(_made_of(ear, line, situation) for line in lines() if line.act not in _ANSWERS)
    of_acts = sum(found[name] for name in ("heard", "offered", "other offered", "wrong", "told"))
    of_told = sum(found[name] for name in ("kept", "false", "asked"))
    return {name: count / (of_told if name in ("kept", "false", "asked") else of_acts) for name, count in found.items()}


def _made_of(ear: Ear, line: Line, situation: Situation) -> str:
    acts = ear.hear(line.text, situation)
    done, maybe = ({act.name for act in each} for each in (acts.done, acts.maybe))
    if line.act == STATEMENT:
        return "false" if done else "asked" if maybe else "kept"
    if line.act in done:
        return "heard"
    if done - _BESIDE:
        return "wrong"
    return "offered" if line.act in maybe else "other offered" if maybe else "told"


if __name__ == "__main__":
    ear = catalog_of().world.ear
    assert ear is not None
    for situation in ("idle", "closed", "free"):
        told = shares(ear, situation)
        sys.stdout.write(
            f"{situation:7}" + "".join(f" {name} {told.get(name, 0):.1%}," for name in sorted(told)) + "\n"
        )
