"""Patterns of hundreds of words of danger, each made when it is first asked for: a start is waited for, and so is the
first answer."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from itertools import chain

_TAILS = ("nya", "mi", "ji", "lah", "ki")
_TAIL = rf"(?:{'|'.join(_TAILS)})?(?!\w)"
PLAIN = re.compile(r"\w+")
_WORD = r"(?<!\w)({})" + _TAIL
_BESIDE = r"\W+(?:\w+\W+)?"  # a word may stand between
_GAP = _TAIL + r"[^\w,]+(?:\w+[^\w,]+){0,4}?"


#: A letter that is drawn out: "toloong", "banjiiir".
_DRAWN = re.compile(r"([a-z])\1{2,}|(o)o+")


@cache
def behind(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(any_of(words).pattern + _BESIDE + "$")


@cache
def ahead(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(_BESIDE + any_of(words).pattern)


@cache
def led_by(words: tuple[str, ...]) -> re.Pattern[str]:
    """A place: some of these, and up to three words behind them: "di desa Bonto", "kecamatan Malua"."""
    front = any_of(words).pattern
    return re.compile(rf"(?:{front}\s+)+\w+(?:\s+(?!{front})\w+){{0,2}}")


@lru_cache(maxsize=256)
def placed(fronts: tuple[str, ...], name: str) -> re.Pattern[str]:
    """A name, with whatever of these stands before it."""
    return re.compile(rf" ?(?:{any_of(fronts).pattern}\s+)*{name}")


_made: dict[int, tuple[tuple[str, ...], re.Pattern[str]]] = {}
_MANY, _MOST_MADE = 24, 512


def once(words: tuple[str, ...]) -> re.Pattern[str]:
    """Of a case, when something is first told of it: hundreds of words take their time, and a start is waited for.

    Known by which tuple it is, where it has many: to hash hundreds of words takes longer than to look for them."""
    known = _made.get(id(words))
    if known is not None and known[0] is words:
        return known[1]
    pattern = _once(words)
    if len(words) > _MANY:
        if len(_made) >= _MOST_MADE:
            _made.clear()
        _made[id(words)] = words, pattern
    return pattern


@cache
def _once(words: tuple[str, ...]) -> re.Pattern[str]:
    return any_of(words)


def spoken_in(text: str) -> set[str]:
    return set(PLAIN.findall(text.lower()))


@lru_cache(maxsize=64)
def written(text: str) -> str:
    """In small letters, none of them drawn out."""
    return _DRAWN.sub(lambda drawn: drawn[1] or drawn[2], text.lower())


#: Words by the two longest of their plain ones, with all of these.
ByRarest = Mapping[str, Mapping[str, Sequence[tuple[str, frozenset[str]]]]]


@dataclass(frozen=True, eq=False)
class Phrases:
    """`words`, and `pairs`: each word of one list followed by each of another, which are never written out."""

    words: tuple[str, ...] = ()
    pairs: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = ()

    @cached_property
    def _known(self) -> ByRarest:
        return by_rarest(self.words)

    @cached_property
    def _parts(self) -> Sequence[tuple[ByRarest, ByRarest]]:
        return [(by_rarest(first), by_rarest(then)) for first, then in self.pairs]

    @property
    def begins(self) -> Iterator[str]:
        """One of these stands in every text in which one of them is said."""
        return chain(self._known, *(first for first, _ in self._parts))

    def within(self, text: str) -> re.Pattern[str] | None:
        """Those few that may stand in this text: of thousands nobody waits for all."""
        said = plainly(text)
        few = _standing(self._known, said)
        for begins, ends in self._parts:
            if (first := _standing(begins, said)) and (then := _standing(ends, said)):
                few += [f"{one} {two}" for one in first for two in then]
        return _few(tuple(few)) if few else None

    def said_in(self, text: str) -> Iterator[re.Match[str]]:
        words = self.within(text)
        return words.finditer(text) if words is not None else iter(())

    def has(self, word: str) -> bool:
        words = self.within(word)
        return words is not None and words.fullmatch(word) is not None


NOTHING = Phrases()


def few_of(known: ByRarest, text: str) -> re.Pattern[str]:
    """The same of words known by their rarest: to look all of them up takes longer than to find them."""
    return _few(tuple(_standing(known, plainly(text))))


def _standing(known: ByRarest, said: AbstractSet[str]) -> list[str]:
    pairs = ((beside, then) for one in said & known.keys() for beside in (known[one],) for then in beside.keys() & said)
    return [word for beside, then in pairs for word, rest in beside[then] if rest <= said]


@lru_cache(maxsize=512)
def _few(words: tuple[str, ...]) -> re.Pattern[str]:
    return any_of(words)


@lru_cache(maxsize=16)
def plainly(text: str) -> AbstractSet[str]:
    """Its words, with and without what may hang on them; no frozen set, which is slow beside the keys of a table."""
    said = set(PLAIN.findall(text))
    grown = [one for one in said if one.endswith(_TAILS)]
    return said.union(one.removesuffix(tail) for one in grown for tail in _TAILS)


@cache
def by_rarest(words: tuple[str, ...]) -> ByRarest:
    """Each by the two longest of its plain words, the rarest by and large, with all of them; one word alone twice."""
    known: dict[str, dict[str, list[tuple[str, frozenset[str]]]]] = {}
    for word in dict.fromkeys(words):
        plain = sorted(set(PLAIN.findall(word)), key=len, reverse=True)
        known.setdefault(plain[0], {}).setdefault(plain[:2][-1], []).append((word, frozenset(plain)))
    return known


def any_of(words: Iterable[str]) -> re.Pattern[str]:
    """One of these words; nothing at all where there are none."""
    tree = letter_tree({word.replace(" … ", "…") for word in words})
    return re.compile(_WORD.format(tree)) if tree else re.compile(r"(?!)")


def letter_tree(words: set[str]) -> str:
    """Hundreds of words letter by letter, so that a text is compared with each letter once; the longest first."""
    letters = sorted({word[0] for word in words if word})
    rest = {one: letter_tree({word[1:] for word in words if word.startswith(one)}) for one in letters}
    branches = [(_GAP if one == "…" else re.escape(one)) + then for one, then in rest.items()]
    return f"(?:{'|'.join(branches)}){'?' if '' in words else ''}" if branches else ""
