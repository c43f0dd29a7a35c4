"""What people say while nothing is open: before their yes, and after it. Nothing that was said is used unseen."""

import re
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from typing import Any

from bot.core.flow.heard.first_words import FEWEST_WORDS, is_told, puts_forward, told_beside, without_lead
from bot.core.forms.heard import Heard, Sent, Typed
from bot.core.forms.writing import is_question, key_of
from bot.core.listening.shapes import Acts, Situation
from bot.core.spelt import one_of
from bot.core.stories.several import names_thing
from bot.core.understanding.declining import wants_no_questions
from bot.core.understanding.where.hamlets import is_complaint, tells_something
from bot.work import conversation
from bot.work.answering import changing, correcting, needs, so_already, to_the_last, topics
from bot.work.answering.acts import QUESTION
from bot.work.answering.answers import answer, is_answered
from bot.work.people import ages, consent, first_words, rights
from bot.work.people.people import awaits_guardian, has_consented
from bot.work.roles import claims
from bot.work.saying.keyboard import keyboard
from bot.work.usulan import usulan
from bot.work.usulan.dangers import closed, danger_asked
from bot.work.usulan.reader_choice import PRIVATE
from bot.work.visit import Visit

_YES, NO, BEGIN, _SAVE, ANYTHING = "ya", "tidak", "mulai", "simpan", "tanya_lain"
_GREETS, _PRESS = "salam", "izin_tekan_setuju"
_STORY_FILES = frozenset({"voice", "photo"})
_GROWS = 4  # letters of a word of refusing that may have an ending
_FEW, _ASKING = 6, 10  # words of a question beside what is told, and alone
_SURELY, _LIKELY = 0.95, 0.4


async def before_consent(visit: Visit, heard: Heard) -> None:
    """What only does something is answered and not kept; the rest waits unread until the yes."""
    if isinstance(heard, Sent) and heard.what == "contact":
        visit.say("mesin.bukan_contact")  # somebody else's: it waits for nobody's yes
        consent.ask(visit)
        return
    awaited = awaits_guardian(visit)
    if isinstance(heard, Typed) and ages.tells_of_guardian(visit.office, heard.text, awaited=awaited):
        consent.ask_guardian_to_press(visit)  # not kept: it would stand in the child's story
        return
    if await needs.answers_the_deaf(visit, heard):
        await consent.go_on(visit)
        return
    heard = await needs.heard_beside(visit, heard)
    if isinstance(heard, Typed) and _allows(visit, heard.text):
        await consent.go_on(visit, _PRESS)  # "catat mi pak, tidak apa2": no story, and no consent that was pressed
        return
    acts = acts_of(visit, heard, "consent")
    if _leads_in(visit, heard, acts) or await _answers_unclear(visit, heard, acts):
        await consent.go_on(visit)
        return
    if acts is None or not isinstance(heard, Typed) or told_beside(acts, heard.text, visit.office.catalog.world):
        await _answer_questions(visit, heard, acts)
        album, is_file = (heard.album, heard.what == "document") if isinstance(heard, Sent) else (None, False)
        await consent.hear_before(visit, album, is_file=is_file)
        return
    names = [act.name for act in acts.done]
    if names == [NO] and not visit.turn.newcomer:
        await (refuse(visit) if _says_no(visit, heard.text) else consent.go_on(visit))
    elif names == [_YES]:
        await consent.go_on(visit, _PRESS)
    else:
        if ages.YOUNG in names or ages.tell_of_youth(visit.office, [heard]):
            await first_words.keep(visit)  # who agrees depends on it
        await _answer_above_consent(visit, heard, acts)
        await consent.go_on(visit)


def _says_no(visit: Visit, text: str) -> bool:
    """All that was told is erased by it, so that a word of refusing has to stand there: "sy bapaknya, sy bolehkan
    anakku" may sound like one. Of a short one nothing grows: "Gani" and "Noni" are names."""
    refusing = visit.office.catalog.world.consenting["menolak"]
    grown = tuple(word for word in refusing if len(word) >= _GROWS)  # "tidakji"
    said = re.findall(r"[^\W\d_]+", key_of(text))
    return any(word in refusing or word.startswith(grown) for word in said)


async def _answer_above_consent(visit: Visit, heard: Heard, acts: Acts) -> None:
    """But for a greeting alone, where the whole screen below greets by itself."""
    if [act.name for act in acts.done] != [_GREETS] or not visit.turn.newcomer:
        await _answer_all(visit, heard, acts)


