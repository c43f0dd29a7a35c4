"""What is asked of a sent usulan while another is told: what is typed below the question, or is said to be for whoever
asked it, is no part of the other before it is known."""

from bot.core.forms.heard import Sent, Typed, words_of
from bot.core.forms.writing import is_bare, key_of
from bot.store.deciding.clarifications import Clarification
from bot.work import conversation
from bot.work.unprompted.after import after_question
from bot.work.usulan.usulan import FORM as USULAN
from bot.work.visit import Visit


async def take(visit: Visit, heard: Typed | Sent) -> bool:
    """While other words of theirs are only offered as a story, or another usulan is told: what was asked since then
    goes before, and what is said to be for whoever asked."""
    draft = conversation.open_conversation(visit)
    if draft is None or not visit.turn.is_asked:
        return False
    is_offered = bool(draft.state["pending"].get("first", {}).get("alone"))
    pair = await after_question.listening(visit) if is_offered or draft.flow == USULAN else None
    if pair is None or not pair[0].waits or (not is_offered and _is_for_form(visit, heard)):
        return False
    is_next = pair[0].asked_at > draft.touched_at or await _namesasker(visit, pair[0], heard)
    return is_next and await after_question.take(visit, heard)


def _is_for_form(visit: Visit, heard: Typed | Sent) -> bool:
    """A yes or a no is that of the form; a picture that it may take as well is asked about."""
    return isinstance(heard, Typed) and is_bare(heard.text, visit.office.catalog.world)


async def _namesasker(visit: Visit, one: Clarification, heard: Typed | Sent) -> bool:
    """ "Pak Rahman, itu dekat jembatan", "jawabannya dekat jembatan"."""
    spoken = set(key_of(words_of(heard)).replace(",", " ").replace(":", " ").split())
    if not spoken.isdisjoint(visit.office.catalog.world.own_matters["jawaban"]):
        return True
    by = key_of(await after_question.asker(visit, one)).split()
    return bool(by) and by[0] in spoken
