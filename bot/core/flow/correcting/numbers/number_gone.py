"""A number that was told is to go again, and none is told in its place: "hapus itu 5 rumah, sy tdk tau brp", "jgn tulis
5 rumah, sy tdk pernah hitung"."""

import re
from functools import lru_cache

from bot.core.flow.answering import resume, title
from bot.core.flow.correcting.said_to_go import said_in
from bot.core.flow.correcting.what_stands import stands
from bot.core.flow.scene import Scene, kind_of
from bot.core.forms.heard import Typed
from bot.core.forms.questions import Question
from bot.core.forms.say import Step, Words
from bot.core.forms.writing import key_of
from bot.core.spelt import either

_KINDS = frozenset({"orang", "ukuran"})
_LONGEST = 16  # words
_AMOUNT = r"(\d+(?:[.,]\d+)*(?:\s+[^\W\d_]+)?)"
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_OWNED = re.compile(r"nya$")


def leave_number(scene: Scene, heard: Typed) -> Step | None:
    """None where no number goes, or another one takes its place."""
    question = withdrawn(scene, heard.text)
    if question is None:
        return None
    state = scene.state.drop((question.key,)).skip(question.key).release()
    return resume(scene, state, Words("mesin.hapus_sudah", {"judul": title(scene, question)}), (question.key,))


def withdrawn(scene: Scene, text: str) -> Question | None:
    """The one question whose number it is."""
    words = scene.world.taking_out
    if not words or len(text.split()) > _LONGEST:
        return None
    if _NUMBER.search(text) is None:
        return _named(scene, text) or closed_gone(scene, text)
    unknown = any(f" {one}" in f" {text.lower()}" for one in words["tak_tahu"])
    no = words["jangan_angka"] | (scene.world.denying["bukan"] if unknown else frozenset())
    before, behind = _gone(words["kata"], no, words["iringan"])
    found = before.search(text) or behind.search(text)
    if found is None or len(set(_NUMBER.findall(text))) > 1:
        return None
    fitting = [one for one in scene.shown if one.kind in _KINDS and one.key in scene.values]
    amounts = (found[1], found[1].split()[0])
    return next((one for amount in amounts for one in fitting if stands(scene, one, amount)), None)


def _named(scene: Scene, text: str) -> Question | None:
    """ "Jumlahnya dihapus saja": the one that is called by its name, without the number. Not to know is an answer where
    another number, or a place, is asked for."""
    words, ear, said = scene.world.taking_out, scene.world.ear, f" {text.lower()}"
    asked = scene.asked  # "tidak tau saya orang baru" says nothing of people
    is_asked = asked is not None and (asked.kind in _KINDS or kind_of(asked).claims is not None)
    goes = any(f" {one}" in said for one in (words["kata"] if is_asked else words["tak_tahu"] | words["kata"]))
    named = ear.named(text) if ear is not None and goes and "?" not in text else ()
    keys = {name.partition(".")[0] for name in named}
    meant = [one for one in scene.shown if one.key in keys and one.key in scene.values]
    return meant[0] if len(meant) == 1 and meant[0].kind in _KINDS else None


def closed_gone(scene: Scene, text: str) -> Question | None:
    """ "Dusunnya belum yakin, kosongkan saja": what else may be left out, where nothing but its name, or what it
    is, is said to go."""
    words = scene.world.taking_out
    if "?" in text or words["kata"].isdisjoint(said_in(text)):
        return None
    beside = words["iringan"] | words["kata"] | words["belum_yakin"] | scene.world.oneself | scene.world.agreeing["ya"]
    left = {_OWNED.sub("", one) for one in said_in(text) if one not in beside}
    told = [one for one in scene.shown if one.optional and one.key in scene.values and key_of(one.title) in left]
    told = [one for one in told if not (kind_of(one).gathers or kind_of(one).rest or kind_of(one).story)]
    value = scene.values[told[0].key] if len(told) == 1 else None
    named = {key_of(told[0].title), *said_in(" ".join(map(str, value.values())))} if isinstance(value, dict) else set()
    return told[0] if named and left <= named else None


@lru_cache(maxsize=2)
def _gone(goes: frozenset[str], no: frozenset[str], around: frozenset[str]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    between = rf"(?:(?:{either(around)})\s+){{0,3}}"
    before = rf"\b(?:{either(goes | no)})\s+{between}{_AMOUNT}"
    behind = rf"{_AMOUNT}\s+{between}(?:{either(goes)})\b"
    return re.compile(before, re.IGNORECASE), re.compile(behind, re.IGNORECASE)
