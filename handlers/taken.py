"""What is said with no form open, by whoever may have meant a button, a task, their work or an usulan of theirs."""

from collections.abc import Callable, Coroutine, Sequence
from dataclasses import replace
from typing import Any

from bot.core.broadcasts.asking import asks
from bot.core.forms.heard import Sent, Typed
from bot.core.forms.reasoned import agreed_before
from bot.core.forms.writing import begun_with
from bot.work import home
from bot.work.access import allowed, command
from bot.work.answering import bringing_again, reckoning, written_down
from bot.work.answering.gone import part_gone, taking_back
from bot.work.broadcasts import asked_back, replanning
from bot.work.broadcasts.outcome import asked_numbers, asked_results, reached
from bot.work.broadcasts.writing import addressed, hearing
from bot.work.calendar import cancelling, changes, moved_by_words, moving, on_again, venues
from bot.work.checking import sent_in_words, unsent
from bot.work.deciding import aloud, asking_by_words, clarifying, told_by_words, told_for_another, word_to_proposer
from bot.work.hall import hub, sent_papers
from bot.work.hall.decided import reason_put_right
from bot.work.hall.invited import (
    guests_answered,
    guests_asked,
    guests_described,
    guests_exchanged,
    guests_renamed,
    guests_struck,
)
from bot.work.readiness import urged_in_words
from bot.work.reading import finding, pointing
from bot.work.roles import ending, invited_lines, own_role, sent_lists
from bot.work.saying.keyboard import number
from bot.work.sipd import incoming
from bot.work.tasks import by_words, not_yet, ticked
from bot.work.unprompted import (
    another_day,
    answering_named,
    answering_shown,
    asked_of_work,
    asking_to_announce,
    captioned,
    entrusted,
    greeted,
    guests_at_once,
    inviting_guests,
    meaning,
    nothing_open,
    of_a_task,
    offering,
    own_matters,
    put_right_brought,
    reconsidered,
    shown,
    state_told,
    thanks,
    told_the_same,
    work,
    yes_first,
)
from bot.work.unprompted.absent import leave, not_coming, standing_in
from bot.work.unprompted.after import (
    added_fact,
    after_check,
    after_invitation,
    after_learning,
    after_photo,
    after_question,
    after_sending,
    afterwards,
    asked_to_withdraw,
    read_by_topic,
    sent_guests,
    sent_in_lesson,
)
from bot.work.unprompted.asking import by_number
from bot.work.visit import Visit
from handlers.buttons import say_pressed
from handlers.rapat import say_today
from handlers.translate import heard_then

#: *Jadikan siaran*, under what was sent.
_AS_NEWS = "m:siaran:"


async def take(visit: Visit, heard: Typed | Sent) -> bool:
    """A button that stands there, an usulan that is meant, a photo that is awaited; of whoever has a role also a task
    that is done, their work, announcements."""
    visit = replace(visit, by_words=True)
    for take in _TAKERS if visit.grants else _OF_VILLAGERS:
        if await take(visit, heard):
            return True
    return False


async def take_surely(visit: Visit, heard: Typed) -> bool:
    """Below a form that finds no answer in it: nothing that is only asked about, and no work that is only likely."""
    visit = replace(visit, by_words=True)
    for take in _TAKERS[: _TAKERS.index(_is_work)]:
        if take not in _ASKING and await take(visit, heard):
            return True
    is_work = work.named_surely(visit, heard) or begun_with(heard.text, visit.office.catalog.world.finding)
    return bool(is_work) and await _is_work(visit, heard)


async def is_button_of_announcement(visit: Visit, heard: Typed | Sent) -> bool:
    """Under what was said last: "ya tarik" there is the yes, and no other announcement."""
    if not isinstance(heard, Typed) or not allowed(command("siaran"), visit.grants):
        return False
    said = hearing.said(visit, heard.text)
    if _is_more(visit, heard.text) or (said is not None and said.tells_more):  # "jam 8 ya", "ok kirim, 2 orang"
        return False
    data = await shown.meant(visit, heard) or await shown.meant_before(visit, heard, "a:")
    return data is not None and data.startswith("a:") and await say_pressed(replace(visit, by_words=True), data)


def _is_more(visit: Visit, text: str) -> bool:
    """ "Kirim juga ke curio", "kirim kah?": more than the word of a button under an announcement."""
    if not allowed(command("siaran"), visit.grants):
        return False
    world = visit.office.catalog.world
    said = agreed_before(text, world, paused=True) or text  # "ya, pak camat tidak ada" is for no camat
    return asks(text, world) or bool(addressed.in_words(visit, said))


async def _is_button(visit: Visit, heard: Typed | Sent) -> bool:
    """Of what stands there, or the same for several usulan; or a yes that chooses none of several."""
    data = await ticked.meant(visit, heard) or await shown.meant(visit, heard)
    if data is not None and data.startswith("a:") and isinstance(heard, Typed) and _is_more(visit, heard.text):
        return False
    data = data or await finding.meant(visit, heard) or await pointing.meant(visit, heard)
    data = data or await shown.agreed_above(visit, heard)
    if (data is not None and await say_pressed(visit, data)) or await shown.ask_which(visit, heard):
        return True
    return await finding.take_several(visit, heard)


async def _agrees_and_tells(visit: Visit, heard: Typed | Sent) -> bool:
    """The letter that waited leaves; what else was said is not done by that, and is shown."""
    found = await yes_first.agreed_first(visit, heard)
    if found is None or not isinstance(heard, Typed) or not await say_pressed(visit, found[0]):
        return False
    await nothing_open.hear(visit, replace(heard, text=found[1]))
    return True


