"""Several answers put right in one sentence: "bukan 25 tapi 35 orang, panjangnya bukan 120 tapi 200 meter". All of
them, or none: half of what was meant would be taken for all of it."""

import re
from dataclasses import replace
from functools import lru_cache

from bot.core.flow.correcting import men_and_women
from bot.core.flow.correcting.corrections import exchanged
from bot.core.flow.correcting.wrong_words import in_stories_too, mend
from bot.core.flow.scene import Scene, look
from bot.core.forms.heard import Typed
from bot.core.forms.say import Step, Words
from bot.core.forms.world import World
from bot.core.spelt import Spellings, either

_MOST = 4
_LONGEST = 40  # words; what is longer tells a story


def several(scene: Scene, heard: Typed) -> Step | None:
    """None where fewer than two are put right, or where it is not clear what one of them belongs to."""
    if (together := men_and_women.put_right(scene, heard)) is not None:
        return together
    ear = scene.world.ear
    parts = _parts(scene, heard.text) if ear is not None and len(heard.text.split()) <= _LONGEST else []
    if ear is None or not 2 <= len(parts) <= _MOST:
        return None
    now, told, step = scene, [], None
    changed: tuple[str, ...] = ()
    for part in parts:
        one = replace(heard, text=part)
        step = exchanged(now, one, ear.corrected(part))
        step = in_stories_too(now, step, one) if step else mend(now, one)
        if step is None:
            return None
        told += [say.lead for say in step.say if say.lead][:1]
        now, changed = look(scene.flow, step.state, scene.world), (*changed, *step.changed)
    assert step is not None
    return replace(step.led_by(Words("mesin.ralat_semua", {"isi": told})), changed=changed)


def parts_of(world: World, text: str) -> list[str]:
    """Cut at every comma and "and"."""
    return _cut(world.spellings.choices.join).split(text)


@lru_cache(maxsize=8)
def _cut(links: Spellings) -> re.Pattern[str]:
    """Made once of the same words: every message comes by here."""
    return re.compile(rf"[,;.\n]+\s+|\s+(?:{either(links)})\s+")


def _parts(scene: Scene, text: str) -> list[str]:
    """Cut where the next value begins that is said to be wrong."""
    ear = scene.world.ear
    found: list[str] = []
    for piece in parts_of(scene.world, text):
        if ear is not None and found and not (ear.denied(piece) and ear.denied(found[-1])):
            found[-1] = f"{found[-1]}, {piece}"
        elif piece.strip():
            found.append(piece)
    return found if ear is not None and all(map(ear.denied, found)) else []
