"""What is said of the conversation and tells nothing ("ah banyaknya tanya", "kau potong kata2ku"), or only nods ("iye
betul, tiga2nya"): it is kept nowhere, and what is told beside it goes on."""

import re
from collections.abc import Callable
from dataclasses import replace
from itertools import dropwhile

from bot.core.flow import so_far
from bot.core.flow.asking import may_be_enough
from bot.core.flow.controls import again, say_yes
from bot.core.flow.correcting import quoted, story_anew, word_to_go
from bot.core.flow.correcting.as_it_should_read import ask_which
from bot.core.flow.correcting.found_to_go import CLAUSE
from bot.core.flow.correcting.leaving_out import of_other_hand
from bot.core.flow.ending import done
from bot.core.flow.heard import added, said_to_us
from bot.core.flow.scene import FIRST, REVIEW, Scene, kind_of, situation_of
from bot.core.forms.heard import Typed
from bot.core.forms.say import Step, Words
from bot.core.forms.world import World
from bot.core.forms.writing import key_of
from bot.core.spelt import one_of

_EDGES, _LONGEST = " ,;.!\n", 40  # words: what is longer tells a story
_FEWEST = 2  # words of a nod: one alone is a button's


def heed(scene: Scene, heard: Typed, hear: Callable[[Scene, Typed], Step]) -> Step | None:
    """`hear`: the rest. None where nothing of it is said."""
    readers = (
        so_far.tell,
        ask_which,
        said_to_us.heed,
        said_to_us.whose_name,
        story_anew.told_anew,
        story_anew.is_no_wish,
        quoted.take_out,
        word_to_go.show_it,
        of_other_hand,
        added.join,
    )
    if (other := next((step for each in readers if (step := each(scene, heard)) is not None), None)) is not None:
        return other
    words, asked = scene.world.of_talking, scene.asked
    is_open = scene.flow.hears and words and (asked is None or not kind_of(asked).verbatim)
    if not is_open or "?" in heard.text or not scene.state.pending.keys().isdisjoint({"cancel", "confirm"}):
        return None
    if one_of(scene.world.threatening["makian"]).search(heard.text):
        return None  # whoever scolds besides is asked what they mean
    if nods(scene.world, heard.text):
        return _nodded(scene, heard.text)
    if len(heard.text.split()) > _LONGEST or one_of(words["kata"]).search(heard.text) is None:
        return None
    clauses = CLAUSE.findall(heard.text)
    left = "".join(one for one in clauses if not _is_of_it(scene.world, one)).strip(_EDGES)
    if len(left) >= len(heard.text.strip(_EDGES)):
        return None
    return hear(scene, replace(heard, text=left)) if left else again(scene).led_by(_not_noted(scene, heard.text))


def _not_noted(scene: Scene, text: str) -> Words:
    """Whoever has been asked enough hears how much is left, and what ends it."""
    is_enough = asks_of_questions(scene.world, text)
    left = [one for one in scene.shown if not (done(scene, one.key) or kind_of(one).rest)]
    told = {"sisa": len(left) if is_enough else 0, "cukup": may_be_enough(scene)}
    return Words("mesin.tidak_dicatat_obrolan", told)


def _nodded(scene: Scene, text: str) -> Step | None:
    """A yes to what waits to be the story; over the card, and where any words are an answer, it is none of them. None
    where what hears a yes hears this one."""
    ear, asked = scene.world.ear, scene.asked
    if scene.target == FIRST:
        return say_yes(scene)
    if ear is None or any(act.name == "ya" for act in ear.hear(text, situation_of(scene)).done):
        return None
    if scene.target == REVIEW:
        return again(scene)
    return again(scene).led_by(Words("mesin.ya_untuk_apa")) if asked is not None and kind_of(asked).free else None


def nods(world: World, text: str) -> bool:
    said = re.findall(r"[\w-]+", text.lower())
    beside = world.agreeing["ya"] | world.of_talking["angguk"] | world.nodding | world.oneself
    return len(said) >= _FEWEST and said[0] in world.agreeing["ya"] and beside.issuperset(said)


def _is_of_it(world: World, clause: str) -> bool:
    """ "Kenapa ditanya lagi" is answered."""
    asks_why = world.asking_why["kata"].issuperset(key_of(clause).split()[:1])
    return not (asks_why and asks_of_questions(world, clause)) and is_only_of_talking(world, clause)


def asks_of_questions(world: World, text: str) -> bool:
    return not world.of_talking["tanya"].isdisjoint(re.findall(r"[\w-]+", text.lower()))


def is_only_of_talking(world: World, clause: str) -> bool:
    """Nothing else but why stands in it: "jgn tanya banyak2 nnti suami pulang"."""
    words = world.of_talking
    left, times = one_of(words["kata"]).subn("|", clause.lower())
    front, _, behind = left.rpartition("|")
    small = words["iringan"] | world.nodding | world.oneself | world.agreeing["ya"]
    told = [*dropwhile(small.__contains__, re.findall(r"\w+", behind))]
    return (
        times > 0 and small.issuperset(re.findall(r"\w+", front)) and (not told or told[0] in world.taking_out["sebab"])
    )
