"""How many people and families were told: as a value, as a sentence, and as an answer is kept."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from bot.core.forms.say import Words
from bot.core.understanding.amounts.bounds import BOUNDS, say_amount
from bot.core.understanding.amounts.numerals import Bound

MOST = 999_999  # more than any kabupaten's part of a plan
_FIELDS = ("total", "families", "male", "female", "houses")  # the first that was told leads


@dataclass(frozen=True, slots=True)
class Limit:
    """How the number of a field was told: `bound`, and up to which it goes."""

    field: str
    bound: Bound = ""
    to: int | None = None


@dataclass(frozen=True, slots=True)
class People:
    """What was told, and what follows from it; `families` counts households, `poor` those of them that have little;
    `houses` are told where nobody is counted: several families may live in one.

    None = not told. `limits` of the fields that were not told exactly.
    """

    total: int | None = None
    male: int | None = None
    female: int | None = None
    families: int | None = None
    poor: int | None = None
    houses: int | None = None
    limits: tuple[Limit, ...] = ()

    def limit(self, field: str) -> Limit:
        return next((each for each in self.limits if each.field == field), Limit(field))

    def only_poor(self) -> "People":
        """The poor families as the answer to a question for them."""
        return People(families=self.poor, limits=(replace(self.limit("poor"), field="families"),))

    def only_families(self) -> "People":
        return People(families=self.families, limits=tuple(each for each in self.limits if each.field == "families"))

    def without_poor(self) -> "People":
        return replace(self, poor=None, limits=tuple(each for each in self.limits if each.field != "poor"))


def complete(people: People, rest: str) -> People | None:
    """Fill in the one number that follows from the others; None when they contradict each other."""
    total, male, female = people.total, people.male, people.female
    exact = people.limit("total").bound in ("", "kira") and people.limit("total").to is None
    if not exact and (male is None) != (female is None):
        return people if not rest else None
    if rest and (total is None or (male if rest == "male" else female) is not None):
        return None
    if total is None and male is not None and female is not None:
        total = male + female
        people = replace(people, limits=(*people.limits, *_sum_limit(people, male, female)))
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


def _sum_limit(people: People, male: int, female: int) -> Iterator[Limit]:
    """All of them are told no more exactly than the men and the women are."""
    one, other = people.limit("male"), people.limit("female")
    bound = one.bound or other.bound
    to = None if one.to is other.to is None else (one.to or male) + (other.to or female)
    if bound or to is not None:
        yield Limit("total", bound, to)


def say_people(people: People) -> Words:
    """Men and women when both are known, else whatever is; families beside either."""
    split = people.male is not None and people.female is not None
    told = {"laki": "male", "perempuan": "female", "orang": "" if split else "total", "keluarga": "families"}
    told["rumah"] = "houses"
    poor = "" if people.poor == people.families and people.total is None else "poor"
    return Words("pengertian.orang", {k: _said(people, field) for k, field in {**told, "miskin": poor}.items()})


def _said(people: People, field: str) -> str | Words:
    number = getattr(people, field) if field else None
    if number is None:
        return ""
    limit = people.limit(field)
    if field == "male" and people.female is not None:  # all of them are said by their parts: the first has the bound
        limit = replace(limit, bound=limit.bound or people.limit("total").bound)
    return say_amount(number, limit.bound, limit.to)


def keep(people: People) -> dict[str, Any]:
    """As an answer is kept. `bound` and `to` are those of the number that leads, else with its name before them."""
    people = people.without_poor()
    told = {field: getattr(people, field) for field in _FIELDS if getattr(people, field) is not None}
    lead = next(iter(told), "")
    for limit in people.limits:
        front = "" if limit.field == lead else f"{limit.field}_"
        told |= {f"{front}bound": limit.bound} if limit.bound else {}
        told |= {f"{front}to": limit.to} if limit.to is not None else {}
    return told


def kept(value: Mapping[str, Any]) -> People:
    """What `keep` made."""
    told = {field: value[field] for field in _FIELDS if field in value}
    lead = next(iter(told), "")
    fronts = {field: "" if field == lead else f"{field}_" for field in told}
    limits = (Limit(field, value.get(f"{front}bound", ""), value.get(f"{front}to")) for field, front in fronts.items())
    return People(**told, limits=tuple(limit for limit in limits if limit.bound or limit.to is not None))


def is_kept(value: Any) -> bool:
    """Whether this is a value that `keep` made."""
    if not (isinstance(value, dict) and any(field in value for field in _FIELDS)):
        return False
    numbers = {key: told for key, told in value.items() if not key.endswith("bound")}
    ends = {f"{field}_to" for field in _FIELDS} | {"to", *_FIELDS}
    bounds = [told for key, told in value.items() if key.endswith("bound")]
    counted = all(type(number) is int and 0 <= number <= 2 * MOST for number in numbers.values())
    return counted and numbers.keys() <= ends and all(bound in BOUNDS for bound in bounds)


def joined(one: Mapping[str, Any], other: Mapping[str, Any]) -> dict[str, Any] | None:
    """Two kept values as one, where each counts something else: 40 families, 25 houses. None where they do not."""
    if not (is_kept(one) and is_kept(other)) or set(one) & set(other) & set(_FIELDS):
        return None
    first, second = kept(one), kept(other)
    told = {field: getattr(second, field) for field in _FIELDS if field in other}
    return keep(replace(first, **told, limits=(*first.limits, *second.limits)))
