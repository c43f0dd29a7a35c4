"""All of the story is told anew: "ceritanya salah semua. Harus: …", "ceritanya: …". All that follows is it. Or what was
taken for a wish is said to be it: "itu tadi masalahnya, bukan harapan"."""

import re
from dataclasses import replace
from functools import lru_cache

from bot.core.flow import rest
from bot.core.flow.controls import again
from bot.core.flow.correcting.corrections import New, put_in_place
from bot.core.flow.correcting.named_anew import named_alone
from bot.core.flow.correcting.said_to_go import said_in
from bot.core.flow.scene import Scene, kind_of, look
from bot.core.flow.told import in_a_story
from bot.core.flow.told.told_along import is_it_the_story
from bot.core.forms.heard import Typed
from bot.core.forms.questions import Question
from bot.core.forms.say import Step, Words
from bot.core.forms.world import World
from bot.core.forms.writing import clean, key_of
from bot.core.spelt import either, one_of

_OF_IT, _MINE, _SHORT = "nya", "ku", 12  # words
_TELLS, _STOP = 3, re.compile(r"[.;!?\n]+\s+")  # words
_CLAUSE = re.compile(r"[,.;!\n]+(?!\d)")
_SORTS = ("iringan", "keliru", "sebenarnya", "menjadi", "ganti")
_QUOTED = re.compile(r"\s*[\"“”«]([^\"“”«»]+)[\"“”»]")


def told_anew(scene: Scene, heard: Typed) -> Step | None:
    """None where no story stands, or little follows."""
    story = story_of(scene)
    text = behind(scene.world, story, heard.text) if story is not None else ""
    if story is None or not text or "cancel" in scene.state.pending:
        return None
    state = in_a_story.kept_beside(scene.flow, scene.state, story.key, text, scene.world)
    now = replace(scene, state=state)
    return put_in_place(now, story, replace(heard, text=text), New({**scene.values[story.key], "text": text}, {}))


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
    if wish is None or story is None or wish is story:
        return None
    waiting = dict(scene.state.about.get(rest.AHEAD, {}))
    stood = str((scene.values.get(wish.key) or {}).get("text", ""))
    told = stood or next(iter(waiting.pop(wish.key, [])), "")
    anew = _wish_beside(scene, wish, heard) if told else ""
    if not told or (not anew and not _moves(scene, story, wish, heard.text)):
        return None
    state = replace(scene.state.forget((wish.key,)), about={**scene.state.about, rest.AHEAD: waiting})
    step = _told_on(look(scene.flow, state, scene.world), replace(heard, text=told), story)
    return _with_wish(scene, step, wish, replace(heard, text=anew)) if anew else step


def _told_on(scene: Scene, told: Typed, story: Question) -> Step:
    if (old := story_of(scene)) is None:
        return is_it_the_story(scene, told, fewest=1) or again(scene)
    text = f"{scene.values[story.key]['text']}, {told.text}"
    return put_in_place(scene, old, told, New({**scene.values[story.key], "text": text}, {}))


def _with_wish(before: Scene, step: Step, wish: Question, heard: Typed) -> Step:
    """The wish anew, behind what became of the old one."""
    now = look(before.flow, step.state.give(wish.key, before.state.answers[wish.key]), before.world)
    told = named_alone(now, heard) or step
    said = [say.lead for each in (step, told) for say in each.say[:1] if say.lead]
    both = told.led_by(Words("mesin.ralat_semua", {"isi": said}))
    return replace(both, changed=(*step.changed, *told.changed))


def _wish_beside(scene: Scene, wish: Question, heard: Typed) -> str:
    """ "Harapanku dibuatkan gedung, yang tadi itu ceritanya": what is hoped for, beside a clause that says nothing but
    what the words before were; empty where none does."""
    words = scene.world.exchanging
    if not words or one_of(words["menunjuk"]).search(heard.text) is None:
        return ""
    clauses = [one.strip() for one in _CLAUSE.split(heard.text) if one.strip()]
    said = [at for at, one in enumerate(clauses) if len(clauses) > 1 and _is_the_story(scene, one)]
    left = ", ".join(one for at, one in enumerate(clauses) if at not in said)
    step = named_alone(scene, replace(heard, text=left)) if len(said) == 1 else None
    return left if step is not None and wish.key in step.changed else ""


def _is_the_story(scene: Scene, clause: str) -> bool:
    world, words = scene.world, scene.world.exchanging
    story = next((one for one in scene.shown if kind_of(one).story), None)
    if story is None or one_of(words["menunjuk"]).search(clause) is None:
        return False
    said = said_in(clause)
    name = key_of(story.title).removesuffix(_OF_IT)
    others = {one for one in said if one.removesuffix(_OF_IT).removesuffix(_MINE) != name}
    pointing = {word for one in words["menunjuk"] for word in one.split()}
    return len(others) < len({*said}) and others <= words["iringan"] | pointing | world.oneself | world.nodding


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
