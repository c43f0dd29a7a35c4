"""Who will read what was told: the nearest, or one of those farther away whom the person would rather trust with it.

Asked only where there is a choice; the readers come with the world.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from bot.core.forms.heard import Heard, Typed
from bot.core.forms.offers import choose
from bot.core.forms.questions import USUAL, Ask, Offer, Reading, Took, Unsure
from bot.core.forms.say import Words
from bot.core.forms.world import Reader, Readers, World
from bot.core.forms.writing import asks_at_last, is_question
from bot.core.spelt import Spellings, either, one_of, words_in
from bot.core.understanding.choosing import CLAUSE, words_of
from bot.core.understanding.reader_named import Meant, Sides, meant

AGREES = NEAREST = "terdekat"
TELLS = frozenset({"terdekat", "lainnya"})
_Sort = frozenset[str]
_ANOTHER = "lain"
_NAME = 2  # words
_WORD = re.compile(r"\w+")
_SEEN = ("kantor", "melihat", "jangan_dia", "jangan", "sampai_ke", "hanya", "ujung")  # sorts of words
_MOST = 3  # others to choose from: more would be a list of strangers


@dataclass(frozen=True, slots=True)
class Params:
    """`within`: the question that gives the place; `agree` and `other` are the labels of the buttons. `near` and `far`:
    words that name the one or the others; `doubts`: beside them it is asked; `shies`: whoever stands beside them is
    rather not wanted. `beyond`: an office that reads nothing yet. `reads`: by these it is told ahead who shall read, by
    `tells` who shall not even hear of it; none of `kin` would read it."""

    within: str
    agree: str
    other: str
    near: tuple[str, ...] = ()
    far: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    shies: tuple[str, ...] = ()
    beyond: tuple[str, ...] = ()
    reads: tuple[str, ...] = ()
    tells: tuple[str, ...] = ()
    kin: tuple[str, ...] = ()


def asked(ask: Ask) -> bool:
    """Only where there is a choice. While nobody has looked the readers up, what was chosen stays."""
    readers = ask.world.readers
    if readers is None:
        return ask.mine is not None
    return bool(readers.nearest and readers.others)


def read(ask: Ask, heard: Heard) -> Reading:
    chosen = choose(offers(ask), heard)
    if isinstance(chosen, tuple):
        return Took(_value(ask, chosen[0].value), guessed=chosen[1])
    named = _meant(ask, heard.text) if isinstance(heard, Typed) else None
    if named is None:
        is_beyond = isinstance(heard, Typed) and _is_beyond(ask, heard.text)
        return Unsure(Words("mesin.pembaca_terjauh", told(ask)), tuple(offers(ask)[1:])) if is_beyond else chosen
    asks = isinstance(heard, Typed) and asks_at_last(heard.text, ask.world)
    if named.sure and len(named.values) == 1 and not asks:
        return Took(_value(ask, named.values[0]), guessed=True)
    if NEAREST not in named.values and not named.sure:
        return instead(ask)
    offered = tuple(Offer(value, str(_value(ask, value)["name"])) for value in named.values)
    return Unsure(Words("mesin.yang_dimaksud"), offered)


def instead(ask: Ask) -> Unsure:
    """After a no to the nearest: a yes to this is one of the others."""
    return Unsure(Words("mesin.pembaca_bukan_ini", told(ask)), tuple(offers(ask)[1:]))


def _is_beyond(ask: Ask, text: str) -> bool:
    """Whether an office is wanted that reads nothing yet; "apa itu bappeda" only asks."""
    if ask.world.readers is None or not _names_any(ask.question.params.beyond, text):
        return False
    wishes = words_of(text)[:1] in {words_of(word) for word in ask.world.spellings.choices.able}
    return wishes or not is_question(text, ask.world, free=False)


def ahead(ask: Ask, text: str) -> str:
    """Who shall read it or shall not, said where something else is asked: another, or the nearest as they would
    anyway."""
    params: Params = ask.question.params
    if _is_seen(ask.world, text):
        return _ANOTHER
    is_named = _names_any(params.reads, text)
    if (not is_named and not _shuns(ask, text)) or is_question(text, ask.world, free=False):
        return ""
    if not is_named:
        return _ANOTHER
    sides = Sides({NEAREST: (), "~": ()}, params.near, params.far, params.doubts, params.shies)
    named = meant(sides, text, ask.world.spellings.choices)
    stops = {word for phrase in ask.world.spellings.choices.stop for word in words_of(phrase)}
    if (named is not None and named.values == ("~",)) or stops & set(words_of(text)):
        return _ANOTHER
    return USUAL if named is not None and named.values == (NEAREST,) else ""


def _is_seen(world: World, text: str) -> bool:
    """ "Sa tdk mau pak desa tau", "bisa orang kabupaten saja yg baca?": an office and nothing else that it shall see;
    "biar bupati lihat jalan kami" hopes for it."""
    words = world.seen_by
    if not words or _openings(words["melihat"], words["sampai_ke"]).isdisjoint(words_in(text)):
        return False
    return _seen(*(words[sort] for sort in _SEEN)).search(text) is not None


@lru_cache(maxsize=2)
def _openings(*sorts: frozenset[str]) -> frozenset[str]:
    return frozenset(_WORD.findall(phrase)[0] for phrases in sorts for phrase in phrases)


@lru_cache(maxsize=2)
def _seen(
    offices: _Sort, see: _Sort, stop: _Sort, never: _Sort, to: _Sort, only: _Sort, ends: _Sort
) -> re.Pattern[str]:
    """Either of them stands before the other; behind both only what belongs to it."""
    office, sees, stops = (rf"(?:{either(words)})" for words in (offices, see, stop))
    told = (
        rf"{stops}\W+(?:\w+\W+){{0,3}}?{office}\W+(?:\w+\W+){{0,2}}?{sees}",
        rf"{stops}\W+(?:\w+\W+)?{sees}\W+(?:\w+\W+)?{office}",
        rf"(?:{either(to)})\W+{office}",
        rf"{office}\W+(?:{either(never)})\W+(?:\w+\W+)?{sees}",
        rf"{office}\W+(?:{either(only)})\W+(?:(?:yang|yg)\W+)?{sees}",
        rf"{office}\W+(?:yang|yg)\W+{sees}\W+(?:{either(only)})",
    )
    return re.compile(rf"\b(?:{'|'.join(told)})(?:\s+(?:{either(ends)})\b|\s*(?:[^\w\s]|$))", re.IGNORECASE)


def _shuns(ask: Ask, text: str) -> bool:
    """ "Jangan kasih tau pak Rahman": an office or a name behind it; nobody of one's own house reads it."""
    params, words = ask.question.params, ask.world.spellings.choices
    if not params.tells or not one_of(tuple(params.tells)).may_be_in(text):
        return False
    found = _shunning(tuple(params.tells), tuple(words.stop)).search(text)
    if found is None:
        return False
    behind = CLAUSE.match(text, found.end())
    told = words_of(behind[0]) if behind else ()
    if _names_any((*params.near, *params.far), " ".join(told)):
        return True
    beside = {*words.noise, *words.address, *words.suffixes}
    named = [word for word in told if word not in beside]
    return 0 < len(named) <= _NAME and not {*params.kin, *params.doubts} & set(named)


