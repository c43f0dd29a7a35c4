"""A button said in words: "iya pindahkan" where *Pindahkan* stands under what was said last, or the words of any other
button there. Pressed is what the button would do, and by its rules."""

from itertools import chain

from bot.core.forms.heard import Heard, Typed
from bot.core.forms.writing import key_of
from bot.work import home
from bot.work.visit import Visit

#: The buttons that are the yes to the question above them.
_YES = ("j:pindah:", "a:setuju:", "t:terima:")
#: An open form hears for itself; consent is pressed, since then it was asked for what it is given.
_HEARD_ELSEWHERE = ("f:", "c:")
_LONGEST = 8  # words


async def meant(visit: Visit, heard: Heard) -> str | None:
    """The data of the button; None where no button is meant."""
    if not isinstance(heard, Typed) or not home.has_work(visit) or len(heard.text.split()) > _LONGEST:
        return None
    letters = await visit.letters()
    keys = [
        (key_of(label), data) for one in letters for label, data in one.keys if not data.startswith(_HEARD_ELSEWHERE)
    ]
    return _pressed(visit, heard.text, keys)


def _pressed(visit: Visit, text: str, keys: list[tuple[str, str]]) -> str | None:
    """By the words of a button, alone or beside a yes; by a yes alone where a button is one."""
    typed = key_of(text)
    alone = (data for label, data in keys if label == typed)
    beside = (data for label, data in keys if label and _is_yes(visit, _without(typed, label)))
    agreed = (data for _, data in keys if data.startswith(_YES) and _is_yes(visit, text))
    return next(chain(alone, beside, agreed), None)


def _without(typed: str, label: str) -> str:
    """What stands around the label; empty where it is not there."""
    found = f" {typed} ".partition(f" {label} ")
    return f"{found[0]} {found[2]}".strip() if found[1] else ""


def _is_yes(visit: Visit, text: str) -> bool:
    return bool(text) and [act.name for act in visit.acts(text, "yes_no").done] == ["ya"]
