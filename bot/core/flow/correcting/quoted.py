"""Words of an usulan between marks: "hapus “sejak 2024”", "ganti “rusak parah” menjadi “rusak dan berlubang”". Just
these words go, or make way."""

import re
from typing import Any

from bot.core.flow.answering import title
from bot.core.flow.correcting.corrections import New, put_in_place
from bot.core.flow.correcting.gone_from_sent import rest_gone
from bot.core.flow.correcting.wrong_words import in_own_words
from bot.core.flow.scene import Scene, look
from bot.core.forms.heard import Typed
from bot.core.forms.say import Step, Words
from bot.core.forms.world import World
from bot.core.forms.writing import key_of

_QUOTED = re.compile(r"[\"“”«»]([^\"“”«»]{2,})[\"“”«»]")
_EDGES, _GAP = " ,.;:\n", re.compile(r"(?<=[,;:])\s*[,;:]+|\s+(?=[,.;:])")


def is_said(world: World, text: str) -> bool:
    return _meant(world, text) is not None


def take_out(scene: Scene, heard: Typed) -> Step | None:
    """The same before it is sent; None where nothing would be left."""
    put, pair = put_right(scene, heard.text), _meant(scene.world, heard.text)
    if not put or pair is None or None in put.values():
        return None
    step, (old, new) = Step(scene.state), pair
    for key, value in put.items():
        question = next(one for one in scene.flow.questions if one.key == key)
        step = put_in_place(look(scene.flow, step.state, scene.world), question, heard, New(value, {}))
    name = title(scene, next(one for one in scene.flow.questions if one.key in put))
    exchanged = Words("mesin.ralat_kata", {"judul": name, "lama": old, "baru": new})
    return step.led_by(exchanged if new else Words("mesin.hapus_bagian", {"judul": name, "isi": old}))


def put_right(scene: Scene, text: str) -> dict[str, Any]:
    """By question: the words as they are then; empty where these stand nowhere."""
    pair = _meant(scene.world, text)
    if pair is None or rest_gone(scene, text):  # "juga" is all of what was told besides
        return {}
    old = re.compile(rf"(?<!\w){re.escape(pair[0])}(?!\w)", re.IGNORECASE)
    told: dict[str, Any] = {}
    for key in in_own_words(scene):
        value = scene.values[key]
        words = old.sub(lambda _: pair[1], value["text"])
        if words != value["text"]:
            words = _GAP.sub("", re.sub(r"[ \t]{2,}", " ", words)).strip(_EDGES)
            told[key] = {**value, "text": words} if words else None
    return told


def _meant(world: World, text: str) -> tuple[str, str] | None:
    quoted = _QUOTED.findall(text) if world.taking_out and world.exchanging else []
    if not quoted:
        return None
    said = {*key_of(_QUOTED.sub(" ", text)).split()}
    if len(quoted) == 1 and not said.isdisjoint(world.taking_out["kata"] | world.taking_out["kutipan"]):
        return quoted[0].strip(_EDGES), ""
    if len(quoted) == 2 and not said.isdisjoint(world.exchanging["ganti"]):  # the old words, and the new
        return quoted[0].strip(_EDGES), quoted[1].strip()
    return None
