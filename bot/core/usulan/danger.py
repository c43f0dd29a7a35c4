"""Words that need somebody at once: a landslide, a fire, violence; and complaints that another office answers.

What is found is told and informs; it never changes an answer. A danger counts as mild where it is denied, remembered,
supposed, feared or usual ("dulu pernah longsor", "tunggu ada yang hanyut baru diperbaiki?", "kalau hujan sering
banjir"); a complaint stays one when it is denied ("bansos tidak cair"), and violence when it is usual.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from bot.core.usulan.danger_cases import Case, Contact, Found, Tell
from bot.core.usulan.danger_composed import Composed, without
from bot.core.usulan.danger_marks import CLAUSE_END, HERE, SENTENCE_END, YEAR, is_dated
from bot.core.usulan.danger_weighed import (
    Sense,
    Shares,
    has_eased,
    is_cried,
    is_enough,
    is_lasting,
    is_likely,
    is_surely,
    is_unlikely,
    joined,
    likest,
    may_have_eased,
    mood_of,
    sensed,
    shaken,
    surest,
)
from bot.core.usulan.danger_words import PLAIN, ahead, behind, led_by, once, plainly, written

_HIT = ("kena_orang", "kena_dekat")  # classes of words by which a thing falls on people
_ROW = 2  # ranks that make a row
_SHORT = 120  # characters, beyond which only the clause tells when it is

__all__ = ["Case", "Contact", "Danger", "Found", "Tell"]


@dataclass(frozen=True)
class Danger(Composed):
    """All that may be told of, with the marks around it. `sense`: what examples of whole messages taught; `relief`: and
    those of what is told after a call; `replies`: of what whoever was told of it says."""

    sense: Sense | None = None
    relief: Sense | None = None
    replies: Sense | None = None

    def find(self, text: str) -> tuple[Found, ...]:
        """What the text tells of, each case once and the worst of what is said of it; what may cost lives first."""
        return tuple(one for one in self._weighed(text) if not one.doubtful)

    def doubted(self, text: str) -> tuple[Found, ...]:
        """What may be a call for help: to be asked, where nothing in it surely is one."""
        return tuple(one for one in (*super().doubted(text), *self._weighed(text)) if one.doubtful)

    @cached_property
    def _weighed(self) -> Callable[[str], tuple[Found, ...]]:
        """A message is looked at by many, one after the other."""
        return lru_cache(maxsize=16)(self._weigh)

    def _weigh(self, text: str) -> tuple[Found, ...]:
        """What words tell and what examples taught; a yes to the question whether it is a call tells that it is."""
        said, shares = self._find(text), self._shares(text)
        if is_likely(shares):
            said = self._with_guess(said, shares, text)
        elif said and shares and not (self._is_meant(written(text)) or self._composed(text)):
            said = shaken(said, shares)
        return tuple(sorted(said, key=lambda one: (one.mild, not one.case.life)))

    def _with_guess(self, said: tuple[Found, ...], shares: Shares, text: str) -> tuple[Found, ...]:
        told, few = self.in_full(written(text)), not is_enough(text)
        if self._has_passed(self.over, told):
            return said
        is_other = YEAR.search(told) or once(self.unreal).search(told) or self.asks_for_work(told)
        is_plain = self.is_plain(told) and not is_other
        guess = sensed(shares, self.cases, plain=is_plain, meant=self._is_meant(told), few=few)
        if guess is None or (guess.case.is_asked and self._has_ended(told)) or (few and said):  # "sudah keluar hidup"
            return said
        is_old = guess.case.is_told and once(self.after).search(told) and not (self.calls(told) or self.is_now(told))
        return joined(said, replace(guess, doubtful=True, sure=False) if is_old else guess)  # "Januari lalu …"

    def _is_meant(self, told: str) -> bool:
        """ "Ini bukan latihan"."""
        return once(self.meant).search(told) is not None

    def _shares(self, text: str) -> Shares:
        shares = likest(text, self.sense) if self.sense is not None else {}
        return shares if is_enough(text) or is_surely(shares, calls=self.calls(written(text))) else {}

    def reply_in(self, text: str) -> str:
        """The key of what somebody who was told of it surely says; empty where it may be several."""
        return surest(self.replies(text)) if self.replies is not None else ""

    def ends_like(self, text: str) -> bool:
        """Whether it is said as people say that it is over, and not as they cry or ask, or tell of those who remain."""
        if self.relief is None or "?" in text or self.calls(written(text)) or self.is_supposed(text):
            return False
        remain = once(self.remaining).search(self.in_full(text))
        return remain is None and has_eased(self.relief(text)) and not is_cried(self._shares(text))

    def ends_unlike(self, text: str) -> bool:
        """Whether nobody would say so that it is over, whatever words stand in it: "semoga cepat aman"."""
        return self.relief is not None and not may_have_eased(self.relief(text))

    def mood_of(self, text: str) -> str:
        return mood_of(self.relief(text) if self.relief is not None else {})

    def goes_on_like(self, text: str) -> bool:
        """Whether it is said as people say that it goes on, or for some of them."""
        return self.relief is not None and is_lasting(self.relief(text))

    def _compose(self, text: str) -> tuple[Found, ...]:
        """Most messages are like no cry at all, and are not looked through for classes of words, unless they call for
        somebody who is hit."""
        return () if is_unlikely(self._shares(text)) and not self._calls_for(text) else super()._compose(text)

    def _calls_for(self, text: str) -> bool:
        """ "Pohon mangga tumbang timpa kakekku, tolong"."""
        said = written(text)
        return self.calls(said) and any(self.frames.without(name, said) != said for name in _HIT)

    @cached_property
    def _by_word(self) -> Mapping[str, AbstractSet[str]]:
        known: dict[str, set[str]] = {}
        for case in self.cases:
            for word in (word for phrases in case.of_danger for word in phrases.begins):
                known.setdefault(word, set()).add(case.key)
        return known

    def _begun_in(self, text: str) -> Sequence[Case]:
        """The cases of which something is said in it."""
        keys = {key for word in plainly(text) & self._by_word.keys() for key in self._by_word[word]}
        begun = [one for one in self.cases if one.key in keys]
        is_said = any(next(words.said_in(text), None) for one in begun for words in one.of_danger)
        return begun if is_said else ()

    def _find(self, text: str) -> tuple[Found, ...]:
        lower = self.without_places(written(text))
        composed = [one for one in self._composed(text) if not one.doubtful]
        cases = self._begun_in(lower)
        if not composed and not cases:
            return ()
        found: dict[str, Found] = {}
        was = False  # another year was told of
        for sentence in SENTENCE_END.split(lower):
            is_now = self.is_now(sentence)
            for told in self._in_sentence(cases, sentence, lower):
                one = replace(told, mild=True) if was and not is_now and told.word in told.case.past else told
                earlier = found.get(one.case.key)
                if earlier is None or (earlier.mild, not earlier.cried) > (one.mild, not one.cried):
                    found[one.case.key] = one
            was = not is_now and (YEAR.search(sentence) is not None or (was and not sentence.strip()))
        for one in composed:
            earlier = found.get(one.case.key)
            found[one.case.key] = one if earlier is None or earlier.mild else replace(earlier, cried=True)
        rings = any(one.case.fades and not one.mild for one in found.values())
        told_of = rings and (self.is_told_of(lower) or self._is_unreal(lower))
        all_found = [
            replace(one, mild=True, cried=False) if told_of and one.case.fades else one for one in found.values()
        ]
        return tuple(all_found)

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
        found = ((one, _first(one, without(lower, one.never))) for one in self.cases if one.is_told)
        told = [Found(one, at[1], mild=False, cried=True) for one, at in found if at is not None]
        return tuple(told) if is_caught or self._tells_no_more(lower, told) else ()

    def alone(self, text: str) -> tuple[Found, ...]:
        """What is said of a danger with nothing else than where: "banjir di Tuncung pak"."""
        lower = self.in_full(self.without_places(written(text)))
        found = ((one, self.frames.pattern(name).search(lower)) for one in self.cases for name in one.bare)
        told = [Found(one, at[0], mild=False, cried=True, doubtful=True) for one, at in found if at is not None]
        is_all = told and not (self.is_shaken(lower) or self._is_unreal(lower)) and self._tells_no_more(lower, told)
        return tuple(told) if is_all else ()

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
        is_past = once(self.lately).search(lower) is not None and not self.is_now(once(self.lately).sub(" ", lower))
        is_taught = any(one.cried and one.taught for one in self.find(text))
        if (is_taught and not is_past) or self.calls(lower) or any(not one.doubtful for one in self._composed(text)):
            return True
        cries = (at for case in self.cases if case.is_told for at in case.cried.said_in(lower))
        is_much = self.is_said_since(text) or len(list(cries)) > 1
        return is_much and not self.is_supposed(text)

    def goes_on(self, text: str) -> bool:
        """Whether the text tells on of violence or despair of which was told before."""
        hurting = [case for case in self.cases if case.is_asked]
        on = tuple(word for case in hurting for word in case.on)
        return (
            any(one.word and one.case in hurting for one in self.find(text))
            or once(on).search(text.lower()) is not None
        )

    def beside(self, text: str) -> str:
        """The sentences that tell neither of violence or despair nor on of it; the text itself where none does."""
        told = [one.strip() for one in SENTENCE_END.split(text) if one.strip()]
        others = [one for one in told if not self.goes_on(one)]
        return text if len(others) == len(told) else ". ".join(others)

    def _in_sentence(self, cases: Sequence[Case], sentence: str, whole: str) -> Iterable[Found]:
        for case in cases:
            told = without(sentence, case.never)
            for name in case.of_others:
                told = self.frames.without(name, told)
            for at in sorted(case.told.said_in(told), key=self._waits):
                front, rest = told[: at.start()], told[at.end() :]
                mild = self._is_mild(case, at[1], front, rest)
                is_plain = mild and at[1] in case.usual and once(case.plain).search(told)
                if not (is_plain or self._is_ranked(case, at[1], front, rest)):
                    yield Found(case, at[1], mild)
            for words in (case.cried, case.now, case.soon):
                for at in words.said_in(told):
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
        waits = [one for one in (case.now, case.soon) if one.has(word)] if not case.cried.has(word) else []
        if waits:
            told = told if len(told) <= _SHORT else near + word + rest.partition(",")[0]
            is_sign = case.soon in waits and once(self.signs).search(told) is not None and self.is_plain(told)
            return is_sign or (case.now in waits and self._happens(near, told, f"{whole}\n{rest}"))
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
        is_past = self.denies(f"{front}{HERE}{rest}") or self._was(front, rest)
        return (word in case.usual and not self.lasts(rest)) or (case.fades and is_past)


def _first(case: Case, text: str) -> re.Match[str] | None:
    found = (at for words in case.of_danger[:3] for at in words.said_in(text))
    return min(found, key=lambda at: (at.start(), -at.end()), default=None)
