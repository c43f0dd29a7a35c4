"""What is asked in one of several sentences, beside what the others tell."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.core.listening.cutting import spans
from bot.core.listening.folding import Token
from bot.core.listening.judging import LONG_SURE, Judge, Said, Verdict
from bot.core.listening.rules import QUESTION
from bot.core.listening.shapes import Act

LONGEST_QUESTION, SEVERAL = 24, 2  # words; sentences
_ANSWERED = frozenset({"anak"})  # what is answered, and asks nothing
SENTENCE = re.compile(r"[^.!?\n;]+[.!?\n;]*")


class Asker:
    def __init__(self, judge: Judge) -> None:
        self._judge = judge

    def each(self, said: Said) -> tuple[Act, ...]:
        """Of several sentences each may ask something else, or tell something."""
        inside = _sentences(said)
        return tuple(self._questions(said, inside)) if len(inside) >= SEVERAL else ()

    def first(self, said: Said, verdict: Verdict) -> Act | None:
        """ "Kapan dan di mana? Saya mau hadir": that all of it asks is sure, and its question tells what."""
        surely = [act.sure >= LONG_SURE and act.name.startswith(QUESTION) for act in verdict.unsure]
        inside = _sentences(said) if surely and all(surely) else []
        first = next(self._questions(said, inside), None) if len(inside) >= SEVERAL else None
        return replace(first, span=said.span) if first else None

    def beside(self, said: Said, done: Act) -> Sequence[Act]:
        """ "Mohon dikeruk. Bayar tidak ini?": those that ask, where each of the others tells something."""
        inside = _sentences(said) if _is_answered(done) else []
        found = [(tokens, self._judge.judge(replace(said, tokens=tokens))) for tokens in inside]
        asked = [one.done for _, one in found if one.done and _is_answered(one.done)]
        told = [one for tokens, one in found if one == Verdict() and tokens[0].word not in self._judge.folding.address]
        return asked if asked and told and len(asked) + len(told) == len(found) else (done,)

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
    cut = spans(SENTENCE, said.text, said.span)
    inside = ([token for token in said.tokens if one <= token.start < end] for one, end in cut)
    return [tokens for tokens in inside if tokens]
