"""What people want by typed words in the middle of a form, and what follows from it. Pure; the ear is in the world.

An act is done and never stored. What may be an act or an answer is asked about, and waits; if anything else comes, it
is kept as it was said.
"""

import re
from dataclasses import replace

from bot.core.flow import rest
from bot.core.flow.answering import take
from bot.core.flow.asking import may_be_enough
from bot.core.flow.controls import after_wishes, explain
from bot.core.flow.correcting import part_named
from bot.core.flow.correcting.anew import choice, size
from bot.core.flow.correcting.corrections import named
from bot.core.flow.correcting.numbers import men_and_women, number_in_story, what_counted
from bot.core.flow.correcting.said_wrong import ask_again, no_such_figure, not_offered
from bot.core.flow.correcting.taking_out import out_of_first, take_out
from bot.core.flow.correcting.wrong_words import denies_told, in_stories_too, put_right
from bot.core.flow.ending import decline
from bot.core.flow.heard import (
    before_a_question,
    by_example,
    no_landmark,
    not_the_story,
    said_to_us,
    way_on,
    written_to,
)
from bot.core.flow.heard.acting import CONTROLS, act_on, ask_once_more, control_meant, outweighs
from bot.core.flow.heard.ahead import beside_first, proposed_before, same_place
from bot.core.flow.heard.another import another, behind_question
from bot.core.flow.heard.doubting import doubt, worth_asking
from bot.core.flow.heard.told_already import point_back
from bot.core.flow.heard.wishing import COURTESIES, instead_of_shown, is_a_wish, is_brought
from bot.core.flow.scene import FIRST, REVIEW, STILL, YES_NO, Scene, ask_about, kind_of, look, question_of, situation_of
from bot.core.flow.told import no_wish, nothing_lost
from bot.core.flow.told.told_along import is_a_reason, late_reason, named_at_the_place, tells_first
from bot.core.flow.told.told_instead import heard_anew
from bot.core.forms.agreeing import is_option
from bot.core.forms.heard import Typed
from bot.core.forms.questions import Refused, Toggled, Took, Unsure
from bot.core.forms.say import Step, Wish, Words
from bot.core.forms.writing import is_question, key_of
from bot.core.listening.shapes import Act, Acts
from bot.core.stories.counted import names_people
from bot.core.understanding.answers import is_unknown
from bot.core.understanding.tongue import tongue_of

_PARTS = re.compile(r"[.,;!?\n]+(?!\d)")
_SURE = 0.8  # so sure is an act where the words may be an answer
_ENOUGH, _NOT_FROM_HERE, _ANGER = "cukup", "bukan_warga", "marah"
_LEAVING = frozenset({_ENOUGH, "nanti", "kirim", "terserah"})  # beside an answer these leave nothing
_SAID_OF_PLACES = frozenset({"bukan_warga", "tanya_tempat_lain", "tanya_ktp"})  # without a question: the place
_YES_OR_NO = frozenset({"ya", "tidak"})
_FEW, _TELLS = 7, 3  # words that put a button's word right; that may tell a wish
#: What is answered or kept by the way, before the ear is asked.
_ASIDE = (
    written_to.answer,
    no_wish.set_aside,
    proposed_before.keep,
    no_landmark.set_aside,
    named_at_the_place,
    late_reason,
)


def obey(scene: Scene, heard: Typed) -> Step | None:
    """What the acts in these words lead to; None when the words are to be read as an answer."""
    scene = heard_anew(scene, heard)
    situation = situation_of(scene)
    if scene.world.ear is None or (situation == "free" and not scene.flow.hears):
        return None
    if (meant := _meant_plainly(scene, heard)) is not None:
        return meant
    if is_claimed(scene, heard.text) or _names_people(scene, heard.text):
        return None
    if (aside := next((step for each in _ASIDE if (step := each(scene, heard)) is not None), None)) is not None:
        return aside
    acts = scene.world.ear.hear(heard.text, situation)
    acts = scene.world.ear.hear_at(lambda: question_of(scene, heard), heard.text, acts)
    if (other := behind_question(scene, heard, acts)) is not None:
        return other
    acts = before_a_question.told(scene, heard, acts)
    if scene.target == STILL and (at_the_place := same_place.hear(scene, heard, acts)) is not None:
        return at_the_place
    if _is_told(scene, heard, acts):
        return None
    if acts.done:
        return None if is_brought(scene, heard, acts) else _do(scene, heard, acts)
    likely = worth_asking(scene, heard, acts)
    return doubt(scene, heard, likely) if likely else by_example.alone_in(scene, heard)


