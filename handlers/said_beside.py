"""What somebody says while a form is open and that is none of its answers: to a question that stands above the form's,
about something that was sent before, or of other work."""

from collections.abc import Awaitable, Callable

from bot.core.forms.heard import Sent, Typed
from bot.work import conversation
from bot.work.answering import beside, bringing_again, changing, meanings, needs, to_the_last, which_kecamatan
from bot.work.answering.answers import answer, tell_family
from bot.work.answering.gone import taking_back
from bot.work.answering.in_need import unplaced
from bot.work.checking import filling, later, several
from bot.work.deciding import why
from bot.work.hall import attendance, recounted
from bot.work.roles import invited
from bot.work.saying.keyboard import keyboard
from bot.work.unprompted import answering_shown, other_work, own_matters, passing, shown, work
from bot.work.unprompted.absent import standing_in
from bot.work.unprompted.after import after_check, question_before_story, size_right
from bot.work.usulan import next_part
from bot.work.usulan.voices import named_voice, renaming, speakers
from bot.work.visit import Visit
from handlers import taken
from handlers.usulanku import show_own

_FEW = 4  # words of a wish for work
Heard = Typed | Sent
Take = Callable[[Visit, Heard], Awaitable[bool]]


async def take(visit: Visit, heard: Heard) -> bool:
    if answering_shown.is_asked(visit):
        return await answering_shown.hold_open(visit, heard)
    for one in _IN_TURN:
        if await one(visit, heard):
            return True
    return False


async def _of_family(visit: Visit, heard: Heard) -> bool:
    return isinstance(heard, Typed) and await tell_family(visit, heard.text)


async def _of_own(visit: Visit, heard: Heard) -> bool:
    if is_asked := own_matters.asks_to_see(visit, heard):
        await show_own(visit)
    return is_asked


async def _of_those_before(visit: Visit, heard: Heard) -> bool:
    return passing.asks_about_words(visit) and await bringing_again.take(visit, heard)


async def _of_voice(visit: Visit, heard: Heard) -> bool:
    told = await renaming.take(visit, heard) or await named_voice.hear(visit, heard, answer)
    return told or await unplaced.take(visit, heard)


async def _for_another(visit: Visit, heard: Heard) -> bool:
    if not speakers.is_for_another(visit, heard):
        return False
    await speakers.ask_whose(visit)
    return True


async def _of_count(visit: Visit, heard: Heard) -> bool:
    """Of how many came, where that is asked again; or a check is asked about, and nothing of it is told."""
    asks = any(conversation.is_asked(visit, one) for one in (attendance.NUMBERS, filling.JOURNEY))
    return asks and await recounted.take(visit, heard, only_shown=True)


async def _seen_there(visit: Visit, heard: Heard) -> bool:
    """An announcement and a scene to practise hear for themselves."""
    asks = conversation.open_conversation(visit)
    if asks is None or asks.flow.startswith(other_work.HEAR_THEMSELVES):
        return False
    return await several.take_named(visit, heard, asks.state.get("about", {}).get("usulan"))


async def _of_return(visit: Visit, heard: Heard) -> bool:
    """That a leave is over; the form waits."""
    asks = conversation.open_conversation(visit)
    if not await standing_in.take_back(visit, heard):
        return False
    if asks is not None:
        passing.offer_again(visit, asks)
    return True


async def _below_check(visit: Visit, heard: Heard) -> bool:
    """That a check is for later, or what is surely work, and tells nothing of one that was left for a day: it waits."""
    asks = conversation.open_conversation(visit)
    if asks is None or not isinstance(heard, Typed) or not conversation.is_asked(visit, filling.JOURNEY):
        return False
    if later.says(visit, heard.text):
        markup = keyboard([passing.way_back(visit, asks)])
        visit.say("isian_disisihkan", markup, formulir=visit.text(f"form.{asks.flow}.judul"))
        return True
    if not after_check.is_beside_old(visit, heard) or not await taken.take_surely(visit, heard):
        return False
    passing.offer_again(visit, asks)
    return True


async def _below_left_form(visit: Visit, heard: Heard) -> bool:
    """ "Jadwal", where a name was asked for above what stands there now: few words that are surely work are no name."""
    draft = conversation.open_conversation(visit)
    if draft is None or other_work.hears_itself(draft):
        return False
    if not isinstance(heard, Typed) or len(heard.text.split()) > _FEW:
        return False
    if not work.named_surely(visit, heard, new=True) or await conversation.stands_lowest(visit, draft):
        return False
    if await shown.meant(visit, heard) is not None or not await conversation.takes(visit, heard):
        return False
    is_done = await work.heed(visit, heard)
    if is_done:
        passing.offer_again(visit, draft)
    return is_done


async def _of_other_work(visit: Visit, heard: Heard) -> bool:
    """Or of another usulan than the form is about: it goes its own way, or it is asked whether it is an answer."""
    if await other_work.hold(visit, heard):
        return True
    other, asks = await other_work.of_another(visit, heard), conversation.open_conversation(visit)
    if other is None or asks is None or not isinstance(heard, Typed):
        return False
    if await changing.put_named_right(visit, heard) or await taken.take(visit, heard):
        passing.offer_again(visit, asks)
    else:
        other_work.ask_whose(visit, asks, other)
    return True


async def take_work(visit: Visit, heard: Heard) -> bool:
    """What a form of somebody with work finds no answer in, where it is surely work: the form waits, and says so."""
    draft = other_work.may_be_of_other(visit, heard)
    if draft is None or not isinstance(heard, Typed) or not await taken.take_surely(visit, heard):
        return False
    passing.offer_again(visit, draft)
    return True


#: The first that takes it; what may be an answer to the form comes last.
_IN_TURN: tuple[Take, ...] = (
    _seen_there,
    next_part.take,
    to_the_last.take,
    needs.tell,
    why.take,
    taking_back.take_beside,
    which_kecamatan.tell,
    _of_family,
    _of_own,
    question_before_story.take,
    _of_those_before,
    _of_voice,
    _for_another,
    speakers.take_named,
    meanings.tell,
    invited.take_back,
    invited.put_right,
    beside.put_right,
    _of_count,
    _of_return,
    _below_check,
    size_right.take,
    after_check.take_beside,
    _below_left_form,
    _of_other_work,
)
