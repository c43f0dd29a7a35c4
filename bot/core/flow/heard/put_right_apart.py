"""A sentence that puts an earlier answer right, beside an answer: "dekat pustu. harapannya cukup direhab". The rest of
the message is heard as if it stood alone."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import groupby

from bot.core.flow.heard.another import tells
from bot.core.flow.heard.by_example import is_waited_for, meant, put_right
from bot.core.flow.heard.corrected_beside import Beside
from bot.core.flow.scene import FIRST, REVIEW, STILL, Scene, answers, kind_of, look
from bot.core.forms.heard import Typed
from bot.core.forms.say import Words
from bot.core.forms.writing import sentences_in
from bot.core.spelt import either
from bot.core.vocabulary import Vocabulary

_PLACE = "wilayah"
_LONGEST, _MOST = 80, 6  # words; sentences


def hear(scene: Scene, heard: Typed) -> Beside | None:
    """None where nothing is put right so, or nothing else is said: then words of lists come first."""
    sentences = sentences_in(heard.text)
    if not _may_hold(scene, heard) or len(sentences) > _MOST:
        return None
    parts = [*_joined(scene, [part for one in sentences for part in _parts(scene, one)])]
    if len(parts) == 1:
        return None
    now, said, changed, left = scene, list[Words](), tuple[str, ...](), list[str]()
    for part in parts:
        step = put_right(now, replace(heard, text=part))
        if step is None:
            left.append(part)
            continue
        said += [say.lead for say in step.say if say.lead][:1]
        now, changed = look(scene.flow, step.state, scene.world), (*changed, *step.changed)
    told = " ".join(left).strip(" ,")
    return Beside(now, told if tells(told, scene.world) else "", tuple(said), changed) if said else None


def _may_hold(scene: Scene, heard: Typed) -> bool:
    if not scene.flow.hears or scene.world.ear is None or is_waited_for(scene) or scene.target in (FIRST, STILL):
        return False
    asked = scene.asked
    is_told_whole = asked is not None and (asked.kind == _PLACE or kind_of(asked).story)
    is_there = scene.target == REVIEW or (asked is not None and asked is scene.open and not is_told_whole)
    return is_there and "?" not in heard.text and len(heard.text.split()) <= _LONGEST


def _joined(scene: Scene, parts: Sequence[str]) -> Iterator[str]:
    """ "Soal tanah itu dibatalkan. Tenaga saja": what is said of one answer is one correction."""
    for of, alike in groupby(parts, lambda part: [one.key for one in meant(scene, part)]):
        told = [*alike]
        yield from [" ".join(told)] if of else told


def _parts(scene: Scene, sentence: str) -> Iterator[str]:
    """ "200 meter, sama yang tadi orangnya 37": the answer, and what puts another right."""
    free = scene.asked is not None and kind_of(scene.asked).free
    for cut in _cuts(scene.world.spellings, free).finditer(sentence) if scene.target != REVIEW else ():
        head, tail = sentence[: cut.start()].strip(" ,"), sentence[cut.end() :].strip(" ,")
        if head and tail and meant(scene, tail) and not meant(scene, head) and answers(scene, head):
            yield from (head, tail)
            return
    yield sentence


@lru_cache(maxsize=4)
def _cuts(words: Vocabulary, free: bool) -> re.Pattern[str]:
    """Where any words are an answer a comma parts none."""
    joins = rf"\s+(?=\b(?:{either((*words.common.politely, *words.places.but))})\b)"
    return re.compile(joins if free else rf",\s+|{joins}", re.IGNORECASE)
