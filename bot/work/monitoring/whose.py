"""Who speaks of what was made: whoever brought it, and for somebody without a telephone whoever reads it."""

from bot.core.records import WITHDRAWN, Usulan
from bot.store.deciding import moves
from bot.store.monitoring import photos
from bot.store.monitoring.photos import AfterPhoto
from bot.store.usulan import usulan as stored
from bot.work.deciding.clarifying import readable
from bot.work.reading import delicate
from bot.work.visit import Visit


async def brought(visit: Visit, usulan_id: int) -> Usulan | None:
    """The usulan, when this person may send its photo."""
    async with visit.ask() as connection:
        is_mine = await stored.is_of(connection, visit.me.id, usulan_id)
        found = await stored.by_id(connection, usulan_id)
        alone = await moves.without_telephone(connection, [usulan_id])
    if found is None or found.status == WITHDRAWN:
        return None
    if is_mine:
        return found
    return await readable(visit, usulan_id) if alone else None


async def told_of(visit: Visit, photo: AfterPhoto) -> Usulan | None:
    """Of which usulan this person says whether it fits: their own, which may be one with that of the photo."""
    async with visit.ask() as connection:
        main = await stored.by_id(connection, photo.usulan_id)
        if main is None:
            return None
        alone = await delicate.is_for_few(connection, visit.office, main)
        mine = await photos.brought_by(connection, photo, [visit.me.id], alone=alone)
    return mine.get(visit.me.id) or await brought(visit, photo.usulan_id)
