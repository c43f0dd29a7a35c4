"""The usual points of meetings: for kinds that exist, each once, and one set for all the others."""

from bot.catalog.calendar import OccasionsFile
from bot.catalog.draft import Draft
from bot.catalog.hall import FILE, HallFile
from bot.catalog.needed import Needed


def judge(draft: Draft, _needed: Needed) -> None:
    told, occasions = draft.calendar.get(FILE), draft.calendar.get("kalender/pertemuan.toml")
    if not isinstance(told, HallFile):
        return
    known = {one.key for one in occasions.occasions} if isinstance(occasions, OccasionsFile) else None
    seen: set[str] = set()
    for number, programme in enumerate(told.programmes, 1):
        for kind in programme.kinds or [""]:
            if kind in seen:
                draft.report(FILE, f"susunan.{number}.untuk", f"Susunan untuk “{kind or 'yang lain'}” ada dua kali.")
            if kind and known is not None and kind not in known:
                draft.report(FILE, f"susunan.{number}.untuk", f"Pertemuan “{kind}” tidak dikenal.")
            seen.add(kind)
    if "" not in seen:
        draft.report(FILE, "susunan", "Belum ada susunan tanpa “untuk”, yang dipakai pertemuan lain.")