def only_tells(visit: Visit, spoken: Sequence[Heard]) -> bool:
    """Whether nothing of it asks for an usulan to be begun, and there is no picture to be kept in it."""
    files = any(isinstance(one, Sent) and one.what != "voice" for one in spoken)
    return not files and not any(_begins(acts_of(visit, one, "consent")) for one in spoken)


async def keep_silent(visit: Visit, case: str, text: str) -> None:
    """After despair or violence nothing of consent or forms, but whether somebody may be told. That they were said is
    noted, until the yes to what else was said; they themselves wait for no yes."""
    await first_words.keep(visit)
    subject = conversation.draft_id(visit.turn.update_id)
    if ages.tell_of_youth(visit.office, [Typed(text, 0)]):
        visit.say("bahaya.adik")
    await danger_asked.ask(visit, case, {}, subject, text=text, apart=True)


async def refuse(visit: Visit) -> None:
    """A no is a no, pressed or typed: whatever was begun before the answer is as if it had not been."""
    if not has_consented(visit):
        await claims.leave(visit)
    await rights.refuse(visit)


async def with_nothing_open(visit: Visit, heard: Heard, lost: Callable[[Typed], Awaitable[None]] | None = None) -> None:
    """Questions are answered; what tells something is shown and asked about: is it the story? `lost`: what is done
    instead with words that do not say so, of whoever has other work here."""
    if isinstance(heard, Typed) and visit.office.catalog.world.words.get(key_of(heard.text)) == _SAVE:
        visit.say("sudah_tersimpan")
        return
    if isinstance(heard, Typed) and await so_already.tell_all_right(visit, heard.text):
        return
    heard = await needs.heard_beside(visit, heard)
    acts = acts_of(visit, heard, "idle")
    told = _told(visit, heard, acts)
    if isinstance(heard, Typed) and acts is not None and await changing.put_right(visit, heard, acts):
        return
    if isinstance(heard, Typed) and wants_no_questions(heard.text, visit.office.catalog.world):
        visit.say("tidak_ada_yang_ditanyakan", begin_button(visit))
    elif acts is not None and acts.done and told is None:
        await _do(visit, heard, acts)
    elif await _answers_unclear(visit, heard, acts):
        return
    elif told is not None and _may_be_a_story(told):
        await _answer_questions(visit, heard, acts)
        if lost is not None and isinstance(heard, Typed) and not _begins(acts):
            await lost(heard)
            return
        alone, about = not _begins(acts), await _about(visit, told)
        if alone and isinstance(told, Typed) and await correcting.stays(visit, told):
            return
        about |= await to_the_last.about(visit, told) if alone and not about else {}
        usulan.begin(visit, [told], alone=alone, about=about)
    else:
        visit.say("belum_ada_percakapan", begin_button(visit))


def _allows(visit: Visit, text: str) -> bool:
    """Whether it only says that it may be written down."""
    world = visit.office.catalog.world
    left = one_of(world.agreeing["silakan"]).sub(" ", said := key_of(text))
    beside = world.agreeing["ya"] | world.agreeing["iringan"] | world.oneself | world.nodding
    return left != said and beside.issuperset(re.findall(r"\w+", left))


def _leads_in(visit: Visit, heard: Heard, acts: Acts | None) -> bool:
    """ "Oh iye pale, mau ka cerita", "malas ka jawab": it tells nothing yet, and does nothing else."""
    if acts is None or not isinstance(heard, Typed):
        return False
    world = visit.office.catalog.world
    return wants_no_questions(heard.text, world) or not (acts.done or without_lead(heard.text, world))


async def _about(visit: Visit, told: Heard) -> dict[str, Any]:
    """What tells on of violence that was sent lately is read by nobody near either."""
    if not isinstance(told, Typed) or not visit.office.catalog.danger.goes_on(told.text):
        return {}
    lately = await topics.lately(visit)
    return {PRIVATE: True} if any(closed.is_delicate(visit.office, one.answers) for one in lately) else {}


def _told(visit: Visit, heard: Heard, acts: Acts | None) -> Heard | None:
    """What is left to tell beside what was done; None when it is nothing, too little for a story, or one more
    question ("kenapa ditolak?? siapa yang tolak")."""
    if acts is None or not acts.done or not isinstance(heard, Typed):
        return heard
    world = visit.office.catalog.world
    told = told_beside(acts, heard.text, world)
    asks = len(told.split()) <= _FEW and is_question(told, world, free=False)
    return replace(heard, text=told) if told and not asks else None


