"""Words that pass a form by. A form that was left alone for hours takes only what plainly belongs to it: work that is
named, and answers to what was said since, go their own way, and the form is offered again. A question of ours about
what somebody just said takes nothing but its answer."""

from dataclasses import replace
from datetime import timedelta
from itertools import takewhile

from bot.core.broadcasts.said import SEND
from bot.core.flow.scene import kind_of
from bot.core.forms.heard import Heard, Typed
from bot.core.forms.questions import Kind
from bot.core.forms.writing import key_of
from bot.core.records import Conversation
from bot.store.people import conversations
from bot.work import conversation, home
from bot.work.access import allowed, command
from bot.work.answering import correcting
from bot.work.broadcasts import meant, replanning
from bot.work.broadcasts.writing import agreeing, hearing
from bot.work.calendar import at_once, calling_off, changes, moved_together, moving, reasons, setting, several, stated
from bot.work.checking import filling
from bot.work.codes.secret_codes import code_at_end
from bot.work.hall import sent_papers
from bot.work.lessons import scenes
from bot.work.roles import ending, invitations, invited_lines, inviting
from bot.work.saying.keyboard import Key, keyboard, press
from bot.work.tasks import by_words, not_yet, proofs
from bot.work.unprompted import (
    answering_named,
    answering_shown,
    captioned,
    inviting_guests,
    meaning,
    of_a_task,
    offering,
    shown,
    work,
    work_beside,
)
from bot.work.unprompted.absent import leave
from bot.work.unprompted.after import (
    added_fact,
    after_check,
    after_learning,
    after_photo,
    after_question,
    after_sending,
    afterwards,
    grasped,
    second_look,
    sent_guests,
    sent_in_lesson,
)
from bot.work.visit import Visit

#: Of announcements their command, and how their forms begin. Of a meeting: another meeting, or what becomes of one, is
#: neither; nor is a question, or what becomes of a task.
_ANNOUNCING, _VENUE = "siaran", "tempat"
_OF_DATES = (at_once.JOURNEY, moved_together.JOURNEY, moving.OTHER_TIME, moving.OTHER_DAY, calling_off.JOURNEY)
_ABOUT_A_MEETING = frozenset({_VENUE, "alasan"})
_LEFT_ALONE, _QUESTION, _TELLS = timedelta(hours=2), 3, 2  # words
#: Forms that ask about words which somebody said to nobody's question.
ABOUT_WORDS = {
    room.JOURNEY.form: room.JOURNEY
    for room in (
        added_fact,
        after_check,
        after_learning,
        after_photo,
        after_question,
        after_sending,
        afterwards,
        answering_shown,
        meaning,
        offering,
        second_look,
        sent_guests,
        sent_in_lesson,
    )
}
_OFFERED, _FILES = "ditawarkan_lagi", frozenset({"photo", "document"})
_THEIR_OWN = {invitations.JOURNEY.form}  # invites, and hears it itself


async def passes(visit: Visit, heard: Heard, *, is_command: bool) -> Conversation | None:
    """The form that does not hear this; None where it does, and where none is open. `is_command`: it is the name of a
    command."""
    draft = conversation.open_conversation(visit)
    if draft is None or not isinstance(heard, Typed):
        is_paper = draft is not None and draft.flow == proofs.THINGS.form and sent_papers.named_in(visit, heard)[1]
        return draft if is_paper or (draft is not None and await captioned.is_of_another(visit, draft, heard)) else None
    if home.has_work(visit) and await _is_for_another(visit, draft, heard):
        return draft
    if draft.flow == correcting.FORM and len(visit.conversations) == 1:  # else they answer what is open beneath it
        return None if await conversation.takes(visit, heard) else draft
    if not home.has_work(visit):
        return draft if await after_question.passes(visit, draft, heard) else None
    if not await conversation.stands_lowest(visit, draft) and await _is_of_what_stands_lowest(visit, heard):
        return draft
    if draft.flow in ABOUT_WORDS:
        return None if await _answers(visit, draft, heard) else draft
    if await _is_said_beside(visit, heard, draft, is_command=is_command):
        return draft
    if not is_left_alone(visit, draft):
        return None
    is_free = is_command or bool(code_at_end(heard.text)) or moving.was_forgotten(visit, draft, heard.text)
    if is_free or await _is_for_something_else(visit, heard):
        return draft
    return None if await conversation.stands_lowest(visit, draft) or await conversation.takes(visit, heard) else draft


def _tells_more(visit: Visit, text: str) -> bool:
    """Than a number of recipients: "jamnya jam 9", "camat juga dikirimi"."""
    world, said = visit.office.catalog.world, hearing.likely(visit, text)
    beside = world.of_news["kirim"] | world.of_news["orang"] | world.of_news["iringan"] | world.oneself
    rest = [word for word in key_of(text).split() if word not in beside and not word.isdecimal()]
    return (said is not None and said.act != SEND) or len(rest) >= _TELLS


