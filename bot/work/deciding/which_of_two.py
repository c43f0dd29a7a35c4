"""Which of two values, told and found, somebody means by their own words where it is asked which of them is right."""

import re

from bot.core.flow.told.besides import NUMBERS
from bot.core.forms.heard import Typed
from bot.core.forms.writing import key_of
from bot.core.records import Usulan
from bot.store.checking import findings
from bot.store.deciding.clarifications import Clarification
from bot.work.usulan.usulan import FORM as USULAN
from bot.work.visit import Visit

_NUMBER = re.compile(r"\d+(?:\.\d{3})*")
_LONGEST = 10  # words that name one of them without its number


async def meant(visit: Visit, one: Clarification, found: Usulan, heard: Typed) -> str:
    """ "Iye betul 120 mi saja yang rusak", where 120 m × 3 m was found and 200 m × 3 m told: what was found, whole, as
    it is shown. Empty where neither is meant, or no such thing is asked."""
    if "?" in heard.text or one.field not in NUMBERS or visit.office.catalog.danger.find(heard.text):
        return ""
    each = await visit.ask_once(findings.behind, one.id)
    if each is None:
        return ""
    both = (each.difference.found, each.difference.stated)
    seen, told = (visit.office.shown(USULAN, each.difference.field, value, found.answers) for value in both)
    spoken, is_seen, is_told = _numbers(_upheld(visit, heard.text)), _numbers(seen), _numbers(told)
    if not _numbers(heard.text):
        return _named(visit, heard.text, seen, told)
    of_seen, of_told = bool(spoken & (is_seen - is_told)), bool(spoken & (is_told - is_seen))
    return "" if of_seen == of_told else seen if of_seen else told


def _numbers(text: str) -> set[str]:
    return {number.replace(".", "") for number in _NUMBER.findall(text)}


def _upheld(visit: Visit, text: str) -> str:
    """ "Bukan 200 tapi 120 mi": what is said to be right."""
    ear = visit.office.catalog.ear
    return ear.corrected(text) if ear is not None and ear.denied(text) else text


def _named(visit: Visit, text: str, seen: str, told: str) -> str:
    """ "Betul hasil ukurnya pak", "tetap seperti ceritaku"."""
    words, said = visit.office.catalog.world.which_of_two, f" {key_of(text)} "
    of = {sort: any(f" {phrase} " in said for phrase in words[sort]) for sort in ("dilihat", "diceritakan", "bukan")}
    if of["bukan"] or of["dilihat"] == of["diceritakan"] or len(said.split()) > _LONGEST:
        return ""
    return seen if of["dilihat"] else told
