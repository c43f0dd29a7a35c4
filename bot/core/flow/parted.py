"""Parts of a message that are about something else than what is asked, known by examples: "45 orang tempatnya dekat
masjid, kapan rapatnya?". What answers another question is taken there, or puts its answer right; what asks is answered;
and the rest is heard as if it stood alone."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from bot.core.flow.correcting.corrections import WAITS
from bot.core.flow.heard.another import tells
from bot.core.flow.heard.by_example import in_place, is_waited_for
from bot.core.flow.heard.corrected_beside import Beside, go_on
from bot.core.flow.scene import FIRST, PICKED, STILL, Scene, ask_about, holds, kind_of, look
from bot.core.flow.told import besides
from bot.core.flow.told.no_name import landmark_in
from bot.core.flow.told.told_along import asks_why
from bot.core.forms.heard import Typed
from bot.core.forms.questions import Ask, Question, Took
from bot.core.forms.say import Step, Wish, Words
from bot.core.forms.state import Answer
from bot.core.listening.at_question import SORTS
from bot.core.listening.counting import ENDS
from bot.core.listening.parting import ASKS, TALK
from bot.core.listening.rules import QUESTION
from bot.core.listening.shapes import Acts, Part
from bot.core.stories.counted import has_number
from bot.core.understanding.answers import is_unknown
from bot.core.understanding.tongue import tongue_of

_AT_REVIEW, _AT_PLACE, _PLACE = "tinjau", "dusun", "wilayah"  # as the examples call them; the kind
_POOR = "kurang_mampu"  # told though it was passed over
_PEOPLE, _SIZE, _MARK = "orang", "ukuran", "patokan"  # beside a place it is where somebody lives
_REST, _ANYTHING = "juga", "tanya_lain"  # what fits nowhere; a question of which nothing is known
#: So surely it has to be about that: what its reader makes something of; any words; what puts an answer right, or asks;
#: and what no mark parts from the rest.
_READ, _FREE, _SURE, _SURER = 0.7, 0.85, 0.9, 0.95
_EACH, _LIKELY, _SURELY_ASKS = 0.8, 0.4, 0.97  # every part of it; a question among others; one that none of them is
_FEWEST, _LONGEST = 2, 50  # parts, words
_ASKS_ANEW = frozenset({"edit", WAITS})  # what is asked, or of which answers which one is meant


@dataclass(slots=True)
class _Taken:
    """What was made of the parts so far."""

    scene: Scene
    left: list[Part] = field(default_factory=list)
    values: dict[str, Any] = field(default_factory=dict)
    said: list[Words] = field(default_factory=list)
    changed: tuple[str, ...] = ()
    wishes: tuple[Wish, ...] = ()


def hear(scene: Scene, heard: Typed, read: Callable[[Scene, Typed], Step]) -> Step:
    """What `read` makes of all of it, unless its parts surely tell more."""
    whole = read(scene, heard)
    asks_anew = bool(_ASKS_ANEW & (whole.state.pending.keys() - scene.state.pending.keys()))
    is_whole = whole.ended or whole.wishes or asks_anew or not _may_hold(scene, heard)
    beside = None if is_whole else _apart(scene, heard)
    if beside is None:
        return whole
    step = go_on(beside, heard, read)
    return step if _keeps(scene, step, whole) and _tells_more(scene, step, whole) else whole


def _keeps(scene: Scene, step: Step, whole: Step) -> bool:
    """Of what was chosen, counted or named nothing may be lost: "Bisang RT 2"."""
    if scene.asked is None or kind_of(scene.asked).free:
        return True
    before, now = (each.state.answers.get(scene.asked.key) for each in (whole, step))
    return before is None or (now is not None and now.value == before.value)


def _tells_more(scene: Scene, step: Step, whole: Step) -> bool:
    """Than where all of it was taken for what is asked; or the same, and that is left: "lewati, dekat pasar ji", or
    words besides: "2 unit, dipasang dekat SD"."""
    open_ = {scene.asked.key if scene.asked is not None else "", _REST}
    told, before = set(step.changed) - open_, set(whole.changed) - open_
    in_words = before < told and all(one.key not in told - before or kind_of(one).free for one in scene.shown)
    return not before or (before <= told and (in_words or step.state.skipped != whole.state.skipped))


def _may_hold(scene: Scene, heard: Typed) -> bool:
    asked = scene.asked
    if not scene.flow.hears or is_waited_for(scene) or scene.target in (FIRST, STILL):
        return False
    is_there = asked is None or (asked is scene.open and not kind_of(asked).verbatim)
    return is_there and _FEWEST < len(heard.text.split()) <= _LONGEST


def _apart(scene: Scene, heard: Typed) -> Beside | None:
    """None where all of it is about what is asked, or that is not sure."""
    parts = scene.world.ear.parts(_question(scene), heard.text) if scene.world.ear is not None else ()
    if len(parts) < _FEWEST:
        return None
    taken = _Taken(scene)
    for part in parts:
        alone = replace(heard, text=_words(heard, part))
        if not _stands_alone(scene, heard, part) or not _take(taken, part, alone):
            taken.left.append(part)
    left = " ".join(_words(heard, part) for part in taken.left)
    left = left if tells(left, scene.world) else ""
    if not (taken.changed or taken.wishes) or not _is_clear(taken, left):
        return None
    return Beside(taken.scene, left, (*taken.said, *_said_back(taken)), taken.changed, taken.wishes)


def _question(scene: Scene) -> str:
    if scene.asked is None:
        return _AT_REVIEW
    return _AT_PLACE if scene.asked.kind == _PLACE else scene.asked.key


def _stands_alone(scene: Scene, heard: Typed, part: Part) -> bool:
    """ "Petani yang lewat 40 orang", "9 rumah sampai dekat kuburan": where no mark parts what else is told from what
    counts it is who is counted, or where."""
    question = _of(scene, part)
    start, end = part.span
    begins = not heard.text[:start].strip() or heard.text[:start].rstrip()[-1:] in ENDS
    ends = end == len(heard.text) or heard.text[end - 1] in ENDS
    if part.about == ASKS and not begins and len(_words(heard, part).split()) <= _FEWEST:
        return False  # "… lewat sini juga usulnya?" asks with all of its words
    if question is None or scene.asked is None or kind_of(scene.asked).free:
        return True
    is_where = question.key == _MARK and scene.asked.kind == _PEOPLE  # "25 kk di dekat masjid"
    return ends if question.kind in PICKED else begins or (part.share >= _SURER and not is_where)


def _words(heard: Typed, part: Part) -> str:
    return heard.text[slice(*part.span)].strip(" ,.")


def _take(taken: _Taken, part: Part, heard: Typed) -> bool:
    """Whether something was made of it."""
    scene, question = taken.scene, _of(taken.scene, part)
    if question is None:
        return part.about == ASKS and part.share >= _SURE and _ask(taken, part, heard)
    if part.share < _least(scene, question) or (kind_of(question).free and len(heard.text.split()) < _FEWEST):
        return False
    told = scene.state.answers.get(question.key)
    if told is not None and not told.told_in:
        return part.share >= _SURE and _put_right(taken, question, heard)
    is_passed = question.key in set(scene.state.skipped) - {*scene.state.enough, _POOR}
    is_near = question.key == _MARK and bool(landmark_in(heard.text, scene))
    if is_passed and part.share < (_EACH if is_near else _SURE):
        return False
    return _answer(taken, question, heard)


def _least(scene: Scene, question: Question) -> float:
    if question.key == _MARK and scene.asked is not None and scene.asked.key == _SIZE:
        return _EACH  # "2 unit, dipasang dekat SD"
    is_picked = question.kind in PICKED
    is_free = kind_of(question).free or scene.asked is None or kind_of(scene.asked).free
    return _FREE if is_free or is_picked else _READ


def _of(scene: Scene, part: Part) -> Question | None:
    """The other question that it is about; none of those that words do not answer, or that tell the story and the wish.
    What a story counts is read out of it, and stays in it."""
    is_place = scene.asked is not None and scene.asked.kind == _PLACE
    is_story = scene.asked is not None and kind_of(scene.asked).story
    named = [one for one in scene.shown if one.key == part.about and one is not scene.asked]
    late = [one for one in named if asks_why(scene, one) and one.key in scene.state.skipped]  # it is asked no more
    fitting = (one for one in named if one in late or not (kind_of(one).gathers or kind_of(one).story))
    fitting = (one for one in fitting if kind_of(one).free or not is_story)
    return next((one for one in fitting if not (is_place and one.key == _MARK)), None)


def _ask(taken: _Taken, part: Part, heard: Typed) -> bool:
    ear = taken.scene.world.ear
    acts = ear.hear(heard.text, "closed") if ear is not None else Acts()
    asked = [act.name for act in acts.done if act.name.startswith(QUESTION)]
    likely = [act.name for act in acts.maybe if act.name.startswith(QUESTION) and act.share >= _LIKELY]
    is_any = heard.text.endswith("?") and part.share >= _SURELY_ASKS and len(heard.text.split()) > _FEWEST
    meant = next(iter((*asked, *likely)), _ANYTHING if is_any else "")
    taken.wishes = (*taken.wishes, *([Wish(meant, heard.text)] if meant else []))
    return bool(meant)


def _put_right(taken: _Taken, question: Question, heard: Typed) -> bool:
    step = in_place(taken.scene, question, heard)
    if step is None or not step.changed:
        return False
    taken.said += [say.lead for say in step.say if say.lead][:1]
    taken.changed = (*taken.changed, *step.changed)
    taken.scene = look(taken.scene.flow, step.state, taken.scene.world)
    return True


def _answer(taken: _Taken, question: Question, heard: Typed) -> bool:
    scene = taken.scene
    reading = kind_of(question).read(ask_about(scene, question), heard)
    if not isinstance(reading, Took) or reading.value is None or is_unknown(reading.value):
        return False
    is_counted = question.key == _MARK and has_number(heard.text, tongue_of(scene.world.spellings))
    if is_counted or not holds(question, reading.value, scene.values, scene.world):
        return False  # "dua di tanjakan, empat di dekat kuburan" tells where each of them is
    state = scene.state.give(question.key, Answer(reading.value, (heard.message,)))
    taken.scene, taken.changed = look(scene.flow, state, scene.world), (*taken.changed, question.key)
    taken.values[question.key] = reading.value
    return True


def _is_clear(taken: _Taken, left: str) -> bool:
    """Whether nothing but the answer to what is asked is left, or an act."""
    asked = taken.scene.asked
    if not left:
        return True
    is_act = all(part.share >= _SURE and part.about not in SORTS for part in taken.left)
    if asked is None:
        return is_act
    if kind_of(asked).free:
        least = _SURE if taken.said else 0  # where something was put right, its words are about that
        return all(part.about in (asked.key, TALK) and part.share >= least for part in taken.left)
    is_answer = all(part.about == asked.key and part.share >= _EACH for part in taken.left)
    return is_act or is_answer or isinstance(besides.understand(taken.scene, asked, Typed(left, 0)), Took)


def _said_back(taken: _Taken) -> Iterator[Words]:
    told = [one for one in taken.scene.shown if one.key in taken.values]
    if told:
        shown = [kind_of(one).show(Ask(one, taken.values, taken.scene.world), taken.values[one.key]) for one in told]
        yield Words("mesin.dicatat_semua", {"isi": shown})
