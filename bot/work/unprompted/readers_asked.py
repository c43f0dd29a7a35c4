"""Who has read: the last announcement, or the usulan of one's wilayah. What may mean either is told of both; of
somebody who is named it is told of the announcement."""

import re

from bot.core.forms.heard import Typed
from bot.store.broadcasts import broadcasts
from bot.store.broadcasts import results as stored
from bot.store.broadcasts.broadcasts import Broadcast
from bot.store.reading import readings
from bot.work.access import allowed, command
from bot.work.broadcasts.outcome import reached, results
from bot.work.broadcasts.under_way.authors import beginning_of
from bot.work.reading import lists
from bot.work.saying.keyboard import Key, keyboard
from bot.work.unprompted.after import afterwards
from bot.work.unprompted.asking import by_village
from bot.work.visit import Visit

_NOT_OF_IT, _NEWEST = "bukan", 5


async def take(visit: Visit, heard: Typed, asked: str) -> bool:
    """`asked`: a line of `tanya_kerja`."""
    if asked == "belum_baca":
        return await _tell_both(visit, heard)
    if not allowed(command("siaran"), visit.grants) or _is_of_something_else(visit, heard):
        return False
    if asked == "sudah":
        one = await _newest(visit)
        return one is not None and await reached.tell(visit, one, heard.text)
    if not await results.show_newest(visit):
        visit.say("tanya_kerja_belum_siaran")
    return True


async def show_unread(visit: Visit) -> bool:
    """ "Sudah kubaca semua": what still waits, or that nothing does; while an announcement waits it is about that."""
    if not allowed(command("periksa"), visit.grants) or await afterwards.fresh(visit) is not None:
        return False
    await lists.first_screen(visit)
    return True


def _is_of_something_else(visit: Visit, heard: Typed) -> bool:
    """Who read an usulan, or has a task, is asked elsewhere."""
    spoken = re.findall(r"[\w-]+", heard.text.lower())
    return bool(visit.office.catalog.world.asked_of_work[_NOT_OF_IT].intersection(spoken))


async def _newest(visit: Visit) -> Broadcast | None:
    own = await visit.look_up(broadcasts.listed, visit.me.id, (), _NEWEST, 0)
    return next((one for one in own if one.state in results.LOOKED_AT), None)


async def _tell_both(visit: Visit, heard: Typed) -> bool:
    reads, announces = (allowed(command(name), visit.grants) for name in ("periksa", "siaran"))
    one = await _newest(visit) if announces and not _is_of_something_else(visit, heard) else None
    asks_who = not visit.office.catalog.world.guests_said["siapa"].isdisjoint(heard.text.lower().split())
    if one is None and asks_who and reads and by_village.looks_after_several(visit):
        await by_village.tell_unread(visit, heard)
        return True
    if one is None:
        await lists.first_screen(visit)
        return True
    async with visit.ask() as connection:
        found = await stored.of(connection, one.id)
        waiting = await readings.count(connection, lists.ALL, lists.sight_of(visit, command("periksa"))) if reads else 0
    people = results.sums_of([tally for tally in found.tallies if tally.kind == stored.PERSON])
    silent = people.total - people.understood - people.replied
    told = {"siaran": beginning_of(one), "belum": silent, "semua": people.total}
    keys: list[list[Key]] = [[(visit.text("tombol_siaran_belum_paham"), f"a:belum:{one.id}:0")]]
    keys += [[(visit.text("tombol_belum_usulan"), f"u:hal:{lists.ALL}:0")]] if reads else []
    visit.say("tanya_kerja_belum_baca", keyboard(*keys), membaca=reads, usulan=waiting, **told)
    return True
