"""What is wrong in the content, for the person who writes it."""

from dataclasses import dataclass
from typing import NamedTuple


class Problem(NamedTuple):
    """`file` relative to the content folder, `key` inside it, and an Indonesian sentence."""

    file: str
    key: str
    sentence: str

    def __str__(self) -> str:
        return f"{self.file}: {self.key}: {self.sentence}" if self.key else f"{self.file}: {self.sentence}"


@dataclass
class ContentProblems(Exception):
    """The content cannot be used. Carries every problem there is, so that one reading is enough to mend all."""

    problems: tuple[Problem, ...]

    def __str__(self) -> str:
        return "\n".join(map(str, self.problems))
