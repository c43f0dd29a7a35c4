"""What somebody with a role types soon after an announcement, without Telegram's reply and with nothing open: a short
"siap" confirms it; of anything else it is asked, once, whether it is about it, and the words wait there."""

import re
from collections.abc import Sequence
from datetime import timedelta

from bot.core.broadcasts.asking import speaks_to_somebody
from bot.core.flow.interpreter import Flow
from bot.core.forms.heard import Heard, Sent, Typed
from bot.core.forms.say import Step
from bot.core.forms.state import State
from bot.core.forms.writing import asks_at_last, is_question, key_of
from bot.core.listening.rules import QUESTION, WORK
from bot.core.records import Conversation
from bot.store.broadcasts import broadcasts, receipts
from bot.store.broadcasts.receipts import Copy
from bot.store.people import conversations
from bot.work import conversation
from bot.work.answering import naming
from bot.work.broadcasts import meant
from bot.work.broadcasts.answers import received, replies
from bot.work.broadcasts.under_way.authors import beginning_of
from bot.work.broadcasts.writing import timed
from bot.work.hall import hub
from bot.work.hall.by_words import is_count
from bot.work.people import first_words
from bot.work.people.people import has_consented
from bot.work.tasks import by_words
from bot.work.unprompted import asked_lines, nothing_open
from bot.work.unprompted.after import grasped, which_copy
from bot.work.visit import Journey, Visit

_SOON, _JUST_NOW = timedelta(hours=24), timedelta(hours=1)
#: What tells an hour or a day, and does nothing while an announcement stands there.
_HOURS = frozenset({"kerja_tetapkan", "kerja_pindah", "kerja_jam_belajar"})
_HALL, _SHARED = "kerja_rapat", 2  # words
_YES = "siap"
_OLDER = "yang_lebih_dulu"  # what another question was about
#: What people do by words: said to us, and an answer to the consent screen.
_OURS, _ANSWERS = frozenset({"mulai", "batal"}), frozenset({"ya", "tidak"})


async def take(visit: Visit, heard: Typed | Sent) -> bool:
    """Whether it was taken for something about an announcement, or asked about."""
    if not isinstance(heard, Typed) or nothing_open.is_plain(visit, heard):
        return False
    if grasped.says_understood(visit, heard.text):
        return await _confirm(visit, await _copies(visit))
    is_noted = grasped.says_noted(visit, heard.text)
    copy = await fresh(visit) if visit.grants or is_noted or received.may_answer(heard.text) else None
    if copy is not None and is_noted:
        return await _confirm(visit, [copy])
    if copy is None or await _is_awaited(visit, heard.text):
        return False
    return await _ask_of(visit, heard)


async def take_first(visit: Visit, heard: Typed | Sent) -> bool:
    """While one stands lowest, before whoever could only refuse: "saya hadir" where there is no meeting, "sudah" where
    no task waits. And what speaks of it in its own words, before any that answers questions."""
    if not isinstance(heard, Typed) or nothing_open.is_plain(visit, heard):
        return False
    if not (visit.grants or received.may_answer(heard.text)) or is_count(visit, heard):
        return False
    is_lowest = await _stands_lowest(visit)
    is_read = grasped.says_read(visit, heard.text) and await _confirm(visit, await _copies(visit))
    if is_read or await (_answers(visit, heard) if is_lowest else _asks_once_more(visit, heard)):
        return True
    if visit.grants and not is_lowest and (late := await which_copy.asks_to_come(visit, heard.text)) is not None:
        is_asked = await hub.ahead(visit) and await _ask(visit, late, heard)  # they may mean that one
        return is_asked or await received.take_choice(visit, heard, [late])
    if not visit.grants:
        return is_lowest and await take(visit, heard)
    speaks_to = speaks_to_somebody(heard.text, visit.office.catalog.world)
    is_more = speaks_to or timed.tells_time(visit, heard.text)
    is_theirs = _says_they_come(visit, heard.text) or (is_more and not _is_work(visit, heard.text))
    if is_theirs and not await _newer(visit) and await _waits_too(visit, heard):
        return True
    if (named := await which_copy.named(visit, heard.text, _copies)) is not None:
        return await _ask(visit, named, heard)
    if not is_lowest or (copy := await fresh(visit)) is None:
        return False
    is_theirs = (speaks_to or _asks(visit, heard.text)) and not _is_work(visit, heard.text)
    is_theirs = is_theirs or await _is_refused(visit, copy, heard) or await _speaks_of(visit, copy, heard.text)
    return is_theirs and await take(visit, heard)


async def _answers(visit: Visit, heard: Typed) -> bool:
    """What stands lowest: by a choice, or that they come only if something is, which its author reads."""
    copies = await _copies(visit)
    one = await received.if_they_can(visit, heard.text, copies)
    if one is not None:
        await replies.hand_on(visit, one, heard)
    return one is not None or await received.take_choice(visit, heard, copies)


