"""Which names somebody does not want to stand in what they tell ("jangan sebut namanya Aldi ya", "nama hasniar masih
ada. hapus"), and what else is said in the same breath. Their own name is not meant: that is *jangan sebut nama saya*.
Pure."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from bot.core.forms.world import World
from bot.core.spelt import either
from bot.core.understanding.name_words import is_plain, may_be_name, titles

_CLAUSE = re.compile(r"(?:[^,.;!?\n]|(?<=\d)[,.](?=\d))+[,.;!?\s]*")
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_EDGES = " ,;:\n"
_MOST = 4  # words of all that are named
_POINTING = frozenset({"itu", "tadi", "soal", "yang", "yg", "yng"})
_BARE = 2  # words of a name that is not said to be one

Told = Callable[[str], bool]


class Unwritten(NamedTuple):
    """`left`: the words without what asks for it; empty where nothing else is said."""

    names: tuple[str, ...]
    left: str


class _Asked(NamedTuple):
    """In a clause: the names, and from where to where it is asked that they go."""

    names: tuple[str, ...]
    start: int
    end: int


def may_ask(world: World, text: str) -> bool:
    """Cheaply: whether something is not to stand there."""
    return bool(world.unwriting) and _wish(world).search(text) is not None


def only_erases(world: World, text: str) -> bool:
    """Whether it is only to go, and nothing says that it is told or written of anybody."""
    found = _wish(world).search(text)
    return found is not None and bool(found["hapus"] or found["ada"])


def read(world: World, text: str, told: Told) -> Unwritten | None:
    """`told`: whether a word stands in what was told. None where no name is to go, and where another one is to be
    written in its place: then it is asked whose that is."""
    clauses = _CLAUSE.findall(text) if may_ask(world, text) else []
    if any(_is_another_written(world, clause) for clause in clauses):
        return None
    names: list[str] = []
    kept: list[str] = []
    is_gone = False  # the clause before went
    for at, clause in enumerate(clauses):
        asked = _asked(world, clause, told, points_back=_only_asks(world, clauses[at + 1 : at + 2]))
        if asked is not None:
            names += asked.names
            kept += filter(None, (clause[: asked.start].strip(_EDGES), _behind(world, clause[asked.end :])))
        elif not (is_gone and (_only_asks(world, [clause]) or not _behind(world, clause))):
            kept.append(clause.strip())
        is_gone = asked is not None or (is_gone and not _behind(world, clause))
    left = " ".join(kept).strip()
    return Unwritten(tuple(dict.fromkeys(names)), _told_at_all(world, left)) if names else None


def names_told(world: World, text: str) -> Iterator[str]:
    """ "Ada anak kelas 5 namanya Rian": who is said to be called so."""
    for clause in _CLAUSE.findall(text) if world.unwriting else ():
        found = _named(world, clause)
        yield from found.names if found else ()


def without(value: Any, pattern: re.Pattern[str], instead: str) -> Any:
    """The same with these words in the place of a name, wherever something is written in one's own words."""
    if isinstance(value, dict):
        return {key: _put(key, part, pattern, instead) for key, part in value.items()}
    return [without(part, pattern, instead) for part in value] if isinstance(value, list | tuple) else value


def _put(key: str, value: Any, pattern: re.Pattern[str], instead: str) -> Any:
    is_written = isinstance(value, str) and key in ("text", "caption", "words")
    return pattern.sub(instead, value) if is_written else without(value, pattern, instead)


def pattern_of(
    names: Iterable[str], office: str = "", behind: str = "", places: Iterable[str] = (), ahead: str = ""
) -> re.Pattern[str]:
    """These names, one or several of them in a row, also as "aldinya"; nothing where there are none. `office`: a
    pattern of what goes with them beside them; `ahead` and `behind`: of what else does. `places`: behind one of these
    words it is the name of a place, and stays."""
    no_place = "".join(rf"(?<!\b{re.escape(word)}\s)" for word in sorted(places))
    one = rf"(?:{either(names)})(?:nya)?"
    before, behind = (rf"(?:(?:{office})\s+)?", rf"{behind}(?:,?\s+(?:{office})\b)?") if office else ("", "")
    return re.compile(rf"\b{no_place}{ahead}{before}{one}(?:\s+{one})*\b{behind}" if names else r"(?!)", re.IGNORECASE)


