"""What the people promise to give, told behind the reason: "karena sering jatuh, warga siap sumbang tenaga". The reason
stays whole, and the promise answers its own question, too."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from bot.core.flow.scene import Scene, holds, kind_of
from bot.core.flow.told.come_to_mind import with_count
from bot.core.forms.heard import Heard, Typed
from bot.core.forms.questions import Ask, Flow, Question, Reading, Took
from bot.core.forms.world import World
from bot.core.forms.writing import key_of
from bot.core.spelt import either, one_of
from bot.core.stories.readings import told_in
from bot.core.understanding.tongue import tongue_of

_GIFTS, _STORY, _SIZE = "sumbangan", "cerita", "ukuran"
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
    told = (each for one in _promises(scene.world, text) for each in told_in(one, tongue) if each.sort == _GIFTS)
    named = {part["value"] for each in told for part in each.value}
    return [{"value": one.value, "label": one.label} for one in gifts.params.options if one.value in named]


def _promises(world: World, text: str) -> Iterator[str]:
    """From the few words before it on; nothing where something is denied, or asked for in return."""
    words = world.spellings
    no = {*words.choices.no, *words.choices.stop, *words.choices.when}
    for clause in _CLAUSE.split(text):
        found = one_of(words.stories.promising).search(clause)
        told = [*clause[: found.start()].split()[-_LEADS:], clause[found.start() :]] if found else []
        if told and no.isdisjoint(key_of(" ".join(told)).split()):
            yield " ".join(told)


def told_with_gifts(flow: Flow, text: str, told: dict[str, Any], world: World) -> dict[str, Any]:
    """ "Jembatan besi, semen 10 sak dari kami", "sy mau bantu semen 10 sak": what the people bring is their gift, and
    not how much of it is asked for."""
    question = flow.question(_GIFTS)
    theirs = [one for one in _CLAUSE.split(text) if _brings(one, world)] if question is not None else []
    if question is None or not theirs:
        return told
    sizes = {key: value for key, value in told.items() if key != _SIZE or not _measures(theirs, world)}
    sure = (
        *(one for each in theirs for one in _promises(world, each)),
        *(one for one in theirs if _is_ours(one, world)),
    )
    readings = [kind_of(question).read(Ask(question, {}, world), Typed(one, 0)) for one in sure]
    named = {part["value"] for one in readings if isinstance(one, Took) for part in one.value or ()}
    value = [{"value": one.value, "label": one.label} for one in question.params.options if one.value in named]
    return {**sizes, _GIFTS: value} if value else sizes


def _brings(clause: str, world: World) -> bool:
    return _is_ours(clause, world) or one_of(world.spellings.stories.promising).search(clause) is not None


def _is_ours(clause: str, world: World) -> bool:
    """Not where it is asked for ("minta bantuan dari warga") nor denied."""
    behind = re.search(rf"\b(?:{either(world.wishing['dari_kami'])})\W*(?:juga|jg|ji|mi)?\W*$", clause, re.IGNORECASE)
    past = {*world.spellings.common.once, *world.wishing["bukan_dari_kami"]}
    words = {*key_of(clause).split()}
    return behind is not None and words.isdisjoint(past | {*world.spellings.stories.not_giving})


def _measures(clauses: Sequence[str], world: World) -> bool:
    return any(each.sort == _SIZE for one in clauses for each in told_in(one, tongue_of(world.spellings)))
