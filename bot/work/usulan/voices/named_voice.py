"""Whoever tells on a borrowed telephone says their name ("ini mi saya nurdin, …", "jangan tulis nama suami saya, tulis
Hasni"): it is asked at once whose name that is. With a story of its own beside one that is told already it is asked
first whether that is another usulan."""

from dataclasses import replace

from bot.core.flow.correcting.said_to_go import may_take_out
from bot.core.flow.heard.another import LIKE_AN_ANSWER, answers
from bot.core.flow.scene import Scene, look
from bot.core.forms.heard import Heard, Sent, Typed
from bot.core.forms.state import State
from bot.core.forms.writing import key_of
from bot.core.understanding.name_words import typed_for
from bot.core.usulan.who_speaks import said, speaks_now, tells_more, turns_over, written
from bot.work import conversation
from bot.work.conversation import Reply
from bot.work.usulan.voices import name_question, other_story, speakers
from bot.work.usulan.voices.name_question import FORM, NAME
from bot.work.visit import Visit

_STORY = "cerita"
_LONGEST = 10  # words in which nothing but a name is told


async def hear(visit: Visit, heard: Typed | Sent, reply: Reply) -> bool:
    """An answer to one of both questions; a name with nothing else, or with another story. False for anything else,
    which the form hears."""
    state = name_question.open_draft(visit)
    if state is None:
        return False
    if other_story.is_asked(state):
        return await other_story.hear(visit, state, heard, reply)
    if other_story.is_turn(state) and _tells(visit, heard):
        other_story.take_turn(visit, state, heard)
        return True
    if not isinstance(heard, Typed):
        return False
    if name_question.is_asked(state) and await name_question.hear(visit, state, heard):
        return True
    scene = look(visit.office.catalog.flows[FORM], state, visit.office.world(visit.now))
    place = written(scene.world, heard.text) if len(heard.text.split()) <= _LONGEST else ""
    if place and answers(scene, place):  # "bukan bawah namanya, tulis Paraja saja", where the dusun is asked
        return await conversation.hear(visit, Typed(place, heard.message), reply)
    if await _hands_on(visit, state, heard, reply) or _is_now_another(visit, state, heard):
        return True
    if await _is_theirs(visit, state, heard) or _is_asked_alone(visit, state, heard):
        return True
    return _is_another_story(visit, scene, heard) or await other_story.goes_on(visit, state, scene, heard)


async def _hands_on(visit: Visit, state: State, heard: Typed, reply: Reply) -> bool:
    """ "Iya. sekarang tetangga sy pak haris mau bicara juga, sy kasih hp": what comes next is none of what was told."""
    turn = turns_over(visit.office.catalog.world, heard.text) if _is_told(state) else None
    if turn is None:
        return False
    name, before, behind = turn
    if before and await conversation.hear(visit, Typed(before, heard.message), reply):
        state = name_question.open_draft(visit) or state
    name = name if _is_another(visit.me.name, name) else ""  # "istrinya Lalu", on the telephone of Lalu
    _let_speak(visit, state, name or visit.text("suara_orang_itu"), replace(heard, text=behind, html=""))
    return True


def _let_speak(visit: Visit, state: State, name: str, heard: Typed) -> None:
    """What they say at once is kept; with nothing told yet it is their turn."""
    if len(tells_more(visit.office.catalog.world, heard.text)) >= LIKE_AN_ANSWER:
        other_story.ask(visit, state, name, heard)
    else:
        other_story.give_turn(visit, state, name)


def _is_now_another(visit: Visit, state: State, heard: Typed) -> bool:
    """ "Ini indo tija yg bicara, hp ini dipinjam. saya mau jalan tani": nothing of it goes into what was told."""
    world, voice = visit.office.catalog.world, speakers.speaker_of(state)
    spoken = speaks_now(world, heard.text) if _is_told(state) else None
    if spoken is None or heard.edited or _is_private(visit, heard):
        return False
    name, besides = spoken
    whose = voice["name"] if voice is not None else visit.me.name
    if name == state.about.get(NAME) if name else voice is not None:
        return False
    if name and not _is_another(whose, name):
        return False
    _let_speak(visit, state, name or visit.text("suara_orang_itu"), replace(heard, text=besides, html=""))
    return True


