"""How well an usulan is told, 0 to 7: what a facilitator still has to find out, and what first. Shown to facilitators
only.

The marks are those of the field's checklist as far as the form asks for them: a condition and not a project, the place,
a point or photo, the size, how many, poor households, why now. What the story tells counts as what was answered, and a
voice counts by the words that were written down of it.
"""

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any

from bot.core.kinds.juga import VOICES
from bot.core.stories.readings import told_in
from bot.core.understanding.answers import is_unknown
from bot.core.understanding.tongue import Tongue

_FEWEST_WORDS = 6
#: A story that begins so names a project; the condition behind it is still to be asked for.
_PROJECT = re.compile(
    r"^(mohon|minta|usul(an)?|tolong)?\s*(di)?(bangun|buat|perbaik|rehab|bantu|pengada|pelatih)\w*", re.IGNORECASE
)
_STORIES = ("cerita", "harapan", "alasan", "juga")
GOOD, FAIR, POOR = "baik", "cukup", "kurang"
#: From so many marks on it is good, and fair.
_FROM = ((GOOD, 6), (FAIR, 4))

Answers = Mapping[str, Any]


def _tells_a_condition(answers: Answers, _told: Collection[str]) -> bool:
    text = _text(answers, "cerita").strip()
    return len(text.split()) >= _FEWEST_WORDS and not _PROJECT.match(text)


def _answered(*keys: str) -> Callable[[Answers, Collection[str]], bool]:
    """Whether one of these was answered, or told in the story."""
    return lambda answers, told: any(_is_known(answers, key) or key in told for key in keys)


#: Key of the mark -> whether it is earned, in the order of the checklist.
MARKS: dict[str, Callable[[Answers, Collection[str]], bool]] = {
    "keadaan": _tells_a_condition,
    "tempat": _answered("patokan", "lokasi"),
    "titik": _answered("lokasi", "foto"),
    "ukuran": _answered("ukuran"),
    "orang": _answered("jumlah"),
    "kurang_mampu": _answered("kurang_mampu"),
    "alasan": _answered("alasan"),
}
MOST = len(MARKS)
#: What is to be found out first: without it no meeting can compare an usulan with others.
_FIRST = ("keadaan", "orang", "ukuran", "tempat", "alasan", "titik", "kurang_mampu")
#: The question of the form that earns a mark.
QUESTION = {"keadaan": "cerita", "tempat": "patokan", "titik": "foto", "orang": "jumlah"}


def _is_known(answers: Answers, key: str) -> bool:
    value = answers.get(key)
    return value not in (None, [], {}) and not is_unknown(value)


def _text(answers: Answers, key: str) -> str:
    given = answers.get(key)
    return str(given.get("text") or "") if isinstance(given, Mapping) else ""


def with_wordings(answers: Answers, wordings: Mapping[str, str]) -> dict[str, Any]:
    """The answers with the words that were written down of their voices, by question."""
    spoken = {key: {**answers[key], "text": text} for key, text in wordings.items() if _is_wordless(answers.get(key))}
    return {**answers, **spoken}


def with_pictures(answers: Answers, pictured: bool) -> dict[str, Any]:
    """The answers with a picture that came beside them: with an answer to a question of ours, or from a check. It shows
    the place all the same."""
    return {**answers, "foto": answers.get("foto") or [{}]} if pictured else dict(answers)


def unwritten(answers: Answers) -> list[str]:
    """Questions that were answered by a voice of which nothing is written down."""
    return [key for key, value in answers.items() if _is_wordless(value)]


def _is_wordless(value: Any) -> bool:
    return isinstance(value, Mapping) and not value.get("text") and not value.keys().isdisjoint(("voice", VOICES))


def lacks(answers: Answers, tongue: Tongue) -> list[str]:
    """The marks that are not earned, in the order of the checklist; `MOST - len(…)` is the score."""
    story = "\n".join(filter(None, (_text(answers, key) for key in _STORIES)))
    told = {each.sort for each in told_in(story, tongue)} if story else set()
    return [mark for mark, is_earned in MARKS.items() if not is_earned(answers, told)]


def grade(lacking: Sequence[str]) -> str:
    earned = MOST - len(lacking)
    return next((name for name, least in _FROM if earned >= least), POOR)


def ask_first(lacking: Collection[str], waiting: Collection[str] = ()) -> str:
    """The one mark to ask for now; `waiting`: questions of the form that were asked already. Empty when nothing is
    left."""
    return next((mark for mark in _FIRST if mark in lacking and QUESTION.get(mark, mark) not in waiting), "")
