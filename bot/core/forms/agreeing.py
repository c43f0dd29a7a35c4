"""A yes to what one button would do, in a sentence: "iya jadwalnya ikut", "ya tarik saja", "iya bu teruskan"."""

import re
from collections.abc import Iterable, Sequence

from bot.core.forms.questions import Offer
from bot.core.forms.world import World
from bot.core.forms.writing import key_of

_YES = "ya"
_LONGEST, _LETTERS = 8, 80  # words; characters, before they are counted
_STEM = 3  # letters that are left of a word at least
_WORD = re.compile(r"[^\W_]+")


def agrees(text: str, world: World, labels: Iterable[str]) -> bool:
    """Whether it begins with a yes, or has the words of the button, and tells nothing else and holds nothing back."""
    words = begun(text, world)
    if words is None and not _holds_back(text, world):
        words = _WORD.findall(key_of(text))
        if not _repeats(words, world, labels):
            return False
    stems = {stem for label in labels for stem in _stems(label, world)}
    return words is not None and all(_is_beside(word, world) or _stem(word, world) in stems for word in words)


def agreed_to(offers: Sequence[Offer], text: str, world: World) -> Offer | None:
    """The option that is the yes of its question: its word says so. A consent has no words, and is pressed."""
    if len(text) > _LETTERS:
        return None
    yes = [offer for offer in offers if any(world.words.get(key_of(word)) == _YES for word in offer.words)]
    is_it = len(yes) == 1 and agrees(text, world, (str(yes[0].label), *yes[0].words))
    return yes[0] if is_it else None


def is_option(offers: Sequence[Offer], text: str, world: World) -> bool:
    """By one of its words alone ("sudah tua mi"), or as the yes."""
    said = key_of(text)
    bare = " ".join(word for word in said.split() if word not in world.nodding)
    is_named = any(key_of(word) in (said, bare) for offer in offers for word in offer.words)
    return is_named or agreed_to(offers, text, world) is not None


def begun(text: str, world: World) -> list[str] | None:
    """What stands behind the yes with which it begins; None where it begins with none, and where it holds back."""
    if _holds_back(text, world):
        return None
    words = _WORD.findall(key_of(text))
    at = next((at for at, word in enumerate(words) if word not in world.oneself), len(words))
    return words[at + 1 :] if at < len(words) and words[at] in world.agreeing["ya"] else None


def _holds_back(text: str, world: World) -> bool:
    """A question, a "but" or a "not yet" is no yes, whatever it begins with."""
    words = _WORD.findall(key_of(text))
    return "?" in text or not 0 < len(words) <= _LONGEST or not world.agreeing["tahan"].isdisjoint(words)


def _repeats(words: Iterable[str], world: World, labels: Iterable[str]) -> bool:
    """All of what one button does."""
    spoken = {_stem(word, world) for word in words}
    told = [set(_stems(label, world)) for label in labels]
    return any(stems and stems <= spoken for stems in told)


def _stems(label: str, world: World) -> list[str]:
    """Of what a button does, without the yes before it."""
    polite = world.agreeing["ya"] | world.oneself
    return [_stem(word, world) for word in _WORD.findall(key_of(label)) if word not in polite]


def _is_beside(word: str, world: World) -> bool:
    told = world.agreeing
    return word in told["ya"] or word in told["iringan"] or word in world.oneself or word in world.nodding


def _stem(word: str, world: World) -> str:
    """ "Jadwalnya" is "jadwal", "diteruskan" as "teruskan"."""
    for front in sorted(world.agreeing["depan"]):
        if word.startswith(front) and len(word) - len(front) > _STEM:
            word = word.removeprefix(front)
            break
    for tail in sorted(world.agreeing["belakang"]):
        if word.endswith(tail) and len(word) - len(tail) >= _STEM:
            word = word.removesuffix(tail)
    return word
