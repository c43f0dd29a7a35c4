"""What somebody in the field says without the sheet: where it lies by a landmark, a witness with their party, the
result of it all."""

import re
from collections.abc import Sequence
from typing import Any

from bot.core.checking.items import ITEMS, PLACE, WITNESSES, questions_of
from bot.core.flow.scene import kind_of
from bot.core.forms.heard import Heard, Sent, Typed
from bot.core.forms.questions import Ask, Took
from bot.core.forms.writing import key_of
from bot.core.hall.guests import guests_of
from bot.core.kinds import photos
from bot.core.stories.readings import told_in
from bot.core.understanding.tongue import tongue_of
from bot.work.answering import naming
from bot.work.usulan.checked import FORM
from bot.work.visit import Visit

LANDMARK, NAME, GENDER, PARTY, TOOL = "patokan", "saksi_nama", "saksi_jenis", "saksi_pihak", "alat"
_LONGEST, _LONGEST_NAME = 16, 4  # words
_CHOICES = (GENDER, PARTY)


def is_picture(heard: Heard) -> bool:
    """Also one that is sent as a file."""
    return isinstance(heard, Sent) and heard.file is not None and photos.is_picture(heard.what, heard.file)


def landmark_in(visit: Visit, heard: Heard) -> str:
    """ "Di dekat masjid": where it lies; empty where nothing of that is told."""
    if not isinstance(heard, Typed) or "?" in heard.text or len(heard.text.split()) > _LONGEST:
        return ""
    text, found = heard.text, told_in(heard.text, tongue_of(visit.office.catalog.world.spellings))
    marks = [one for one in found if one.sort == LANDMARK and not is_only_a_side(visit, text[slice(*one.span)])]
    return " ".join(text.split()) if marks else ""


def is_only_a_side(visit: Visit, words: str) -> bool:
    """ "Tali sebelah kiri putus" tells of the rope, and not where it lies."""
    return key_of(words) in visit.office.catalog.world.in_the_field["sisi"]


def witness_in(visit: Visit, heard: Heard) -> dict[str, Any]:
    """ "Saksinya Bu Nurlia, dari PKK": what it answers of a witness; empty without a name."""
    words = visit.office.catalog.world.in_the_field
    if not isinstance(heard, Typed) or "?" in heard.text or len(heard.text.split()) > _LONGEST:
        return {}
    spoken = heard.text.split()
    at = next((at + 1 for at, word in enumerate(spoken) if key_of(word) in words["saksi"]), len(spoken))
    while at < len(spoken) and key_of(spoken[at]) in words["pertama"] | words["kedua"] | words["ini"]:
        at += 1
    name = _name(visit, spoken[at:])
    return ({NAME: name} | chosen(visit, spoken, _CHOICES) | _addressed(visit, name)) if name is not None else {}


def is_only_somebody(visit: Visit, text: str) -> bool:
    """ "Ramli laki2 dari kelompok tani": a name with their party, and nothing besides."""
    spoken, world = text.split(), visit.office.catalog.world
    behind = spoken[len(name_words(visit, spoken)) :]
    left = {key_of(word) for word in behind} - world.in_the_field["henti"] - world.in_the_field["ini"]
    question = visit.office.catalog.flows[FORM].question(PARTY)
    for offer in question.params.options if question is not None else ():
        left -= {part for word in offer.words for part in key_of(word).split()}
    return not left and PARTY in chosen(visit, behind, _CHOICES)


def party_in(visit: Visit, text: str) -> dict[str, Any]:
    """ "Dari PKK": of whom was named just before; empty where more is told."""
    spoken = text.split()
    return chosen(visit, spoken, _CHOICES) if len(spoken) <= _LONGEST_NAME else {}


def is_oneself(visit: Visit, text: str) -> bool:
    """ "Saya ji", "sy sendiri pak": nobody but who speaks."""
    world, spoken = visit.office.catalog.world, {*re.findall(r"\w+", text.lower())}
    own, beside = world.in_the_field["saya"], world.in_the_field["saya_saja"] | world.noting["sapaan"] | world.nodding
    return not spoken.isdisjoint(own) and spoken <= own | beside


def which_in(visit: Visit, text: str) -> str:
    """ "Saksi kedua": the item that is theirs; empty where nobody says."""
    words = visit.office.catalog.world.in_the_field
    spoken = [word for each in text.split() if (word := key_of(each)) not in words["ini"]]
    at = next((at for at, word in enumerate(spoken) if word in words["saksi"]), None)
    for item, ordinal in zip(WITNESSES, ("pertama", "kedua"), strict=True):
        if at is not None and (words[ordinal].intersection(spoken[at + 1 : at + 2]) or spoken[at] in words[ordinal]):
            return item
    return ""


def name_in(visit: Visit, text: str) -> dict[str, Any]:
    """A name alone, where the way they are addressed tells whether it is a woman or a man: both. Else nothing."""
    name = _read_name(visit, text)
    told = _addressed(visit, name) if name is not None else {}
    return {NAME: name} | told if told else {}


def _addressed(visit: Visit, name: Any) -> dict[str, Any]:
    """ "Pak dusun Baharuddin" is a man: nobody has to be asked."""
    is_woman = guests_of(visit.office.catalog.world.spellings.guests).gender_in(name["text"])
    return option(visit, GENDER, "p" if is_woman else "l") if is_woman is not None else {}


