"""What nobody understood where a meeting asks something: a reason in own words, where one is asked for; else the
question stays, and is said once more. Nothing that waits there is lost."""

from bot.core.forms.heard import Heard, Typed
from bot.core.forms.writing import in_short
from bot.core.listening.rules import WORK
from bot.work.access import allowed, button
from bot.work.hall import by_words
from bot.work.hall.decided import results_said
from bot.work.hall.meeting import FAMILY
from bot.work.saying.keyboard import keyboard
from bot.work.visit import Visit

_ASKING = frozenset({"tetapkan", "simpan", "sebab", "sisasebab"})
_DOES = frozenset({"batal", "kembali", "bantuan", "koreksi", "ubah", "nanti", "salam"})
_FEWEST = 2  # words of a reason
_SHOWN = 60  # characters


async def heed(visit: Visit, heard: Heard) -> bool:
    if not isinstance(heard, Typed) or not allowed(button(FAMILY), visit.grants):
        return False
    keys = await by_words.keys_shown(visit)
    if _ASKING.isdisjoint(data.split(":")[1] for _, data in keys):
        return False
    if _may_be_a_reason(visit, heard.text) and await results_said.take_reason(visit, heard.text, keys):
        return True
    visit.say("rapat_masih_ditanya", keyboard(*([key] for key in keys)), kata=in_short(heard.text, _SHOWN))
    return True


def _may_be_a_reason(visit: Visit, text: str) -> bool:
    """Neither a question nor anything that is to be done."""
    acts = visit.acts(text, "work")
    names = {act.name for act in (*acts.done, *acts.maybe)}
    does = any(name in _DOES or name.startswith(WORK) for name in names)
    return len(text.split()) >= _FEWEST and "?" not in text and not does
