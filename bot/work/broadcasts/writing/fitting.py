"""The form of an announcement as somebody sees it who may announce in their own wilayah."""

from dataclasses import replace
from typing import Any

from bot.core.flow.interpreter import Flow
from bot.core.forms.questions import Question
from bot.core.wilayah import KABUPATEN, KECAMATAN, level_of
from bot.work.access import ROLES, command, role
from bot.work.places.own import home
from bot.work.visit import Visit


def own_scopes(visit: Visit) -> tuple[str, ...]:
    """The wilayah in which this person may announce."""
    return tuple(sorted({grant.scope for grant in visit.grants if grant.role in command("siaran").roles}))


def at_home(visit: Visit) -> dict[str, Any]:
    """The kecamatan of who has only one."""
    place = home(visit.office, visit.grants, command("siaran").roles).get(KECAMATAN)
    if place is None or len(own_scopes(visit)) > 1:
        return {}
    return {KECAMATAN: place, "beberapa": [{"value": place["code"], "label": place["name"]}]}


def own_level(visit: Visit) -> str:
    """How wide all of their own is; empty where that is several kecamatan, or less than one."""
    if any(level_of(scope) == KABUPATEN for scope in own_scopes(visit)):
        return KABUPATEN
    return KECAMATAN if at_home(visit) else ""


def fitted(visit: Visit, flow: Flow) -> Flow:
    """Nobody chooses what is wider than their own wilayah, nor roles that are held only there."""
    if own_level(visit) == KABUPATEN:
        return flow
    wide = {KABUPATEN, *(name for name in ROLES if role(name).level == KABUPATEN)}
    return replace(flow, questions=tuple(_without(one, wide) for one in flow.questions))


def _without(question: Question, values: set[str]) -> Question:
    if question.key not in {"tingkat", "peran"}:
        return question
    options = tuple(offer for offer in question.params.options if offer.value not in values)
    return replace(question, params=replace(question.params, options=options))
