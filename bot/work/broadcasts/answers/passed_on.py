"""An answer that everybody is to have: "jawaban itu teruskan juga ke semua", also behind the answer itself ("lantai 2
bu. kasi tau semua yg dapat"). It is a new announcement to the same people, and looked at before it leaves."""

import re
from collections.abc import Set as AbstractSet

from bot.core.forms.heard import Typed
from bot.core.forms.say import Words
from bot.core.forms.writing import key_of
from bot.store.broadcasts.broadcasts import Broadcast
from bot.store.broadcasts.receipts import Reply
from bot.work.broadcasts import meant
from bot.work.broadcasts.writing import addressed, composing, readdressing
from bot.work.broadcasts.writing.composed import answers_of
from bot.work.visit import Visit

_TO_ALL = ("sebar", "semua", "jawabannya", "sampingnya", "iringan", "kata")


def is_said(visit: Visit, text: str, beside: AbstractSet[str] = frozenset()) -> bool:
    """Whether it says that, and nothing else but these words."""
    known, world = visit.office.catalog.world.replying, visit.office.catalog.world
    spoken = set(re.findall(r"\w+", key_of(text)))
    if spoken.isdisjoint(known["sebar"]) or spoken.isdisjoint(known["semua"]):
        return False
    return not spoken - set[str]().union(*(known[sort] for sort in _TO_ALL)) - world.addressing - world.oneself - beside


def may_be_said(visit: Visit, text: str, *, is_below: bool) -> bool:
    """A cheap look: everybody is named, and the answer itself, unless it stands right above (`is_below`)."""
    known, spoken = visit.office.catalog.world.replying, re.findall(r"\w+", key_of(text))
    sorts = ("sebar", "semua", *(() if is_below else ("jawabannya",)))
    return not any(known[sort].isdisjoint(spoken) for sort in sorts)


def told_with(visit: Visit, reply: Reply, one: Broadcast) -> set[str]:
    """By what an answer is called: who asked, and what the announcement is about."""
    return set(key_of(reply.name).split()) | meant.topic_of(visit, one)


def split(visit: Visit, words: str, beside: AbstractSet[str] = frozenset()) -> tuple[str, bool]:
    """An answer, and whether it is for everybody: the words that say so are none of it. "Jangan kasi tau semua" is."""
    world, known = visit.office.catalog.world, visit.office.catalog.world.replying
    for found in re.finditer(r"(?<!\w)\w+", words):
        if key_of(found[0]) in known["sebar"] and is_said(visit, words[found.start() :], beside):
            before = words[: found.start()].split()
            is_denied = key_of("".join(before[-1:])) in world.of_news["menyangkal"]
            while before and key_of(before[-1]) in world.announced["mau"] - world.oneself:
                before.pop()
            answer = words[: words.rfind(before[-1], 0, found.start()) + len(before[-1])] if before else ""
            return (words, False) if is_denied or not answer else (answer.rstrip(" ,;"), True)
    return words, False


async def show(visit: Visit, reply: Reply, one: Broadcast, answer: str) -> None:
    """With the question, to those who have the announcement."""
    told = answers_of(visit.office, one)
    whom = {key: told[key] for key in (*readdressing.WHOM, addressed.CONDITION, "grup") if told.get(key)}
    text = visit.label(Words("siaran_jawaban_semua", {"tulis": reply.words, "jawaban": answer}))
    await composing.open_sample(visit, whom, Typed(text, 0, forwarded=True))
