"""What becomes of numbered usulan, read in a sentence of whoever decides it or was there: "maiwa 10 ditolak forum opd
karena pagu dinas penuh". Their own words for the reason stay where they were said: a button names the update."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.core.forms.papers import cover
from bot.core.forms.writing import key_of
from bot.work.access import BAPPEDA
from bot.work.people import first_words
from bot.work.reading import named
from bot.work.visit import Visit

_LONGEST, _LONGEST_REASON, _FEWEST = 16, 300, 2  # words; characters; words of a reason to which only a comma leads
_NOT, _OFFICE = "bukan", "kantor"
_PAUSE = re.compile(r"[,;:.!\s]+")
_BEHIND_PAUSE = re.compile(r"^(.*)[,;:]\s*([^\d,;:]+)$")


@dataclass(frozen=True, slots=True)
class Told:
    """`head`: where the numbers stand; `why`: as it was typed; `decider`: empty where nobody is named."""

    state: str
    head: str = ""
    why: str = ""
    decider: str = ""
    text: str = ""


def each_in(visit: Visit, text: str) -> list[Told]:
    """One for each part that tells a state by itself; a part that tells none goes with what stands around it."""
    cuts = [""]
    for at, end in zip(ats := [0, *named.numbers_at(visit, text)], [*ats[1:], len(text)], strict=True):
        if _may_end(visit, cuts[-1]) and told_in(visit, text[at:end]) is not None:
            cuts.append(text[at:end])
        else:
            cuts[-1] += text[at:end]
    return [told for cut in cuts if (told := told_in(visit, cut)) is not None]


def _may_end(visit: Visit, cut: str) -> bool:
    """A reason may name another usulan: it ends with a pause, or before "sedangkan"."""
    told, last = told_in(visit, cut), cut.split()[-1:]
    joints = visit.office.catalog.world.numbering["sedangkan"]
    return told is not None and (not told.why or last[0][-1] in ",;.\n" or key_of(last[0]) in joints)


def told_in(visit: Visit, text: str) -> Told | None:
    """Of the longest words for a state that stand there; None where it is asked, wished or denied."""
    world, spoken = visit.office.catalog.world, text.split()
    at = next((at for at, word in enumerate(spoken) if key_of(word) in world.reasons["karena"]), len(spoken))
    head, why = " ".join(spoken[:at]), _without_joint(visit, spoken[at + 1 :])
    state = _state_in(visit, head)
    behind = _BEHIND_PAUSE.match(head) if state and not why and _needs_reason(visit, state) else None
    if behind is not None and len(behind[2].split()) >= _FEWEST and _state_in(visit, behind[1]) == state:
        head, why = behind[1], behind[2]
    if not state:
        return None
    named = [(len(phrase), key) for key, all_of in world.deciding.items() for phrase in all_of if _in(phrase, head)]
    why = cover(why.strip(" .!,;:"))[:_LONGEST_REASON]
    return Told(state, head, why, max(named, default=(0, ""))[1], text.strip(" .,;"))


def _needs_reason(visit: Visit, state: str) -> bool:
    return visit.office.catalog.states.of(state).needs_reason


def _without_joint(visit: Visit, spoken: Sequence[str]) -> str:
    while spoken and key_of(spoken[-1]) in visit.office.catalog.world.numbering["sedangkan"]:
        spoken = spoken[:-1]
    return " ".join(spoken)


def _line(text: str) -> str:
    """ " belum bisa . ": its end is a word, too."""
    return f" {' '.join(_PAUSE.sub(' ', key_of(text)).split())} . "


def _in(phrase: str, text: str) -> bool:
    """ "rkpd + masuk": both, wherever."""
    return all(f" {part} " in _line(text) for part in phrase.split(" + "))


def _state_in(visit: Visit, head: str) -> str:
    words, said = visit.office.catalog.world.told_states, _line(head)
    states = (state for state in words if state not in (_NOT, _OFFICE))
    _, state, phrase = max(
        ((len(one), key, one) for key in states for one in words[key] if _in(one, head)), default=(0, "", "")
    )
    rest = said
    for part in phrase.split(" + "):
        rest = rest.replace(f" {part} ", " ", 1)
    is_held = any(f" {word} " in (said if " " in word else rest) for word in words[_NOT])
    return "" if is_held or sum(word.isalpha() for word in said.split()) > _LONGEST else state


def is_told_by_officer(visit: Visit, text: str) -> bool:
    return any(grant.role == BAPPEDA for grant in visit.grants) and bool(each_in(visit, text))


def is_of_office(visit: Visit, text: str) -> bool:
    """ "Masuk RKPD", "batal RKPD", of whoever may say so: no meeting decides it."""
    plans = visit.office.catalog.world.told_states[_OFFICE]
    return not plans.isdisjoint(_line(text).split()) and is_told_by_officer(visit, text)


def called(visit: Visit, at: int) -> str:
    """What buttons carry of the reason in the part `at` of what was said just now."""
    return f"{visit.turn.update_id}-{at}"


async def reason(visit: Visit, carried: str) -> str:
    """The words that are called so; empty where it is no such name, or they are no more."""
    update, _, at = carried.partition("-")
    if not (update.isdecimal() and at.isdecimal()):
        return ""
    message = await first_words.told_in(visit, int(update))
    told = each_in(visit, message.get("text") or message.get("caption") or "") if message is not None else []
    return told[int(at)].why if int(at) < len(told) else ""
