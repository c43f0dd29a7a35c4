"""A no with words behind it, where it is asked whether something was the story ("bukan. satu nenek …"): it is the no of
the button, and what stands behind it is told anew. Nothing of both is kept beside."""

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Any

from bot.core.flow.answering import take
from bot.core.flow.asking import ask
from bot.core.flow.controls import again, refuse_first
from bot.core.flow.heard.another import LIKE_AN_ANSWER, telling
from bot.core.flow.scene import FIRST, Scene, ask_about, kind_of, look, show
from bot.core.flow.told.letters import points_at_one
from bot.core.forms.heard import Typed
from bot.core.forms.questions import Question, Took
from bot.core.forms.say import Step, Wish, Words
from bot.core.forms.state import Answer
from bot.core.forms.world import World
from bot.core.forms.writing import clean, key_of
from bot.core.spelt import either
from bot.core.stories.several import names_thing
from bot.core.understanding.where.hamlets import is_complaint, tells_something

_DENIED = 4  # words of the place that it is not, and of politeness
_SENTENCES = re.compile(r"[.;!?\n]+(?!\d)")
_PARTS = re.compile(r"[.,;!?\n]+(?!\d)")
_SENTENCE = re.compile(r"^[^.;!?\n]*[.;!?\n]*\s*")
_ASIDE, _ANYTHING, _QUESTION = "disela", "tanya_lain", "tanya"  # that something was asked in between; acts
_KEPT = "tetap"  # that a no with words behind it left it as it is


def refuse(scene: Scene, heard: Typed) -> Step | None:
    """None where no such question is asked, and for what goes on with the story or puts a word of it right."""
    behind = _behind_no(scene, heard.text) if scene.target == FIRST else None
    if behind is None:
        return None
    if _asks_alone(scene.world, behind):
        return None  # "bukan itu kak. bisa tidak pesannya hilang?" asks, and throws nothing away
    first = scene.state.pending["first"]
    if first.get(_ASIDE) and behind:  # "bukan, itu cuma tanya les. harapannya …" is said of what was asked in between
        left = clean(_SENTENCE.sub("", behind, count=1))
        told = longer(first, replace(heard, text=left)) if left else first
        return again(look(scene.flow, scene.state.hold(first={**told, _ASIDE: False}), scene.world))
    if len(telling(behind, scene.world)) < LIKE_AN_ANSWER:
        return _waits(scene, behind) or refuse_first(scene)
    return _answered(scene, heard, behind) or _elsewhere(scene, heard, behind) or _told_anew(scene, heard, behind)


def _waits(scene: Scene, behind: str) -> Step | None:
    """ "Bukan satu kak, dua. punya saya dulu": no such words throw away what was told; it is shown again, once."""
    first, told = scene.state.pending["first"], scene.world
    small = told.leading_in | told.own_matters["usulan"] | told.taking_out["iringan"]
    if first.get(_KEPT) or small.issuperset(re.findall(r"\w+", behind.lower())):
        return None
    now = look(scene.flow, scene.state.hold(first={**first, _KEPT: True}), told)
    return Step(now.state, (ask(now, Words("mesin.tadi_menunggu")),))


def only_asks(scene: Scene, heard: Typed) -> Step | None:
    """ "Ada kah les gratis untuk anak sd?", while that is asked: it goes to whoever can answer, and is no story."""
    if not _asks_alone(scene.world, heard.text):
        return None
    return replace(again(scene), wishes=(Wish(_ANYTHING, heard.text),))


def asked_between(scene: Scene, step: Step) -> Step:
    """With that a question was answered while it is asked whether that is the story."""
    first = step.state.pending.get("first")
    if scene.target != FIRST or not first or not any(one.act.startswith(_QUESTION) for one in step.wishes):
        return step
    return replace(step, state=step.state.hold(first={**first, _ASIDE: True}))


def _asks_alone(world: World, text: str) -> bool:
    tells = tells_something(text, world) or any(is_complaint(word, world) for word in key_of(text).split())
    return text.rstrip().endswith("?") and not tells and not names_thing(text, world.spellings.stories)


def longer(first: Mapping[str, Any], heard: Typed) -> dict[str, Any]:
    """What waits to be the story, with these words behind it."""
    if not clean(heard.text):
        return dict(first)
    key, told = next(iter(first["answers"].items()))
    answer = Answer.from_json(told)
    text = "\n".join(filter(None, (answer.value.get("text"), clean(heard.text))))
    more = Answer({**answer.value, "text": text}, (*answer.messages, heard.message))
    return {**first, "answers": {**first["answers"], key: more.to_json()}}


