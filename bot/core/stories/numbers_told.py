"""Numbers in a story: people, families, sizes, since when; and the guards that own a number before any of them may."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from bot.core.listening.shapes import Span
from bot.core.stories.chart import Chart
from bot.core.stories.cover import Proposal
from bot.core.stories.scan import Phrases, Scan
from bot.core.stories.whose_numbers import WhoseNumbers
from bot.core.understanding.amounts.bounds import bind
from bot.core.understanding.amounts.counts import Limit
from bot.core.understanding.amounts.numerals import Num
from bot.core.understanding.amounts.pieces import Piece
from bot.core.understanding.amounts.reading import Reading, settle
from bot.core.understanding.amounts.sizes import Volume
from bot.core.understanding.amounts.tokens import Lexicon, Token, tokens_of
from bot.core.understanding.tongue import Tongue

GUARD, OWNED, LASTS = "", "milik", "lamanya"  # what tells nothing; is cut out of an answer; where a number is left
_GUARDED = 3.0  # a guard beats any reading of the same words
_ALONE = 0.9  # one side alone gives way to all of them
_FEWEST = 4  # fewer people are those of an event
_PHONE, _YEAR = re.compile(r"(?:\+?62|0)\d{7,}"), re.compile(r"(?:19|20)\d\d")
_RATE = 5  # pieces behind a number in which "tiap hari" still speaks of it
_COUNTED = frozenset({"person", "family", "poor", "male", "female"})
_UNITS = frozenset({"length", "wide", "count"})
_BEFORE, _WAY = 2, 3  # words in front ("kader posyandunya 5 orang"); pieces between a word and its own number
_PEOPLE = {
    "poor": "num family? poor | family? poor num family?",
    "male": "num (person|part)? male | male num person? | male person num",
    "female": "num (person|part)? female | female num person? | female person num",
    "families": "num family | whole family num",
    "total": "num person | whole person num | whole num person | part num part | whole part num",
    "ours": "num part",
}
_SIZES = {
    "three": "ONE sep? JOIN ONE sep? JOIN ONE",
    "two": "ONE sep? JOIN ONE",
    "one": "side? num length | num length side | side? num wide | num count",
}
Found = tuple[Num, Span]


class NumberReader:
    """What the numbers of a story tell, by the words of one tongue."""

    def __init__(self, tongue: Tongue) -> None:
        words = tongue.words.stories
        self._tongue, self._numerals = tongue, tongue.speech.numerals
        self._people, self._sizes = Chart(_PEOPLE), Chart(_SIZES)
        self._people_words = tongue.people_grammar.words.strictly()
        self._size_words = tongue.volume_grammar.words.strictly()
        self._before, self._after, self._veto = (
            frozenset(told) for told in (words.owner_before, words.owner_after, words.veto)
        )
        self._months = frozenset(word for told in tongue.words.days.months.values() for word in told)
        self._only = frozenset(words.only)
        self._crossing = frozenset((*tongue.words.sizes.cross, *tongue.words.sizes.times))
        self._years = frozenset(tongue.words.days.year)
        self._rupiah = frozenset(tongue.words.money.rupiah)
        self._far = Phrases({"before": words.far_before, "after": words.far_after, "from": words.far_from})
        self._targets, self._no_sizes = frozenset(words.target), frozenset(words.no_sizes)
        self._elsewhere = frozenset((*words.hurt, *words.duty))
        self._we = frozenset(words.we)
        self._hard, self._around = frozenset(words.hard), frozenset(tongue.words.places.around)
        self._poor = Phrases({"poor": tongue.words.people.poor})
        self._since = Phrases({"since": words.since, "already": words.already})
        self._whose, self._long = WhoseNumbers(tongue), frozenset(tongue.words.sizes.side["p"])
        self._lengths, self._ago = frozenset(words.lengths), Phrases({"ago": words.ago})

    def read(self, told: Scan, numbers: Sequence[Found]) -> Iterator[Proposal]:
        """`numbers`: all that stand in it."""
        ends = frozenset(span[1] for _, span in numbers)
        for number, span in numbers:
            yield from self._guards(told, number, span, ends)
        for start, end in _sentences(told, [span for _, span in numbers]):
            known = {span[0] - start: (number, span[1] - start) for number, span in numbers if start <= span[0] < end}
            pieces = told.pieces[start:end]
            if self._people_words.may_tell(pieces, _COUNTED):
                yield from self._of_people(told, start, _bound(pieces, self._people_words, known))
            if self._size_words.may_tell(pieces, _UNITS):
                yield from self._of_sizes(start, _bound(pieces, self._size_words, known))

    def is_vetoed(self, told: Scan) -> bool:
        """Whether the words say that a number is not what it seems to be."""
        return any(word in self._veto or word in ("%", "persen") for word in told.words)

    def numbers(self, told: Scan) -> list[Found]:
        found: list[Found] = []
        at = 0
        while at < len(told.pieces):
            number = self._numerals.read(told.pieces, at)
            if number and number[1] > at:
                found.append((number[0], (at, number[1])))
            at = number[1] if number else at + 1
        return found

    def _guards(self, told: Scan, number: Num, span: Span, ends: frozenset[int]) -> Iterator[Proposal]:
        """What owns this number; of since when it tells itself."""
        start, end = span
        before, after = _word(told, start - 1), _word(told, end)
        since = self._since_when(told, number, span)
        if since:
            yield since
        elif _PHONE.fullmatch(number.figure) or number.scaled >= 10**6 or self._is_year(number, before, after):
            yield _guard((start, end + (after in self._rupiah)), OWNED)
        elif before in self._before and not self._is_between(told, span, ends):
            yield _guard((start - 1, end + (after in self._after)), OWNED)
        elif own := self._whose.owned(told, span):
            yield _guard(own, OWNED)
        elif self._is_of_what_stands_before(told, end):
            yield _guard((max(start - 1, 0), end), OWNED)
        elif before in self._veto or self._is_rate(told, end):
            yield _guard((start - 1 if start else 0, end + 1 if end < len(told.words) else end))
        elif after in self._years:
            yield _guard((start, end + 1), OWNED)
        elif (
            (after in self._after and not self._is_product(told, end)) or after in self._rupiah or after in self._months
        ):
            yield _guard((start, end + 1), LASTS)
        yield from self._far_away(told, span)

    def _is_between(self, told: Scan, span: Span, ends: frozenset[int]) -> bool:
        """ "20 smp 30 orang": no school, but up to how many; "satu RT 30 KK": not RT 30. "Ruang
        kelas 7 x 8 meter": a room. `ends`: where numbers end."""
        at = span[0] - 1
        if _word(told, span[1]) in self._crossing and self._is_product(told, span[1]):
            return True
        if _word(told, at) in self._tongue.words.common.range:
            return at in ends or at - 1 in ends
        return at in ends and _word(told, span[1]) in self._people_words.own

    def _is_of_what_stands_before(self, told: Scan, end: int) -> bool:
        """ "Muridnya 180 wc cuma 2": of two, and not of 180; "30 kk cuma 2 …" are some of them."""
        counts = _word(told, end) in self._people_words.own
        return not counts and _word(told, end + 1) in self._only and bool(self._numerals.at(told.pieces, end + 2))

    def _is_product(self, told: Scan, end: int) -> bool:
        """ "4 x 6 meter", "80 kali 2 meter"; "3 kali" alone is how often."""
        return end + 1 < len(told.pieces) and bool(self._numerals.at(told.pieces, end + 1))

    def _is_year(self, number: Num, before: str, after: str) -> bool:
        bare = after not in self._size_words.own and (not after.isalpha() or after not in self._people_words.own)
        return bool(_YEAR.fullmatch(number.figure)) and (bare or before in self._tongue.words.days.year)

    def _is_rate(self, told: Scan, end: int) -> bool:
        """ "20 orang per hari", "20 orang/hari", "35 orang lewat tiap hari": of one day, not of the village."""
        near = [
            told.words[at]
            for at in range(end, min(end + _RATE, len(told.words)))
            if told.clause[at] == told.clause[end]
        ]
        return any(word in self._veto for word in near) or ("/" in near and _word(told, end + 2) in self._after)

    def _since_when(self, told: Scan, number: Num, span: Span) -> Proposal | None:
        """ "Sudah hampir tiga tahun", "sejak 3 tahun lalu", "sejak 2021"."""
        start, end = span
        opening = self._opening(told, start)
        year = _YEAR.fullmatch(number.figure)
        if opening is None or not (year or _word(told, end) in self._lengths):
            return None
        if year and _word(told, opening) in self._tongue.words.stories.already:
            return None
        end = end if year else end + 1
        while end < len(told.words) and (ago := self._ago.at(told.words, end)):
            end = ago[1]
        return Proposal("sejak", {"text": told.says((opening, end))}, (opening, end), 2 * _GUARDED)

    def _opening(self, told: Scan, start: int) -> int | None:
        """Where "sejak" or "sudah" stands, at most three words before the number and in its clause."""
        near = range(start - 1, max(start - 1 - _WAY, -1), -1)
        found = [at for at in near if told.clause[at] == told.clause[start] and self._since.at(told.words, at)]
        return found[-1] if found else None

    def _far_away(self, told: Scan, span: Span) -> Iterator[Proposal]:
        """A length beside these words is a distance: "jaraknya 2 km", "2 km dari kota"."""
        start, end = span
        unit = _word(told, end) in _lengths_of(self._tongue)
        near = [self._far.at(told.words, at) for at in range(max(start - _WAY, 0), start)]
        after = self._far.at(told.words, end + 1) if end + 1 < len(told.words) else None
        far = (after is not None and after[0] == "after") or any(found and found[0] == "before" for found in near)
        away = after is not None and after[0] == "from" and _word(told, start - 1) not in self._long
        away = away and not self._has_target(told, end) and not _word(told, end + 2)[:1].isdecimal()  # "dari 500 meter"
        if unit and (far or away):  # "800 meter dari mata air" may be how long it is, where nothing else is told
            yield _guard((start, end + 1), OWNED if far else LASTS)

    def _has_target(self, told: Scan, at: int) -> bool:
        """ "200 meter dari masjid sampai jembatan" is how long it is."""
        clause = told.clause[at]
        return any(
            told.clause[each] == clause and told.words[each] in self._targets
            for each in range(at, min(at + 8, len(told.words)))
        )

    def _of_people(self, told: Scan, start: int, tokens: Sequence[Token]) -> Iterator[Proposal]:
        for name, match in self._people.find(tokens):
            span = _span_of(match, start)
            number = next(token.number for token in match if token.number)
            if name == "families" and self._may_be_poor(told, span):
                yield _guard(span)
            elif name == "ours":  # "kami 22 anak"; children of whom something is told are some of them
                if _word(told, span[0] - 1) in self._we:
                    yield from self._counted(told, span, "total", number)
            elif name == "poor" and self._have_it_hard(told, span[1]):
                yield from self._counted(told, (span[0], span[1] - 1), "total", number)
            else:
                yield from self._counted(told, span, name, number)

    def _counted(self, told: Scan, span: Span, name: str, number: Num) -> Iterator[Proposal]:
        if _is_count(number) and not self._are_others(told, span, name, number):
            limit = Limit(name, number.bound, None if number.to is None else int(number.to))
            yield Proposal("orang", (name, int(number.readings[0]), limit), span)

    def _have_it_hard(self, told: Scan, end: int) -> bool:
        """ "40 orang susah angkut hasil": they have little only where nothing follows that is hard for them."""
        behind = _word(told, end)
        return _word(told, end - 1) in self._hard and behind.isalpha() and behind not in self._around

    def _may_be_poor(self, told: Scan, span: Span) -> bool:
        """ "18 KK berstatus kurang mampu": whether all of them are cannot be told."""
        behind = range(span[1], min(span[1] + _WAY, len(told.words)))
        clause = told.clause[span[0]]
        return any(told.clause[at] == clause and self._poor.at(told.words, at) for at in behind)

    def _are_others(self, told: Scan, span: Span, name: str, number: Num) -> bool:
        """Few people, or people to whom something happened, or who are on duty."""
        few = name in ("total", "male", "female") and number.readings[0] < _FEWEST
        near = range(max(span[0] - _BEFORE, 0), min(span[1] + _WAY, len(told.words)))
        clause = told.clause[span[0]]
        return few or any(told.clause[at] == clause and told.words[at] in self._elsewhere for at in near)

    def _of_sizes(self, start: int, tokens: Sequence[Token]) -> Iterator[Proposal]:
        ended: set[tuple[str, int]] = set()
        for name, match in self._sizes.find(tokens):
            end = match[-1].span[1]
            if (name, end) in ended or not any(token.kind in _UNITS for token in match):
                continue  # what begins later owns fewer of the same words
            readings = list(self._tongue.volume_grammar.parse(match))
            if len(readings) != 1 or not _is_whole(readings[0], match):
                continue
            ended.add((name, end))
            if self._measures(readings[0].value, match):
                doubt = 1.0 if readings[0].sure else 0.9
                yield Proposal("ukuran", readings[0], _span_of(match, start), doubt)
            elif _is_one_side(readings[0].value):
                yield Proposal(GUARD, None, _span_of(match, start), _ALONE)

    def _measures(self, volume: Volume, tokens: Sequence[Token]) -> bool:
        """One width, height or handful of centimetres alone tells of the trouble, "satu jembatan" that there is one."""
        first = volume.sizes[0]
        if any(size.unit in self._no_sizes for size in volume.sizes):
            return False
        alone = len(volume.sizes) == 1
        figure = any(token.number.figure for token in tokens if token.number)
        return not alone or not (_is_one_side(volume) or first.unit == "cm" or (first.amount == 1 and not figure))