async def _is_said_beside(visit: Visit, heard: Typed, draft: Conversation, *, is_command: bool) -> bool:
    if await work_beside.is_said(visit, heard, draft) or await _is_no_file(visit, heard, draft):
        return True
    return await _is_other_wish(visit, heard, draft, is_command=is_command)


async def _is_no_file(visit: Visit, heard: Typed, draft: Conversation) -> bool:
    """Where a picture or a file alone is an answer, a sentence is none ("rapatnya pindah rabu saja" below what asks for
    a proof), unless it says that it is done; of an usulan any words may be more of it."""
    asked, is_own_story = conversation.asked(visit)
    flow = visit.office.catalog.flows[draft.flow]
    if asked is None and len(flow.questions) == 1:  # its summary stands there
        (asked,), is_own_story = flow.questions, flow.hears
    kind = kind_of(asked) if asked is not None else None
    if kind is None or is_own_story or kind.free or kind.story or _FILES.isdisjoint(kind.takes):
        return False
    words = key_of(heard.text).split()
    if len(words) < _QUESTION or words[0] in visit.office.catalog.world.finished:
        return False
    return not await conversation.takes(visit, heard)


async def _is_of_what_stands_lowest(visit: Visit, heard: Typed) -> bool:
    """A button of what was said after the form's question, what is to become of the task that was shown, or which of
    the list is done."""
    if await shown.meant(visit, heard) is not None or await of_a_task.is_of_shown(visit, heard):
        return True
    if hearing.likely(visit, heard.text) is not None and await meant.opened_one(visit) is not None:
        return True  # of an announcement that is looked at, or was sent
    return await by_words.is_in_list(visit, heard)


async def _is_for_another(visit: Visit, draft: Conversation, heard: Typed) -> bool:
    """Of a task named since, or for somebody who asked; or that the check is over, or of which this is is unclear."""
    if draft.flow == filling.JOURNEY.form and await after_check.passes(visit, heard, draft.state["about"]["uji"]):
        return True
    return await _is_of_newer(visit, draft, heard) or await answering_named.is_meant(visit, heard)


async def _is_of_newer(visit: Visit, draft: Conversation, heard: Typed) -> bool:
    """ "Sudah" under a reminder that came after the question: it is no yes to that."""
    below = takewhile(lambda letter: not letter.carries(f"f:{draft.draft}:"), await visit.letters())
    task = by_words.task_under(data for letter in below for _, data in letter.keys)
    return task is not None and await by_words.meant(visit, heard) == [task]


async def _is_other_wish(visit: Visit, heard: Typed, draft: Conversation, *, is_command: bool) -> bool:
    if draft.flow in _THEIR_OWN:
        return await _is_no_invitation(visit, heard, draft)
    if draft.flow == agreeing.NUMBER.form and _tells_more(visit, heard.text):
        return True
    return await _is_another_order(visit, heard, is_command=is_command)


async def _is_no_invitation(visit: Visit, heard: Typed, draft: Conversation) -> bool:
    """Whoever wants to announce, or to have somebody replaced, did not want to invite: nothing is left of that."""
    if wants_another := offering.wants_another(visit, heard) or await ending.is_of_somebody(visit, heard):
        conversations.end(visit.turn, draft.flow)
    return wants_another or work_beside.is_asked(visit, heard.text) or invited_lines.is_no_name(visit, heard)


async def _answers(visit: Visit, draft: Conversation, heard: Typed) -> bool:
    if asks(visit, heard) or await afterwards.is_of_newer(visit, draft, heard):
        return False
    goes_on = draft.flow == answering_shown.FORM and await answering_shown.goes_with(visit, heard.text)
    return goes_on or await conversation.takes(visit, heard)


def asks(visit: Visit, heard: Typed) -> bool:
    """A question of some words is neither the yes nor the no."""
    asks = heard.text.rstrip().endswith("?") or key_of(heard.text).startswith(visit.office.catalog.world.asking)
    return asks and len(heard.text.split()) >= _QUESTION


#: Forms that hear for themselves what is none of their choices.
_OF_THEIR_OWN = (setting.JOURNEY, scenes.JOURNEY)


