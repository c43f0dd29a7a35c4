"""What somebody wants to do with an usulan, or what a meeting decided of one, said while a form asks something: it is
no answer, and nothing of it is kept. They may do it first, and the form waits."""

from bot.core.forms.heard import Heard, Typed
from bot.core.forms.writing import in_short
from bot.work import conversation
from bot.work.answering import correcting
from bot.work.hall import results, results_said
from bot.work.reading import finding
from bot.work.saying.keyboard import keyboard
from bot.work.unprompted.passing import ABOUT_WORDS
from bot.work.visit import Visit

#: Forms that take such words themselves.
_THEIR_OWN = frozenset({*ABOUT_WORDS, correcting.FORM, finding.FORM, results.JOURNEY.form})
_SHOWN = 40  # characters of what was typed, on its button


async def hold(visit: Visit, heard: Heard) -> bool:
    """Whether the form is left to hear it. The form that looks for usulan takes their numbers itself."""
    draft = conversation.open_conversation(visit)
    if draft is None or draft.flow in _THEIR_OWN or not isinstance(heard, Typed):
        return False
    data = await finding.meant(visit, heard) or await results_said.meant(visit, heard)
    if data is None:
        return False
    typed = " ".join(heard.text.split())
    first = (in_short(typed, _SHOWN), data)
    goes_on = (visit.text("tombol_lanjutkan_tadi"), "m:lanjut")
    visit.say("isian_masih_terbuka", keyboard([first], [goes_on]), formulir=visit.text(f"form.{draft.flow}.judul"))
    return True