def _behind_no(scene: Scene, text: str) -> str | None:
    words, ear = scene.world.denying, scene.world.ear
    found = _no(words["bukan"], words["tidak"], words["terus"]).match(text.strip()) if words else None
    if found is None:
        return None
    denied = key_of(ear.denied(text)).split() if ear is not None else []
    told = " ".join(str(one["value"].get("text", "")) for one in scene.state.pending["first"]["answers"].values())
    return None if denied and set(denied) <= set(key_of(told).split()) else text.strip()[found.end() :].strip()


@lru_cache(maxsize=8)
def _no(denies: frozenset[str], alone: frozenset[str], goes_on: frozenset[str]) -> re.Pattern[str]:
    """ "Bukan …" alone or before what is right, but "bukan cuma …" goes on; "tidak ada air" tells something."""
    no = rf"(?:{either(denies)})\b(?!\s+(?:{either(goes_on)})\b)[\s,.;:!]*"
    return re.compile(rf"(?:{no}|(?:{either(alone)})\s*[,.;:!]+\s*)", re.IGNORECASE)


def _answered(scene: Scene, heard: Typed, behind: str) -> Step | None:
    """ "Bukan nama dusun itu! Dusun Osso", where the dusun would be asked next: it is told, and what was the story may
    still be it."""
    first = scene.state.pending["first"]
    now = look(scene.flow, scene.state.release("first"), scene.world)
    asked, ear = now.asked, scene.world.ear
    if asked is None or kind_of(asked).free:
        return None
    for words in (*(ear.right(behind) if ear is not None else ()), *reversed(_PARTS.split(behind))):
        told = Typed(words.strip(), heard.message)
        reading = kind_of(asked).read(ask_about(now, asked), told) if told.text else None
        if (
            isinstance(reading, Took)
            and not reading.left
            and (not reading.guessed or _names_all(now, asked, told.text))
        ):
            step = take(now, asked, told)
            then = look(scene.flow, step.state.hold(first=first), scene.world)
            shown = [show(then, key) for key in dict.fromkeys(step.changed) if key in then.values]
            lead = Words("mesin.dicatat_semua", {"isi": shown})
            return Step(then.state, (ask(then, lead),), changed=step.changed)
    return None


def _elsewhere(scene: Scene, heard: Typed, behind: str) -> Step | None:
    """ "Bukan Malua nak, Potok Ullin": the place that was read out of the story, and not the story."""
    places = [one.key for one in scene.flow.questions if one.kind == "wilayah" and one.key in scene.state.answers]
    if not places:
        return None
    words, anew = behind.split(), look(scene.flow, scene.state.forget(places), scene.world)
    told = (_answered(anew, heard, " ".join(words[at:])) for at in range(min(len(words), _DENIED + 1)))
    before = {key: scene.values.get(key) for key in places}
    return next((step for step in told if step and any(before[key] != _value(step, key) for key in places)), None)


def _value(step: Step, key: str) -> object:
    answer = step.state.answers.get(key)
    return answer.value if answer is not None else None


def where_in(scene: Scene, text: str) -> tuple[str, str]:
    """ "Jambu tuncung nak. suratnya di foto itu baca saja": what says where, and what the other sentences tell, of
    which one that points at a letter tells nothing."""
    asked, parts = scene.asked, [one.strip() for one in _SENTENCES.split(text) if one.strip()]
    where = next((one for one in (text, *parts) if asked is not None and _names_all(scene, asked, one)), "")
    others = [one for one in parts if where not in ("", text, one) and not points_at_one(one, scene.world)]
    return where, "\n".join(others)


def _names_all(scene: Scene, asked: Question, text: str) -> bool:
    """ "Potok Ullin Buntu Batu", where the kecamatan is asked for."""
    claims = kind_of(asked).claims
    return claims is not None and claims(ask_about(scene, asked), text)


def _told_anew(scene: Scene, heard: Typed, behind: str) -> Step:
    first = scene.state.pending["first"]
    key = next(iter(first["answers"]))
    denies_it = key_of(behind).split()[0] in scene.world.own_matters["usulan"]  # "bukan usulan baru, mau tanya …"
    told = {key: Answer({"text": clean(heard.text if denies_it else behind)}, (heard.message,)).to_json()}
    return again(look(scene.flow, scene.state.hold(first={"answers": told, "alone": first["alone"]}), scene.world))
