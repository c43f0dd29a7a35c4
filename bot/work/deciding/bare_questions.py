"""A question in which nobody is named who is asked: whether it is one, and whether it is ours to answer."""

import re
from itertools import pairwise

from bot.core.forms.writing import begun_with, is_question, key_of
from bot.core.listening.rules import QUESTION, WORK
from bot.work.reading import named
from bot.work.visit import Visit

_FEWEST = 2  # words


def is_asking(visit: Visit, text: str) -> bool:
    """Also where a statement stands before it or behind: "200 m itu dari mana? trus dusun apa"."""
    world, spoken = visit.office.catalog.world, key_of(re.sub(r"[^\w\s]", " ", text)).split()
    pairs = map(" ".join, pairwise(spoken))
    asks = "?" in text or not world.asking_at_last.isdisjoint(spoken) or is_question(text, world, free=False)
    return asks and len(spoken) > _FEWEST and world.not_asking.isdisjoint(pairs)


def asks_us(visit: Visit, text: str) -> bool:
    """Whether it is a question that we answer, or names work of theirs."""
    done = [act.name for act in visit.acts(text, "work").done]
    return any(name.startswith((QUESTION, WORK)) for name in done) or not visit.office.catalog.world.own_matters[
        "usulan"
    ].isdisjoint(key_of(text).split())


def turned(visit: Visit, text: str) -> str:
    """ "Maiwa 1 kurang jelas, tanyakan ukurannya": with the order before the one number that stands in front of it."""
    head, _, order = text.rpartition(",")
    begun = begun_with(order.strip(), visit.office.catalog.world.asking_proposers["kata"])
    numbers = named.listed(visit, head) if begun else []
    if len(numbers) != 1:
        return text
    name = visit.office.spoken_name(numbers[0].kecamatan, numbers[0].serial)
    return f"{begun.strip()} {name}: {order.strip()[len(begun) :]}"
