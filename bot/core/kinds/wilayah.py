"""A place: kecamatan, desa or kelurahan, dusun or lingkungan; each within the one before.

Whichever of the three is asked for, any of them or a whole address may be said.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, Literal

from bot.core.forms.heard import Heard, Pressed, Sent
from bot.core.forms.offers import choose
from bot.core.forms.questions import Ask, Offer, Reading, Refused, Took, Unsure
from bot.core.forms.say import Words
from bot.core.forms.writing import not_this
from bot.core.places.gazetteer import gazetteer_of
from bot.core.places.places import Places
from bot.core.places.spelling import fold
from bot.core.spelt import either, one_of
from bot.core.stories.several import proposes
from bot.core.understanding.amounts.pieces import LONGEST
from bot.core.understanding.where import addresses, which_place
from bot.core.understanding.where.hamlets import is_complaint
from bot.core.understanding.where.other_end import with_last_end
from bot.core.understanding.where.place_questions import NEW
from bot.core.understanding.where.said import Asked, is_near
from bot.core.understanding.where.spots import LEVELS, spot_in
from bot.core.understanding.wished import is_wished
from bot.core.vocabulary import Vocabulary
from bot.core.wilayah import above, hamlet_name

Level = Literal["kecamatan", "desa", "dusun"]
_LEADS, _FEW = 2, 7  # words: "yang dekat"; that only describe
LEFT_OPEN = "mesin.tempat_menyusul"


@dataclass(frozen=True, slots=True)
class Params:
    """`within`: the question that gives the place this one lies in; none for a kecamatan."""

    level: Level
    within: str | None = None


def read(ask: Ask, heard: Heard) -> Reading:
    if isinstance(heard, Sent):
        return Refused(not_this(heard))
    if isinstance(heard, Pressed):
        return _pressed(ask, heard)
    reading = _typed(ask, with_last_end(heard.text, ask.world.spellings))
    if not isinstance(reading, Took) or reading.left or not ask.world.wishing:
        return reading
    is_more = proposes(heard.text, ask.world.wishing["mengusulkan"], ask.world.spellings.stories)
    return replace(reading, left=heard.text) if is_more else reading


def _typed(ask: Ask, text: str) -> Reading:
    counted = _counted(ask, text)
    reading = _by_words(ask, text)
    named_anew = isinstance(reading, Unsure) and reading.value is not None  # a dusun that is on no list
    if counted is None or named_anew or (isinstance(reading, Took) and not _is_another(counted, reading)):
        return reading
    return counted


def _is_another(counted: Took, reading: Took) -> bool:
    """ "Benteng Alla yang utara" goes on behind the name of another."""
    return reading.value is None or not str(reading.value["name"]).startswith(counted.value["name"])


def _by_words(ask: Ask, text: str) -> Reading:
    text = _without_other_part(_hamlet_first(text, ask.world.spellings), ask.world.spellings)
    reading = addresses.read(_asked(ask), text)
    if isinstance(reading, Took):
        return reading
    alone = _named_alone(ask, text) if isinstance(reading, Unsure) else None
    return alone or reading


def _counted(ask: Ask, text: str) -> Took | None:
    """The place that counts among those that are named; what tells of trouble or a wish beside it is kept."""
    if len(text) > LONGEST or "?" in text:
        return None
    asked = _asked(ask)
    names = which_place.told(asked, text, gazetteer_of(ask.world.places, ask.world.spellings))
    reading = addresses.read(asked, names) if names else None
    if not isinstance(reading, Took) or reading.then is not None or _is_begun(ask, reading.value):
        return None
    tells = is_wished(text, ask.world) or any(is_complaint(word, ask.world) for word in text.split())
    return replace(reading, guessed=True, left=text if tells else "")


def _named_alone(ask: Ask, text: str) -> Took | None:
    """ "Sossok dua, yang di atasnya lapangan": the name is sure by itself, and what stands behind it names none."""
    words = ask.world.spellings
    found = _described(ask, text) or one_of((*words.common.which, *words.stories.near)).search(text)
    name, where = (text[: found.start()], text[found.start() :]) if found else ("", "")
    if not name.strip(" ,.") or isinstance(addresses.read(_asked(ask), where), Took):
        return None
    alone = addresses.read(_asked(ask), name)
    if not isinstance(alone, Took) or alone.then is not None or alone.left or _is_begun(ask, alone.value):
        return None
    led = set(where.lower().split()[:_LEADS])
    tells = led.isdisjoint(words.stories.near) and led.isdisjoint(words.places.beside)
    tells = tells and not (_described(ask, text) and _only_describes(ask, where))
    return replace(alone, guessed=True, left=where.strip() if tells else "")  # a landmark is looked for elsewhere


def _described(ask: Ask, text: str) -> re.Match[str] | None:
    """Where "Rante Lemo dusun paling ujung mi itu" begins to tell what it is like, behind just a name of the list."""
    words = ask.world.spellings.places
    found = one_of((*words.dusun, *words.described)).search(text, 1) if ask.question.params.level == "dusun" else None
    names = {fold(one.label) for one in offers(ask)} if found else ()
    return found if found and fold(text[: found.start()]) in names else None


def _only_describes(ask: Ask, where: str) -> bool:
    """So few words, and none of them of a trouble or a wish."""
    told = where.split()
    return (
        len(told) <= _FEW and not is_wished(where, ask.world) and not any(is_complaint(one, ask.world) for one in told)
    )


def _is_begun(ask: Ask, value: Any) -> bool:
    """ "Dante yang durian" is rather Dante Durian than Dante."""
    return value is None or any(one.label.startswith(f"{value['name']} ") for one in offers(ask))


def _without_other_part(text: str, words: Vocabulary) -> str:
    """ "Benteng Alla, tapi bukan yang utara": the name without it is meant."""
    denies = one_of(words.places.negated).may_be_in(text)
    left = (_other_part(words).sub(" ", text) if denies else text).strip(" ,.")
    return left or text


@lru_cache(maxsize=8)
def _other_part(words: Vocabulary) -> re.Pattern[str]:
    but, no, which = either(words.places.but), either(words.places.negated), either(words.common.which)
    part = rf"(?:{which})\s+(?:{either(words.places.compass)})(?:nya)?"
    return re.compile(rf"[,.]?\s*(?:\b(?:{but})\s+)?\b(?:{no})\s+{part}\b", re.IGNORECASE)


def claims(ask: Ask, text: str) -> bool:
    """A place and nothing else is no wish, whatever its name sounds like."""
    return addresses.is_place(_asked(ask), text)


def _asked(ask: Ask) -> Asked:
    params = ask.question.params
    level = LEVELS.index(params.level) + 1
    return Asked(ask, level, _within(ask), tuple(ask.world.scopes))


def _hamlet_first(text: str, words: Vocabulary) -> str:
    """ "Tanete saja nama dusunnya" as "dusun Tanete saja"; "saya tidak tahu nama dusunnya" names none."""
    found = _named_last(words).match(text)
    if found is None or not set(words.places.no_hamlet).isdisjoint(found["name"].lower().split()):
        return text
    return f"{words.places.dusun[0]} {found['name']}{text[found.end() :]}"


@lru_cache(maxsize=8)
def _named_last(words: Vocabulary) -> re.Pattern[str]:
    called, hamlet = either(words.places.called), either(words.places.dusun)
    return re.compile(rf"\W*(?P<name>(?:[^\W\d]+\s+){{1,4}}?)(?:{called})\s+(?:{hamlet})\b", re.IGNORECASE)


def _pressed(ask: Ask, heard: Pressed) -> Reading:
    """One of the places listed, or one that was offered because it may have been meant."""
    if heard.value.startswith(NEW):
        return addresses.take_new(_asked(ask), heard.value)
    spot = spot_in(ask.world.places, heard.value)
    if spot is not None:
        return addresses.take(_asked(ask), spot, guessed=True)
    chosen = choose(offers(ask), heard)
    return Took(_value(ask, chosen[0])) if isinstance(chosen, tuple) else chosen


def _within(ask: Ask) -> str:
    """Code of the place this one lies in; empty when it is not known."""
    within = ask.question.params.within
    if within is None:
        return ask.world.places.kabupaten.code
    outer = ask.values.get(within)
    return str(outer.get("code", "")) if isinstance(outer, dict) else ""


def _value(ask: Ask, offer: Offer) -> dict[str, Any]:
    if ask.question.params.level == "dusun":
        return {"name": offer.label, "listed": True}
    return {"code": offer.value, "name": offer.label}


def offers(ask: Ask) -> Sequence[Offer]:
    dusun, scopes = ask.question.params.level == "dusun", ask.world.scopes
    found = _offers_in(ask.world.places, _within(ask), dusun)
    return [offer for offer in found if is_near(offer.value, scopes)] if scopes and not dusun else found


@lru_cache(maxsize=512)
def _offers_in(places: Places, code: str, dusun: bool) -> tuple[Offer, ...]:
    """The same few lists are asked for all day."""
    if dusun:
        return _dusun_offers(places.dusun(code))
    return tuple(Offer(place.code, place.name) for place in places.children(code))


def _dusun_offers(names: tuple[str, ...]) -> tuple[Offer, ...]:
    """A dusun has no code: its folded name stands for it, so that a changed list never turns one dusun into another."""
    values: dict[str, str] = {}
    for name in names:
        value = fold(name)[:24]
        values[name] = value if value not in values.values() else f"{value}.{len(values)}"
    return tuple(Offer(value, name) for name, value in values.items())


def holds(ask: Ask, value: Any) -> bool:
    """Whether the place still lies in the place chosen before it."""
    code = _within(ask)
    if not (code and isinstance(value, dict) and isinstance(value.get("name"), str)):
        return False
    if ask.question.params.level == "dusun":
        return True
    told = value.get("code")
    return isinstance(told, str) and above(told) == code and ask.world.places.find(told) is not None


def show(ask: Ask, value: Any) -> str | Words:
    return Words(f"mesin.nama_{_rank(ask, value)}", {"nama": hamlet_name(value)})


def line(_ask: Ask, value: Any) -> str | Words:
    """On the review card the title says already what it is."""
    return hamlet_name(value)


def _rank(ask: Ask, value: Any) -> str:
    level: str = ask.question.params.level
    if level == "dusun":
        return "lingkungan" if ask.world.places.is_kelurahan(_within(ask)) else "dusun"
    return "kelurahan" if level == "desa" and ask.world.places.is_kelurahan(value["code"]) else level