@lru_cache(maxsize=8)
def _shunning(tells: Spellings, stop: Spellings) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{either(stop)})\W+(?:\w+\W+)?(?:{either(tells)})\b", re.IGNORECASE)


def _names_any(phrases: Sequence[str], text: str) -> bool:
    return bool(phrases) and one_of(tuple(phrases)).search(text) is not None


def claims(ask: Ask, text: str) -> bool:
    """Whoever names a reader, or says who shall not be one, has answered, whatever else it sounds like."""
    named = _meant(ask, text)
    return named.sure or NEAREST not in named.values if named is not None else _is_beyond(ask, text)


def _meant(ask: Ask, text: str) -> Meant | None:
    params, readers = ask.question.params, ask.world.readers
    if readers is None or not readers.others:
        return None
    names = {NEAREST: [one.name for one in readers.nearest]}
    names |= {str(one.id): [one.name] for one in readers.others[:_MOST]}
    sides = Sides(names, params.near, params.far, params.doubts, params.shies)
    own = tuple(part for one in (*readers.nearest, *readers.others[:_MOST]) for part in one.name.split())
    if "?" in text and not _names_any(own, text):
        return None  # "siapa saja yang tau nomorku? suamiku kenal orang desa" chooses nobody
    named = meant(sides, text, ask.world.spellings.choices)
    clauses = [one for one in CLAUSE.findall(text) if _names_any(own, one)]
    alone = meant(sides, clauses[0], ask.world.spellings.choices) if len(clauses) == 1 else None
    return alone if alone is not None and alone.sure else named  # "Hasbi saja, orang desa itu pembohong"


def _value(ask: Ask, value: str) -> dict[str, Any]:
    readers = ask.world.readers or Readers()
    if value == NEAREST:
        return {"reader": None, "name": _names(readers.nearest)}
    chosen = next(reader for reader in readers.others if str(reader.id) == value)
    return {"reader": chosen.id, "name": chosen.name}


def offers(ask: Ask) -> Sequence[Offer]:
    """With one other the button tells the office, with several their names."""
    params: Params = ask.question.params
    others = (ask.world.readers or Readers()).others[:_MOST]
    labels = [params.other] if len(others) == 1 else [reader.name for reader in others]
    return (
        Offer(NEAREST, params.agree),
        *(Offer(str(reader.id), label) for reader, label in zip(others, labels, strict=True)),
    )


def holds(_ask: Ask, value: Any) -> bool:
    """Who was chosen may have handed over since: that is seen when it is sent."""
    return isinstance(value, dict) and isinstance(value.get("name"), str) and "reader" in value


def show(_ask: Ask, value: Any) -> str | Words:
    return str(value["name"])


def told(ask: Ask) -> Mapping[str, Any]:
    readers = ask.world.readers or Readers()
    return {"terdekat": _names(readers.nearest), "lainnya": _names(readers.others[:_MOST])}


def _names(readers: Sequence[Reader]) -> str:
    return ", ".join(reader.name for reader in readers)
