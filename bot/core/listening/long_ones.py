"""What longer words do all the same: each of their clauses says it, the last one does, or a question stands before why
it is asked."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.core.listening.asking import LONGEST_QUESTION, SENTENCE
from bot.core.listening.cutting import spans
from bot.core.listening.folding import Token
from bot.core.listening.judging import LONG_SURE, Judge, Said
from bot.core.listening.patterns import compiled
from bot.core.listening.replies import Opener
from bot.core.listening.rules import QUESTION, Rules
from bot.core.listening.shapes import Act

_CLAUSE = re.compile(r"[^,.;!\n]+")
_LONGEST, _LAST = 24, 5  # words of all of it; of the clause that leaves the question
_LEAST = 2
_PASSES, _ANGER, _HELP = "lewati", "marah", "bantuan"
_NOTHING = frozenset({"tidak_ada", "tidak_tahu"})


class LongOnes:
    def __init__(self, rules: Rules, judge: Judge, opener: Opener) -> None:
        self._judge, self._opener, self._why = judge, opener, compiled(rules.correcting.reasons, judge.folding)

    def act(self, said: Said) -> Act | None:
        if said.situation == "closed":
            return self._left(said)
        return (self._nothing(said) or self._angry(said)) if said.situation == "free" else self._asked(said)

    def _left(self, said: Said) -> Act | None:
        """ "Saya lagi di Parepare, jadi lewat saja dulu"."""
        last = next(reversed(self._clauses(said)), ())
        if len(last) == len(said.tokens) or not 0 < len(last) <= _LAST:
            return None
        done = self._judge.judge(replace(said, tokens=last)).done
        passes = (done and done.name == _PASSES) or self._opener.opened(said.text, last) == _PASSES
        return Act(_PASSES, 1.0, 1.0, said.span) if passes else None

    def _nothing(self, said: Said) -> Act | None:
        """ "Tidak ada apa-apa di dekatnya, tidak ada patokannya": each clause says the same."""
        clauses = self._clauses(said)
        done = [self._judge.judge(replace(said, tokens=tokens)).done for tokens in clauses]
        names = {one.name if one else "" for one in done}
        same = len(clauses) >= _LEAST and len(names) == 1 and names <= _NOTHING
        return replace(done[0], span=said.span) if same and done[0] else None

    def _angry(self, said: Said) -> Act | None:
        """ "Malas ma cerita, tukang bohong semua": nothing is told in it; or how to tell it is all that is asked."""
        done = self._judge.judge(said, LONG_SURE).done if len(said.tokens) <= _LONGEST else None
        asks = all(one.endswith("?") for one in SENTENCE.findall(said.text.strip()))
        return done if done and done.name in (_ANGER, *((_HELP,) if asks else ())) else None

    def _asked(self, said: Said) -> Act | None:
        """ "Kapan rapat musrenbang karena kemarin kami tidak diundang"."""
        words = [token.word for token in said.tokens]
        end = next((at for at, word in enumerate(words) if at and self._why.fullmatch(word)), 0)
        front = said.tokens[:end]
        if not 0 < end <= LONGEST_QUESTION or self._judge.asking.isdisjoint(words[:end]):
            return None
        done = self._judge.judge(replace(said, tokens=front), LONG_SURE).done
        return done if done and done.name.startswith(QUESTION) else None

    def _clauses(self, said: Said) -> list[Sequence[Token]]:
        cut = spans(_CLAUSE, said.text, said.span) if len(said.tokens) <= _LONGEST else []
        inside = ([token for token in said.tokens if one <= token.start < end] for one, end in cut)
        return [tokens for tokens in inside if tokens]
