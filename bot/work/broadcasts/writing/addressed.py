"""For whom an announcement is, said before it in the same sentence: "umumkan ke fasilitator kecamatan Maiwa: …"."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from bot.core.broadcasts.shapes import DELEGATE
from bot.core.calendar.places_named import place_named
from bot.core.forms.questions import Offer
from bot.core.forms.writing import key_of
from bot.core.places.places import Place
from bot.core.places.spelling import fold
from bot.core.wilayah import DESA, KABUPATEN, KECAMATAN, kecamatan_of, level_of
from bot.work.access import FASILITATOR_DESA, FASILITATOR_KECAMATAN
from bot.work.broadcasts.writing.composed import EVERYBODY, FORM
from bot.work.broadcasts.writing.fitting import fitted, own_scopes
from bot.work.visit import Visit

_FACILITATOR, _FACILITATORS = "fasilitator", (FASILITATOR_DESA, FASILITATOR_KECAMATAN)
ALL = frozenset({"semua", "seluruh", "semuanya"})
_SE = frozenset({"se", KABUPATEN, "kab"})
_ENDS = (":", ";")
_FEWEST, _LONGEST = 2, 10  # words of a condition
_OF_THEM = "nya"  # "camatnya juga"
CONDITION = "syarat"
_WHO, _NOT_YET, _AND = "yang", "belum", "dan"  # words that are spelt in several ways, and their tables


def read(visit: Visit, text: str) -> tuple[dict[str, Any], str]:
    """The answers of the form that stand before the message, and the message; nothing is taken where it does not begin
    with whom it is for."""
    words = text.split()
    if not words or words[0].lower() not in visit.office.catalog.world.addressing:
        return {}, text
    end = _end(visit, words)
    address = [_spelt(visit, word) for word in words[:end]]
    known = _known(visit, address)
    return (known, text.split(maxsplit=end)[-1] if end < len(words) else "") if known else ({}, text)


def whole(visit: Visit, text: str) -> dict[str, Any]:
    """The same, in words that say nothing but for whom it is; empty where they tell anything else. "Semuanya" says it
    nowhere else than where it is asked, a place alone only behind "ke"."""
    spoken, world = [_spelt(visit, word) for word in text.split()], visit.office.catalog.world
    condition, rest = _condition(visit, spoken)
    address = [word for word in rest if word in of_address(visit)]
    if not address or not world.oneself.issuperset(set(rest) - set(address)):
        return {}
    known = _known(visit, address) | condition
    named = {one["value"] for one in known.get("peran", ())} - {EVERYBODY}
    return known if named or (spoken[0] in world.addressing and "peran" not in known) else {}


def beside_condition(visit: Visit, words: Sequence[str]) -> Sequence[str]:
    """These words as they are spelt here, without those of a condition."""
    return _condition(visit, [_spelt(visit, word) for word in words])[1]


def choice(visit: Visit, question: str, value: str) -> dict[str, Any]:
    """The answer to that question of the form; empty where it is not offered."""
    found = next((one for one in _offers(visit, question) if one.value == value), None)
    return {question: {"value": found.value, "label": found.label}} if found is not None else {}


def at_last(visit: Visit, text: str) -> dict[str, Any]:
    """The same at the end of other words: "undangan rapat kamis untuk semua fasilitator sekabupaten"."""
    words, begins = text.split(), visit.office.catalog.world.addressing | ALL
    tails = (" ".join(words[at:]) for at, word in enumerate(words) if key_of(word) in begins)
    return next((known for tail in tails if (known := whole(visit, tail)).get("peran")), {})


def named_by(visit: Visit, whom: str) -> dict[str, Any]:
    """The same of words that are known to be of an audience, also of a place alone: a kecamatan, where a desa in it has
    its name and is not called so."""
    return _known(visit, [_spelt(visit, word) for word in whom.split()])


def _is_wider(visit: Visit, spoken: Sequence[str]) -> bool:
    return {*visit.office.catalog.world.spellings.places.desa}.isdisjoint(spoken)


def condition_unknown(visit: Visit, message: str) -> tuple[str, str]:
    """ "Yang belum setor laporan, …": what would be the condition, and the message behind it; the first is empty where
    none stands there. Without the "yang" it is closed by a colon."""
    words, told = message.split(), visit.office.catalog.world.announced
    ends = (*_ENDS, ",") if told["yang"].issuperset(words[:1]) else _ENDS
    end = next((at + 1 for at, word in enumerate(words) if word.endswith(ends)), 0)
    if not _FEWEST <= end <= _LONGEST or end == len(words):
        return "", message
    first = next(word for word in map(key_of, words) if word not in told["yang"])
    return (" ".join(words[:end])[:-1], message.split(maxsplit=end)[-1]) if first in told["keadaan"] else ("", message)


def conditions(visit: Visit) -> list[str]:
    """Their names, as they are chosen."""
    return [offer.label for offer in _offers(visit, CONDITION)]


def names_somebody(visit: Visit, word: str) -> bool:
    return _spelt(visit, word) in of_address(visit)


def in_words(visit: Visit, text: str) -> dict[str, Any]:
    """Who or where is named anywhere in these words; empty where it is only everybody, or a condition alone."""
    spoken = [word for word in re.findall(r"[\w'-]+", text) if names_somebody(visit, word)]
    known = named_by(visit, " ".join(spoken))
    is_told = "tingkat" in known or any(one["value"] != EVERYBODY for one in known.get("peran", ()))
    return known if is_told else {}


def names_role(visit: Visit, text: str) -> bool:
    """Whether those who may get it are named anywhere in these words."""
    told = _roles(visit, [_spelt(visit, word) for word in text.split()]).get("peran", ())
    return any(one["value"] != EVERYBODY for one in told)


def where(visit: Visit, text: str) -> dict[str, Any]:
    """ "Kecamatan Baraka", where it is asked how wide it is to be: which one is told with it. Empty where it is not."""
    address = key_of(text).split()
    wider = _is_wider(visit, address)
    known = _places(visit, " ".join(address), wider=wider) if of_address(visit).issuperset(address) else {}
    return known if len(known) > 1 or known == _at(visit, KABUPATEN) else {}


def _known(visit: Visit, address: Sequence[str]) -> dict[str, Any]:
    """Of facilitators of a kecamatan "desa" beside them says what others are, and not where: "fasilitator kecamatan dan
    fasilitator desa Curio"."""
    condition, address = _condition(visit, address)
    roles = _roles(visit, address) | condition
    are_of_kecamatan = FASILITATOR_KECAMATAN in {one["value"] for one in roles.get("peran", ())}
    bare = _without_kinds(visit, address)  # "fasilitator desa Malua": the desa is a part of what they are
    where = bare if are_of_kecamatan or _is_wider(visit, bare) else address
    return roles | _places(visit, " ".join(where), wider=are_of_kecamatan or _is_wider(visit, where))


