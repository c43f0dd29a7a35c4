"""A question of ours about somebody's words that nobody answered holds up nothing: a day later it is asked no more,
and its words go the way that they would have gone, behind what is said now."""

from collections.abc import Sequence
from datetime import timedelta

from bot.core.forms.heard import Heard, words_of
from bot.core.forms.state import State
from bot.core.forms.writing import in_short
from bot.core.records import Conversation
from bot.store.people import conversations
from bot.work import conversation
from bot.work.answering import correcting
from bot.work.unprompted import nothing_open, passing
from bot.work.unprompted.after import after_question
from bot.work.visit import Visit

_LASTS = timedelta(days=1)
_STILL_MEANT = timedelta(days=7)  # later they are only said back: nobody knows what they were about
_SHOWN = 200  # characters
_ASKING = {*passing.ABOUT_WORDS, correcting.FORM}


async def let_go(visit: Visit, heard: Heard) -> Sequence[Conversation]:
    """Those that hear no more and whose words go on; of the others it is said at once that they do not, so that what is
    answered now stands lowest. One that was asked last still takes its answer, and so does what a facilitator waits
    for."""
    held = (one for one in visit.conversations.values() if one.flow in _ASKING)
    old = [one for one in held if visit.now - one.touched_at > _LASTS]
    over = [one for one in old if not await _is_answered(visit, one, heard)]
    for one in over:
        conversations.end(visit.turn, one.flow)
    meant = [one for one in over if _is_meant(visit, one)]
    for one in over:
        if one not in meant:
            _say_back(visit, one)
    return meant


def _is_meant(visit: Visit, draft: Conversation) -> bool:
    """Where something else is open now its words are not put into it."""
    is_young = visit.now - draft.touched_at <= _STILL_MEANT
    return is_young and draft.flow != correcting.FORM and conversation.open_conversation(visit) is None


def _say_back(visit: Visit, draft: Conversation, *, on: bool = False) -> None:
    """A correction that nobody agreed to is said to be none. `on`: they go on."""
    about = State.from_json(draft.state).about
    if draft.flow == correcting.FORM:
        visit.say("ralat_dulu", nomor=about["bandingkan"]["nomor"])
        return
    words = " ".join(filter(None, map(words_of, nothing_open.words_put_by(about))))
    day = visit.office.day(draft.touched_at)
    visit.say("kata_dulu", hari=day, kata=in_short(words, _SHOWN), diteruskan=on)


async def _is_answered(visit: Visit, draft: Conversation, heard: Heard) -> bool:
    if draft.flow == after_question.FORM and await after_question.still_listens(visit, draft):
        return True
    is_open = conversation.open_conversation(visit) is draft
    return is_open and await conversation.stands_lowest(visit, draft) and await conversation.takes(visit, heard)


async def go_on(visit: Visit, meant: Sequence[Conversation]) -> None:
    """Unless what was said now opened something."""
    for draft in meant:
        on = conversation.open_conversation(visit) is None
        _say_back(visit, draft, on=on)
        if on:
            await nothing_open.go_on(visit, State.from_json(draft.state).about)
