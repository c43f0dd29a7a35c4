"""A number that is put right by reckoning: "45 KK itu kurangi dua", "tambah 3 lagi". It is said as any other correction
is, of what stands there and what comes of it; nothing where that is not plain."""

import re
from functools import lru_cache
from typing import Any

from bot.core.flow.correcting.what_stands import stands
from bot.core.flow.scene import Scene, ask_about, kind_of
from bot.core.forms.heard import Typed
from bot.core.forms.questions import Question, Took
from bot.core.forms.world import World
from bot.core.forms.writing import key_of
from bot.core.spelt import either, one_of
from bot.core.stories.in_figures import in_figures
from bot.core.understanding.tongue import tongue_of

_LONGEST = 80  # letters
_PEOPLE = "orang"
_SORTS = ("tambah", "kurangi", "iringan")


def may_reckon(world: World, text: str) -> bool:
    """Cheaply: whether more or less of something is said, and nothing else."""
    words = world.reckoning
    if not words or len(text) > _LONGEST or one_of(words["tambah"] | words["kurangi"]).search(text) is None:
        return False
    return _said(world, text) is not None


def in_our_words(scene: Scene, text: str) -> str:
    """The same as "bukan 45 tapi 43" where the number stands there, or is the only one that was told of people."""
    found = _said(scene.world, text) if may_reckon(scene.world, text) else None
    if found is None:
        return text
    told = {name: part or "" for name, part in found.groupdict().items()}
    old, unit, more = told.get("old", ""), told.get("unit", ""), int(told["more"])
    units = {key_of(one) for one in (unit, told["more_unit"]) if one}
    if not old:
        old = _only_number(scene, found)
    elif len(units) > 1 or not _stands(scene, old, unit):
        return text
    more = more if one_of(scene.world.reckoning["tambah"]).search(told["deed"]) else -more
    if not old or (new := int(old) + more) <= 0:
        return text
    words = scene.world.exchanging
    return f"{min(words['menyangkal'])} {old} {unit} {min(words['tetapi'])} {new} {unit}".replace("  ", " ").strip()


def meant(scene: Scene, text: str) -> Question | None:
    """Whose number may be meant, where it cannot be reckoned: the first of people that was told."""
    found = _said(scene.world, text) if may_reckon(scene.world, text) else None
    people = _people(scene)
    return next((one for one in people if _counted(scene, one, found)), None) if found is not None else None


def _said(world: World, text: str) -> re.Match[str] | None:
    plain = in_figures(text, tongue_of(world.spellings)).strip(" .!")
    return next(filter(None, (one.fullmatch(plain) for one in _patterns(*(world.reckoning[s] for s in _SORTS)))), None)


def _stands(scene: Scene, old: str, unit: str) -> bool:
    return any(stands(scene, one, f"{old} {unit}".strip()) for one in _people(scene))


def _people(scene: Scene) -> list[Question]:
    return [one for one in scene.shown if one.kind == _PEOPLE and one.key in scene.values]


def _counted(scene: Scene, question: Question, found: re.Match[str]) -> Any:
    """What more of it is read as; nothing where something else is counted, "tambah 2 usulan lagi"."""
    reading = kind_of(question).read(
        ask_about(scene, question), Typed(f"{found['more']} {found['more_unit'] or ''}", 0)
    )
    return reading.value if isinstance(reading, Took) else None


def _only_number(scene: Scene, found: re.Match[str]) -> str:
    """Of the one question of people that has one number, counted in the same unit."""
    asked, unit, ear, told = scene.asked, found["more_unit"], scene.world.ear, _people(scene)
    is_named = bool(unit or (ear is not None and ear.named(found.string)))
    if not is_named and asked is not None and (kind_of(asked).free or kind_of(asked).gathers):
        return ""  # "tambah 3 lagi" may be of the photos
    value: Any = scene.values[told[0].key] if len(told) == 1 else {}
    if len(value) != 1 or not all(isinstance(number, int) for number in value.values()):
        return ""
    same = not unit or list(_counted(scene, told[0], found) or ()) == list(value)
    return str(next(iter(value.values()))) if same else ""


@lru_cache(maxsize=2)
def _patterns(more: frozenset[str], less: frozenset[str], around: frozenset[str]) -> tuple[re.Pattern[str], ...]:
    """ "45 KK itu kurangi 2"; "tambah 3 lagi", "kurangi 2 dari 45"."""
    beside, deed = rf"(?:(?:{either(around)})\b[\s,]*)*", rf"(?P<deed>{either(more | less)})"
    unit = r"(?:\s+(?P<%s>(?!(?:{around})\b)[^\W\d_]+))?".replace("{around}", either(around | more | less))
    many = rf"(?P<more>\d{{1,4}})\b{unit % 'more_unit'}"
    old = rf"\b(?P<old>\d{{1,6}})\b{unit % 'unit'}"
    return (
        re.compile(rf"{beside}{old}[\s,]+{beside}{deed}\s+{beside}{many}[\s,]*{beside}", re.IGNORECASE),
        re.compile(rf"{beside}{deed}\s+{beside}{many}[\s,]*{beside}", re.IGNORECASE),
        re.compile(rf"{beside}{many}[\s,]+{beside}{deed}\b[\s,]*{beside}", re.IGNORECASE),  # "lupa 2 KK, tambahkan"
    )