def office_of(world: World) -> str:
    """ "Kepala dusun Samsul", "guru anakku Hasni": by their office they are known as well as by their name."""
    others = world.others_names
    if not others:
        return ""
    bare = rf"(?:(?:{either(titles(world.spellings))})\.?\s+)?(?:{either(others['di_depan'])})"
    return rf"(?:{either(others['jabatan'])}|{bare})(?:\s+(?:{either(others['punya'])}))?"


# --- one clause ------------------------------------------------------------------------------------------------------


def _asked(world: World, clause: str, told: Told, *, points_back: bool) -> _Asked | None:
    """`points_back`: the next clause asks for nothing but that it goes."""
    words, wish = world.unwriting, _wish(world).search(clause)
    if (wish is None and not points_back) or re.search(rf"\b(?:{either(words['sendiri'])})\b", clause, re.IGNORECASE):
        return None
    found = _said_of(world, clause) or _named(world, clause) or _of_office(world, clause, told)
    if found is None and wish is not None:
        found = _bare(world, clause, wish, told)
    if found is None or wish is None:
        return found._replace(end=len(clause)) if found else None
    start, end = min(found.start, wish.start()), max(found.end, wish.end())
    return _Asked(found.names, _from(world, clause[:start]), end)


def _said_of(world: World, clause: str) -> _Asked | None:
    """ "Aldi itu nama temanku"."""
    words = world.unwriting
    at = rf"([^\W\d_]+)\s+(?:{either(words['itu'])})\s+(?:{either(words['nama'])})\b"
    found = re.search(at, clause, re.IGNORECASE)
    is_name = found is not None and may_be_name(world, found[1])
    return _Asked((found[1],), found.start(), found.end()) if found and is_name else None


def _of_office(world: World, clause: str, told: Told) -> _Asked | None:
    """As they stand there: "pak kades", or "kades"; "pak dusun" as "kepala dusun"."""
    found = title_in(world, clause)
    who = found["who"].lower().split() if found else []
    bare = " ".join(who[1:]) if len(who) > 1 and who[0] in titles(world.spellings) else " ".join(who)
    levels, others = world.spellings.places, world.others_names["di_depan"]
    longer = sorted(one for one in others if bare and one.endswith(f" {bare}"))
    is_place = bare in {*levels.dusun, *levels.desa, *levels.kecamatan}
    forms = (" ".join(who), *longer, *(() if is_place else (bare,)))
    name = next((one for one in forms if one and told(one)), "")
    return _Asked((name,), found.start(), found.end()) if found and name else None


def title_in(world: World, clause: str) -> re.Match[str] | None:
    """ "Jgn sebut nama bu desa": who is called by their office alone; a thing that is told of them is no name."""
    words, others = world.unwriting, world.others_names
    wish = _wish(world).search(clause) if others else None
    if wish is None or wish["hapus"]:
        return None
    lead = either(words["nama"] | words["tulis"])
    found = re.search(rf"\b(?:{lead})\s+(?P<who>{either(others['jabatan'])})\b", clause, re.IGNORECASE)
    behind = _WORD.findall(clause[found.end() :].lower()) if found else []
    next_one = next((word for word in behind if word not in words["iringan"]), "")
    ends = not next_one or any(next_one in words[sort] for sort in ("sebab", "jangan", "tulis", "ada", "dan"))
    return found if ends else None


def _named(world: World, clause: str) -> _Asked | None:
    """ "Namanya aldi", "nama pak Lasemmang", "nama teman saya Aldi"."""
    words = world.unwriting
    lead = either({*words["milik"], *titles(world.spellings)})
    found = re.search(rf"\b(?:{either(words['nama'])})\b(?:\s+(?:{lead})\b\.?)*", clause, re.IGNORECASE)
    return _names_at(world, clause, found.start(), found.end()) if found else None


def _names_at(world: World, clause: str, start: int, at: int) -> _Asked | None:
    """The words that may be a name right from there, also "aldi dan hasniar"; a plain word ends it."""
    names: list[str] = []
    end, begins = at, True
    for word in _WORD.finditer(clause, at):
        if clause[at : word.start()].strip() or len(names) == _MOST:
            break
        at = word.end()
        if names and word[0].lower() in world.unwriting["dan"]:
            begins = True
            continue
        if not may_be_name(world, word[0]) or (names and not begins and is_plain(world, word[0])):
            break
        names.append(word[0])
        end, begins = at, False
    return _Asked(tuple(names), start, end) if names else None


