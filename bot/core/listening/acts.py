"""The ear for what people do by words: a greeting, a yes, a question. What is not surely one is left as it was said."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import pairwise
from operator import attrgetter

from bot.core.listening.asking import LONGEST_QUESTION, SENTENCE, SEVERAL, Asker
from bot.core.listening.concluding import Concluder
from bot.core.listening.consenting import Consenter
from bot.core.listening.correcting import Corrector
from bot.core.listening.cutting import spans, without
from bot.core.listening.first_clause import FirstClause
from bot.core.listening.folding import Token, line
from bot.core.listening.judging import LONG_SURE, STORIES, Judge, Said, asked_about
from bot.core.listening.long_ones import LongOnes
from bot.core.listening.model import Weights
from bot.core.listening.naming import Namer
from bot.core.listening.patterns import compiled
from bot.core.listening.peeling import Answered, Peeler
from bot.core.listening.replies import Opener, Replier
from bot.core.listening.rules import QUESTION, Rules
from bot.core.listening.shapes import Act, Acts, Mark, Situation, Span

LONGEST = 12  # words; a longer text tells something, and is no act as a whole
_LONGEST_REPLY, _LONGEST_OPENED = 15, 20  # words of an answer to a question that is known; whose beginning tells it
_LONGEST_FORMAL = 25  # words, every one of which has its place: "dengan ini menyatakan tidak berkeberatan apabila …"
_BEGIN, CORRECTION, _GIVES_UP, _FORGETS = "mulai", "koreksi", "batal", "hapus_data"
_LONGEST_GREETING = 6  # words
_ANNOUNCING = 6  # words that say that something is to be told
_STOPS = re.compile(r"[:,;.\n]|\s-\s")
_READ = 4000  # characters; what is longer is a story to its end
_ASKED = 120  # characters: more tell something
_FREE = frozenset({"idle", "free"})  # here a yes before a comma begins a story
_PART = re.compile(r"[^,]+")
_START = attrgetter("start")


class Ear:
    """`load` brings the weights when the first text is heard: most commands of the program never hear one."""

    def __init__(
        self, rules: Rules, load: Callable[[], Weights], is_urgent: Callable[[str], bool] = lambda _text: False
    ) -> None:
        self.rules, self._load, self._is_urgent = rules, load, is_urgent

    def knows(self, word: str) -> bool:
        """Whether any example has this word; one that none has may be a name."""
        return word.lower() in self._judge.folding.known

    def hear(self, text: str, situation: Situation) -> Acts:
        """Where somebody may die no word is an act: it is answered first, and stays as it is."""
        if self._is_urgent(text):
            return Acts(left=text.strip())
        tokens = self._judge.folding.tokens(text[:_READ])
        peeled = self._peeler.peel(text, tokens)
        off = tuple(Act(name, 1.0, 1.0, span) for name, span in peeled.off)
        inner = Said(text, peeled.rest[peeled.polite :], situation)
        whole = Said(text, tokens, situation)
        if not inner.tokens:
            done = self._judge.judge(whole).done if tokens and not off else None
            return self._acts(whole, (done,) if done else off, ())
        if situation == "consent" and (agreed := self._consenter.agreed(inner)):
            return self._acts(whole, (*off, *agreed), ())
        if act := self._reply(inner) or self._announced(inner) or self._concluder.act(inner):
            return self._acts(whole, (*off, act), ())
        if inner.situation in STORIES and (asked := self._asker.each(inner)):
            return self._acts(whole, (*off, *asked), ())
        if _length(inner.tokens) > LONGEST:
            return self._long(whole, inner, off)
        return self._short(whole, inner, off)

    def corrected(self, text: str) -> str:
        """The part of a correction that holds the new value."""
        return self._corrector.corrected(text)

    def named(self, text: str) -> tuple[str, ...]:
        """The questions that are named in a text."""
        return self._namer.named(self._judge.folding.tokens(text[:_READ]))

    def denied(self, text: str) -> str:
        """The part of a correction that holds the value that was wrong; empty when it is not said."""
        return self._corrector.denied(text)

    def pairs(self, text: str) -> tuple[tuple[str, str], ...]:
        """Each value that was wrong, with the right one; empty where that is not clear."""
        return self._corrector.pairs(text)

    def right(self, text: str) -> tuple[str, ...]:
        """What may be the new value in a correction that names its question, likeliest first."""
        return self._namer.values(text, self._judge.folding.tokens(text), self._corrector)

    def corrects(self, text: str) -> Mark:
        """Whether something in the text says that what was told is wrong."""
        return self._namer.marked(self._judge.folding.tokens(text[:_READ]))

    def announces(self, text: str) -> bool:
        """Whether it begins or ends with words by which something is put right."""
        return self._corrector.announces(text)

    def retells(self, text: str) -> bool:
        """Whether something in the text speaks of what was told to us before."""
        return self._namer.retells(self._judge.folding.tokens(text[:_READ]))

    def traced(self, text: str) -> str:
        """ "Suamiku bisa baca ini?" asks who else sees it; "jangan kasih tau siapa siapa" that nobody is told."""
        said = line(self._judge.folding.tokens(text)) if len(text) <= _ASKED else ""
        return next((name for name, asked in self._traces.items() if said and asked.search(said)), "")

    def adds(self, text: str) -> bool:
        """Whether the new value comes beside the old one."""
        return self._namer.adds(self._judge.folding.tokens(text[:_READ]))

    def _reply(self, said: Said) -> Act | None:
        """A yes or no to the question that is known."""
        replier = self._repliers.get(said.situation)
        longest = _LONGEST_FORMAL if said.situation == "consent" else _LONGEST_REPLY
        if replier is None or _length(said.tokens) > longest:
            return None
        found = replier.reply(said.text, said.tokens)
        return Act(found.act, 1.0, 1.0, found.span) if found else None

    def _announced(self, said: Said) -> Act | None:
        """ "Mau mengusul: jalan rusak": with nothing begun the first part begins it, and the rest tells."""
        if said.situation not in STORIES:
            return None
        between = (said.text[one.end : other.start] for one, other in pairwise(said.tokens))
        end = next((at for at, pause in enumerate(between, 1) if _STOPS.search(pause)), 0)
        if not 0 < end <= _ANNOUNCING:
            return None
        done = self._judge.judge(replace(said, tokens=said.tokens[:end])).done
        return done if done and done.name == _BEGIN else None

    def _opened(self, said: Said) -> Act | None:
        """Where only certain answers are, an act may be said in a whole sentence."""
        words = _length(said.tokens)
        late = _LONGEST_REPLY < words <= _LONGEST_OPENED and self._peeler.turns(said.tokens)
        if said.situation != "closed" or words > _LONGEST_OPENED or late:
            return None
        name = self._opener.opened(said.text, said.tokens)
        return Act(name, 1.0, 1.0, said.span) if name else None

    def _short(self, whole: Said, inner: Said, off: tuple[Act, ...]) -> Acts:
        verdict = self._judge.judge(inner)
        done = verdict.done or self._opened(inner)
        if not done or done.name == _GIVES_UP:
            done = next((act for act in self._in_long(inner) if act.name == _FORGETS), done)
        if done and done.name in {*self.rules.alone, *self.rules.carrying}:
            return self._acts(whole, (*off, done), ())
        if answered := self._peeler.answer(inner.text, inner.tokens):
            return self._behind_answer(whole, answered, off, done)
        if done:
            return self._acts(whole, (*off, *self._asker.beside(inner, done)), ())
        if leaves := self._first_clause.act(inner) or self._long_ones.act(inner):
            return self._acts(whole, (*off, leaves), ())
        if asked := self._asker.behind(inner):
            return self._acts(whole, (*off, *asked), ())
        if greeting := self._is_all_greeting(whole, off):
            return self._acts(whole, (greeting,), ())
        return self._acts(whole, off, self._told_again(inner) or asked_about(verdict, whole.situation))

    def _told_again(self, said: Said) -> tuple[Act, ...]:
        """ "Dari 27 KK tadi, 11 yang miskin", where any words are an answer: what speaks of what was told before may
        put it right, and is no answer unasked."""
        again = said.situation == "free" and self._namer.retells(said.tokens)
        return (Act(CORRECTION, 1.0, 1.0, said.span),) if again else ()

    def _is_all_greeting(self, whole: Said, off: tuple[Act, ...]) -> Act | None:
        """ "Halo, ada orang?": what was peeled off was the beginning of it. "Halo PLN? lampu mati sejak tadi malam di
        Tuncung …" tells more than who is greeted."""
        done = self._judge.judge(whole).done if off and _length(whole.tokens) <= _LONGEST_GREETING else None
        return done if done and done.name in {act.name for act in off} else None

    def _behind_answer(self, whole: Said, answered: Answered, off: tuple[Act, ...], all_of_it: Act | None) -> Acts:
        """What stands behind the comma is heard. The yes is asked about; a no belongs to what it introduces."""
        behind = self._judge.judge(replace(whole, tokens=answered.rest)).done
        if behind is not None and behind.name in self.rules.alone:
            behind = None
        done = behind or all_of_it
        if done and whole.situation == "consent":
            both = (Act(answered.act, 1.0, 1.0, answered.span), replace(done, span=(answered.span[1], done.span[1])))
            return self._acts(whole, (*off, *both), ())
        if done and answered.act not in self.rules.holding:
            return self._acts(whole, (*off, replace(done, span=(answered.span[0], done.span[1]))), ())
        answer = () if whole.situation in _FREE else (Act(answered.act, 1.0, 1.0, answered.span),)
        return self._acts(whole, (*off, done) if done else off, answer)

    def _long(self, whole: Said, inner: Said, off: tuple[Act, ...]) -> Acts:
        opened = self._opened(inner)
        found = (opened,) if opened else tuple(self._in_long(inner))
        found = found or tuple(filter(None, (self._long_ones.act(inner),)))
        one = len(spans(SENTENCE, inner.text, inner.span)) < SEVERAL
        if found or not one or _length(inner.tokens) > LONGEST_QUESTION:
            return self._acts(whole, (*off, *found), ())
        verdict = self._judge.judge(inner, LONG_SURE)
        done = (verdict.done,) if verdict.done and inner.situation != "free" else ()
        return self._acts(whole, (*off, *done), () if done else asked_about(verdict, whole.situation))

    def _in_long(self, said: Said) -> Iterator[Act]:
        """Sentences that ask something; sentences or their parts that do what may be done in the midst of a story."""
        for sentence in spans(SENTENCE, said.text, said.span):
            act = self._long_act(said, sentence)
            if act:
                yield act
                continue
            parts = spans(_PART, said.text, sentence)
            found = [self._long_act(said, part) for part in parts] if len(parts) > 1 else []
            yield from (each for each in found if each)

    def _long_act(self, said: Said, span: Span) -> Act | None:
        first, last = (bisect_left(said.tokens, at, key=_START) for at in span)
        inside = said.tokens[first:last]
        asks = bool(inside) and inside[-1].word == "?"
        if not inside or _length(inside) > (LONGEST_QUESTION if asks else LONGEST):
            return None
        if not asks and not self._triggers.search(self._judge.folding.joined(inside)):
            return None
        act = self._judge.judge(replace(said, tokens=inside), LONG_SURE).done
        fits = act and (act.name in self.rules.long or (asks and act.name.startswith(QUESTION)))
        return act if fits else None

    def _acts(self, whole: Said, done: tuple[Act, ...], maybe: tuple[Act, ...]) -> Acts:
        acts = [self._with_all(whole, act) for act in done]
        once = {act.name: act for act in sorted(acts, key=lambda act: act.span, reverse=True)}
        return Acts(tuple(sorted(once.values(), key=lambda act: act.span)), maybe, self._left(whole, acts))

    def _with_all(self, whole: Said, act: Act) -> Act:
        """What carries a new value covers everything: who acts on it reads the value there."""
        return replace(act, span=whole.span) if act.name in self.rules.carrying else act

    def _left(self, whole: Said, done: Sequence[Act]) -> str:
        if not done or any(act.name in self.rules.carrying for act in done):
            return whole.text.strip()
        kept = [token for token in whole.tokens if not any(act.span[0] <= token.start < act.span[1] for act in done)]
        if self._peeler.means_nothing(kept):
            return ""
        return without([act.span for act in done], whole.text)

    @cached_property
    def _judge(self) -> Judge:
        return Judge(self.rules, self._load())

    @cached_property
    def _asker(self) -> Asker:
        return Asker(self._judge, self.rules.hanging, self.rules.joining)

    @cached_property
    def _first_clause(self) -> FirstClause:
        return FirstClause(self.rules, self._judge)

    @cached_property
    def _long_ones(self) -> LongOnes:
        return LongOnes(self.rules, self._judge, self._opener)

    @cached_property
    def _peeler(self) -> Peeler:
        return Peeler(self.rules.peel, self._judge.folding)

    @cached_property
    def _triggers(self) -> re.Pattern[str]:
        """Without one of their patterns nothing is looked for in the midst of a story: that costs time and finds much
        that is none."""
        told = [pattern for act in sorted(self.rules.long) for pattern in self.rules.patterns.get(act, ())]
        told += self.rules.concluding.triggers
        return compiled(told, self._judge.folding)

    @cached_property
    def _repliers(self) -> dict[Situation, Replier]:
        return {where: Replier(words, self._judge.folding) for where, words in self.rules.replying.items()}

    @cached_property
    def _consenter(self) -> Consenter:
        return Consenter(self.rules, self._judge, self._peeler, self._repliers)

    @cached_property
    def _concluder(self) -> Concluder:
        return Concluder(self.rules, self._judge, self._repliers)

    @cached_property
    def _opener(self) -> Opener:
        return Opener(self.rules.opening, self._judge.folding)

    @cached_property
    def _traces(self) -> dict[str, re.Pattern[str]]:
        return {name: compiled(told, self._judge.folding) for name, told in self.rules.traces.items()}

    @cached_property
    def _namer(self) -> Namer:
        return Namer(self.rules.naming, self._judge.folding)

    @cached_property
    def _corrector(self) -> Corrector:
        return Corrector(self.rules.correcting, self._judge.folding)


def _length(tokens: Sequence[Token]) -> int:
    return sum(token.word != "?" for token in tokens)