async def _moves_a_venue(visit: Visit, heard: Typed | Sent) -> bool:
    """Said to everybody it is an announcement, and the calendar is asked about when that leaves."""
    return not offering.names_recipients(visit, heard) and await venues.take(visit, heard, home.meetings)


async def _announces_a_move(visit: Visit, heard: Typed | Sent) -> bool:
    if not isinstance(heard, Typed) or not offering.tells_of_move(visit, heard.text):
        return False
    if await venues.is_known(visit, heard.text, home.meetings):
        return False
    nothing_open.ask(visit, offering.JOURNEY, heard)
    return True


async def _is_work(visit: Visit, heard: Typed | Sent) -> bool:
    return isinstance(heard, Typed) and await work.heed(visit, heard)


async def _is_of_sent(visit: Visit, heard: Typed | Sent) -> bool:
    """What was asked about an usulan, or is added to it, or that it is not to be; last, an announcement."""
    if await written_down.put_right(visit, heard) or await after_question.take(visit, heard):
        return True
    if await asked_to_withdraw.take(visit, heard):
        return True
    if await taking_back.take(visit, heard) or await part_gone.take(visit, heard) or await reckoning.take(visit, heard):
        return True
    if await after_sending.take(visit, heard) or await afterwards.take(visit, heard):
        return True
    return await added_fact.take(visit, heard)


async def _announces_what_was_sent(visit: Visit, heard: Typed | Sent) -> bool:
    """ "Kirim surat ini ke …", right below what was said to a photo or a file."""
    behind = offering.behind_what_was_sent(visit, heard.text) if isinstance(heard, Typed) else ""
    if not behind:
        return False
    keys = (data for letter in await visit.letters() for _, data in letter.keys if data.startswith(_AS_NEWS))
    said_in = next((number(data.removeprefix(_AS_NEWS)) for data in keys), None)
    sent = await heard_then(visit, said_in) if said_in is not None else None
    if not isinstance(sent, Sent) or sent.file is None:
        return False
    await offering.begin_with(visit, sent, behind)
    return True


_Take = Callable[[Visit, Any], Coroutine[Any, Any, bool]]
_WORK = set[_Take]()


def _of_work(*takes: _Take) -> Sequence[_Take]:
    """Each of them asks first what the roles allow: of whoever has none it takes nothing."""
    _WORK.update(takes)
    return takes


#: Who may take what is said with no form open, in this order.
_TAKERS: Sequence[_Take] = (
    bringing_again.take,
    own_role.take,
    *_of_work(sent_lists.tell, guests_at_once.take),
    _is_button,
    *_of_work(read_by_topic.take, _agrees_and_tells, by_words.take_instead),
    unsent.take,
    *_of_work(
        after_check.take_report,
        guests_asked.take,
        guests_exchanged.take,
        guests_struck.take,
        guests_renamed.take,
        guests_described.take,
    ),
    guests_answered.take_all,
    *_of_work(invited_lines.take, inviting_guests.take),
    sent_guests.take,
    *_of_work(sent_papers.take),
    _announces_what_was_sent,
    by_number.take,
    *_of_work(
        incoming.take_told,
        aloud.take,
        told_by_words.take,
        asked_results.take_answers,
        told_for_another.take,
        reason_put_right.take,
        state_told.take,
        put_right_brought.take,
    ),
    answering_named.take,
    *_of_work(after_invitation.take),
    afterwards.take_first,
    answering_shown.take_dated,
    *_of_work(by_words.take_several),
    pointing.ask_read,
    say_today,
    pointing.ask_which,
    *_of_work(after_learning.take, sent_in_words.take, sent_in_words.take_asked, entrusted.take, after_check.take_done),
    by_words.take,
    of_a_task.take,
    not_coming.take,
    changes.put_back,
    *_of_work(on_again.take),
    changes.tell,
    *_of_work(cancelling.put_right, moving.put_right),
    _moves_a_venue,
    *_of_work(
        replanning.take,
        another_day.put_right,
        moved_by_words.take,
        reached.take,
        asked_numbers.take,
        asked_results.take,
        urged_in_words.take,
        standing_in.take,
    ),
    standing_in.give_back,
    ending.take,
    *_of_work(asking_by_words.take, word_to_proposer.take, told_the_same.take),
    greeted.take,
    asked_of_work.take,
    not_yet.take,
    *_of_work(leave.take, clarifying.take, asked_back.offer_likely, offering.offer),
    asking_to_announce.take,
    *_of_work(sent_in_lesson.take),
    _announces_a_move,
    *_of_work(hub.take_paper),
    _is_work,
    *_of_work(answering_shown.take),
    captioned.take,
    *_of_work(after_check.take),
    after_photo.take,
    reconsidered.take,
    own_matters.take,
    thanks.take,
    _is_of_sent,
    *_of_work(asking_by_words.take_shown),
    greeted.take_nod,
    *_of_work(afterwards.take_lost, offering.offer_lost),
    meaning.take,
)
_OF_VILLAGERS = tuple(take for take in _TAKERS if take not in _WORK)
#: Who asks whether something was meant, of whatever nobody else took.
_ASKING = frozenset(
    {after_learning.take, asked_back.offer_likely, offering.offer, sent_in_lesson.take, _announces_a_move}
)
