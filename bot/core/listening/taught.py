"""What examples have taught, read when the first text is heard: a start is waited for."""

from collections.abc import Callable
from functools import cached_property

from bot.core.listening.features import Eyes
from bot.core.listening.folding import Folding
from bot.core.listening.model import Model, Weights
from bot.core.listening.rules import Rules


class Taught:
    """`rules` and `load` are asked for when the first text is heard."""

    def __init__(self, rules: Callable[[], Rules], load: Callable[[], Weights]) -> None:
        self._rules, self._load = rules, load

    @cached_property
    def _taught(self) -> tuple[Folding, Eyes, Model]:
        weights, rules = self._load(), self._rules()
        folding = Folding(rules.words, weights.known)
        return folding, Eyes(rules.patterns, rules.meanings, folding, letters=rules.letters), Model(weights)
