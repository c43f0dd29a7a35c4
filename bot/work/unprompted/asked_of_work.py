"""What somebody with work asks of how it stands, and a villager would not: who read the last announcement, where a
report is, how many usulan came from women. What nobody counts is said, with what comes next to it."""

import re

from bot.core.forms.heard import Heard, Typed
from bot.work.access import allowed, command
from bot.work.broadcasts import results
from bot.work.saying.keyboard import Key, keyboard
from bot.work.visit import Visit

_LONGEST = 10  # words
_NOT_OF_IT = "bukan"


async def take(visit: Visit, heard: Heard) -> bool:
    """Whether it was asked, and answered."""
    if not isinstance(heard, Typed) or not allowed(command("kesiapan"), visit.grants):
        return False
    spoken = re.findall(r"[\w-]+", heard.text.lower())
    asked = _asked(visit, spoken) if len(spoken) <= _LONGEST else ""
    if asked == "siaran":
        return await _readers(visit, spoken)
    if asked:
        visit.say(f"tanya_kerja_{asked}", keyboard(*_ways(visit)), membaca=allowed(command("periksa"), visit.grants))
    return bool(asked)


def _asked(visit: Visit, spoken: list[str]) -> str:
    """What of it; empty where nothing is."""
    known, words = visit.office.catalog.world.asked_of_work, set(spoken)
    return next((name for name in ("siaran", "laporan", "perempuan") if _fits(known[name], words)), "")


def _fits(lines: frozenset[str], words: set[str]) -> bool:
    return any(all(words & set(group.split("/")) for group in line.split()) for line in lines)


async def _readers(visit: Visit, spoken: list[str]) -> bool:
    """Of the newest announcement of theirs. Who read an usulan or has a task is asked elsewhere."""
    if not allowed(command("siaran"), visit.grants):
        return False
    if visit.office.catalog.world.asked_of_work[_NOT_OF_IT].intersection(spoken):
        return False
    if not await results.show_newest(visit):
        visit.say("tanya_kerja_belum_siaran")
    return True


def _ways(visit: Visit) -> list[list[Key]]:
    """To the tables that this person may see."""
    ways = {"kesiapan": ("tombol_kesiapan_tabel_buka", "r:tabel"), "periksa": ("tombol_tabel_usulan", "u:tabel")}
    return [[(visit.text(label), data)] for name, (label, data) in ways.items() if allowed(command(name), visit.grants)]
