"""Of several announcements that somebody has not answered: which one their words are about."""

from collections.abc import Mapping, Sequence
from typing import Any

from bot.store.broadcasts import broadcasts
from bot.store.broadcasts.receipts import Copy
from bot.work.broadcasts import meant
from bot.work.broadcasts.authors import beginning_of
from bot.work.visit import Visit

_SHARED, _ASKED = 2, "ditanya"  # words of it; which were asked about already


async def likeliest(visit: Visit, text: str, copies: Sequence[Copy]) -> Copy:
    """The one of whose words most are said, two at least; else the newest."""
    shared = {copy.broadcast_id: await _shared(visit, copy, text) for copy in copies[1:] and copies}
    best = max(copies, key=lambda copy: shared.get(copy.broadcast_id, 0))
    return best if shared.get(best.broadcast_id, 0) >= _SHARED else copies[0]


async def _shared(visit: Visit, copy: Copy, text: str) -> int:
    async with visit.look() as connection:
        one = await broadcasts.one(connection, copy.broadcast_id)
    told = meant.words_in(f"{one.message.html} {one.message.asked}") if one is not None else set[str]()
    return len((told & meant.words_in(text)) - visit.office.catalog.world.beside_halting)


async def named(visit: Visit, text: str, copies: Sequence[Copy]) -> Copy | None:
    """ "Untuk rapat persiapan, saya hadir bu"."""
    first = text.lower().split(maxsplit=1)[0] if text.strip() else ""
    if first not in visit.office.catalog.world.noting["tentang"] or not copies:
        return None
    copy = await likeliest(visit, text, copies)
    return copy if await _shared(visit, copy, text) >= _SHARED else None


async def another(visit: Visit, about: Mapping[str, Any], copies: Sequence[Copy]) -> dict[str, Any]:
    """What to ask about after a no: the next that waits for their word and was not asked about; empty when none is
    left."""
    asked = [*about.get(_ASKED, ()), about["siaran"]]
    copy = next((copy for copy in copies if copy.understood_at is None and copy.broadcast_id not in asked), None)
    async with visit.look() as connection:
        one = await broadcasts.one(connection, copy.broadcast_id) if copy is not None else None
    return {**about, "siaran": one.id, "awal": beginning_of(one), _ASKED: asked} if one is not None else {}
