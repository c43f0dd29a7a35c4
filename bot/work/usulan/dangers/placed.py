"""Which place somebody names while they call for help: taken only where no other is called so."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from bot.core.flow.interpreter import advance
from bot.core.flow.scene import OFFERED, WHICH
from bot.core.forms.heard import Typed
from bot.core.forms.state import State
from bot.core.forms.writing import key_of
from bot.core.spelt import either
from bot.core.understanding.where.spots import Spot, spot_in, values_of
from bot.core.understanding.where.told_places import found_in
from bot.core.usulan.danger_words import once, spoken_in
from bot.core.wilayah import DESA, KECAMATAN, level_of
from bot.work.office import Office
from bot.work.usulan.dangers.one_desa import desa_in
from bot.work.usulan.reader_choice import READERS
from bot.work.visit import Visit

#: Its questions are those for the place; how they read an answer is how a cry is read.
FORM = "bahaya_di_mana"
_NAME, _MARKS = 4, re.compile(r"[,.!?;\n]+")  # words
LONGEST = 14  # words; what is longer tells a story as well


@dataclass(frozen=True, slots=True)
class Place:
    """Its `values` by level. `words`: what the form is to ask about, where they may name one of several; `likely`: who
    is near there is told meanwhile."""

    values: Mapping[str, Any]
    sure: bool
    words: str = ""
    likely: Mapping[str, Any] = field(default_factory=dict)


def named_in(office: Office, text: str) -> Place | None:
    """With its level word, also amid a story. A dusun named alone is asked about: others may be called so."""
    found = found_in(text, office.catalog.world)
    if found is None or not found.sure:
        return None
    values = found.values
    is_alone = "dusun" in values and not any(_is_said(values[key], text) for key in ("desa", KECAMATAN))
    return Place(values, not is_alone, values["dusun"]["name"] if is_alone else "")


def said_in(visit: Visit, text: str, *, asked: bool = False) -> Place | None:
    """ "Kami terjebak di tuncung": in few words also without its level word, else only behind a word for where.
    `asked`: it answers where they are."""
    said = _where_they_live(visit, named_in(visit.office, text))
    if not (said is not None and said.sure) and (own := of_own(visit, text, asked=asked)) is not None:
        return own
    if said is None and len(text.split()) <= LONGEST:
        said = _said(visit, text)
    if said is not None and said.sure:
        return None if _is_denied(visit.office, said.values, text) else said
    part = _said_in_part(visit, text) or _said_at_an_end(visit, text)
    if part is not None and "desa" in part.values:
        return part
    desa = desa_in(visit.office, text, asked=asked)
    return Place(desa, sure=True) if desa else part or said


def surely_in(visit: Visit, text: str) -> Mapping[str, Any]:
    """The same, by level, where nothing need be asked; else empty."""
    said = said_in(visit, text)
    return said.values if said is not None and said.sure else {}


def bare_in(visit: Visit, text: str) -> Place | None:
    """ "Anggeraja": a place, and nothing else."""
    told, names = visit.office.catalog.danger, visit.office.catalog.world.spellings.places
    if text.rstrip().endswith("?") or len(text.split()) > _NAME:
        return None
    place = _said(visit, f"{names.at[0]} {text}")
    if place is None or not place.sure:
        return None
    around = told.polite | {*names.at, *names.desa, *names.kecamatan}
    said = {word for one in place.values.values() for word in key_of(one["name"]).split()}
    return place if spoken_in(text) - around <= said else None


def is_bare(visit: Visit, text: str) -> bool:
    return len(text.split()) <= _NAME and bare_in(visit, text) is not None


def _where_they_live(visit: Visit, said: Place | None) -> Place | None:
    """A dusun that is named alone is that of their own desa; one of their kecamatan is told meanwhile."""
    if said is None or said.sure or not visit.me.place:
        return said
    is_own, is_near = (said.values.get(key) == visit.me.place.get(key) for key in ("desa", KECAMATAN))
    return replace(said, sure=is_own, likely=said.values if is_near else {})


def _is_denied(office: Office, values: Mapping[str, Any], text: str) -> bool:
    """ "Sy tdk di tuncung"."""
    no, fronts = _words_of_no(office), office.catalog.world.spellings.places.at
    names = either(key_of(values[key]["name"]) for key in ("desa", KECAMATAN) if key in values)
    return re.search(rf"\b(?:{either(no)})\s+(?:(?:{either(fronts)})\s+)?(?:{names})\b", key_of(text)) is not None


def of_own(visit: Visit, text: str, *, asked: bool = False) -> Place | None:
    """A dusun that whoever reads for a desa names is one of theirs, whatever else is called so; and that of a villager
    one of where they live, or tell of, behind a word for where, or where it is `asked`."""
    places, told = visit.office.catalog.places, key_of(text)
    at, no = (either(one) for one in (visit.office.catalog.world.spellings.places.at, _words_of_no(visit.office)))
    front = "" if visit.grants or asked else rf"\b(?:{at})\s+"
    draft = visit.conversations.get("usulan")
    told_before = draft.state["answers"].get("desa", {}).get("value") if draft is not None else None
    own = str((told_before or (visit.me.place or {}).get("desa", {})).get("code", ""))
    read = [one.scope for one in visit.grants if one.role in READERS and level_of(one.scope) == DESA]
    levels = either(
        (*visit.office.catalog.world.spellings.places.dusun, *visit.office.catalog.world.spellings.places.at)
    )
    for scope in filter(None, read if visit.grants else [own]):
        for dusun in sorted(places.dusun(scope), key=len, reverse=True):
            name = re.escape(key_of(dusun))
            told = re.sub(rf"\b(?:{no})\s+(?:(?:{levels})\s+)*{name}\b|\b{name}\s+(?:{no})\b", " ", told)
            if re.search(rf"{front}\b{name}\b", told):
                return Place(values_of(places, Spot(scope, dusun)), sure=True)
    return None


def _words_of_no(office: Office) -> list[str]:
    return office.plain("bahaya.kata_ingkar").split()


def _said(visit: Visit, text: str) -> Place | None:
    catalog = visit.office.catalog
    told, flow = _without_calls(visit.office, text), catalog.flows[FORM]
    step = advance(flow, State(FORM, "0"), Typed(told, 0), visit.office.world(visit.now))
    values = {key: answer.value for key, answer in step.state.answers.items()}
    if {OFFERED, WHICH} & step.state.pending.keys():
        return _offered(visit, step.state, text) or Place(
            values, sure=False, words=told, likely=values if KECAMATAN in values else {}
        )
    if "desa" in values:
        return Place(values, sure=_is_said(values["desa"], text))
    return Place(values, sure=True) if values and _stands_there(visit, values[KECAMATAN], told) else None


def _without_calls(office: Office, text: str) -> str:
    """Nor with an oath, or what only puts right: "ya Allah" is not Kecamatan Alla."""
    beside = (one for name in ("seru", "ralat") for one in office.plain(f"bahaya.kata_{name}").split(" | "))
    return once(tuple(beside)).sub(" ", office.catalog.danger.without_calls(text))


def _said_in_part(visit: Visit, text: str) -> Place | None:
    """ "Anak tenggelam di sungai Mata Allo, di anggeraja": the most exact of what stands behind a word for where."""
    at = "|".join(map(re.escape, visit.office.catalog.world.spellings.places.at))
    parts = re.findall(rf"\b(?:{at})\b[^,.!?;\n]+?(?=\s(?:{at})\b|[,.!?;\n]|$)", text.lower())
    found = [one for part in parts if part != text.lower() and (one := _said(visit, part)) is not None and one.sure]
    if len({str(one.values["desa"]["code"]) for one in found if "desa" in one.values}) > 1:
        return None
    within = [one.values[KECAMATAN] for one in found if "desa" not in one.values]  # a river bears the name of a desa
    found = [one for one in found if not within or one.values[KECAMATAN] in within]
    return max(found, key=lambda one: len(one.values), default=None)


def at(office: Office, wilayah: str) -> Place | None:
    """That place, where it lies in a kecamatan."""
    values = values_of(office.catalog.places, Spot(wilayah))
    return Place(values, sure=True) if KECAMATAN in values else None


def _said_at_an_end(visit: Visit, text: str) -> Place | None:
    """ "… jalan putus di tebing tdk bisa lewat mobil, Tuncung": alone before the first mark or behind the last."""
    parts = [one.strip() for one in _MARKS.split(text) if one.strip()]
    ends = [one for one in {parts[0]: 0, parts[-1]: 0} if len(one.split()) <= _NAME] if len(parts) > 1 else []
    found = (place for one in ends if (place := _said(visit, one)) is not None and place.sure)
    return next((one for one in found if "desa" in one.values), None)


def _offered(visit: Visit, state: State, text: str) -> Place | None:
    """ "Hanyut di sungai tuncung": the one desa of that name, where they live nearby or never said where; a dusun, and
    what is far from there, is asked for."""
    values, is_part = offered_in(visit.office, state)
    if not values:
        return None
    own, near = (visit.me.place or {}).get(KECAMATAN, {}).get("code", ""), values[KECAMATAN]["code"]
    told = _without_calls(visit.office, text)
    if not is_part and own in ("", near) and _stands_there(visit, values["desa"], told):
        return Place(values, sure=True)
    return Place({}, sure=False, words=told, likely=values if not is_part or own == near else {})


def offered_in(office: Office, state: State) -> tuple[dict[str, Any], bool]:
    """The desa of which it is asked whether it is meant, and whether only a dusun or RT of it is; empty where none
    is."""
    spot = spot_in(office.catalog.places, str(state.pending.get(OFFERED, {}).get("value") or ""))
    if spot is None or level_of(spot.code) != DESA:
        return {}, False
    return values_of(office.catalog.places, Spot(spot.code)), spot != Spot(spot.code)


def _is_said(place: Mapping[str, Any], text: str) -> bool:
    return key_of(place["name"]) in key_of(text)


def _stands_there(visit: Visit, place: Mapping[str, Any], told: str) -> bool:
    """ "Di alla", and not "ya alla"."""
    fronts = "|".join(map(re.escape, visit.office.catalog.world.spellings.places.at))
    return re.search(rf"\b(?:{fronts})\W+(?:\w+\W+)?{re.escape(key_of(place['name']))}\b", key_of(told)) is not None
