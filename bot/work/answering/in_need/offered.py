"""What is said right below the offer that somebody is told: a no with more words around it ("jangan pak jangan dikabari
siapa2. sy cuma mau minta lampu jalan itu") holds, and what else is told goes on; a question ("nanti bisa ji dihapus?")
is answered shortly, and the offer stays open."""

import re
from dataclasses import replace

from bot.core.forms.heard import Sent, Typed
from bot.core.forms.writing import key_of
from bot.core.spelt import one_of
from bot.core.usulan.danger_words import PLAIN
from bot.work.answering.answers import answer
from bot.work.saying.keyboard import keyboard
from bot.work.usulan.dangers import danger_asked, told_on
from bot.work.usulan.dangers.calling import is_call
from bot.work.visit import Visit

_CLAUSE = re.compile(r"[^,.;!?\n]+[,.;!?\n]*")
_FEW, _LONGEST = 6, 14  # words: of a reason, of a question
_OF_DATA = "tanya_data"
#: What else may be asked: nothing that goes on to a facilitator, nor of whom it is offered to tell.
_OF_THEMSELVES = {_OF_DATA, "tanya_rahasia", "tanya_ubah"}


async def heed(visit: Visit, heard: Typed | Sent) -> Typed | Sent | None:
    """What else is told; None where that was all."""
    if not isinstance(heard, Typed) or visit.grants:
        return heard
    left = _left(visit, heard.text)
    act = _asked(visit, heard.text) if left is None else ""
    is_of_it = (left is not None or act) and await told_on.is_offered(visit)  # most ask nothing of the database
    if not is_of_it or await danger_asked.meant(visit, heard) is not None:
        return heard
    if left is None:
        return None if await _answers(visit, act, heard.text) else heard
    await danger_asked.refuse(visit)
    visit.turn.known[told_on.REFUSED] = True
    return replace(heard, text=left, html="") if left else None


def _left(visit: Visit, text: str) -> str | None:
    """Behind the no at the front of it; None where there is none, and where they cry on."""
    clauses = _CLAUSE.findall(text)
    refused = next((at for at, one in enumerate(clauses) if not _refuses(visit, one)), len(clauses))
    rest = "".join(clauses[refused:]).strip()
    if not refused or _is_in_danger(visit, rest):
        return None
    if _says_why(visit, rest):
        return ""
    return None if visit.office.catalog.danger.goes_on(rest) else rest


def _is_in_danger(visit: Visit, text: str) -> bool:
    danger = visit.office.catalog.danger
    return bool(danger.find(text)) or is_call(visit, text) or danger.calls(text.lower())


def _refuses(visit: Visit, clause: str) -> bool:
    """Nothing but that nobody is to be told."""
    world = visit.office.catalog.world
    no = one_of(world.own_name["jangan"] | {*world.spellings.common.forbid, *world.spellings.choices.no})
    around = one_of(world.own_name["kabar"] | world.own_name["siapa_pun"])
    words = PLAIN.findall(around.sub(" ", no.sub(" tak ", key_of(clause))))
    near = {"tak"} | visit.office.catalog.danger.polite | world.oneself | world.own_name["lembut"]
    return "tak" in words and near.issuperset(words)


def _says_why(visit: Visit, rest: str) -> bool:
    """ "Takut ka", "nanti tambah marah": a reason, and nothing of an usulan."""
    words = key_of(rest).split()
    return bool(words) and words[0] in visit.office.catalog.world.own_name["sebab"] and len(words) <= _FEW


def _asked(visit: Visit, text: str) -> str:
    """What is asked of their own words; empty where nothing is, or they cry on."""
    ear, said = visit.office.catalog.ear, visit.acts(text, "idle").done
    acts = [_OF_DATA] if asks_to_erase(visit, text) else [act.name for act in said]
    is_asked = len(acts) == 1 and acts[0] in _OF_THEMSELVES and len(text.split()) <= _LONGEST
    return "" if not is_asked or _is_in_danger(visit, text) or (ear is not None and ear.traced(text)) else acts[0]


async def _answers(visit: Visit, act: str, text: str) -> bool:
    """By what is true, and of the offer nothing but that it stands."""
    offered = next(iter(await visit.letters()))
    if not await answer(visit, act, text):
        return False
    visit.say("bahaya.masih_ditanyakan", keyboard(*([key] for key in offered.keys)))
    return True


def asks_to_erase(visit: Visit, text: str) -> bool:
    """ "Kalo nanti sy takut bisa ji dihapus?" is no fear that goes on."""
    words = visit.office.catalog.world.taking_out["kata"]
    return text.rstrip().endswith("?") and one_of(words | {f"{word}nya" for word in words}).search(text) is not None
