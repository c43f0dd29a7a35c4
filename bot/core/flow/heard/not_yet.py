"""Somebody else knows it, or they go on later ("kurang tau pi, kutanya dulu suami", "nanti lagi mau ambil air dulu"):
no answer, and no wish to leave the question out. Nor is it one when they do not know how."""

import re
from dataclasses import replace

from bot.core.flow import rest
from bot.core.flow.heard.acting import act_on, ask_once_more
from bot.core.flow.heard.at_the_dusun import is_not_known
from bot.core.flow.scene import Scene, ask_about, kind_of
from bot.core.flow.told.no_name import landmark_in
from bot.core.forms.heard import Typed
from bot.core.forms.questions import Refused, Took
from bot.core.forms.say import Step, Words
from bot.core.forms.writing import key_of
from bot.core.spelt import one_of
from bot.core.understanding.answers import is_unknown
from bot.core.understanding.where.hamlets import is_complaint

_LONGEST = 5  # words behind it: whom they ask, or what they do meanwhile
_MORE = re.compile(r"\?|[.;!\n]+\s*\w")  # asks, or goes on
_PAUSES = (",", ".", ";")
_FEW, _BEHIND = 10, 2  # words that say when; that say who ("bukan orang situ ka")
_SENT = frozenset({"location", "photo"})
_ASKED = ("confirm", "cancel")


def heed(scene: Scene, heard: Typed) -> Step | None:
    asked = asks_first(scene, heard) or leaves(scene, heard) or goes_there(scene, heard)
    return asked or _is_no_landmark(scene, heard) or _asks_how(scene, heard)


def _asks_how(scene: Scene, heard: Typed) -> Step | None:
    """ "Tidak mengerti ka caranya, tolong bantu", where it would be an answer that is not known: they ask for help."""
    words, asked = scene.world.asking_first, scene.asked
    if asked is None or not words or kind_of(asked).free or words["caranya"].isdisjoint(key_of(heard.text).split()):
        return None
    reading = kind_of(asked).read(ask_about(scene, asked), heard)
    return act_on(scene, heard, "bantuan") if isinstance(reading, Took) and is_unknown(reading.value) else None


def goes_there(scene: Scene, heard: Typed) -> Step | None:
    """ "Besok pagi sy ke sana", "besok, sekarang di rumah ka", where a point or a photo is asked: later."""
    words, asked = scene.world.asking_first, scene.asked
    if asked is None or not words or not asked.optional or not kind_of(asked).takes & _SENT:
        return None
    there = (words["ke_sana"], scene.world.not_there)
    said = one_of(words["kapan"]).search(heard.text) and any(one_of(each).search(heard.text) for each in there)
    few = (
        len(heard.text.split()) <= _FEW
        and not _MORE.search(heard.text)
        and scene.state.pending.keys().isdisjoint(_ASKED)
    )
    hurts = any(is_complaint(word, scene.world) for word in key_of(heard.text).split())  # "nanti jatuh lagi di situ"
    return act_on(scene, heard, "nanti") if said and few and not hurts else None


def _is_no_landmark(scene: Scene, heard: Typed) -> Step | None:
    """ "Tdk tau ka, bukan orang situ ka": why nothing is known of the place is no landmark of it."""
    words, asked = scene.world.asking_first, scene.asked
    if asked is None or not words or not asked.optional or asked.key not in _landmarks(scene):
        return None
    why = one_of(words["tidak_kenal"]).search(heard.text)
    first = heard.text[: why.start()].strip(" ,.;") if why else ""
    behind = heard.text[why.end() :].split() if why else ()
    only = len(behind) <= _BEHIND and not landmark_in(heard.text, scene)
    return act_on(scene, heard, "tidak_tahu") if first and only and is_not_known(scene, first) else None


def _landmarks(scene: Scene) -> set[str]:
    """Questions whose words stand for a point on the map."""
    return {getattr(one.params, "words_to", None) or "" for one in scene.flow.questions} - {""}


def leaves(scene: Scene, heard: Typed) -> Step | None:
    """None where they tell something behind it."""
    words = scene.world.asking_first
    if scene.asked is None or not words or not scene.state.pending.keys().isdisjoint(_ASKED):
        return None
    found = one_of(words["nanti"]).match(heard.text)
    if found is None or len(heard.text[found.end() :].split()) > _LONGEST or re.search(r"\d", heard.text):
        return None
    return act_on(scene, heard, "nanti")


def _is_only_why(scene: Scene, before: Typed) -> bool:
    """ "Ini punyanya tanteku e, kutelpon dulu dia": so few words, up to a pause, that answer nothing."""
    asked, text = scene.asked, before.text.rstrip()
    few = text[-1:] in _PAUSES and len(text.split()) <= _LONGEST and not re.search(r"[\d?]", text)
    if asked is None or kind_of(asked).free or not few:
        return False
    return isinstance(kind_of(asked).read(ask_about(scene, asked), before), Refused)


def asks_first(scene: Scene, heard: Typed) -> Step | None:
    """Nothing is kept of it; None where it tells something, too."""
    words = scene.world.asking_first
    if scene.asked is None or not words or "confirm" in scene.state.pending:
        return None
    found = one_of(words["kata"]).search(heard.text)
    if found is None or len(heard.text[found.end() :].split()) > _LONGEST:
        return None
    before = re.findall(r"[^\W\d_]+|\d+", heard.text[: found.start()].lower())
    speaks = any(word not in words["iringan"] and word not in scene.world.oneself for word in before)
    if speaks and not _is_only_why(scene, replace(heard, text=heard.text[: found.start()])):
        return None
    told = {"boleh": scene.asked.optional, "usulan": rest.place_for(scene) is not None}
    return Step(scene.state, (ask_once_more(scene, Words("mesin.tanyakan_dulu", told)),))
