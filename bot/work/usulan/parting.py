""" "Pisahkan", said of several things in one story: it is no answer. They are told when each gets a number of its
own."""

import re
from dataclasses import replace

from bot.core.flow.another import FOLLOWS
from bot.core.flow.interpreter import advance
from bot.core.forms.heard import Heard, Typed
from bot.core.forms.state import State
from bot.core.forms.writing import key_of
from bot.core.spelt import one_of
from bot.work import conversation
from bot.work.usulan import several
from bot.work.visit import Visit

_LONGEST, _TELLS = 24, 2  # words; what is longer tells a story
_SENTENCES = re.compile(r"[.;!\n]+\s")


def is_wished(visit: Visit, heard: Heard) -> bool:
    """Also "iya pak dua usulan ya"."""
    if not isinstance(heard, Typed):
        return False
    world, said = visit.office.catalog.world, key_of(heard.text)
    bare = " ".join(word for word in said.split() if word not in world.nodding and word not in world.oneself)
    return not world.parting.isdisjoint({said, bare}) or _of_two(visit, heard.text)


def _of_two(visit: Visit, text: str) -> bool:
    """ "Soal wc itu jangan digabung, itu usulannya Ida"."""
    return len(text.split()) <= _LONGEST and one_of(visit.office.catalog.world.not_joined).search(text) is not None


async def tell(visit: Visit, before: State, heard: Heard) -> bool:
    """The question that stands there stays open, unless the sentences before answer it: "pasang lampu 10 titik. wifinya
    usul sendiri, jangan digabung". The other one follows."""
    if not isinstance(heard, Typed) or not _of_two(visit, heard.text):
        parts = several.parts_in(visit.office, {key: answer.value for key, answer in before.answers.items()})
        visit.say("usulan_pisahkan", jumlah=len(parts))
        return True
    visit.say("usulan_jangan_digabung")
    told = [one.strip() for one in _SENTENCES.split(heard.text)]
    told = told[: next((at for at, one in enumerate(told) if _of_two(visit, one)), 0)]
    state = replace(before, about={**before.about, FOLLOWS: True})
    if len(" ".join(told).split()) >= _TELLS:
        flow, world = visit.office.catalog.flows[before.flow], visit.office.world(visit.now)
        state = advance(flow, state, replace(heard, text=". ".join(told)), world).state
        conversation.put_in(visit, state)
        await conversation.resume(visit)
    else:
        conversation.put_in(visit, state)
    return True