def _without_kinds(visit: Visit, address: Sequence[str]) -> list[str]:
    kinds = {*visit.office.catalog.world.spellings.places.desa}
    return [word for before, word in pairwise(("", *address)) if not (before == _FACILITATOR and word in kinds)]


def _end(visit: Visit, words: Sequence[str]) -> int:
    """Where the message begins: behind a colon, or at the first word that names nobody."""
    known, phrases = of_address(visit), _conditions(visit)
    spoken, at = [_spelt(visit, word) for word in words], 0
    while at < len(words):
        size = next((size for phrase, _ in phrases if (size := _length(visit, spoken[at:], phrase))), 0)
        if not size and not known.issuperset(spoken[at].split()):
            is_state = spoken[at] in visit.office.catalog.world.announced["keadaan"]
            return at - (is_state and spoken[at - 1 : at] == [_WHO])  # "yang belum setor laporan" stays whole
        at += size or 1
        if words[at - 1].endswith(_ENDS):
            return at
    return at


def _spelt(visit: Visit, word: str) -> str:
    """ "Fasil", "pasilitator", "sekabupaten", "yg blm", "dgn"."""
    spoken, world = key_of(word.strip(",.")), visit.office.catalog.world
    same = {_FACILITATOR: world.announced[_FACILITATOR], KABUPATEN: world.announced["sekabupaten"]}
    same |= {_AND: world.announced["penggabung"], _WHO: world.announced[_WHO], _NOT_YET: world.of_results[_NOT_YET]}
    found = next((name for name, spellings in same.items() if spoken in spellings), spoken)
    bare = found.removesuffix(_OF_THEM)
    told = " ".join(phrase for one in _offers(visit, "peran") for phrase in _phrases(one)) if bare != found else ""
    return bare if {found, bare}.intersection(told.split()) == {bare} else found


