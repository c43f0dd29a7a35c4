"""How many people, men and women, families: "L 90 P 110", "200 orang, sisanya perempuan", "46 KK / 180 jiwa"."""

from collections.abc import Iterator, Sequence
from dataclasses import fields, replace
from itertools import pairwise

from bot.core.people_spelt import PeopleWords
from bot.core.spelt import Spellings
from bot.core.understanding.amounts.bounds import bind
from bot.core.understanding.amounts.clauses import Clause, Shapes, cuts
from bot.core.understanding.amounts.counts import MOST, Limit, People, complete, say_people
from bot.core.understanding.amounts.reading import Grammar, Reading
from bot.core.understanding.amounts.summing import AREA
from bot.core.understanding.amounts.tokens import Lexicon, Speech, Token
from bot.core.understanding.amounts.whose_people import (
    MOTHERS,
    families_apart,
    groups_apart,
    is_rate,
    is_times,
    with_aided,
    with_mothers,
    with_workers,
    without_self,
)

_PLAUSIBLE = 50_000  # more do not live in one village
_DOUBTFUL = "lk"  # also short for "lebih kurang"
_HEADS = "kepala"  # of families, or of people

_SHAPES = Shapes(
    gender="whole? num (person|part)? (male|female) | person? (male|female) sep? person? whole? num (person|part)?",
    rest="rest (male|female) | (male|female) rest | rest person (male|female)",
    poor="num family? other? poor | family? poor num family?",
    family="whole? num family family? | family family? whole? num | self num family",
    whole="whole num (person|part)? | whole (person|part) num",
    total="num person | person num | self num person",
    part="num person? part | part num person? | num person poor | poor num person",
    house="num house | house num",
    bare="num",
    strange="num (other|address)",
    word="person | whole | part | family | poor | male | female | house | address",
    words="place",
    aside="num place place? | place num (sep num){0,2}",
)
_NAMED_APART = frozenset(
    {
        "area",
        "male_or_about",
        "house_or_person",
        "well_off",
        "vacant",
        "there_is",
        "per",
        "compared",
        "uses",
        "aided",
        "adding",
        "housemates",
    }
)
_NAMED = frozenset({"gender", "family", "poor", "total", "part"})
_COUNTED = frozenset({"gender", "family", "poor", "whole", "total", "part", "house", "bare", "strange"})


def grammar(speech: Speech, words: PeopleWords, families: bool, mothers: Spellings = ()) -> Grammar[People]:
    """`families`: a number without a word counts families, not people. `mothers`: words for them, as a group."""
    classes = {each.name: getattr(words, each.name) for each in fields(words) if each.name not in _NAMED_APART}
    doubtful = {f"male:{_DOUBTFUL}": words.male_or_about, f"house:{_HEADS}": words.house_or_person}
    doubtful |= {
        AREA: words.area,
        "often:per": words.per,
        "noise": (*words.noise, *(set(words.uses) - set(speech.common.above))),
    }
    if families:
        classes |= {"aided": words.aided}
    groups = frozenset(words.area)
    called = frozenset(mothers) | {one for one in words.address if any(each.startswith(one) for each in mothers)}
    lexicon = Lexicon(speech, {**classes, **doubtful}, one=("person", "family"))
    return Grammar(
        lexicon,
        lambda tokens: _parse(groups_apart(with_mothers(tokens, called), groups), families, speech.common.which),
        say_people,
        "pengertian.berapa_" + _counted(families),
        bounds=True,
    )


def _counted(families: bool) -> str:
    return "keluarga" if families else "orang"


def _parse(tokens: Sequence[Token], families: bool, which: Spellings) -> Iterator[Reading[People]]:
    if is_rate(tokens) or is_times(tokens):
        return
    tokens = families_apart(with_workers(tokens), which)
    if families:
        tokens = with_aided(_without_whole(tokens))
    for way in _ways_of_lk(without_self(tokens)):
        for clauses in cuts(way, _SHAPES):
            counted = [clause for clause in clauses if clause.name in _COUNTED]
            if any(not _is_count(clause) for clause in counted):
                continue
            fits = _lone_words_fit(clauses, way) and _asides_fit(clauses)
            reading = _add_up(clauses, families, _has_unknown(way)) if fits else None
            if reading is not None:
                yield reading


