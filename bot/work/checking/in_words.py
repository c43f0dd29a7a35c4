"""What somebody in the field says without the sheet: where it lies by a landmark, a witness with their party, the
result of it all."""

import re
from collections.abc import Sequence
from typing import Any

from bot.core.checking.items import PLACE, WITNESSES
from bot.core.flow.scene import kind_of
from bot.core.forms.heard import Heard, Typed
from bot.core.forms.questions import Ask, Took
from bot.core.forms.writing import key_of
from bot.core.stories.readings import told_in
from bot.core.understanding.tongue import tongue_of
from bot.work.usulan.checked import FORM
from bot.work.visit import Visit

LANDMARK, NAME, PARTY = "patokan", "saksi_nama", "saksi_pihak"
_LONGEST, _LONGEST_NAME = 16, 4  # words
_CHOICES = ("saksi_jenis", PARTY)


def landmark_in(visit: Visit, heard: Heard) -> str:
    """ "Di dekat masjid": where it lies; empty where nothing of that is told."""
    if not isinstance(heard, Typed) or "?" in heard.text or len(heard.text.split()) > _LONGEST:
        return ""
    found = told_in(heard.text, tongue_of(visit.office.catalog.world.spellings))
    return " ".join(heard.text.split()) if any(one.sort == LANDMARK for one in found) else ""


def witness_in(visit: Visit, heard: Heard) -> dict[str, Any]:
    """ "Saksinya Bu Nurlia, dari PKK": what it answers of a witness; empty without a name."""
    words = visit.office.catalog.world.in_the_field
    if not isinstance(heard, Typed) or "?" in heard.text or len(heard.text.split()) > _LONGEST:
        return {}
    spoken = heard.text.split()
    at = next((at + 1 for at, word in enumerate(spoken) if key_of(word) in words["saksi"]), len(spoken))
    name = _name(visit, spoken[at:])
    return ({NAME: name} | _chosen(visit, spoken)) if name is not None else {}


def _name(visit: Visit, spoken: Sequence[str]) -> Any:
    """Up to a comma, or the word behind which their party stands."""
    stops = visit.office.catalog.world.in_the_field["henti"]
    told: list[str] = []
    for word in spoken[:_LONGEST_NAME]:
        if key_of(word) in stops:
            break
        told.append(word.strip(",.:;"))
        if word.endswith((",", ".", ";")):
            break
    question = visit.office.catalog.flows[FORM].question(NAME)
    if not told or question is None:
        return None
    reading = kind_of(question).read(Ask(question, {}, visit.office.world(visit.now)), Typed(" ".join(told), 0))
    return reading.value if isinstance(reading, Took) else None


def _chosen(visit: Visit, spoken: Sequence[str]) -> dict[str, Any]:
    """Which options of the other questions are named."""
    said, found = {part for word in spoken for part in re.findall(r"[\w/]+", word.lower())}, {}
    for key in _CHOICES:
        question = visit.office.catalog.flows[FORM].question(key)
        offers = question.params.options if question is not None else ()
        fitting = [one for one in offers if any(said.issuperset(key_of(word).split()) for word in one.words)]
        if len(fitting) == 1:
            found[key] = {"value": fitting[0].value, "label": fitting[0].label}
    return found


def items_in(visit: Visit, heard: Heard) -> dict[str, str]:
    """The items that are told in words, each with the question that it answers."""
    if witness_in(visit, heard):
        return dict.fromkeys(WITNESSES, NAME)
    return {PLACE: LANDMARK} if landmark_in(visit, heard) else {}


def tells_result(visit: Visit, heard: Heard, *, is_shown: bool) -> bool:
    """ "Sudah saya cek, hasilnya sesuai". `is_shown`: the sheet stands there, and nobody has to say of what."""
    if not isinstance(heard, Typed) or "?" in heard.text or len(heard.text.split()) > _LONGEST:
        return False
    words, said = visit.office.catalog.world.in_the_field, set(key_of(heard.text).replace(",", " ").split())
    names_it = is_shown or not words["uji"].isdisjoint(said)
    return names_it and not words["hasil"].isdisjoint(said) and not words["nilai"].isdisjoint(said)