def _conditions(visit: Visit) -> list[tuple[Sequence[str], Offer]]:
    """How those of an audience may be called, the longest first; without the words that say nothing in it."""
    idle = visit.office.catalog.world.announced["pengisi"]
    named = [(tuple(phrase.split()), one) for one in _offers(visit, CONDITION) for phrase in _phrases(one)]
    bare = [(tuple(word for word in phrase if word not in idle), one) for phrase, one in named]
    return sorted((each for each in (*named, *bare) if len(each[0]) > 1), key=lambda each: -len(each[0]))


def _length(visit: Visit, spoken: Sequence[str], phrase: Sequence[str]) -> int:
    """How many words say it here, with those that say nothing in it ("belum pernah selesai pelatihan apapun"); 0 where
    they do not begin with it."""
    idle, at = visit.office.catalog.world.announced["pengisi"], 0
    for word in phrase:
        while at and at < len(spoken) and spoken[at] != word and spoken[at] in idle:
            at += 1
        if spoken[at : at + 1] != [word]:
            return 0
        at += 1
    while spoken[at : at + 1] and spoken[at] in idle:
        at += 1
    return at


def _condition(visit: Visit, spoken: Sequence[str]) -> tuple[dict[str, Any], Sequence[str]]:
    """ "Yang belum ikut pelatihan", and what is said beside it."""
    for phrase, one in _conditions(visit):
        for at in range(len(spoken)):
            if size := _length(visit, spoken[at:], phrase):
                told = {CONDITION: [{"value": one.value, "label": one.label}]}
                return told, [*spoken[:at], *spoken[at + size :]]
    return {}, spoken


def of_address(visit: Visit) -> frozenset[str]:
    world, places = visit.office.catalog.world, visit.office.catalog.places
    names = [place for one in places.children(places.kabupaten.code) for place in (one, *places.children(one.code))]
    named = {part for place in names for part in fold(place.name).split()} | {
        part for place in names for part in key_of(place.name).split()
    }
    roles = {part for offer in _offers(visit, "peran") for phrase in _phrases(offer) for part in phrase.split()}
    return frozenset(named | roles | world.addressing | world.announced["isi"] | {_FACILITATOR})


def _offers(visit: Visit, key: str) -> Sequence[Offer]:
    question = fitted(visit, visit.office.catalog.flows[FORM]).question(key)
    found: Sequence[Offer] = question.params.options if question is not None else ()
    return found


def _phrases(offer: Offer) -> list[str]:
    return [key_of(phrase) for phrase in (offer.label, *offer.words)]


def _roles(visit: Visit, address: Sequence[str]) -> dict[str, Any]:
    """The longest names first; "semua fasilitator" are both kinds, also "semua fasilitator kecamatan Baraka"."""
    spoken, found = f" {' '.join(_without_level(visit, address))} ", []
    named = sorted(((p, one) for one in _offers(visit, "peran") for p in _phrases(one)), key=lambda each: -len(each[0]))
    for phrase, offer in named:
        if f" {phrase} " in spoken:
            spoken = spoken.replace(f" {phrase} ", " ")
            found.append(offer)
    if f" {_FACILITATOR} " in spoken:
        found += [offer for offer in _offers(visit, "peran") if offer.value in _FACILITATORS]
    found = [offer for offer in found if offer.value != EVERYBODY] or found  # "untuk semua fasilitator" are only those
    chosen = {offer.value: {"value": offer.value, "label": offer.label} for offer in found}
    return {"peran": list(chosen.values())} | _women(visit, address) if chosen else {}


