"""What an usulan still lacks: the facilitator's list of questions."""

from collections.abc import Mapping
from typing import Any

from bot.core import kinds
from bot.core.flow.scene import applies
from bot.core.forms.questions import Flow, Question
from bot.core.understanding.answers import is_unknown


def missing(flow: Flow, answers: Mapping[str, Any]) -> tuple[Question, ...]:
    """Questions of the form that apply and were left out, or answered with "I do not know"; in the form's order.

    `question.key` and `question.title` name them.
    """
    asked = set(applies(flow, answers))
    lacking = (q for q in flow.questions if q.key in asked and q.optional and _lacks(answers.get(q.key)))
    return tuple(question for question in lacking if not kinds.find(question.kind).rest)


def _lacks(value: Any) -> bool:
    return value is None or is_unknown(value)
