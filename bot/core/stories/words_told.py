"""What the words of a story tell without a number: who feels it, since when, near what, and what the people give."""

from collections.abc import Iterator
from typing import Any

from bot.core.listening.shapes import Span
from bot.core.stories.cover import Proposal
from bot.core.stories.scan import Phrases, Scan
from bot.core.vocabulary import Vocabulary

_LONGEST_LANDMARK = 6  # words
_LONGEST_END = 5
_NUMBERED = 3.5  # "dekat SD 45": the number is the name's, and the landmark may have both
_BEHIND = 3  # words: "tanahnya sudah mi dihibahkan"
_OF_IT, _SHORTEST = "nya", 5  # letters of a word that is of something, at least
_ITSELF = 0.5  # certainty of a landmark: what else its words may tell goes first


class WordReader:
    """Groups, landmarks, gifts, by the words of one vocabulary."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        words, self._address = vocabulary.stories, frozenset(vocabulary.names.address)
        self._works, self._no_group = frozenset(vocabulary.places.works), frozenset(words.no_group)
        self._groups, self._gifts = Phrases(words.groups), Phrases(words.gifts)
        self._introduces = frozenset(words.introduces)
        self._veto, self._long_ago = frozenset(words.veto), Phrases({"sejak": words.long_ago})
        self._numbered = frozenset(words.owner_before)
        self._near, self._denied = Phrases({"near": words.near}), self._veto & frozenset(words.not_giving)
        self._source, self._target = Phrases({"from": words.source}), Phrases({"to": words.target})
        times = (*vocabulary.days.months.values(), *vocabulary.days.weekdays.values())  # "dari agustus sampai november"
        self._ends, self._none = frozenset(words.landmark_end), frozenset(words.no_landmark).union(*times)
        self._giving = Phrases({"yes": words.giving, "no": words.not_giving})

    def read(self, told: Scan) -> Iterator[Proposal]:
        for _, span in self._long_ago.find(told.words):
            yield Proposal("sejak", {"text": told.says(span)}, span)
        for _, span in self._near.find(told.words):
            yield from () if self._is_denied(told, span[0]) else self._nearby(told, span)
        for _, span in self._source.find(told.words):
            yield from self._from_to(told, span)

    def groups(self, told: Scan) -> Iterator[tuple[str, Span]]:
        """Who is named; not whom the speaker says it is not, nor who "sy ibu rumah tangga dari Santunan" is."""
        for name, span in self._groups.find(told.words):
            if (*told.words, "")[span[1]] in self._no_group:
                continue
            if span[0] == 0 or told.words[span[0] - 1] not in self._veto | self._introduces:
                yield name, span

    def gifts(self, told: Scan) -> Iterator[tuple[str, Span]]:
        """Only where the people say that they give it: the same sentence, and no need or "no" between; right behind
        it as well, "tanahnya sudah dihibahkan"."""
        gives = dict[int, bool]()
        stances = {span[0]: (name == "yes", told.sentence[span[0]]) for name, span in self._giving.find(told.words)}
        gifts = {span[0]: (name, span) for name, span in self._gifts.find(told.words)}
        for at in range(len(told.words)):
            if at in stances:
                gives[stances[at][1]] = stances[at][0]
            given = gives.get(told.sentence[at], self._given_behind(gifts[at][1][1], stances)) if at in gifts else False
            if given:
                yield gifts[at]

    def _given_behind(self, end: int, stances: dict[int, tuple[bool, int]]) -> bool:
        """`end`: the word behind what may be given."""
        return next((stances[at][0] for at in range(end, end + _BEHIND) if at in stances), False)

    def _is_denied(self, told: Scan, at: int) -> bool:
        """ "Bukan Buttu Batu yang dekat kota" tells where it is not."""
        clause = told.clause[at]
        return any(told.words[one] in self._denied for one in range(at) if told.clause[one] == clause)

    def _nearby(self, told: Scan, span: Span) -> Iterator[Proposal]:
        """Every length up to the next end of the clause: a neighbour may own its last words."""
        for end in range(self._end(told, span[1], _LONGEST_LANDMARK), span[1], -1):
            yield _landmark(told, (span[0], end))

    def _from_to(self, told: Scan, span: Span) -> Iterator[Proposal]:
        first = self._end(told, span[1], _LONGEST_LANDMARK)
        middle = next((at for at in range(span[1] + 1, first) if self._target.at(told.words, at)), None)
        found = self._target.at(told.words, middle) if middle is not None else None
        if found:
            for end in range(self._end(told, found[1], _LONGEST_END), found[1], -1):
                yield _landmark(told, (span[0], end))

    def _end(self, told: Scan, start: int, most: int) -> int:
        """Where a landmark that begins here has ended at the latest; here, when it is none."""
        at = start
        while at < min(start + most, len(told.words)) and self._goes_on(told, start, at):
            at += 1
        return start if at > start and told.words[start] in self._none else at

    def _goes_on(self, told: Scan, start: int, at: int) -> bool:
        same = told.clause[at] == told.clause[max(start - 1, 0)]
        named = told.pieces[at].kind == "word" or told.words[at - 1] in self._numbered
        return same and named and not self._is_over(told, start, at)

    def _is_over(self, told: Scan, start: int, at: int) -> bool:
        """Somebody's name goes with what is theirs, "rumah pak Baso"; of "papannya" and "got mampet" it is told."""
        word, behind = told.words[at], told.words[at + 1] if at + 1 < len(told.words) else ""
        if word in self._address:
            return not behind.isalpha() or behind in self._ends or self._is_of_it(behind)
        is_told_of = at > start and (self._is_of_it(word) or (word in self._works and behind in self._ends))
        return word in self._ends or behind == _OF_IT or is_told_of

    def _is_of_it(self, word: str) -> bool:
        return word.endswith(_OF_IT) and len(word) > _SHORTEST


def _landmark(told: Scan, span: Span) -> Proposal:
    said: dict[str, Any] = {"text": told.says(span)}
    numbered = any(piece.kind == "figure" for piece in told.pieces[span[0] : span[1]])
    return Proposal("patokan", said, span, _NUMBERED if numbered else _ITSELF)
