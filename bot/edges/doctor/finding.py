"""What the doctor says: one line a finding."""

from dataclasses import dataclass
from enum import StrEnum


class Mark(StrEnum):
    """How bad it is; only `BROKEN` makes the doctor end with 1."""

    FINE = "✔"
    DOUBTFUL = "⚠"
    BROKEN = "✖"


@dataclass(frozen=True, slots=True)
class Finding:
    """`sentence` (Indonesian) says what was found and, when it is not fine, what to do."""

    mark: Mark
    sentence: str

    def __str__(self) -> str:
        return f"{self.mark} {self.sentence}"


def fine(sentence: str) -> Finding:
    return Finding(Mark.FINE, sentence)


def doubtful(sentence: str) -> Finding:
    return Finding(Mark.DOUBTFUL, sentence)


def broken(sentence: str) -> Finding:
    return Finding(Mark.BROKEN, sentence)
