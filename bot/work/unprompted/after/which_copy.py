"""Of several announcements that somebody has not answered: which one their words are about."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import timedelta
from typing import Any

from bot.core.broadcasts import choosing
from bot.core.forms.heard import Typed
from bot.store.broadcasts import broadcasts, receipts
from bot.store.broadcasts.receipts import Copy
from bot.work.broadcasts import meant
from bot.work.broadcasts.answers import received
from bot.work.broadcasts.under_way import wording
from bot.work.broadcasts.under_way.authors import beginning_of
from bot.work.visit import Visit

_LATELY = timedelta(days=7)
_SHARED, _ASKED = 2, "ditanya"  # words of it; which were asked about already


async def likeliest(visit: Visit, text: str, copies: Sequence[Copy]) -> Copy:
    """The one of whose words most are said, two at least; else the newest."""
    return (await _spoken_of(visit, text, copies) if len(copies) > 1 else None) or copies[0]


async def chosen_anew(visit: Visit, heard: Typed, copies: Sequence[Copy]) -> bool:
    """ "Eh bisa ji tgl 20", of one that they answered."""
    for copy in copies:
        if copy.understood_at is not None and await received.is_chosen_in(visit, heard.text, copy):
            return await received.take_choice(visit, heard, [copy])
    return False


async def asks_to_come(visit: Visit, text: str) -> Copy | None:
    """ "Insya allah datang", days after the newest of which they said nothing, and below other things."""
    world = visit.office.catalog.world
    if not choosing.is_undecided(text, choosing.coming(world), world):
        return None
    copies = await visit.look_up(receipts.copies_since, visit.me.id, _LATELY, visit.now, visit.turn.real)
    copy = next((one for one in copies if one.understood_at is None), None)
    return copy if copy is not None and await received.is_chosen_in(visit, text, copy) else None


async def named(visit: Visit, text: str, copies: Callable[[Visit], Awaitable[Sequence[Copy]]]) -> Copy | None:
    """ "Untuk rapat persiapan, saya hadir bu"."""
    first = next(iter(text.lower().split()), "")
    if first not in visit.office.catalog.world.noting["tentang"]:
        return None
    return await _spoken_of(visit, text, await copies(visit))


async def _spoken_of(visit: Visit, text: str, copies: Sequence[Copy]) -> Copy | None:
    """The newest of those with most of their words in it."""
    shared = [await _shared(visit, copy, text) for copy in copies]
    most = max(shared, default=0)
    return copies[shared.index(most)] if most >= _SHARED else None


async def _shared(visit: Visit, copy: Copy, text: str) -> int:
    """One of the choices of its question is as much as words of it."""
    one = await visit.look_up(broadcasts.one, copy.broadcast_id)
    if one is None:
        return 0
    chosen = choosing.chosen(text, wording.choices_of(visit.office, one), visit.office.catalog.world)
    shared = meant.shared(visit, f"{one.message.html} {one.message.asked}", text)
    return shared if chosen is None else max(shared, _SHARED)


async def another(visit: Visit, about: Mapping[str, Any], copies: Sequence[Copy]) -> dict[str, Any]:
    """What to ask about after a no: the next that waits for their word and was not asked about; empty when none is
    left."""
    asked = [*about.get(_ASKED, ()), about["siaran"]]
    copy = next((copy for copy in copies if copy.understood_at is None and copy.broadcast_id not in asked), None)
    one = await visit.look_up(broadcasts.one, copy.broadcast_id) if copy is not None else None
    return {**about, "siaran": one.id, "awal": beginning_of(one), _ASKED: asked} if one is not None else {}
