"""What puts itself right while it is told, "40 meter eh lebih, 60 meter": when one of both is chosen, or the other is
to go, the whole aside goes and one value is left."""

import re
from functools import lru_cache

from bot.core.forms.world import World
from bot.core.spelt import either, one_of

_EDGES, _FIGURE = " ,.;\n", re.compile(r"\d+(?:[.,]\d+)*")


def settled_in(told: str, text: str, world: World) -> str:
    """What is told, without the value that `text` takes out of an aside in it, or does not choose; the same where it
    says nothing of one."""
    words, goes = world.exchanging, world.taking_out
    if not words or one_of(goes["kata"] | words["tulis"]).search(text) is None:
        return told
    clauses = re.split(r"[,.;\n]+(?!\d)", text)
    for clause in (one for one in clauses if one_of(goes["kata"]).search(one) or one_of(words["tulis"]).search(one)):
        named = one_of(goes["kata"] | goes["iringan"] | words["iringan"]).sub("\n", clause).split("\n")
        wrong = [one for each in named if (one := next(iter(_FIGURE.findall(each)), each.strip(_EDGES)))]
        put = next((new for one in wrong if (new := _aside(one, "", *_sorts(world)).sub("", told)) != told), told)
        if put != told:
            return put
    return told


def chosen(told: str, wrong: str, right: str, world: World) -> str:
    """Without the aside at whose end the right one stands already."""
    return _aside(wrong, right, *_sorts(world)).sub("", told) if world.exchanging and wrong else told


def without_echo(told: str, right: str, world: World) -> str:
    """ "25 eh 25 anak", once both are the same."""
    if not world.exchanging:
        return told
    denied, said_twice = _echo(right, *_sorts(world))
    return said_twice.sub(r"\1", denied.sub("", told))


def _sorts(world: World) -> tuple[frozenset[str], ...]:
    return world.exchanging["sambil"], world.exchanging["di_sambil"], world.denying["bukan"]


@lru_cache(maxsize=16)
def _aside(wrong: str, right: str, *sorts: frozenset[str]) -> re.Pattern[str]:
    one, (turned, denied) = _one(wrong), _turned(wrong, *sorts)
    return re.compile(rf"{one}{turned}(?:{denied})?(?={re.escape(right)}\w*)(?=\w)", re.IGNORECASE)


@lru_cache(maxsize=16)
def _echo(right: str, *sorts: frozenset[str]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    turned, denied = _turned(right, *sorts)
    again = rf"{re.escape(right)}(?!\w)(?:\s+[^\W\d_]+)?"
    return re.compile(rf"{turned}{denied}{again}", re.IGNORECASE), re.compile(
        rf"({_one(right)}){turned}{again}", re.IGNORECASE
    )


def _one(value: str) -> str:
    return rf"(?<![\w.,]){re.escape(value)}(?:\s+[^\W\d_]+)?"


def _turned(value: str, turns: frozenset[str], small: frozenset[str], no: frozenset[str]) -> tuple[str, str]:
    """The words that turn it round; and it, denied."""
    turned = rf"[\s,;.…]+(?:(?:{either(turns)})\b[\s,.…]*)+(?:(?:{either(small - no)})\b[\s,]*)*"
    return turned, rf"(?:{either(no)})\s+{_one(value)}[\s,;.]+"
