"""A yes to what we ask to keep, with more behind it: on what condition somebody agrees, or what they tell at once."""

from collections.abc import Mapping
from dataclasses import replace

from bot.core.listening.folding import line
from bot.core.listening.judging import Judge, Said
from bot.core.listening.patterns import compiled
from bot.core.listening.peeling import Peeler, pauses_at
from bot.core.listening.replies import Replier
from bot.core.listening.rules import Rules
from bot.core.listening.shapes import Act, Situation

_YES, _NO, _NEXT = "ya", "tidak", "lanjut"
_ENDS = ".!\n"
_FEWEST, _LONGEST = 3, 8  # words that tell something; of the yes before them
_PLAIN = 2  # words of a yes that a comma ends: "silakan simpan, saya sudah tua"


class Consenter:
    def __init__(self, rules: Rules, judge: Judge, peeler: Peeler, repliers: Mapping[Situation, Replier]) -> None:
        self._judge, self._peeler, self._replier = judge, peeler, repliers["consent"]
        self._conditions, self._but = rules.long, compiled(rules.peel.but, judge.folding)

    def agreed(self, said: Said) -> tuple[Act, ...]:
        """ "Boleh ji, asal namaku jangan disebut", "iye setuju. saya dari Curio": the answer, and its condition. Empty
        where neither is said; what is only told is left."""
        answered = self._peeler.answer(said.text, said.tokens)
        done = self._judge.judge(replace(said, tokens=answered.rest)).done if answered else None
        if answered and done and done.name in self._conditions:
            yes = Act(answered.act, 1.0, 1.0, answered.span)
            return yes, replace(done, span=(answered.span[1], done.span[1]))
        return self._told_behind(said)

    def _told_behind(self, said: Said) -> tuple[Act, ...]:
        """What stands in a sentence of its own is left where it takes nothing back, asks nothing and does nothing."""
        tokens = said.tokens
        pauses = range(1, min(len(tokens), _LONGEST + 1))
        ends = (at for at in pauses if pauses_at(said.text, tokens, at, _ENDS if at < _PLAIN else f"{_ENDS},"))
        end = next(ends, len(tokens))
        front, rest = tokens[:end], tokens[end:]
        if len(rest) < _FEWEST or rest[-1].word == "?" or self._but.match(line(rest)):
            return ()
        first, behind = self._replier.reply(said.text, front), self._replier.reply(said.text, rest)
        does = self._judge.judge(replace(said, tokens=rest)).done
        plain = first and first.act == _YES and (not does or does.name == _NEXT) and not (behind and behind.act == _NO)
        last = rest[-1] if behind else front[-1]  # "iye pale. mau ka cerita" is said twice
        return (Act(_YES, 1.0, 1.0, (front[0].start, last.end)),) if plain else ()