async def _asks_once_more(visit: Visit, heard: Typed) -> bool:
    """A question right below what they have just answered is for whoever asked them."""
    asked = any(act.name.startswith(QUESTION) for act in visit.acts(heard.text, "idle").done)
    if not (asked or _asks(visit, heard.text)) or (visit.grants and _is_work(visit, heard.text)):
        return False
    if any(letter.keys and not letter.carries(received.BUTTONS) for letter in await visit.letters()):
        return False  # something else was said since
    copy = next(iter(await _copies(visit)), None)
    at = copy.understood_at if copy is not None else None
    return copy is not None and at is not None and at > visit.now - _JUST_NOW and await _ask(visit, copy, heard)


async def _stands_lowest(visit: Visit) -> bool:
    return any(letter.carries(received.BUTTONS) for letter in (await visit.letters())[:1])


async def take_lost(visit: Visit, heard: Typed | Sent) -> bool:
    """What nobody else understands, while one of the last day waits: also below something else, or chosen anew."""
    if not visit.grants or not isinstance(heard, Typed) or nothing_open.is_plain(visit, heard):
        return False
    if is_count(visit, heard) or naming.may_name(visit.office, heard.text):
        return False  # who came, or an usulan: of an announcement only where it is replied to
    is_short = len(heard.text.split()) < _SHARED
    if not is_short and await received.take_choice(visit, heard, await _copies(visit), is_below=True):
        return True
    return not is_short and not visit.acts(heard.text, "work").done and await _ask_of(visit, heard)


def _asks(visit: Visit, text: str) -> bool:
    """ "Boleh diwakilkan?", "jam 9 pagi atau malam": more than a word that asks."""
    world, spoken = visit.office.catalog.world, key_of(text).split()
    choice = not world.noting["atau"].isdisjoint(spoken[1:-1])
    return len(spoken) > 1 and (choice or is_question(text, world, free=False) or asks_at_last(text, world))


def _is_work(visit: Visit, text: str) -> bool:
    """An hour that is asked about sets no date, and is none for lessons where they are not named."""
    names = {act.name for act in visit.acts(text, "work").done if act.name.startswith(WORK)}
    spoken = re.findall(r"[\w-]+", text.lower())
    return timed.names_lessons(visit, text) or bool(names - _HOURS) or asked_lines.asked(visit, spoken) != ""


async def _is_refused(visit: Visit, copy: Copy, heard: Typed) -> bool:
    names = [act.name for act in visit.acts(heard.text, "work").done if act.name.startswith(WORK)]
    if names[:1] == [_HALL]:
        return not is_count(visit, heard) and (not await hub.has_any(visit) or await _confirms(visit, copy, heard.text))
    return not names and (by_words.says_only_done(visit, heard.text) or await by_words.is_of_none(visit, heard))


async def _confirms(visit: Visit, copy: Copy, text: str) -> bool:
    """ "Siap hadir" where it asks for that: it opens no meeting, unless it is the name of one of its screens."""
    if not _says_they_come(visit, text):
        return False
    one = await visit.look_up(broadcasts.one, copy.broadcast_id)
    asked = re.findall(r"\w+", f"{one.message.html} {one.message.asked}".lower()) if one is not None else []
    return not visit.office.catalog.world.noting["konfirmasi"].isdisjoint(asked)


def _says_they_come(visit: Visit, text: str) -> bool:
    world, spoken = visit.office.catalog.world, set(re.findall(r"\w+", text.lower()))
    says = not any(spoken.isdisjoint(world.noting[sort]) for sort in ("datang", "janji"))
    return says and key_of(text) not in world.hall_buttons


async def _waits_too(visit: Visit, heard: Typed) -> bool:
    """While it is asked whether the words before were about it: these wait with them."""
    draft = visit.conversations.get(FORM)
    is_open = draft is not None and conversation.open_conversation(visit) is draft
    return draft is not None and is_open and await nothing_open.wait_too(visit, State.from_json(draft.state), heard)


async def _newer(visit: Visit) -> Copy | None:
    """What came while it is asked whether words were about an older one: what is said now is about this."""
    draft, copy = visit.conversations.get(FORM), await fresh(visit)
    return copy if draft is not None and copy and draft.state["about"]["siaran"] != copy.broadcast_id else None


async def is_of_newer(visit: Visit, draft: Conversation, heard: Typed) -> bool:
    """ "Siap bu" confirms what came last, and says no yes to the question above it."""
    says_so = grasped.says_understood(visit, heard.text) or grasped.says_noted(visit, heard.text)
    return draft.flow == FORM and says_so and await _newer(visit) is not None


async def _speaks_of(visit: Visit, copy: Copy, text: str) -> bool:
    """In two words of it at least, and of no work."""
    if any(act.name.startswith(WORK) for act in visit.acts(text, "work").done):
        return False
    one = await visit.look_up(broadcasts.one, copy.broadcast_id)
    return one is not None and meant.shared(visit, one.message.html, text) >= _SHARED


