"""What somebody may choose, by their roles and their wilayah."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from bot.core.flow.interpreter import Flow
from bot.core.records import Grant
from bot.core.wilayah import KABUPATEN
from bot.work.access import role, roles_to_give
from bot.work.office import Office
from bot.work.visit import Visit

ROLE = "peran"


def narrowed(visit: Visit, flow: Flow) -> Flow:
    """The form with only those roles to choose that this person may give."""
    allowed = {one.name for one in roles_to_give(visit.grants)}
    questions = []
    for question in flow.questions:
        if question.key == ROLE:
            options = tuple(offer for offer in question.params.options if offer.value in allowed)
            question = replace(question, params=replace(question.params, options=options))  # noqa: PLW2901
        questions.append(question)
    return replace(flow, questions=tuple(questions))


def only_role(grants: Sequence[Grant], office: Office) -> dict[str, Any]:
    """The answer to "which role" where there is only one to give."""
    allowed = roles_to_give(grants)
    if len(allowed) != 1:
        return {}
    name = allowed[0].name
    return {ROLE: {"value": name, "label": office.catalog.text(f"peran_{name}")}}


def scope_of(office: Office, name: str, answers: dict[str, Any]) -> str:
    """The code of the wilayah in which the role is to hold, from the answers of a form."""
    level = role(name).level
    return office.catalog.places.kabupaten.code if level == KABUPATEN else str(answers[level]["code"])
