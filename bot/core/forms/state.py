"""Where a conversation stands: the answers, and nothing that could be computed from them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Self

BESIDE = "beside"  # what was told together with an answer that has to be asked about first


@dataclass(frozen=True, slots=True)
class Answer:
    """`messages`: the person's messages that gave it, so that editing one of them corrects it. `told_in`: the question
    whose story told it, where nobody gave it as an answer."""

    value: Any
    messages: tuple[int, ...] = ()
    album: str | None = None
    told_in: str = ""

    def to_json(self) -> dict[str, Any]:
        told = {"told_in": self.told_in} if self.told_in else {}
        return {"value": self.value, "messages": list(self.messages), "album": self.album, **told}

    @classmethod
    def from_json(cls, told: Mapping[str, Any]) -> Self:
        return cls(told["value"], tuple(told.get("messages", ())), told.get("album"), told.get("told_in", ""))


@dataclass(frozen=True, slots=True)
class State:
    """`about`: what the conversation is about, known from the start and never asked (a task, a meeting, whose voice).
    `before` keeps what Kembali and Ubah forgot, `pending` what waits for a yes, `enough` what Cukup skipped.

    Answers to questions a later version of the form no longer has stay here untouched and are left out of the record.
    What a story told lives as long as this very story.
    """

    flow: str
    draft: str
    answers: Mapping[str, Answer] = field(default_factory=dict)
    skipped: tuple[str, ...] = ()
    before: Mapping[str, Answer] = field(default_factory=dict)
    pending: Mapping[str, Any] = field(default_factory=dict)
    enough: tuple[str, ...] = ()
    about: Mapping[str, Any] = field(default_factory=dict)

    def give(self, key: str, answer: Answer) -> "State":
        return replace(
            self,
            answers={**_without(self.answers, self.told_in((key,))), key: answer},
            skipped=_others(self.skipped, (key,)),
            enough=_others(self.enough, (key,)),
            before=_without(self.before, (key,)),
        )

    def forget(self, keys: Iterable[str]) -> "State":
        """Take the answers away, but keep them to be offered again."""
        gone = tuple(keys)
        kept = {k: self.answers[k] for k in gone if k in self.answers}
        return replace(
            self,
            answers=_without(self.answers, (*gone, *self.told_in(gone))),
            skipped=_others(self.skipped, gone),
            enough=_others(self.enough, gone),
            before={**self.before, **kept},
        )

    def lay_aside(self, key: str, answer: Answer) -> "State":
        """Offer this answer again, should the person tell something else first; what was taken away goes before it."""
        return replace(self, before={key: answer, **self.before})

    def drop(self, keys: Iterable[str]) -> "State":
        """Take the answers away for good: they belonged to something that is no longer so."""
        gone = tuple(keys)
        left = _without(self.answers, (*gone, *self.told_in(gone)))
        return replace(self, answers=left, before=_without(self.before, gone))

    def told_in(self, stories: Iterable[str]) -> tuple[str, ...]:
        """The answers that nobody gave: these stories told them."""
        sources = frozenset(stories)
        return tuple(key for key, answer in self.answers.items() if answer.told_in in sources)

    def skip(self, key: str) -> "State":
        return replace(self.drop((key,)), skipped=(*_others(self.skipped, (key,)), key))

    def skip_rest(self, keys: Iterable[str]) -> "State":
        """Skip these together: one step back brings all of them."""
        rest = tuple(keys)
        return replace(self, skipped=(*_others(self.skipped, rest), *rest), enough=rest)

    def hold(self, **pending: Any) -> "State":
        return replace(self, pending={**self.pending, **pending})

    def release(self, *names: str) -> "State":
        """Stop waiting for these, or for everything when none is named, but for a story that was told beside an
        answer: whatever is pressed meanwhile, it is not lost."""
        told = {name: value for name, value in self.pending.items() if name == BESIDE}
        return replace(self, pending=_without(self.pending, names) if names else told)

    def to_json(self) -> dict[str, Any]:
        return {
            "flow": self.flow,
            "draft": self.draft,
            "answers": {k: a.to_json() for k, a in self.answers.items()},
            "skipped": list(self.skipped),
            "before": {k: a.to_json() for k, a in self.before.items()},
            "pending": dict(self.pending),
            **({"enough": list(self.enough)} if self.enough else {}),
            **({"about": dict(self.about)} if self.about else {}),
        }

    @classmethod
    def from_json(cls, told: Mapping[str, Any]) -> Self:
        return cls(
            told["flow"],
            told["draft"],
            {k: Answer.from_json(a) for k, a in told.get("answers", {}).items()},
            tuple(told.get("skipped", ())),
            {k: Answer.from_json(a) for k, a in told.get("before", {}).items()},
            dict(told.get("pending", {})),
            tuple(told.get("enough", ())),
            told.get("about", {}),
        )


def _others(keys: tuple[str, ...], gone: Iterable[str]) -> tuple[str, ...]:
    left_out = frozenset(gone)
    return tuple(key for key in keys if key not in left_out) if keys else keys


def _without(all_of: Mapping[str, Any], keys: Iterable[str]) -> dict[str, Any]:
    gone = frozenset(keys)
    return {k: v for k, v in all_of.items() if k not in gone}
