"""What the people promise to give, told behind the reason: "karena sering jatuh, warga siap sumbang tenaga". The reason
stays whole, and the promise answers its own question, too."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from bot.core.flow.scene import Scene, holds
from bot.core.flow.told.come_to_mind import with_count
from bot.core.forms.heard import Heard, Typed
from bot.core.forms.questions import Question, Reading, Took
from bot.core.forms.writing import key_of
from bot.core.spelt import one_of
from bot.core.stories.readings import told_in
from bot.core.understanding.tongue import tongue_of

_GIFTS, _STORY = "sumbangan", "cerita"
_CLAUSE = re.compile(r"[,.;!\n]+(?!\d)")
_LEADS = 3  # words before it: "dan warga di sini siap"


def with_gift(scene: Scene, question: Question, heard: Heard, reading: Reading) -> Reading:
    """Only where a reason is told, and the question for gifts is still to come. What came to mind is taken before."""
    reading = with_count(scene, question, heard, reading)
    gifts = next((one for one in scene.shown if one.key == _GIFTS and one.key not in scene.values), None)
    is_reason = question.key != _STORY and _STORY in scene.values and not getattr(question.params, "wish", False)
    if gifts is None or gifts.key in scene.state.skipped or not is_reason or not isinstance(heard, Typed):
        return reading
    if not isinstance(reading, Took) or reading.value is None or "?" in heard.text:
        return reading
    value = _promised(scene, gifts, heard.text)
    told = value and holds(gifts, value, scene.values, scene.world)
    return replace(reading, also={gifts.key: value, **reading.also}) if told else reading


def _promised(scene: Scene, gifts: Question, text: str) -> list[dict[str, Any]]:
    tongue = tongue_of(scene.world.spellings)
    told = (each for one in _promises(scene, text) for each in told_in(one, tongue) if each.sort == _GIFTS)
    named = {part["value"] for each in told for part in each.value}
    return [{"value": one.value, "label": one.label} for one in gifts.params.options if one.value in named]


def _promises(scene: Scene, text: str) -> Iterator[str]:
    """From the few words before it on; nothing where something is denied, or asked for in return."""
    words = scene.world.spellings
    no = {*words.choices.no, *words.choices.stop, *words.choices.when}
    for clause in _CLAUSE.split(text):
        found = one_of(words.stories.promising).search(clause)
        told = [*clause[: found.start()].split()[-_LEADS:], clause[found.start() :]] if found else []
        if told and no.isdisjoint(key_of(" ".join(told)).split()):
            yield " ".join(told)
