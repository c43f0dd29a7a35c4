"""What came of an announcement, asked for in words: who has not confirmed, a table of it; and that they are to be
reminded."""

import re
from collections.abc import Iterable

from bot.core.forms.heard import Heard, Typed
from bot.core.forms.writing import key_of
from bot.store.broadcasts.broadcasts import Broadcast
from bot.store.queues import said
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
    if _says(visit, spoken, "ingatkan"):
        return await _remind(visit, spoken) or await _show_to_remind(visit, heard.text, spoken)
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
    is_bare = len(spoken) <= _FEW and not _beside_reminding(visit, spoken)
    if not is_bare or not _says(visit, spoken, "mereka"):
        return False
    shown = (_REMINDS.fullmatch(data) for letter in await visit.letters() for _, data in letter.keys)
    found = next((one for one in shown if one is not None), None)
    if found is not None:
        await steering.remind(visit, int(found[1]))
    return found is not None


async def _show_to_remind(visit: Visit, text: str, spoken: list[str]) -> bool:
    """Of the one that is named, else of the one that was looked at a little before: who they are, with the button."""
    world, rest = visit.office.catalog.world, _beside_reminding(visit, spoken)
    there = [one for one in await meant.those_out(visit) if one.state in results.LOOKED_AT] if rest else []
    named = meant.named(visit, " ".join(word for word in text.split() if key_of(word) in rest), there)
    if rest - world.announcements and not named:
        return False
    async with visit.look() as connection:
        before = await said.carrying(connection, visit.turn.lane, "a:ingatkan:")
    shown = (_REMINDS.fullmatch(data) for _, data in (before.keys if before else ()))
    looked_at = next((int(one[1]) for one in shown if one is not None), None)
    if named and (len(named) == 1 or looked_at not in {one.id for one in named}):
        looked_at = named[0].id
    if looked_at is None and not world.announcements.isdisjoint(rest):
        return await results.show_newest(visit)
    if looked_at is not None:
        await results.show(visit, looked_at)
    return looked_at is not None


def _beside_reminding(visit: Visit, spoken: Iterable[str]) -> set[str]:
    """The words by which one is named."""
    world = visit.office.catalog.world
    known = world.of_results
    return {*spoken} - known["ingatkan"] - known["mereka"] - known["belum"] - known["jawab"] - world.grasping


async def _send_table(visit: Visit, text: str, spoken: list[str]) -> bool:
    """Of the one that is named or looked at; a table alone may be of anything."""
    is_named = not visit.office.catalog.world.announcements.isdisjoint(spoken)
    if not is_named and await meant.opened_one(visit) is None:
        return False
    one = await _meant(visit, text)
    if one is not None:
        await files.send_table(visit, one.id)
    return one is not None
