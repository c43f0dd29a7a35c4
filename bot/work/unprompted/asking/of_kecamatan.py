"""Which kecamatan has no day for its own musrenbang, and which is farthest behind: answered with each of them, and what
is missing in it."""

from datetime import timedelta
from typing import Any

from bot.core.forms.heard import Typed
from bot.core.wilayah import KECAMATAN
from bot.store.calendar import occasions
from bot.work.calendar.pages import plan_begins
from bot.work.readiness import readiness
from bot.work.readiness.files import by_kecamatan
from bot.work.readiness.words import without_day
from bot.work.saying.keyboard import keyboard
from bot.work.saying.naming import date_of, place_name
from bot.work.tasks.planning import targets
from bot.work.unprompted.asking import overdue
from bot.work.visit import Visit

_YEARS = timedelta(days=730)


async def tell(visit: Visit, _heard: Typed, *, is_ranked: bool = False) -> None:
    """`is_ranked`: those with the most late tasks first, of equals where more villages have no day."""
    office, scopes = visit.office, readiness.scopes_of(visit.grants)
    codes = [code for scope in scopes for code in targets(office, scope, KECAMATAN)]
    since = plan_begins(office, visit.now)
    found = await visit.look_up(occasions.between, codes, since, since + _YEARS, [readiness.ABOVE]) if codes else []
    days = {one.wilayah: date_of(office, one) for one in found}
    late = await overdue.counted(visit, scopes)
    rows: list[dict[str, Any]] = [
        {
            "nama": place_name(office, code),
            "desa": len(inside),
            "tanpa": len(without_day(inside)),
            "telat": late.get(code, 0),
            "usulan": readiness.unread_in(inside)[0],
        }
        for code, inside in by_kecamatan(await readiness.seen(visit)).items()
    ]
    if is_ranked:
        rows.sort(key=lambda row: (-row["telat"], -row["tanpa"] / row["desa"], -row["usulan"]))
    visit.say(
        "tanya_kerja_kecamatan",
        keyboard([(visit.text("tombol_menu_kesiapan"), "r:awal")]),
        urut=is_ranked,
        semua=len(codes),
        belum=[place_name(office, code) for code in codes if code not in days],
        sudah=[{"nama": place_name(office, code), "hari": days[code]} for code in codes if code in days],
        kecamatan=rows,
    )


async def tell_behind(visit: Visit, heard: Typed) -> None:
    await tell(visit, heard, is_ranked=True)
