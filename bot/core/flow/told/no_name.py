"""What may be the name of a dusun that is on no list: nothing that tells of the work, of people or of a landmark."""

import re
from dataclasses import replace

from bot.core.flow.scene import Scene, ask_about, kind_of
from bot.core.forms.heard import Heard, Typed
from bot.core.forms.questions import Reading, Refused, Unsure
from bot.core.forms.say import Words
from bot.core.forms.world import World
from bot.core.forms.writing import begun_with, clean, key_of
from bot.core.spelt import either, one_of
from bot.core.stories.counted import has_number, names_people, tells_count
from bot.core.stories.readings import told_in
from bot.core.stories.several import names_thing
from bot.core.understanding.tongue import tongue_of
from bot.core.understanding.where.hamlets import is_complaint
from bot.core.understanding.where.place_questions import NEW

#: What words tell that are no name.
_TOLD = frozenset({"jumlah", "kurang_mampu", "ukuran", "merasakan", "patokan", "sejak"})
_LANDMARK = 2  # words of the shortest
_NEXT = 3  # words behind one of wanting, among which the thing is named
_OWNED, _SHORTEST = "nya", 6  # "papannya" belongs to something; letters


def without_these(scene: Scene, heard: Heard, reading: Reading) -> Reading:
    """The reading without new names that are none."""
    if not isinstance(reading, Unsure) or not isinstance(heard, Typed):
        return reading
    if reading.value is not None:
        name = reading.value.get("name") if reading.value.get("listed") is False else None
        return reading if name is None or is_name(scene, heard.text, name) else _nameless(scene)
    new = [one for one in reading.offers if one.value.startswith(NEW) and not is_name(scene, heard.text, one.label)]
    return replace(reading, offers=tuple(one for one in reading.offers if one not in new)) if new else reading


def _nameless(scene: Scene) -> Refused:
    desa = scene.values.get(getattr(scene.asked and scene.asked.params, "within", None) or "", {})
    around = scene.world.places.scope_name(desa["code"]) if "code" in desa else ""
    return Refused(Words("mesin.tempat_tidak_ada", {"nama": "", "di": around}))


def is_name(scene: Scene, text: str, name: str) -> bool:
    """Behind the word for a dusun anything may be: "dusun Sumur Bor"."""
    words, spellings = key_of(name).split(), scene.world.spellings
    before = text.lower().partition(name.lower())[0].split()
    if not words or (before and before[-1] in spellings.places.dusun):
        return True
    if set(words) <= {*spellings.common.noise} or names_a_person(scene.world, text):
        return False  # "loh, jangan dihapus …"
    tongue = tongue_of(spellings)
    if tells_count(name, tongue) or names_people(name, tongue) or (len(words) > 1 and has_number(words[0], tongue)):
        return False
    if any(each.sort in _TOLD for each in told_in(name, tongue)) or name in landmark_in(text, scene):
        return False
    owned = any(word.endswith(_OWNED) and len(word) >= _SHORTEST for word in words)
    return not owned and not names_work(scene, name) and not any(is_complaint(word, scene.world) for word in words)


def names_a_person(world: World, text: str) -> bool:
    """ "Itu namanya bapakku", of what may have been taken for a dusun."""
    words = world.taking_out
    if not words or one_of(words["dusun_kata"]).search(text):
        return False
    called, beside, who = (either(words[f"dusun_{sort}"]) for sort in ("bernama", "iringan", "orang"))
    return re.search(rf"\b(?:{called})\s+(?:(?:{beside})\s+)*?(?:{who})\b", text, re.IGNORECASE) is not None


def names_work(scene: Scene, text: str) -> bool:
    """ "Sumur bor satu": it begins with what an option of the form is called by in more than one word. "Anak sekolah"
    is who needs it."""
    if names_people(text, tongue_of(scene.world.spellings)):
        return False
    said = f"{key_of(text)} "
    asked = [ask_about(scene, one) for one in scene.flow.questions if one.kind == "choice"]
    options = (offer for ask in asked for offer in kind_of(ask.question).offers(ask))
    named = (key_of(word) for offer in options for word in offer.words if " " in word)
    return any(said.startswith(f"{word} ") for word in named)


def landmark_in(text: str, scene: Scene) -> str:
    """ "Dekat kantor desa", "di bawah masjid"; empty where none is told."""
    spellings = scene.world.spellings
    told = (each for each in told_in(text, tongue_of(spellings)) if each.sort == "patokan")
    found = next((str(each.value["text"]) for each in told), "")
    if found:
        return _trimmed(found, scene)
    at = rf"\bdi\s*(?:{either(tuple(spellings.places.compass))})(?:nya)?\s+[^\W\d_]{{3}}[^,.;\n]*"
    beside = re.search(at, text, re.IGNORECASE)
    return _trimmed(clean(beside[0]), scene) if beside else ""


def _trimmed(text: str, scene: Scene) -> str:
    """Without "situ" and "ji" at its end."""
    words, places = text.split(), scene.world.spellings.places
    while len(words) > _LANDMARK and words[-1].lower() in places.around and words[-1].lower() not in places.compass:
        words.pop()
    return " ".join(words)


def wants_thing(text: str, world: World) -> bool:
    """Whether it begins with a word of wanting, and what is usually proposed comes next, with which nothing is said to
    be wrong: "mau panen, jalan rusak" wants nothing, "mau usul jalan" only says what it is about."""
    wanting = begun_with(text, world.wishing["ingin"] | world.wishing["meminta"]) if world.wishing else ""
    words = key_of(text[len(wanting) :]).split()
    if not wanting or "?" in text or any(word in world.wishing["bukan"] or is_complaint(word, world) for word in words):
        return False
    return names_thing(" ".join(words[:_NEXT]), world.spellings.stories)
