"""What becomes of numbered usulan, read in a sentence: "maiwa 10 ditolak forum opd karena pagu dinas penuh". Their own
words for the reason stay where they were said: a button names the update."""

import re
from dataclasses import dataclass
from functools import lru_cache

from bot.core.deciding.order_behind import without_order
from bot.core.forms.papers import cover
from bot.core.forms.writing import key_of
from bot.store.deciding.decisions import OUTCOMES
from bot.work.access import BAPPEDA
from bot.work.people import first_words
from bot.work.saying.keyboard import number
from bot.work.visit import Visit

_LONGEST, _LONGEST_REASON, _FEWEST = 16, 300, 2  # words; characters; words of a reason to which only a comma leads
_NOT, _OFFICE, _WRONG = "bukan", "kantor", "keliru"
_NEWS, _BACK, _YET = "kabarnya", "tarik", "belum"
_NO_STATES = frozenset({_NOT, _OFFICE, _WRONG, _NEWS, _BACK, _YET})
_PAUSE = re.compile(r"[,;:.!\s]+")
_CLAUSES, _LEAD = re.compile(r"[,;\n]\s*|\s+(?:dan|sedangkan)\s+(?=[^\W\d])"), re.compile(r"[^\W\d_]+\s+")
_FIGURE = re.compile(r"\d")
_BEHIND_PAUSE = re.compile(r"^(.*)[,;:]\s*([^\d,;:]+)$")
#: More than one state stands there: nobody can tell of which number each is.
MIXED = "?"


@dataclass(frozen=True, slots=True)
class Told:
    """`head`: where the numbers stand; `why`: as it was typed; `decider`: empty where nobody is named."""

    state: str
    head: str = ""
    why: str = ""
    decider: str = ""


def told_in(visit: Visit, text: str) -> Told | None:
    """Of the longest words for a state that stand there; None where it is asked, wished or denied."""
    world = visit.office.catalog.world
    spoken = without_order(text, world).split()
    at = next((at for at, word in enumerate(spoken) if key_of(word) in world.reasons["karena"]), len(spoken))
    head, why = " ".join(spoken[:at]), " ".join(spoken[at + 1 :])
    state = _state_in(visit, head)
    if not state:
        return None
    behind = _BEHIND_PAUSE.match(head) if not why and visit.office.catalog.states.of(state).needs_reason else None
    if behind is not None and len(behind[2].split()) >= _FEWEST and _state_in(visit, behind[1]) == state:
        head, why = behind[1], behind[2]
    named = [(len(phrase), key) for key, all_of in world.deciding.items() for phrase in all_of if _stands(phrase, head)]
    return Told(state, head, cover(why.strip(" .!,;:"))[:_LONGEST_REASON], max(named, default=(0, ""))[1])


def behind_lead(visit: Visit, text: str) -> Told | None:
    """ "Batal salah saya, maiwa 1 memang masuk RKPD": what leads to it, without a number, is no state."""
    told, (lead, _, rest) = told_in(visit, text), text.partition(",")
    is_mixed = told is not None and told.state == MIXED and not any(letter.isdecimal() for letter in lead)
    return (told_in(visit, rest) if is_mixed else None) or told


def clauses_in(visit: Visit, text: str) -> list[str]:
    """ "Maiwa 4 dan 6 masuk APBD, maiwa 2 belum bisa karena dana": each number with what becomes of it; a kecamatan
    that is said once holds for those behind it. Empty where one of them says nothing of the kind."""
    found = list[str]()
    for part in filter(str.strip, _CLAUSES.split(text)):
        begins = _FIGURE.search(part) is not None and (not found or _state_in(visit, found[-1]) != "")
        if begins or not found:
            lead = _LEAD.match(found[-1]) if found and part[0].isdecimal() else None
            found.append(f"{lead[0] if lead else ''}{part}")
        else:
            found[-1] = f"{found[-1]}, {part}"
    found = [_with_plan(visit, one, found[0]) for one in found]
    told = [told_in(visit, one) for one in found]
    are_told = all(one is not None and one.state != MIXED and _FIGURE.search(one.head) for one in told)
    return found if are_told and len(found) > 1 else []


def _with_plan(visit: Visit, clause: str, first: str) -> str:
    """ "Maiwa 1 masuk RKPD, Maiwa 2 tidak masuk karena …": the plan that is named first is that of all."""
    plan = next((word for word in _line(first).split() if word in visit.office.catalog.world.told_states[_OFFICE]), "")
    is_bare = bool(plan) and not _state_in(visit, clause.partition(" karena ")[0])
    return re.sub(r"\bmasuk\b", f"masuk {plan}", clause, count=1, flags=re.IGNORECASE) if is_bare else clause


def says_wrong(visit: Visit, text: str, *, surely: bool = False) -> bool:
    """ "Keliru", "salah catat"; `surely`: in so many words."""
    words = visit.office.catalog.world.told_states[_WRONG]
    return any(f" {one} " in _line(text) for one in words if " " in one or not surely)


def takes_back_news(visit: Visit, text: str) -> bool:
    """ "Tarik kembali kabar maiwa 1", "hasil maiwa 2 itu keliru": what was told is wrong, and not what is right."""
    spoken, words = {*_line(text).split()}, visit.office.catalog.world.told_states
    return not words[_NEWS].isdisjoint(spoken) and not (words[_BACK] | words[_WRONG]).isdisjoint(spoken)


