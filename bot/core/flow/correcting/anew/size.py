"""A size that is announced as the right one, while something else is asked: "eh salah kak, 800 meter ternyata, dari
pertigaan". It takes the place of the one that stands there; where another length may be meant, that is asked."""

import re
from dataclasses import replace

from bot.core.flow import rest
from bot.core.flow.correcting.corrections import ask_which, exchange, fitting_now
from bot.core.flow.correcting.what_stands import stands
from bot.core.flow.scene import FIRST, Scene, kind_of, look
from bot.core.forms.heard import Typed
from bot.core.forms.questions import Question
from bot.core.forms.say import Step, Words

_SIZE, _LONGEST, _TELLS, _ORDER = "ukuran", 16, 3, 5  # words; times
_AMOUNT = re.compile(r"(?<![\w.,])(\d+(?:[.,]\d+)*)\s*([^\W\d_]+)")


def put_right(scene: Scene, heard: Typed) -> Step | None:
    """None where no size stands, or more is said than that it is another one."""
    ear, asked = scene.world.ear, scene.asked
    if ear is None or asked is None or scene.target == FIRST or len(heard.text.split()) > _LONGEST:
        return None
    if len(_AMOUNT.findall(heard.text)) != 1:  # "2 unit rusak. 5 unit yg betul" tells why
        return None
    if "?" in heard.text or kind_of(asked).verbatim or not ear.announces(heard.text) or ear.denied(heard.text):
        return None
    found = next(filter(None, (_fits(scene, heard, part) for part in ear.right(heard.text))), None)
    if found is None:
        return None
    question, new = found
    left = _besides(scene, heard.text, new.text)
    if len(left.split()) >= _TELLS and ear.corrects(heard.text) != "sure":
        return None
    may_be_else = getattr(asked.params, "completes", "") or not _is_near(scene, question, new.text)
    if may_be_else or _another_stands(scene, question, new.text):
        return ask_which(scene, [question], new)
    step = exchange(scene, question, new)
    return _with_rest(scene, step, left, heard.message)


def _fits(scene: Scene, heard: Typed, part: str) -> tuple[Question, Typed] | None:
    told = _AMOUNT.match(part)
    new = replace(heard, text=told[0] if told else "")
    fitting = [one for one in fitting_now(scene, new) if one.kind == _SIZE] if told else []
    return (fitting[0], new) if len(fitting) == 1 else None


def _besides(scene: Scene, text: str, size: str) -> str:
    """What is said besides that it is wrong, and what is right: from where to where it is."""
    ear, world = scene.world.ear, scene.world
    left = (ear.corrected(text) if ear is not None else text).replace(size, "", 1).strip(" .,;")
    small = world.wrong | world.nodding | world.oneself | world.exchanging["iringan"] | {*world.spellings.common.noise}
    first, _, others = left.partition(",")  # "ternyata, dari pertigaan"
    left = others.strip() if others.strip() and len(first.split()) == 1 else left
    return "" if small.issuperset(re.findall(r"[\w-]+", left.lower())) else left


def _is_near(scene: Scene, question: Question, right: str) -> bool:
    """ "4 km" is no length that 500 m were told of by mistake."""
    amounts = [float(one["amount"]) for one in scene.values[question.key]["sizes"]]
    told = float(re.sub(r"[^\d].*", "", right))
    return any(0 < min(one, told) and max(one, told) <= _ORDER * min(one, told) for one in amounts)


def _another_stands(scene: Scene, question: Question, right: str) -> bool:
    """Whether a story tells of another amount in this unit, as how far it is to the market."""
    unit = next((found[2].lower() for found in _AMOUNT.finditer(right)), "")
    stories = (scene.values.get(one.key) for one in scene.flow.questions if kind_of(one).story)
    told = (str(value["text"]) for value in stories if isinstance(value, dict) and value.get("text"))
    same = (found[0] for one in told for found in _AMOUNT.finditer(one) if found[2].lower() == unit)
    return any(not stands(scene, question, one) for one in same)


def _with_rest(scene: Scene, step: Step, left: str, message: int) -> Step:
    """What else was said stands at the usulan, too."""
    if len(left.split()) < _TELLS:
        return step
    state = rest.keep(look(scene.flow, step.state, scene.world), left, message)
    said = [Words("mesin.dicatat_juga", {"dicatat": say.lead}) if say.lead else None for say in step.say]
    return replace(
        step, state=state, say=tuple(replace(one, lead=lead) for one, lead in zip(step.say, said, strict=True))
    )