def _without_level(visit: Visit, address: Sequence[str]) -> Sequence[str]:
    """Of all facilitators of a kecamatan that is named behind it "kecamatan" says where they are, and not what."""
    at = next((at for at, word in enumerate(address) if word == _FACILITATOR), len(address))
    level, name = address[at + 1 : at + 2], " ".join(address[at + 1 :])
    is_all = not ALL.isdisjoint(address[:at]) and {*level} <= {*visit.office.catalog.world.spellings.places.kecamatan}
    is_named = bool(level) and len(_places(visit, name)) > 1
    return [*address[: at + 1], *address[at + 2 :]] if is_all and is_named else address


def _women(visit: Visit, address: Sequence[str]) -> dict[str, Any]:
    """ "Delegasi perempuan": which delegates, where it is said."""
    spoken = f" {' '.join(address)} "
    named = [one for one in _offers(visit, DELEGATE) if any(f" {p} " in spoken for p in _phrases(one) if " " in p)]
    return {DELEGATE: {"value": named[0].value, "label": named[0].label}} if len(named) == 1 else {}


def _places(visit: Visit, address: str, *, wider: bool = False) -> dict[str, Any]:
    """Several kecamatan, one desa, or the whole kabupaten; nothing where a name may mean two of them. `wider`: of a
    kecamatan and a desa in it with one name the kecamatan is meant."""
    catalog, found = visit.office.catalog, list[Place]()
    spoken, is_whole = _without_kabupaten(visit, address)
    for _ in address.split():
        named = place_named(spoken, catalog.places, own_scopes(visit), catalog.world.spellings.places)
        likely = [one for one in named.places if not wider or level_of(one.code) == KECAMATAN] or named.places
        if len(likely) != 1:
            break
        found += [one for one in likely if one not in found]
        spoken = named.rest
    if found and all(level_of(one.code) == KECAMATAN for one in found):
        return _at(visit, KECAMATAN) | {"beberapa": [{"value": one.code, "label": one.name} for one in found]}
    if len(found) == 1:
        around = catalog.places.find(kecamatan_of(found[0].code))
        chain = {KECAMATAN: around, DESA: found[0]}
        return _at(visit, DESA) | {key: {"code": one.code, "name": one.name} for key, one in chain.items() if one}
    return _at(visit, KABUPATEN) if not found and (is_whole or KABUPATEN in address.split()) else {}


def _without_kabupaten(visit: Visit, address: str) -> tuple[str, bool]:
    """The name that a kabupaten shares with one of its kecamatan is that one's only where its level stands before it,
    or another kecamatan beside it; "seluruh Enrekang" is all of it, and where nothing says so it is asked."""
    places, levels, words = visit.office.catalog.places, visit.office.catalog.world.spellings.places, address.split()
    at = next((at for at, word in enumerate(words) if fold(word) == fold(places.kabupaten.name)), None)
    before = words[at - 1] if at else ""
    if at is None or not _at(visit, KABUPATEN) or before in {*levels.kecamatan, *levels.desa}:
        return address, False
    rest = " ".join(words[:at] + words[at + 1 :])
    others = place_named(rest, places, own_scopes(visit), levels).places
    if any(level_of(one.code) == KECAMATAN for one in others):
        return address, False
    return rest, before in ALL | _SE


def several(visit: Visit, question: str, value: str) -> dict[str, Any]:
    """The same of a question with many answers."""
    return {key: [one] for key, one in choice(visit, question, value).items()}


def _at(visit: Visit, level: str) -> dict[str, Any]:
    return choice(visit, "tingkat", level)
