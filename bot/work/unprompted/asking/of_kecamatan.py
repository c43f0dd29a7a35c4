"""Which kecamatan is farthest behind: asked by whoever looks after several, answered with what is late in each."""

from typing import Any

from bot.core.forms.heard import Typed
from bot.work.readiness import readiness
from bot.work.readiness.files import by_kecamatan
from bot.work.readiness.words import without_day
from bot.work.saying.keyboard import keyboard
from bot.work.saying.naming import place_name
from bot.work.unprompted.asking import overdue
from bot.work.visit import Visit


async def tell_behind(visit: Visit, _heard: Typed) -> None:
    """Those with the most late tasks first, of equals where more villages have no day."""
    late, rows = await overdue.counted(visit, readiness.scopes_of(visit.grants)), list[dict[str, Any]]()
    for code, inside in by_kecamatan(await readiness.seen(visit)).items():
        told = {"nama": place_name(visit.office, code), "telat": late[code], "desa": len(inside)}
        rows.append(told | {"tanpa": len(without_day(inside)), "usulan": readiness.unread_in(inside)[0]})
    rows.sort(key=lambda row: (-row["telat"], -row["tanpa"] / row["desa"], -row["usulan"]))
    visit.say("tanya_kerja_kecamatan", keyboard([(visit.text("tombol_menu_kesiapan"), "r:awal")]), kecamatan=rows)