def _meant_plainly(scene: Scene, heard: Typed) -> Step | None:
    """What is heard by its words alone, before the ear is asked."""
    return (
        control_meant(scene, heard)
        or written_to.repeated(scene, heard)
        or _put_right(scene, heard)
        or another(scene, heard)
        or point_back(scene, heard)
        or decline(scene, heard)
    )


def _is_told(scene: Scene, heard: Typed, acts: Acts) -> bool:
    """Whether it is read as an answer, whatever act it sounds like."""
    told = _is_an_answer(scene, heard, acts) or is_a_wish(scene, heard, acts) or is_a_reason(scene, heard, acts)
    told = told or bool(nothing_lost.tells_shortly(scene, heard.text, (*acts.done, *acts.maybe[:1])))
    return told or said_to_us.is_for_another(scene, heard, acts) or (not acts.done and tells_first(scene, heard, acts))


def _put_right(scene: Scene, heard: Typed) -> Step | None:
    if (situation := situation_of(scene)) == "first":
        readers = (out_of_first, put_right, no_such_figure, not_the_story.refuse, beside_first.hear)
        said = beside_first.behind_yes(scene, heard)
        return next((step for each in readers if (step := each(scene, said)) is not None), None)
    figures = scene.asked is not None and any(map(str.isdecimal, heard.text))  # "bukan 2 km, 150 meter" is no no
    if situation in YES_NO and situation != "review" and not figures and not denies_told(scene, heard.text):
        return not_offered(scene, heard) or part_named.told(scene, heard) or part_named.another_name(scene, heard)
    for each in (what_counted.put_right, take_out, number_in_story.put_right):
        if (gone := each(scene, heard)) is not None:
            return gone
    told = ask_again(scene, heard) or men_and_women.put_right(scene, heard) or named(scene, heard)
    anew = (choice.put_right, part_named.told, size.put_right)
    told = told or next((step for each in anew if (step := each(scene, heard)) is not None), None)
    return in_stories_too(scene, told, heard) if told else put_right(scene, heard) or no_such_figure(scene, heard)


def _is_an_answer(scene: Scene, heard: Typed, acts: Acts) -> bool:
    """Where only certain answers count, what is exactly one of them is no act, whatever it sounds like. An option that
    is named in running words gives way to an act that is sure; a yes or a no is the option that it names. A kind that
    claims its words has been asked already: "when is the meeting in Boiya" is no answer, though it names a place."""
    asked = scene.open if scene.target == STILL else scene.asked
    if asked is None or kind_of(asked).free or any(act.name == "koreksi" for act in acts.done):
        return False
    if kind_of(asked).claims:  # of whoever says where they are from, a place that is spelt otherwise is one of ours
        reading = kind_of(asked).read(ask_about(scene, asked), heard)
        from_here = [act.name for act in acts.done] == [_NOT_FROM_HERE]
        tells = acts.done and all(act.name in _SAID_OF_PLACES for act in acts.done)
        tells = tells and not is_question(heard.text, scene.world, free=False)
        return (from_here and not isinstance(reading, Refused)) or bool(tells and isinstance(reading, Took))
    if acts.left and any(act.name == _ENOUGH for act in acts.done):
        return False
    asks = is_question(heard.text, scene.world, free=False)
    sure = [act for act in acts.done if (asks or not _is_weak(act)) and act.name not in _YES_OR_NO | {_ANGER}]
    apart = "?" in heard.text or (acts.left and acts.left != heard.text.strip())
    if apart and any(act.name.startswith("tanya") or act.name in before_a_question.BESIDE for act in acts.done):
        return False  # "120 orang. Kapan dikerjakan?" does both
    ask = ask_about(scene, asked)
    reading = kind_of(asked).read(ask, heard)
    if len(heard.text.split()) <= _FEW and is_option(kind_of(asked).offers(ask), heard.text, scene.world):
        return isinstance(reading, Took) and "confirm" not in scene.state.pending
    if isinstance(reading, Toggled) or (acts.done and not asks and outweighs(scene, heard, acts, reading)):
        return True  # "nanti malam" is a day, and half an answer
    leaves = {act.name for act in sure} <= _LEAVING  # "nanti kami yang jaga" promises, "ibu-ibu itu ji" is all of them
    if not isinstance(reading, Took) or (reading.guessed and kind_of(asked).beside and not leaves):
        return False
    if is_unknown(reading.value):  # "kurang jelas, coba ulangi" asks
        return all(act.name == "tidak_tahu" or act.name.startswith("tanya") for act in acts.done)
    return "confirm" not in scene.state.pending


