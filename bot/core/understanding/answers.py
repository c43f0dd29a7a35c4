"""From what was understood to the reading of an answer, the same for every kind that understands."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Generic, TypeVar

from bot.core.forms.heard import Heard, Pressed, Typed
from bot.core.forms.questions import Offer, Reading, Refused, Took, Unsure
from bot.core.forms.say import Words
from bot.core.forms.writing import not_this
from bot.core.understanding import results

T = TypeVar("T")
DO_NOT_KNOW = "tidak_tahu"  # value of the button
UNKNOWN: Mapping[str, Any] = {"unknown": True}
LONGEST_BUTTON = 30  # bytes of its data


@dataclass(frozen=True)
class Answers(Generic[T]):
    """How one kind keeps its values. `label`: text of a button; `code`: its data, read back by `decode`.

    `example`: the sentence that shows how such an answer may look. `also`: what the value answers besides.
    """

    keep: Callable[[T], dict[str, Any]]
    label: Callable[[T], str]
    code: Callable[[T], str]
    decode: Callable[[str], T | None]
    example: str
    also: Callable[[T], dict[str, Any]] = lambda _value: {}

    def read(
        self,
        heard: Heard,
        understand: Callable[[str], results.Understanding[T]],
        unknown: bool,
        perhaps: Callable[[str], Sequence[T]] = lambda _text: (),
    ) -> Reading:
        """`unknown`: whether "tidak tahu" is an answer here. `perhaps`: what parts of a text that is none may mean."""
        if isinstance(heard, Typed):
            reading = self._read_text(understand(heard.text), unknown)
            if isinstance(reading, Refused):
                return replace(reading, perhaps=lambda: self.offers(perhaps(heard.text)))
            return reading
        return self._press(heard.value, unknown) if isinstance(heard, Pressed) else Refused(not_this(heard))

    def _press(self, code: str, unknown: bool) -> Reading:
        if code == DO_NOT_KNOW and unknown:
            return Took(dict(UNKNOWN))
        value = self.decode(code)
        return Refused(Words("mesin.pilihan_tidak_ada")) if value is None else self._took(value, guessed=False)

    def _read_text(self, found: results.Understanding[T], unknown: bool) -> Reading:
        if isinstance(found, results.Understood):
            return self._took(found.value, guessed=True)
        if isinstance(found, results.Unsure):
            offers = self.offers([option.value for option in found.options])
            return Unsure(found.why, offers) if offers else Refused(found.why)
        if isinstance(found, results.Unknown) and unknown:
            return Took(dict(UNKNOWN), guessed=True)
        return Refused(_said_nevertheless(getattr(found, "read", ()), self.example))

    def _took(self, value: T, guessed: bool) -> Took:
        return Took(self.keep(value), guessed, self.also(value))

    def offers(self, values: Sequence[T]) -> tuple[Offer, ...]:
        """None when one of them fits into no button: half a choice would mislead."""
        offers = tuple(Offer(self.code(value), self.label(value)) for value in values)
        return offers if all(len(offer.value) <= LONGEST_BUTTON for offer in offers) else ()


def _said_nevertheless(read: Sequence[str], example: str) -> Words:
    """What was read of words that make no answer is said, so that nobody believes nothing arrived."""
    return Words("pengertian.terbaca", {"terbaca": list(read), "contoh": Words(example)}) if read else Words(example)


def offer_unknown(label: str | None) -> Sequence[Offer]:
    return () if label is None else (Offer(DO_NOT_KNOW, label),)


def is_unknown(value: Any) -> bool:
    return isinstance(value, dict) and value == UNKNOWN
