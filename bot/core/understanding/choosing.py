"""Options named in running words: "soal sekolahnya anak2", "bukan jalan, tapi air", "tenaga bisa, uang tidak".

What is named is taken; what is denied is not; where words leave a doubt it is asked.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from rapidfuzz.fuzz import ratio

from bot.core.forms.questions import Offer, Unsure
from bot.core.forms.say import Words
from bot.core.listening.folding import plain
from bot.core.spelt import Spellings, WhichCount, either
from bot.core.understanding.amounts.tokens import Shortened
from bot.core.understanding.counted import of_named
from bot.core.understanding.option_clauses import (
    NEAR,
    OPTION,
    PERHAPS,
    PURPOSE,
    STRANGE,
    TELLING,
    TELLS,
    Named,
    Word,
    begins,
    judge,
    strange,
    undescribed,
    without_asides,
    without_sums,
)
from bot.core.vocabulary import ChoiceWords

NONE = "tidak_ada"  # value of an option that says so
_TOKEN = re.compile(
    r"(?P<word>[^\W\d_]+(?:['’`-][^\W\d_]+)*)(?P<two>2?)(?P<tail>[^\W\d_]*)|(?P<other>\d[\w.,]*|[/&])|(?P<mark>[.,;:\n?!()])"
)
_MARKS = ".,;:\n?!() "
CLAUSE = re.compile(r"[^.,;:\n?!()]+(?:[.,;:\n?!()]+|$)")
_SHORTEST_STEM, _SHORTEST_MISSPELT, _CLOSE = 3, 5, 86
_FEWEST_OPTIONS = 4  # among which several may be named; fewer are a yes and a no
_MOSTSTRANGE = 3  # words that nobody knows, beside what was named
_DOUBTS = frozenset({"stop", "yet", "doubt", "more"})
_LISTS = ("noise", "join", "yet", "no", "stop", "able", "doubt", "when", "all", "more", "purpose", "near")


class Chooser:
    """Reads one question's options in the words of one vocabulary. `doubts`: beside them it is asked about."""

    def __init__(self, options: Sequence[Offer], doubts: Spellings, words: ChoiceWords) -> None:
        self._options = [option.value for option in options]
        self._tails, self._owned = tuple(map(plain, words.suffixes)), frozenset(map(plain, words.owned))
        self._deeds = frozenset(map(words_of, words.deeds))
        self._address, self._all = frozenset(map(plain, words.address)), frozenset(map(plain, words.all))
        told: dict[tuple[str, ...], Word] = {}
        for name in _LISTS:
            told |= {words_of(each): Word(name) for each in getattr(words, name)}
        told |= {words_of(each): Word("doubt") for each in doubts}
        told |= {words_of(each): Word(PERHAPS, option.value) for option in options for each in option.perhaps}
        told |= {words_of(each): _word(option) for option in options for each in option.words}
        self._phrases: Mapping[tuple[str, ...], Word] = told
        self._known = frozenset(word for phrase in told for word in phrase)
        longest: dict[str, int] = {}
        for phrase in told:
            longest[phrase[0]] = max(longest.get(phrase[0], 0), len(phrase))
        self._longest: Mapping[str, int] = longest  # of the phrases that begin with the word
        self._short = Shortened(self._known)
        self._long = [phrase[0] for phrase, word in told.items() if word.sort == OPTION and _is_long(phrase)]
        self._form = lru_cache(maxsize=4096)(self._known_form)
        self._meant = lru_cache(maxsize=4096)(self._misspelt)
        self._words = lru_cache(maxsize=256)(self._words_in)  # of a clause, which is looked at whole and in parts
        self._tagged = re.compile(rf"\b(?:{either(words.tags)})\s*\?+\s*$")
        self.read = lru_cache(maxsize=8)(self._read)
        self.counted = lru_cache(maxsize=8)(self._counted)

    def _read(self, text: str) -> Named:
        """The same words are looked at more than once while they are answered."""
        clauses = without_sums([self._words(clause) for clause in clauses_of(text)])
        found = [judge(clause, NONE in self._options) for clause in self._without_address(clauses) if clause]
        yes = tuple(
            value for value in dict.fromkeys(value for each in found for value in each.yes) if _holds(value, found)
        )
        no = tuple(dict.fromkeys(value for each in found for value in each.no))
        words = [word for clause in clauses for word in clause]
        if not yes and not no and self._is_none(words):
            return Named((NONE,))
        sure = all(each.sure for each in found) and not self._asks(text) and not set(yes) & set(no)
        named = [clause for clause in clauses if any(word.sort == OPTION for word in clause)]
        sure = sure and all(len(strange(clause)) <= _MOSTSTRANGE for clause in named)
        tells = any(len(word.typed) >= TELLING for word in strange(words))
        doubted = [word for clause in clauses for word in undescribed(clause)]
        perhaps = tuple(dict.fromkeys(word.of for word in doubted if word.sort == PERHAPS and word.of not in yes))
        return Named(yes, no, perhaps, sure and not perhaps, any(word.sort == "more" for word in words), tells)

    def _asks(self, text: str) -> bool:
        """ "Jembatan itu ikut jalan toh?" only wants to be told that it is so."""
        return "?" in self._tagged.sub("", text.lower())

    def head(self, text: str) -> str:
        """The one option with which it begins, where all that follows tells of it: "air, yang belum dapat 18 rumah di
        atas". Empty where another begins a part as well, and where something is denied or doubted."""
        first, *others = [self._words(clause) for clause in clauses_of(text)] or [[]]
        words = [word for clause in (first, *others) for word in clause]
        told = [word for word in first if word.sort != "noise"][:1]
        if not told or told[0].sort != OPTION or told[0].all or "?" in text:
            return ""
        if sum(word.sort == STRANGE for word in words) < TELLS:
            return ""
        doubted = {word.sort for word in words} & _DOUBTS
        rivals = {word.of for word in first if word.sort in (OPTION, PERHAPS)} - {told[0].of}
        rivals |= {other.of for other in map(begins, others) if other.sort == OPTION} - {told[0].of}
        return "" if doubted or rivals else told[0].of

    def _counted(self, text: str, which: WhichCount, sort: str) -> Mapping[frozenset[str], float]:
        """Of several options that are named, how likely just these are meant, as examples teach; empty where no two
        are named."""
        read = self.read(text)
        told = {*read.yes, *read.no, *read.perhaps}
        tokens: list[str] = []
        spans: list[tuple[int, int]] = []
        named: list[str] = []
        for clause in CLAUSE.findall(text) if len(told) > 1 and len(self._options) >= _FEWEST_OPTIONS else ():
            for word in self._words(clause.strip(_MARKS)):
                typed = word.typed.split()
                if word.sort in (OPTION, PERHAPS) and word.of in told:
                    named.append(word.of)
                    spans.append((len(tokens), len(tokens) + len(typed)))
                tokens += typed
            tokens += clause.rstrip()[-1:] if clause.rstrip()[-1:] in _MARKS else ()
        return of_named(which(sort, tokens, spans), named)

    def sorts(self, clause: str) -> list[str]:
        """What its words are, in their order: one of the lists, or an option."""
        return [word.sort for word in self._words(clause)]

    def _is_none(self, words: Sequence[Word]) -> bool:
        """Something is denied, and nothing named."""
        told = {word.sort for word in words}
        return NONE in self._options and "no" in told and told <= {"no", "able", "noise", "all", "join"}

    def _words_in(self, clause: str) -> Sequence[Word]:
        typed = words_of(clause)
        forms = [self._form(word) for word in typed]
        found: list[Word] = []
        at = 0
        while at < len(typed):
            begins = forms[at] in self._longest
            word, at = self._at(typed, forms, at) if begins else (self._meant(typed[at]), at + 1)
            found.append(word)
        aside = any(word.sort in (PURPOSE, NEAR) for word in found)
        return tuple(without_asides(found) if aside else found)

    def _at(self, typed: Sequence[str], forms: Sequence[str], at: int) -> tuple[Word, int]:
        """The longest phrase that begins here, and where it ends."""
        for length in range(min(self._longest.get(forms[at], 0), len(forms) - at), 0, -1):
            word = self._phrases.get(tuple(forms[at : at + length]))
            if word is not None:
                last = at + length - 1
                owned = any(typed[last] == plain(forms[last] + tail) for tail in self._owned)
                owned = owned or tuple(forms[at : last + 1]) in self._deeds
                return word._replace(
                    typed=" ".join(typed[at : last + 1]), owned=owned, all=forms[at] in self._all
                ), at + length
        return self._meant(typed[at]), at + 1

    def _misspelt(self, typed: str) -> Word:
        near = {word for word in self._long if typed[:1] == word[:1] and ratio(typed, word) >= _CLOSE}
        meant = {self._phrases[word,].of for word in near} if len(typed) >= _SHORTEST_MISSPELT else set()
        return Word(OPTION, meant.pop(), typed) if len(meant) == 1 else Word(STRANGE, typed=typed)

    def _known_form(self, word: str) -> str:
        """The word without what has grown to it, or once where it is said twice, if only that is known."""
        if word in self._known:
            return word
        once = list(self._shorter(word))
        twice = [stem for one in once for stem in self._shorter(one)]
        halves = [one[: len(one) // 2] for one in (word, *once, *twice) if one[: len(one) // 2] * 2 == one]
        full = (each for one in (word, *once) for each in self._written_out(one))
        return next((stem for stem in (*once, *twice, *halves) if stem in self._known), next(full, word))

    def _written_out(self, word: str) -> list[str]:
        """ "Smua", "tnah": what this is short for, where that is one thing."""
        found = self._short.find(word)
        meant = {self._phrases.get((each,), each) for each in found}
        return found[:1] if len(meant) == 1 else []

    def _shorter(self, word: str) -> Iterator[str]:
        for tail in self._tails:
            if word.endswith(tail) and len(word) - len(tail) >= _SHORTEST_STEM:
                yield word[: -len(tail)]
                yield word[: -len(tail)] + tail[0]  # "lahannya" is written with one "n" here

    def _without_address(self, clauses: Sequence[Sequence[Word]]) -> Iterator[Sequence[Word]]:
        """ "Lansia dan balita ibu": the last word says to whom one speaks; in "yang merasakan ibu, balita" it is the
        first of those who are named."""
        named = [word for clause in clauses for word in clause if word.sort == OPTION]
        for clause in clauses:
            last = clause[-1] if clause else None
            before = clause[-2].sort if len(clause) > 1 else ""
            lists = clause is not clauses[-1] and all(word.sort == "noise" for word in clause[:-1])
            called = last is not None and last.typed in self._address and before not in ("join", "doubt") and not lists
            yield clause[:-1] if called and len(named) > 1 else clause


@lru_cache(maxsize=64)
def chooser_of(options: tuple[Offer, ...], doubts: Spellings, words: ChoiceWords) -> Chooser:
    return Chooser(options, doubts, words)


def offered(options: Sequence[Offer], values: Sequence[str]) -> tuple[Offer, ...]:
    return tuple(option for option in options if option.value in values)


def may_be(options: Sequence[Offer], named: Named, text: str = "") -> Unsure | None:
    """What was named is asked about; where something was only denied, so are all others. `text`: what was said, which
    may tell more."""
    likely = (*named.yes, *(value for value in named.perhaps if value not in named.yes))
    if not likely and named.no:
        likely = tuple(option.value for option in options if option.value not in named.no)
    left = text if named.tells else ""
    return Unsure(Words("mesin.yang_dimaksud"), offered(options, likely), left=left) if likely else None


def _holds(value: str, clauses: Sequence[Named]) -> bool:
    """Not what is taken back in a later clause: "uang.. eh jangan mi uang, tenaga saja"."""
    said = [value in each.yes for each in clauses if value in each.yes or value in each.no]
    return said[-1]


def _word(option: Offer) -> Word:
    return Word("no") if option.value == NONE else Word(OPTION, option.value)


def clauses_of(text: str) -> list[str]:
    return [part.strip(_MARKS) for part in CLAUSE.findall(text)]


@lru_cache(maxsize=256)  # each choice of a form looks at the same clauses
def tokens_of(text: str) -> tuple[str, ...]:
    """Words in small letters; what is said twice ("anak2", "anak-anak", "anak anak") is one."""
    found: list[str] = []
    for match in _TOKEN.finditer(text):
        if match["mark"]:
            continue
        word = plain(match["word"] or "") or match["other"]
        if match["two"]:
            word = plain(word + word) + plain(match["tail"])
        if found and found[-1] == word and match["word"]:
            word = plain(found.pop() + word)
        found.append(word)
    return tuple(found)


@lru_cache(maxsize=4096)
def words_of(phrase: str) -> tuple[str, ...]:
    return tokens_of(phrase)


def _is_long(phrase: Sequence[str]) -> bool:
    return len(phrase) == 1 and len(phrase[0]) >= _SHORTEST_MISSPELT
