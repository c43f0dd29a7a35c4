"""An officer says in words that an announcement must stop: the one that waits or is on its way is shown, with the
buttons that stop it, take it back or put it right."""

import re
from datetime import timedelta

from bot.core.forms.heard import Sent, Typed
from bot.core.forms.writing import key_of
from bot.store.broadcasts import broadcasts
from bot.store.broadcasts.broadcasts import DONE, PAUSED, RUNNING, STOPPED, WAITING, Broadcast
from bot.work.access import allowed, command
from bot.work.broadcasts import pages
from bot.work.visit import Visit

#: Whoever says so means what left lately.
_LATELY = timedelta(hours=24)
_UNDER_WAY = (WAITING, RUNNING, PAUSED)
_LOOKED_AT = 5
_LONGEST = 12  # words


async def heed(visit: Visit, heard: Typed | Sent) -> bool:
    """False when it is something else, or when there is nothing to stop."""
    if not isinstance(heard, Typed) or not allowed(command("siaran"), visit.grants) or not _is_to_stop(visit, heard):
        return False
    one = await _meant(visit)
    if one is None:
        return False
    visit.say("siaran_yang_ini")
    await pages.show_one(visit, one.id)
    return True


def _is_to_stop(visit: Visit, heard: Typed) -> bool:
    words, known = key_of(heard.text), visit.office.catalog.world.halting
    if not known or len(words.split()) > _LONGEST:
        return False
    return re.search(rf"\b(?:{'|'.join(map(re.escape, known))})\b", words) is not None


async def _meant(visit: Visit) -> Broadcast | None:
    """The newest of their own that waits or is on its way; else the newest that everybody has."""
    async with visit.ask() as connection:
        own = await broadcasts.listed(connection, visit.me.id, (), _LOOKED_AT, 0)
    lately = [one for one in own if one.made_at > visit.now - _LATELY]
    going = next((one for one in lately if one.state in _UNDER_WAY), None)
    return going or next((one for one in lately if one.state in {DONE, STOPPED}), None)
