"""All of the story is told anew: "ceritanya salah semua. Harus: …", "ceritanya: …". All that follows is it."""

import re
from dataclasses import replace
from functools import lru_cache

from bot.core.flow.correcting.corrections import New, put_in_place
from bot.core.flow.scene import Scene, kind_of
from bot.core.forms.heard import Typed
from bot.core.forms.questions import Question
from bot.core.forms.say import Step
from bot.core.forms.world import World
from bot.core.forms.writing import clean, key_of
from bot.core.spelt import either

_TELLS, _STOP = 3, re.compile(r"[.;!?\n]+\s+")  # words
_SORTS = ("iringan", "keliru", "sebenarnya", "menjadi")


def told_anew(scene: Scene, heard: Typed) -> Step | None:
    """None where no story stands, or little follows."""
    story = story_of(scene)
    text = behind(scene.world, story, heard.text) if story is not None else ""
    if story is None or not text or "cancel" in scene.state.pending:
        return None
    return put_in_place(scene, story, replace(heard, text=text), New({**scene.values[story.key], "text": text}, {}))


def story_of(scene: Scene) -> Question | None:
    story = next((one for one in scene.shown if kind_of(one).story), None)
    return story if story is not None and scene.values.get(story.key, {}).get("text") else None


def behind(world: World, story: Question, text: str) -> str:
    """Empty where it is told on: "ceritanya: tambah lagi …"."""
    words = world.exchanging
    found = _begins(key_of(story.title), *(words[sort] for sort in _SORTS)).match(text) if words else None
    told = clean(text[found.end() :]).strip(" \"“”'") if found is not None else ""
    return told if len(told.split()) >= _TELLS and not (world.ear and world.ear.adds(told)) else ""


def starts_at(scene: Scene, text: str) -> int:
    """Where a sentence begins by which the story is told anew, behind another; 0 where none does."""
    story = story_of(scene)
    starts = (found.end() for found in _STOP.finditer(text)) if story is not None else ()
    return next((at for at in starts if story is not None and behind(scene.world, story, text[at:])), 0)


@lru_cache(maxsize=8)
def _begins(
    title: str, beside: frozenset[str], wrong: frozenset[str], right: frozenset[str], becomes: frozenset[str]
) -> re.Pattern[str]:
    stem = re.escape(title.removesuffix("nya"))
    small = rf"(?:(?:{either(beside)})\b[\s,]*)*"
    lead = rf"{small}(?:(?:{either(right | becomes)})\b[\s,:]*)+"
    denied = rf"\s+{small}(?:{either(wrong)})\s*(?:semua(?:nya)?|total)?\s*{small}[\s.,;:!]*{lead}"
    return re.compile(
        rf"\W*{small}{stem}(?:nya|ku)?(?:\s*{small}(?:{either(right)})?\s*{small}:|{denied})", re.IGNORECASE
    )
