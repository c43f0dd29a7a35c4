"""How likely a message tells that somebody is in danger now, learnt from examples: of every hundred cries of strangers
lists of words knew a quarter, for nobody cries twice in the same words."""

from collections.abc import Callable, Mapping
from functools import lru_cache

from bot.core.listening.model import Weights
from bot.core.listening.rules import STATEMENT, Rules
from bot.core.listening.taught import Taught

_SEEN = 380  # letters that are looked at together: what somebody cries is short, or stands at one end
_SEVERAL_TIMES = 64

#: Of each danger by its name how likely it is; all together at most 1, the rest is none.
Shares = Mapping[str, float]


class Sense(Taught):
    def __init__(self, rules: Callable[[], Rules], load: Callable[[], Weights]) -> None:
        super().__init__(rules, load)
        self.shares = lru_cache(maxsize=_SEVERAL_TIMES)(self._shares)

    def _shares(self, text: str) -> Shares:
        """Of the end that is likelier one, where it is long."""
        ends = (text,) if len(text) <= _SEEN else (text[:_SEEN], text[-_SEEN:])
        return max(map(self._shares_of, ends), key=lambda shares: sum(shares.values()))

    def _shares_of(self, text: str) -> Shares:
        folding, eyes, model = self._taught
        shares = model.shares(eyes.features(folding.fold(text)))
        return {act: share for act, share in zip(model.acts, shares, strict=True) if act != STATEMENT}
