"""That their own name is to stand nowhere, said where no act is heard: below a photo, beside what endangers somebody,
before any consent. It holds at once."""

from dataclasses import replace

from bot.core.forms.heard import Sent, Typed, words_of
from bot.core.usulan.unwritten import beside
from bot.core.usulan.whose_name import own_wish
from bot.work import conversation
from bot.work.office import Office
from bot.work.people.people import has_consented
from bot.work.usulan import unnamed
from bot.work.visit import Visit

_ACT = "jangan_nama"


async def heed(visit: Visit, heard: Typed | Sent) -> Typed | Sent | None:
    """What else is said; None where nothing is. Before a consent it waits as it was said."""
    if own_wish(visit.office.catalog.world, words_of(heard)) is None or _is_heard_as_act(visit, heard):
        return heard
    await unnamed.mark(visit, unnamed=True, words=words_of(heard))
    visit.say("nama_sendiri_tidak_disebut", bappeda=visit.office.bappeda)
    left = without_wish(visit.office, heard) if has_consented(visit) else heard
    if isinstance(left, Typed) and not left.text:
        await conversation.resume(visit)
        return None
    return left


def without_wish(office: Office, heard: Typed | Sent) -> Typed | Sent:
    world, text = office.catalog.world, words_of(heard)
    span = own_wish(world, text)
    left = beside(world, text, *span) if span else text
    if span and office.catalog.danger.find(text) and not office.catalog.danger.find(left):
        left = f"{text[: span[0]]}{text[span[1] :]}"  # why nobody is to know who told it is answered first
    if isinstance(heard, Typed):
        return replace(heard, text=left, html=heard.html if left == text else "")
    return replace(heard, caption=left or None, html=heard.html if left == text else "")


def _is_heard_as_act(visit: Visit, heard: Typed | Sent) -> bool:
    """Nothing is, where somebody may be in danger, or where something else is told."""
    acts = visit.acts(heard.text, "free") if isinstance(heard, Typed) and has_consented(visit) else None
    return acts is not None and [act.name for act in acts.done] == [_ACT] and not acts.left.strip()
