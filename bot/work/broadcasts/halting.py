"""An officer says in words that an announcement must stop: the one that is meant is shown, with the buttons that stop
it, take it back or put it right; where it stands opened and is out, taking it back is asked about at once."""

import re

from bot.core.forms.heard import Sent, Typed
from bot.core.forms.writing import key_of
from bot.store.broadcasts.broadcasts import DONE, STOPPED
from bot.work.access import allowed, command
from bot.work.broadcasts import meant, pages, steering
from bot.work.broadcasts.authors import beginning_of
from bot.work.saying.keyboard import keyboard
from bot.work.visit import Visit

_LONGEST = 12  # words


async def heed(visit: Visit, heard: Typed | Sent) -> bool:
    """False when it is something else, or when there is nothing to stop."""
    if not isinstance(heard, Typed) or not allowed(command("siaran"), visit.grants) or not is_to_stop(visit, heard):
        return False
    found = await meant.found(visit, heard.text, await meant.those_out(visit))
    if len(found) > 1:
        visit.say("siaran_yang_mana", keyboard(*meant.keys(found, "lihat")))
    elif found and found[0].id == await meant.opened_one(visit) and found[0].state in {DONE, STOPPED}:
        await steering.ask_withdraw(visit, found[0].id)
    elif found:
        visit.say("siaran_yang_ini", awal=beginning_of(found[0]))
        await pages.show_one(visit, found[0].id)
    return bool(found)


def is_to_stop(visit: Visit, heard: Typed) -> bool:
    words, known = key_of(heard.text), visit.office.catalog.world.halting
    is_of_phone = not visit.office.catalog.world.ending["blokir"].isdisjoint(words.split())
    if not known or is_of_phone or len(words.split()) > _LONGEST:
        return False
    return re.search(rf"\b(?:{'|'.join(map(re.escape, known))})\b", words) is not None
