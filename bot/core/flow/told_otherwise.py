"""A number that was told anew, beside a story that still tells the old one, since nobody said what is wrong there:
whoever reads both is told which of them counts."""

from collections.abc import Mapping
from typing import Any

from bot.core.flow.scene import kind_of
from bot.core.forms.questions import Ask, Flow, Question
from bot.core.forms.say import Words
from bot.core.forms.world import World
from bot.core.stories.readings import told_in
from bot.core.understanding.tongue import tongue_of

_PEOPLE, _SIZE = frozenset({"jumlah", "kurang_mampu"}), "ukuran"
_COUNTS = ("total", "male", "female", "families", "houses")


def beside_story(
    flow: Flow, question: Question, values: Mapping[str, Any], world: World, shown: str | Words
) -> str | Words:
    """`shown`: the answer in words, to which the number of the story is added where it is another."""
    old = _told_otherwise(flow, question, values, world)
    if old is None:
        return shown
    before = kind_of(question).show(Ask(question, values, world), old)
    return Words("mesin.isi_bukan_cerita", {"isi": shown, "lama": before})


def _told_otherwise(flow: Flow, question: Question, values: Mapping[str, Any], world: World) -> Any:
    """None where the stories tell the same, nothing for sure, or something that is counted otherwise."""
    new = values.get(question.key)
    if question.key not in {*_PEOPLE, _SIZE} or not isinstance(new, dict):
        return None
    stories = [each.key for each in flow.questions if kind_of(each).story]
    if question.key == _SIZE:
        stories = stories[1:]  # how far they walk, which the story tells, is not what is hoped for
    texts = ((values.get(key) or {}).get("text") for key in stories)
    found = [each for text in texts if text for each in told_in(text, tongue_of(world.spellings))]
    told = [each.value for each in found if each.sort == question.key and each.sure]
    return told[0] if told and all(_differs(each, new) and each == told[0] for each in told) else None


def _differs(old: Any, new: Mapping[str, Any]) -> bool:
    """Whether the same is counted, or measured, and comes to something else."""
    if "sizes" in old and "sizes" in new:
        return _measures(old) == _measures(new) and old["sizes"] != new["sizes"]
    both = [key for key in _COUNTS if key in old and key in new]
    return bool(both) and all(old[key] != new[key] for key in both)


def _measures(value: Mapping[str, Any]) -> list[str]:
    return [str(size.get("unit")) for size in value["sizes"]]
