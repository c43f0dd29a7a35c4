"""Which act some words are: what the model says, weighed by rules that a model of examples cannot know."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.core.listening.features import Eyes
from bot.core.listening.folding import Folding, Token
from bot.core.listening.model import Model, Weights
from bot.core.listening.patterns import compiled
from bot.core.listening.rules import QUESTION, STATEMENT, WORK, Rules
from bot.core.listening.shapes import Act, Situation

SURE, SHARE, UNSURE = 0.88, 0.70, 0.45
LONG_SURE = 0.97
_ASKED_SURE, _ASKED_SHARE = 0.80, 0.50
STORIES: frozenset[Situation] = frozenset({"idle", "consent"})  # here an unsure text is a statement
#: Of somebody's work little is lost by what is not meant, and there are more acts to be like.
_SHARES: Mapping[Situation, float] = {"work": 0.60}
_SURER: Mapping[Situation, float] = {"free": 0.95}  # here a statement taken for an act would be lost
#: A yes or no is waited for, and what for is known.
_LIKE: Mapping[Situation, Situation] = {"cancel": "yes_no", "still": "yes_no", "first": "yes_no"}
_FEW = 2  # words that a pattern alone may decide, if the model thinks the same
_ASKED = 2  # as many acts are asked about
_SEVERAL_TIMES = 8  # the same words are asked about in several situations within one turn


@dataclass(frozen=True, slots=True)
class Said:
    """Words of a text and where they were said."""

    text: str
    tokens: Sequence[Token]
    situation: Situation

    @property
    def span(self) -> tuple[int, int]:
        return self.tokens[0].start, self.tokens[-1].end


@dataclass(frozen=True, slots=True)
class Verdict:
    """`done`: sure enough. `held`: sure, but not to be done unasked. `unsure`: what may be meant, likeliest first."""

    done: Act | None = None
    held: Act | None = None
    unsure: tuple[Act, ...] = ()


class Judge:
    def __init__(self, rules: Rules, weights: Weights) -> None:
        self.folding = Folding(rules.words, weights.known)
        self._rules, self._model = rules, Model(weights)
        self._eyes = Eyes(rules, self.folding)
        self._alone = {act: self._folded(words) for act, words in rules.alone.items()}
        self._holding = {act: self._folded(words) for act, words in rules.holding.items()}
        self._nobodys = {act: 0.0 for act in weights.acts if act.startswith(WORK)}
        self._needing = {act: self._folded(words) for act, words in rules.needing.items()}
        self._denying = self._folded(rules.denying)
        self._shares = lru_cache(maxsize=_SEVERAL_TIMES)(self._shares_of)
        self._rhetoric = compiled(rules.rhetoric, self.folding)
        self._later, self.asking = self._folded(rules.later), self._folded(rules.asking) | {"?"}

    def judge(self, said: Said, sure: float = 0.0) -> Verdict:
        """`sure`: how sure an act has to be, where that is more than usual."""
        folded = self.folding.joined(said.tokens)
        if not self._is_taught(folded):
            return Verdict()
        likely = self._model.likely(self._shares(folded), self._priors(said.situation))
        ranked = self._ranked(said, likely)
        is_later, words = self._comes_later(said.tokens) or self.only_denies(folded), _words(said.tokens)
        ranked = tuple(act for act in ranked if not (is_later and act.name.startswith(QUESTION)))
        ranked = tuple(act for act in ranked if act.name not in self._needing or words & self._needing[act.name])
        if not ranked:
            return Verdict()
        best = ranked[0]
        asked = said.situation in STORIES and best.name.startswith(QUESTION) and not sure
        if not (asked and _is_asked(best)) and not self._is_sure(best, said, folded, sure):
            return Verdict(unsure=ranked[:_ASKED] if best.sure >= UNSURE else ())
        return Verdict(held=best) if self._holds_back(best.name, said.tokens) else Verdict(done=best)

    def _shares_of(self, folded: str) -> Sequence[float]:
        return self._model.shares(self._eyes.features(folded))

    def _priors(self, situation: Situation) -> Mapping[str, float]:
        """What belongs to those who have a role is no act of anybody else's."""
        told = self._rules.priors.get(_LIKE.get(situation, situation), {})
        return told if situation == "work" else {**self._nobodys, **told}

    def _is_taught(self, folded: str) -> bool:
        """Words that no example has are names: "Pak Baco" is no act, whatever its letters look like."""
        return any(word in self.folding.known or word == "?" for word in folded.split())

    def _ranked(self, said: Said, acts: dict[str, float]) -> tuple[Act, ...]:
        """The likeliest acts; a second one only where the first is not sure against the others."""
        sure = 1 - acts.pop(STATEMENT, 0.0)
        *_, second, most = (0.0, *sorted(acts.values()))
        is_clear = most / max(sure, 1e-9) >= _SHARES.get(said.situation, SHARE)
        names = [name for name, share in acts.items() if share >= (most if is_clear else second)]
        names.sort(key=acts.__getitem__, reverse=True)
        names = names[: 1 if is_clear else _ASKED]
        return tuple(Act(name, sure, acts[name] / max(sure, 1e-9), said.span) for name in names)

    def _is_sure(self, best: Act, said: Said, folded: str, sure: float) -> bool:
        sure = sure or _SURER.get(said.situation, SURE)
        if best.sure >= sure and best.share >= _SHARES.get(said.situation, SHARE):
            return True
        pattern = self._eyes.patterns.get(best.name)
        return (
            folded.count(" ") < _FEW and best.sure >= UNSURE and pattern is not None and bool(pattern.fullmatch(folded))
        )

    def _holds_back(self, act: str, tokens: Sequence[Token]) -> bool:
        """A yes is a yes when alone; and nothing is sent, thrown away or refused that somebody only speaks about."""
        words = _words(tokens) - self.folding.address
        if words & self._holding.get(act, frozenset()):
            return True
        alone = self._alone.get(act)
        return alone is not None and (not words <= alone or len(words & self._denying) > 1)

    def _comes_later(self, tokens: Sequence[Token]) -> bool:
        """ "Suratnya menyusul" tells, and does not ask."""
        words = _words(tokens)
        return bool(words & self._later) and not words & self.asking

    def only_denies(self, folded: str) -> bool:
        """ "Petani semua, mana ada pegawai"."""
        found = self._rhetoric.search(folded) if "?" not in folded else None
        return found is not None and found.start() > 0

    def _folded(self, words: Sequence[str]) -> frozenset[str]:
        return frozenset(self.folding.word(word) for word in words)


def _words(tokens: Sequence[Token]) -> set[str]:
    return {word for token in tokens for word in token.word.split()}


def _is_asked(act: Act) -> bool:
    """Where a story may begin a question is shown as one if it is not answered: less will do."""
    return act.sure >= _ASKED_SURE and act.share >= _ASKED_SHARE


def asked_about(verdict: Verdict, situation: Situation) -> tuple[Act, ...]:
    """What is held back by a rule is asked about everywhere; so is what surely does something, and only what is unsure.
    What may tell something is asked about where no story is begun."""
    if verdict.held:
        return (verdict.held,)
    surely = verdict.unsure and verdict.unsure[0].sure >= SURE
    return verdict.unsure if surely or situation not in STORIES else ()
