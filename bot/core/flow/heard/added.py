""" "Tambah juga tanah", where something else is asked for: it belongs to the one choice that was made and has it."""

import re
from dataclasses import replace

from bot.core.flow.scene import Scene, ask_about, kind_of
from bot.core.forms.heard import Typed
from bot.core.forms.questions import Question, Took
from bot.core.forms.writing import key_of

_CLAUSE = re.compile(r"[,.;!?\n]")
_SEVERAL = "choices"  # the kind of what has several answers


def by_its_name(scene: Scene, text: str) -> str:
    """The same with the name of that question in front; unchanged where none is meant, or more than one."""
    first, asked = text.split(maxsplit=1)[:1], scene.asked
    if asked is None or not first or first[0].lower() not in scene.world.spellings.choices.more:
        return text
    if asked.kind == _SEVERAL or kind_of(asked).story:
        return text
    clause = _CLAUSE.split(text, maxsplit=1)[0]
    fitting = [question for question in scene.shown if question.kind == _SEVERAL and _grows(scene, question, clause)]
    return f"{key_of(fitting[0].title)} {text}" if len(fitting) == 1 else text


def _grows(scene: Scene, question: Question, clause: str) -> bool:
    old = scene.values.get(question.key)
    if not old:
        return False
    reading = kind_of(question).read(replace(ask_about(scene, question), mine=None), Typed(clause, 0))
    return isinstance(reading, Took) and any(part not in old for part in reading.value or ())
