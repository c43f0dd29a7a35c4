"""An answer that turns round in its middle: "perempuan eh bukan laki-laki", "20 eh bukan 25 orang". The last word
stands."""

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Any

from bot.core.flow.correcting.corrections import exchanged
from bot.core.flow.correcting.named_anew import COUNTED
from bot.core.flow.scene import Scene, ask_about, kind_of
from bot.core.flow.told import besides
from bot.core.flow.told.counting import put_elsewhere
from bot.core.forms.heard import Typed
from bot.core.forms.questions import Question, Took, Unsure
from bot.core.spelt import either
from bot.core.understanding.contrasts import taken_back

_LONGEST, _FEW = 16, 4  # words; sentences: what is longer tells a story
_SENTENCE = re.compile(r"[.!;\n]+(?!\d)")


def put_straight(scene: Scene, heard: Typed) -> Typed:
    """The same words where nothing turns round in them, where what was wrong stands in another answer or in a story,
    and where what is right answers nothing."""
    asked, ear = scene.asked, scene.world.ear
    if asked is None or ear is None or kind_of(asked).verbatim or kind_of(asked).story:
        return heard
    if kind_of(asked).toggles and (last := _chosen_last(scene, heard)) is not None:
        return last
    right = _behind(scene, heard.text) if len(heard.text.split()) <= _LONGEST else ""
    if not right or (kind_of(asked).toggles and any(taken_back(heard.text, scene.world.spellings.common))):
        return heard  # which of several was wrong is read with all of it
    if asked.kind in COUNTED and not _takes_wrong(scene, asked, heard):
        return heard  # "80. eh bukan 80, 18 orang"
    if exchanged(scene, heard, right) is not None:
        return heard
    told = replace(heard, text=right)
    answers = isinstance(besides.understand(scene, asked, told), Took | Unsure) and not kind_of(asked).gathers
    elsewhere = besides.of_others(scene, right) or put_elsewhere(scene, asked, told)
    return told if answers or elsewhere else heard


def _takes_wrong(scene: Scene, asked: Question, heard: Typed) -> bool:
    """ "35 keluarga... eh bukan, 27 keluarga mi" is no answer, or the one that is denied."""
    ask, wrong = ask_about(scene, asked), scene.world.ear.denied(heard.text) if scene.world.ear else ""
    whole, denied = (kind_of(asked).read(ask, replace(heard, text=one)) for one in (heard.text, wrong))
    return not isinstance(whole, Took) or (isinstance(denied, Took) and whole.value == denied.value)


def _chosen_last(scene: Scene, heard: Typed) -> Typed | None:
    """ "Warga semua. Tidak, anak-anak saja.": what stands behind a no that begins a sentence, or behind the one that
    denies; None where it is no choice."""
    asked, parts = scene.asked, [one.strip() for one in _SENTENCE.split(heard.text) if one.strip()]
    if asked is None or not 2 <= len(parts) <= _FEW or "?" in heard.text:
        return None
    at = next((at for at, one in enumerate(parts) if _no(scene).match(one)), None)
    if at is None:
        return None
    alone = _no(scene).match(parts[at])
    left = [parts[at][alone.end() :]] if alone and alone["pause"] and at else parts[at + 1 :]
    told = replace(heard, text=". ".join(left))
    reading = kind_of(asked).read(replace(ask_about(scene, asked), mine=None), told) if any(left) else None
    return told if isinstance(reading, Took | Unsure) else None


def _no(scene: Scene) -> re.Pattern[str]:
    words = scene.world.denying
    return _begun_with_no(words["bukan"], words["tidak"], scene.world.exchanging["berbalik"])


@lru_cache(maxsize=2)
def _begun_with_no(denies: frozenset[str], no: frozenset[str], turning: frozenset[str]) -> re.Pattern[str]:
    begins = rf"(?:(?:{either(turning)})\b[\s,]*)*"
    return re.compile(
        rf"{begins}(?:(?:{either(denies | no)})\s*(?P<pause>[,:]\s*)|(?:{either(denies)})\b)", re.IGNORECASE
    )


def _behind(scene: Scene, text: str) -> str:
    """What stands behind the turn; empty where none stands before it."""
    ear = scene.world.ear
    right, wrong = (ear.corrected(text), ear.denied(text)) if ear is not None and ear.announces(text) else ("", "")
    before = text[: max(0, text.rfind(right))] if right else ""
    stories = " ".join(str(value["text"]).lower() for value in _told_at_length(scene))
    if ear is None or not wrong or wrong not in before or wrong.lower() in stories:
        return ""
    is_other = ear.announces(wrong) or ear.announces(before.partition(wrong)[0])  # "eh salah, maiwa"
    why = either(scene.world.asking_why["karena"]) if scene.world.asking_why else ""
    return "" if is_other else re.split(rf"\s+(?:{why})\b", right, maxsplit=1)[0] if why else right


def _told_at_length(scene: Scene) -> list[Mapping[str, Any]]:
    """ "5 km e bukan, 600 meter" puts the story right."""
    told = [scene.values.get(one.key) for one in scene.flow.questions if kind_of(one).story]
    return [value for value in told if isinstance(value, Mapping) and "text" in value]