def _bare(world: World, clause: str, wish: re.Match[str], told: Told) -> _Asked | None:
    """ "Jangan tulis hasniar ya", "pak Lasemmang jangan disebut": nothing but that, and no plain word. What is only to
    be erased has to stand there."""
    beside = [word for word in _WORD.finditer(clause) if word[0].lower() not in world.unwriting["iringan"]]
    behind = list(_until_reason(world, (word for word in beside if word.start() >= wish.end())))
    beside = behind or [word for word in beside if word.start() < wish.start()]
    called = titles(world.spellings)
    names = [word for word in beside if word[0].lower() not in called]
    if not 0 < len(names) <= _BARE or not all(may_be_name(world, word[0]) for word in names):
        return None
    is_titled = len(names) < len(beside)
    if _is_a_thing(world, clause, beside[0]) or any(is_plain(world, word[0]) for word in names[is_titled:]):
        return None
    if (wish["hapus"] or wish["ada"]) and not any(told(word[0]) for word in names):
        return None
    start, end = min(beside[0].start(), wish.start()), max(names[-1].end(), wish.end())
    return _Asked(tuple(word[0] for word in names), start, end)


def _is_a_thing(world: World, clause: str, word: re.Match[str]) -> bool:
    """ "Itu bandara jangan ditulis", "yg utang itu hapus", "jangan masukkan yang sy keguguran" points at something that
    was told."""
    before = clause[: word.start()].lower().split()
    while before and before[-1] in world.own_name["diri"]:
        before.pop()
    return bool(before) and before[-1] in _POINTING


def _until_reason(world: World, words: Iterable[re.Match[str]]) -> Iterator[re.Match[str]]:
    for word in words:
        if word[0].lower() in world.unwriting["sebab"]:
            return
        yield word


# --- words -----------------------------------------------------------------------------------------------------------


def _wish(world: World) -> re.Pattern[str]:
    words = world.unwriting
    return _wished(*(words[sort] for sort in ("jangan", "tulis", "ada", "hapus")))


@lru_cache(maxsize=4)
def _wished(no: frozenset[str], write: frozenset[str], stand: frozenset[str], erase: frozenset[str]) -> re.Pattern[str]:
    """ "Jangan ditulis", "jangan sampai ada", "dihapus"; but not "jangan hapus"."""
    denied = rf"\b(?:{either(no)})\s+(?:[^\W\d_]+\s+)??"
    spared = "".join(rf"(?<!\b{re.escape(word)}\s)" for word in no)
    told = rf"{denied}(?:{either(write)})\b|(?P<ada>{denied}(?:{either(stand)})\b)"
    return re.compile(rf"{told}|(?P<hapus>{spared}\b(?:{either(erase)})\b)", re.IGNORECASE)


def _is_another_written(world: World, clause: str) -> bool:
    """ "Tulis Hasni"."""
    words = world.unwriting
    begins = rf"\W*(?:(?:{either(words['iringan'])})\s+)*(?:{either(words['gantinya'])})\b"
    return _wish(world).search(clause) is None and re.match(begins, clause, re.IGNORECASE) is not None


def _only_asks(world: World, clauses: Sequence[str]) -> bool:
    """Whether the clause asks that something goes, and says nothing else."""
    return bool(clauses) and _wish(world).search(clauses[0]) is not None and not _behind(world, clauses[0])


def _behind(world: World, text: str) -> str:
    """What is told behind it: neither politeness nor a reason why the name is not to stand there."""
    words = world.unwriting
    asks = words["iringan"] | words["jangan"] | words["tulis"] | words["ada"] | words["hapus"] | words["nama"]
    for word in _WORD.finditer(text):
        if word[0].lower() in words["sebab"]:
            return ""
        if word[0].lower() not in asks:
            return text[word.start() :].strip()
    return ""


def _from(world: World, front: str) -> int:
    """Where it begins: behind what is told before, without the "eh" and "tolong" that belong to it."""
    end = 0
    for word in _WORD.finditer(front):
        if word[0].lower() not in world.unwriting["iringan"]:
            end = word.end()
    return end


def _told_at_all(world: World, left: str) -> str:
    beside = world.unwriting["iringan"]
    return left if any(word.lower() not in beside for word in _WORD.findall(left)) else ""
