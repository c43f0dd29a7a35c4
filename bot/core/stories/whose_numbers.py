"""Numbers that belong to the house of who speaks ("anak saya 6 orang", "kebun saya ada 2 hektar"), or that count what
something is as long as ("sepanjang tiga tiang listrik"): they say neither how many feel it nor how big it is."""

from bot.core.listening.shapes import Span
from bot.core.stories.scan import Phrases, Scan
from bot.core.understanding.tongue import Tongue

_WAY = 5  # words that may stand between a thing and the number that is its own


class WhoseNumbers:
    def __init__(self, tongue: Tongue) -> None:
        words = tongue.words.stories
        self._own, self._not_own = Phrases({"own": words.own_things}), frozenset(words.not_own)
        sizes = tongue.words.sizes
        self._sides = frozenset((*sizes.thick, *(word for told in sizes.side.values() for word in told)))
        self._marks = frozenset(words.marks)

    def owned(self, told: Scan, span: Span) -> Span | None:
        """The words that go with the number, where it belongs to such a thing."""
        start, end = span
        after = told.words[end] if end < len(told.words) else ""
        if after in self._marks and self._sides & set(told.words[max(start - 2, 0) : start]):
            return start - 1, end + 1
        for at in range(start - 1, max(start - 1 - _WAY, -1), -1):
            if told.clause[at] != told.clause[start] or told.words[at] in self._not_own:
                return None
            found = self._own.at(told.words, at)
            if found is not None and found[1] <= start:
                is_there = at and told.words[at - 1] in self._not_own
                return None if is_there else (start, min(end + 1, len(told.words)))
        return None
