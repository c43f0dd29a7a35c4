"""The same sheet to print: all of it can be done with a pen, and typed days later in any order."""

from typing import Any

from bot.core.checking.items import ITEMS, questions_of
from bot.core.forms.say import Words
from bot.core.forms.writing import in_short
from bot.core.records import Usulan
from bot.store.checking.checks import Check
from bot.work.checking import sheet
from bot.work.checking.permitted import opened
from bot.work.office import Office
from bot.work.saying import files
from bot.work.usulan import checked
from bot.work.usulan.checked import FORM
from bot.work.usulan.usulan import place, summary
from bot.work.visit import Visit

_LONGEST = 300  # characters of what is asked for


async def send(visit: Visit, check_id: int) -> None:
    pair = await opened(visit, check_id)
    if pair is None:
        visit.stale()
        return
    one, found = pair
    number = visit.office.spoken_number(found)
    name = "-".join([*visit.label(Words("uji_kertas.judul")).split(), *number.split()])
    args = {"template": "lembar_uji_silang", "data": _data(visit, one, found, number), "filename": name}
    files.make(visit, "document", args, visit.text("uji_kertas_kirim", nomor=number))


def _data(visit: Visit, one: Check, found: Usulan, number: str) -> dict[str, Any]:
    label = visit.label
    told = [[line["judul"], line["isi"]] for line in sheet.told_of(visit.office, found)]
    words = {
        name: label(Words(f"uji_kertas.{name}"))
        for name in ("cerita", "lihat", "saksi", "pengecek", "hasil", "catatan", "pesan")
    }
    return {
        "agency": visit.office.bappeda,
        "title": label(Words("uji_kertas.judul")),
        "subtitle": f"{number} · {place(found.answers)}",
        "day": visit.office.day(visit.now),
        "footer": label(Words("uji_kertas.kaki")),
        "words": words,
        "until": label(Words("uji_kertas.batas", {"hari": visit.office.day(one.due_at)})),
        "summary": _asks(visit.office, found),
        "told": told,
        "items": [_item(visit, item) for item in ITEMS[one.depth]],
        "results": [visit.label(Words(f"uji_hasil_{word}")) for word in ("sesuai", "berubah", "tidak")],
    }


def _asks(office: Office, found: Usulan) -> str:
    """What it asks for, or tells, at some length; a voice is only named."""
    texts = [(found.answers.get(key) or {}).get("text") for key in ("harapan", "cerita")]
    return in_short(next((str(text) for text in texts if text), summary(office, found.answers)), _LONGEST)


def _item(visit: Visit, item: str) -> dict[str, Any]:
    """Its questions; the options of one are ticked, anything else has a line to write on."""
    flow = visit.office.catalog.flows[FORM]
    asked = [question for key in questions_of(item) if (question := flow.question(key)) is not None]
    lines = [
        {"title": one.title, "options": [offer.label for offer in getattr(one.params, "options", ())]} for one in asked
    ]
    return {"title": checked.title(visit.office, item), "lines": lines}
