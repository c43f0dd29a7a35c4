"""Results told by what the usulan are about: "hasil: jembatan paraja masuk, air bersih cadangan". Each is found in the
list of the meeting, and called by its number instead; what is not found there, or twice, is said."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.core.forms.heard import Typed
from bot.core.forms.writing import key_of
from bot.core.places.spelling import fold
from bot.core.records import Usulan
from bot.work.hall.decided import results
from bot.work.hall.decided.results_numbers import ranked, without_rank
from bot.work.hall.decided.results_opening import says_results, without_opening
from bot.work.hall.decided.results_told import tells_result, without_joint
from bot.work.hall.decided.results_words import keys_in
from bot.work.hall.meeting import FAMILY, Hall
from bot.work.reading import named
from bot.work.saying.keyboard import keyboard, press
from bot.work.usulan.usulan import place, summary
from bot.work.visit import Visit

_PARTS = re.compile(r"[,;\n]+|\.(?=\s|$)")
_FIGURES = re.compile(r"\b(?!urutanke)\w*\d")
_SEVERAL, _BETWEEN = 2, 8  # usulan
_STEM = 5  # letters by which a word is known, whatever hangs on it
_STORY = "cerita"


def told_in(visit: Visit, text: str) -> list[tuple[list[str], str]]:
    """Of each clause the words that say what it is about, and the result with its reason, empty where it tells none;
    nothing where none does."""
    text, _ = ranked(visit, text, of_things=True)
    if "?" in text or _FIGURES.search(text) or visit.office.catalog.danger.is_urgent(text):
        return []
    found: list[tuple[list[str], str]] = []
    for clause in filter(None, map(str.strip, _PARTS.split(without_opening(visit, _joined(text))))):
        spoken = _thing_first(visit, without_joint(visit, clause.split()))
        cut = next((at for at in range(1, len(spoken)) if tells_result(visit, spoken[at:])), len(spoken))
        found.append((keys_in(spoken[:cut]), " ".join(spoken[cut:])))
    return found if any(result for _, result in found) else []


def _thing_first(visit: Visit, spoken: Sequence[str]) -> Sequence[str]:
    """ "Cadangan saja yg lampu": the lamp, cadangan saja."""
    which = visit.office.catalog.world.topics["yang"]
    at = next((at for at, word in enumerate(spoken) if at and key_of(word) in which), 0)
    return [*spoken[at + 1 :], *spoken[:at]] if at and tells_result(visit, spoken[:at]) else spoken


def says_surely(visit: Visit, text: str) -> bool:
    """Whether a word stands there that is no story's: of one usulan alone that is to be known."""
    sure, spoken = visit.office.catalog.world.numbering["pasti"], {*keys_in(text.split())}
    return not sure.isdisjoint(spoken)


def _joined(text: str) -> str:
    """A line is a part of it; a heading is a part of the first."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    return " ".join(line if line.endswith((":", ",", ";")) else f"{line}," for line in lines)


async def numbered(hall: Hall, heard: Typed, *, asked: bool) -> Typed | None:
    """None where nothing is told so, or nothing of it is found. Where nobody said that results follow and none are
    `asked`, all are to be found, and several. "Bedah rumah, drainase, tanggul: lanjut" is of all three; a clause that
    is about nothing goes on with the reason before it."""
    parts, surely = told_in(hall.visit, heard.text), asked or says_results(hall.visit, heard.text)
    fewest = 1 if says_surely(hall.visit, heard.text) else _SEVERAL
    listed = await results.named(hall) if parts else []
    told, strange, open_ones = list[str](), list[str](), list[str]()
    for words, result in parts:
        if found := _found(hall, listed, words):
            open_ones += [hall.visit.office.spoken_number(one) for one in found]
        elif not result and told and not open_ones:
            told[-1] += f" {' '.join(words)}"
        else:
            strange.append(without_rank(" ".join(words)))
        if result:
            told += [f"{number} {result}" for number in open_ones]
            open_ones = []
    if not told or (not surely and (strange or open_ones or len(told) < fewest)):
        return None
    if strange := [*strange, *open_ones]:
        hall.visit.say("hasil_tak_ketemu", kata=strange)
    return replace(heard, text=", ".join(told))


def _found(hall: Hall, listed: Sequence[Usulan], words: Sequence[str]) -> list[Usulan]:
    """The only one that is about this; where none is about all of it, those of "drainase dan posyandu"."""
    joins, pieces = hall.visit.office.catalog.world.numbering["dan"], [list[str]()]
    for word in words:
        if word in joins:
            pieces.append([])
        else:
            pieces[-1].append(word)
    for parts in ([list(words)], pieces):
        found = [[one for one in listed if part and _is_about(hall, one, part)] for part in parts]
        if all(len(each) == 1 for each in found):
            return [one for each in found for one in each]
    return []


async def ask_which(halls: Sequence[Hall], heard: Typed) -> bool:
    """The only thing that is named fits several: which of them; its result is asked on its own screen."""
    parts = told_in(halls[0].visit, heard.text) if halls and says_surely(halls[0].visit, heard.text) else []
    for hall in halls if len(parts) == 1 and parts[0][0] else ():
        several = [one for one in await results.named(hall) if _is_about(hall, one, parts[0][0])]
        if _SEVERAL <= len(several) <= _BETWEEN:
            told = [named.line(hall.visit, one) for one in several]
            each = zip(told, several, strict=True)
            keys = [[(shown["nomor"], press(FAMILY, "hasil", hall.id, one.id))] for shown, one in each]
            hall.visit.say("usulan_mana_dari", keyboard(*keys), usulan=told)
            return True
    return False


def _is_about(hall: Hall, one: Usulan, words: Sequence[str]) -> bool:
    """Every word stands in what it is about, or in its place."""
    story = one.answers.get(_STORY)
    text = f"{summary(hall.visit.office, one.answers)} {place(one.answers)} {story.get('text', '') if story else ''}"
    known = {fold(word)[:_STEM] for word in re.findall(r"[\w-]+", text)}
    world = hall.visit.office.catalog.world
    polite = world.put_off["iringan"] | world.topics["yang"]
    return all(fold(word)[:_STEM] in known for word in words if word not in polite)
