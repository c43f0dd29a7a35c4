"""The screen of a meeting, asked for by its words where several could be meant: it is asked which, and never one
that is over invites anybody."""

from bot.core.forms.heard import Heard, Typed
from bot.core.forms.writing import key_of
from bot.store.calendar.occasions import Occasion
from bot.work.access import allowed, button
from bot.work.hall import by_words, hub, past
from bot.work.hall.args import number
from bot.work.hall.meeting import FAMILY
from bot.work.saying.keyboard import keyboard, press
from bot.work.visit import Visit

_INVITES = "tamu"


async def meant(visit: Visit, heard: Heard) -> tuple[str, list[Occasion]]:
    """(what is done there, the meetings that it may be); none where one of them stands open, or nothing is said."""
    if not isinstance(heard, Typed) or not allowed(button(FAMILY), visit.grants):
        return "", []
    spoken = key_of(heard.text)
    verb = visit.office.catalog.world.hall_buttons.get(spoken, "")
    if verb not in by_words.NAMING:
        return "", []
    keys = await by_words.keys_shown(visit)
    shown = {number(data.split(":"), 2) for _, data in keys} - {0}
    if len(shown) == 1 or (not shown and (verb != _INVITES or " " not in spoken)):
        return "", []
    near = [one for one in await hub.near(visit) if not shown or one.id in shown]
    return verb, [one for one in near if verb != _INVITES or visit.office.local(one.starts_at).date() >= visit.today]


def ask(visit: Visit, verb: str, found: list[Occasion], says: str = "rapat_pilih") -> None:
    rows = [[(label, press(FAMILY, verb, one.id)) for label, _ in past.row(visit, one)] for one in found]
    visit.say(says, keyboard(*rows), ada=bool(rows))
