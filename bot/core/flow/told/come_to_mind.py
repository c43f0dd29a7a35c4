"""What comes to somebody's mind behind a reason ("karena …, oh iya yg miskin 14 kk"): it answers its own question, also
where that was left out before, and the reason stands without it."""

import re
from dataclasses import replace
from typing import Any

from bot.core.flow.scene import Scene, holds
from bot.core.forms.heard import Heard, Typed
from bot.core.forms.questions import Question, Reading, Took
from bot.core.spelt import one_of
from bot.core.stories.readings import told_in
from bot.core.understanding.answers import is_unknown
from bot.core.understanding.tongue import tongue_of

_NUMBERS, _STORY = frozenset({"jumlah", "kurang_mampu", "ukuran"}), "cerita"
_CLAUSE = re.compile(r"[,.;!\n]+(?!\d)\s*")
_DIGIT = re.compile(r"\d")


def with_count(scene: Scene, question: Question, heard: Heard, reading: Reading) -> Reading:
    """Only where a reason is told that stands without it; what is answered already stays."""
    is_reason = question.key != _STORY and _STORY in scene.values and not getattr(question.params, "wish", False)
    if not is_reason or not isinstance(heard, Typed) or not isinstance(reading, Took) or not scene.world.told_late:
        return reading
    if not isinstance(reading.value, dict) or "text" not in reading.value or not _DIGIT.search(heard.text):
        return reading
    found, left = _apart(scene, heard.text)
    if not found or not left:
        return reading
    return replace(reading, value={**reading.value, "text": left}, also={**reading.also, **found})


def _apart(scene: Scene, text: str) -> tuple[dict[str, Any], str]:
    """What such clauses count, by question, and the text without them."""
    opens, found, left = one_of(scene.world.told_late["teringat"]), dict[str, Any](), text
    for clause in _CLAUSE.split(text):
        opened = opens.match(clause)
        told = _counted(scene, clause[opened.end() :]) if opened else None
        if told is not None and told[0] not in found:
            found[told[0]] = told[1]
            left = re.sub(rf"[\s,;]*{re.escape(clause)}", "", left, count=1)
    return found, left.strip(" ,;\n")


def _counted(scene: Scene, clause: str) -> tuple[str, Any] | None:
    told = [each for each in told_in(clause, tongue_of(scene.world.spellings)) if each.sort in _NUMBERS]
    if len(told) != 1 or not told[0].sure:
        return None
    question = next((one for one in scene.shown if one.key == told[0].sort), None)
    answered = scene.state.answers.get(told[0].sort)
    is_free = question is not None and (answered is None or is_unknown(answered.value))
    if question is None or not is_free or not holds(question, told[0].value, scene.values, scene.world):
        return None
    return question.key, told[0].value
