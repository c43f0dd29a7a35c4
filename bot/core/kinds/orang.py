"""How many people, with men and women apart where somebody knows it; or how many families."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from typing import Any, Literal

from bot.core.forms.heard import Heard, Typed
from bot.core.forms.questions import Ask, Offer, Reading, Refused, Took, Unsure
from bot.core.forms.say import Words
from bot.core.spelt import either, one_of
from bot.core.stories.added_heads import added_up
from bot.core.stories.heads_told import heads_told
from bot.core.stories.readings import answer_in, without_others
from bot.core.understanding.amounts.bounds import sign_amount
from bot.core.understanding.amounts.counts import MOST, Limit, People, is_kept, joined, keep, kept, say_people
from bot.core.understanding.amounts.everybody import are_all_poor, are_none_poor
from bot.core.understanding.amounts.houses_told import describes
from bot.core.understanding.amounts.numerals import Bound
from bot.core.understanding.amounts.pieces import LONGEST
from bot.core.understanding.amounts.summing import has_areas
from bot.core.understanding.amounts.taken_back import take_back
from bot.core.understanding.amounts.tokens import tokenize
from bot.core.understanding.amounts.whose_people import is_times
from bot.core.understanding.answers import UNKNOWN, Answers, is_unknown, offer_unknown
from bot.core.understanding.results import NotUnderstood, Understood, Unknown
from bot.core.understanding.tongue import Tongue, tongue_of

_PARTS = re.compile(r"[.,;](?!\d)\s*|\n")
_FIELDS = ("total", "male", "female", "families")
_WORDS = (("male", "laki-laki"), ("female", "perempuan"), ("families", "KK"), ("houses", "rumah"))  # in figures
_MORE = ("poor", "houses")  # in a button only where they were told
_WHO = frozenset({"poor", "all", "or_so"})
_ALL, _POOR, _SIZE = "jumlah", "kurang_mampu", "ukuran"  # the questions of a form that are answered by the same words
_STORY = "cerita"
_LETTERS: dict[str, str] = {"kira": "k", "lebih": "l", "kurang": "r"}
_BOUNDS: dict[str, Bound] = {"": "", "k": "kira", "l": "lebih", "r": "kurang"}
_PART = re.compile(r"(?:([0-9]{1,7})([klr]?)(?:-([0-9]{1,7}))?)?")


@dataclass(frozen=True, slots=True)
class Params:
    """`hitung`: what a bare number counts. `belum_tahu`: label of the button for those who do not know, if they may."""

    hitung: Literal["orang", "keluarga"] = "orang"
    belum_tahu: str | None = None


def read(ask: Ask, heard: Heard) -> Reading:
    params: Params = ask.question.params
    families = params.hitung == "keluarga"
    tongue = tongue_of(ask.world.spellings)
    understand = partial(tongue.read_people, families=families)
    if families and isinstance(heard, Typed) and (told := _all_or_none(ask, heard.text, tongue)):
        return told
    heard = replace(heard, text=_without_others(heard.text, tongue, families)) if isinstance(heard, Typed) else heard
    also: dict[str, Any] = {}
    if not families and isinstance(heard, Typed) and _POOR not in ask.values:
        text = _without_unknown_poor(heard.text, tongue)
        also = {_POOR: dict(UNKNOWN)} if text != heard.text else {}
        heard = replace(heard, text=text)
    reading = _in_more_words(ask, heard) or _answers(ask).read(
        heard, understand, params.belum_tahu is not None, partial(tongue.perhaps_people, families=families)
    )
    if isinstance(heard, Typed) and not families and (told := _with_more_people(ask, heard.text, reading)):
        return told
    if not families and isinstance(heard, Typed) and isinstance(reading, Took) and not is_unknown(reading.value):
        value = None if _are_only_poor(reading, heard.text, tongue) else reading.value
        also = {**_size_besides(ask, heard.text, tongue), **also, **reading.also}
        left = reading.left or _some_of_them(heard.text, tongue, reading.value)
        return replace(reading, value=value, also=also, left=left)
    if families and isinstance(reading, Took) and not is_unknown(reading.value) and "families" not in reading.value:
        if isinstance(heard, Typed) and (told := _poor_of_them(ask, heard.text, tongue)):
            return told
        if "houses" in reading.value:
            return Refused(Words("pengertian.rumah_bukan_keluarga"))
        return _no_families(ask, heard, kept(reading.value))
    if families and isinstance(heard, Typed) and isinstance(reading, Took) and not is_unknown(reading.value):
        return replace(reading, also={**_size_besides(ask, heard.text, tongue), **reading.also})
    return reading


def _with_more_people(ask: Ask, text: str, reading: Reading) -> Unsure | None:
    """ "4 orang, sama anak satu": 5 or 4 is asked, unless the words themselves say how many all are."""
    offered = added_up(text, tongue_of(ask.world.spellings))
    is_other = isinstance(reading, Took) and (reading.value or {}).get("total") not in {one.total for one in offered}
    return Unsure(Words("pengertian.maksudnya"), _answers(ask).offers(offered)) if offered and not is_other else None


def _without_others(text: str, tongue: Tongue, families: bool) -> str:
    text = text if has_areas(text, tongue.people_grammar.words) else without_others(tongue.unpaid(text), tongue)
    return _without_who(text, tongue) if families else text


def _no_families(ask: Ask, heard: Heard, people: People) -> Unsure | Refused:
    """ "11 orang miskin": told of the poor, so that they are not all who benefit; each may be a family."""
    why = Words("pengertian.keluarga_bukan_orang", {"orang": say_people(people)})
    are_poor = isinstance(heard, Typed) and one_of(ask.world.spellings.people.poor).search(heard.text)
    if not are_poor or people.total is None:
        return Refused(why)
    return Unsure(why, _answers(ask).offers([People(families=people.total)]))


def _poor_of_them(ask: Ask, text: str, tongue: Tongue) -> Took | None:
    """ "200 orang, yang miskin 15 KK" tells both; how many there are stands beside what was counted before."""
    told = tongue.read_people(text)
    people = told.value if isinstance(told, Understood) else People()
    if people.poor is None:
        return None
    before, counted = ask.values.get(_ALL), keep(people)
    every = counted if before is None or is_unknown(before) else joined(before, counted)
    also = {_ALL: every} if every else {}
    return Took(keep(people.only_poor()), guessed=True, also=also, left="" if every else text)


def _some_of_them(text: str, tongue: Tongue, value: Mapping[str, Any]) -> str:
    """ "45 KK, janda 6 orang": the six are no answer of their own, and not to be lost, nor that some houses are empty.
    Empty where nobody is."""
    if describes(text, tongue.words):
        return text
    counted = (int(next(filter(None, found.groups()))) for found in _parts_in(tongue).finditer(text))
    return text if any(number != value.get("total") for number in counted) else ""


@lru_cache(maxsize=8)
def _parts_in(tongue: Tongue) -> re.Pattern[str]:
    words = tongue.words.people
    part, person = either(words.part), either(words.person)
    return re.compile(
        rf"\b(?:([0-9]{{1,6}})\s+(?:(?:{person})\s+)?(?:{part})|(?:{part})\s+([0-9]{{1,6}}))\b", re.IGNORECASE
    )


def _are_only_poor(reading: Took, text: str, tongue: Tongue) -> bool:
    """ "Yang kurang mampu 19 KK" does not tell how many there are; "50 KK, semuanya kurang mampu" does."""
    all_of_them = frozenset(tongue.words.choices.all) & frozenset(text.lower().replace(",", " ").split())
    return reading.also.get(_POOR) == reading.value and not all_of_them


def _without_who(text: str, tongue: Tongue) -> str:
    """ "14 KK, itu semua yang miskin": who they are is what was asked."""
    parts = _PARTS.split(text) if len(text) <= LONGEST else [text]
    told = ({token.kind for token in tokenize(part, tongue.families_grammar.words)} for part in parts[1:])
    kept = [part for part, kinds in zip(parts[1:], told, strict=True) if not {"poor"} <= kinds <= _WHO]
    return ", ".join([parts[0], *kept]) if len(kept) < len(parts) - 1 else text


def _all_or_none(ask: Ask, text: str, tongue: Tongue) -> Took | Unsure | None:
    if are_none_poor(text, tongue.families_grammar.words, tongue.words.people.well_off):
        return Took(keep(People(families=0)), guessed=True)
    # "40 KK semuanya, yang miskin tidak tahu"
    if len(text) <= LONGEST and _without_unknown_poor(text, tongue) != text:
        return Took(dict(UNKNOWN), guessed=True, left=text)
    return _all_of_them(ask, text, tongue)


def _all_of_them(ask: Ask, text: str, tongue: Tongue) -> Took | Unsure | None:
    """ "Semua kurang mampu": as many as were told before; how many is asked where that is not known."""
    if not are_all_poor(text, tongue.families_grammar.words, tongue.words.choices.all):
        return None
    before = ask.values.get(_ALL)
    if isinstance(before, dict) and "families" in before:
        return Took(keep(kept(before).only_families()), guessed=True)
    return Unsure(Words("pengertian.berapa_keluarga"))


@lru_cache(maxsize=16)  # the same message is looked at more than once
def _without_unknown_poor(text: str, tongue: Tongue) -> str:
    """ "90 orang, yang kurang mampu tidak tahu" answers both questions; all of the text where it does not."""
    parts = _PARTS.split(text)
    poor = one_of(tongue.words.people.poor)
    kept = [part for part in parts if not (poor.search(part) and isinstance(tongue.read_people(part), Unknown))]
    return ", ".join(kept) if 0 < len(kept) < len(parts) else text


def _size_besides(ask: Ask, text: str, tongue: Tongue) -> dict[str, Any]:
    """ "40 orang. Panjang pipa 150 m": a size told for sure goes to its own question."""
    if _SIZE in ask.values or isinstance(tongue.read_volume(text), Understood):
        return {}
    found = answer_in(text, tongue, _SIZE) or {}
    return {_SIZE: found[_SIZE]} if _SIZE in found else {}


def _in_more_words(ask: Ask, heard: Heard) -> Took | None:
    """The number in words that are no bare answer: everything else in them has its own numbers."""
    mine = _POOR if ask.question.params.hitung == "keluarga" else _ALL
    tongue = tongue_of(ask.world.spellings)
    if not isinstance(heard, Typed) or not isinstance(tongue.read_people(heard.text), NotUnderstood):
        return None
    found = answer_in(heard.text, tongue, mine) or (_families_alone(heard.text, tongue) if mine == _POOR else None)
    if not found or take_back(heard.text, tongue.people_grammar.words) or _names_others(heard.text, tongue):
        return None
    also = {sort: value for sort, value in found.items() if sort != mine and sort not in ask.values}
    return Took(found[mine], guessed=True, also=also)


def _families_alone(text: str, tongue: Tongue) -> Mapping[str, Any] | None:
    """ "9 KK, itu yang dapat BPNT": no more is told than families, and none of them are said to be all."""
    found = answer_in(text, tongue, _ALL) if len(text) <= LONGEST else None
    if found is None or found.keys() != {_ALL}:
        return None
    told = {key.rpartition("_")[0] or key for key in found[_ALL]} - {"bound", "to"}
    every = any(token.kind in ("whole", "all") for token in tokenize(text, tongue.people_grammar.words))
    return {_POOR: found[_ALL]} if told == {"families"} and not every else None


def _names_others(text: str, tongue: Tongue) -> bool:
    """ "20 KK mampu dan 30 tidak": beside those who are asked for stand those who are not; or as many again."""
    told = tokenize(text, tongue.people_grammar.words)
    return is_times(told) or any(
        token.kind == "stop" and token.text.lower() in tongue.words.people.stop for token in told
    )


def _also(ask: Ask, people: People) -> dict[str, Any]:
    """Of families and poor families told in one breath each goes to its own question, if that is not answered yet."""
    if people.poor is None:
        return {}
    if ask.question.params.hitung == "orang":
        return {_POOR: keep(people.only_poor())}
    alone = people.families == people.poor and people.total is people.male is people.female is None
    return {} if alone or _ALL in ask.values else {_ALL: keep(people.without_poor())}


def _mine(ask: Ask, people: People) -> dict[str, Any]:
    if ask.question.params.hitung == "orang" or people.families is None:
        return keep(people)
    return keep(people.only_poor() if people.poor is not None else people.only_families())


def offers(ask: Ask) -> Sequence[Offer]:
    """What the story counts, and that nobody knows."""
    params, story = ask.question.params, ask.values.get(_STORY)
    text = str(story.get("text", "")) if isinstance(story, dict) and params.hitung == "orang" else ""
    told = heads_told(text, tongue_of(ask.world.spellings)) if text else ()
    return (*_answers(ask).offers(told), *offer_unknown(params.belum_tahu))


def holds(ask: Ask, value: Any) -> bool:
    params: Params = ask.question.params
    if is_unknown(value):
        return params.belum_tahu is not None
    return is_kept(value) and (params.hitung == "orang" or "families" in value)


def show(_ask: Ask, value: Any) -> str | Words:
    return Words("pengertian.belum_tahu") if is_unknown(value) else say_people(kept(value))


def _label(people: People) -> str:
    split = people.male is not None and people.female is not None
    told = (("" if split else "total", "orang"), *_WORDS)
    return ", ".join(
        f"{_signed(people, field)} {word}" for field, word in told if getattr(people, field, None) is not None
    )


def _signed(people: People, field: str) -> str:
    limit = people.limit(field)
    return sign_amount(getattr(people, field), limit.bound, limit.to)


def _code(people: People) -> str:
    """As "200...", with bounds and the ends of ranges behind their numbers: "20k-30..."."""
    more = [_coded(people, field) for field in _MORE]
    while more and not more[-1]:
        more.pop()
    return ".".join((*(_coded(people, field) for field in _FIELDS), *more))


def _coded(people: People, field: str) -> str:
    number, limit = getattr(people, field), people.limit(field)
    to = "" if limit.to is None else f"-{limit.to}"
    return "" if number is None else f"{number}{_LETTERS.get(limit.bound, '')}{to}"


def _decode(code: str) -> People | None:
    parts = [_PART.fullmatch(part) for part in code.split(".")]
    if not len(_FIELDS) <= len(parts) <= len(_FIELDS + _MORE) or not all(parts) or not code.strip("."):
        return None
    told = {field: part for field, part in zip((*_FIELDS, *_MORE), parts, strict=False) if part and part[1]}
    numbers = {field: int(part[1]) for field, part in told.items()}
    limits = (Limit(field, _BOUNDS[part[2]], int(part[3]) if part[3] else None) for field, part in told.items())
    people = People(**numbers, limits=tuple(limit for limit in limits if limit.bound or limit.to is not None))
    return people if max(numbers.values()) <= 2 * MOST else None


def _answers(ask: Ask) -> Answers[People]:
    return Answers(partial(_mine, ask), _label, _code, _decode, "pengertian.contoh_orang", partial(_also, ask))
