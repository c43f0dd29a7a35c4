"""Names in a text, one by one, with what stands around them: the word of a level, "not", "near"."""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from functools import lru_cache

from bot.core.places.gazetteer import DESA, DUSUN, KECAMATAN, LITERAL, Entry, Gazetteer
from bot.core.places.names import Word
from bot.core.vocabulary import Vocabulary
from bot.core.wilayah import lies_in

KABUPATEN = 0
#: So many words that mean something, and a name needs its level word to be looked for.
_MANY = 12
_LONGEST = 2  # words of the name that another lies in
_OTHER_LEVEL = 0.7  # "desa Maiwa" where Maiwa is a kecamatan
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Hit:
    """A name at the words from `start` to before `end`. `bound`: behind the word of its own level.
    `beside`: what is meant is only near it; `denied`: it is just not meant."""

    start: int
    end: int
    entry: Entry
    score: float
    bound: bool
    letters: int
    beside: bool = False
    denied: bool = False


@dataclass(frozen=True)
class Levels:
    """What the words around names mean. `around`: says nothing; `negated`: what follows is not; `either`: "or";
    `at`: a place follows; `beside`: what follows is only near; `compass`: ends a name; `called`: announces one;
    `fresh`: said of what is on no list; `once`: what follows, with `belonged` between, was so before `now`."""

    level: Mapping[str, int]
    around: AbstractSet[str]
    negated: AbstractSet[str]
    either: AbstractSet[str]
    beside: AbstractSet[str]
    compass: AbstractSet[str]
    called: AbstractSet[str]
    fresh: AbstractSet[str]
    but: AbstractSet[str]
    newly: AbstractSet[str]
    at: AbstractSet[str]
    belonged: AbstractSet[str]
    once: AbstractSet[str]
    now: AbstractSet[str]


@lru_cache(maxsize=8)
def levels_of(vocabulary: Vocabulary) -> Levels:
    words, common = vocabulary.places, vocabulary.common
    lists = {KABUPATEN: words.kabupaten, KECAMATAN: words.kecamatan, DESA: words.desa, DUSUN: words.dusun}
    level = {word: at for at, spellings in lists.items() for word in spellings}
    said = (words.around, words.negated, words.either, words.beside, words.compass)
    new = (words.called, words.fresh, words.but, words.newly, words.at)
    before = (words.belonged, common.once, common.now)
    return Levels(level, *map(frozenset, (*said, *new, *before)))


def hits_in(words: Sequence[Word], gazetteer: Gazetteer, levels: Levels) -> Iterator[Hit]:
    many = sum(word.text not in levels.around for word in words) > _MANY
    paired = _side_by_side(words, gazetteer, levels) if many else frozenset()
    told = [_level_before(words, start, gazetteer, levels) for start in range(len(words))]
    for start, end in gazetteer.windows(words):
        before = told[start]
        if before == KABUPATEN or (many and before is None and (start, end) not in paired):
            continue
        beside = behind(words, start, levels, levels.beside)
        denied = behind(words, start, levels, levels.negated) or _was_once(words, start, end, levels)
        for hit in _at(words, (start, end), gazetteer, levels):
            yield replace(hit, beside=beside, denied=denied) if beside or denied else hit


def _side_by_side(words: Sequence[Word], gazetteer: Gazetteer, levels: Levels) -> frozenset[Span]:
    """ "… di Tuncung Maiwa, dekat …", "… dari Karrang kecamatan Cendana …": names to the letter that stand side by
    side, of which one lies in the other; the first behind "di" or "dari", behind the word of its level, at the
    beginning of a clause, or behind a dusun: "dusun Pana Buntu Pema Curio"."""
    found: set[Span] = set()
    begun = {start for start in range(len(words)) if _opens(words, start, levels)}
    for start, end in gazetteer.windows(words):
        if start not in begun:
            continue
        inner = gazetteer.to_the_letter(words[start:end])
        begins = end + (end < len(words) and words[end].text in levels.level)
        for further in range(begins + 1, min(begins + _LONGEST, len(words)) + 1) if inner else ():
            outer = gazetteer.to_the_letter(words[begins:further])
            if any(one.level < two.level and lies_in(two.code, one.code) for one in outer for two in inner):
                found |= {(start, end), (begins, further)}
                begun |= {end, further}
    return frozenset(found)


