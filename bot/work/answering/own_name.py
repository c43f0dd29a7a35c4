"""That their own name is to stand nowhere, or may, said beside whatever else is said, wherever that is: in the story,
below a photo, beside what endangers somebody, before any consent. It holds at once; the rest goes where it belongs."""

from dataclasses import replace

from bot.core.flow.first_words import FEWEST_WORDS
from bot.core.forms.heard import Sent, Typed, words_of
from bot.core.usulan.own_wish import Wish, read
from bot.work import conversation
from bot.work.answering.acts import QUESTION
from bot.work.answering.answers import put_name_on, undo_name_off
from bot.work.office import Office
from bot.work.people import consent, first_words
from bot.work.people.people import has_consented
from bot.work.usulan import titip, unnamed
from bot.work.usulan.usulan import FORM as USULAN
from bot.work.visit import Visit

_ACT = "jangan_nama"
#: What is to be erased, or asked of us, is heard as it was said.
_OTHERWISE = frozenset({"hapus_data", "jangan_tulis"})


async def heed(visit: Visit, heard: Typed | Sent) -> Typed | Sent | None:
    """What else is said; None where nothing is."""
    wish = read(visit.office.catalog.world, words_of(heard))
    if wish is None or _is_at_work(visit):
        return heard
    acts = {act.name for act in visit.acts(heard.text, "idle").done} if isinstance(heard, Typed) else set()
    if acts & _OTHERWISE or (acts == {_ACT} and wish.hides and not wish.left and has_consented(visit)):
        return heard
    if not wish.hides and wish.left and not visit.me.unnamed:
        return heard
    await _carry_out(visit, wish, words_of(heard))
    asks = any(act.startswith(QUESTION) for act in acts)
    left = heard if asks else without_wish(visit.office, heard)
    if not isinstance(left, Typed) or len(left.text.split()) >= (1 if has_consented(visit) else FEWEST_WORDS):
        return left  # a yes to the consent beside it is pressed
    if has_consented(visit):
        await conversation.resume(visit)
    else:
        await first_words.keep(visit)
        consent.go_on(visit)
    return None


def without_wish(office: Office, heard: Typed | Sent) -> Typed | Sent:
    """Why it is to stand nowhere is heard where it endangers somebody."""
    text = words_of(heard)
    wish = read(office.catalog.world, text)
    if wish is None:
        return heard
    danger = office.catalog.danger
    left = wish.whole if danger.find(text) and not danger.find(wish.left) else wish.left
    if isinstance(heard, Typed):
        return replace(heard, text=left, html="")
    return replace(heard, caption=left or None, html="")


async def _carry_out(visit: Visit, wish: Wish, words: str) -> None:
    if not wish.hides:
        await put_name_on(visit)
        return
    await unnamed.mark(visit, unnamed=True, words=words)
    visit.say("nama_sendiri_tidak_disebut", undo_name_off(visit), bappeda=visit.office.bappeda)


def _is_at_work(visit: Visit) -> bool:
    """Whoever has a role speaks of themselves in what is a villager's alone."""
    draft = conversation.open_conversation(visit)
    return bool(visit.grants) and (draft is None or draft.flow not in (USULAN, titip.FORM))