def _tells(visit: Visit, heard: Typed | Sent) -> bool:
    """More than a word that does something."""
    world = visit.office.catalog.world
    return not isinstance(heard, Typed) or len(tells_more(world, said(world, heard.text)[1])) >= LIKE_AN_ANSWER


async def _is_theirs(visit: Visit, state: State, heard: Typed) -> bool:
    """ "Jangan tulis nama suami saya, tulis Hasni", where it is told under that name: so it is said, and goes on."""
    voice = speakers.speaker_of(state)
    whose = voice["name"] if voice is not None else visit.me.name
    name = written(visit.office.catalog.world, heard.text) if len(heard.text.split()) <= _LONGEST else ""
    if not name or _is_another(whose, name):
        return False
    if voice is None:
        visit.say("suara_saya")
    else:
        visit.say("suara_dipakai", nama=whose, langsung=voice["directly"])
    return await conversation.resume(visit)


def _is_asked_alone(visit: Visit, state: State, heard: Typed) -> bool:
    """ "Jangan tulis nama suami saya, tulis Hasni", "kirim, atas nama nurdin": nothing else is told, so nothing is."""
    world = visit.office.catalog.world
    is_told = speakers.speaker_of(state) is not None or may_take_out(world, heard.text)
    if is_told or len(heard.text.split()) > _LONGEST:
        return False
    name = written(world, heard.text)
    if not name:
        name, besides = said(world, heard.text)
        name = "" if tells_more(world, besides) else name
    if not _is_another(visit.me.name, name) or _is_private(visit, heard):
        return False
    name_question.ask(visit, state, name)
    return True


def _is_another_story(visit: Visit, scene: Scene, heard: Typed) -> bool:
    """Another name than whose story this is, with more than an answer to what is asked."""
    state, world = scene.state, visit.office.catalog.world
    voice = speakers.speaker_of(state)
    name, besides = said(world, heard.text)
    whose = voice["name"] if voice is not None else visit.me.name
    if not _is_another(whose, name) or name == state.about.get(NAME) or not _is_told(state):
        return False
    if len(tells_more(world, besides)) < LIKE_AN_ANSWER or answers(scene, besides):
        return False
    if _is_private(visit, heard):
        return False
    other_story.ask(visit, state, name, heard)
    return True


def _is_private(visit: Visit, heard: Typed) -> bool:
    """Violence is kept apart by a rule of its own, and nothing else is asked about it."""
    return any(one.case.private for one in visit.office.catalog.danger.find(heard.text))


def _is_told(state: State) -> bool:
    return _STORY in state.answers or "first" in state.pending


async def notice(visit: Visit, heard: Heard) -> None:
    """ "Ini mi saya nurdin, kambing banyak mati", after the rest of it was heard."""
    state = name_question.open_draft(visit) if isinstance(heard, Typed) else None
    if state is None or not isinstance(heard, Typed) or speakers.speaker_of(state) is not None:
        return
    if notice_for_whom(visit, heard):
        return
    name, _ = said(visit.office.catalog.world, heard.text)
    asked_once = state.about.get(NAME) == name
    if _is_another(visit.me.name, name) and not asked_once and not _is_private(visit, heard):
        name_question.ask(visit, state, name)


def notice_for_whom(visit: Visit, heard: Heard) -> bool:
    """Whether it is asked if they type for whom they say: their own or somebody else's is the usulan."""
    state = name_question.open_draft(visit)
    if state is None or not isinstance(heard, Typed) or speakers.speaker_of(state) is not None:
        return False
    for_whom = typed_for(visit.office.catalog.world, heard.text)
    if not for_whom or for_whom == state.about.get(NAME) or _is_private(visit, heard):
        return False
    name_question.ask_for_whom(visit, state, for_whom)
    return True


def _is_another(whose: str, name: str) -> bool:
    return bool(name) and key_of(name) not in key_of(whose).split()


async def choose(visit: Visit, what: str, reply: Reply) -> bool:
    """A button of one of both questions."""
    return await name_question.choose(visit, what) or await other_story.choose(visit, what, reply)
