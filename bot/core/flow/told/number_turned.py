"""A number that is taken back in the same breath: "40 m. bukan deng, barusan kuukur lagi 45 m". The grammars know many
ways to say so; where the last number is no part of what they read, it is asked for a yes."""

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Any

from bot.core.flow.asking import ask_for_yes, ask_which
from bot.core.flow.scene import COUNTED, Scene, ask_about, kind_of
from bot.core.forms.heard import Heard, Typed
from bot.core.forms.questions import Question, Took
from bot.core.forms.say import Step, Words
from bot.core.forms.world import World
from bot.core.spelt import Spellings, either
from bot.core.stories.counted import has_number
from bot.core.stories.in_figures import in_figures
from bot.core.understanding.choosing import clauses_of
from bot.core.understanding.tongue import tongue_of

_NUMBER, _THOUSANDS = re.compile(r"\d+"), re.compile(r"(?<=\d)\.(?=\d{3}(?!\d))")
_LONGEST = 40  # words; what is longer tells a story
_AGAIN, _MONEY = "ulang", "uang"  # a sort of contrasts; a kind, of which "15 juta" is written out


def takes_back(scene: Scene, question: Question, heard: Heard, waits: Mapping[str, Any]) -> Step | None:
    """None where nothing is taken back, or what is said last was read. `waits`: what was read."""
    if question.kind not in COUNTED or not isinstance(heard, Typed) or len(heard.text.split()) > _LONGEST:
        return None
    turn = turns(scene.world, heard.text)
    if turn is None:
        return None
    front, last = (in_figures(part, tongue_of(scene.world.spellings)) for part in _beside(turn, heard.text))
    before = _figures(front)
    meant = next((number for number in _NUMBER.findall(last) if number not in before), "")
    if not meant or not before:
        return None
    new = kind_of(question).read(replace(ask_about(scene, question), mine=None), replace(heard, text=last))
    value = new.value if isinstance(new, Took) else None
    is_read = value == waits["value"] if question.kind == _MONEY else meant in _figures(waits["value"])
    if value is None or is_read:
        return None
    if question.kind != _MONEY and meant not in _figures(value):
        return Step(scene.state, (ask_which(scene, question, Words("mesin.angka_terakhir"), ()),))
    shown = kind_of(question).show(ask_about(scene, question), value)
    state = scene.state.hold(confirm={**waits, "value": value})
    say = ask_for_yes(scene, question, Words("mesin.jadi_ini", {"isi": shown}), "tombol.ya")
    return Step(state, (say,))


def _beside(turn: re.Match[str], text: str) -> tuple[str, str]:
    return _THOUSANDS.sub("", text[: turn.start()]), _THOUSANDS.sub("", text[turn.end() :])


def counts_twice(scene: Scene, text: str) -> bool:
    """Whether something is taken back between the clauses of an answer that counts."""
    if scene.asked is None or scene.asked.kind not in COUNTED or turns(scene.world, text) is None:
        return False
    return sum(has_number(part, tongue_of(scene.world.spellings)) for part in clauses_of(text)) > 1


def turns(world: World, text: str) -> re.Match[str] | None:
    """The first words by which something said is taken back."""
    return _turn(world.spellings.common.contrasts[_AGAIN]).search(text.lower())


@lru_cache(maxsize=2)
def _turn(words: Spellings) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{either(words)})(?![^\W\d_])")


def _figures(value: Any) -> frozenset[str]:
    return frozenset(_NUMBER.findall(str(value)))
