"""One person is invited: the form, with what is known before its first question."""

from typing import Any

from bot.core.calendar.places_named import place_named
from bot.core.forms.questions import Flow
from bot.core.forms.writing import key_of
from bot.core.wilayah import kecamatan_of, level_of
from bot.work import conversation
from bot.work.access import DELEGASI, FASILITATOR_DESA, role
from bot.work.roles.invitations import JOURNEY
from bot.work.roles.territory import ROLE, home, narrowed, only_role
from bot.work.visit import Visit

_GIVERS = tuple({giver for name in (DELEGASI, FASILITATOR_DESA) for giver in role(name).given_by})


def begin(visit: Visit, text: str = "") -> None:
    """With what follows from one's own roles, and the role and the place that the words name. A role that is not theirs
    to give makes no invitation to another."""
    flow = visit.office.catalog.flows[JOURNEY.form]
    named, given = _role_in(flow, text), _role_in(narrowed(visit, flow), text)
    if named and not given:
        visit.say("undang_di_luar")
        return
    known = only_role(visit.grants, visit.office) or given
    place = _place_in(visit, text) if known else {}
    conversation.start(visit, JOURNEY, known | home(visit.office, visit.grants, _GIVERS) | place)


def _place_in(visit: Visit, text: str) -> dict[str, Any]:
    """The one desa, kelurahan or kecamatan of their own wilayah that the words name."""
    places, words = visit.office.catalog.places, visit.office.catalog.world.spellings.places
    scopes = [grant.scope for grant in visit.grants if grant.role in _GIVERS]
    found = place_named(text, places, scopes, words).places
    chain = (kecamatan_of(found[0].code), found[0].code) if len(found) == 1 else ()
    named = {level_of(one.code): one for one in map(places.find, chain) if one is not None}
    return {level: {"code": one.code, "name": one.name} for level, one in named.items()}


def _role_in(flow: Flow, text: str) -> dict[str, Any]:
    """The one role of this form whose name stands in the text."""
    spoken, question = {*key_of(text).split()}, flow.question(ROLE)
    offers = question.params.options if question is not None else ()
    found = [offer for offer in offers if {*key_of(offer.label).split()} <= spoken]
    return {ROLE: {"value": found[0].value, "label": found[0].label}} if len(found) == 1 else {}