def _is_weak(act: Act) -> bool:
    """A question that may be none: "semua, termasuk ternak" is an answer, and sounds like "is it all in?"."""
    return act.name.startswith("tanya") and act.sure * act.share < _SURE


def is_claimed(scene: Scene, text: str) -> bool:
    """Whether it plainly answers what is asked, or would be asked were the place the same, or the story told."""
    now = look(scene.flow, scene.state.release("given", "first"), scene.world)
    claims = kind_of(now.asked).claims if now.asked is not None else None
    return bool(claims and now.asked and claims(ask_about(now, now.asked), text))


def _names_people(scene: Scene, text: str) -> bool:
    """A word for people greets nobody, where one of some answers is asked for."""
    closed = scene.asked is not None and not kind_of(scene.asked).free and scene.open is scene.asked
    closed = closed and not is_question(text, scene.world, free=False)  # "kenapa mesti dipisah laki2 perempuan?"
    return closed and names_people(text, tongue_of(scene.world.spellings))


def _do(scene: Scene, heard: Typed, acts: Acts) -> Step | None:
    spoken = " ".join(heard.text[slice(*act.span)] for act in acts.done)
    if scene.asked is not None and _names(scene, spoken) and not _asks_why(scene, acts):
        return explain(scene)
    control = next((act.name for act in acts.done if act.name in CONTROLS or act.name == "koreksi"), None)
    if any(act.name == _ENOUGH for act in acts.done) and not acts.left and may_be_enough(scene):
        control = _ENOUGH  # "gak tau, cukup kak"
    if control in _NOTHING and _is_answer(scene, heard):
        return None
    wishes = tuple(Wish(act.name, heard.text[slice(*act.span)]) for act in acts.done if _needs_answer(act, acts))
    if control == _ENOUGH and acts.left:
        return _enough_behind(scene, heard, acts)
    if control == "jangan_tulis":
        return _leave_out(scene, heard, acts)
    step = act_on(scene, heard, control) if control else None
    if step is not None and control in way_on.LEAVING:
        step = way_on.hear(scene, step, heard, (control, acts.left), _put_right)
    if step is not None and control == "tidak" and acts.left:
        step = _instead(scene, step, replace(heard, text=acts.left))
    if step is None and (acts.left or _tells(scene, heard)):
        step = _go_on(scene, replace(heard, text=acts.left or heard.text))
    if step is None and not wishes:
        return None
    return replace(step or after_wishes(scene, wishes), wishes=wishes)


def _enough_behind(scene: Scene, heard: Typed, acts: Acts) -> Step | None:
    """ "Mohon dirabat, itu saja, cukup.": the answer stands before the words that end the form, if it may end yet."""
    step = _go_on(scene, replace(heard, text=acts.left))
    if step is None or not step.changed or step.ended:
        return step
    now = look(scene.flow, step.state, scene.world)
    ended = act_on(now, heard, _ENOUGH)
    if ended is None:
        return step
    said = tuple(replace(say, lead=step.say[0].lead or say.lead) for say in ended.say)
    return replace(ended, say=said, changed=(*step.changed, *ended.changed))


