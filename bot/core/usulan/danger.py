"""Words that need somebody at once: a landslide, a fire, violence; and complaints that another office answers.

What is found is told and informs; it never changes an answer. A danger counts as mild where it is denied, remembered,
supposed, feared or usual ("dulu pernah longsor", "tunggu ada yang hanyut baru diperbaiki?", "kalau hujan sering
banjir"); a complaint stays one when it is denied ("bansos tidak cair"), and violence when it is usual.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

from bot.core.usulan.danger_marks import CLAUSE_END, YEAR, Marks, is_dated
from bot.core.usulan.danger_words import (
    PLAIN,
    ByRarest,
    ahead,
    behind,
    by_rarest,
    few_of,
    led_by,
    once,
    said_in,
    written,
)

_NOW = r"(?:sekarang|skrg|skrang|skg)"
_SENTENCE_END = re.compile(rf"[.!?;\n]+|,\s*(?=(?:tapi|tetapi|namun|padahal|{_NOW})\b)|\s(?=dan\s+{_NOW}\b)")
_ROW = 2  # ranks that make a row
#: How likely a danger is where it is taken for one, and where it is asked about.
_SURE, _MAYBE = 0.7, 0.3
_FEWEST = 3  # words; less says nothing to whoever learnt of whole messages
_SHORT = 120  # characters, beyond which only the clause tells when it is
#: A facilitator of the desa at once; one of the kecamatan when the person says yes; nobody.
Tell = Literal["desa", "tanya", "tidak"]


@dataclass(frozen=True, slots=True)
class Contact:
    """Whom to call, as people read it."""

    name: str
    number: str


@dataclass(frozen=True, slots=True)
class Case:
    """`words` mean it ("lampu … mati": up to four words may stand between); `usual` are words of every day that mean it
    only when it happens now; `never` are phrases in which a word means something else. `life`: somebody may die.
    `fades`: denied, remembered or usual it is mild, which violence and complaints are not. `tell`: whether a
    facilitator is told. `private`: nobody near is to read or hear of it. `on`: words that go on with it, once told;
    `plain`: words beside which a usual one that is not happening now is no danger at all (a blocked drain). `past`:
    words that go on with what a sentence before told of another year; `ranks`: right behind them it is one of several
    things that are told of in a row. `cries` are how people call for help, `only_now` those of them that do so only
    beside a word for now or a call to hurry, `about_to` beside a sign of it; supposed, denied or usual they are none.
    """

    key: str
    words: tuple[str, ...]
    usual: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    contacts: tuple[Contact, ...] = ()
    life: bool = False
    fades: bool = False
    tell: Tell = "tidak"
    private: bool = False
    on: tuple[str, ...] = ()
    plain: tuple[str, ...] = ()
    past: tuple[str, ...] = ()
    ranks: tuple[str, ...] = ()
    cries: tuple[str, ...] = ()
    only_now: tuple[str, ...] = ()
    about_to: tuple[str, ...] = ()

    @property
    def of_danger(self) -> tuple[str, ...]:
        return (*self.words, *self.usual, *self.cries, *self.only_now)

    @property
    def is_told(self) -> bool:
        """Whether facilitators are told at once."""
        return self.tell == "desa"


@dataclass(frozen=True, slots=True)
class Found:
    """`mild`: it is not happening now. `cried`: in words by which nobody tells a story or a wish."""

    case: Case
    word: str
    mild: bool
    cried: bool = False


@dataclass(frozen=True)
class Danger(Marks):
    """All that may be told of, with the marks around it. `sense`: how likely a whole message tells of each that is
    there now, as examples teach it."""

    cases: tuple[Case, ...] = ()
    sense: Callable[[str], Mapping[str, float]] | None = None

    @cached_property
    def _known(self) -> ByRarest:
        return by_rarest(tuple(word for case in self.cases for word in (*case.of_danger, *case.about_to)))

    def find(self, text: str) -> tuple[Found, ...]:
        """What the text tells of, each case once and the worst of what is said of it; what may cost lives first."""
        found, shares = self._in_words(text), self._shares(text)
        if not shares:
            return found
        rings = {one.case.is_told for one in found if not one.mild and one.case.life}
        sensed = [one for one in self._sensed(shares, _SURE) if one.case.is_told not in rings]
        keys = {one.case.key for one in sensed}
        return _in_order([*sensed, *(one for one in found if one.case.key not in keys)])

    def doubted(self, text: str) -> tuple[Found, ...]:
        """What it may tell of, and nobody can be sure: that is to be asked."""
        shares = self._shares(text)
        if not shares or any(one.case.life and not one.mild for one in self.find(text)):
            return ()
        return tuple(self._sensed(shares, _MAYBE))[:1]

    def _shares(self, text: str) -> Mapping[str, float]:
        is_said = self.sense is not None and len(text.split()) >= _FEWEST
        return self.sense(text) if self.sense is not None and is_said else {}

    def _sensed(self, shares: Mapping[str, float], least: float) -> list[Found]:
        """The likeliest of what is told of at once, and of what is asked about first, where either is likely."""
        sorts = ([one for one in self.cases if one.key in shares and one.is_told is told] for told in (True, False))
        likely = [sort for sort in sorts if sum(shares[one.key] for one in sort) >= least]
        best = [max(sort, key=lambda one: shares[one.key]) for sort in likely]
        return [Found(one, "", mild=False, cried=one.is_told) for one in best]

    def _in_words(self, text: str) -> tuple[Found, ...]:
        lower = self.without_places(written(text))
        if few_of(self._known, lower).search(lower) is None:
            return ()
        found: dict[str, Found] = {}
        was = False  # another year was told of
        for sentence in _SENTENCE_END.split(lower):
            is_now = self.is_now(sentence)
            for told in self._in_sentence(sentence, lower):
                one = replace(told, mild=True) if was and not is_now and told.word in told.case.past else told
                earlier = found.get(one.case.key)
                if earlier is None or (earlier.mild, not earlier.cried) > (one.mild, not one.cried):
                    found[one.case.key] = one
            was = not is_now and (YEAR.search(sentence) is not None or (was and not sentence.strip()))
        rings = any(one.case.fades and not one.mild for one in found.values())
        told_of = rings and self.is_told_of(lower)
        all_found = [
            replace(one, mild=True, cried=False) if told_of and one.case.fades else one for one in found.values()
        ]
        return _in_order(all_found)

    def in_call(self, text: str) -> tuple[Found, ...]:
        """What somebody calls for help about, who says so: "banjir di sini, tolong"; also by words that are a danger
        else only beside one for now."""
        lower = self.without_places(written(text))
        if not self.calls(lower):
            return ()
        full = self.in_full(lower)
        free = once(self.caught).sub(" ", full)
        is_caught = free != full and self.is_plain(free)
        lower = free if is_caught else lower
        if self.denies(lower):
            return ()
        found = ((one, _first(one, _without(lower, one.never))) for one in self.cases if one.is_told)
        told = [Found(one, at[1], mild=False, cried=True) for one, at in found if at is not None]
        return tuple(told) if is_caught or self._tells_no_more(lower, told) else ()

    def _tells_no_more(self, lower: str, told: Sequence[Found]) -> bool:
        """Whether nothing stands beside the danger but who calls, and where: "tolong cek usulan banjir" does more; what
        is told on in other clauses does not matter where one does nothing but call."""
        near = self.urging | self.polite | self.around.union(self.fronts)
        parts = CLAUSE_END.split(lower) if self.hurries(lower) and self.is_plain(lower) else [lower]
        for one in told:
            parts = [part.replace(one.word, "\n") for part in parts]
        left = [led_by(self.fronts).sub(" ", part) for part in parts if "\n" in part or len(parts) == 1]
        return all(near.issuperset(PLAIN.findall(part)) for part in left)

    def is_urgent(self, text: str) -> bool:
        """Whether somebody may die now: whatever else such words may be is heard after that."""
        return any(one.case.life and not one.mild for one in self.find(text))

    def is_pressing(self, text: str) -> bool:
        """Whether many words call for somebody to come, and tell no story: they ask for help, or tell of several things
        by which people call, or of what lasts."""
        lower = written(text)
        if self.calls(lower):
            return True
        cries = said_in(tuple(word for case in self.cases if case.is_told for word in case.cries), lower)
        is_much = self.is_said_since(text) or len(cries.findall(lower)) > 1
        return is_much and not self.is_supposed(text)

    def goes_on(self, text: str) -> bool:
        """Whether the text tells on of violence or despair of which was told before."""
        hurting = [case for case in self.cases if case.tell == "tanya"]
        on = tuple(word for case in hurting for word in case.on)
        return any(one.case in hurting for one in self.find(text)) or once(on).search(text.lower()) is not None

    def beside(self, text: str) -> str:
        """The sentences that tell neither of violence or despair nor on of it; the text itself where none does."""
        told = [one.strip() for one in _SENTENCE_END.split(text) if one.strip()]
        others = [one for one in told if not self.goes_on(one)]
        return text if len(others) == len(told) else ". ".join(others)

    def _in_sentence(self, sentence: str, whole: str) -> Iterable[Found]:
        for case in self.cases:
            told = _without(sentence, case.never)
            for at in sorted(said_in((*case.words, *case.usual), told).finditer(told), key=self._waits):
                front, rest = told[: at.start()], told[at.end() :]
                mild = self._is_mild(case, at[1], front, rest)
                is_plain = mild and at[1] in case.usual and once(case.plain).search(told)
                if not (is_plain or self._is_ranked(case, at[1], front, rest)):
                    yield Found(case, at[1], mild)
            for words in (case.cries, (*case.only_now, *case.about_to)):
                for at in said_in(words, told).finditer(told):
                    if self._is_cried(case, at, told, whole):
                        yield Found(case, at[1], mild=False, cried=True)

    def _is_cried(self, case: Case, at: re.Match[str], told: str, whole: str) -> bool:
        """Looked at within its own clause first."""
        front, rest, word = told[: at.start()], told[at.end() :], at[1]
        near = front.rpartition(",")[2]
        if behind(self.before).search(near) or behind(self.mild).search(near) or self.only_follows(front, rest):
            return False
        if self.is_denied_within(word):
            return False
        is_cry = said_in(case.cries, word).fullmatch(word) is not None
        waits = [one for one in (case.only_now, case.about_to) if not is_cry and said_in(one, word).fullmatch(word)]
        if waits:
            told = told if len(told) <= _SHORT else near + word + rest.partition(",")[0]
            is_sign = case.about_to in waits and once(self.signs).search(told) is not None and self.is_plain(told)
            return is_sign or (case.only_now in waits and self._happens(near, told, f"{whole}\n{rest}"))
        is_told = self.is_supposed(told) or self.is_left(told) or self.asks_for_work(told)
        return self.is_now(told) or not (is_told or is_dated(front, rest))

    def _happens(self, near: str, told: str, whole: str) -> bool:
        """It is told of now, or they call to hurry: "anak jatuh dari jembatan! tolong cepat"."""
        is_now = self.is_now(told) or (self.hurries(whole) and self.is_plain(whole))
        return is_now and once(self.mild).search(near) is None

    def _waits(self, at: re.Match[str]) -> bool:
        """What hangs on an "if" is named last: "kalau jebol dua rumah hanyut, tanah bergerak terus"."""
        return once(self.waiting).search(at.string[: at.start()].rpartition(",")[2]) is not None

    def _is_ranked(self, case: Case, word: str, front: str, rest: str) -> bool:
        """One of several things in a row ("pertama tanggul, kedua longsor biak"), unless its own part tells of now."""
        if not case.ranks or behind(case.ranks).search(front) is None:
            return False
        part = front.rpartition(",")[2] + word + rest.partition(",")[0]
        is_row = len(once(case.ranks).findall(front + rest)) >= _ROW
        return is_row and not self.is_now(part)

    def _is_mild(self, case: Case, word: str, front: str, rest: str) -> bool:
        """Right beside the word it is decided first: "sekarang rawan longsor" is not a landslide."""
        is_now = self.is_now(front + word + rest)
        parts = rest.startswith(",") and self.is_now(front.rpartition(",")[2])  # "sekarang longsor, tahun lalu retak"
        if behind(self.before).search(front) or (not parts and ahead(self.after).match(rest)):
            return True
        if case.fades and (self.only_follows(front, rest) or self.is_denied_within(word)):
            return True
        if is_now:
            return False
        is_past = self.denies(f"{front} {rest}") or self._was(front, rest)
        return (word in case.usual and not self.lasts(rest)) or (case.fades and is_past)

    def _was(self, front: str, rest: str) -> bool:
        return is_dated(front, rest) or self.came_of_it(front, rest) or behind(self.when).search(front) is not None


def _in_order(found: Iterable[Found]) -> tuple[Found, ...]:
    return tuple(sorted(found, key=lambda one: (one.mild, not one.case.life)))


def _first(case: Case, text: str) -> re.Match[str] | None:
    return said_in(case.of_danger, text).search(text)


def _without(sentence: str, phrases: Sequence[str]) -> str:
    for phrase in phrases:
        sentence = sentence.replace(phrase, " ")
    return sentence