def speaks_of_state(visit: Visit, text: str) -> bool:
    """Whether a state, a result or the news of one is in these words, told or denied."""
    spoken, world = {*_line(text).split()}, visit.office.catalog.world
    plain = {name for name in world.results if " " not in name} - world.oneself
    is_result = any(world.results[name] in OUTCOMES for name in plain & spoken)
    news = world.told_states[_NEWS] | world.told_states[_OFFICE]
    return is_result or not news.isdisjoint(spoken) or bool(_found(visit, text)[0])


def plan_not_yet(visit: Visit, text: str) -> str:
    """ "Belum masuk RKPD, baru di forum": the plan in which it is not yet, which refuses nothing; empty where a reason
    is given, or none is meant."""
    world, line = visit.office.catalog.world, _line(text)
    if not world.reasons["karena"].isdisjoint(line.split()):
        return ""
    yets = "|".join(map(re.escape, world.told_states[_YET]))
    said = re.search(rf" (?:{yets}) (?:\w+ ){{1,3}}?({'|'.join(world.told_states[_OFFICE])}) ", line)
    return said[1] if said is not None else ""


def is_called_off(visit: Visit, text: str) -> bool:
    """ "Batalkan RKPD Maiwa 1", "keluarkan maiwa 1 dari rkpd": a plan of the office, and that it is not to be in it."""
    world, spoken = visit.office.catalog.world, {*_line(text).split()}
    off = world.cancelling | world.inviting["coret"]
    return not world.told_states[_OFFICE].isdisjoint(spoken) and not off.isdisjoint(spoken)


@lru_cache(maxsize=8)  # a hundred phrases are looked for in it
def _line(text: str) -> str:
    """ " belum bisa . ": its end is a word, too."""
    return f" {' '.join(_PAUSE.sub(' ', key_of(text)).split())} . "


def _stands(phrase: str, text: str) -> bool:
    """ "rkpd + masuk": both, wherever."""
    return all(f" {part} " in _line(text) for part in phrase.split(" + "))


def _states(visit: Visit) -> list[tuple[str, str]]:
    """Each state with a phrase that tells it."""
    words = visit.office.catalog.world.told_states
    return [(key, phrase) for key in words if key not in _NO_STATES for phrase in words[key]]


def _found(visit: Visit, text: str) -> tuple[str, str]:
    """The state of the longest words for one, and what is left beside them; the plan stays, for others may be in it."""
    words = visit.office.catalog.world.told_states
    found = [(len(phrase), key, phrase) for key, phrase in _states(visit) if _stands(phrase, text)]
    _, state, phrase = max(found, default=(0, "", ""))
    rest = _line(text).removesuffix(". ")
    for part in (one for one in phrase.split(" + ") if one not in words[_OFFICE]):
        rest = rest.replace(f" {part.removesuffix(' .')} ", " ", 1)
    return state, rest


def beside(visit: Visit, head: str) -> str:
    """What else is said there."""
    return _found(visit, head)[1]


def _without_denied(visit: Visit, text: str) -> str:
    """ "Keliru baca, Maiwa 3 bukan ditolak, masuk cadangan": without what led to it and the state that it is not, where
    another stands there; else as it is."""
    world, line = visit.office.catalog.world, _line(text)
    for slip in (one for one in world.told_states[_WRONG] if " " in one):
        line = line.replace(f" {slip} ", " ")
    nos = [no for no in world.which_of_two[_NOT] if f" {no} " in line]
    denied = sorted((f" {no} {one} " for no in nos for _, one in _states(visit)), key=len, reverse=True)
    left = line
    for one in (one for one in denied if one in line):
        left = left.replace(one, " ")
    return left.removesuffix(". ") if left != line and _found(visit, left)[0] else line.removesuffix(". ")


def _state_in(visit: Visit, head: str) -> str:
    head = _without_denied(visit, head)
    state, rest = _found(visit, head)
    held, said = visit.office.catalog.world.told_states[_NOT], _line(head)
    if any(f" {word} " in (said if " " in word else rest) for word in held):
        return ""
    if sum(word.isalpha() for word in said.split()) > _LONGEST:
        return ""
    return state if not state or _found(visit, rest)[0] in ("", state) else MIXED


def is_told_by_officer(visit: Visit, text: str) -> bool:
    return any(grant.role == BAPPEDA for grant in visit.grants) and told_in(visit, text) is not None


def is_of_office(visit: Visit, text: str) -> bool:
    """ "Masuk RKPD", "batal RKPD", of whoever may say so: no meeting decides it."""
    plans = visit.office.catalog.world.told_states[_OFFICE]
    return not plans.isdisjoint(_line(text).split()) and is_told_by_officer(visit, text)


def called(visit: Visit, clause: int | None = None) -> str:
    """What buttons carry of the reason in what was said just now, or in this clause of it."""
    return f"-{visit.heard_in}" if clause is None else f"-{visit.heard_in}.{clause}"


async def clause_of(visit: Visit, carried: str) -> str:
    """The words that are called so; empty where it is no such name, or they are no more."""
    update, _, at = carried.removeprefix("-").partition(".")
    message = await first_words.told_in(visit, number(update) or 0) if carried.startswith("-") else None
    text = str(message.get("text") or message.get("caption") or "") if message is not None else ""
    clauses = clauses_in(visit, text) if at and text else []
    return text if not at else clauses[number(at) or 0] if (number(at) or 0) < len(clauses) else ""


async def reason(visit: Visit, carried: str) -> str:
    """The reason in the words that are called so."""
    told = told_in(visit, await clause_of(visit, carried))
    return told.why if told is not None else ""
