""" "Pisahkan", said of several things in one story: it is no answer. They are told when each gets a number of its
own."""

import re
from dataclasses import replace
from functools import partial

from bot.core.flow.heard.another import FOLLOWS
from bot.core.flow.interpreter import advance
from bot.core.forms.heard import Heard, Typed
from bot.core.forms.state import State
from bot.core.forms.world import World
from bot.core.forms.writing import key_of
from bot.core.spelt import one_of
from bot.work import conversation
from bot.work.usulan import several
from bot.work.visit import Visit

_LONGEST, _SHORT, _TELLS = 24, 12, 2  # words; what is longer tells a story
_CLAUSES = re.compile(r"[.,;!\n]+")
_SENTENCES = re.compile(r"(?<=[.;!?\n])\s+")


def is_wished(visit: Visit, heard: Heard) -> bool:
    """Also "iya pak dua usulan ya"."""
    if not isinstance(heard, Typed):
        return False
    world, said = visit.office.catalog.world, key_of(heard.text)
    bare = " ".join(word for word in said.split() if word not in world.nodding and word not in world.oneself)
    if not world.parting["kata"].isdisjoint({said, bare}) or _of_two(visit, heard.text):
        return True
    names = one_of(world.parting["usulan"]).search(heard.text) is not None
    return names and any(map(partial(_parts, world), _sentences(heard.text)))


def _sentences(text: str) -> list[str]:
    return [one.strip() for one in _SENTENCES.split(text) if one.strip()]


def _parts(world: World, sentence: str) -> bool:
    """ "Tapi itu dua usulan kenapa disatukan?", "mau sy pisah usulan lantai jemur gimana caranya"."""
    words, said = world.parting, set(key_of(sentence).split())
    if not words or len(said) > _SHORT or not one_of(words["usulan"]).search(sentence):
        return False
    counts = one_of(words["jumlah"]).search(sentence) and one_of(words["disatukan"]).search(sentence)
    return not said.isdisjoint(words["pisah"]) or bool(counts)


def _of_two(visit: Visit, text: str) -> bool:
    """ "Soal wc itu jangan digabung, itu usulannya Ida"."""
    if len(text.split()) > _LONGEST:
        return False
    world = visit.office.catalog.world
    return one_of(world.parting["jangan_gabung"]).search(text) is not None or _one_first(text, world)


def _one_first(text: str, world: World) -> bool:
    """ "Bukan, nia nanti dulu. yg saya dulu air": something else is put off, and not the form; "jalan dulu, got nanti
    saja" may be what is hoped for."""
    no, *clauses = _CLAUSES.split(text.lower())
    if no.strip() not in world.denying["bukan"]:
        return False
    later, first = one_of(world.order["nanti"]), world.order["dulu"]
    put_off = (one[: found.start()].split() for one in clauses if (found := later.search(one)))
    off = any(set(told) - world.oneself for told in put_off)
    return off and any(not later.search(one) and not first.isdisjoint(one.split()) for one in clauses)


async def tell(visit: Visit, before: State, heard: Heard) -> bool:
    """The question that stands there stays open, unless the sentences before answer it: "pasang lampu 10 titik. wifinya
    usul sendiri, jangan digabung". The other one follows."""
    world, told = visit.office.catalog.world, _sentences(heard.text) if isinstance(heard, Typed) else []
    is_of_two = isinstance(heard, Typed) and _of_two(visit, heard.text)
    parts = several.parts_in_draft(visit.office, before)
    visit.say("usulan_jangan_digabung" if is_of_two else "usulan_pisahkan", jumlah=len(parts))
    told = told[: next((at for at, one in enumerate(told) if _of_two(visit, one) or _parts(world, one)), 0)]
    if not isinstance(heard, Typed) or not (is_of_two or told):
        return True
    state = replace(before, about={**before.about, FOLLOWS: True}) if is_of_two else before
    told = [one for one in told if not one.endswith("?")]  # what is asked beside it is no answer
    if len(" ".join(told).split()) >= _TELLS:
        flow, world = visit.office.catalog.flows[before.flow], visit.office.world(visit.now)
        state = advance(flow, state, replace(heard, text=" ".join(told).rstrip(".")), world).state
        conversation.put_in(visit, state)
        await conversation.resume(visit)
    else:
        conversation.put_in(visit, state)
    return True