def _is_whole(reading: Reading[Volume], tokens: Sequence[Token]) -> bool:
    """Not one picked out of several numbers that stand side by side by chance."""
    return reading.sure or len(reading.value.sizes) == sum(token.number is not None for token in tokens)


def _is_one_side(volume: Volume) -> bool:
    """ "Air setinggi 1 meter": how high or wide it is, and nothing else."""
    return len(volume.sizes) == 1 and volume.sizes[0].side in ("l", "t")


@lru_cache(maxsize=8)
def _lengths_of(tongue: Tongue) -> frozenset[str]:
    return frozenset(word for told in tongue.words.units.length.values() for word in told)


def _bound(pieces: Sequence[Piece], words: Lexicon, numbers: Mapping[int, tuple[Num, int]]) -> list[Token]:
    return bind(settle(tokens_of(pieces, words, numbers)))


def _guard(span: Span, sort: str = GUARD) -> Proposal:
    return Proposal(sort, None, span, _GUARDED)


def _word(told: Scan, at: int) -> str:
    return told.words[at] if 0 <= at < len(told.words) else ""


def _is_count(number: Num) -> bool:
    return len(number.readings) == 1 and number.readings[0].denominator == 1 and 0 < number.readings[0] < 50_000


def _span_of(tokens: Sequence[Token], start: int) -> Span:
    return min(token.span[0] for token in tokens) + start, max(token.span[1] for token in tokens) + start


def _sentences(told: Scan, numbers: Sequence[Span]) -> Iterator[Span]:
    """From where to where the sentences go in which a number stands."""
    for sentence in dict.fromkeys(told.sentence[start] for start, _ in numbers):
        start = told.sentence.index(sentence)
        ends = (at for at in range(start, len(told.words)) if told.sentence[at] != sentence)
        yield start, next(ends, len(told.words))