async def _copies(visit: Visit) -> list[Copy]:
    """With that which stands lowest, though the ledger does not know yet that it has arrived."""
    found = await visit.look_up(receipts.copies_since, visit.me.id, _SOON, visit.now, visit.turn.real)
    last = next(iter(await visit.letters()), None)
    lowest = received.shown_in(last.keys) if last is not None else None
    if last is None or lowest is None or any(one.broadcast_id == lowest for one in found):
        return found
    is_landing = await visit.look_up(receipts.is_landing, lowest, visit.me.id)
    return [Copy(lowest, last.message_id, None), *found] if is_landing else found


async def fresh(visit: Visit) -> Copy | None:
    """The newest, while it waits to be confirmed and nothing else was said to them since: only then may words without
    Telegram's reply be about it."""
    copy = next(iter(await _copies(visit)), None)
    if copy is None or copy.understood_at is not None:
        return None
    last = next(iter(await visit.letters()), None)
    is_last = last is not None and (
        last.message_id == copy.message_id or last.carries(received.buttons_of(copy.broadcast_id))
    )
    return copy if is_last else None


async def _is_awaited(visit: Visit, text: str) -> bool:
    """Words that only begin or end something, and a yes or no while the consent screen waits for one."""
    names = {act.name for act in visit.acts(text, "idle").done}
    if not names or not names <= _OURS | _ANSWERS:
        return False
    if names <= _OURS or has_consented(visit):
        return names <= _OURS
    return await first_words.are_awaited(visit)


# --- "siap" ----------------------------------------------------------------------------------------------------------


async def _confirm(visit: Visit, copies: Sequence[Copy]) -> bool:
    """The newest that they have not confirmed; who has confirmed them all hears that it is known."""
    if not copies:
        return False
    copy = next((copy for copy in copies if copy.understood_at is None), None)
    if copy is not None:
        await received.understood(visit, copy.broadcast_id, copy.message_id)
        return True
    one = await visit.look_up(broadcasts.one, copies[0].broadcast_id)
    if one is not None:
        visit.say("siaran_paham_dicatat", awal=beginning_of(one))
    return one is not None


# --- anything else ---------------------------------------------------------------------------------------------------


async def _ask_of(visit: Visit, heard: Typed) -> bool:
    """Of those that wait for their word, unless it is another choice in one that has it."""
    copies = await _copies(visit)
    if await which_copy.chosen_anew(visit, heard, copies):
        return True
    waiting = [one for one in copies if one.understood_at is None]
    return bool(waiting) and await _ask(visit, await which_copy.likeliest(visit, heard.text, waiting), heard)


async def _ask(visit: Visit, copy: Copy, heard: Typed) -> bool:
    one = await visit.look_up(broadcasts.one, copy.broadcast_id)
    if one is None:
        return False
    waits = {_OLDER: older.state["about"]} if (older := visit.conversations.get(FORM)) is not None else {}
    nothing_open.ask(visit, JOURNEY, heard, siaran=one.id, awal=beginning_of(one), **waits)
    return True


async def _ask_older(visit: Visit, state: State) -> None:
    """What was asked of an older one stays its own question."""
    if (about := state.about.get(_OLDER)) is not None:
        conversation.start(visit, JOURNEY, about=about)


async def finish(visit: Visit, _flow: Flow, state: State) -> None:
    await _finish(visit, state)
    await _ask_older(visit, state)


async def _finish(visit: Visit, state: State) -> None:
    about = state.about
    is_meant = state.answers["untuk"].value["value"] == "ya"
    one = await visit.look_up(broadcasts.one, about["siaran"]) if is_meant else None
    if one is not None:
        for words in nothing_open.words_put_by(about):
            await replies.hand_on(visit, one, words)
    elif not is_meant and (others := await which_copy.another(visit, about, await _copies(visit))):
        conversation.start(visit, JOURNEY, about=others)
    else:
        await nothing_open.go_on(visit, about)


async def _hear(visit: Visit, before: State, heard: Heard, step: Step) -> bool:
    """ "Sudah jelas bu" at the question confirms the announcement, and passes nothing on; "siap" is the yes."""
    if not isinstance(heard, Typed) or not grasped.says_understood(visit, heard.text):
        return await nothing_open.more(visit, before, heard, step)
    plain = {phrase for phrase in visit.office.catalog.world.grasping if not phrase.startswith(_YES)}
    if not meant.holds(heard.text.lower(), plain):
        return False
    conversations.end(visit.turn, FORM)
    await received.understood(visit, before.about["siaran"])
    await _ask_older(visit, before)
    return True


FORM = "siaran_untuk_ini"
_LEAD = nothing_open.naming(FORM, "awal")
JOURNEY = Journey(FORM, finish, heed=_hear, opening=_LEAD, dropped=_ask_older, nudged=True)
