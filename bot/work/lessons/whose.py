"""Whether words are about the lessons of whoever says them. A trainer writes to somebody, sets a day of training, asks
who comes: none of that pauses, moves or sets their own lessons, whatever day or hour it names."""

import re

from bot.work.visit import Visit

_NAMED = 2  # words: whoever is written to stands behind the word for writing, perhaps behind one between


def is_own(visit: Visit, text: str) -> bool:
    """The one gate before all that changes one's own rhythm by words."""
    learning, spoken = visit.office.catalog.world.learning, re.findall(r"[\w-]+", text.lower())
    asks = bool(spoken) and spoken[0] in learning["menanyakan"]
    trains = not learning["hari_latih"].isdisjoint(spoken)
    return not (asks or trains or addressed(visit, text))


def addressed(visit: Visit, text: str) -> str:
    """ "tulis ke Muin: …", "sapa pak Muin": what stands behind the wish to write to somebody else; empty where there is
    no such wish."""
    learning = visit.office.catalog.world.learning
    found = re.match(r"\W*([\w-]+)\s+(.+)", text, re.DOTALL)
    if found is None:
        return ""
    rest, first = found[2], found[1].lower()
    between = re.match(r"([\w-]+)\s+(.+)", rest, re.DOTALL)
    if between is not None and between[1].lower() in learning["kepada"]:
        rest = between[2] if first in learning["menulis"] | learning["sapa"] else ""
    elif first not in learning["sapa"]:
        rest = ""
    whom = re.findall(r"[\w-]+", rest.lower())[:_NAMED]
    return "" if not whom or whom[0] in learning["diri"] else rest
