"""Which lesson comes next: the four skills first, theory after the first meeting, and before all that what a meeting
needs which is near. Everybody has every lesson in this order, however late they came."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bot.core.calendar.rules import FOLLOW_UP, TaskRule
from bot.core.lessons.lessons import DELEGATES, Lesson

#: Read back, ask for the problem, two minutes for each, tell what became of it.
SKILLS = ("L40", "L45", "L31", "L44")
#: What is needed in the hall; and what one understands better after having been there.
_CRAFT, _THEORY, _AFTERWARDS = ("M4", "M5", "M6", "M7"), ("M0", "M1", "M2", "M3"), ("M8",)
_BEFORE = (DELEGATES, *_CRAFT, *_THEORY, "M9", *_AFTERWARDS)
_AFTER = (DELEGATES, *_AFTERWARDS, *_THEORY, *_CRAFT, "M9")
#: How to lead a meeting: before any of them.
LEADING = "M5"
#: Days before a meeting on which a lesson for it comes, whatever day of the week it is.
AHEAD = 3


@dataclass(frozen=True, slots=True)
class Coming:
    """A meeting that somebody goes to. `stage`: a day of the calendar on which nobody meets."""

    kind: str
    day: date
    stage: bool = False


@dataclass(frozen=True, slots=True)
class Pick:
    """The lesson that comes; `near`: for this meeting."""

    lesson: Lesson
    near: Coming | None = None


def in_order(lessons: Iterable[Lesson], *, met: bool) -> list[Lesson]:
    """`met`: whether their first meeting is over."""
    modules = _AFTER if met else _BEFORE

    def place(lesson: Lesson) -> tuple[int, int, int, str]:
        skill = SKILLS.index(lesson.key) if lesson.key in SKILLS else len(SKILLS)
        return skill, modules.index(lesson.module), len(lesson.key), lesson.key

    return sorted(lessons, key=place)


def days_ahead(coming: Iterable[Coming]) -> frozenset[date]:
    """The days on which something may come because of these meetings."""
    return frozenset(one.day - timedelta(days=AHEAD) for one in coming)


def pick_near(
    lessons: Sequence[Lesson], coming: Iterable[Coming], today: date, rules: Mapping[str, TaskRule]
) -> Pick | None:
    """The first of these that prepares a meeting of the next days; `lessons` are unread, in order."""
    for one in sorted(coming, key=lambda meeting: meeting.day):
        if today <= one.day <= today + timedelta(days=AHEAD):
            found = next(iter(_preparing(lessons, one, rules)), None)
            if found is not None:
                return Pick(found, one)
    return None


def _preparing(lessons: Sequence[Lesson], one: Coming, rules: Mapping[str, TaskRule]) -> list[Lesson]:
    """Made for it; made for what has to be done before it; and how one leads any."""
    made = [lesson for lesson in lessons if one.kind in lesson.occasions]
    doing = [lesson for lesson in lessons if _is_for(lesson.tasks, one.kind, rules)]
    leading = [lesson for lesson in lessons if lesson.module == LEADING and not one.stage]
    return [*made, *doing, *leading]


def _is_for(tasks: Collection[str], kind: str, rules: Mapping[str, TaskRule]) -> bool:
    found = (rules[key] for key in tasks if key in rules)
    return any(kind in rule.anchors and rule.phase != FOLLOW_UP for rule in found)
