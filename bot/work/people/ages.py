"""Whether somebody told of themselves that they are young. It is heard with care and believed at once: a grown-up who
is taken for a child says so with one tap, a child who is taken for a grown-up would agree alone."""

import re
from collections.abc import Iterable

from bot.core.forms.heard import Heard, Typed, words_of
from bot.core.forms.world import Sorts
from bot.core.forms.writing import key_of
from bot.core.listening.shapes import Ear
from bot.core.spelt import either, one_of
from bot.core.stories.in_figures import in_figures
from bot.core.understanding.own_age import GROWN, Words, names_age, tells_of_others, tells_youth
from bot.core.understanding.results import Understood
from bot.core.understanding.tongue import Tongue, tongue_of
from bot.work.office import Office

YOUNG = "anak"  # the act
_WORD = re.compile(r"\w+")
_PARTS = re.compile(r"[.,;:!?\n]+")
_LONGEST = 12  # words of a part that tells it
_LONGEST_ALONE = 24  # words that tell it and nothing else
_MOST = 40  # parts that are listened to


def tell_of_youth(office: Office, told: Iterable[Heard]) -> bool:
    """Before a consent: whoever is young agrees together with somebody grown up."""
    said, ear = list(told), office.catalog.ear
    if any(tell_in_passing(office, words_of(heard)) for heard in said):
        return True
    if ear is None:
        return False
    tongue, words = tongue_of(office.catalog.world.spellings), office.catalog.world.aging
    return any(
        _is_young(ear, tongue, words, part) for heard in said for part in (*_parts_of(heard), *_told_alone(ear, heard))
    )


def tell_in_passing(office: Office, text: str) -> bool:
    """The same by their words alone, however much is told besides."""
    world = office.catalog.world
    if not names_age(text, world.aging):
        return False
    return tells_youth(in_figures(text, tongue_of(world.spellings)), world.aging)


def spelt(office: Office, text: str) -> str:
    """With the age in figures, in which it is told more surely: "umurku empat belas" -> "umurku 14"."""
    short = len(text.split()) <= _LONGEST
    return in_figures(text, tongue_of(office.catalog.world.spellings)) if short else text


def _tells_an_age(ear: Ear, text: str) -> bool:
    return any(act.name == YOUNG for act in ear.hear(text, "consent").done)


def _parts_of(heard: Heard) -> list[str]:
    text = words_of(heard)
    parts = [part.strip() for part in _PARTS.split(text)][:_MOST]
    return [part for part in (*parts, text) if part and len(part.split()) <= _LONGEST]


def _told_alone(ear: Ear, heard: Heard) -> list[str]:
    """ "Halo kak, aku …": of longer words that tell an age and nothing else, those without the greeting."""
    text = heard.text if isinstance(heard, Typed) else ""
    acts = ear.hear(text, "consent") if _LONGEST < len(text.split()) <= _LONGEST_ALONE else None
    return [text[slice(*act.span)] for act in acts.done if act.name == YOUNG] if acts and not acts.left.strip() else []


def _is_young(ear: Ear, tongue: Tongue, words: Words, part: str) -> bool:
    tells = any(_tells_an_age(ear, text) for text in {part, in_figures(part, tongue)})
    return tells and not _counts_grown(tongue, part) and not tells_of_others(in_figures(part, tongue), words)


def tells_of_guardian(office: Office, text: str, *, awaited: bool = False) -> bool:
    """ "Ini mamanya aco, boleh dia cerita": the words of whoever stands beside a child, and no story. `awaited`: the
    child may say it, too."""
    words, said = office.catalog.world.accompanying, key_of(text)
    if not words or "?" in text or len(said.split()) > _LONGEST:
        return False
    allows = one_of(words["boleh"]).search(said) is not None
    who = rf"(?:{either(words['awal'])})\s+(?:{either(words['siapa'])})\b"
    opened = re.search(rf"\b{who}", said) if awaited else re.match(who, said)
    spoken = set(_WORD.findall(said))
    named = (
        awaited
        and not spoken.isdisjoint(words["orang"])
        and spoken <= words["orang"] | words["iringan"] | words["boleh"]
    )
    return allows and (opened is not None or named) and not _refuses(words, said)


def _refuses(words: Sorts, said: str) -> bool:
    """ "Ini mamanya, tidak setuju"; "tidak apa-apa" allows it."""
    refused = rf"\b(?:{either(words['menolak'])})\s+(?:\w+\s+)?(?:{either(words['boleh'])})\b"
    return re.search(refused, said) is not None


def is_alone(office: Office, text: str) -> bool:
    """A child's own word that nobody grown up is there ("mama di kebun, gak ada orang dewasa")."""
    words, said = office.catalog.world.accompanying, key_of(text)
    if not words or "?" in text:
        return False
    nobody = rf"\b(?:{either(words['tidak_ada'])})\s+(?:\w+\s+)?(?:{either(words['dewasa'])})\b"
    return re.search(nobody, said) is not None or one_of(words["sendirian"]).search(said) is not None


def pressed_alone(office: Office, text: str) -> bool:
    """A child's own word that it was they who agreed ("yang dampingi tadi aku sendiri bukan mama")."""
    words, said = office.catalog.world.accompanying, key_of(text)
    if not words or "?" in text or len(said.split()) > _LONGEST_ALONE:
        return False
    own, press, nobody = either(words["diri"]), either(words["tekan"]), either(words["bukan"])
    ways = (
        rf"\b(?:{press})\b(?:\s+\w+){{0,3}}?\s+(?:{own})\s+sendiri\b",
        rf"\b(?:{own})\s+(?:sendiri\s+)?(?:yang|yg)\s+(?:\w+\s+)?(?:{press})\b",
        rf"\b(?:{press})\s+sendiri\b",
        rf"\b(?:{own})\s+sendiri\s+(?:\w+\s+)?(?:{nobody})\s+(?:{either(words['orang'] | words['siapa'])})\b",
    )
    return any(re.search(way, said) for way in ways)


def gives_up(office: Office, text: str) -> bool:
    """ "Mau batal aja takut mama marah"."""
    words = office.catalog.world.accompanying
    is_short = len(text.split()) <= _LONGEST and "?" not in text
    return bool(words) and is_short and one_of(words["batal"]).search(key_of(text)) is not None


def is_grown(office: Office, text: str) -> bool:
    """Of words that tell an age: whether it is a grown-up's."""
    tongue = tongue_of(office.catalog.world.spellings)
    return any(_counts_grown(tongue, part) for part in _parts_of(Typed(text, 0)))


def _counts_grown(tongue: Tongue, part: str) -> bool:
    number = tongue.read_number(part)
    return isinstance(number, Understood) and number.value >= GROWN
