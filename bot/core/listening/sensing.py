"""How likely a message tells that somebody is in danger now, learnt from examples: of every hundred cries of strangers
lists of words knew a quarter, for nobody cries twice in the same words."""

from collections.abc import Mapping
from functools import lru_cache

from bot.core.listening.learnt import Learnt
from bot.core.listening.rules import STATEMENT

_SEEN = 380  # letters that are looked at together: what somebody cries is short, or stands at one end
_SEVERAL_TIMES = 64


class Sense:
    """`shares`: of each danger by its name how likely it is; all together at most 1, the rest is none."""

    def __init__(self, learnt: Learnt) -> None:
        self._learnt = learnt
        self.shares = lru_cache(maxsize=_SEVERAL_TIMES)(self._shares)

    def _shares(self, text: str) -> Mapping[str, float]:
        """Of the end that is likelier one, where it is long."""
        ends = (text,) if len(text) <= _SEEN else (text[:_SEEN], text[-_SEEN:])
        return max(map(self._shares_of, ends), key=lambda shares: sum(shares.values()))

    def _shares_of(self, text: str) -> Mapping[str, float]:
        shares = self._learnt.shares(self._learnt.fold(text))
        return {act: share for act, share in zip(self._learnt.model.acts, shares, strict=True) if act != STATEMENT}
