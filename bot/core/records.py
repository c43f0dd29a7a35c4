"""Plain values that pass between the database and the use cases."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.core.wilayah import lies_in


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with an address in a messenger; `place` is the last place named (codes and names by question)."""

    id: int
    channel: str
    address: int
    name: str
    place: dict[str, Any] | None = None
    consent_version: str | None = None
    consented_at: datetime | None = None
    unreachable_since: datetime | None = None
    named_by_self: bool = False  # they said how they want to be called; the messenger's name counts no more
    called_at: datetime | None = None  # when somebody was told last that they called for help
    unnamed: bool = False  # "jangan sebut nama saya": whoever reads what they bring sees no name


@dataclass(frozen=True, slots=True)
class Grant:
    """A role within the wilayah whose code starts with `scope`."""

    role: str
    scope: str

    def covers(self, wilayah: str) -> bool:
        return lies_in(wilayah, self.scope)


@dataclass(frozen=True, slots=True)
class Conversation:
    """An open guided conversation: which form, which draft, the engine's state as JSON, and when to ask after it
    (None: was asked)."""

    flow: str
    draft: str
    state: dict[str, Any]
    touched_at: datetime
    nudge_at: datetime | None = None


#: The state of an usulan whose proposer took it back.
WITHDRAWN = "ditarik"


@dataclass(frozen=True, slots=True)
class Usulan:
    """An usulan as stored; `answers` by question key, `name` as people say it ("Baraka 42")."""

    id: int
    code: str
    kecamatan: str
    serial: int
    desa: str
    person_id: int | None
    answers: dict[str, Any]
    status: str
    spoken_at: datetime
    read_by: int | None
    read_at: datetime | None
    locked_at: datetime | None
    speaker_id: int | None = None  # whose voice it is; None = the person's own
    typed_by: int | None = None  # who wrote it down for somebody without a telephone
    agreed: dict[str, Any] | None = None  # how that somebody agreed
    told_at: datetime | None = None
    unnamed: bool = False  # whoever reads it sees no name
    reader_id: int | None = None  # the one reader whom the person chose
    year: int = 0  # of the musrenbang that it reaches
    sipd: str | None = None  # the number that SIPD gave it
