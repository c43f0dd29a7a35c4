"""A place: kecamatan, desa or kelurahan, dusun or lingkungan; each within the one before."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, Literal

from bot.core.forms.heard import Heard, Pressed, Sent, Typed
from bot.core.forms.offers import choose
from bot.core.forms.questions import Ask, Offer, Reading, Refused, Took, Unsure
from bot.core.forms.say import Words
from bot.core.forms.writing import clean, measure, not_this
from bot.core.places.places import Places
from bot.core.places.spelling import fold
from bot.core.understanding.tongue import tongue_of
from bot.core.wilayah import above, lies_in

Level = Literal["kecamatan", "desa", "dusun"]
LONGEST_NAME = 40


@dataclass(frozen=True, slots=True)
class Params:
    """`within`: the question that gives the place this one lies in; none for a kecamatan."""

    level: Level
    within: str | None = None


def read(ask: Ask, heard: Heard) -> Reading:
    if isinstance(heard, Sent):
        return Refused(not_this(heard))
    chosen = choose(offers(ask), _without_front(ask, heard))
    if isinstance(chosen, tuple):
        return Took(_value(ask, chosen[0]), guessed=chosen[1])
    if isinstance(chosen, Unsure) or isinstance(heard, Pressed):
        return chosen
    return _unknown(ask, heard)


def _without_front(ask: Ask, heard: Typed | Pressed) -> Heard:
    """The same without "desa", "kec." and whatever else people write in front of a name."""
    return (
        replace(heard, text=tongue_of(ask.world.spellings).place_in(heard.text)) if isinstance(heard, Typed) else heard
    )


def _unknown(ask: Ask, heard: Typed) -> Reading:
    """A dusun may be missing from the list: the people who live there know better. A desa may not."""
    name = clean(heard.text).replace("\n", " ")
    if ask.question.params.level != "dusun":
        return _elsewhere(ask, name)
    name = tongue_of(ask.world.spellings).hamlet_in(name)
    too_long = measure(name, 2, LONGEST_NAME)
    if too_long or not any(c.isalpha() for c in name):
        return Refused(Words("mesin.tempat_tidak_ada"))
    return Unsure(Words("mesin.nama_baru", {"nama": name}), value={"name": name, "listed": False})


def _elsewhere(ask: Ask, name: str) -> Reading:
    """Somebody asked for the kecamatan names the desa: offer the kecamatan it lies in."""
    places = ask.world.places
    if ask.question.params.level == "kecamatan":
        wanted = fold(name)
        homes = [k for k in places.children(places.kabupaten.code) if _has(ask, k.code, wanted)]
        if homes:
            return Unsure(Words("mesin.tempat_ada_di", {"nama": name}), tuple(Offer(k.code, k.name) for k in homes))
    return Refused(Words("mesin.tempat_tidak_ada"))


def _has(ask: Ask, kecamatan: str, wanted: str) -> bool:
    return any(fold(desa.name) == wanted for desa in ask.world.places.children(kecamatan))


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
    return [offer for offer in found if _is_near(offer.value, scopes)] if scopes and not dusun else found


def _is_near(code: str, scopes: Sequence[str]) -> bool:
    """Whether the place lies in one of these wilayah, or one of them in it."""
    return any(lies_in(code, scope) or lies_in(scope, code) for scope in scopes)


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
    return Words(f"mesin.nama_{_rank(ask, value)}", {"nama": value["name"]})


def line(_ask: Ask, value: Any) -> str | Words:
    """On the review card the title says already what it is."""
    return str(value["name"])


def _rank(ask: Ask, value: Any) -> str:
    level: str = ask.question.params.level
    if level == "dusun":
        return "lingkungan" if ask.world.places.is_kelurahan(_within(ask)) else "dusun"
    return "kelurahan" if level == "desa" and ask.world.places.is_kelurahan(value["code"]) else level
