"""Lessons, their questions, hard questions and scenes: all of it is content; nothing here knows a person or a day."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

#: The ways a lesson may be meant for: of everybody, of a desa's people only, of a kelurahan's only.
EVERYBODY, DESA_ONLY, KELURAHAN_ONLY = "semua", "desa", "kelurahan"
#: Modules in the order of their numbers, and the one of the delegates and the women's groups.
DELEGATES = "DM"
MODULES = tuple(f"M{number}" for number in range(10))


@dataclass(frozen=True, slots=True)
class Answer:
    """`why`: what is said to whoever chose it, right or wrong."""

    text: str
    is_right: bool
    why: str


@dataclass(frozen=True, slots=True)
class Question:
    """One of the answers is right."""

    text: str
    answers: tuple[Answer, ...]

    @property
    def key(self) -> str:
        """By which a question of the bank is known, wherever it stands: another wording is another question."""
        return hashlib.sha256(self.text.encode()).hexdigest()[:8]

    @property
    def wording(self) -> str:
        """Of the question and its answers in their order: an answer to another wording says nothing about this one."""
        told = [self.text, *(f"{answer.is_right} {answer.text}" for answer in self.answers)]
        return hashlib.sha256("\0".join(told).encode()).hexdigest()[:8]


@dataclass(frozen=True, slots=True)
class Lesson:
    """`roles`: who learns it, `track`: in which sort of wilayah. `tasks` and `occasions` are what it prepares.
    `messages`: Telegram HTML, one a tap. `practice`: what is tried out that week; empty = nothing. `picture`: an SVG,
    and `picture_text` the same in words. `words`: by which it is looked for. `version` changes with every letter."""

    key: str
    title: str
    module: str
    roles: tuple[str, ...]
    track: str
    messages: tuple[str, ...]
    questions: tuple[Question, ...]
    version: str
    tasks: tuple[str, ...] = ()
    occasions: tuple[str, ...] = ()
    practice: str = ""
    picture: str = ""
    picture_text: str = ""
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Hard:
    """What facilitators are asked and do not like to answer. `answer` is said aloud, `mind` is for them alone; `words`:
    how it is found."""

    key: str
    text: str
    answer: str
    mind: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """What one may do in a moment of a scene. `words`: by which it is recognised when typed; `heard`: 2 = the person
    was heard, 1 = half, 0 = overlooked; `note`: of that, for the end. `to`: the next moment, empty = the end."""

    text: str
    words: tuple[str, ...]
    outcome: str
    heard: int
    note: str
    to: str


@dataclass(frozen=True, slots=True)
class Moment:
    key: str
    story: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Scene:
    """A meeting that never was, to practise in: it begins with the first moment."""

    key: str
    title: str
    place: str
    gist: str
    moments: tuple[Moment, ...]
    occasions: tuple[str, ...] = ()

    def moment(self, key: str) -> Moment | None:
        return next((one for one in self.moments if one.key == key), None)


@dataclass(frozen=True, slots=True)
class Curriculum:
    """Everything to learn, by key; `bank`: questions of the tests, by module."""

    lessons: Mapping[str, Lesson] = field(default_factory=dict)
    hard: Mapping[str, Hard] = field(default_factory=dict)
    scenes: Mapping[str, Scene] = field(default_factory=dict)
    bank: Mapping[str, tuple[Question, ...]] = field(default_factory=dict)

    def roles(self) -> frozenset[str]:
        """Whoever has one of these is a learner."""
        return frozenset(role for lesson in self.lessons.values() for role in lesson.roles)

    def meant_for(self, roles: Iterable[str], tracks: Iterable[str]) -> list[Lesson]:
        """What somebody with these roles learns, in wilayah of these sorts, in the order of the keys."""
        mine, ways = frozenset(roles), {EVERYBODY, *tracks}
        return [one for one in self.lessons.values() if mine.intersection(one.roles) and one.track in ways]

    def in_bank(self, module: str, key: str) -> Question | None:
        """None when an editor took it away meanwhile."""
        return next((one for one in self.bank.get(module, ()) if one.key == key), None)

    def question(self, lesson: str, number: int) -> Question | None:
        """None when an editor took it away meanwhile."""
        found = self.lessons.get(lesson)
        return found.questions[number] if found is not None and number < len(found.questions) else None
