"""One person is invited: the form, with what is known before its first question."""

from typing import Any

from bot.core.forms.questions import Flow
from bot.core.forms.writing import key_of
from bot.work import conversation
from bot.work.access import DELEGASI, FASILITATOR_DESA, role
from bot.work.roles.invitations import JOURNEY
from bot.work.roles.territory import ROLE, home, narrowed, only_role
from bot.work.visit import Visit

_GIVERS = tuple({giver for name in (DELEGASI, FASILITATOR_DESA) for giver in role(name).given_by})


def begin(visit: Visit, text: str = "") -> None:
    """With what follows from one's own roles, and the role that the words name. One that is not theirs to give makes no
    invitation to another."""
    flow = visit.office.catalog.flows[JOURNEY.form]
    named, given = _role_in(flow, text), _role_in(narrowed(visit, flow), text)
    if named and not given:
        visit.say("undang_di_luar")
        return
    known = only_role(visit.grants, visit.office) or given
    conversation.start(visit, JOURNEY, known | home(visit.office, visit.grants, _GIVERS))


def _role_in(flow: Flow, text: str) -> dict[str, Any]:
    """The one role of this form whose name stands in the text."""
    spoken, question = {*key_of(text).split()}, flow.question(ROLE)
    offers = question.params.options if question is not None else ()
    found = [offer for offer in offers if {*key_of(offer.label).split()} <= spoken]
    return {ROLE: {"value": found[0].value, "label": found[0].label}} if len(found) == 1 else {}
