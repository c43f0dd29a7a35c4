"""Danger that is put together: what happens and whom it hits, in whatever words, against what takes it away."""

from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from bot.core.usulan.danger_cases import Case, Found
from bot.core.usulan.danger_marks import HERE, SENTENCE_END, Marks, is_dated
from bot.core.usulan.danger_words import ahead, behind, once, written

_SHOUTED = 12  # characters in capitals
_ONE_THING = 30  # words; what is longer tells of several things


@dataclass(frozen=True)
class Composed(Marks):
    """All that may be told of, with what tells whether it is."""

    cases: tuple[Case, ...] = ()

    def doubted(self, text: str) -> tuple[Found, ...]:
        """What may be a call for help: to be asked, where nothing in it surely is one."""
        return tuple(one for one in self._composed(text) if one.doubtful)

    @cached_property
    def _composed(self) -> Callable[[str], tuple[Found, ...]]:
        return lru_cache(maxsize=16)(self._compose)

    def _compose(self, text: str) -> tuple[Found, ...]:
        """What happens and whom it hits, told by classes of words in any order; of each case one thing."""
        lower = written(text)
        begun = self.frames.begun_in(lower)
        if self._triggers.isdisjoint(begun):
            return ()
        told = self.in_full(self.without_places(lower))
        told = " . ".join(one for one in SENTENCE_END.split(told) if not self._is_past(one))
        if self._is_unreal(told):
            return ()
        is_shouted = "!!" in text or (text.isupper() and len(text) > _SHOUTED)
        shout = f" {min(self.helping)}" if is_shouted else ""
        units = [told] if len(told.split()) <= _ONE_THING else [one for one in SENTENCE_END.split(told) if one]
        is_meant, is_unreal = (once(words).search(told) is not None for words in (self.meant, self.unreal))
        if any(next(one.told.said_in(lower), None) for one in self.cases if one.hushes):
            return ()
        units = [one for one in units if not self.is_work(one)]
        found: dict[str, Found] = {}
        for case in self.cases:
            for unit in units if any(one[0] in begun for one in (*case.frames, *case.hints)) else ():
                one = self._in_unit(case, self._of_people(case, unit) + shout, begun)
                if one is not None and (case.key not in found or found[case.key].doubtful):
                    found[case.key] = replace(one, doubtful=not is_meant and (one.doubtful or is_unreal))
        return tuple(found.values())

    def _of_people(self, case: Case, unit: str) -> str:
        """ "Sawah saya tertimbun" is nobody's danger."""
        left = without(unit, case.never)
        for name in case.things:
            left = self.frames.without(name, left)
        return left

    def _is_past(self, told: str) -> bool:
        return self._has_passed(self.over, told) and once(self.remaining).search(told) is None

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
        is_works = once(self.works).search(self.frames.without("tak_daya", self.without_orders(unit))) is not None
        is_past = once(self.just_past).search(unit) is not None and not self.calls(unit)
        is_doubted = is_works or is_past or self.is_shaken(since, since=sure is not None)
        if self._is_told(front, at[0] + clause, rest) or (is_doubted and sure is None):
            return None
        return Found(case, at[0], mild=False, cried=True, doubtful=is_doubted or sure is None)

    def _is_told(self, front: str, clause: str, rest: str) -> bool:
        """Of what was, is asked about, or may come."""
        if behind((*self.before, *self.inquiring, *self.coming)).search(front.rpartition(",")[2]) or ahead(
            self.after
        ).match(rest):
            return True
        is_still = self.frames.without("tak_daya", rest) != rest  # "hanyut tadi, sampai sekarang belum ditemukan"
        if self._was(front, rest, is_still=is_still) or self.only_follows(front, rest):
            return True
        return self.is_told_of(f"{front} {rest}") or self.is_shaken(front + HERE + clause)

    def _was(self, front: str, rest: str, *, is_still: bool = False) -> bool:
        if is_dated(front, rest) or behind(self.when).search(front) is not None:
            return True
        return not is_still and self.came_of_it(front, rest)

    @cached_property
    def _triggers(self) -> AbstractSet[str]:
        return {one[0] for case in self.cases for one in (*case.frames, *case.hints)}


def without(sentence: str, phrases: Sequence[str]) -> str:
    for phrase in phrases:
        sentence = sentence.replace(phrase, " ")
    return sentence