def option(visit: Visit, key: str, value: str) -> dict[str, Any]:
    """An option of a question, as its answer is kept."""
    question = visit.office.catalog.flows[FORM].question(key)
    offers = question.params.options if question is not None else ()
    found = next((one for one in offers if one.value == value), None)
    return {key: {"value": found.value, "label": found.label}} if found is not None else {}


def _name(visit: Visit, spoken: Sequence[str]) -> Any:
    return _read_name(visit, " ".join(name_words(visit, spoken)))


def name_words(visit: Visit, spoken: Sequence[str]) -> list[str]:
    """Up to a comma, or the word behind which their party stands; the one behind a title alone is how they are called:
    "pak rt"."""
    world = visit.office.catalog.world
    stops, titles = world.in_the_field["henti"] | world.in_the_field["ini"], world.noting["sapaan"]
    told: list[str] = []
    for word in spoken[:_LONGEST_NAME]:
        is_titled = bool(told) and titles.issuperset(map(key_of, told))
        if key_of(word) in stops and not is_titled:
            break
        told.append(word.strip(",.:;"))
        if word.endswith((",", ".", ";")):
            break
    return told


def _read_name(visit: Visit, text: str) -> Any:
    question = visit.office.catalog.flows[FORM].question(NAME)
    if not text or question is None:
        return None
    reading = kind_of(question).read(Ask(question, {}, visit.office.world(visit.now)), Typed(text, 0))
    return reading.value if isinstance(reading, Took) else None


def chosen(visit: Visit, spoken: Sequence[str], keys: Sequence[str]) -> dict[str, Any]:
    """Which options of these questions are named."""
    said, found = {part for word in spoken for part in re.findall(r"[\w/-]+", word.lower())}, {}
    for key in keys:
        question = visit.office.catalog.flows[FORM].question(key)
        offers = question.params.options if question is not None else ()
        fitting = [one for one in offers if any(said.issuperset(key_of(word).split()) for word in one.words)]
        if len(fitting) == 1:
            found[key] = {"value": fitting[0].value, "label": fitting[0].label}
    return found


def tool_in(visit: Visit, spoken: Sequence[str]) -> dict[str, Any]:
    """ "Dihitung langkah" is by steps."""
    counts = visit.office.catalog.world.in_the_field["menghitung"]
    by_what = [word for word in spoken if key_of(word) not in counts]
    return chosen(visit, by_what, (TOOL,)) or chosen(visit, spoken, (TOOL,))


def items_in(visit: Visit, heard: Heard) -> dict[str, str]:
    """The items that are told in words, each with the question that it answers."""
    if witness_in(visit, heard):
        which = which_in(visit, heard.text) if isinstance(heard, Typed) else ""
        return dict.fromkeys([which] if which else WITNESSES, NAME)
    return {PLACE: LANDMARK} if landmark_in(visit, heard) else {}


def tells_result(visit: Visit, heard: Heard, *, is_shown: bool) -> bool:
    """ "Sudah saya cek, hasilnya sesuai". `is_shown`: the sheet stands there, and nobody has to say of what."""
    if not isinstance(heard, Typed) or "?" in heard.text or len(heard.text.split()) > _LONGEST:
        return False
    words, said = visit.office.catalog.world.in_the_field, set(key_of(heard.text).replace(",", " ").split())
    names_it = is_shown or not words["uji"].isdisjoint(said)
    return names_it and not words["hasil"].isdisjoint(said) and not words["nilai"].isdisjoint(said)


def tells_end(visit: Visit, heard: Heard, *, is_shown: bool) -> bool:
    """ "Sudah selesai ujinya": that it is over, and nothing besides; where the sheet stands there nobody has to name
    it."""
    if not isinstance(heard, Typed) or "?" in heard.text:
        return False
    world = visit.office.catalog.world
    words, bare = world.in_the_field, naming.without_numbers(visit.office, heard.text)
    said, is_numbered = {*re.findall(r"\w+", bare.lower())}, bare != heard.text
    beside = words["uji"] | words["hasil"] | words["ini"] | words["iringan"] | world.oneself | world.nodding
    names_it = not said.isdisjoint(words["ujinya"] | (words["uji"] if is_numbered else frozenset()))
    names_it = names_it or (is_shown and not is_numbered)
    return names_it and not said.isdisjoint(words["tuntas"]) and said <= beside | words["ujinya"] | words["tuntas"]


def fitting(visit: Visit, depth: str, heard: Heard) -> dict[str, str]:
    """The items of a sheet into which this may belong, each with the question that it answers. What any words answer
    is named only where nothing else is."""
    flow = visit.office.catalog.flows[FORM]
    surely: dict[str, str] = items_in(visit, heard)
    perhaps: dict[str, str] = {}
    for item in ITEMS[depth]:
        for question in (one for key in questions_of(item) if (one := flow.question(key)) is not None):
            if question.key == LANDMARK or read(visit, question.key, heard) is None:
                continue
            into = perhaps if kind_of(question).free or question.key == NAME else surely
            into.setdefault(item, question.key)
    return surely or perhaps


def read(visit: Visit, key: str, heard: Heard) -> Any:
    """None where it is no answer."""
    question = visit.office.catalog.flows[FORM].question(key)
    assert question is not None
    reading = kind_of(question).read(Ask(question, {}, visit.office.world(visit.now)), heard)
    return reading.value if isinstance(reading, Took) and not reading.also else None
