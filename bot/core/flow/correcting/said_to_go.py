"""Whether words say that a part of what was told is to go, or is untrue; what they name is found elsewhere. Pure."""

import re
from functools import lru_cache

from bot.core.forms.world import World
from bot.core.spelt import either, one_of

WORD = re.compile(r"\d+(?:[.,]\d+)+|[\w-]+")
_DEED = ("kata", "tidak_usah", "orang_lain", "jangan", "tunjuk_jangan")  # sorts of words of what is to go
EDGES = " ,.;\n"
_LONGEST = 16  # words of such a wish
_FEWEST = 2  # words of what is true instead


def surely_takes_out(world: World, text: str) -> bool:
    """Whether a part of what was told is to go, wherever it stands: "yang soal kades hapus", "hapus yang itu"."""
    words, said = world.taking_out, said_in(text)
    is_short = len(said) <= _LONGEST and words["bukan"].isdisjoint(said_in(as_deed(world, text)))
    does = not words["pasti"].isdisjoint(said)
    points = said[:1] and said[0] in words["pasti"] and not words["menunjuk"].isdisjoint((*said[1:2], said[-1]))
    points = points or (does and not words["soal"].isdisjoint(said))
    return is_short and (bool(points) or is_not_to_stand(world, text))


def is_not_to_stand(world: World, text: str) -> bool:
    """ "Jangan tulis umurku", "itu yg sy takut jangan ikut": nothing else is said by such words."""
    words, found = world.taking_out, one_of(world.taking_out["jangan"]).search(text)
    if not words["kata"].isdisjoint(said_in(text)) and one_of(words["orang_lain"]).search(text):
        return True
    pointing = words["menunjuk"] | words["soal"]
    return found is not None and (not WORD.search(text[: found.start()]) or not pointing.isdisjoint(said_in(text)))


def points_out(world: World, text: str) -> bool:
    """The same where nothing is asked for that such words would answer: "harga 350 juta itu hapus"."""
    words, said = world.taking_out, said_in(as_deed(world, text))
    points = may_take_out(world, text) and all(not words[sort].isdisjoint(said) for sort in ("kata", "menunjuk"))
    points = points or (may_take_out(world, text) and not words["pasti"].isdisjoint((said[0], said[-1])))
    return points or surely_takes_out(world, text)


def is_no_wish(world: World, text: str) -> bool:
    """ "Hapus yg cari kerja", unlike "hapus pungli di pasar itu"."""
    words, said = world.taking_out, said_in(text)
    points = not words["pasti"].isdisjoint(said[:1]) and not words["menunjuk"].isdisjoint(said[1:2])
    return points or is_not_to_stand(world, text) or not words["soal"].isdisjoint(said)


def may_take_out(world: World, text: str) -> bool:
    """Cheaply: whether something is to go, or is said to be untrue."""
    words = world.taking_out
    said = said_in(as_deed(world, text)) if words and len(said_in(text)) <= _LONGEST else []
    if not said or len(said) > _LONGEST or not words["bukan"].isdisjoint(said):
        return False
    return not words["kata"].isdisjoint(said) or one_of(world.taking_out["tidak_benar"]).search(text) is not None


def asks_deed(world: World, text: str) -> bool:
    """Whether a deed is asked for, in whatever clause: what is only untrue may make way for what is true."""
    said = said_in(as_deed(world, text)) if world.taking_out else ()
    return not world.taking_out["kata"].isdisjoint(said) if said else False


def only_says_why(world: World, clause: str) -> bool:
    """ "Aduh sy takut"."""
    words = world.taking_out
    return tells_why(world, clause) and set(said_in(clause)) <= words["sebab"] | words["iringan"] | world.oneself


def tells_why(world: World, clause: str) -> bool:
    """ "Nanti sy dimarahi"."""
    return not world.taking_out["sebab"].isdisjoint(said_in(clause))


def as_deed(world: World, text: str) -> str:
    """ "Yang soal les jangan dibacakan", "seragam itu tidak usah": what is not to stand there is to go; "nama pak haji"
    is somebody else's."""
    return _as_deed(*(world.taking_out[sort] for sort in _DEED), text)


@lru_cache(maxsize=8)
def _as_deed(
    deeds: frozenset[str],
    needless: frozenset[str],
    others: frozenset[str],
    not_so: frozenset[str],
    points: frozenset[str],
    text: str,
) -> str:
    """Several ask it of the same words."""
    goes = min(deeds)
    text = one_of(needless).sub(goes, one_of(others).sub("", text))
    return _bare(points).sub(rf"\1{goes}", one_of(not_so).sub(goes, text))


@lru_cache(maxsize=2)
def _bare(points: frozenset[str]) -> re.Pattern[str]:
    """ "Jembatannya saja, yg rudi tulis itu jangan": at the end of a clause that points at something."""
    return re.compile(
        rf"\b((?:{either(points)})\s+[^,.;!?\n]+?\s)(?:jangan|jgn)(?=\s*(?:\w{{1,3}}\s*)?(?:$|[,.;!?\n]))",
        re.IGNORECASE,
    )


def said_in(text: str) -> list[str]:
    return WORD.findall(text.lower())


def denied(world: World, text: str) -> tuple[str, str]:
    """What is said to be untrue, and what is true instead: that may stand behind it."""
    found = one_of(world.taking_out["tidak_benar"]).search(text)
    if found is None:
        return "", ""
    front, behind = text[: found.start()].strip(EDGES), text[found.end() :].strip(EDGES)
    if not front:
        return behind, ""
    leads = re.compile(rf"^(?:(?:{either(tuple(world.taking_out['yang_benar']))})\b[\s,]*)+", re.IGNORECASE)
    true = leads.sub("", behind).strip(EDGES)
    return front, true if len(WORD.findall(true)) >= _FEWEST else ""
