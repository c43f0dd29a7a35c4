"""Whoever may write down for others says so and tells it in the same breath: "mau titip usulannya nenek mina, di loka 2
dia minta jamban". The form opens with what was told as its story."""

from dataclasses import replace

from bot.core.forms.heard import Heard, Typed
from bot.core.forms.writing import begun_with, is_question, key_of
from bot.work import conversation
from bot.work.access import allowed, command
from bot.work.answering.answers import answer
from bot.work.roles.territory import home
from bot.work.usulan import titip
from bot.work.visit import Visit

_FEWEST = 4  # words behind it that tell something


async def take(visit: Visit, heard: Heard) -> bool:
    """Whether it was begun. While another is half filled it is asked which, and these words wait."""
    told = _told(visit, heard) if isinstance(heard, Typed) and allowed(command(titip.FORM), visit.grants) else ""
    if not told or not isinstance(heard, Typed):
        return False
    was_open = titip.FORM in visit.conversations
    words = replace(heard, text=told)
    titip.begin(visit, home(visit.office, visit.grants, command(titip.FORM).roles), [words])
    if was_open:
        await conversation.hear(visit, words, answer)
    return True


def _told(visit: Visit, heard: Typed) -> str:
    """Behind the words that open it; empty where they only ask how."""
    world = visit.office.catalog.world
    begun = begun_with(heard.text, tuple(world.entrusting["kata"]))
    if not begun or is_question(heard.text, world, free=False):
        return ""
    spoken = heard.text[len(begun) :].split()
    while spoken and key_of(spoken[0]).strip(":") in world.entrusting["usulan"]:
        spoken = spoken[1:]
    is_task = spoken and key_of(spoken[0]) in world.handing_tasks["tugas"]  # "titip tugas … ke pak darwis"
    return " ".join(spoken) if len(spoken) >= _FEWEST and not is_task else ""