def _leave_out(scene: Scene, heard: Typed, acts: Acts) -> Step | None:
    """What is told in the same breath is an answer first: the part that is to go may be in it."""
    if scene.target == FIRST and (acts.left or key_of(heard.text.split()[0]) in scene.world.agreeing["ya"]):
        return Step(scene.state, (ask_once_more(scene, Words("mesin.ya_atau_tidak")),))
    told = _go_on(scene, replace(heard, text=acts.left)) if acts.left.strip() else None
    now = look(scene.flow, told.state, scene.world) if told and told.changed and not told.ended else scene
    step = act_on(now, heard, "jangan_tulis")
    return replace(step, changed=told.changed) if step and told and now is not scene else step


def _tells(scene: Scene, heard: Typed) -> bool:
    """ "120 orang. Kapan dikerjakan?" is an answer, too."""
    if scene.asked is None or kind_of(scene.asked).free or situation_of(scene) != "closed":
        return False
    kind, ask = kind_of(scene.asked), ask_about(scene, scene.asked)
    if kind.claims and not any(kind.claims(ask, part) for part in _PARTS.split(heard.text)):
        return False  # "where is Baraka" names it, and only asks
    reading = kind.read(ask, heard)
    return isinstance(reading, Took) and not is_unknown(reading.value)


def _asks_why(scene: Scene, acts: Acts) -> bool:
    """What something is asked for is told of that very thing, where an usulan is told."""
    return rest.place_for(scene) is not None and any(act.name == _WHY for act in acts.done)


def _names(scene: Scene, text: str) -> bool:
    """Whether somebody asks about the very thing that is asked: its own help answers best."""
    assert scene.asked is not None
    return is_question(text, scene.world, free=False) and key_of(scene.asked.title) in key_of(text)


_WHY = "tanya_kenapa"
#: Acts that say nothing is told here; words that do tell something are an answer all the same.
_NOTHING = frozenset({"tidak_ada", "tidak_tahu", "nanti", "lewati", "kembali", "bantuan", "terserah"})


def _is_answer(scene: Scene, heard: Typed) -> bool:
    """ "Tidak tahu pasti, 50 orang" tells a number; what reads as nothing, or not for sure, is the act."""
    asked = scene.asked
    if asked is None or kind_of(asked).free:
        return False
    reading = kind_of(asked).read(ask_about(scene, asked), heard)
    if isinstance(reading, Took) and reading.guessed and kind_of(asked).beside:
        return False  # "lewati pertanyaan ini" sounds like the name of an option, and is surely an act
    return isinstance(reading, Took | Unsure | Toggled)


def _instead(scene: Scene, step: Step, heard: Typed) -> Step:
    """Behind the no stands what is right: it is taken where it reads as one for sure."""
    now = look(scene.flow, step.state, scene.world)
    if scene.target == REVIEW or now.asked is None or scene.world.ear is None:
        return step
    if kind_of(now.asked).free:
        return instead_of_shown(scene, now, heard) or step
    for words in dict.fromkeys((*scene.world.ear.right(heard.text), heard.text)):
        reading = kind_of(now.asked).read(ask_about(now, now.asked), replace(heard, text=words))
        if isinstance(reading, Took) or (isinstance(reading, Unsure) and reading.value is not None):
            return take(now, now.asked, replace(heard, text=words))
    if len(heard.text.split()) < _TELLS:
        return step
    kept = replace(step, state=rest.keep(now, heard.text, heard.message))
    return kept.led_by(Words("mesin.disimpan_juga")) if rest.kept(now, kept.state) else step


def _needs_answer(act: Act, acts: Acts) -> bool:
    alone = len(acts.done) == 1 and not acts.left
    return act.name not in CONTROLS and act.name != "koreksi" and (alone or act.name not in COURTESIES)


def _go_on(scene: Scene, heard: Typed) -> Step | None:
    """The words beside the act are read as if they stood alone; while "sure?" is asked they answer nothing."""
    if "cancel" in scene.state.pending:
        return None
    return take(scene, scene.asked, heard) if scene.asked is not None else None
