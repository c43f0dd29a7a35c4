"""Another usulan in the middle of one ("mau usul lagi", "ada satu lagi, jembatan di Lebang putus"): it waits beside the
first, which goes on; what was told of it is found there when the first is sent."""

import re
from dataclasses import replace
from functools import lru_cache

from bot.core.flow import rest
from bot.core.flow.heard.acting import ask_once_more
from bot.core.flow.heard.ones_own import of_ones_own, words_around
from bot.core.flow.scene import FIRST, REVIEW, STILL, YES_NO, Scene, ask_about, kind_of, situation_of
from bot.core.forms.heard import Typed
from bot.core.forms.questions import Took
from bot.core.forms.say import Step, Wish, Words
from bot.core.forms.world import World
from bot.core.forms.writing import clean, is_question
from bot.core.listening.shapes import Acts
from bot.core.spelt import either, one_of
from bot.core.stories.several import as_one_more, besides

#: By this name a draft keeps that another usulan is to follow, of which nothing was told yet.
FOLLOWS = "menyusul"
BEGIN = "mulai"
_SEVERAL, _EDGES = "tanya_banyak", " ,.;:-"  # the act
_OPENING = 200  # characters in which another one is named, behind polite words
LIKE_AN_ANSWER = 3  # telling words; fewer may name an option


def another(scene: Scene, heard: Typed) -> Step | None:
    """None where no other usulan is spoken of, before this one is told, and where the words are an answer."""
    if not scene.world.next_ones or not scene.world.another or scene.target in (STILL, FIRST) or not _is_told(scene):
        return None
    if is_question(heard.text, scene.world, free=False) or "cancel" in scene.state.pending:
        return None
    behind = _behind(scene, heard.text)
    if behind is None:
        return None
    if not behind:
        about = {**scene.state.about, FOLLOWS: True}
        return Step(replace(scene.state, about=about), (ask_once_more(scene, Words("mesin.usulan_lagi")),))
    return _waits(scene, clean(heard.text), behind, heard.message)


def meant(scene: Scene, words: str, message: int | None, more: str = "") -> Step | None:
    """Words of which it was asked what they mean, and which propose another one; `more`: what was told of it since.
    None where it is none, or none may follow."""
    world = scene.world
    if not world.next_ones or not world.another or scene.target in (STILL, FIRST) or not _is_told(scene):
        return None
    opened = _opened(words, world)
    told = ". ".join(filter(None, (opened[0] if opened else words, more)))
    return _waits(scene, clean(words), told, message) if telling(told, world) else None


def _waits(scene: Scene, words: str, behind: str, message: int | None) -> Step:
    kept = as_one_more(words, behind, scene.world.spellings.stories)
    now = replace(scene, state=rest.keep(scene, kept, message))
    return Step(now.state, (ask_once_more(now, Words("mesin.usulan_lagi_disimpan")),))


def behind_question(scene: Scene, heard: Typed, acts: Acts) -> Step | None:
    """ "Boleh usul dua kah? satunya posyandu": the question is answered, and what the other one is waits."""
    world = scene.world
    if not world.another or not acts.left or [act.name for act in acts.done] != [_SEVERAL] or not _is_told(scene):
        return None
    left = acts.left.strip(_EDGES)
    opened = one_of(world.another["satunya"]).match(left)
    if opened is None or not telling(left[opened.end() :], world):
        return None
    wishes = tuple(Wish(act.name, heard.text[slice(*act.span)]) for act in acts.done)
    return replace(_waits(scene, clean(left), left[opened.end() :].strip(_EDGES), heard.message), wishes=wishes)


def told_of(scene: Scene, heard: Typed) -> str:
    """What is told of another one, where nothing of it may wait in this; empty where none is."""
    if not scene.world.another or scene.target in (STILL, FIRST) or not _is_told(scene):
        return ""
    if is_question(heard.text, scene.world, free=False) or "cancel" in scene.state.pending:
        return ""
    return _behind(scene, heard.text) or ""


def _is_told(scene: Scene) -> bool:
    """The story stands there, and is not what is asked for."""
    stories = [question for question in scene.shown if kind_of(question).story]
    return bool(stories) and stories[0].key in scene.values


def _behind(scene: Scene, text: str) -> str | None:
    """What is told of the other one, empty where it is only named; None where none is."""
    world = scene.world
    opened = _opened(text, world)
    if opened is None:
        return _begun(scene, text)
    behind, named = opened
    told = telling(behind, world)
    if not told:
        return "" if named else None
    if world.ear is not None and world.ear.named(told[0]):
        return None  # "satu lagi alasannya: …" goes on with what is asked
    if len(told) < LIKE_AN_ANSWER and not named and answers(scene, text):
        return None
    return behind if len(told) > 1 or named else None


def _opened(text: str, world: World) -> tuple[str, bool] | None:
    """What stands behind the words that open another one, with nothing but polite ones before them, and whether they
    name it as an usulan. "Satu lagi sumur bor" is one more well."""
    if (own := of_ones_own(text, world)) is not None:
        return own, True
    named = _naming(world.another["usulan"]).search(text[:_OPENING])
    if named and not telling(text[: named.start()], world):
        return text[named.end() :].strip(), True
    if world.another["lagi"].isdisjoint(re.findall(r"\w+", text[:_OPENING].lower())):
        return None
    behind = next(iter(besides(text, world.spellings.stories)), "")
    before = text.removesuffix(behind) if behind else ""
    is_one_more = set(re.findall(r"\w+", before.lower())) & world.another["lagi"] and not telling(before, world)
    return (behind, False) if is_one_more else None


@lru_cache(maxsize=8)
def _naming(phrases: frozenset[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{either(tuple(phrases))})\b[\s:;,.\-]*", re.IGNORECASE)


def _begun(scene: Scene, text: str) -> str | None:
    """ "Mau usul jembatan", where only certain words are an answer, and these are none."""
    situation, ear = situation_of(scene), scene.world.ear
    if ear is None or situation == "free" or (situation in YES_NO and scene.target != REVIEW):
        return None
    if [act.name for act in ear.hear(text, situation).done] != [BEGIN] or answers(scene, text):
        return None
    return text if telling(text, scene.world) else None


def answers(scene: Scene, text: str) -> bool:
    """Whether all of it answers what is asked, where only certain words do."""
    asked = scene.asked
    if asked is None or kind_of(asked).free:
        return False
    reading = kind_of(asked).read(ask_about(scene, asked), Typed(text, 0))
    return isinstance(reading, Took) and not reading.left


def telling(text: str, world: World) -> list[str]:
    """Its words without those that only say that there is something."""
    beside = words_around(world)
    return [word for word in re.findall(r"[^\W\d_]+", text.lower()) if word not in beside]


def tells(text: str, world: World) -> bool:
    """Whether it says more than that something was wrong, or a nod."""
    return not (world.wrong | world.nodding).issuperset(telling(text, world))
