"""What was left holds up nothing. A question of ours about somebody's words that nobody answered is asked no more a day
later, and its words go the way that they would have gone, behind what is said now; a form that was opened by mistake is
left by a word."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from bot.core.flow import so_far
from bot.core.flow.scene import TRIED, kind_of
from bot.core.forms.heard import Heard, Sent, Typed, words_of
from bot.core.forms.say import Words
from bot.core.forms.state import State
from bot.core.forms.writing import begun_with, in_short, key_of
from bot.core.records import Conversation
from bot.store.people import conversations
from bot.work import conversation, home
from bot.work.answering import correcting, unasked
from bot.work.answering.answers import answer
from bot.work.broadcasts import mending
from bot.work.broadcasts.writing import composed
from bot.work.calendar import at_once
from bot.work.checking import filling
from bot.work.people import first_words, people
from bot.work.saying.left_off import where_left
from bot.work.unprompted import nothing_open, passing, work_beside
from bot.work.unprompted.after import after_question
from bot.work.usulan import usulan
from bot.work.usulan.voices import speakers, titip, which_voice
from bot.work.visit import Visit

_LASTS = timedelta(days=1)
_STILL_MEANT = timedelta(days=7)  # later they are only said back: nobody knows what they were about
_SHOWN = 200  # characters
_TOLD_IN_ONE = {usulan.FORM, titip.FORM}
_ASKING = {*passing.ABOUT_WORDS, correcting.FORM}
_KEEPING = {titip.FORM, at_once.FORM, composed.FORM, mending.FORM}  # what was told before stands in them
_FILLED = _KEEPING - {titip.FORM} | {filling.JOURNEY.form}  # before anything is answered
_TOLD = {"waktu", "tanggal"}  # of a meeting, in one line with its name
_NOT_TOLD, _CANCEL, _MARKS = {"refused", "given", TRIED}, "batal", " .,;:!?"


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


# --- a form that was opened by mistake -------------------------------------------------------------------------------


async def by_mistake(visit: Visit, heard: Typed | Sent) -> Typed | Sent | None:
    """ "Eh salah", "bukan itu, apa tugas saya": what is said besides; None where nothing is. What belongs to the form,
    or comes where something was told in it already, stays as it is."""
    draft = conversation.open_conversation(visit)
    if draft is None and isinstance(heard, Typed) and await _refuses(visit, heard.text):
        await unasked.refuse(visit)
        return None
    if draft is None or not isinstance(heard, Typed):
        return heard
    lead = _in_passing(visit, draft, heard.text) if draft.flow in _TOLD_IN_ONE else None
    if lead is not None:
        await conversation.resume(visit, lead)
        return None
    if not home.has_work(visit):
        return heard
    if _only_leaves(visit, heard.text) and draft.flow != at_once.FORM:
        return await _leave(visit, draft, heard)
    rest = _behind(visit, heard.text)
    teachers = {*visit.office.catalog.world.teachers}  # "bukan ke pelatih, …": that form hears it itself
    if rest is None or teachers & {*map(key_of, heard.text.split())} or not await _is_left(visit, draft, heard, rest):
        return heard
    await _drop(visit, draft)
    return replace(heard, text=rest) if rest else None


async def _refuses(visit: Visit, text: str) -> bool:
    """Where their yes is asked for: that nothing was meant is a no."""
    return not people.has_consented(visit) and _only_leaves(visit, text) and await first_words.stands(visit)


async def _drop(visit: Visit, draft: Conversation) -> None:
    left = [one for one in conversation.dropping(visit) if one[1].draft == draft.draft]
    conversations.end(visit.turn, draft.flow)
    visit.say("mesin.dibatalkan", formulir=draft.flow)
    for journey, state in left:
        await journey.dropped(visit, state)


def _in_passing(visit: Visit, draft: Conversation, text: str) -> Words | None:
    """ "Assalamualaikum, kemarin belum selesai", "saya di malaysia": what was left is gone on with, also from far away,
    and nothing of that is told in it. None where anything else is said."""
    world, found = visit.office.catalog.world, set[str]()
    if so_far.asks(world, text):
        return None
    sorts, light = world.in_passing, world.oneself | world.nodding
    is_own = not world.oneself.isdisjoint(key_of(text).split())
    while begun := begun_with(text, light.union(*sorts.values())):
        found |= {sort for sort, words in sorts.items() if key_of(begun) in words and key_of(begun) not in light}
        text = text[len(begun) :]
    if text.strip(_MARKS):
        return None
    if found >= {"kemarin", "lagi"} and found <= {"kemarin", "lagi", "salam"}:
        return Words("draf_sampai_di", where_left(visit.office, draft))
    is_far = "rantau" in found and found <= {"rantau", "tinggal", "salam"}
    return Words("draf_dari_jauh") if is_far and ("tinggal" in found or is_own) else None


def _only_leaves(visit: Visit, text: str) -> bool:
    """ "Bukan, sy salah buka, keluar": words that leave a form wherever they are said, and nothing besides."""
    world, is_said = visit.office.catalog.world, False
    known, beside = world.opened_wrongly, world.oneself | world.nodding
    beside |= known["di_depan"] | known["kata"] | known["iringan"]
    while begun := begun_with(text, beside | known["keluar"]):
        is_said = is_said or not known["keluar"].isdisjoint({key_of(begun)})
        text = text[len(begun) :]
    return is_said and not text.strip(_MARKS)


async def _leave(visit: Visit, draft: Conversation, heard: Typed) -> Typed | None:
    """At once where nothing was told in it; else it is asked, by the word that every form knows for that."""
    state, (asked, _) = State.from_json(draft.state), conversation.asked(visit)
    stands_lowest = await conversation.stands_lowest(visit, draft)
    if "cancel" in state.pending or draft.flow in _ASKING:
        return heard
    is_chosen = which_voice.put_away(visit)  # whose it is
    is_free = asked is not None and kind_of(asked).free
    if not stands_lowest and _behind(visit, heard.text) is not None and await home.offer_back(visit):
        return None  # something was noted since: that is meant
    if not (stands_lowest or is_free or is_chosen):
        return heard
    is_told = _is_told(state) or state.pending.keys() - _NOT_TOLD or draft.flow in _FILLED
    if stands_lowest and not is_told:
        await _drop(visit, draft)
        return None
    word = next(word for word, act in visit.office.catalog.world.words.items() if act == _CANCEL)
    return None if await conversation.hear(visit, replace(heard, text=word), answer) else heard


def _is_told(state: State) -> bool:
    is_whose = speakers.speaker_of(state) is not None  # and agreed to
    return is_whose or not state.answers.keys().isdisjoint(_TOLD) or any(one.messages for one in state.answers.values())


def _behind(visit: Visit, text: str) -> str | None:
    """What stands behind such a word; None where it does not begin with one."""
    world = visit.office.catalog.world
    while before := begun_with(text, world.opened_wrongly["di_depan"]):
        text = text[len(before) :]
    said = begun_with(text, world.opened_wrongly["kata"])
    words = text[len(said) :].split()
    while words and key_of(words[0]) in world.oneself | world.nodding:
        words = words[1:]
    return " ".join(words) if said else None


async def _is_left(visit: Visit, draft: Conversation, heard: Typed, rest: str) -> bool:
    (asked, is_own_story), state = conversation.asked(visit), State.from_json(draft.state)
    if asked is None or is_own_story or _is_told(state) or draft.flow in {*_ASKING, *_KEEPING}:
        return False
    if not await conversation.stands_lowest(visit, draft):
        return False
    if rest:
        more = replace(heard, text=rest)
        is_day = "hari" in kind_of(asked).tells and await conversation.takes(visit, more)
        return passing.asks(visit, more) or (not is_day and await work_beside.names_work(visit, more))
    options = getattr(asked.params, "options", ())
    return key_of(heard.text) not in {key_of(word) for one in options for word in one.words}
