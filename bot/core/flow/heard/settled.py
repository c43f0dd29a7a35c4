"""What is put right in the same breath in which it is told: "400 orang antri, eh bukan 400, yang benar 600", "dicat
ulang. Ralat: disemen". Only what is right is kept, and it is said what made way."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from bot.core.flow.correcting.numbers.number_in_story import numbers_in
from bot.core.flow.correcting.said_to_go import EDGES, said_in
from bot.core.flow.correcting.wrong_words import mended
from bot.core.forms.world import World
from bot.core.spelt import either, one_of

_FEW, _DOES = 4, "di"  # words of what makes way; how begins what is to be done
_LAST = re.compile(r"(?:[^,.;:!?\n]|(?<=\d)[.,](?=\d))*$")
_LAST_SENTENCE = re.compile(r"[^.;!?\n…]*[.;!?\s…]*$")
_ABOUT = re.compile(r"(?<!\w)\d+(?:an)?$")  # "30an eh 25 anak"
_WORD, _DECIMAL = re.compile(r"[\w-]+"), re.compile(r"\d+[.,]\d+")


class Settled(NamedTuple):
    text: str
    wrong: str
    right: str


def settled(text: str, world: World) -> Settled | None:
    """None where nothing turns round, and where it is not clear what makes way."""
    words = world.exchanging
    turning = world.denying["bukan"] | words["ralat"] | words["sambil"] if words else ()
    lowered = text.lower()
    if not any(one in lowered for one in turning):
        return None
    for found in _pattern(world).finditer(text):
        front, right = text[: found.start()].rstrip(f"{EDGES}…"), found["right"].strip(EDGES)
        wrong = (found["wrong"] or "").strip(EDGES) or _making_way(front, right, world, whole=found[0][0] in ",.;")
        put = _put(front, wrong, right, world) if wrong and right and _is_own(front, wrong, right, world) else None
        if put is not None:
            behind = text[found.end() :].lstrip(" .") if re.search(r"[.!?]$", found[0].strip()) else text[found.end() :]
            return put._replace(text=f"{put.text}{behind}".strip(" ,;"))
    return None


def _pattern(world: World) -> re.Pattern[str]:
    words, but = world.exchanging, frozenset(world.spellings.common.contrasts["tapi"])
    turning, leads = words["berbalik"] | words["sambil"], words["sebenarnya"] | but
    return _turns(
        world.denying["bukan"],
        turning | words["ralat"],
        words["ralat"],
        leads,
        words["iringan"],
        words["sambil"],
        words["di_sambil"],
        words["kata"],
        _months(world),
    )


@lru_cache(maxsize=2)
def _turns(
    denies: frozenset[str],
    turning: frozenset[str],
    surely: frozenset[str],
    leads: frozenset[str],
    beside: frozenset[str],
    among: frozenset[str],
    aside: frozenset[str],
    says: frozenset[str],
    month: frozenset[str],
) -> re.Pattern[str]:
    """ "Eh bukan X, Y"; a sentence that begins with "Bukan X, Y"; "ralat: Y"; "15 orang eh 17"."""
    part, lead = r"(?:[^,.;:!?\n…]|(?<=\d)[.,](?=\d)){1,40}", rf"(?:(?:{either(leads)})\b[\s,:]*)*"
    no = rf"(?:{either(denies)})\s+(?P<wrong>{part}?)(?:\s*[,.](?!\d)\s*{lead}|\s+(?:{either(leads)})\s+{lead})"
    turned = rf"(?:[\s,.;…!?]+(?:{either(turning)})\b[\s,:]*)+"
    small, led = rf"(?:(?:{either(aside)})\b[\s,:]*)*", rf"(?:(?:{either(says)})\s+\w+\s+)?"
    same = rf"[\s,.;…!?]+(?:{either(among)})\b[\s,:]+{small}{lead}{led}(?=\d|(?:{either(month)})\b)"
    sure = rf"[\s,.;…!?]+(?:(?:{either(turning)})\b[\s,:]*)*(?:{either(surely)})\b[\s,:]+{lead}"
    right = rf"(?P<right>{part})(?:\s+(?:{either(beside)}))*(?=[;:!?\n…]|[,.](?!\d)|$)"
    front = rf"{turned}|[.!?…\n]\s*|[\s,]+(?=(?:{either(denies)})\s+\d)"
    return re.compile(rf"(?:(?:{front}){no}|{same}|{sure}){right}", re.IGNORECASE)


def _months(world: World) -> frozenset[str]:
    return frozenset(one for each in world.spellings.days.months.values() for one in each)


def _is_own(front: str, wrong: str, right: str, world: World) -> bool:
    """Of what others promised, and what is denied there, too, nothing makes way, but for when it was."""
    last, said = _LAST_SENTENCE.search(front), said_in(wrong)
    before = front[last.start() :].lower() if last else ""
    if any(map(str.isdecimal, wrong)) or right.lower().endswith(wrong.lower()):
        return True
    no = world.denying["bukan"] | {*world.spellings.choices.no, *world.spellings.choices.stop}
    denied = re.search(rf"\b(?:{either(no)})\s+{re.escape(wrong)}", before, re.IGNORECASE)
    return bool(said) and denied is None and one_of(world.taking_out["pernah"]).search(before) is None


def _put(front: str, wrong: str, right: str, world: World) -> Settled | None:
    found = mended({"": {"text": front}}, f"{min(world.exchanging['menyangkal'])} {wrong} tapi {right}", world)
    if found is not None and not right.lower().startswith(f"{found.right.lower()} "):
        return Settled(str(found.told[""]["text"]), found.wrong, found.right)
    places = list(re.finditer(rf"(?<!\w){re.escape(wrong)}(?!\w)", front, re.IGNORECASE))
    if not places or len(wrong.split()) > _FEW:
        return None
    at = places[-1]
    return Settled(f"{front[: at.start()]}{right}{front[at.end() :]}", at[0], right)


def _spans(text: str, world: World) -> list[tuple[int, int]]:
    """Where numbers stand, also "1,5"."""
    whole = [(one.start, one.end) for one in numbers_in(text, world)]
    return sorted({*whole, *(found.span() for found in _DECIMAL.finditer(text))})


def _making_way(front: str, right: str, world: World, *, whole: bool) -> str:
    """Of "ralat: Y": what counts the same, begins with the same word, or is to be done, in what was told last."""
    return next(iter(_alike(front, right, world, whole=whole)), "")


def _alike(front: str, right: str, world: World, *, whole: bool) -> Iterator[str]:
    numbers, new = _spans(front, world), _spans(right, world)
    if len(new) == 1 and new[0][0] == 0:
        unit = right[new[0][1] :].strip().lower()
        unit = unit if whole else unit.partition(" ")[0]  # "15 KK eh 20 KK yang lewat"
        same = [front[start:end] for start, end in numbers if front[end:].strip().lower().startswith(unit)]
        about = _ABOUT.search(front)
        if same or about:
            yield f"{same[-1]} {unit}".strip() if same else about[0] if about else ""
        return
    month = one_of(_months(world))
    if month.match(right):
        yield from [one[0] for one in month.finditer(front)][-1:]
        return
    stuff = one_of(world.exchanging["bahan"])
    stuffs = {one[0] for one in stuff.finditer(front)}
    named = stuff.match(right)
    if named is not None and world.exchanging["iringan"].issuperset(said_in(right[named.end() :])):
        yield from stuffs if len(stuffs) == 1 else ()  # "pagarnya besi dan dicat hijau. Koreksi: bambu saja"
        return
    last, first = _LAST.search(front), next(iter(said_in(right)), "")
    told = [*_WORD.finditer(last[0])] if last else []
    words = [one[0].lower() for one in told]
    if last and first in words:
        yield last[0][told[words.index(first)].start() :].strip()
    elif last and first.startswith(_DOES) and len(right.split()) < _FEW:
        does = [one for one in told if one[0].lower().startswith(_DOES) and len(one[0]) > _FEW]
        if does:
            yield last[0][does[-1].start() :].strip()
