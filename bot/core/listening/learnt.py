"""What examples taught, with the rules by which they were read: how a text is seen, and how likely it is what."""

from collections.abc import Callable, Collection
from functools import cached_property

from bot.core.listening.features import Eyes
from bot.core.listening.folding import Folding
from bot.core.listening.model import Model, Weights
from bot.core.listening.rules import Rules


class Learnt:
    """`rules` and `load` are asked for when the first text is heard: a start is waited for."""

    def __init__(self, rules: Callable[[], Rules], load: Callable[[], Weights]) -> None:
        self._rules, self._load = rules, load

    @property
    def model(self) -> Model:
        return self._parts[2]

    def fold(self, text: str) -> str:
        return self._parts[0].fold(text)

    def word(self, typed: str) -> str:
        """One word in one spelling."""
        return self._parts[0].word(typed)

    @property
    def known(self) -> Collection[str]:
        """The words that any example has."""
        return self._parts[0].known

    def shares(self, folded: str) -> list[float]:
        """Of each act of the model."""
        return self.model.shares(self._parts[1].features(folded))

    @cached_property
    def _parts(self) -> tuple[Folding, Eyes, Model]:
        weights, rules = self._load(), self._rules()
        folding = Folding(rules.words, weights.known)
        return folding, Eyes(rules, folding), Model(weights)
