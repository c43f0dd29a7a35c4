"""Whether words say that a part of what was told is to go, or is untrue; what they name is found elsewhere. Pure."""

import re
from functools import lru_cache

from bot.core.forms.world import World
from bot.core.spelt import Phrases, either, one_of

WORD = re.compile(r"\d+(?:[.,]\d+)+|[\w-]+")
#: Sorts of words of what is to go.
_DEED = ("kata", "tidak_usah", "orang_lain", "jangan", "tunjuk_jangan", "yang_itu", "tarik", "usah", "jangan_ujung")
EDGES = " ,.;\n"
_CLAUSE = re.compile(r"(?:[^,.;!?\n]|(?<=\d)[,.](?=\d))+")
_SMALL = r"(?=(?:\s+\w{1,3}){0,2}\s*(?:$|[,.;!?\n]))"  # "pak", "ya": behind it nothing else is said
_LONGEST, _FEW = 16, 5  # words of such a wish; of one more thing
_LETTERS = 120  # of a wish that names little


def surely_takes_out(world: World, text: str) -> bool:
    """Whether a part of what was told is to go, wherever it stands: "yang soal kades hapus", "hapus yang itu"."""
    words, said = world.taking_out, said_in(text)
    if len(said) > _LONGEST or not words["bukan"].isdisjoint(said_in(as_deed(world, text))):
        return False
    does = not words["pasti"].isdisjoint(said)
    points = said[:1] and said[0] in words["pasti"] and not words["menunjuk"].isdisjoint((*said[1:2], said[-1]))
    points = points or (does and not words["soal"].isdisjoint(said))
    return bool(points) or is_not_to_stand(world, text) or is_of_what_was_said(world, text)


def is_not_to_stand(world: World, text: str) -> bool:
    """ "Jangan tulis umurku", "itu yg sy takut jangan ikut", "urusan suami tidak usah ditulis": nothing else is said by
    such words."""
    words, text = world.taking_out, _bare(world, text)
    found = one_of(words["jangan"]).search(text)
    if not words["kata"].isdisjoint(said_in(text)) and one_of(words["orang_lain"]).search(text):
        return True
    if not words["soal"].isdisjoint(said_in(text)) and one_of(words["tidak_usah"]).search(text):
        return True
    pointing = words["menunjuk"] | words["soal"]
    return found is not None and (not WORD.search(text[: found.start()]) or not pointing.isdisjoint(said_in(text)))


def points_out(world: World, text: str) -> bool:
    """The same where nothing is asked for that such words would answer: "harga 350 juta itu hapus"."""
    if not may_take_out(world, text):
        return surely_takes_out(world, text)
    words, said = world.taking_out, said_in(as_deed(world, text))
    points = all(not words[sort].isdisjoint(said) for sort in ("kata", "menunjuk"))
    return points or not words["pasti"].isdisjoint((said[0], said[-1])) or surely_takes_out(world, text)


def is_no_wish(world: World, text: str) -> bool:
    """ "Hapus yg cari kerja", unlike "hapus pungli di pasar itu"."""
    words, said = world.taking_out, said_in(text)
    if is_of_what_was_said(world, text):
        return True
    points = not words["pasti"].isdisjoint(said[:1]) and not words["menunjuk"].isdisjoint(said[1:2])
    return points or is_not_to_stand(world, text) or not words["soal"].isdisjoint(said)


def is_of_other_hand(world: World, text: str) -> bool:
    """ "Maaf itu tadi suami yg pegang hp, jangan dicatat": somebody else told it; what of it goes is asked."""
    if not world.taking_out or "?" in text or not may_take_out(world, text) or not asks_deed(world, text):
        return False
    is_before = not {*world.spellings.common.before_now}.isdisjoint(said_in(text))
    return is_before and one_of(world.taking_out["tangan_lain"]).search(text) is not None


def is_of_what_was_said(world: World, text: str) -> bool:
    """ "Yg sy bilang kenyang semua itu hapus": said of what stands there, wherever it is said; "yang kami bilang dari
    dulu, pungli dihapus" is a wish."""
    if not may_take_out(world, text):
        return False
    said, words = _of_saying(world).search(text), world.taking_out
    led = world.nodding | words["iringan"] | words["kata"]
    is_first = said is not None and led.issuperset(said_in(as_deed(world, text[: said.start()])))
    return is_first and one_of(words["sejak_dulu"]).search(text) is None


def _of_saying(world: World) -> re.Pattern[str]:
    words = world.taking_out
    return _told_so(*(words[sort] for sort in ("tunjuk_jangan", "berkata_diri", "berkata", "berkata_ku")))


@lru_cache(maxsize=2)
def _told_so(points: frozenset[str], selves: frozenset[str], *tells: frozenset[str]) -> re.Pattern[str]:
    """ "Yg sy bilang", "apa yang kubilang tadi"."""
    told, with_me = map(either, tells)
    return re.compile(
        rf"\b(?:apa\s+)?({either(points)})\s+(?:(?:{either(selves)})\s+(?:{told})|{with_me})\b", re.IGNORECASE
    )


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
    return _as_deed(*(world.taking_out[sort] for sort in _DEED), _of_saying(world).sub(r"\1", _bare(world, text)))


def _bare(world: World, text: str) -> str:
    """ "Jangan mi ditulis", "jgn ki tulis nah", without what only makes it friendlier."""
    words = world.taking_out
    return _friendly(words["jangan_ujung"] | words["usah"], words["halus"]).sub(r"\1", text) if words else text


