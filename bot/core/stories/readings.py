"""Values found anywhere in a story or a wish. Readers propose, one cover decides who owns the words.

The rest stands at the usulan as it was said: what is not found here is not lost.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

from bot.core.forms.say import Words
from bot.core.listening.shapes import Span, Told
from bot.core.spelt import either
from bot.core.stories.added_heads import with_added
from bot.core.stories.cover import Proposal, cover
from bot.core.stories.covering import covered, readers
from bot.core.stories.numbers_told import GUARD, LASTS, OWNED
from bot.core.stories.scan import Scan, scan
from bot.core.stories.words_told import WordReader
from bot.core.understanding.amounts.counts import Limit, People, complete, keep
from bot.core.understanding.amounts.pieces import LONGEST as LONGEST_ANSWER
from bot.core.understanding.amounts.sizes import keep as keep_volume
from bot.core.understanding.tongue import Tongue

_WHOLE = ("total", "male", "female", "families")
Fact = tuple[str, int, Limit]


@lru_cache(maxsize=32)
def told_in(text: str, tongue: Tongue) -> tuple[Told, ...]:
    """Of two different values of one sort neither is sure."""
    told, chosen = _told(text, tongue)
    words = readers(tongue)[1]
    taken = [each.span for each in chosen if each.sort in (GUARD, OWNED, LASTS, "patokan")]
    found = [*_people(told, chosen, tongue), *_others(told, chosen), *_chosen_words(told, words, taken)]
    return tuple(sorted(found, key=lambda each: each.span))


@lru_cache(maxsize=16)
def answer_in(text: str, tongue: Tongue, sort: str) -> Mapping[str, Any] | None:
    """The answer of this sort in words that are more than an answer, with what they answer besides (by sort).

    None when it is not sure, or when a number is left that nobody owns: it may be the one that was meant. A question
    reads the same words several times; they are looked at once.
    """
    told, chosen = _told(text, tongue)
    numbers = covered(text, tongue).numbers
    owned = not readers(tongue)[0].is_vetoed(told) and all(
        any(_inside(span, each.span) for each in chosen) for span in numbers
    )
    found = [*_people(told, chosen, tongue), *_others(told, chosen)] if owned else []
    answers = {each.sort: each.value for each in found if each.sort in ("jumlah", "kurang_mampu", "ukuran")}
    sure = all(each.sure for each in found if each.sort in answers)
    return answers if sort in answers and sure and not fits(answers) else None


def without_others(text: str, tongue: Tongue) -> str:
    """The text without the numbers that belong to something else: an age, a clock, a school, how far away it is."""
    if len(text) > LONGEST_ANSWER:
        return text
    told, reader = scan(text), readers(tongue)[0]
    numbers = reader.numbers(told)
    chosen = [each for each in cover(list(reader.read(told, numbers))) if each.sort in (OWNED, "sejak", LASTS)]
    left = any(not any(_inside(span, each.span) for each in chosen) for _, span in numbers)
    owned = [each for each in chosen if left or each.sort != LASTS]
    for each in reversed(owned):
        start, end = told.span(each.span)
        text = f"{_without_about(text[:start], tongue)} {text[end:]}"
    return text


def _without_about(before: str, tongue: Tongue) -> str:
    """ "8 titik, kira2 24 juta": what stands before a number that goes was said of it."""
    return re.sub(rf"(?:(?<!\w)(?:{either(tongue.words.common.about)})2?\s+)+$", "", before, flags=re.IGNORECASE)


def _told(text: str, tongue: Tongue) -> tuple[Scan, Sequence[Proposal]]:
    found = covered(text, tongue)
    return found.told, found.chosen


def _others(told: Scan, chosen: Sequence[Proposal]) -> Iterator[Told]:
    """Sizes, since when, landmarks: each sort by itself."""
    for sort in ("ukuran", "sejak", "patokan"):
        mine = [each for each in chosen if each.sort == sort]
        values = [_value(each) for each in mine]
        for value, each in _distinct(values, mine):
            sure = all(value == other for other in values) and (sort != "ukuran" or each.value.sure)
            yield Told(sort, value, told.span(each.span), sure)


def _value(each: Proposal) -> Any:
    return keep_volume(each.value.value) if each.sort == "ukuran" else each.value


def _distinct(values: Sequence[Any], mine: Sequence[Proposal]) -> Iterator[tuple[Any, Proposal]]:
    for at, value in enumerate(values):
        if value not in values[:at]:
            yield value, mine[at]


def _people(told: Scan, chosen: Sequence[Proposal], tongue: Tongue) -> Iterator[Told]:
    mine = [each for each in chosen if each.sort == "orang"]
    poor = [each for each in mine if each.value[0] == "poor"]
    whole = [each for each in mine if each.value[0] in _WHOLE]
    yield from _each(told, "kurang_mampu", [(_poor(each.value), each.span) for each in poor])
    together = _together([each.value for each in whole])
    if together is not None and whole:
        sure = with_added(together, told.text, tongue) is None
        yield Told("jumlah", keep(together), told.span((whole[0].span[0], whole[-1].span[1])), sure)
    else:
        yield from _each(told, "jumlah", [(_alone(each.value), each.span) for each in whole], sure=False)


def _each(told: Scan, sort: str, found: Sequence[tuple[People, Span]], sure: bool = True) -> Iterator[Told]:
    values = [people for people, _ in found]
    for at, (people, span) in enumerate(found):
        if people not in values[:at]:
            yield Told(sort, keep(people), told.span(span), sure and len(set(values)) == 1)


def _together(facts: Iterable[Fact]) -> People | None:
    """All numbers as one answer; None when two of them contradict each other."""
    told: dict[str, int] = {}
    limits: dict[str, Limit] = {}
    for field, amount, limit in facts:
        if told.setdefault(field, amount) != amount:
            return None
        if limit != Limit(field):
            limits[field] = limit
    return complete(People(**told, limits=tuple(limits.values())), "")


def _alone(fact: Fact) -> People:
    field, amount, limit = fact
    return People(**{field: amount}, limits=() if limit == Limit(field) else (limit,))


def _poor(fact: Fact) -> People:
    return _alone(fact).only_poor() if fact[2] != Limit("poor") else People(families=fact[1])


def _chosen_words(told: Scan, words: WordReader, taken: Sequence[Span]) -> Iterator[Told]:
    """Groups and gifts as a choice of several keeps them, in the order in which they were said."""
    for sort, found in (("merasakan", words.groups(told)), ("sumbangan", words.gifts(told))):
        free = [(name, span) for name, span in found if not any(_inside(span, other) for other in taken)]
        first: dict[str, Span] = {}
        for name, span in free:
            first.setdefault(name, span)
        if first:
            value = [{"value": name, "label": told.says(span)} for name, span in first.items()]
            yield Told(sort, value, told.span(next(iter(first.values()))))


def _inside(span: Span, other: Span) -> bool:
    return other[0] <= span[0] and span[1] <= other[1]


def fits(values: Mapping[str, Any]) -> tuple[Words, ...]:
    """Numbers that contradict each other, by the sort of their values, as sentences to be asked about once."""
    people, poor, size = (values.get(sort) or {} for sort in ("jumlah", "kurang_mampu", "ukuran"))
    return (*_more_poor(people, poor), *_more_houses(people, size), *_no_sum(people), *_more_families(people))


def _more_poor(people: Mapping[str, Any], poor: Mapping[str, Any]) -> Iterator[Words]:
    families, few = _at_most(people, "families"), poor.get("families")
    total = _at_most(people, "total")
    if few is not None and families is not None and few > families:
        yield Words("pengertian.miskin_lebih", {"miskin": few, "keluarga": families})
    elif few is not None and families is None and total is not None and few > total:
        yield Words("pengertian.miskin_lebih_orang", {"miskin": few, "orang": total})


def _more_houses(people: Mapping[str, Any], size: Mapping[str, Any]) -> Iterator[Words]:
    houses = [each.get("amount", "") for each in size.get("sizes", ()) if each.get("unit") == "rumah"]
    families = _at_most(people, "families")
    if len(houses) == 1 and families is not None and float(houses[0]) > families:
        yield Words("pengertian.rumah_lebih", {"rumah": houses[0], "keluarga": families})


def _no_sum(people: Mapping[str, Any]) -> Iterator[Words]:
    told = {field: people[field] for field in ("total", "male", "female") if field in people}
    exact = not any(key.endswith(("bound", "to")) for key in people)
    if len(told) == 3 and exact and told["total"] != told["male"] + told["female"]:
        named = {"laki": told["male"], "perempuan": told["female"], "orang": told["total"]}
        yield Words("pengertian.tidak_genap", named)


def _more_families(people: Mapping[str, Any]) -> Iterator[Words]:
    families, total = people.get("families"), _at_most(people, "total")
    if families is not None and total is not None and families > total:
        yield Words("pengertian.keluarga_lebih", {"keluarga": families, "orang": total})


def _at_most(people: Mapping[str, Any], field: str) -> int | None:
    """The number, or the end of its range; nothing where more than that was told."""
    lead = next((each for each in ("total", "families", "male", "female") if each in people), "")
    front = "" if field == lead else f"{field}_"
    if people.get(f"{front}bound") in ("kira", "lebih"):
        return None
    most: int | None = people.get(f"{front}to", people.get(field))
    return most
