"""What somebody may mean where no reader understands them: the likeliest of the acts that examples teach. It is offered
and never done, so it needs no more certainty than a question does."""

from collections.abc import Collection
from heapq import nlargest
from typing import NamedTuple

from bot.core.listening.rules import STATEMENT
from bot.core.listening.taught import Taught

#: How much of all that may be meant the first one has to be, and each one beside it.
FIRST, SECOND = 0.32, 0.16
_MOST = 2


class Guess(NamedTuple):
    """`act`: the name of its file of examples."""

    act: str
    share: float


class Guesser(Taught):
    def guess(self, text: str, among: Collection[str]) -> tuple[Guess, ...]:
        """Those `among` which it can be, the likeliest first; none where it is likelier that none of them is meant."""
        folding, eyes, model = self._taught
        folded = folding.fold(text)
        if not any(word in folding.known for word in folded.split()):
            return ()
        left_out = {act: 0.0 for act in model.acts if act not in among and act != STATEMENT}
        likely = model.likely(model.shares(eyes.features(folded)), left_out)
        first, *others = nlargest(_MOST, likely, key=likely.__getitem__)
        if first == STATEMENT or likely[first] < FIRST:
            return ()
        beside = [act for act in others if act != STATEMENT and likely[act] >= SECOND]
        return tuple(Guess(act, likely[act]) for act in (first, *beside))
