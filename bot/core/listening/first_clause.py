"""A control with its reason behind: its first clause says what is wanted ("skip mi itu, panjang sekali ceritanya")."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from bot.core.listening.folding import Token, line
from bot.core.listening.judging import Judge, Said
from bot.core.listening.patterns import compiled
from bot.core.listening.rules import QUESTION, Rules
from bot.core.listening.shapes import Act, Situation

_PAUSE = re.compile(r"[,.;!\n]")
_LONGEST, _FEWEST = 6, 2  # words of the clause; of its reason
_NO, _PASSES = "tidak", "lewati"
_LEAVING = frozenset({_PASSES, "kembali"})
#: Where any words are an answer, only what leaves the question is done so.
_ACTS: Mapping[Situation, frozenset[str]] = {"closed": _LEAVING | {_NO, "tidak_ada"}, "free": _LEAVING}
#: What keeps somebody from answering is why.
_REASONS = frozenset({"pinjam_hp", "susah_tulis", "tanya_tanpa_hp", "marah"})


class FirstClause:
    def __init__(self, rules: Rules, judge: Judge) -> None:
        told = [word for reply in rules.replying.values() for word in reply.particles]
        self._judge = judge
        self._particles = compiled(dict.fromkeys(told), judge.folding)
        self._but = compiled(rules.peel.but, judge.folding)
        self._leaving = compiled(rules.leaving, judge.folding)

    def act(self, said: Said) -> Act | None:
        """None where what stands behind does something else, asks, or turns round."""
        acts = _ACTS.get(said.situation)
        end = self._end(said) if acts else 0
        head, behind = said.tokens[:end], said.tokens[end:]
        if not acts or not head or len(behind) < _FEWEST or self._but.match(line(behind)) or behind[-1].word == "?":
            return None
        done = self._done(replace(said, tokens=head)) if said.situation != "free" or self._only_leaves(head) else None
        if done is None or done.name not in acts:
            return None
        other = self._judge.judge(replace(said, tokens=behind)).done
        does = other is not None and other.name not in {done.name, *_REASONS} and not other.name.startswith(QUESTION)
        return None if does else replace(done, name=_PASSES if done.name == _NO else done.name)

    def _only_leaves(self, head: Sequence[Token]) -> bool:
        """ "Lewat saja susah" tells something."""
        words = [token.word for token in head if token.word not in self._judge.folding.address]
        return all(self._particles.fullmatch(word) or self._leaving.fullmatch(word) for word in words)

    def _end(self, said: Said) -> int:
        """Where the first pause is, if few words stand before it."""
        between = (said.text[one.end : other.start] for one, other in pairwise(said.tokens[: _LONGEST + 1]))
        return next((at for at, pause in enumerate(between, 1) if _PAUSE.search(pause)), 0)

    def _done(self, head: Said) -> Act | None:
        """The same without the particles that are between its words, which are no more than a tone."""
        plain: list[Token] = [token for token in head.tokens if not self._particles.fullmatch(token.word)]
        done = self._judge.judge(head).done
        return done or (self._judge.judge(replace(head, tokens=plain)).done if plain else None)