def _begins(acts: Acts | None) -> bool:
    return acts is not None and any(act.name == BEGIN for act in acts.done)


async def _answer_questions(visit: Visit, heard: Heard, acts: Acts | None) -> None:
    """What is asked in front of a story, or behind it, is answered first."""
    forward = isinstance(heard, Typed) and puts_forward(heard.text, visit.office.catalog.world)
    asking = [act for act in acts.done if act.name.startswith(QUESTION)] if acts and not forward else []
    if acts is not None and asking:
        await _answer_all(visit, heard, replace(acts, done=tuple(asking)))


async def _answers_unclear(visit: Visit, heard: Heard, acts: Acts | None) -> bool:
    name = unclear(visit, heard, acts)
    return bool(name) and isinstance(heard, Typed) and await answer(visit, name, heard.text)


def unclear(visit: Visit, heard: Heard, acts: Acts | None) -> str:
    """What surely asks, and tells nothing, begins no story: the likeliest question, or any other; else empty."""
    if acts is None or acts.done or not acts.maybe or not isinstance(heard, Typed):
        return ""
    world, words = visit.office.catalog.world, heard.text.lower().split()
    asking = [act for act in acts.maybe if act.name.startswith(QUESTION) and act.sure >= _SURELY]
    asks = bool(asking) and (len(asking) == len(acts.maybe) or heard.text.rstrip().endswith("?"))
    tells = any(is_complaint(word, world) for word in words) or tells_something(heard.text, world)
    if not asks or tells or len(words) > _ASKING or not is_question(heard.text, world, free=False):
        return ""
    first, is_thing = asking[0], names_thing(heard.text, world.spellings.stories)  # "Hasbi sudah baca belum?"
    return first.name if first.share >= _LIKELY else "" if is_thing else ANYTHING  # "bisakah jalan ini diaspal?"


async def _do(visit: Visit, heard: Heard, acts: Acts) -> None:
    """A question beside the wish to begin is answered first."""
    if _begins(acts):
        await _answer_questions(visit, heard, acts)
        usulan.begin(visit)
    elif not await _answer_all(visit, heard, acts):
        visit.say("tidak_ada_yang_ditanyakan", begin_button(visit))


async def _answer_all(visit: Visit, heard: Heard, acts: Acts) -> bool:
    """Whether anything was answered. A greeting beside a question needs no answer of its own."""
    text = heard.text if isinstance(heard, Typed) else ""
    answered = [act for act in acts.done if is_answered(visit.office, act.name)]
    asking = [act for act in answered if act.name.startswith(QUESTION)] or answered
    for act in asking:
        await answer(visit, act.name, text)
    return bool(asking)


def acts_of(visit: Visit, heard: Heard, situation: Situation) -> Acts | None:
    if not isinstance(heard, Typed):
        return None
    acts = _with_age(visit, heard.text, _heard(visit, heard.text, situation), situation)
    if all(act.name != ages.YOUNG for act in acts.done) or ages.tell_of_youth(visit.office, [heard]):
        return acts
    done = tuple(act for act in acts.done if act.name != ages.YOUNG)  # "umur saya 60" tells an age, and is no child
    return replace(acts, done=done, left=acts.left if done else heard.text)


def _heard(visit: Visit, text: str, situation: Situation) -> Acts:
    """Before the consent was asked for nothing answers it, and what tells something is no answer that is guessed."""
    world = visit.office.catalog.world
    if world.ear is None or situation != "consent" or not (visit.turn.newcomer or is_told(text, world)):
        return visit.acts(text, situation)
    return world.ear.hear(text, situation)


def _with_age(visit: Visit, text: str, acts: Acts, situation: Situation) -> Acts:
    """ "Umurku empat belas" is heard as "umurku 14" where it tells nothing else."""
    spelt = ages.spelt(visit.office, text) if not acts.done else text
    heard = _heard(visit, spelt, situation) if spelt != text else acts
    is_young = any(act.name == ages.YOUNG for act in heard.done)
    return heard if is_young and not told_beside(heard, spelt, visit.office.catalog.world) else acts


def _may_be_a_story(heard: Heard) -> bool:
    is_long = isinstance(heard, Typed) and len(heard.text.split()) >= FEWEST_WORDS
    return is_long or (isinstance(heard, Sent) and heard.what in _STORY_FILES)


def begin_button(visit: Visit) -> dict[str, object]:
    return keyboard([(visit.text("tombol_usulan_baru"), "m:baru")])
