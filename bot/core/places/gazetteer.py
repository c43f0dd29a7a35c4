"""Every name of the kabupaten in one place, so that whatever level is named, it is found by the same rules."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA
from rapidfuzz.fuzz import ratio
from rapidfuzz.process import extract

from bot.core.places.names import Word, doubled, fold_key, key, numerals_of, words_of
from bot.core.places.places import Places
from bot.core.places.spelling import fold
from bot.core.vocabulary import Vocabulary

KECAMATAN, DESA, DUSUN = 1, 2, 3
LITERAL, FOLDED, BEGUN, ENDED = 1.0, 0.97, 0.6, 0.5
FUZZY = 0.9  # a misspelt name is worth less than one that is only spelt otherwise
_CLOSE, _SHORTEST = 84, 4
_OWNED = "nya"  # "putus talinya": a thing that is somebody's, and no slip in Talinga
_CROSSED = 88  # two letters changed places: nobody means another name by that
#: Heard alike: "maewa", "maroangen".
_VOWELS = str.maketrans("e", "i")
_FEWEST = 3  # letters of a name that is only begun
_HEAD = 3  # letters by which most words are seen to begin no name
LONGEST = 4  # words of a name


@dataclass(frozen=True, slots=True)
class Entry:
    """`code`: that of the desa for a dusun, which has none of its own."""

    level: int
    code: str
    name: str


class Gazetteer:
    """Names by the ways in which people write them."""

    def __init__(
        self,
        places: Places,
        numerals: Mapping[str, str],
        short: Mapping[str, str] | None = None,
        tails: Sequence[str] = (),
    ) -> None:
        """`short`: full words by how they are shortened; `tails`: particles that grow to a name."""
        self.numerals, self._short, self._tails = numerals, short or {}, tuple(tails)
        self._literal: dict[str, list[Entry]] = {}
        self._folded: dict[str, list[Entry]] = {}
        self._first: dict[str, list[Entry]] = {}
        self._later: dict[str, list[Entry]] = {}
        for entry in _entries(places):
            self._keep(entry)
        self._by_letter: dict[str, list[str]] = {}
        self._by_letters: dict[str, list[str]] = {}
        self._by_sound: dict[str, list[str]] = {}
        self._heads = {name[:letters] for name in self._literal for letters in range(1, _HEAD + 1)}
        for name in self._folded:
            self._by_sound.setdefault(name.translate(_VOWELS), []).append(name)
            self._by_letter.setdefault(name[0], []).append(name)
            self._by_letters.setdefault("".join(sorted(name)), []).append(name)

    def _keep(self, entry: Entry) -> None:
        words = [self._short.get(word.text, word.text) for word in words_of(entry.name) if word.text]
        if not words:
            return
        name = key(words, self.numerals)
        self._literal.setdefault(name, []).append(entry)
        self._folded.setdefault(fold_key(name), []).append(entry)
        if len(words) > 1:
            self._first.setdefault(fold_key(words[0]), []).append(entry)
            if words[0].isdecimal():  # "2 Annung"
                self._folded.setdefault(fold_key(key(words[1:], self.numerals)), []).append(entry)
        for word in words[1:]:
            if not self.is_number(word) and word != words[0]:
                self._later.setdefault(fold_key(word), []).append(entry)

    def hits(self, words: Sequence[Word], fuzzy: bool = True) -> dict[Entry, float]:
        """What these one to four words may name, and how surely."""
        spelt = [self._short.get(word.text, word.text) for word in words]
        name = key(spelt, self.numerals)
        folded = fold_key(name)
        found = self._alike(folded) if fuzzy and not name.endswith(_OWNED) else {}
        if len(words) == 1 and fuzzy:
            found |= dict.fromkeys(self._later.get(folded, ()), ENDED) | dict.fromkeys(self._begun(folded), BEGUN)
        found |= dict.fromkeys(self._folded.get(folded, ()), FOLDED)
        exact = self._exact(name, spelt)
        return found | dict.fromkeys(exact or self._with_tail(name), LITERAL if exact else FOLDED)

    def to_the_letter(self, words: Sequence[Word]) -> Sequence[Entry]:
        """Of what these words may name only what is spelt so."""
        if self._short.get(words[0].text, words[0].text)[:_HEAD] not in self._heads:
            return ()
        spelt = [self._short.get(word.text, word.text) for word in words]
        return tuple(dict.fromkeys(self._exact(key(spelt, self.numerals), spelt)))

    def is_alone(self, entry: Entry) -> bool:
        """Whether no other place is called nearly so: Barana is a letter from Baraka."""
        name = fold_key(key([word.text for word in words_of(entry.name)], self.numerals))
        names = (other for other in self._by_letter[name[0]] if _digits(other) == _digits(name))
        near = [other for other in names if OSA.distance(name, other, score_cutoff=1) <= 1]
        return near == [name] and self._folded[name] == [entry]

    def is_number(self, word: str) -> bool:
        spelt = self._short.get(word, word)
        return spelt.isdecimal() or spelt in self.numerals

    def _exact(self, name: str, spelt: Sequence[str]) -> list[Entry]:
        """Salodua is a desa, Salo Dua one of its dusun; "rodo2" is Rodo-Rodo where no name ends in a 2."""
        ways = dict.fromkeys((name, "".join(spelt)))
        found = [entry for way in ways for entry in self._literal.get(way, ())]
        return found or list(self._literal.get(key([doubled(word) for word in spelt], self.numerals), ()))

    def _with_tail(self, name: str) -> Iterator[Entry]:
        """ "Barakami", "boiyaji"; but "ibu kotanya" is no Kota."""
        for tail in self._tails:
            if (
                name.endswith(tail)
                and len(name) - len(tail) >= max(_SHORTEST, len(tail) + 2)
                and name not in self._folded
            ):
                yield from self._literal.get(name.removesuffix(tail), ())

    def _begun(self, folded: str) -> Iterator[Entry]:
        """Names of which this is the first word, or the first letters."""
        yield from self._first.get(self.numerals.get(folded, folded), ())
        if len(folded) >= _FEWEST:
            names = (name for name in self._by_letter.get(folded[0], ()) if name.startswith(folded))
            yield from (entry for name in names for entry in self._folded[name])

    def _alike(self, folded: str) -> dict[Entry, float]:
        """Misspelt, but never in the first letter, nor in a number: Malino 1 is not nearly Malino 2."""
        if len(folded) < _SHORTEST:
            return {}
        names = self._by_letter.get(folded[0], ())
        near = {name: score for name, score, _ in extract(folded, names, scorer=ratio, score_cutoff=_CLOSE, limit=4)}
        near |= dict.fromkeys(self._by_sound.get(folded.translate(_VOWELS), ()), _CROSSED)
        alike = self._by_letters.get("".join(sorted(folded)), ())
        near |= {name: _CROSSED for name in alike if _is_crossed(name, folded)}
        digits = _digits(folded)
        same = ((name, score) for name, score in near.items() if _digits(name) == digits)
        return {entry: FUZZY * score / 100 for name, score in same for entry in self._folded[name]}

    def windows(self, words: Sequence[Word]) -> Iterator[tuple[int, int]]:
        """Where a name may stand: up to four words that no comma parts."""
        for start in range(len(words)):
            for end in range(start + 1, min(start + LONGEST, len(words)) + 1):
                if end > start + 1 and words[end - 1].after_break:
                    break
                yield start, end


def _is_crossed(name: str, folded: str) -> bool:
    return name[0] == folded[0] and len(name) > _SHORTEST and OSA.distance(name, folded) == 1


def _digits(text: str) -> str:
    return "".join(c for c in text if c.isdecimal())


def named_alike(places: Places) -> Mapping[str, frozenset[Entry]]:
    """All that is called so, whatever its level, by its folded name."""
    found: dict[str, set[Entry]] = {}
    for entry in _entries(places):
        found.setdefault(fold(entry.name), set()).add(entry)
    return {name: frozenset(entries) for name, entries in found.items()}


def _entries(places: Places) -> Iterator[Entry]:
    for kecamatan in places.children(places.kabupaten.code):
        yield Entry(KECAMATAN, kecamatan.code, kecamatan.name)
        for desa in places.children(kecamatan.code):
            yield Entry(DESA, desa.code, desa.name)
            yield from (Entry(DUSUN, desa.code, name) for name in places.dusun(desa.code))


@lru_cache(maxsize=4)
def gazetteer_of(places: Places, words: Vocabulary) -> Gazetteer:
    """Made when somebody first names a place, and anew when the names of dusun changed."""
    short = {word: full for full, spellings in words.places.short.items() for word in spellings}
    return Gazetteer(places, numerals_of(words.numbers.digits), short, words.places.tails)
