""" "Pisahkan", said of several things in one story: it is no answer. They are told when each gets a number of its
own."""

from bot.core.forms.heard import Heard, Typed
from bot.core.forms.state import State
from bot.core.forms.writing import key_of
from bot.work.usulan import several
from bot.work.visit import Visit


def is_wished(visit: Visit, heard: Heard) -> bool:
    return isinstance(heard, Typed) and key_of(heard.text) in visit.office.catalog.world.parting


def tell(visit: Visit, before: State) -> bool:
    """The question that stands there stays open."""
    parts = several.parts_in(visit.office, {key: answer.value for key, answer in before.answers.items()})
    visit.say("usulan_pisahkan", jumlah=len(parts))
    return True
