"""Danger that is put together: what happens and whom it hits, in whatever words, against what takes it away."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from bot.core.usulan.danger_cases import Case, Found
from bot.core.usulan.danger_marks import SENTENCE_END, Marks, is_dated
from bot.core.usulan.danger_words import ahead, behind, once, written

#: How likely a danger is where it is taken for one, beside words of the past and of works, and where it is asked about.
_SURE, _SURE_OF_ALL, _MAYBE = 0.7, 0.95, 0.3
_FEWEST = 3  # words; less says nothing to whoever learnt of whole messages
_SHOUTED = 12  # characters in capitals
_ONE_THING = 30  # words; what is longer tells of several things


@dataclass(frozen=True)
class Composed(Marks):
    """All that may be told of, with what tells whether it is. `sense`: how likely a whole message tells of each that is
    there now, by its key, as examples teach it."""

    cases: tuple[Case, ...] = ()
    sense: Callable[[str], Mapping[str, float]] | None = None

    def doubted(self, text: str) -> tuple[Found, ...]:
        """What may be a call for help: to be asked, where nothing in it surely is one."""
        return tuple(one for one in self._composed(text) if one.doubtful)

    @cached_property
    def _composed(self) -> Callable[[str], tuple[Found, ...]]:
        return lru_cache(maxsize=16)(self._compose)

    def _compose(self, text: str) -> tuple[Found, ...]:
        """In classes of words, and in what examples taught of whole messages; of each case one thing."""
        told = self.in_full(self.without_places(written(text)))
        if self._is_unreal(told) or self._has_passed(self.over, told):
            return ()
        found = {one.case.key: one for one in self._sensed(text, told)}
        found |= {one.case.key: one for one in self._in_classes(text, told) if not one.doubtful or not found}
        return tuple(found.values())

    def _sensed(self, text: str, told: str) -> Iterator[Found]:
        """The likeliest of what is told of at once; and of what is asked about first, where it is sure."""
        is_said = self.sense is not None and len(told.split()) >= _FEWEST
        shares = self.sense(text) if self.sense is not None and is_said else {}
        is_meant = once(self.meant).search(told) is not None
        is_plain = self.is_plain(told) and once(self.unreal).search(told) is None
        for is_told in (True, False):
            sort = [one for one in self.cases if one.key in shares and one.is_told is is_told]
            share = sum(shares[one.key] for one in sort)
            is_sure = share >= (_SURE if is_plain else _SURE_OF_ALL) or (is_meant and share >= _MAYBE)
            if is_sure or (is_told and share >= (_MAYBE if is_plain else _SURE)):
                likeliest = max(sort, key=lambda one: shares[one.key])
                yield Found(likeliest, "", mild=False, cried=is_told, doubtful=not is_sure)

    def _in_classes(self, text: str, told: str) -> Sequence[Found]:
        """What happens and whom it hits, told by classes of words in any order."""
        begun = self.frames.begun_in(written(text))
        if self._triggers.isdisjoint(begun):
            return ()
        shout = f" {min(self.helping)}" if _shouts(text) else ""
        units = [told] if len(told.split()) <= _ONE_THING else [one for one in SENTENCE_END.split(told) if one]
        is_meant, is_unreal = (once(words).search(told) is not None for words in (self.meant, self.unreal))
        found: dict[str, Found] = {}
        units = [one for one in units if not self.is_work(one)]
        for case in self.cases:
            for unit in units if any(one[0] in begun for one in (*case.frames, *case.hints)) else ():
                one = self._in_unit(case, without(unit, case.never) + shout, begun)
                if one is not None and (case.key not in found or found[case.key].doubtful):
                    found[case.key] = replace(one, doubtful=not is_meant and (one.doubtful or is_unreal))
        return tuple(found.values())

    def _is_unreal(self, lower: str) -> bool:
        return once(self.unreal).search(once(self.firm).sub(" ", lower)) is not None and not self.calls(lower)

    def _in_unit(self, case: Case, unit: str, begun: AbstractSet[str]) -> Found | None:
        told = (at for one in case.frames if one[0] in begun and (at := self.frames.told(one, unit)))
        hinted = (at for one in case.hints if one[0] in begun and (at := self.frames.told(one, unit)))
        sure = next(told, None)
        at = sure or next(hinted, None)
        if at is None:
            return None
        front, rest = unit[: at.start()], unit[at.end() :]
        clause, _, since = rest.partition(",")
        is_doubted = self.is_shaken(since) or (once(self.just_past).search(unit) is not None and not self.calls(unit))
        if self._is_told(front, at[0] + clause, rest) or (is_doubted and sure is None):
            return None
        return Found(case, at[0], mild=False, cried=True, doubtful=is_doubted or sure is None)

    def _is_told(self, front: str, clause: str, rest: str) -> bool:
        """Of what was, is asked about, or may come."""
        if behind((*self.before, *self.inquiring)).search(front) or ahead(self.after).match(rest):
            return True
        return self._was(front, rest) or self.is_told_of(f"{front} {rest}") or self.is_shaken(front + clause)

    def _was(self, front: str, rest: str) -> bool:
        return is_dated(front, rest) or self.came_of_it(front, rest) or behind(self.when).search(front) is not None

    @cached_property
    def _triggers(self) -> AbstractSet[str]:
        return {one[0] for case in self.cases for one in (*case.frames, *case.hints)}


def _shouts(text: str) -> bool:
    """In capitals, or with more than one mark."""
    return "!!" in text or (text.isupper() and len(text) > _SHOUTED)


def without(sentence: str, phrases: Sequence[str]) -> str:
    for phrase in phrases:
        sentence = sentence.replace(phrase, " ")
    return sentence
