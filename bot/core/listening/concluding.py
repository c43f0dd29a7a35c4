"""What long telling comes to where a yes, a no or the way on is waited for: "… jadi silakan disimpan", "… tapi saya
tidak bersedia", "… dilewati saja pertanyaan ini"; or what it begins with, and then says why."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.core.listening.asking import SENTENCE
from bot.core.listening.cutting import spans
from bot.core.listening.folding import Token, line
from bot.core.listening.judging import LONG_SURE, Judge, Said
from bot.core.listening.patterns import compiled
from bot.core.listening.peeling import pauses_at
from bot.core.listening.replies import Replier, behind_last
from bot.core.listening.rules import Rules
from bot.core.listening.shapes import Act, Situation

_BEFORE, _BEHIND, _LONGEST = 5, 12, 80  # words: at least before it, at most of it, of all
_FIRST = 6  # words, at most, of a yes before its reason
_YES, _NO, _SENDS, _PASSES = "ya", "tidak", "kirim", "lewati"
#: Where a yes or a no is waited for, and how many words may be one as they are.
_SHORT: Mapping[Situation, int] = {"yes_no": 15, "still": 15, "cancel": 15, "review": 15, "consent": 25}
_SAID_FIRST: frozenset[Situation] = frozenset({"yes_no", "still", "cancel"})  # and why, where nothing is sent
_MARKS = ",.;!\n"


class Concluder:
    def __init__(self, rules: Rules, judge: Judge, repliers: Mapping[Situation, Replier]) -> None:
        self._judge, self._repliers = judge, repliers
        told = rules.concluding
        self._particles = {judge.folding.word(one) for reply in rules.replying.values() for one in reply.particles}
        self._hence, self._passing, self._going, self._turning, self._but = (
            compiled(sorted(words, key=len, reverse=True), judge.folding)
            for words in (told.hence, [f"{one} $" for one in told.passing], told.going, told.turning, rules.peel.but)
        )

    def act(self, said: Said) -> Act | None:
        """None where it is not said plainly; and where something turns round before a yes."""
        longest = _SHORT.get(said.situation, 0)
        if not longest < len(said.tokens) <= _LONGEST or said.tokens[-1].word == "?":
            return None
        if said.situation == "closed":
            return self._passed(said)
        return (self._at_last(said) or self._at_first(said)) if longest else None

    def _at_last(self, said: Said) -> Act | None:
        hence = behind_last(self._hence, said.tokens, _BEFORE)
        last = max(hence, behind_last(self._but, said.tokens, _BEFORE))
        tail, found = said.tokens[hence:], self._replied(said, said.tokens[last:]) if last else ""
        if last and len(said.tokens) - last <= _BEHIND and found == _NO:
            return Act(_NO, 1.0, 1.0, said.span)
        if not hence or hence < last or len(tail) > _BEHIND or self._turning.search(line(said.tokens[:hence])):
            return None
        if not found and said.situation == "review":
            done = self._judge.judge(replace(said, tokens=tail), LONG_SURE).done
            found = done.name if done and done.name == _SENDS else ""
        return Act(found, 1.0, 1.0, said.span) if found else None

    def _at_first(self, said: Said) -> Act | None:
        """ "Iya dibatalkan saja pak, ternyata kepala dusun sudah mengusulkan jembatan itu juga"."""
        tokens = said.tokens
        end = next((at for at in range(2, _FIRST + 1) if pauses_at(said.text, tokens, at, _MARKS)), 0)
        if not end or said.situation not in _SAID_FIRST or self._turning.search(line(tokens[end:])):
            return None
        return Act(_YES, 1.0, 1.0, said.span) if self._replied(said, tokens[:end]) == _YES else None

    def _replied(self, said: Said, tokens: Sequence[Token]) -> str:
        """Which answer all of these words are."""
        found = self._repliers[said.situation].reply(said.text, tokens) if tokens else None
        return found.act if found and found.span == (tokens[0].start, tokens[-1].end) else ""

    def _passed(self, said: Said) -> Act | None:
        """Behind the sentence that leaves the question something else may be told; a number before it may answer."""
        for start, end in spans(SENTENCE, said.text, said.span):
            inside = [token for token in said.tokens if start <= token.start < end]
            at = self._leaves(inside)
            if at is not None and not re.search(r"\d", said.text[said.span[0] : at.start]):
                return Act(_PASSES, 1.0, 1.0, (said.span[0], end))
        return None

    def _leaves(self, tokens: Sequence[Token]) -> Token | None:
        """From which word on, which is not the first."""
        spoken = [token for token in tokens if token.word not in self._judge.folding.address | self._particles]
        hence = behind_last(self._hence, spoken, _BEFORE)
        if hence and self._going.fullmatch(line(spoken[hence:])):
            return spoken[hence]
        found = self._passing.search(line(tokens))
        at = line(tokens)[: found.start()].count(" ") if found else 0
        return tokens[at] if at else None