async def _is_another_order(visit: Visit, heard: Typed, *, is_command: bool) -> bool:
    """Somebody is to be invited, or to be no facilitator any more, or something is to be announced: no form asks for
    that. Where any words are an answer there is more that is none: a lost telephone, another date, a command."""
    asked, is_own_story = conversation.asked(visit)
    kind = kind_of(asked) if asked is not None else None
    if _is_beside_announcement(visit, heard, kind):
        return True
    is_of_date = any(conversation.is_asked(visit, one) for one in _OF_DATES)
    is_change = is_of_date and stated.is_change(visit, heard.text) and not at_once.is_of_shown(visit, heard.text)
    denies = conversation.is_asked(visit, calling_off.JOURNEY) and bool(reasons.denied_in(visit, heard.text))
    if is_of_date and (asks(visit, heard) or changes.asks(visit, heard.text) or is_change or denies):
        return True
    if kind is not None and (kind.verbatim or kind.story):
        return False
    sets_date = is_of_date or conversation.is_asked(visit, setting.JOURNEY)
    is_for_guests = sets_date and inviting_guests.is_plain(visit, heard.text)
    if is_for_guests or inviting.is_said(visit, heard.text) or ending.is_ordered(visit, heard):
        return True
    if asked is None or kind is None or is_own_story:
        return False
    if offering.names_recipients(visit, heard):
        return True
    if not kind.free:
        return not _reads_itself(visit, kind, is_of_date=is_of_date) and await _is_other_work(visit, heard)
    is_control = key_of(heard.text) in visit.office.catalog.world.words
    if (is_command and not is_control) or await ending.is_of_somebody(visit, heard):
        return True
    is_request = asks(visit, heard) or reasons.is_request(visit, heard.text)
    if asked.key in _ABOUT_A_MEETING and (is_request or await of_a_task.hands_over(visit, heard)):
        return True
    return asked.key == _VENUE and stated.is_of_another(visit, heard.text)


def _reads_itself(visit: Visit, kind: Kind, *, is_of_date: bool) -> bool:
    """What sounds like work: a day, where one is asked for, or words where something is to be sent; in an announcement,
    for whom it is; what one does in a scene to practise."""
    draft = conversation.open_conversation(visit)
    is_announced = draft is not None and draft.flow.startswith(_ANNOUNCING)
    is_own = is_of_date or is_announced or any(conversation.is_asked(visit, one) for one in _OF_THEIR_OWN)
    return is_own or bool(kind.takes) or "hari" in kind.tells


async def _is_other_work(visit: Visit, heard: Typed) -> bool:
    """What is none of the choices, and names work."""
    return await work_beside.names_other_work(visit, heard) and not await conversation.takes(visit, heard)


def _is_beside_announcement(visit: Visit, heard: Typed, kind: Kind | None) -> bool:
    """The list of them, or a meeting and its day, while another form of theirs is open or its summary stands there.
    `kind`: of what it asks; where that is words, a longer sentence may be the answer."""
    draft = conversation.open_conversation(visit)
    if draft is None or not draft.flow.startswith(_ANNOUNCING) or not allowed(command(_ANNOUNCING), visit.grants):
        return False
    if replanning.list_named(visit, heard.text) is not None:
        return True
    if kind is not None and kind.free:
        return False
    if not (kind and kind.verbatim) and (stated.is_date(visit, heard.text) or several.dates_in(visit, heard.text)):
        return True
    return replanning.asks_for_unsent(visit, heard.text)


def asks_about_words(visit: Visit) -> bool:
    """Whether what is asked just now is only what somebody's words are."""
    draft = conversation.open_conversation(visit)
    return draft is not None and draft.flow in ABOUT_WORDS


def is_left_alone(visit: Visit, draft: Conversation) -> bool:
    return visit.now - draft.touched_at >= _LEFT_ALONE


async def _is_for_something_else(visit: Visit, heard: Typed) -> bool:
    """Work that is named; a task that is done; what confirms an announcement that came since."""
    if work.named_surely(visit, heard) or await by_words.meant(visit, heard) is not None:
        return True
    if await not_yet.meant(visit, heard) is not None or leave.is_meant(visit, heard):
        return True
    return grasped.says_understood(visit, heard.text) and await afterwards.fresh(visit) is not None


def offer_again(visit: Visit, draft: Conversation) -> None:
    """*Lanjutkan yang tadi*, once; where another form was begun by these words, that one is open now, and what waits
    for a yes has it first. A correction that is waited for has buttons that still stand there."""
    if draft.flow == correcting.FORM or shown.asks_now(visit):
        return
    state = visit.conversations.get(draft.flow)
    about = draft.state.get("about", {})
    if draft.flow in ABOUT_WORDS or conversation.open_conversation(visit) is not state or about.get(_OFFERED):
        return
    if state is None or state.draft != draft.draft:
        return
    conversations.keep(visit.turn, replace(draft, state=draft.state | {"about": {**about, _OFFERED: True}}))
    visit.say("isian_disisihkan", keyboard([way_back(visit, draft)]), formulir=visit.text(f"form.{draft.flow}.judul"))


def way_back(visit: Visit, draft: Conversation) -> Key:
    """*Lanjutkan yang tadi*: to this form whatever was begun since; of a check to this item of this usulan."""
    about = draft.state.get("about", {})
    of_check = draft.flow == filling.JOURNEY.form
    data = press("cek", "isi", about["uji"], about["bagian"]) if of_check else press("m", "lanjut", draft.draft)
    return visit.text("tombol_lanjutkan_tadi"), data
