"""Who agreed alone and then tells that they are under 18: a grown-up is asked, and until then nothing is taken."""

from bot.core.forms.heard import Heard, Typed, words_of
from bot.store.people import consents
from bot.work import conversation
from bot.work.people import ages, consent, first_words
from bot.work.people.people import has_consented
from bot.work.usulan.dangers.apart import is_hurt
from bot.work.usulan.dangers.closed import APART
from bot.work.usulan.reader_choice import PRIVATE
from bot.work.visit import Visit

_OWN = "usulan"  # the form in which whoever writes speaks for themselves


async def hold(visit: Visit, text: str) -> bool:
    """Whether these words take the yes back until somebody grown up gives it; not where one has, and not of whoever
    holds a role."""
    if (
        not has_consented(visit)
        or visit.grants
        or _is_of_another(visit)
        or not ages.tell_of_youth(visit.office, [Typed(text, 0)])
    ):
        return False
    async with visit.look() as connection:
        if await consents.last(connection, visit.me.id) == consents.OF_GUARDIAN:
            return False
    if _is_hurt(visit, text):
        if not visit.turn.known.setdefault("child comforted", False):
            visit.say("bahaya.adik")
        visit.turn.known["child comforted"] = True
        return True
    consent.wait_for_guardian(visit)
    consent.ask_guardian(visit)
    return True


def _is_hurt(visit: Visit, text: str) -> bool:
    """Whoever tells of violence is sent to no parent: it may be they who do it."""
    told = (draft.state.get("about", {}) for draft in visit.conversations.values())
    return is_hurt(visit.office, text) or any({APART, PRIVATE} & about.keys() for about in told)


async def notice(visit: Visit, heard: Heard) -> None:
    """An age told in the middle of an answer ("ditimbun pasir, umurku 15"), after the answer was taken."""
    draft = conversation.open_conversation(visit)
    if (draft is None or draft.flow == _OWN) and ages.tell_in_passing(visit.office, words_of(heard)):
        await hold(visit, words_of(heard))


async def keep_waiting(visit: Visit, heard: Heard) -> bool:
    """An age told with a story, while nothing is open: the story waits unread for the yes of somebody grown up."""
    text = words_of(heard)
    if not ages.tell_in_passing(visit.office, text) or not await hold(visit, text):
        return False
    await first_words.keep(visit)
    return True


def is_told_of_another(visit: Visit) -> bool:
    """Of whoever holds a role, and where the age of somebody else is asked for, no age is their own."""
    draft = conversation.open_conversation(visit)
    return bool(visit.grants) or (draft is not None and draft.flow != _OWN)


def _is_of_another(visit: Visit) -> bool:
    """Whose age is told where somebody else speaks through this telephone was asked of them already."""
    return any("suara" in draft.state.get("about", {}) for draft in visit.conversations.values())
