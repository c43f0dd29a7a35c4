"""Plays written conversations.

`<` typed, `[ ]` pressed, `@` sent, `~` an earlier message edited, `>` said, `!` a toast, `=` the record. A `>` line has
to occur in what was said since the last input, in that order. `[Label]` presses the newest button of that label, on
whichever message it stands, as people do.
"""

from dataclasses import dataclass, field
from typing import Any

from bot.catalog import Catalog
from bot.catalog.markup import visible
from bot.core.flow.interpreter import State, advance, begin, record
from bot.core.forms.heard import FileRef, Heard, Pressed, Sent, Typed
from bot.core.forms.say import Step

DRAFT = "d1"


@dataclass
class Conversation:
    catalog: Catalog
    form: str = "usulan"
    given: dict[str, Any] | None = None
    number: int = 100
    state: State | None = None
    ended: str | None = None
    said: list[str] = field(default_factory=list)
    toasts: list[str] = field(default_factory=list)
    buttons: dict[str, str] = field(default_factory=dict)

    @property
    def flow(self) -> Any:
        return self.catalog.flows[self.form]

    def start(self) -> None:
        self._follow(begin(self.flow, DRAFT, self.catalog.world, self.given))

    def hear(self, heard: Heard) -> None:
        """Every input finds a state that was stored and read again, as after a restart."""
        assert self.state is not None
        state = State.from_json(self.state.to_json())
        self._follow(advance(self.flow, state, heard, self.catalog.world))

    def _follow(self, step: Step) -> None:
        self.state, self.ended = step.state, step.ended
        self.said, self.toasts = [], []
        for say in step.say:
            if say.toast:
                self.toasts.append(self.catalog.text(say.toast))
            if say.sentence:
                message = self.catalog.message(say)
                self.said += visible(message.text).splitlines()
                self._remember_buttons(message.reply_markup or {})

    def _remember_buttons(self, markup: dict[str, Any]) -> None:
        for row in markup.get("inline_keyboard", []):
            self.buttons |= {button["text"]: button["callback_data"] for button in row}

    def type(self, text: str) -> None:
        self.number += 1
        self.hear(Typed(text, self.number))

    def edit(self, message: int, text: str) -> None:
        self.hear(Typed(text, message, edited=True))

    def press(self, label: str) -> None:
        _, draft, question, value = self.buttons[label].split(":", 3)
        self.hear(Pressed(draft, question, value))

    def send(self, what: str, *more: str) -> None:
        """`more`: caption, then album."""
        self.number += 1
        seconds = 12 if what == "voice" else 0
        file = FileRef(f"file{self.number}", f"u{self.number}", 1000, "", seconds) if what in FILES else None
        caption, album = (*more, None, None)[:2]
        self.hear(Sent(what, self.number, file, album, caption))

    def record(self) -> dict[str, Any]:
        assert self.state is not None
        return record(self.flow, self.state)


FILES = ("photo", "voice", "document")


def play(conversation: Conversation, lines: list[str]) -> None:
    """Follow the lines; AssertionError with the line that was not so."""
    conversation.start()
    at = 0
    for line in lines:
        mark, rest = line[:1], line[1:].strip()
        if mark == ">":
            found = next((n for n, said in enumerate(conversation.said[at:], at) if rest in said), None)
            assert found is not None, f"not said: {rest!r} in {conversation.said[at:]}"
            at = found
        elif mark == "!":
            assert rest in conversation.toasts
        elif mark == "=":
            _compare(conversation, rest)
        elif mark.strip(" #\n"):
            _act(conversation, mark, rest)
            at = 0


def _act(conversation: Conversation, mark: str, rest: str) -> None:
    if mark == "<":
        conversation.type(rest)
    elif mark == "[":
        conversation.press(rest.rstrip("]"))
    elif mark == "@":
        conversation.send(*rest.split("|"))
    elif mark == "~":
        message, _, text = rest.partition(" ")
        conversation.edit(100 + int(message), text)
    else:
        raise ValueError(f"unknown mark {mark!r}")


def _compare(conversation: Conversation, rest: str) -> None:
    """`= sent`, or `= desa.name Bontongan`, or `= foto 2` for the length of a list, or `= foto -` for nothing."""
    if rest in ("sent", "cancelled"):
        assert conversation.ended == rest
        return
    path, _, wanted = rest.partition(" ")
    value: Any = conversation.record()
    for part in path.split("."):
        value = value.get(part) if isinstance(value, dict) else None
    told = "-" if value is None else str(len(value)) if isinstance(value, list) else str(value)
    assert told == wanted, f"{path} is {told!r}"
