"""Who agreed alone and then tells that they are under 18: a grown-up is asked, and until then nothing is taken."""

from bot.core.forms.heard import Heard, Typed
from bot.store.people import consents
from bot.work.people import ages, consent
from bot.work.people.people import has_consented
from bot.work.visit import Visit


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
    consent.wait_for_guardian(visit)
    consent.ask_guardian(visit)
    return True


async def notice(visit: Visit, heard: Heard) -> None:
    """An age told in the middle of an answer ("ditimbun pasir, umurku 15"), after the answer was taken."""
    if not isinstance(heard, Typed) or "usulan" not in visit.conversations:
        return
    text = heard.text.lower()
    if any(words in text for words in visit.office.catalog.world.aging):
        await hold(visit, heard.text)


def _is_of_another(visit: Visit) -> bool:
    """Whose age is told where somebody else speaks through this telephone was asked of them already."""
    return any("suara" in draft.state.get("about", {}) for draft in visit.conversations.values())
