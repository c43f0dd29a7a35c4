"""What an announcement is made of."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Self

from bot.core.broadcasts.changes import Change
from bot.core.wilayah import KABUPATEN, is_narrower, level_of, shared_by

#: Whoever brought an usulan there, beside the roles of the access table.
PROPOSER = "pengusul"
#: Of the delegates the women, as far as they said so themselves.
DELEGATE, WOMEN = "delegasi", "delegasi_perempuan"
GROUP = "grup"


@dataclass(frozen=True, slots=True)
class Audience:
    """Whoever has one of `roles` within one of `wilayah` and meets all `conditions` (names of
    bot/store/broadcasts/conditions). `groups`: the tied groups of these wilayah, too."""

    wilayah: tuple[str, ...]
    roles: tuple[str, ...]
    conditions: tuple[str, ...] = ()
    groups: bool = False

    @property
    def scope(self) -> str:
        """The smallest wilayah that holds all of it."""
        return shared_by(self.wilayah)

    @property
    def reach(self) -> str:
        """desa, kecamatan or kabupaten: how wide it is decides who has to agree."""
        return level_of(self.scope) if is_narrower(self.scope, KABUPATEN) else KABUPATEN

    def to_json(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_json(cls, told: Mapping[str, Any]) -> Self:
        lists = {name: tuple(told.get(name, ())) for name in ("wilayah", "roles", "conditions")}
        return cls(**lists, groups=bool(told.get("groups")))


@dataclass(frozen=True, slots=True)
class Check:
    """One question by which a recipient finds out whether they understood; `right`: the index of the right answer."""

    question: str
    answers: tuple[str, ...]
    right: int


@dataclass(frozen=True, slots=True)
class Message:
    """`html`: as typed, in Telegram's HTML; `media`: ("photo" | "document" | "voice", file id). `asked`: what the
    recipients are asked to do, and by when. `template`: the one it was made of. `sender`: in whose name it
    stands, empty = the office. `changed`: what the last correction changed, (before, now), in plain words. `choices`:
    what can be chosen, a button each. `source`: the number of the message in which its author wrote it; 0 = none."""

    html: str
    media: tuple[str, str] | None = None
    asked: str = ""
    check: Check | None = None
    template: str = ""
    sender: str = ""
    changed: tuple[Change, ...] = ()
    choices: tuple[str, ...] = ()
    source: int = 0

    def to_json(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_json(cls, told: Mapping[str, Any]) -> Self:
        check = told.get("check")
        media = told.get("media")
        return cls(
            told["html"],
            (media[0], media[1]) if media else None,
            told.get("asked", ""),
            Check(check["question"], tuple(check["answers"]), check["right"]) if check else None,
            told.get("template", ""),
            told.get("sender", ""),
            tuple((before, now) for before, now in told.get("changed", ())),
            tuple(told.get("choices", ())),
            told.get("source", 0),
        )
