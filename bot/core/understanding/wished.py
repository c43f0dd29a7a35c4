"""What is to be done, said to the question what is hoped for: "tolong itu ibu dibantu", "lanjutkan rabatnya", "disirtu
saja". Such words sound like what people ask of us; what they name tells them apart."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from bot.core.forms.world import World
from bot.core.spelt import either

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_PASSIVE = re.compile(r"di[^\W\d_]{3,}")
_TAILS = ("kan", "nya", "na", "ta", "ku", "mu", "i", "ki", "mi", "ji", "pi", "ka")
_FEWEST, _BEFORE = 2, 24  # words of a wish; letters before it that may deny it
_SHORTEST = 3  # letters of a stem, and of a word that names something
_CLAUSE = r"[^.,;!?\n]*"
Words = frozenset[str]
Sorts = Mapping[str, Words]


def is_wished(text: str, world: World) -> bool:
    """Whether something is asked to be done, and nothing to do with this form. What is also done to a form ("dikirim",
    "ulangi") has to name what it is done to."""
    sorts, words = world.wishing, _WORD.findall(text.lower())
    if not sorts or "?" in text or any(word in sorts["bukan"] or _is_of_form(word, sorts) for word in words):
        return False
    deeds, named = _deeds_in(words, world)
    if named and sorts["isian_kita"].issuperset(named) and all(_is_done_to_form(word, sorts) for word in deeds):
        return False
    return any(not _is_of_both(word, sorts) for word in deeds) or bool(deeds and named)


def is_only_of_form(text: str, world: World) -> bool:
    """ "Silakan dicatat", "kirim saja pak": what is done to words, and to nothing that is named; "ditutup saja" may be
    hoped for."""
    deeds, named = _deeds_in(_WORD.findall(text.lower()), world) if world.wishing else ([], [])
    return bool(deeds) and not named and all(_is_done_to_words(word, world.wishing) for word in deeds)


def _is_done_to_form(word: str, sorts: Sorts) -> bool:
    """ "Batalkan laporan saya": a report is this form, where nothing is done to it that is also hoped for."""
    return bool(_stems(word) & sorts["bukan_harapan"])


def _is_done_to_words(word: str, sorts: Sorts) -> bool:
    return bool(_stems(word[2:] if _is_passive(word, sorts) else word) & sorts["mencatat"])


def _deeds_in(words: Sequence[str], world: World) -> tuple[list[str], list[str]]:
    """What is asked to be done, and the words that name something beside it."""
    deeds = [word for word in words if _is_deed(word, world.wishing)]
    polite = {*deeds} | world.oneself | world.nodding | world.wishing["iringan"]
    return deeds, [word for word in words if word not in polite and len(word) >= _SHORTEST]


def wish_in(story: str, world: World) -> str:
    """ "… putus, mau diganti talinya baru, dari besi", "…, minta mesin jahit": the last clause that says what is hoped
    for, with what goes on behind a comma; empty where none does. "Mau roboh" and "tidak mau dipinjam" are none."""
    openers = world.wishing["pembuka"]
    if not openers:
        return ""
    begins, no = _patterns(openers, world.wishing["sambungan"], world.wishing["tidak"])
    told = [
        found
        for found in begins.finditer(story)
        if not no.search(story, max(0, found.start() - _BEFORE), found.start())
    ]
    wishes = [one[0].strip() for one in told if _FEWEST <= len(one[0].split()) and _is_wish(one[0], one["what"], world)]
    return wishes[-1] if wishes else ""


def _is_wish(clause: str, what: str, world: World) -> bool:
    """ "Kami usul dibuatkan bak": what opens it may be said of a form as well."""
    return is_wished(clause, world) or asks_for(clause, world) or is_wished(what, world)


@lru_cache(maxsize=2)
def _patterns(openers: Words, further: Words, no: Words) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Of what is hoped for, and of what stands before what is not."""
    begins = rf"\b(?:{either(openers)})\b(?P<what>{_CLAUSE})(?:,\s*(?:{either(further)})\b{_CLAUSE})*"
    return re.compile(begins, re.IGNORECASE), re.compile(rf"\b(?:{either(no)})\s+\Z", re.IGNORECASE)


def is_bare_wish(text: str, world: World) -> bool:
    """ "Diganti", "diganti saja": a deed alone, of nothing that is done to words or to the form."""
    deeds, named = _deeds_in(_WORD.findall(text.lower()), world) if world.wishing else ([], [])
    if len(deeds) != 1 or named or "?" in text or not _is_passive(deeds[0], world.wishing):
        return False
    return _stems(deeds[0][2:]).isdisjoint(world.wishing["mencatat"] | world.wishing["bukan_harapan"])


def asks_for(clause: str, world: World) -> bool:
    """ "Minta mesin jahit dan pelatihannya": behind such a word the thing itself is hoped for; "minta maaf" hopes for
    nothing."""
    sorts, words = world.wishing, _WORD.findall(clause.lower())
    if not words or words[0] not in sorts["meminta"] or "?" in clause:
        return False
    if any(word in sorts["bukan"] or word in sorts["bukan_diminta"] or _is_of_form(word, sorts) for word in words):
        return False
    polite = world.oneself | world.nodding | sorts["iringan"] | sorts["meminta"]
    return any(word not in polite and len(word) >= _SHORTEST for word in words[1:])


def _is_deed(word: str, sorts: Sorts) -> bool:
    stems = _stems(word)
    asked = not (stems.isdisjoint(sorts["perintah"]) and stems.isdisjoint(sorts["juga_di_isian"]))
    return asked or _is_passive(word, sorts)


def _is_passive(word: str, sorts: Sorts) -> bool:
    return _PASSIVE.fullmatch(word) is not None and _stems(word).isdisjoint(sorts["bukan_kerja"])


def _is_of_both(word: str, sorts: Sorts) -> bool:
    """ "Dibantu" says what is hoped for, "bantu" may ask it of us."""
    if _is_passive(word, sorts):
        return bool(_stems(word[2:]) & sorts["juga_di_isian"])
    return bool(_stems(word) & (sorts["juga_di_isian"] | sorts["kepada_kami"]))


def _is_of_form(word: str, sorts: Sorts) -> bool:
    return not _stems(word).isdisjoint(sorts["isian"]) and not _is_passive(word, sorts)


@lru_cache(maxsize=4096)
def _stems(word: str) -> frozenset[str]:
    """The word without what has grown to it, with the letter that is written once where two meet."""
    found = {word}
    for _ in range(2):
        shorter = {one.removesuffix(tail) for one in found for tail in _TAILS if one.endswith(tail)}
        found |= {each for one in shorter if len(one) >= _SHORTEST for each in (one, f"{one}n")}
    return frozenset(found)
