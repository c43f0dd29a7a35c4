"""How much or how big: a number with its unit, or the sides of something."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import partial
from typing import Any

from bot.core.forms.digits import is_digits
from bot.core.forms.heard import Heard, Typed
from bot.core.forms.questions import Ask, Offer, Reading, Refused, Took, Unsure
from bot.core.forms.say import Words
from bot.core.spelt import one_of
from bot.core.stories.counted import has_number
from bot.core.stories.readings import answer_in, told_in, without_others
from bot.core.understanding import results
from bot.core.understanding.amounts.counts import Limit, People, joined
from bot.core.understanding.amounts.counts import keep as keep_people
from bot.core.understanding.amounts.sizes import Size, Volume, fits, keep, say_volume, show_volume, write
from bot.core.understanding.amounts.taken_back import take_back
from bot.core.understanding.answers import LONGEST_BUTTON, UNKNOWN, Answers, is_unknown, offer_unknown
from bot.core.understanding.tongue import Tongue, tongue_of

_KEYS = ("amount", "unit", "side", "bound", "to")
_SIGN = {"kira": "~", "lebih": ">", "kurang": "<"}
_BOUND = {sign: bound for bound, sign in _SIGN.items()}
_WHOM = {"orang": "total", "KK": "families", "keluarga": "families", "rumah": "houses"}  # units, as they are counted
_PEOPLE, _POOR, _SIZE = "jumlah", "kurang_mampu", "ukuran"  # the questions that count them; this one
_PARTS = re.compile(r"[,.;\n]")
_FEW = 3  # sizes of a story offered as buttons
_MILLION = 10**6  # so many are rupiah
_FAR = ("jalan", "air")  # values of the question what it is about: roads and pipes
_BOUNDS = frozenset({"", *_SIGN})
_SIDES = frozenset({"", "p", "l", "t", "luas"})
_ASCII = {"m²": "m2", "m³": "m3"}
_FROM_ASCII = {plain: unit for unit, plain in _ASCII.items()}


@dataclass(frozen=True, slots=True)
class Params:
    """`belum_tahu`: label of the button for those who do not know, if they may."""

    belum_tahu: str | None = None


def read(ask: Ask, heard: Heard) -> Reading:
    tongue, may_not_know = tongue_of(ask.world.spellings), ask.question.params.belum_tahu is not None
    said = heard.text if isinstance(heard, Typed) else ""
    if isinstance(heard, Typed):
        heard = replace(heard, text=without_others(tongue.unpaid(said), tongue))
    understand = partial(_by_what_is_wished, ask, tongue)
    found = _in_more_words(ask, heard) or _answers(ask).read(heard, understand, may_not_know, tongue.perhaps_volume)
    if not isinstance(heard, Typed):
        return found
    found = _with_people(ask, heard.text, _without_whom(ask, heard.text, found, tongue), tongue)
    if isinstance(found, Took) and found.value and _only_asks(said, tongue):
        return Unsure(Words("pengertian.maksudnya"), _offered(ask, found.value))
    return replace(found, left=said) if isinstance(found, Took) and _tells_cost(found, said, tongue) else found


def _offered(ask: Ask, value: Any) -> tuple[Offer, ...]:
    told = _volume(ask, value)
    return _answers(ask).offers([told]) if told else ()


def _only_asks(text: str, tongue: Tongue) -> bool:
    """ "100 meter itu habis berapa biayanya?": how much a size would cost, in the same breath."""
    asked = one_of(tongue.words.sizes.cost)
    parts = [part for part in _PARTS.split(text) if has_number(part, tongue)]
    return bool(parts) and all(asked.search(part) for part in parts)


def _tells_cost(found: Took, text: str, tongue: Tongue) -> bool:
    """ "6 titik, biayanya sekitar 18 juta": no question asks for it, and it is not to be lost."""
    if found.value is None or is_unknown(found.value) or found.left:
        return False
    scales = (word for scale, told in tongue.words.numbers.scales.items() if int(scale) >= _MILLION for word in told)
    return one_of(frozenset((*scales, *tongue.words.money.rupiah))).search(text) is not None


def _with_people(ask: Ask, text: str, found: Reading, tongue: Tongue) -> Reading:
    """ "Panjang 90 m lebar 4 m, untuk 120 orang": how many use it is no part of its size, and not to be lost."""
    if not isinstance(found, Took) or found.value is None or is_unknown(found.value) or _PEOPLE in ask.values:
        return found
    told = answer_in(text, tongue, _PEOPLE) or {}
    return replace(found, also={_PEOPLE: told[_PEOPLE], **found.also}) if _SIZE in told else found


def _without_whom(ask: Ask, text: str, found: Reading, tongue: Tongue) -> Reading:
    """ "35 KK yang kena", "tidak tahu panjangnya, tapi yang pakai 60 orang": how many feel it is no size. Houses may be
    what is to be built, unless it is told what those in them do."""
    size = _volume(ask, found.value) if isinstance(found, Took) else None
    field = _WHOM.get(size.sizes[0].unit) if size and len(size.sizes) == 1 else None
    if not size or not field or (field == "houses" and not {*tongue.words.people.uses} & {*text.lower().split()}):
        return found
    if field == "families" and (poor := [each for each in told_in(text, tongue) if each.sort == _POOR and each.sure]):
        return Took(None, guessed=True, also={_POOR: poor[0].value})
    told, known = size.sizes[0], ask.values.get(_PEOPLE)
    limit = Limit(field, told.bound, None if told.to is None else int(told.to))
    counted = keep_people(People(**{field: int(told.amount)}, limits=(limit,) if limit != Limit(field) else ()))
    people = counted if known is None or is_unknown(known) else joined(known, counted)
    if people is None:
        return Refused(Words("pengertian.contoh_ukuran"))
    unknown = any(isinstance(tongue.read_volume(part), results.Unknown) for part in _PARTS.split(text))
    return Took(dict(UNKNOWN) if unknown else None, guessed=True, also={_PEOPLE: people})


def _by_what_is_wished(ask: Ask, tongue: Tongue, text: str) -> results.Understanding[Volume]:
    """The kilos of a road are kilometres, where nothing is told of what is weighed."""
    found = tongue.read_volume(text)
    if not isinstance(found, results.Unsure) or [_unit(each) for each in found.options] != ["km", "kg"]:
        return found
    weights = [part for part in _PARTS.split(text.lower()) if any(one in part for one in tongue.words.sizes.kilo)]
    words, beside = (
        set(" ".join([*told, *_stories(ask)]).lower().replace(",", " ").split()) for told in ([text], weights)
    )
    by_sort = (ask.values.get("kategori") or {}).get("value") in _FAR
    far = by_sort or not words.isdisjoint(tongue.words.sizes.road)
    weighed = not by_sort and not beside.isdisjoint(tongue.words.sizes.heavy)
    return found.options[0] if far and not weighed else found


def _unit(told: results.Understood[Volume]) -> str:
    return told.value.sizes[0].unit if len(told.value.sizes) == 1 else ""


def _in_more_words(ask: Ask, heard: Heard) -> Took | None:
    """The size in words that are no bare answer: everything else in them has its own numbers."""
    tongue = tongue_of(ask.world.spellings)
    if not isinstance(heard, Typed) or not isinstance(tongue.read_volume(heard.text), results.NotUnderstood):
        return None
    found = answer_in(heard.text, tongue, _SIZE)
    if not found or take_back(heard.text, tongue.volume_grammar.words):
        return None
    also = {sort: value for sort, value in found.items() if sort != _SIZE and sort not in ask.values}
    return Took(found[_SIZE], guessed=True, also=also)


def _stories(ask: Ask) -> list[str]:
    told = [ask.values.get(key) or {} for key in ("cerita", "harapan")]
    return [str(one.get("text", "")) for one in told]


def offers(ask: Ask) -> Sequence[Offer]:
    """With the sizes of the story: what is broken there need not be what is wished, and mostly is."""
    found = told_in(_stories(ask)[0], tongue_of(ask.world.spellings))
    told = [_volume(ask, each.value) for each in found if each.sort == _SIZE]
    labelled = {show_volume(each): _code(each) for each in told if each is not None}
    heard = [Offer(code, label) for label, code in labelled.items() if len(code) <= LONGEST_BUTTON]
    return (*heard[:_FEW], *offer_unknown(ask.question.params.belum_tahu))


def holds(ask: Ask, value: Any) -> bool:
    if is_unknown(value):
        return ask.question.params.belum_tahu is not None
    return _volume(ask, value) is not None


def show(ask: Ask, value: Any) -> str | Words:
    volume = _volume(ask, value)
    return Words("pengertian.belum_tahu") if volume is None else say_volume(volume)


def _volume(ask: Ask, value: Any) -> Volume | None:
    """The sizes of a kept value; None when it is not one."""
    told = value.get("sizes") if isinstance(value, dict) else None
    if not (isinstance(told, list) and told and all(isinstance(size, dict) for size in told)):
        return None
    return _made(ask, [tuple(size.get(key, "") for key in _KEYS) for size in told])


def _made(ask: Ask, told: Sequence[tuple[Any, ...]]) -> Volume | None:
    units = tongue_of(ask.world.spellings).units
    if not all(_is_size(size, units) for size in told):
        return None
    sizes = (
        Size(Fraction(amount), unit, side, bound, Fraction(to) if to else None)
        for amount, unit, side, bound, to in told
    )
    volume = Volume(tuple(sizes))
    return volume if fits(volume) else None


def _is_size(told: tuple[Any, ...], units: frozenset[str]) -> bool:
    amount, unit, side, bound, to = told
    words = _is_in(unit, units) and _is_in(side, _SIDES) and _is_in(bound, _BOUNDS)
    return words and _is_amount(amount) and (to == "" or _is_amount(to))


def _is_amount(text: Any) -> bool:
    return isinstance(text, str) and len(text) < 20 and is_digits(text.replace(".", "", 1))


def _is_in(word: Any, words: frozenset[str]) -> bool:
    return isinstance(word, str) and word in words


def _code(volume: Volume) -> str:
    """As "40:cm:,60:cm", with a bound before its number and the end of a range behind it: "~100-150:m"."""
    return ",".join(_coded(size) for size in volume.sizes)


def _coded(size: Size) -> str:
    to = "" if size.to is None else f"-{write(size.to)}"
    front = _SIGN[size.bound] if size.bound else ""
    return f"{front}{write(size.amount)}{to}:{_ASCII.get(size.unit, size.unit)}:{size.side}".rstrip(":")


def _decode(ask: Ask, code: str) -> Volume | None:
    parts = [[*part.split(":"), ""] for part in code.split(",")]
    if any(len(part) not in (3, 4) for part in parts):
        return None
    return _made(ask, [_decoded(number, _FROM_ASCII.get(unit, unit), side) for number, unit, side, *_ in parts])


def _decoded(number: str, unit: str, side: str) -> tuple[str, ...]:
    bound = _BOUND.get(number[:1], "")
    amount, _, to = (number[1:] if bound else number).partition("-")
    return amount, unit, side, bound, to


def _answers(ask: Ask) -> Answers[Volume]:
    return Answers(keep, show_volume, _code, partial(_decode, ask), "pengertian.contoh_ukuran")
