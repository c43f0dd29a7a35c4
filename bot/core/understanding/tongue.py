"""All readers of what people type, made of the spellings that content tells. Nothing that they say ever changes."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction
from functools import cached_property, lru_cache

from bot.core.forms.say import Words
from bot.core.spelt import either
from bot.core.understanding import rt_rw
from bot.core.understanding.amounts import people, volume
from bot.core.understanding.amounts.as_many import AsMany
from bot.core.understanding.amounts.clauses import Shapes, cuts
from bot.core.understanding.amounts.counts import People
from bot.core.understanding.amounts.houses_told import without_crowded, without_vacant
from bot.core.understanding.amounts.money import Money, Rupiah
from bot.core.understanding.amounts.numerals import Numerals
from bot.core.understanding.amounts.pieces import LONGEST
from bot.core.understanding.amounts.prices import without_prices
from bot.core.understanding.amounts.reading import Grammar, Reading, perhaps, understand
from bot.core.understanding.amounts.show import is_plain, show_number
from bot.core.understanding.amounts.sizes import Volume
from bot.core.understanding.amounts.tokens import Lexicon, Speech, Token
from bot.core.understanding.concluded import in_all_of_it
from bot.core.understanding.results import NotUnderstood, Understanding, Understood, Unknown
from bot.core.understanding.rt_rw import UNTOLD, RtRw
from bot.core.understanding.times.when import When, Whens
from bot.core.vocabulary import SharedWords, Vocabulary

_KEPT = 32  # texts: the parts of a message, which several questions look at


class Tongue:
    """How people here speak, by the spellings that a conversation gets as `World.spellings`.

    A reader is made when it is first asked: a start need not wait for patterns that nobody uses yet.

    `units` are all that a size may have.
    """

    def __init__(self, words: Vocabulary) -> None:
        self.words = words
        self._people_in = lru_cache(_KEPT)(self._read_people)
        self._volume_in = lru_cache(_KEPT)(self._read_volume)
        units = words.units
        self.units = frozenset((*units.length, *units.wide, *units.count, *units.package, *units.loose))

    @cached_property
    def speech(self) -> Speech:
        common = self.words.common
        people, units = self.words.people, self.words.units
        tables = (*units.length.values(), *units.wide.values(), *units.count.values())
        measured = {word for told in tables for word in told} - {*people.person, *people.family, *people.house}
        counted = (*people.person, *people.family, *people.house, *people.part)
        numerals, alike = Numerals(self.words.numbers), shared(common)
        return Speech(numerals, alike, common, frozenset(counted), frozenset(measured), self.words.which_count)

    @cached_property
    def _number(self) -> Grammar[Fraction]:
        return grammar(self.speech)

    @cached_property
    def people_grammar(self) -> Grammar[People]:
        return people.grammar(self.speech, self.words.people, families=False, mothers=self.words.stories.groups["ibu"])

    @cached_property
    def families_grammar(self) -> Grammar[People]:
        return people.grammar(self.speech, self.words.people, families=True, mothers=self.words.stories.groups["ibu"])

    @cached_property
    def volume_grammar(self) -> Grammar[Volume]:
        return volume.grammar(self.speech, self.words.units, self.words.sizes)

    @cached_property
    def _beside_people(self) -> re.Pattern[str]:
        """What counts nobody: "data per Oktober 2026", "menurut catatannya ibu kader", of whom there are more."""
        people, days = self.words.people, self.words.days
        months = either(month for told in days.months.values() for month in told)
        day = rf"(?:\d{{1,2}}\s+)?(?:{months})\b\s*(?:20\d\d)?"
        as_of = rf"\bper\s+(?:{day}|(?:{either(days.year)})?\s*20\d\d\b)"
        told = rf"\d|(?:{either((*self.words.numbers.digits['1'], *self.speech.numerals.long_words))})\b"
        common, other = self.words.common, either((*people.place, *people.area, *self.words.common.once))
        begins = rf"{told}|(?:{either((*common.about, *common.more, *common.less))})\b"  # "menurut saya sekitar 60"
        source = rf"\b(?:{either(common.told_by)})(?:\s+(?!{begins}|(?:{other})\b)[^\W\d]+){{1,4}}?\s+(?={begins})"
        whose = rf"(?P<whose>\b(?:{either((*people.male, *people.female, *people.part))})(?:nya)?)"
        compared = rf"{whose}\s+(?:{either(people.compared)})\s*[,:]?\s*(?={told})"
        return re.compile(rf"{as_of}|{source}|{compared}", re.IGNORECASE)

    @cached_property
    def _rt_rw(self) -> Grammar[RtRw]:
        return rt_rw.grammar(self.speech, self.words.places)

    @cached_property
    def _rt_rw_in(self) -> re.Pattern[str]:
        return rt_rw.pattern_in(self.words)

    @cached_property
    def _rt_rw_gone(self) -> re.Pattern[str]:
        """ "Rt dua eh rt nya nanti kutanya dulu": taken back, and no other is told."""
        common, places = self.words.common, self.words.places
        one = rf"(?:{either((*places.rt, *places.rw))})(?:\s*nya)?\b"
        number = rf"\d|(?:{either((*self.words.numbers.digits['1'], *self.speech.numerals.long_words))})\b"
        later = rf"(?:{either((*common.no, *common.unknown, *common.later))})\b"
        return re.compile(
            rf"[\s,.]*(?:{either(common.righting)})\b[\s,.]*{one}\s+(?:(?!{number})[^\s,.;]+\s+)*?{later}(?:(?!{number})[^,.;\n])*",
            re.IGNORECASE,
        )

    @cached_property
    def _money(self) -> Money:
        return Money(self.speech, self.words.money, self.words.units)

    @cached_property
    def _when(self) -> Whens:
        words = self.words
        return Whens(self.speech.numerals, words.days, words.hours, words.common, words.which_count)

    def read_number(self, text: str) -> Understanding[Fraction]:
        """The one number in the text, whatever word follows it."""
        return understand(text, self._number)

    def read_people(self, text: str, families: bool = False) -> Understanding[People]:
        """`families`: a number without a word counts families, not people."""
        return in_all_of_it(text, self.words.common, lambda part: self._people_in(part, families))

    def _read_people(self, text: str, families: bool) -> Understanding[People]:
        if len(text) > LONGEST:
            return NotUnderstood()
        text = self._as_many.written_out(self.unpaid(text))
        text = self._counting_nobody(without_vacant(self._beside_people.sub(r"\g<whose> ", text), self.words))
        grammar = self.families_grammar if families else self.people_grammar
        found, plain = understand(text, grammar), without_crowded(text, self.words)
        if isinstance(found, Understood | Unknown) or plain == text:
            return found
        houses = understand(plain, grammar)
        return houses if isinstance(houses, Understood) and houses.value.families is None else found

    @cached_property
    def _as_many(self) -> AsMany:
        spelt = (*self.words.numbers.digits["1"], *self.speech.numerals.long_words)
        return AsMany(self.words.people, self.words.common, spelt)

    def perhaps_people(self, text: str, families: bool = False) -> Sequence[People]:
        """What parts of a text that is no answer may count."""
        text = without_vacant(self._beside_people.sub(r"\g<whose> ", text), self.words)
        return perhaps(text, self.families_grammar if families else self.people_grammar)

    @cached_property
    def _nobody(self) -> re.Pattern[str]:
        words = self.words.people
        sexes, none = either((*words.male, *words.female)), either(words.zero)
        behind = rf"(?P<before>\b(?:{sexes})2?(?:nya)?)\s+(?:memang\s+|sama sekali\s+)?(?:{none})\b"
        return re.compile(rf"{behind}|\b(?:{none})\s+(?P<after>(?:{sexes})2?(?:nya)?)\b", re.IGNORECASE)

    def _counting_nobody(self, text: str) -> str:
        """ "Laki-laki tidak ada, perempuan 12": none of the one is a number beside that of the other."""
        if not self._nobody.sub("", text).strip(" ,.;"):
            return text
        return self._nobody.sub(lambda found: f"{found['before'] or found['after']} 0", text)

    def read_volume(self, text: str) -> Understanding[Volume]:
        return in_all_of_it(text, self.words.common, self._volume_in)

    def _read_volume(self, text: str) -> Understanding[Volume]:
        return volume.question_packages(understand(self._without_whom(self.unpaid(text)), self.volume_grammar))

    def unpaid(self, text: str) -> str:
        return without_prices(text, self.words.money, self.words.numbers)

    @cached_property
    def _for_whom(self) -> re.Pattern[str]:
        words, people = self.words, self.words.people
        number = rf"\d+|{either((*words.numbers.digits['1'], *self.speech.numerals.long_words))}"
        places = either((*people.place, *people.area))
        whom = either((*people.person, *people.part, *people.family, *people.house))
        return re.compile(
            rf"\b(?:{either(words.sizes.for_whom)})\s+(?:{number})(?:\s+(?:{number}))*\s+(?:(?P<place>{places})|{whom})\b",
            re.IGNORECASE,
        )

    def _without_whom(self, text: str) -> str:
        """ "5000 pohon buat dua kelompok", "asal muat air buat satu dusun": who has it is no size."""
        found = self._for_whom.search(text)
        atoms = self.speech.numerals.atoms_of
        front = text[: found.start()].lower().split() if found else []
        told = any(word[0].isdecimal() or word[-1].isdecimal() or atoms(word) for word in front)
        return (
            f"{text[: found.start()]} {text[found.end() :]}"
            if found and (told or (found["place"] and front[1:]))
            else text
        )

    def perhaps_volume(self, text: str) -> Sequence[Volume]:
        """What parts of a text that is no answer may measure."""
        return perhaps(self.unpaid(text), self.volume_grammar)

    def read_money(self, text: str) -> Understanding[Rupiah]:
        return in_all_of_it(text, self.words.common, self._money.read)

    def read_rt_rw(self, text: str) -> Understanding[RtRw]:
        return rt_rw.read_rt_rw(text, self._rt_rw)

    def find_rt_rw(self, text: str) -> tuple[str, RtRw, bool]:
        """The text without its RT and RW, these, and whether they are sure."""
        found = self._rt_rw_in.search(text) if rt_rw.may_be_in(text, self.words) else None
        if found is None:
            return text, UNTOLD, True
        if taken := self._rt_rw_gone.match(text, found.end()):
            return f"{text[: found.start()]}, {text[taken.end() :]}", UNTOLD, True
        told = found[0]
        without_word = not told[0].isalpha()
        bare = without_word and not any(part.strip().startswith("0") for part in told.split("/"))
        read = rt_rw.first_reading(self.read_rt_rw(f"rt {told}" if without_word and not bare else told))
        if read is None:
            return text, UNTOLD, True
        return f"{text[: found.start()]}, {text[found.end() :]}", read[0], read[1] and not bare

    def tells_rt_rw(self, text: str) -> RtRw:
        """The RT and RW that a running text says it is in; none where it names several, or only somebody's or a near
        one."""
        found = list(self._rt_rw_in.finditer(text))
        places = self.words.places
        if len(found) != 1 or not found[0][0][0].isalpha():
            return UNTOLD
        before = text[: found[0].start()].lower().split()
        if before and before[-1].strip(".,") in {*places.beside, *places.heads, "-", "/"}:
            return UNTOLD
        behind = text[found[0].end() :].lower().split()
        if behind and behind[0] in {*self.words.common.range, *self.words.common.choice}:
            return UNTOLD
        read = rt_rw.first_reading(self.read_rt_rw(found[0][0]))
        return read[0] if read and read[1] else UNTOLD

    def read_when(self, text: str, today: date, zone: str = "", old: date | None = None) -> Understanding[When]:
        """`today`: the date where the person is; a day named without its year or month lies ahead of it. `zone`: whose
        clock goes there; `old`: the day that is moved."""
        return in_all_of_it(text, self.words.common, lambda part: self._when.read(part, today, zone, old))


@lru_cache(maxsize=8)
def tongue_of(words: Vocabulary) -> Tongue:
    """Made once of the same words."""
    return Tongue(words)


MOST = 10**12
_SHAPES = Shapes(number="num")


def grammar(speech: Speech) -> Grammar[Fraction]:
    return Grammar(Lexicon(speech, {}), _parse, say_number, "pengertian.berapa")


def say_number(number: Fraction) -> Words:
    return Words("pengertian.angka", {"angka": show_number(number)})


def _parse(tokens: Sequence[Token]) -> Iterator[Reading[Fraction]]:
    for clauses in cuts(tokens, _SHAPES):
        numbers = {clause.number for clause in clauses}
        if len(numbers) == 1 and is_plain(*numbers) and max(numbers) <= MOST:
            yield Reading(numbers.pop())


_CLASSES = {
    **{name: name for name in ("noise", "between", "stop", "vague", "all", "unknown", "range", "sep")},
    "or_so": "or_so",
    "about": "about:kira",
    "more": "bound:lebih",
    "less": "bound:kurang",
    "choice": "range:or",
    "above": "ahead:lebih",
    "below": "ahead:kurang",
    "upward": "behind:lebih",
    "downward": "behind:kurang",
}


def shared(words: SharedWords) -> Mapping[str, str]:
    """The class of each word and phrase. "Tidak" before "tahu" is "I do not know", unless a list says otherwise."""
    unknown = {f"{no} {verb}": "unknown" for no in words.no for verb in words.know}
    return (
        unknown
        | _limits(words)
        | {"\n": "sep"}
        | {word: kind for name, kind in _CLASSES.items() for word in getattr(words, name)}
    )


def _limits(words: SharedWords) -> dict[str, str]:
    """ "Tidak sampai", "belum cukup"; only what says no by itself: "kurang lebih" is "about"."""
    no = [word for word in words.no if word in words.stop]
    kinds = {verb: "enough" if verb in words.all else "bound" for verb in words.reach}
    less = {f"{one} {verb}": f"{kind}:kurang" for one in no for verb, kind in kinds.items()}
    return less | {f"{one} {verb}": "bound:lebih" for one in no for verb in words.fall}
