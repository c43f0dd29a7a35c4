"""A refusal says what it heard: nobody is to believe that nothing arrived, or has to guess which word was unclear."""

from collections.abc import Iterator, Mapping
from typing import Any

from bot.core.forms.heard import Heard, Typed
from bot.core.forms.say import Words
from bot.core.forms.writing import clean, in_short

_HELP = ("mesin.bantuan", "form.")  # the beginnings of sentences that answer a question
_SHOWN = 60  # characters


def caught(why: Words, heard: Heard) -> Words:
    """The refusal with the words that it is about, where it does not name them itself."""
    if not isinstance(heard, Typed) or why.name.startswith(_HELP):
        return why
    text = clean(heard.text)
    if not any(letter.isalnum() for letter in text) or any(_shows(said, text) for said in _said(why.values)):
        return why
    return Words("mesin.tertangkap", {"kata": in_short(text, _SHOWN), "sebab": why})


def _said(values: Mapping[str, Any]) -> Iterator[str]:
    for value in values.values():
        for one in value if isinstance(value, list | tuple) else (value,):
            if isinstance(one, Words):
                yield from _said(one.values)
            elif isinstance(one, str):
                yield one


def _shows(said: str, text: str) -> bool:
    """Whether a part of the words is said back."""
    return bool(said.strip()) and said.lower() in text.lower()
