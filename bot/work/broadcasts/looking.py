"""What waits for the yes of a second officer: found for whoever may give it, and named beside their tasks."""

from bot.store.broadcasts import broadcasts
from bot.store.broadcasts.broadcasts import ASKED, Broadcast
from bot.work.broadcasts.under_way.authors import beginning_of
from bot.work.broadcasts.under_way.steering import overseen
from bot.work.saying.keyboard import keyboard
from bot.work.visit import Visit

_LOOKED_AT = 6  # announcements


async def lately(visit: Visit) -> list[Broadcast]:
    """One's own and those that one oversees, the newest first."""
    return await visit.look_up(broadcasts.listed, visit.me.id, overseen(visit), _LOOKED_AT, 0)


def is_for(visit: Visit, one: Broadcast) -> bool:
    """Whether it waits for the yes of who speaks."""
    return one.state == ASKED and one.author_id != visit.me.id


async def mention(visit: Visit) -> None:
    """Beside somebody's tasks; nothing where none waits."""
    waiting = [one for one in await lately(visit) if is_for(visit, one)] if overseen(visit) else []
    if waiting:
        keys = ([(visit.text("tombol_siaran_periksa", awal=beginning_of(one)), f"a:lihat:{one.id}")] for one in waiting)
        told = [{"awal": beginning_of(one), "oleh": one.author} for one in waiting]
        visit.say("siaran_menunggu_dilihat", keyboard(*keys), siaran=told)
