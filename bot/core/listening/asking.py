"""What is asked in one of several sentences, beside what the others tell."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from bot.core.listening.cutting import spans
from bot.core.listening.folding import Token
from bot.core.listening.judging import LONG_SURE, Judge, Said, Verdict
from bot.core.listening.rules import QUESTION
from bot.core.listening.shapes import Act

LONGEST_QUESTION, SEVERAL = 24, 2  # words; sentences
_ANSWERED = frozenset({"anak"})  # what is answered, and asks nothing
SENTENCE = re.compile(r"[^.!?\n;]+[.!?\n;]*")
_CLAUSE = re.compile(r"(?:[^,.!?\n;]|(?<=\d)[.,](?=\d))+[,.!?\n;]*")
_IN_A_FORM = frozenset({"free", "closed"})


class Asker:
    def __init__(self, judge: Judge, hanging: Iterable[str], joining: Iterable[str]) -> None:
        self._judge = judge
        self._hanging, self._joining = (frozenset(map(judge.folding.word, words)) for words in (hanging, joining))

    def each(self, said: Said) -> tuple[Act, ...]:
        """Of several sentences each may ask something else, or tell something."""
        inside = _sentences(said)
        return tuple(self._questions(said, inside)) if len(inside) >= SEVERAL else ()

    def beside(self, said: Said, done: Act) -> Sequence[Act]:
        """ "Mohon dikeruk. Bayar tidak ini?": those that ask, where each of the others tells something."""
        inside = _sentences(said) if _is_answered(done) else []
        found = [(tokens, self._judge.judge(replace(said, tokens=tokens))) for tokens in inside]
        asked = [one.done for _, one in found if one.done and _is_answered(one.done)]
        told = [one for tokens, one in found if one == Verdict() and tokens[0].word not in self._judge.folding.address]
        apart = asked if asked and told and len(asked) + len(told) == len(found) else ()
        return apart or self.behind(said) or (done,)

    def behind(self, said: Said) -> Sequence[Act]:
        """ "Mohon dirabat, apakah ada biayanya?", "kapan dikerjakan dan siapa yang baca?": the questions at the end,
        each by itself, where what stands before them tells. Empty where one question is all of it."""
        in_a_form = said.situation in _IN_A_FORM and self._asks(said.tokens)
        rhetoric = in_a_form and self._judge.only_denies(self._judge.folding.joined(said.tokens))
        clauses = self._clauses(said) if in_a_form and not rhetoric else []
        asked: list[Act] = []
        while clauses and (act := self._asked(said, clauses[-1])):
            asked.insert(0, act)
            clauses.pop()
        address = self._judge.folding.address
        told = [tokens for tokens in clauses if not {token.word for token in tokens} <= address]
        if not asked or (len(asked) == 1 and not told) or any(tokens[-1].word == "?" for tokens in told):
            return ()
        return asked if all(self._judge.judge(replace(said, tokens=tokens)).done is None for tokens in told) else ()

    def _clauses(self, said: Said) -> list[list[Token]]:
        """A clause that hangs on the next goes with it; questions stand apart where a word joins them, too."""
        found: list[list[Token]] = []
        for tokens in _inside(said, _CLAUSE):
            hangs = found and found[-1][0].word in self._hanging
            joins = [
                at
                for at in range(1, len(tokens) - 1)
                if tokens[at].word in self._joining and tokens[at + 1].word in self._judge.asking
            ]
            cut = [0, *joins, len(tokens)]
            parts = [tokens[one:end] for one, end in pairwise(cut)]
            found += [[*found.pop(), *parts[0]], *parts[1:]] if hangs else parts
        return found

    def _asked(self, said: Said, tokens: Sequence[Token]) -> Act | None:
        alone = tokens[1:] if tokens[1:] and tokens[0].word in self._joining else tokens
        one, marked = replace(said, tokens=alone), tokens[-1].word == "?"
        asks = marked or (alone[0].word in self._judge.asking and alone[0].word not in self._hanging)
        done = self._judge.judge(one, 0.0 if marked else LONG_SURE).done if asks else None
        return replace(done, span=(tokens[0].start, done.span[1])) if done and _is_answered(done) else None

    def _asks(self, tokens: Sequence[Token]) -> bool:
        return not self._judge.asking.isdisjoint(token.word for token in tokens)

    def _questions(self, said: Said, sentences: Sequence[Sequence[Token]]) -> Iterator[Act]:
        """Without its mark a sentence asks that begins with a word that does, and is very sure."""
        for tokens in sentences:
            marked = tokens[-1].word == "?"
            if (marked or tokens[0].word in self._judge.asking) and len(tokens) - marked <= LONGEST_QUESTION:
                act = self._judge.judge(replace(said, tokens=tokens), 0.0 if marked else LONG_SURE).done
                if act and act.name.startswith(QUESTION):
                    yield act


def _is_answered(act: Act) -> bool:
    return act.name.startswith(QUESTION) or act.name in _ANSWERED


def _sentences(said: Said) -> list[list[Token]]:
    return _inside(said, SENTENCE)


def _inside(said: Said, part: re.Pattern[str]) -> list[list[Token]]:
    cut = spans(part, said.text, said.span)
    inside = ([token for token in said.tokens if one <= token.start < end] for one, end in cut)
    return [tokens for tokens in inside if tokens]
