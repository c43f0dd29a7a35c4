"""Whoever may write down for others says so and tells it in the same breath: "mau titip usulannya nenek mina, di loka 2
dia minta jamban". The form opens with whose it is, and with what was told as its story."""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from bot.core.forms.heard import Heard, Typed
from bot.core.forms.writing import begun_with, is_question, key_of
from bot.core.names import clean_name
from bot.work import conversation
from bot.work.access import allowed, command
from bot.work.answering.answers import answer
from bot.work.roles.territory import home
from bot.work.usulan.voices import titip
from bot.work.visit import Visit

_FEWEST = 4  # words behind it that tell something
_NAME, _MOST = "suara_nama", 2  # words of a name that stands alone in its clause
_ENDS = re.compile(r"[,.;:\n]")


async def take(visit: Visit, heard: Heard) -> bool:
    """Whether it was begun. While another is half filled it is asked which, and these words wait."""
    told = _told(visit, heard) if isinstance(heard, Typed) and allowed(command(titip.FORM), visit.grants) else ""
    if not told or not isinstance(heard, Typed):
        return False
    was_open = titip.FORM in visit.conversations
    whose, told = _whose(visit, told)
    words = [replace(heard, text=told)] if told else []
    if whose and not was_open:
        visit.say("titip_untuk", nama=whose[_NAME]["text"])
    titip.begin(visit, {**home(visit.office, visit.grants, command(titip.FORM).roles), **whose}, words)
    if was_open and words:
        await conversation.hear(visit, words[0], answer)
    return True


def _whose(visit: Visit, told: str) -> tuple[Mapping[str, Any], str]:
    """ "Ibu Hawa, tidak punya HP. Jembatannya …": whose it is, and what is left. Nothing where nobody is named so."""
    world = visit.office.catalog.world
    titles = world.naming_voice["sapaan"] | world.naming_voice["tua"]
    clause = _ENDS.split(told, maxsplit=1)[0].split()
    if len(clause) < _MOST or key_of(clause[0]) not in titles:
        return {}, told
    count = len(clause) if len(clause) <= _MOST + 1 else _MOST
    name = clean_name(" ".join(clause[:count])).title()
    rest = " ".join(told.split()[count:])
    for said in sorted(world.entrusting["tanpa_hp"], key=len, reverse=True):
        rest = re.sub(rf"^[\s,.;:]*{re.escape(said)}\b[\s,.;:]*", "", rest, count=1, flags=re.IGNORECASE)
    return {_NAME: {"text": name}}, rest.strip(" ,.;:")


def _told(visit: Visit, heard: Typed) -> str:
    """Behind the words that open it; empty where they only ask how."""
    world = visit.office.catalog.world
    begun = begun_with(heard.text, tuple(world.entrusting["kata"] | world.entrusting["bawa"]))
    if not begun or is_question(heard.text, world, free=False):
        return ""
    spoken = heard.text[len(begun) :].split()
    if key_of(begun) in world.entrusting["bawa"] and not _whose(visit, " ".join(spoken))[0]:
        return ""  # "ada usulan baru lagi"
    while spoken and key_of(spoken[0]).strip(":") in world.entrusting["usulan"]:
        spoken = spoken[1:]
    is_task = spoken and key_of(spoken[0]) in world.handing_tasks["tugas"]  # "titip tugas … ke pak darwis"
    return " ".join(spoken) if len(spoken) >= _FEWEST and not is_task else ""
