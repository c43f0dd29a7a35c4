"""Several meetings come later or sooner by one sentence: all are shown with their new days, and one yes moves them."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot.core.flow.interpreter import Flow, record
from bot.core.forms.say import Words
from bot.core.forms.state import State
from bot.store.calendar import occasions
from bot.store.calendar.occasions import Occasion
from bot.work import conversation
from bot.work.calendar import changeable, moving, reasons
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


JOURNEY = Journey(FORM, finish, nudged=True)