def _opens(words: Sequence[Word], start: int, levels: Levels) -> bool:
    before = [word.text for word in words[max(0, start - _LONGEST) : start]]
    begins = not before or words[start].after_break or before[-1] in levels.at
    return begins or any(word in levels.level for word in before)


def _at(words: Sequence[Word], span: Span, gazetteer: Gazetteer, levels: Levels) -> Iterator[Hit]:
    part, before = words[slice(*span)], _level_before(words, span[0], gazetteer, levels)
    fuzzy = not any(
        (word.text in levels.around and word.text not in levels.compass) or word.text in levels.level for word in part
    )
    number = len(part) == 1 and before != DUSUN and gazetteer.is_number(part[0].text)
    for entry, score in gazetteer.hits(part, fuzzy).items():
        if score == LITERAL or (fuzzy and not number):
            yield _hit(words, span, entry, score, before)
    end = _end_of_name(words, span[1], gazetteer, levels)
    if end:
        for entry in gazetteer.to_the_letter([*part, words[end - 1]]):
            yield _hit(words, (span[0], end), entry, LITERAL, before)


def _end_of_name(words: Sequence[Word], at: int, gazetteer: Gazetteer, levels: Levels) -> int:
    """ "Benteng Alla tapi yang utara", "Cakke yang ketiga": behind which word a name ends; 0 where it has ended."""
    end = at
    while end < len(words) and _leads_on(words[end].text, levels):
        end += 1
    if not at < end < len(words):
        return 0
    return end + 1 if words[end].text in levels.compass or gazetteer.is_number(words[end].text) else 0


def _leads_on(word: str, levels: Levels) -> bool:
    return word not in levels.compass and (word in levels.around or word in levels.beside)


def _level_before(words: Sequence[Word], start: int, gazetteer: Gazetteer, levels: Levels) -> int | None:
    """The level that the word before tells; "dua desa, Pasui dan Ledan" counts them and names none."""
    counted = start > 1 and gazetteer.is_number(words[start - 2].text) and words[start].after_break
    return levels.level.get(words[start - 1].text) if start and not counted else None


def _hit(words: Sequence[Word], span: Span, entry: Entry, score: float, before: int | None) -> Hit:
    letters = sum(len(word.text) for word in words[slice(*span)])
    other = before is not None and before != entry.level
    return Hit(*span, entry, score * (_OTHER_LEVEL if other else 1), before == entry.level, letters)


def _was_once(words: Sequence[Word], start: int, end: int, levels: Levels) -> bool:
    """ "Dulu masih ikut Alla", "Alla dulu, sekarang Baroko": what it was a part of, and is no more."""
    left = end < len(words) and words[end].text in levels.once and not words[end].after_break
    if left and any(word.text in levels.now for word in words[end:]):
        return True
    at = start
    while at > 0 and not words[at].after_break:
        at -= 1
        word = words[at].text
        if word in levels.once or word in levels.now:
            return word in levels.once
        if not (word in levels.belonged or word in levels.around or word in levels.level):
            return False
    return False


def behind(words: Sequence[Word], start: int, levels: Levels, told: AbstractSet[str]) -> bool:
    """ "Bukan di Baraka": what stands there is just not meant. A comma or a "but" ends it: "bukan, desanya Boiya"."""
    at = start
    while at > 0 and not words[at].after_break:
        at -= 1
        word = words[at].text
        if word in told or word in levels.but:
            return word in told
        if word not in levels.around and word not in levels.level and word not in levels.compass:
            return False
    return False
