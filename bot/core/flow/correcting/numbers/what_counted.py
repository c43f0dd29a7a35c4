"""What was counted is put right, and not how many: "yang 80 itu bukan orang", "60 itu jiwa, kalau KK nya 14"."""

import re
from dataclasses import replace
from functools import lru_cache

from bot.core.flow import rest
from bot.core.flow.asking import ask
from bot.core.flow.correcting.corrections import answered, exchange, value_of
from bot.core.flow.correcting.said_wrong import once_more
from bot.core.flow.correcting.what_stands import stands
from bot.core.flow.scene import Scene
from bot.core.forms.heard import Typed
from bot.core.forms.questions import Question
from bot.core.forms.say import Step, Words
from bot.core.forms.writing import key_of
from bot.core.spelt import Spellings, either

_LONGEST, _PEOPLE = 14, "orang"  # words; the kind


def put_right(scene: Scene, heard: Typed) -> Step | None:
    """The count that has this number, as people, families or houses; where only is said what it is not, it is asked
    once more. None where no such number stands there."""
    text = heard.text
    if not any(map(str.isdecimal, text)) or "?" in text or len(text.split()) > _LONGEST:
        return None
    words = scene.world.spellings.people
    found = _said(words.person, words.family, words.house).search(text)
    question = _counting(scene, found["number"], found["wrong"]) if found else None
    if found is None or (question is None and not found["wrong"]):
        return None
    if question is None:
        return _kept(scene, heard)
    behind = text[found.end() :].strip(" ,.;!")
    polite = scene.world.apologies["iringan"] | scene.world.apologies["saya"]
    if not found["right"] and not polite.issuperset(key_of(behind).split()):
        return None  # "bukan orang miskin semua": of what sort they are
    if not found["right"]:
        return once_more(scene, question, is_offered=False) if found["wrong"] else None
    new = replace(heard, text=f"{found['number']} {found['right']}, {behind}".strip(" ,"))
    return exchange(scene, question, new) if _tells_all(scene, question, new) else None


def _tells_all(scene: Scene, question: Question, new: Typed) -> bool:
    """Whether every number of it is in the new value, and no other count stood beside the one that is put right."""
    value, old = value_of(scene, question, new), scene.values[question.key]
    told = {int(one) for one in re.findall(r"\d+", new.text)}
    return value is not None and len(old) == 1 and told == {one for one in value.value.values() if isinstance(one, int)}


def _kept(scene: Scene, heard: Typed) -> Step | None:
    """It stands nowhere, or in the story alone: it is no number of anything else."""
    if not any(one.kind == _PEOPLE for one in answered(scene)):
        return None
    state = rest.keep(scene, heard.text, heard.message)
    lead = Words("mesin.ralat_yang_mana", {"disimpan": rest.kept(scene, state)})
    return Step(state, (ask(replace(scene, state=state), lead),))


def _counting(scene: Scene, number: str, wrong: str | None) -> Question | None:
    """Whose answer it is; where it is said what it was taken for, it has to be that."""
    counts = [one for one in answered(scene) if one.kind == _PEOPLE]
    told = f"{number} {wrong}" if wrong else number
    return next((one for one in counts if stands(scene, one, told, in_its_unit=bool(wrong))), None)


@lru_cache(maxsize=2)
def _said(*sorts: Spellings) -> re.Pattern[str]:
    unit = "|".join(map(either, sorts))
    points = r"(?:\s+(?:itu|tadi|yang tadi|ini))+"
    return re.compile(
        rf"\b(?P<number>\d+){points}\s+(?:(?:bukan|bkn)\s+(?P<wrong>{unit})\b(?:\s*,?\s*(?:tapi|tetapi|melainkan)?\s*)?)?"
        rf"(?:(?P<right>{unit})\b)?",
        re.IGNORECASE,
    )
