"""What an officer's sentence says of an announcement: the act, and with which words."""

from dataclasses import dataclass

TEXT, WORDS, BUTTON, TIME, WHOM = "text", "words", "button", "time", "whom"
SECOND, SEND, HASTE, CORRECT, REFUSE, CHOICES, ADD = "second", "send", "haste", "correct", "refuse", "choices", "add"
DROP = "drop"


@dataclass(frozen=True, slots=True)
class Said:
    """`pairs`: what is wrong, and what is right in its place; `text`: the whole of it, as it is to be, or the part that
    is to go; `when`: words of a day or an hour alone; `rest`: by what it is named beside them; `whom`: words of an
    audience; `person`: a name; `number`: of recipients; `is_sending`: the hour is that of sending; `is_now`: at once;
    `is_urgent`: of a haste; `choices`: of a question, none where they are only asked for."""

    act: str
    pairs: tuple[tuple[str, str], ...] = ()
    text: str = ""
    when: str = ""
    rest: str = ""
    whom: str = ""
    person: str = ""
    number: int | None = None
    is_sending: bool = False
    is_now: bool = False
    is_urgent: bool = False
    choices: tuple[str, ...] = ()

    @property
    def tells_more(self) -> bool:
        """More than a button does: "kirim" and "tidak" may be one."""
        is_bare = self.act in {SEND, REFUSE, HASTE} and self.number is None and not self.is_now
        return not is_bare
