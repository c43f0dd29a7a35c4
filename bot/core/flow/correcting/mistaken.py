"""A number that is said to be wrong, with the right one behind it: "yang 100 itu salah, 10 saja", "eh 500 kebanyakan,
cuma 50 orang". It is said as any other correction is; why it was told wrong is nobody's business."""

import re
from itertools import pairwise

from bot.core.flow.correcting.number_in_story import Number, numbers_in
from bot.core.flow.correcting.said_to_go import said_in, tells_why
from bot.core.flow.correcting.what_stands import stands
from bot.core.flow.correcting.wrong_words import in_own_words, measures
from bot.core.flow.scene import Scene
from bot.core.forms.world import World
from bot.core.spelt import one_of

_LONGEST, _SHORT, _FEW = 24, 6, 3  # words: of such a message; of one that denies; that say what the number is of
_UNIT = re.compile(r"\s*([^\W\d_]{2,})")
_COMMA, _SENTENCE = re.compile(r"[,;.]\s+"), re.compile(r"[.;!?\n]+(?!\d)")


def in_our_words(scene: Scene, text: str) -> str:
    """The same as "bukan 100 KK tapi 10 KK"; unchanged where nothing that was told is so many, or more is said."""
    words = scene.world.exchanging
    if not words or len(text.split()) > _LONGEST:
        return text
    if not scene.world.denying["bukan"].isdisjoint(said_in(text)):
        return _time(scene, text)
    if not one_of(words["keliru"] | words["ganti"]).search(text):
        return text
    for wrong, right in pairwise(numbers_in(text, scene.world)):
        if wrong.value == right.value or not _is_exchange(scene, text, wrong, right):
            continue
        unit = _unit_told(scene, text, wrong)
        return text if unit is None else _said(scene.world, text, wrong, right, unit)
    return text


def _time(scene: Scene, text: str) -> str:
    """ "Bukan maret, januari" is nobody's hope, where that stands; and no no to a reader."""
    ear, days = scene.world.ear, scene.world.spellings.days
    if ear is None or len(text.split()) > _SHORT:
        return text
    small = _small(scene.world)
    wrong, right = (
        " ".join(one for one in said_in(each) if one not in small) for each in (ear.denied(text), ear.corrected(text))
    )
    same = any(
        {wrong, right} <= {word for told in sort.values() for word in told} for sort in (days.months, days.weekdays)
    )
    told = any(wrong in said_in(str(scene.values[key]["text"])) for key in in_own_words(scene)) if same else False
    return (
        f"{min(scene.world.exchanging['menyangkal'])} {wrong} {min(scene.world.exchanging['tetapi'])} {right}"
        if told
        else text
    )


def _is_exchange(scene: Scene, text: str, wrong: Number, right: Number) -> bool:
    """Whether only that stands between both and around them."""
    words, beside = scene.world.exchanging, _small(scene.world)
    between = text[wrong.end + len(_unit(text, wrong, scene.world)) : right.start]
    mistaken, said = one_of(words["keliru"]).subn(" ", between)
    if not said:  # "yang 200 KK itu diganti 20 KK": it has to be pointed at
        mistaken, said = one_of(words["ganti"]).subn(" ", between)
        said = said if one_of(words["menunjuk"]).search(between) else 0
    front, behind = text[: wrong.start], text[right.end + len(_unit(text, right, scene.world)) :]
    first, *others = _COMMA.split(behind)
    if any(said_in(one) for one in _SENTENCE.split(front)[:-1]):
        return False  # an answer stands before it
    if (
        not said
        or scene.world.denying["bukan"].intersection(said_in(front))
        or not beside.issuperset(said_in(mistaken))
    ):
        return False
    few = all(len([one for one in said_in(part) if one not in beside]) <= _FEW for part in (front, first))
    return few and all(not said_in(one) or tells_why(scene.world, one) for one in others)


def _small(world: World) -> frozenset[str]:
    words = world.exchanging
    told = words["iringan"] | words["menunjuk"] | words["sebenarnya"] | words["jadi"] | world.oneself | world.nodding
    return frozenset(one for each in told for one in said_in(each)) | {*world.spellings.common.noise}


def _unit(text: str, at: Number, world: World) -> str:
    """What is counted, as it stands behind the number."""
    found = _UNIT.match(text, at.end)
    words = world.exchanging
    small = _small(world) | words["keliru"] | words["ganti"]
    return found[0] if found is not None and found[1].lower() not in small else ""


def _unit_told(scene: Scene, text: str, wrong: Number) -> str | None:
    """What was counted so often, as it was told: "2 thn" of "2 tahun", "500 orang" of "500 petani"; None where nothing
    was. Of several the one that is said again."""
    told = [str(scene.values[key]["text"]) for key in in_own_words(scene)]
    units = [
        _unit(one, at, scene.world) for one in told for at in numbers_in(one, scene.world) if at.value == wrong.value
    ]
    said = _unit(text, wrong, scene.world)
    if units:
        return said if said in units or len(set(units)) > 1 else units[0]
    stood = any(stands(scene, one, str(wrong.value)) for one in scene.shown if one.key in scene.values)
    return said if stood else None


def _said(world: World, text: str, wrong: Number, right: Number, unit: str) -> str:
    words, new = world.exchanging, _unit(text, right, world)
    if unit and not (new and measures(f"{right.value}{new}", world)):  # "2 km itu kelebihan, 150 meter"
        new = unit
    old, right_one = (text[at.start : at.end] for at in (wrong, right))
    return f"{min(words['menyangkal'])} {old}{unit} {min(words['tetapi'])} {right_one}{new}"
