"""Several meetings come later or sooner by one sentence: all are shown with their new days, and one yes moves them."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot.core.flow.interpreter import Flow, record
from bot.core.forms.heard import Heard, Typed
from bot.core.forms.say import Step, Words
from bot.core.forms.state import State
from bot.core.wilayah import DESA, KECAMATAN, level_of
from bot.store.calendar import occasions
from bot.store.calendar.occasions import Occasion
from bot.work import conversation
from bot.work.calendar import changeable, moving, reasons, stated
from bot.work.saying.naming import date_of, occasion_name, place_name, whole_date
from bot.work.visit import Journey, Visit

FORM = "jadwal_pindah_semua"


def ask(visit: Visit, pairs: Sequence[tuple[Occasion, datetime]], why: str) -> None:
    """`why`: empty where it is not told."""
    lines = [
        {
            "nama": occasion_name(visit.office, one),
            "wilayah": place_name(visit.office, one.wilayah),
            "dari": date_of(visit.office, one),
            "ke": whole_date(visit.office, one.kind, to),
        }
        for one, to in pairs
    ]
    shown = Words(FORM, {"acara": lines, "jumlah": len(lines), "alasan": why})
    about = {"pindah": [[str(one.id), to.isoformat()] for one, to in pairs]}
    journey = replace(JOURNEY, opening=lambda step: step.led_by(shown))
    conversation.start(visit, journey, {"alasan": {"text": why}} if why else None, about=about)


async def finish(visit: Visit, flow: Flow, state: State) -> None:
    """Each as when it is moved alone; what stands no more, or is over, is said."""
    if state.answers["pindah"].value["value"] != "ya":
        visit.say("jadwal_tidak_jadi")
        return
    why = reasons.bare(visit, record(flow, state)["alasan"]["text"])
    for number, to in state.about["pindah"]:
        one = await changeable.to_change(visit, int(number))
        if one is not None:
            await visit.ask_once(
                occasions.log, one.id, occasions.WISHED, visit.now, visit.me.id, {"to": to, "why": why}
            )
            await moving.put(visit, one, datetime.fromisoformat(to), why)


async def heed(visit: Visit, before: State, heard: Heard, _step: Step) -> bool:
    """ "Yang kecamatan jangan, cuma yang desa": those that are left are shown again."""
    told = [(await visit.ask_once(occasions.one, int(number)), to) for number, to in before.about["pindah"]]
    pairs = [(one, datetime.fromisoformat(to)) for one, to in told if one is not None]
    clauses = re.split(r"[,;.]\s*", heard.text.lower()) if isinstance(heard, Typed) and "?" not in heard.text else []
    left = [pair for pair in pairs if all(_stays(visit, pair[0].wilayah, clause) for clause in clauses)]
    if is_some := 0 < len(left) < len(pairs):
        ask(visit, left, before.answers["alasan"].value["text"] if "alasan" in before.answers else "")
    return is_some


def _stays(visit: Visit, code: str, clause: str) -> bool:
    """Whether the clause leaves it among those that move."""
    world, spoken = visit.office.catalog.world, clause.split()
    known, places = world.reasons, world.spellings.places
    said: set[str] = {place.code for place in stated.all_named(visit, clause)[0]}
    if not said:
        said = {at for at, words in ((KECAMATAN, places.kecamatan), (DESA, places.desa)) if {*words} & {*spoken}}
    drops, keeps = (not known[word].isdisjoint(spoken) for word in ("jangan", "cuma"))
    return not said or drops == keeps or bool({code, level_of(code)} & said) == keeps


JOURNEY = Journey(FORM, finish, heed=heed, nudged=True)
