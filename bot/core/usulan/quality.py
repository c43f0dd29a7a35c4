"""How well an usulan is told, 0 to 8: what a facilitator still has to find out. Shown to facilitators only.

The eight marks are those of the field's checklist: a condition and not a project, the place, a point or photo, the
size, who and how many, poor households, why now, and whose land and whose duty it is. The last is known only after
somebody has been there.
"""

import re
from collections.abc import Callable, Mapping
from typing import Any

from bot.core.understanding.answers import is_unknown

MOST = 8
_FEWEST_WORDS = 6
#: A story that begins so names a project; the condition behind it is still to be asked for.
_PROJECT = re.compile(
    r"^(mohon|minta|usul(an)?|tolong)?\s*(di)?(bangun|buat|perbaik|rehab|bantu|pengada|pelatih)\w*", re.IGNORECASE
)

Answers = Mapping[str, Any]


def _known(answers: Answers, key: str) -> bool:
    value = answers.get(key)
    return value not in (None, [], {}) and not is_unknown(value)


def _tells_a_condition(answers: Answers) -> bool:
    text = (answers.get("cerita") or {}).get("text") or ""
    return len(text.split()) >= _FEWEST_WORDS and not _PROJECT.match(text.strip())


def _splits_people(answers: Answers) -> bool:
    people = answers.get("jumlah")
    return isinstance(people, dict) and {"male", "female"} <= people.keys() and _known(answers, "merasakan")


#: Key of the mark -> whether the answers earn it, in the order of the checklist.
MARKS: dict[str, Callable[[Answers], bool]] = {
    "keadaan": _tells_a_condition,
    "tempat": lambda a: _known(a, "dusun") and _known(a, "patokan"),
    "titik": lambda a: _known(a, "lokasi") or _known(a, "foto"),
    "ukuran": lambda a: _known(a, "ukuran"),
    "orang": _splits_people,
    "kurang_mampu": lambda a: _known(a, "kurang_mampu"),
    "alasan": lambda a: _known(a, "alasan"),
    "kewenangan": lambda a: _known(a, "status_lahan"),
}


def lacks(answers: Answers) -> list[str]:
    """The marks that the answers do not earn, in the order of the checklist; `MOST - len(…)` is the score."""
    return [mark for mark, earned in MARKS.items() if not earned(answers)]