def _without_whole(tokens: Sequence[Token]) -> Sequence[Token]:
    """ "12 dari 38 KK": of how many is told besides how many."""
    kinds = [token.kind for token in tokens]
    if kinds[-3:] == ["whole", "num", "family"] and "num" in kinds[:-3]:
        return tokens[:-3]
    if kinds[:3] == ["whole", "num", "family"] and "num" in kinds[3:]:
        return tokens[3:]
    return tokens


def _ways_of_lk(tokens: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """Without women beside it "lk" may be the men, or "lebih kurang" of all."""
    yield tokens
    short = any(token.kind == "male" and token.name == _DOUBTFUL for token in tokens)
    if short and not any(token.kind == "female" for token in tokens):
        about = [token if token.name != _DOUBTFUL else Token("about", "kira") for token in tokens]
        yield bind(about)


def _is_count(clause: Clause) -> bool:
    return clause.number.denominator == 1 and clause.number <= MOST


def _has_unknown(tokens: Sequence[Token]) -> bool:
    return any(token.kind in ("other", "place") for token in tokens)


def _lone_words_fit(clauses: Sequence[Clause], tokens: Sequence[Token]) -> bool:
    """A word that counts something needs a number; a word right beside a bare number would be its unit."""
    lone = (("male",), ("female",), ("family",), ("poor",), ("house",))
    named = {clause.name for clause in clauses} & _COUNTED <= _NAMED  # "11 KK, rumahnya bocor"
    odd = any(clause.kinds in (lone[:-1] if named else lone) for clause in clauses)
    return not odd and not any(_would_join(one, two) and not _far(one, two, tokens) for one, two in pairwise(clauses))


def _far(one: Clause, two: Clause, tokens: Sequence[Token]) -> bool:
    """ "0, sudah saya cek di desa": a mark and other words part the two."""
    start, end = one.tokens[-1].span[1], two.tokens[0].span[0]
    between = {token.kind for token in tokens if start <= token.span[0] < end and token.span[1] > start}
    return {"sep", "other"} <= between


def _would_join(one: Clause, two: Clause) -> bool:
    after = one.kinds[-1] == "num" and two.name in ("word", "words")
    some = one.kinds == ("part",) and two.name == "total"  # "janda 6 orang"
    return after or some or (one.name == "words" and two.name == "bare")


def _asides_fit(clauses: Sequence[Clause]) -> bool:
    """ "200 orang di 3 dusun", "RT 2: 46 KK": another number with its own word, beside numbers that have theirs."""
    names = {clause.name for clause in clauses}
    return "aside" not in names or bool(names & _NAMED)


def _add_up(clauses: Sequence[Clause], families: bool, unknown: bool) -> Reading[People] | None:
    told = _Told()
    houses = [clause for clause in clauses if clause.name == "house"]
    if houses and not any(clause.name in _COUNTED - {"house"} for clause in clauses):
        return _houses(houses)
    for clause in clauses:
        if clause.name in _COUNTED and not told.count(clause, families):
            return None
        if clause.name == "rest":
            told.rest = "male" if "male" in clause.kinds else "female"
    people = told.settle()
    if people is None:
        return None
    if max(people.total or 0, people.families or 0) > _PLAUSIBLE:
        return Reading(people, sure=False, why="pengertian.sebanyak_itu")
    return Reading(people, sure=not (told.doubtful() or (told.bare and unknown)), offered=not told.is_unplaced())


def _houses(told: Sequence[Clause]) -> Reading[People]:
    """Houses alone are neither people nor families, and are kept as what they are."""
    if len(told) > 1 or told[0].name_of("house") == _HEADS:
        return Reading(People(), sure=False, why="pengertian.rumah_bukan_keluarga", offered=False)
    return Reading(People(houses=int(told[0].number), limits=tuple(_limit_of("houses", told[0]))))


def _limit_of(field: str, clause: Clause) -> Iterator[Limit]:
    number = next(token.number for token in clause.tokens if token.number)
    if number.bound or number.to is not None:
        yield Limit(field, number.bound, None if number.to is None else int(number.to))


class _Told:
    """What has been told so far; two different numbers for one thing are a contradiction."""

    def __init__(self) -> None:
        self.told: dict[str, int] = {}
        self.limits: dict[str, Limit] = {}
        self.rest, self.houses = "", 0
        self.parts: list[int] = []
        self.doubt = self.bare = self.mothers = False

    def count(self, clause: Clause, families: bool) -> bool:
        """Whether this clause agrees with what was told before."""
        number = int(clause.number) + ("self" in clause.kinds)
        if clause.name == "house":
            self.houses = max(self.houses, number)
            self._limit("houses", clause)
            return self.told.setdefault("houses", number) == number
        if clause.name == "part":
            self.parts.append(number)
            self.mothers = self.mothers or clause.name_of("part") == MOTHERS
            self._limit("total", clause)
            return True
        field = self._field(clause, families)
        self._limit(field, clause)
        self.bare = self.bare or clause.name in ("bare", "strange")
        short = clause.name_of("male") == _DOUBTFUL
        late = clause.name == "total" and ("male" in self.told) != ("female" in self.told)
        self.doubt = self.doubt or clause.name == "strange" or late
        self.told["lk"] = self.told.get("lk", 0) or int(short)
        return self.told.setdefault(field, number) == number

    def _field(self, clause: Clause, families: bool) -> str:
        if clause.name == "gender":
            return "male" if "male" in clause.kinds else "female"
        if clause.name in ("family", "poor"):
            return "families" if clause.name == "family" else "poor"
        if clause.name == "whole" and "poor" in self.told and "person" not in clause.kinds:
            return "families"
        return "families" if families and clause.name in ("bare", "strange") else "total"

    def doubtful(self) -> bool:
        """A bare number beside others, or "lk" with no word for women."""
        counted = set(self.told) - {"lk"}
        split = {"male", "female"} <= counted
        crowded = self.houses > self.told.get("families", self.houses)  # "17 rumah, ada yang dua keluarga di dalam"
        return (
            self.doubt
            or crowded
            or (self.bare and len(counted) > 1 and not split)
            or (bool(self.told.get("lk")) and not split)
        )

    def is_unplaced(self) -> bool:
        """A bare number beside families may be anything: no button can be right by more than chance."""
        return self.bare and "families" in self.told and "total" in self.told and len(self.told) <= 3

    def settle(self) -> People | None:
        if self.parts and not self._count_parts():
            return None
        told = {k: v for k, v in self.told.items() if k != "lk"}
        if set(told) == {"poor"}:
            told |= {"families": told["poor"]}
            self.limits |= {"families": replace(self.limits["poor"], field="families")} if self.limits else {}
        limits = tuple(limit for field, limit in self.limits.items() if field in told)
        if told.get("poor", 0) > told.get("families", told.get("poor", 0)) and not limits:
            return None
        people = complete(People(**told, limits=limits), self.rest)
        return people if people is not None and people != People() else None

    def _limit(self, field: str, clause: Clause) -> None:
        for limit in _limit_of(field, clause):
            self.limits[field] = limit

    def _count_parts(self) -> bool:
        """Children alone are the people meant; beside another number they are some of them, or more."""
        genders = {"male", "female"} & set(self.told)
        if "total" not in self.told and len(self.parts) == 1 and len(genders) == 1 and self.rest:
            return self.told.setdefault("total", self.parts[0]) > 0  # "48 anak, laki-laki 22, sisanya perempuan"
        if len(genders) > 1 and "total" not in self.told:
            return sum(self.parts) == self.told["male"] + self.told["female"]  # "27 siswa, putra 12 putri 15"
        if genders or "total" in self.told:
            return sum(self.parts) <= self.told.get("total", -1)
        if {"families", "poor"} & set(self.told):
            return True
        self.doubt = self.doubt or (len(self.parts) > 1 and not self.mothers)
        return self.told.setdefault("total", sum(self.parts)) >= 0
