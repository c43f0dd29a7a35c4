"""Several meetings come later or sooner by one sentence: all are shown with their new days, and one yes moves them."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from bot.core.calendar.places_named import in_short
from bot.core.flow.interpreter import Flow, record
from bot.core.forms.heard import Heard, Typed
from bot.core.forms.say import Step, Words
from bot.core.forms.state import State
from bot.core.places.spelling import fold
from bot.core.wilayah import DESA, KECAMATAN, level_of
from bot.store.calendar import occasions
from bot.store.calendar.occasions import Occasion
from bot.work import conversation
from bot.work.calendar import changeable, moving, reasons, stated
from bot.work.calendar.permitted import meetings
from bot.work.calendar.typed import names_of
from bot.work.saying.naming import date_of, occasion_name, place_name, whole_date
from bot.work.visit import Journey, Visit

FORM = "jadwal_pindah_semua"
_NAMED = 4  # words


def ask(visit: Visit, pairs: Sequence[tuple[Occasion, datetime]], why: str, missed: Sequence[str] = ()) -> None:
    """`why`: empty where it is not told. `missed`: what was said besides, and names none of them."""
    lines = [
        {
            "nama": occasion_name(visit.office, one),
            "wilayah": place_name(visit.office, one.wilayah),
            "dari": date_of(visit.office, one),
            "ke": whole_date(visit.office, one.kind, to),
        }
        for one, to in pairs
    ]
    shown = Words(FORM, {"acara": lines, "jumlah": len(lines), "alasan": why, "tak": [*missed]})
    about = {"pindah": [[str(one.id), to.isoformat()] for one, to in pairs]}
    journey = replace(JOURNEY, opening=lambda step: step.led_by(shown))
    conversation.start(visit, journey, {"alasan": {"text": why}} if why else None, about=about)


async def finish(visit: Visit, flow: Flow, state: State) -> None:
    """Each as when it is moved alone; what stands no more, or is over, is said."""
    if state.answers["pindah"].value["value"] != "ya":
        visit.say("jadwal_tidak_jadi")
        return
    why = reasons.bare(visit, (record(flow, state).get("alasan") or {}).get("text", ""))
    for number, to in state.about["pindah"]:
        one = await changeable.to_change(visit, int(number))
        if one is not None:
            await visit.ask_once(
                occasions.log, one.id, occasions.WISHED, visit.now, visit.me.id, {"to": to, "why": why}
            )
            await moving.put(visit, one, datetime.fromisoformat(to), why)


async def heed(visit: Visit, before: State, heard: Heard, _step: Step) -> bool:
    """ "Yang kecamatan jangan, cuma yang desa": those that are left are shown again, and a name that is none of theirs
    is said."""
    told = [(await visit.ask_once(occasions.one, int(number)), to) for number, to in before.about["pindah"]]
    pairs = [(one, datetime.fromisoformat(to)) for one, to in told if one is not None]
    places = [visit.office.catalog.places.find(one.wilayah) for one, _ in pairs]
    names = {place.name: place.code for place in places if place is not None}
    clauses = _clauses(visit, names, heard.text) if isinstance(heard, Typed) and "?" not in heard.text else []
    said = [_said(visit, names, clause) for clause in clauses]
    left = [
        pair for pair in pairs if all(_stays(visit, pair[0].wilayah, *each) for each in zip(clauses, said, strict=True))
    ]
    missed = [rest for codes, rest in said if codes and rest]
    if is_some := 0 < len(left) < len(pairs) or bool(missed):
        why = before.answers["alasan"].value["text"] if "alasan" in before.answers else ""
        ask(visit, pairs if missed else left, why, missed)
    return is_some


def _clauses(visit: Visit, names: Mapping[str, str], text: str) -> list[str]:
    """Between pauses, and before "hanya" or "kecuali" that leads the next place: why they move is in none."""
    world, found = visit.office.catalog.world, list[list[str]]()
    lead = world.setting["kecuali"] | world.reasons["cuma"]
    for part in re.split(r"[,;.]\s*", reasons.without(visit, text.lower())):
        words = part.split()
        found.append([])
        for at, word in enumerate(words):
            behind = words[at + 1 : at + _NAMED]
            if word in lead and (stated.begins_with_place(visit, behind) or any(in_short([*names], w) for w in behind)):
                found.append([])
            found[-1].append(word)
    return [" ".join(words) for words in found if words]


def _said(visit: Visit, names: Mapping[str, str], clause: str) -> tuple[set[str], str]:
    """The wilayah that the clause names, or their level; and the words in it that are none of theirs."""
    world = visit.office.catalog.world
    places, (found, rest) = world.spellings.places, stated.all_named(visit, clause)
    short = {word: names[name] for word in rest.split() if (name := in_short([*names], word))}
    said = {place.code for place in found} | {*short.values()}
    levels = {at for at, words in ((KECAMATAN, places.kecamatan), (DESA, places.desa)) if {*words} & {*clause.split()}}
    beside = _beside(visit).union(short, places.kecamatan, places.desa, world.guests_said["dan"])
    known = names_of(meetings(visit.office, visit.grants))
    return said or levels, " ".join(word for word in rest.split() if word not in beside and fold(word) not in known)


def _beside(visit: Visit) -> frozenset[str]:
    """What may stand beside the names without being one."""
    world = visit.office.catalog.world
    told = [world.reasons[key] for key in ("jangan", "cuma", "iringan", "ikut", "semua")]
    return reasons.moves_in(visit).union(*told, *(world.setting[key] for key in ("kecuali", "iringan", "umum")))


def _stays(visit: Visit, code: str, clause: str, told: tuple[set[str], str]) -> bool:
    """Whether the clause leaves it among those that move."""
    known, spoken, said = visit.office.catalog.world.reasons, clause.split(), told[0]
    drops, keeps = (not known[word].isdisjoint(spoken) for word in ("jangan", "cuma"))
    return not said or drops == keeps or bool({code, level_of(code)} & said) == keeps


JOURNEY = Journey(FORM, finish, heed=heed, nudged=True)
