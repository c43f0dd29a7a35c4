"""How well the ear hears what it was not taught: `python -m tests.listening.crossed` (or `make ear`).

Five times a fifth of the examples is kept from the training and heard afterwards, at a question with certain answers;
what only those with a role do by words is heard where they say it. Told are also the lines that the others would give
to another act: most likely some of them stand in the wrong file.
"""

import sys
import time
from collections import Counter
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from bot.catalog.ear import read_rules, train_from
from bot.catalog.taught.examples import Line, lines_of
from bot.core.listening.acts import Ear
from bot.core.listening.model import Weights
from bot.core.listening.rules import QUESTION, STATEMENT, WORK
from bot.core.listening.shapes import Acts, Situation

CONTENT = Path(__file__).parents[2] / "content"
PARTS = 5
_ACCOMPANYING = frozenset({"salam", "terima_kasih"})


class Result(NamedTuple):
    line: Line
    done: str
    maybe: tuple[str, ...]


def crossed(situations: Sequence[Situation], parts: Sequence[int] = range(PARTS)) -> dict[Situation, list[Result]]:
    lines = lines_of(CONTENT)
    found: dict[Situation, list[Result]] = {situation: [] for situation in situations}
    for part in parts:
        weights = train_from(CONTENT, [line for at, line in enumerate(lines) if at % PARTS != part])
        ear = Ear(read_rules(CONTENT), partial(_given, weights))
        for situation in situations:
            found[situation] += [_result(ear, line, situation) for line in lines[part::PARTS]]
    return found


def _given(weights: Weights) -> Weights:
    return weights


def _result(ear: Ear, line: Line, situation: Situation) -> Result:
    heard = ear.hear(line.text, "work" if line.act.startswith(WORK) else situation)
    return Result(line, _main(heard, line.act), tuple(act.name for act in heard.maybe))


def _main(heard: Acts, meant: str) -> str:
    """The act that is not merely beside another one."""
    names = [act.name for act in heard.done]
    if meant in names and (heard.left == "" or meant not in _ACCOMPANYING):
        return meant
    return next((name for name in names if name not in _ACCOMPANYING), "" if heard.left else next(iter(names), ""))


def figures(results: Sequence[Result]) -> dict[str, float]:
    """Shares of the acts, and of the statements."""
    acts = [one for one in results if one.line.act != STATEMENT]
    told = [one for one in results if one.line.act == STATEMENT]
    return {
        "recall": sum(one.done == one.line.act for one in acts) / len(acts),
        "wrong": sum(one.done not in ("", one.line.act) for one in acts) / len(acts),
        "asked": sum(not one.done and one.line.act in one.maybe for one in acts) / len(acts),
        "asked wrong": sum(not one.done and bool(one.maybe) and one.line.act not in one.maybe for one in acts)
        / len(acts),
        "false": sum(bool(one.done) for one in told) / len(told),
        "false asked": sum(not one.done and bool(one.maybe) for one in told) / len(told),
    }


def pace(ear: Ear, text: str, times: int = 200) -> float:
    """Milliseconds of this processor for one text."""
    ear.hear(text, "free")
    started = time.process_time()
    for _ in range(times):
        ear.hear(text, "free")
    return (time.process_time() - started) / times * 1000


def main() -> None:
    results = crossed(("closed", "free"))
    for situation, found in results.items():
        questions = [one for one in found if one.line.act.startswith(QUESTION) or one.line.act == STATEMENT]
        others = [one for one in found if not one.line.act.startswith(QUESTION)]
        for sort, some in (("all", found), ("questions", questions), ("other acts", others)):
            told = ", ".join(f"{name} {share:.1%}" for name, share in figures(some).items())
            sys.stdout.write(f"{situation}, {sort}: {told}\n")
    wrong = [one for one in results["closed"] if one.done and one.done != one.line.act]
    by_act = Counter((one.line.act, one.done) for one in wrong)
    for (meant, heard), count in by_act.most_common(30):
        sys.stdout.write(f"{count:4} {meant} heard as {heard}\n")
    for one in wrong:
        sys.stdout.write(f"{one.line.file}:{one.line.number}: {one.line.text} -> {one.done}\n")


if __name__ == "__main__":
    main()
