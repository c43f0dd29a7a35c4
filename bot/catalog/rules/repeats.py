"""No lesson says at length what another one says: whoever reads the second has read it before."""

import re
from collections.abc import Iterator

from bot.catalog.draft import Draft
from bot.catalog.lessons import LessonDraft
from bot.catalog.needed import Needed

#: So many words in a row may stand in two lessons.
LONGEST_RUN = 12
_WORD = re.compile(r"\w+")


def judge(draft: Draft, _needed: Needed) -> None:
    first: dict[tuple[str, ...], LessonDraft] = {}
    told: set[tuple[str, str]] = set()
    for lesson in draft.curriculum.lessons if draft.curriculum is not None else ():
        for run in _runs(lesson):
            other = first.setdefault(run, lesson)
            if other.file != lesson.file and (lesson.file, other.file) not in told:
                told.add((lesson.file, other.file))
                draft.report(lesson.file, "", f"Sama dengan {other.file}: “{' '.join(run)} …”.")


def _runs(lesson: LessonDraft) -> Iterator[tuple[str, ...]]:
    for text in (" ".join(lesson.messages), lesson.head.practice):
        words = _WORD.findall(text.lower())
        yield from (tuple(words[at : at + LONGEST_RUN + 1]) for at in range(len(words) - LONGEST_RUN))