@lru_cache(maxsize=2)
def _friendly(no: frozenset[str], small: frozenset[str]) -> re.Pattern[str]:
    return re.compile(rf"\b({either(no)})\s+(?:{either(small)})(?=\s+\w)", re.IGNORECASE)


@lru_cache(maxsize=8)
def _as_deed(
    deeds: frozenset[str], needless: frozenset[str], others: frozenset[str], *sorts: frozenset[str] | str
) -> str:
    """Several ask it of the same words."""
    not_so, *at_end, text = sorts
    goes = min(deeds)
    text = one_of(needless).sub(goes, one_of(others).sub("", str(text)))
    text = one_of(not_so).sub(goes, text)
    return _at_end(*at_end).sub(rf"\1\2{goes}", text) if len(text) <= _LETTERS else text


@lru_cache(maxsize=2)
def _at_end(
    points: frozenset[str], this: frozenset[str], taken: frozenset[str], *no: frozenset[str]
) -> re.Pattern[str]:
    """ "Jembatannya saja, yg rudi tulis itu jangan", "utang itu sy tarik": at the end of a clause that points at
    something."""
    ends = either(taken.union(*no))
    begun = rf"\b(?:{either(taken)})(?=\s+(?:{either(points)})\b)"  # "sy tarik yang soal utang"
    led = rf"\b((?:{either(points)})\s+[^,.;!?\n]+?\s)(?:{ends})"
    return re.compile(rf"(?:{led}|\b((?:{either(this)})\s+)(?:{either(taken)})){_SMALL}|{begun}", re.IGNORECASE)


def needless(world: World, text: str) -> str:
    """What is said to be needless, and may stand there: "utang sy tidak usah pak"; empty where nothing is."""
    words = world.taking_out
    found = one_of(words["usah"]).search(text) if words and len(text) <= _LETTERS else None
    is_last = found is not None and re.match(_SMALL, text[found.end() :]) is not None
    return text[: found.start()] if found is not None and is_last else ""


def may_go(world: World, text: str) -> bool:
    """The same of what was sent, where it is asked first."""
    return may_take_out(world, text) or bool(needless(world, text))


def is_withdrawn(world: World, text: str) -> bool:
    """ "Soal utang itu sy tarik"."""
    words = world.taking_out
    is_said = bool(words) and len(text) <= _LETTERS and one_of(words["tarik"]).search(text) is not None
    return is_said and words["kata"].isdisjoint(said_in(text)) and asks_deed(world, text)


def hides_that(world: World, text: str, *sorts: str, points: bool = True) -> bool:
    """ "Itu rahasia pak", "itu sy tarik kembali": what was just told is meant, and is not named. `sorts`: of other
    words that say so, too; `points`: only where it is pointed at."""
    words = world.taking_out
    if not words or "?" in text or len(text) > _LETTERS:
        return False
    deeds = _one_of_all(words["rahasia"], words["tarik"], *(words[sort] for sort in sorts))
    rest, times = deeds.subn(" ", text)
    if not times:
        return False
    left, pointing = {*said_in(rest)}, words["menunjuk"] | words["yang_itu"]
    beside = words["iringan"] | world.agreeing["ya"] | world.oneself | world.nodding
    is_meant = not points or not left.isdisjoint(pointing)
    return is_meant and left <= pointing | beside


@lru_cache(maxsize=8)
def _one_of_all(*sorts: frozenset[str]) -> Phrases:
    return one_of(frozenset().union(*sorts))


def things(world: World, text: str) -> list[str]:
    """ "Hapus soal kades sama soal utang", "hapus kades, utang juga": each of several that are to go."""
    words, found = world.taking_out, list[str]()
    for clause in _CLAUSE.findall(as_deed(world, text)):
        said = said_in(clause)
        is_deed = not words["kata"].isdisjoint(said)
        is_meant = said[:1] and (said[0] in words["tunjuk_jangan"] or said[-1] in world.own_name["juga"])
        if is_deed or (is_meant and words["tinggal"].isdisjoint(said) and len(said) <= _FEW):
            found += one_of(world.own_name["dan"]).split(clause)
    return found


def tidy(world: World, front: str, behind: str) -> tuple[str, str]:
    """What stands before something that went, and behind it, without the "dan juga", "karena" that tied it to that."""
    joints = rf"(?:\b(?:{either(world.taking_out['sambung'])})\b[\s,]*)+"
    front = re.sub(rf"[\s,]*{joints}$", "", front, flags=re.IGNORECASE)
    begins = not front.strip(EDGES) or front.rstrip()[-1] in ".!?\n"
    return front, re.sub(rf"^[\s,]*{joints}", "", behind, flags=re.IGNORECASE) if begins else behind


def said_in(text: str) -> list[str]:
    return [*_said_in(text)]


@lru_cache(maxsize=16)
def _said_in(text: str) -> tuple[str, ...]:
    """Of one message many readers ask it."""
    return tuple(WORD.findall(text.lower()))


def denied(world: World, text: str) -> str:
    """What is said to be untrue; empty where it is said what is true instead."""
    found = one_of(world.taking_out["tidak_benar"]).search(text)
    if found is None:
        return ""
    front, behind = text[: found.start()].strip(EDGES), text[found.end() :].strip(EDGES)
    if not front:
        return behind
    beside = world.nodding.union(*(said_in(one) for one in world.taking_out["yang_benar"]))
    only_why = all(beside.issuperset(said_in(one)) or tells_why(world, one) for one in _CLAUSE.findall(behind))
    return front if only_why else ""
