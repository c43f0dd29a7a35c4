"""Whether somebody's own name is to stand nowhere, or may, wherever in the line that is said ("pipa bocor, jgn sebut
namaku nanti pak dusun marah"), and what else the line tells. It is read clause by clause. Pure."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from bot.core.forms.world import World
from bot.core.spelt import either, one_of
from bot.core.understanding.where.hamlets import tells_something

_CLAUSE = re.compile(r"(?:[^,.;:!?()\n]|(?<=\d)[.,:](?=\d))+[,.;:!?()\s]*")
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_EDGES = " ,;:()\n"
_END = re.compile(r"[.!?\n]\W*$")
_THAT = ("yang", "yg")
_FEWEST, _FEW = 3, 6  # words: of a clause that only says why; of one that names who is not to know


class Wish(NamedTuple):
    """`hides`: it is to stand nowhere, else it may. `left`: what else is told; empty where nothing is. `whole`: that
    with every reason."""

    hides: bool
    left: str
    whole: str


class _Said(NamedTuple):
    hides: bool
    start: int
    end: int


def read(world: World, text: str) -> Wish | None:
    """Who says both is heard as they say it last."""
    clauses = _CLAUSE.findall(text) if _may_be_said(world, text) else []
    said = [_said(world, clause, "." if at else "") for at, clause in enumerate(clauses)]
    last = next(filter(None, reversed(said)), None)
    if last is None:
        return None
    clauses = _with_deed(world, clauses, said)
    whole = [f"{one[: at.start]}{one[at.end :]}" if at else one for one, at in zip(clauses, said, strict=True)]
    kept: list[str] = []
    asks = kept_from = False  # in the same sentence; somebody who was named in what went
    for clause, at in zip(clauses, said, strict=True):
        if at is None and kept_from and _only_points(world, clause):
            continue
        kept_from = at is not None and at.hides and _names_somebody(world, clause)
        kept += [_around(world, clause, at)] if at else [clause] * (not _is_beside(world, clause, asks=asks))
        asks = (asks or at is not None) and _END.search(clause) is None
    return Wish(last.hides, "".join(kept).strip(_EDGES), " ".join("".join(whole).split()).strip(_EDGES + "."))


def _with_deed(world: World, clauses: list[str], said: list[_Said | None]) -> list[str]:
    """ "Hapus nama sy dan yang 3 bulan, umurku juga": what is said to go besides is told with the word for it."""
    at = next(at for at, one in enumerate(said) if one)
    own, more = said[at], rf"\W+(?:{either(world.own_name['dan'])})\s+(?=\S)"
    assert own is not None
    clause, deed = clauses[at], one_of(world.taking_out["kata"]).search(clauses[at], own.start, own.end)
    if deed is None:
        return clauses
    also = (
        f"{deed[0]} {_THAT[0]} {one}"
        if one_of(world.own_name["juga"]).search(one) and len(one.split()) <= _FEW
        else one
        for one in clauses[at + 1 :]
    )
    behind = re.sub(rf"^{more}", f" {deed[0]} ", clause[own.end :], flags=re.IGNORECASE)
    return [*clauses[:at], f"{clause[: own.end]}{behind}", *also]


def _may_be_said(world: World, text: str) -> bool:
    """Cheaply: whether a name, or who somebody is, is spoken of at all."""
    words, said = world.own_name, f" {' '.join(text.lower().split())} "
    return bool(words) and any(map(said.__contains__, _spoken_of(*(words[sort] for sort in _NAMING))))


def _said(world: World, clause: str, front: str) -> _Said | None:
    """`front`: what stands before it. Behind a story "rahasia ya" is said of its words, and not of who tells it."""
    words = world.own_name
    if not words["tanya"].isdisjoint(clause.lower().split()) or _asks_who(words, clause):
        return None
    others = (world.others_names[sort] for sort in _OTHERS.values())
    patterns = _patterns(world.unwriting["iringan"], *others, *(words[sort] for sort in _SORTS))
    text, begin = f"{front}{clause}", len(front)
    found = ((hides, pattern.search(text, begin)) for hides, pattern in zip((True, False), patterns, strict=True))
    return next(
        (_Said(hides, at.start(at.lastgroup or 0) - begin, at.end() - begin) for hides, at in found if at), None
    )


def _asks_who(words: Mapping[str, frozenset[str]], clause: str) -> bool:
    """ "Siapa aja yg tau nama gw?" hides nothing; "jangan sampai siapa saja tahu namaku" does."""
    who = one_of(words["siapa_saja"]).search(clause)
    return who is not None and one_of(words["jangan"]).search(clause, 0, who.start()) is None


def _around(world: World, clause: str, at: _Said) -> str:
    """What stands in front of it and behind it: neither politeness, nor why, nor from whom it is kept."""
    front = list(_WORD.finditer(clause, 0, at.start))
    while front and _is_polite(world, front[-1][0]):
        front.pop()
    behind = [word for word in _WORD.finditer(clause, at.end) if not _is_polite(world, word[0])]
    told = clause[: front[-1].end()] if front else ""
    words = [word[0].lower() for word in behind]
    is_reason = bool(words) and _opens_reason(world, words) and not tells_something(" ".join(words), world)
    goes = is_reason or world.own_name["mereka"].issuperset(words)
    return f"{told} {'' if goes else clause[behind[0].start() :]}".lstrip()


def _is_polite(world: World, word: str) -> bool:
    return word.lower() in world.unwriting["iringan"] or word.lower() in world.own_name["iringan"]


def _opens_reason(world: World, words: list[str]) -> bool:
    return words[0] in world.own_name["sebab"] or (words[0] in world.own_name["kepada"] and len(words) <= _FEW)


def _is_beside(world: World, clause: str, *, asks: bool) -> bool:
    """Whether another clause only says why, or from whom it is kept. `asks`: it follows the wish in one sentence."""
    words = [word for word in _WORD.findall(clause.lower()) if not _is_polite(world, word)]
    if not words or world.own_name["sebab"].issuperset(words):
        return True
    if tells_something(clause, world):
        return False
    is_few = words[0] in world.own_name["sebab"] and len(words) <= _FEWEST
    return is_few or (asks and len(words) <= _FEW and not world.own_name["dekat"].isdisjoint(words))


def _names_somebody(world: World, clause: str) -> bool:
    others = world.others_names
    return any(one_of(others[sort]).search(clause) for sort in ("siapa", "jabatan", "di_depan"))


def _only_points(world: World, clause: str) -> bool:
    """ "Kemarin dia marah waktu sa bicara di rapat", behind "jangan kasi tau pak desa kalau sa yang bilang": without
    whom it means it says nothing but who told it."""
    words = _WORD.findall(clause.lower())
    points = not world.others_names["dia"].isdisjoint(words[:_FEWEST])
    return points and not _names_somebody(world, clause) and not tells_something(clause, world)


# --- words -----------------------------------------------------------------------------------------------------------

_NAMING = ("nama", "polos", "siapa", "saya_siapa", "gantinya", "rahasiakan", "rahasia", "melapor")
_OTHERS = {"kin": "siapa", "office": "jabatan", "before": "di_depan"}
_SORTS = (
    *("nama", "polos", "siapa", "diri", "melapor", "jangan", "tidak", "minta", "bukan", "tulis", "tahu", "ada"),
    *("tutup", "gantinya", "genting", "boleh", "iringan", "kepada", "dan", "bukan_sendiri", "namanya"),
    *("bahwa", "dekat", "mereka", "rahasiakan", "rahasia", "nah", "lembut", "saya_siapa"),
)
#: How it is said, each part by its name: first what the others are made of.
_PARTS = {
    "show": r"(?:%(tulis)s|%(tahu)s|%(ada)s)",
    "no": r"\b%(jangan)s",
    "end": r"(?=(?:\s+%(polite)s)*(?:\W*$|\s+(?:%(iringan)s|%(kepada)s|%(jangan)s|%(tidak)s|%(show)s|%(tutup)s"
    r"|%(genting)s)|\s+\w{1,2}\W*$))",
    "name": r"(?:di\s+)?(?:%(nama)s|%(polos)s(?!\s+%(bukan_sendiri)s)%(end)s)",
    "who": r"(?:%(siapa)s|%(diri)s(?:\s+[\w'’-]+)?\s+%(that)s\s+%(melapor)s)",  # "saya janda yang lapor"
    "beside": r"(?:\s+(?!%(bukan)s|%(boleh)s)[\w'’-]+)",
    "asked": r"\b%(minta)s%(beside)s{0,2}?\s+",
    "whom": r"\b(?:(?:%(kin)s|%(office)s|%(before)s|%(dekat)s|%(mereka)s|%(diri)s)\s+)+",
    "of_me": r"(?:%(bahwa)s(?:\s+ini)?\s+)(?:%(who)s|%(diri)s\W*$)",
    "them": r"(?:\s+(?!%(bukan)s|%(boleh)s|ada\b|belum\b)[\w'’-]+)",
    "soft": r"(?:\W*%(lembut)s)",
    "not_so": r"(?!\s+(?:%(jangan)s|%(tidak)s|%(tutup)s))",
}
_HIDES = (
    r"%(whom)s%(no)s%(beside)s{0,2}?\s+%(tahu)s%(beside)s{0,2}?\s+(?:%(who)s|%(of_me)s)",
    r"%(no)s%(beside)s{0,3}?\s+%(tahu)s%(them)s{0,6}?\s+%(of_me)s",  # "jgn kasi tau guruku nah kak kalo sa yg lapor"
    r"^%(soft)s*\W*(?:%(rahasiakan)s|%(rahasia)s%(soft)s*\W+%(nah)s)%(soft)s*[^\w?]*$",
    r"%(no)s%(beside)s{0,3}?\s+%(show)s%(beside)s{0,2}?\s+%(name)s(?:\s+%(show)s)?",
    r"%(no)s%(beside)s{0,3}?\s+(?:%(tulis)s|%(tahu)s)%(beside)s{0,2}?\s+%(who)s",
    r"%(no)s%(beside)s{0,3}?\s+(?:%(tulis)s|%(tahu)s)%(beside)s?\s+%(saya_siapa)s(?=%(soft)s*\W*$)",  # "… sy siapa"
    r"%(no)s(?:\s+%(nama)s(?:%(beside)s?\s+%(show)s)?|%(beside)s\s+%(nama)s%(beside)s?\s+%(show)s)",
    r"\b%(diri)s%(beside)s?\s+%(jangan)s%(beside)s?\s+%(show)s\s+%(namanya)s",
    r"\b%(genting)s%(beside)s{0,4}?\s+%(tahu)s%(beside)s{0,3}?\s+%(diri)s\s+%(that)s\s+%(melapor)s",
    r"\b(?:%(name)s|%(who)s)%(beside)s{0,3}?\s+%(jangan)s(?:%(beside)s{0,3}?\s+%(show)s|\W*(?:\w{1,4}\W*)?$)",
    r"%(asked)s%(name)s%(beside)s?\s+%(tidak)s%(beside)s?\s+%(show)s",
    r"%(asked)s%(tidak)s%(beside)s?\s+%(show)s%(beside)s?\s+(?:%(name)s|%(who)s)",
    r"\b%(tutup)s%(beside)s{0,2}?\s+%(name)s",
    r"\b%(tutup)s%(beside)s{2,6}?(?P<with_it>\s+%(dan)s\s+%(name)s)",  # "hapus yang yatim piatu itu sama nama saya"
    r"\b%(name)s%(beside)s{0,2}?\s+%(tutup)s",
    r"\b(?:soal\s+)?(?:%(who)s\s+)?%(gantinya)s",
    r"\btanpa\s+%(name)s",
    r"\b(?:%(genting)s\s+)+%(nama)s%(beside)s?\s+%(show)s",
)
_SHOWS = (
    r"(?:%(no)s\s+)?\b%(boleh)s%(beside)s?(?:\s+%(show)s)?\s+%(nama)s%(not_so)s(?:\s+%(show)s)?",
    r"\b%(nama)s%(beside)s?\s+%(boleh)s%(not_so)s(?:\s+%(show)s)?",
)


@lru_cache(maxsize=2)
def _spoken_of(*sorts: frozenset[str]) -> tuple[str, ...]:
    *others, telling = sorts
    plain = {phrase for phrases in others for phrase in phrases} | {f"{at} {deed}" for at in _THAT for deed in telling}
    return tuple(one for one in plain if not any(other in one for other in plain - {one}))


@lru_cache(maxsize=2)
def _patterns(polite: frozenset[str], *sorts: frozenset[str]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Of a wish that it may not stand there, and that it may."""
    words = {"polite": polite, "that": _THAT, **dict(zip((*_OTHERS, *_SORTS), sorts, strict=True))}
    told = {sort: rf"(?:{either(spelt)})\b" for sort, spelt in words.items()}
    for part, form in _PARTS.items():
        told[part] = form % told
    may_not, may = ("|".join(forms) % told for forms in (_HIDES, _SHOWS))
    return re.compile(may_not, re.IGNORECASE), re.compile(may, re.IGNORECASE)
