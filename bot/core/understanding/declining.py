"""Whether somebody does not want to say what is asked ("ndak mau sy sebut dusunnya", "lewati saja", "takut ketahuan").
Pure."""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from bot.core.forms.world import World
from bot.core.forms.writing import key_of
from bot.core.spelt import either, one_of
from bot.core.understanding.where.hamlets import is_complaint

_LONGEST, _FEW, _LONGEST_NONE = 12, 6, 20  # words
_WORD = re.compile(r"[^\W_]+")


def declines(text: str, world: World) -> bool:
    """False for what asks, counts, or tells that something is wrong."""
    words, spoken = world.declining, _WORD.findall(text.lower())
    asks = "?" in text or not world.asking_inside.isdisjoint(spoken)
    if len(spoken) > _LONGEST or words["hal"].isdisjoint(spoken) or asks:
        return False
    said = key_of(" ".join(spoken))
    if _pattern(words["tidak"], words["hal"] - words["sendiri"], words["cukup"]).search(said) is None:
        return False
    return not any(word.isdecimal() or is_complaint(word, world) for word in spoken)


def is_not_known(text: str, world: World) -> bool:
    """ "Belum tau juga pak, kata tetangga mungkin paraja": whoever does not know refuses nothing."""
    common, begins = world.spellings.common, _WORD.findall(key_of(text))[:_FEW]
    know = set(common.know) & set(world.spellings.days.know)
    is_said = any(no in common.no and one in know for no, one in pairwise(begins))
    return is_said and not any(word.isdecimal() for word in _WORD.findall(text))


def has_no_photo(text: str, world: World) -> bool:
    """ "Kan sudah sy bilang tidak ada foto!! HP jelek", where one is asked for."""
    words, said = world.declining, " ".join(_WORD.findall(text.lower()))
    if len(said.split()) > _LONGEST_NONE or "?" in text or one_of(words["foto_susah"]).search(said):
        return "?" not in text and len(said.split()) <= _LONGEST_NONE
    none = rf"\b(?:{either(words['tak_punya'])})(?:\s+\w+){{0,2}}?\s+(?:{either(words['foto'])})\b"
    return re.search(none, said) is not None


def only_no_photo(text: str, world: World) -> bool:
    """ "Tdk ada fotoku", "sy tdk punya foto", whatever is asked: nothing else is said."""
    words, spoken = world.declining, _WORD.findall(text.lower())
    if len(spoken) > _FEW + 2 or words["foto"].isdisjoint(spoken) or "?" in text or not has_no_photo(text, world):
        return False
    left = one_of(words["tak_punya"]).sub(" ", " ".join(spoken)).split()
    beside = (words["foto"], words["foto_samping"], words["sapaan"], world.oneself, world.nodding)
    return all(any(word in one for one in beside) for word in left)


def fears_photo(text: str, world: World) -> bool:
    """ "Tdk berani ka foto, dia liat ka nanti", where one is asked for; who tells what is broken has more to say."""
    words, spoken = world.declining, _WORD.findall(text.lower())
    if "?" in text or len(spoken) > _LONGEST or words["foto"].isdisjoint(spoken):
        return False
    fear = rf"\b(?:{either(words['foto_takut'])})(?:\s+\w+){{0,2}}?\s+(?:{either(words['foto'])})\b"
    tells = any(word.isdecimal() or is_complaint(word, world) for word in spoken)
    return not tells and re.search(fear, " ".join(spoken)) is not None


def refuses(text: str, title: str, world: World) -> bool:
    """ "Keberatan ka", "tdk usah dusunnya": nothing but a no, to what is asked by this title."""
    spoken, asked = _WORD.findall(text.lower()), key_of(title)
    if "?" in text or len(spoken) > _FEW:
        return False
    polite = (world.oneself, world.nodding, world.agreeing["iringan"], world.declining["sapaan"])
    told = [word for word in spoken if word.removesuffix("nya") != asked and not any(word in one for one in polite)]
    return " ".join(told) in world.declining["saja"]


def wants_no_questions(text: str, world: World) -> bool:
    """ "Malas ka jawab", of whatever is asked: it tells nothing; "petugas malas menjawab" does."""
    spoken, words = _WORD.findall(text.lower()), world.declining
    told = [word for word in spoken if word not in world.oneself and word not in world.nodding]
    begins = one_of(words["tidak"]).match(" ".join(told)) is not None
    return begins and not words["jawab"].isdisjoint(spoken) and declines(text, world)


@lru_cache(maxsize=2)
def _pattern(no: frozenset[str], say: frozenset[str], alone: frozenset[str]) -> re.Pattern[str]:
    """A no with what is not said behind it, or what says so alone."""
    return re.compile(rf"\b(?:(?:{either(no)})(?:\s+\w+){{0,2}}?\s+(?:{either(say)})|(?:{either(alone)}))\b")


def guards_number(world: World, spoken: Sequence[str], part: str) -> bool:
    """ "Nomor hp ku jgn dikasi siapa2"; "telepon ke hp sy jangan malam-malam" guards none."""
    words = world.own_number
    does = not any(words[sort].isdisjoint(spoken) for sort in ("jangan", "laku")) and "?" not in part
    return does and one_of(words["nomor"]).search(" ".join(spoken)) is not None
