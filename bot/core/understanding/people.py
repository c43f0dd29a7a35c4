"""How many people, men and women, families: "L 90 P 110", "200 orang, sisanya perempuan", "46 KK / 180 jiwa"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, replace
from itertools import pairwise

from bot.core.forms.say import Words
from bot.core.understanding.clauses import Clause, Shapes, cuts
from bot.core.understanding.reading import Grammar, Reading
from bot.core.understanding.show import show_number
from bot.core.understanding.tokens import Lexicon, Speech, Token
from bot.core.vocabulary import PeopleWords

MOST = 999_999  # more than any kabupaten's part of a plan
_DOUBTFUL = "lk"  # also short for "lebih kurang"

_SHAPES = Shapes(
    gender="whole? num (person|part)? (male|female) | (male|female) sep? person? whole? num (person|part)?",
    rest="rest (male|female) | (male|female) rest | rest person (male|female)",
    family="whole? num family family? | family family? whole? num",
    whole="whole num (person|part)? | whole (person|part) num",
    total="num person | person num",
    part="num person? part | part num",
    house="num house | house num",
    bare="num",
    strange="num (other|address)",
    word="person | whole | part | family | male | female | house | address",
    words="place",
    aside="num place | place num",
)
_NAMED = frozenset({"gender", "family", "total", "part"})
_COUNTED = frozenset({"gender", "family", "whole", "total", "part", "house", "bare", "strange"})


@dataclass(frozen=True, slots=True)
class People:
    """What was told, and what follows from it; `families` counts households. None = not told."""

    total: int | None = None
    male: int | None = None
    female: int | None = None
    families: int | None = None


def grammar(speech: Speech, words: PeopleWords, families: bool) -> Grammar[People]:
    """`families`: a number without a word counts families, not people."""
    classes = {each.name: getattr(words, each.name) for each in fields(words) if each.name != "male_or_about"}
    lexicon = Lexicon(speech, {f"male:{_DOUBTFUL}": words.male_or_about, **classes}, one=("person", "family"))
    return Grammar(
        lexicon, lambda tokens: _parse(tokens, families), say_people, "pengertian.berapa_" + _counted(families)
    )


def _counted(families: bool) -> str:
    return "keluarga" if families else "orang"


def say_people(people: People) -> Words:
    """Men and women when both are known, else whatever is; families beside either."""
    split = people.male is not None and people.female is not None
    told = {
        "laki": people.male,
        "perempuan": people.female,
        "orang": None if split else people.total,
        "keluarga": people.families,
    }
    return Words("pengertian.orang", {k: "" if v is None else show_number(v) for k, v in told.items()})


def _parse(tokens: Sequence[Token], families: bool) -> Iterator[Reading[People]]:
    for clauses in cuts(tokens, _SHAPES):
        counted = [clause for clause in clauses if clause.name in _COUNTED]
        if any(clause.number.denominator != 1 or clause.number > MOST for clause in counted):
            continue
        fits = _lone_words_fit(clauses) and _asides_fit(clauses)
        reading = _add_up(clauses, families, _has_unknown(tokens)) if fits else None
        if reading is not None:
            yield reading


def _has_unknown(tokens: Sequence[Token]) -> bool:
    return any(token.kind in ("other", "place") for token in tokens)


def _lone_words_fit(clauses: Sequence[Clause]) -> bool:
    """A word that counts something needs a number; a word right beside a bare number would be its unit."""
    odd = any(clause.kinds in (("male",), ("female",), ("family",), ("house",)) for clause in clauses)
    return not odd and not any(_would_join(one, two) for one, two in pairwise(clauses))


def _would_join(one: Clause, two: Clause) -> bool:
    after = one.kinds[-1] == "num" and two.name in ("word", "words")
    return after or (one.name == "words" and two.name == "bare")


def _asides_fit(clauses: Sequence[Clause]) -> bool:
    """ "200 orang di 3 dusun", "RT 2: 46 KK": another number with its own word, beside numbers that have theirs."""
    names = {clause.name for clause in clauses}
    return "aside" not in names or bool(names & _NAMED)


def _add_up(clauses: Sequence[Clause], families: bool, unknown: bool) -> Reading[People] | None:
    told = _Told()
    for clause in clauses:
        if clause.name in _COUNTED and not told.count(clause, families):
            return None
        if clause.name == "rest":
            told.rest = "male" if "male" in clause.kinds else "female"
    people = told.settle()
    if people is None:
        return None
    return Reading(people, sure=not (told.doubtful() or (told.bare and unknown)))


class _Told:
    """What has been told so far; two different numbers for one thing are a contradiction."""

    def __init__(self) -> None:
        self.told: dict[str, int] = {}
        self.rest = ""
        self.parts: list[int] = []
        self.doubt = self.bare = False

    def count(self, clause: Clause, families: bool) -> bool:
        """Whether this clause agrees with what was told before."""
        number = int(clause.number)
        if clause.name == "part":
            self.parts.append(number)
            return True
        field = self._field(clause, families)
        self.bare = self.bare or clause.name in ("bare", "strange")
        short = clause.name_of("male") == _DOUBTFUL
        late = clause.name == "total" and ("male" in self.told) != ("female" in self.told)
        self.doubt = self.doubt or clause.name in ("house", "strange") or late
        self.told["lk"] = self.told.get("lk", 0) or int(short)
        return self.told.setdefault(field, number) == number

    def _field(self, clause: Clause, families: bool) -> str:
        if clause.name == "gender":
            return "male" if "male" in clause.kinds else "female"
        if clause.name in ("family", "house"):
            return "families"
        return "families" if families and clause.name in ("bare", "strange") else "total"

    def doubtful(self) -> bool:
        """A bare number beside others, or "lk" with no word for women."""
        counted = set(self.told) - {"lk"}
        split = {"male", "female"} <= counted
        return self.doubt or (self.bare and len(counted) > 1 and not split) or (bool(self.told.get("lk")) and not split)

    def settle(self) -> People | None:
        if self.parts and not self._count_parts():
            return None
        people = _complete(People(**{k: v for k, v in self.told.items() if k != "lk"}), self.rest)
        return people if people is not None and people != People() else None

    def _count_parts(self) -> bool:
        """Children alone are the people meant; beside another number they are some of them, or more."""
        self.doubt = self.doubt or len(self.parts) > 1 or any(self.told.values())
        if {"male", "female", "total"} & set(self.told):
            return sum(self.parts) <= self.told.get("total", -1)
        return self.told.setdefault("total", sum(self.parts)) >= 0


def _complete(people: People, rest: str) -> People | None:
    """Fill in the one number that follows from the others; None when they contradict each other."""
    total, male, female = people.total, people.male, people.female
    if rest and (total is None or (male if rest == "male" else female) is not None):
        return None
    if total is None and male is not None and female is not None:
        total = male + female
    elif total is not None and male is None and female is not None:
        male = total - female
    elif total is not None and female is None and male is not None:
        female = total - male
    if (
        total is not None
        and male is not None
        and female is not None
        and (total != male + female or min(male, female) < 0)
    ):
        return None
    return replace(people, total=total, male=male, female=female)
