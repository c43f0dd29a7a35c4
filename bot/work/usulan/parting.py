""" "Pisahkan", said of several things in one story: it is no answer. They are told when each gets a number of its
own."""

from bot.core.forms.heard import Heard, Typed
from bot.core.forms.state import State
from bot.core.forms.writing import key_of
from bot.core.spelt import one_of
from bot.work.usulan import several
from bot.work.visit import Visit

_LONGEST = 24  # words; what is longer tells a story


def is_wished(visit: Visit, heard: Heard) -> bool:
    return isinstance(heard, Typed) and (
        key_of(heard.text) in visit.office.catalog.world.parting or _of_two(visit, heard)
    )


def _of_two(visit: Visit, heard: Typed) -> bool:
    """ "Soal wc itu jangan digabung, itu usulannya Ida"."""
    is_short = len(heard.text.split()) <= _LONGEST
    return is_short and one_of(visit.office.catalog.world.not_joined).search(heard.text) is not None


def tell(visit: Visit, before: State, heard: Heard) -> bool:
    """The question that stands there stays open."""
    if isinstance(heard, Typed) and _of_two(visit, heard):
        visit.say("usulan_jangan_digabung")
        return True
    parts = several.parts_in(visit.office, {key: answer.value for key, answer in before.answers.items()})
    visit.say("usulan_pisahkan", jumlah=len(parts))
    return True
