"""Names in a text that fit into each other: the dusun and the desa choose each other, and bring their kecamatan."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from bot.core.places.clauses import clauses_of
from bot.core.places.gazetteer import DUSUN, ENDED, FOLDED, KECAMATAN, LITERAL, Entry, Gazetteer
from bot.core.places.hits import Hit, Levels, hits_in, levels_of
from bot.core.places.names import MOST_WORDS, words_of
from bot.core.places.spelling import fold
from bot.core.wilayah import lies_in

__all__ = ["Chain", "Hit", "Levels", "Reading", "levels_of", "ties"]

_MOST_HITS = 16
_FEWEST_LETTERS = 4
_SAID = 0.05  # a name with its level word is likelier meant than the same without
_NEAR_FOLDED, _NEAR_FUZZY = 0.83, 0.93
#: So many unknown words make a text a story, in which a name needs its level word.
_STORY = 4
#: What opens something that belongs to the word behind it; what ends a clause, and says nothing at the end of a text.
_OPENING, _CLAUSE_ENDS, _SAYS_NOTHING = "(\"'“‘[«", re.compile(r"[,;.:\n]"), " .,;:!?\n"
_COMMAS = re.compile(r"\s*,[\s,]*")


@dataclass(frozen=True)
class Chain:
    """One to three nested names, the widest first."""

    hits: tuple[Hit, ...]

    @cached_property
    def weight(self) -> float:
        return sum((hit.score + _SAID * hit.bound) * hit.letters for hit in self.hits)

    @property
    def deepest(self) -> Entry:
        return self.hits[-1].entry

    @property
    def exact(self) -> bool:
        return all(hit.score >= FOLDED for hit in self.hits)

    @property
    def bound(self) -> bool:
        return all(hit.bound for hit in self.hits)

    @property
    def sure(self) -> bool:
        """Nobody says this much by accident."""
        return self.exact and (self.bound or len(self.hits) > 1)

    @property
    def beside(self) -> bool:
        """Whether what is meant is only near one of them."""
        return any(hit.beside for hit in self.hits)

    def covers(self, at: int) -> bool:
        return any(hit.start <= at < hit.end for hit in self.hits)


class Reading:
    """A text as an address: its words, and the chains of names in it, likeliest first."""

    def __init__(self, text: str, gazetteer: Gazetteer, levels: Levels, kabupaten: str, most: int = MOST_WORDS) -> None:
        self.text, self.levels = text, levels
        self.words = words_of(text, most)
        self._own = frozenset(word.text for word in words_of(kabupaten))
        self.clauses = clauses_of(text, self.words, levels)
        found = sorted(hits_in(self.words, gazetteer, levels), key=lambda hit: -hit.score * hit.letters)
        self._denied = {at for hit in found if hit.denied for at in range(self._begins(hit), hit.end)}
        hits = [hit for hit in found if not hit.denied and not self._denied.issuperset(range(hit.start, hit.end))]
        self._all = hits
        self.near = frozenset(at for hit in hits if hit.beside for at in range(hit.start, hit.end))
        self.hits = [hit for hit in hits if not hit.beside]
        chains = [
            chain
            for chain in _chains((self.hits or hits)[:_MOST_HITS])
            if not _is_far_fetched(chain, hits) and not self._has_or(chain) and not _is_said_again(chain)
        ]
        self.chains = sorted(chains, key=lambda chain: -chain.weight)

    def _begins(self, denied: Hit) -> int:
        """With "dulu masih ikut" before it."""
        at, once = denied.start, self.levels.once | self.levels.belonged
        while at and self.words[at - 1].text in once and not self.words[at].after_break:
            at -= 1
        return at

    def _has_or(self, chain: Chain) -> bool:
        """ "Balajonga atau Boiya" is no dusun of a desa, but one of two."""
        span = range(min(hit.start for hit in chain.hits), max(hit.end for hit in chain.hits))
        return any(self.words[at].text in self.levels.either for at in span)

    def left(self, chain: Chain | None = None) -> list[int]:
        """Words that nothing explains."""
        return [at for at, word in enumerate(self.words) if not self._explained(at, word.text, chain)]

    def _is_again(self, word: str, chain: Chain) -> bool:
        """A name that is told twice is the same name."""
        told = (range(hit.start, hit.end) for hit in chain.hits if hit.score >= FOLDED)
        return any(word in [self.words[each].text for each in span] for span in told)

    def _is_where(self, at: int, word: str, chain: Chain) -> bool:
        """ "Cakke 3 yang atas": the name is whole without it."""
        if word not in self.levels.compass:
            return False
        whole = (hit for hit in chain.hits if hit.score >= FOLDED and hit.end - hit.start > 1 and hit.end < at)
        return any(all(each.text in self.levels.around for each in self.words[hit.end : at]) for hit in whole)

    def rest(self, chain: Chain) -> list[int]:
        """Those of them that cast doubt on it: "Boiya pak, di sana saya mengajar" names Boiya and goes on telling."""
        left = self.left(chain)
        own = {self.clauses[hit.start] for hit in chain.hits}
        if any(self.clauses[at] in own for at in left) or self.rivals(chain):
            return left
        return []

    def is_beside(self, chain: Chain) -> bool:
        """Whether in the same part another name is only near: "antara Pasui dan Ledan" is neither."""
        own = {self.clauses[hit.start] for hit in chain.hits}
        return any(hit.beside and self.clauses[hit.start] in own for hit in self._all)

    def rivals(self, chain: Chain) -> list[Hit]:
        """Other places that are named besides. Many dusun are called as common things are."""
        others = (hit for hit in self.hits if hit.score >= FOLDED and hit.letters >= _FEWEST_LETTERS)
        named = (hit for hit in others if hit.bound or hit.entry.level < DUSUN)
        apart = (hit for hit in named if not any(map(chain.covers, range(hit.start, hit.end))))
        return [hit for hit in apart if not lies_in(chain.deepest.code, hit.entry.code)]

    def _explained(self, at: int, word: str, chain: Chain | None) -> bool:
        if at in self._denied or (chain is not None and (chain.covers(at) or word in self._own)):
            return True
        if chain is not None and (self._is_again(word, chain) or self._is_where(at, word, chain)):
            return True
        return word in self.levels.level or word in self.levels.around or word in self.levels.either

    @cached_property
    def told(self) -> Sequence[Chain]:
        """The chains that may be believed: among many other words only several names, or one with its level word; a
        name that is only begun or misspelt not beside a word that may belong to it."""
        return [chain for chain in self.chains if self._believable(chain)]

    def _believable(self, chain: Chain) -> bool:
        rest = len(self.rest(chain))
        if rest >= _STORY:
            return any(hit.bound for hit in chain.hits) or chain.sure
        return not rest or chain.exact or any(hit.bound for hit in chain.hits)

    def named(self, level: int, chain: Chain | None) -> str:
        """What stands behind the word of this level and is none of the names of the chain; empty when nothing does."""
        for at, word in enumerate(self.words):
            if self.levels.level.get(word.text) == level and not (chain and chain.covers(at)):
                found = self._behind(at + 1, chain)
                if found:
                    return found
        return ""

    def _behind(self, start: int, chain: Chain | None) -> str:
        end = start
        while end < len(self.words) and not self._ends(end, start, chain):
            end += 1
        while end > start and self.words[end - 1].text in self.levels.around:
            end -= 1
        return self.slice(start, end)

    def _ends(self, at: int, start: int, chain: Chain | None) -> bool:
        word = self.words[at]
        parted = at > start and word.after_break
        return parted or word.text in self.levels.level or bool(chain and chain.covers(at))

    def span(self, chain: Chain) -> tuple[int, int]:
        """Where it stands in the text, its level words included."""
        starts = [hit.start - 1 if hit.bound else hit.start for hit in chain.hits]
        return self.words[min(starts)].start, self.words[max(hit.end for hit in chain.hits) - 1].end

    def slice(self, start: int, end: int) -> str:
        return self.text[self.words[start].start : self.words[end - 1].end] if end > start else ""

    @property
    def is_cut(self) -> bool:
        """Whether the text goes on behind the last word that was read."""
        return bool(self.words) and bool(words_of(self.text[self.words[-1].end :], 1))

    def parts(self, words: Sequence[int]) -> str:
        """The parts of the text in which these words stand, as they were said, and all that nobody read."""
        unread = {self.clauses[-1]} if self.is_cut else set[int]()
        told = sorted({self.clauses[at] for at in words} | unread)
        runs = [[told[0]]] if told else []
        for clause in told[1:]:
            if clause == runs[-1][-1] + 1:
                runs[-1].append(clause)
            else:
                runs.append([clause])
        return ", ".join(self._as_said(run[0], run[-1]) for run in runs)

    def _as_said(self, first: int, last: int) -> str:
        """Clauses that follow each other, with all that stands between them, and around them what belongs to them."""
        at, end = self.clauses.index(first), len(self.clauses) - self.clauses[::-1].index(last)
        start, stop = self.words[at].start, self.words[end - 1].end
        opened = len(self.text[:start]) - len(self.text[:start].rstrip(_OPENING))
        behind = self.text[stop : self.words[end].start] if end < len(self.words) else self.text[stop:]
        if end < len(self.words):
            behind = _CLAUSE_ENDS.split(behind)[0].rstrip(f" {_OPENING}")
        elif not behind.strip(_SAYS_NOTHING):
            behind = ""
        return f"{self.text[start - opened : stop]}{behind}"

    def is_own(self, chain: Chain) -> bool:
        """Whether it is called as the kabupaten is."""
        return all(self.words[at].text in self._own for hit in chain.hits for at in range(hit.start, hit.end))

    def negates(self) -> bool:
        return any(word.text in self.levels.negated for word in self.words)

    def core(self) -> str:
        """The text without the words around a name at both its ends."""
        kept = [at for at, word in enumerate(self.words) if word.text not in self.levels.around]
        kept = [at for at in kept if self.words[at].text not in self.levels.level]
        if all(self.words[at].text in self._own for at in kept):
            return ""  # the kabupaten itself
        return _COMMAS.sub(", ", self.slice(kept[0], kept[-1] + 1))


def _chains(hits: Sequence[Hit]) -> Iterator[Chain]:
    yield from (Chain((hit,)) for hit in hits)
    whole = [hit for hit in hits if hit.score != ENDED]  # "alla timur" is not every Timur of Alla
    pairs = [_ordered(pair) for pair in combinations(whole, 2) if _nested(*_ordered(pair))]
    yield from (Chain(pair) for pair in pairs)
    for outer, inner in pairs:
        for third in whole:
            if inner.entry.level < third.entry.level and _nested(inner, third) and _nested(outer, third):
                yield Chain((outer, inner, third))


def _is_said_again(chain: Chain) -> bool:
    """ "Sawitto, jangan dikira Sawitto yang di Pinrang" tells no dusun of the desa: the name is only told twice."""
    apart = (
        (one, two) for one, two in combinations(chain.hits, 2) if two.start != one.end and not (one.bound or two.bound)
    )
    return any(fold(one.entry.name) == fold(two.entry.name) for one, two in apart)


def _is_far_fetched(chain: Chain, hits: Sequence[Hit]) -> bool:
    """ "Maiwa atau Baraka" names two kecamatan, not the dusun Baraka that some desa of Maiwa has, too."""
    last = chain.hits[-1]
    if len(chain.hits) != 2 or last.bound or last.entry.level - chain.hits[0].entry.level != DUSUN - KECAMATAN:
        return False
    wider = (hit for hit in hits if hit.entry.level == KECAMATAN and hit.score >= FOLDED)
    return any((hit.start, hit.end) == (last.start, last.end) for hit in wider)


def _ordered(pair: Iterable[Hit]) -> tuple[Hit, ...]:
    return tuple(sorted(pair, key=lambda hit: hit.entry.level))


def _nested(outer: Hit, inner: Hit) -> bool:
    apart = outer.end <= inner.start or inner.end <= outer.start
    return apart and outer.entry.level < inner.entry.level and lies_in(inner.entry.code, outer.entry.code)


def ties(chains: Sequence[Chain]) -> list[Chain]:
    """The best chain and all that are as likely, of which each place is named once."""
    if not chains:
        return []
    best = max(chain.weight for chain in chains)
    top = next(chain for chain in chains if chain.weight == best)
    least = best * _near(top)
    likely = [chain for chain in chains if chain.weight >= least - 1e-9]
    found: dict[Entry, Chain] = {}
    for chain in chains:
        if chain.weight >= least - 1e-9 or any(_contradicts(chain, other) for other in likely):
            found.setdefault(chain.deepest, chain)
    return list(found.values())


def _contradicts(chain: Chain, top: Chain) -> bool:
    """ "Balajonga atau Boiya": a second name of the same level, elsewhere in the text."""
    if len(chain.hits) > 1 or not chain.exact:
        return False
    first, last = chain.hits[0], top.hits[-1]
    apart = all(first.end <= hit.start or hit.end <= first.start for hit in top.hits)
    same = first.entry.level == last.entry.level and first.entry != last.entry
    return apart and same and first.bound == last.bound


def _near(top: Chain) -> float:
    """What is exactly so has no rivals; what is only nearly so has."""
    worst = min(hit.score for hit in top.hits)
    if worst >= LITERAL:
        return 1.0
    return _NEAR_FOLDED if worst >= FOLDED else _NEAR_FUZZY
