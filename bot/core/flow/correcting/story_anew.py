"""All of the story is told anew: "ceritanya salah semua. Harus: …", "ceritanya: …". All that follows is it. Or what was
taken for a wish is said to be it: "itu tadi masalahnya, bukan harapan"."""

import re
from dataclasses import replace
from functools import lru_cache

from bot.core.flow import rest
from bot.core.flow.correcting.corrections import New, put_in_place
from bot.core.flow.correcting.said_to_go import said_in
from bot.core.flow.scene import Scene, kind_of, look
from bot.core.flow.told.told_along import is_it_the_story
from bot.core.forms.heard import Typed
from bot.core.forms.questions import Question
from bot.core.forms.say import Step
from bot.core.forms.world import World
from bot.core.forms.writing import clean, key_of
from bot.core.spelt import either

_OF_IT, _SHORT = "nya", 12  # words
_TELLS, _STOP = 3, re.compile(r"[.;!?\n]+\s+")  # words
_SORTS = ("iringan", "keliru", "sebenarnya", "menjadi", "ganti")
_QUOTED = re.compile(r"\s*[\"“”«]([^\"“”«»]+)[\"“”»]")


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
    quoted = _QUOTED.match(text, found.end()) if found is not None else None
    told = clean(quoted[1] if quoted else text[found.end() :]).strip(" \"“”'") if found is not None else ""
    return told if len(told.split()) >= _TELLS and not (world.ear and world.ear.adds(told)) else ""


def is_no_wish(scene: Scene, heard: Typed) -> Step | None:
    """The wish that was told, or waits for its question, is the story, or its end."""
    wish = next((one for one in scene.flow.questions if getattr(one.params, "wish", False)), None)
    story = next((one for one in scene.shown if kind_of(one).story), None)
    if wish is None or story is None or wish is story or not _moves(scene, story, wish, heard.text):
        return None
    waiting = dict(scene.state.about.get(rest.AHEAD, {}))
    stood = str((scene.values.get(wish.key) or {}).get("text", ""))
    told = stood or next(iter(waiting.pop(wish.key, [])), "")
    if not told:
        return None
    state = replace(scene.state.forget((wish.key,)), about={**scene.state.about, rest.AHEAD: waiting})
    now = look(scene.flow, state, scene.world)
    if (old := story_of(now)) is None:
        return is_it_the_story(now, replace(heard, text=told), fewest=1)
    text = f"{now.values[story.key]['text']}, {told}"
    return put_in_place(now, old, heard, New({**now.values[story.key], "text": text}, {}))


def _moves(scene: Scene, story: Question, wish: Question, text: str) -> bool:
    """Nothing else is said than what it is, and what it is not."""
    world, said, words = scene.world, said_in(text), scene.world.exchanging
    if not words or len(said) > _SHORT or "?" in text:
        return False
    name, denies = key_of(wish.title).removesuffix(_OF_IT), world.denying["bukan"]
    at = next((at for at, one in enumerate(said) if one.removesuffix(_OF_IT) == name), 0)
    is_denied = at > 0 and not denies.isdisjoint(said[:at])
    problem = world.taking_out["masalah"] | {key_of(story.title), key_of(story.title).removesuffix(_OF_IT)}
    beside = words["iringan"] | words["keliru"] | denies | world.nodding | world.oneself
    left = {one for one in said if one not in problem and one.removesuffix(_OF_IT) != name}
    return is_denied and not problem.isdisjoint(said) and left <= beside


def starts_at(scene: Scene, text: str) -> int:
    """Where a sentence begins by which the story is told anew, behind another; 0 where none does."""
    story = story_of(scene)
    starts = (found.end() for found in _STOP.finditer(text)) if story is not None else ()
    return next((at for at in starts if story is not None and behind(scene.world, story, text[at:])), 0)


@lru_cache(maxsize=8)
def _begins(
    title: str, beside: frozenset[str], wrong: frozenset[str], right: frozenset[str], *becomes: frozenset[str]
) -> re.Pattern[str]:
    stem = re.escape(title.removesuffix("nya"))
    small = rf"(?:(?:{either(beside)})\b[\s,]*)*"
    into, changed = becomes
    lead = rf"{small}(?:(?:{either(right | into)})\b[\s,:]*)+"
    denied = rf"\s+{small}(?:{either(wrong)})\s*(?:semua(?:nya)?|total)?\s*{small}[\s.,;:!]*{lead}"
    return re.compile(
        rf"\W*{small}{stem}(?:nya|ku)?(?:\s*{small}(?:{either(right | changed)})?\s*{small}:|{denied})", re.IGNORECASE
    )
