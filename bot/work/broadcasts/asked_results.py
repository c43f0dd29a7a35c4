"""What came of an announcement, asked for in words: who has not confirmed, a table of it; and that they are to be
reminded."""

import re
from collections.abc import Iterable

from bot.core.forms.heard import Heard, Typed
from bot.core.forms.writing import key_of
from bot.store.broadcasts.broadcasts import Broadcast
from bot.work.access import allowed, command
from bot.work.broadcasts import files, meant, results, steering
from bot.work.visit import Visit

_LONGEST, _FEW = 14, 6  # words; of those that only say "remind them"
_REMINDS = re.compile(r"a:ingatkan:(\d+)")


async def take(visit: Visit, heard: Heard) -> bool:
    """False where nothing of that is asked, and where nothing was sent lately or is named or shown."""
    if not isinstance(heard, Typed) or not allowed(command("siaran"), visit.grants):
        return False
    spoken = re.findall(r"[\w-]+", key_of(heard.text))
    if not spoken or len(spoken) > _LONGEST:
        return False
    if _says(visit, spoken, "ingatkan") and len(spoken) <= _FEW:
        return await _remind(visit, spoken)
    if _asks_who(visit, spoken):
        one = await _meant(visit, heard.text)
        if one is not None:
            await results.show(visit, one.id)
        return one is not None
    return _says(visit, spoken, "tabel") and await _send_table(visit, heard.text, spoken)


def _says(visit: Visit, spoken: Iterable[str], sort: str) -> bool:
    return not visit.office.catalog.world.of_results[sort].isdisjoint(spoken)


def _asks_who(visit: Visit, spoken: list[str]) -> bool:
    """ "Siapa yang belum konfirmasi", "siapa belum paham surat rapat koordinasi", "siapa yang sudah paham"."""
    grasps = not visit.office.catalog.world.grasping.isdisjoint(spoken) or _says(visit, spoken, "jawab")
    return grasps and _says(visit, spoken, "siapa") and (_says(visit, spoken, "belum") or _says(visit, spoken, "sudah"))


async def _meant(visit: Visit, text: str) -> Broadcast | None:
    there = [one for one in await meant.those_out(visit) if one.state in results.LOOKED_AT]
    return next(iter(await meant.found(visit, text, there)), None) if there else None


async def _remind(visit: Visit, spoken: list[str]) -> bool:
    """ "Ingatkan mereka", below what shows who they are."""
    known = visit.office.catalog.world.of_results
    others = known["ingatkan"] | known["mereka"] | known["belum"] | known["jawab"] | visit.office.catalog.world.grasping
    if not _says(visit, spoken, "mereka") or not others.issuperset(spoken):
        return False
    shown = (_REMINDS.fullmatch(data) for said in await visit.letters() for _, data in said.keys)
    found = next((one for one in shown if one is not None), None)
    if found is not None:
        await steering.remind(visit, int(found[1]))
    return found is not None


async def _send_table(visit: Visit, text: str, spoken: list[str]) -> bool:
    """Of the one that is named or looked at; a table alone may be of anything."""
    is_named = not visit.office.catalog.world.announcements.isdisjoint(spoken)
    if not is_named and await meant.opened_one(visit) is None:
        return False
    one = await _meant(visit, text)
    if one is not None:
        await files.send_table(visit, one.id)
    return one is not None
