"""Whoever may write down for others says so and tells it in the same breath: "mau titip usulannya nenek mina, di loka 2
dia minta jamban". The form opens with whose it is, and with what was told as its story."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from bot.core.forms.heard import Heard, Typed
from bot.core.forms.writing import begun_politely, begun_with, is_question, key_of
from bot.core.usulan import of_whom
from bot.work import conversation
from bot.work.access import allowed, command
from bot.work.answering.answers import answer
from bot.work.places.own import home
from bot.work.usulan.voices import age_told, titip
from bot.work.visit import Visit

_FEWEST = 4  # words behind it that tell something
_NAME, _AGE = "suara_nama", "suara_umur"


async def take(visit: Visit, heard: Heard) -> bool:
    """Whether it was begun. While another is half filled it is asked which, and these words wait."""
    if not isinstance(heard, Typed) or not allowed(command(titip.FORM), visit.grants):
        return False
    told = _told(visit, heard)
    if not told and not _names_only_whose(visit, heard.text):
        return False
    was_open = titip.FORM in visit.conversations
    whose, told = _whose(visit, told)
    words = [replace(heard, text=told)] if told else []
    if _NAME in whose and not was_open:
        visit.say("titip_untuk", nama=whose[_NAME]["text"])
    titip.begin(visit, {**home(visit.office, visit.grants, command(titip.FORM).roles), **whose}, words)
    if was_open and words:
        await conversation.hear(visit, words[0], answer)
    return True


def _names_only_whose(visit: Visit, text: str) -> bool:
    """ "Mau titip usulan dari anak-anak", and nothing else: the form asks the rest."""
    words = visit.office.catalog.world.entrusting
    lead = begun_with(text, tuple(words["kata"]))
    spoken = key_of(text[len(lead) :]).split()
    if not lead or is_question(text, visit.office.catalog.world, free=False):
        return False
    return words["orangnya"].issuperset(spoken) and bool({*spoken} - words["usulan"])


def _whose(visit: Visit, told: str) -> tuple[Mapping[str, Any], str]:
    """ "Ibu Hawa, tidak punya HP. Jembatannya …": whose it is, and what is left. Nothing where nobody is named so."""
    world = visit.office.catalog.world
    whose = of_whom.unnamed(world, told) or of_whom.told(world, told)
    if whose is None:
        return {}, told
    age = {_AGE: age_told.answer(visit.office.catalog.flows[titip.FORM], whose.age)} if whose.age else {}
    lead = f"{min(world.entrusting['mau_usul'])}: "
    return {**({_NAME: {"text": whose.name}} if whose.name else {}), **age}, whose.rest.removeprefix(lead)


def _told(visit: Visit, heard: Typed) -> str:
    """Behind the words that open it; empty where they only ask how."""
    world = visit.office.catalog.world
    begun = begun_with(heard.text, tuple(world.entrusting["kata"] | world.entrusting["bawa"]))
    if is_question(heard.text, world, free=False):
        return ""
    if not begun:  # "murid saya Ancu umur 15 mau usul …"
        behind = heard.text[len(begun_with(heard.text, world.entrusting["bukan_saya"])) :].lstrip(" ,.;:")
        text = of_whom.in_order(world, behind)
        whose = of_whom.told(world, text)
        is_theirs = whose is not None and of_whom.proposes(world, whose)
        return text if is_theirs or of_whom.unnamed(world, text) is not None else ""
    spoken = heard.text[len(begun) :].split()
    if key_of(begun) in world.entrusting["bawa"] and not _whose(visit, " ".join(spoken))[0]:
        return ""  # "ada usulan baru lagi"
    while spoken and key_of(spoken[0]).strip(":") in world.entrusting["usulan"]:
        spoken = spoken[1:]
    if _is_message(visit, heard.text, begun):
        return ""
    is_task = spoken and key_of(spoken[0]) in world.handing_tasks["tugas"]  # "titip tugas … ke pak darwis"
    return " ".join(spoken) if len(spoken) >= _FEWEST and not is_task else ""


def _is_message(visit: Visit, text: str, begun: str) -> bool:
    """ "Titip pesan ke Murni: …": more than the "titip" that opens it is of what is told to somebody."""
    world = visit.office.catalog.world
    lead = begun_politely(text, world, world.urging["kata"])
    whom = key_of(text[len(lead) :]).split()[:1]
    return len(lead) > len(begun) and bool(whom) and whom[0] in world.urging["kepada"]
