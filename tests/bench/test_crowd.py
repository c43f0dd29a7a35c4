"""The prepared answers fit the form as it is today: each gets exactly one reply."""

from typing import Any

from bot.catalog import load
from bot.core.flow.interpreter import advance, begin
from bot.core.forms.heard import Heard, Pressed, Typed
from bot.core.forms.say import Step
from tests.bench.crowd import PEOPLE, ROUND, Crowd
from tests.bench.subjects import FOLDER


def _heard_in(update: dict[str, Any]) -> Heard:
    if "callback_query" in update:
        return Pressed(*update["callback_query"]["data"].split(":", 3)[1:])
    return Typed(update["message"]["text"], update["message"]["message_id"])


def _once_round() -> list[Step]:
    """From the first question to *Kirim*."""
    catalog = load(FOLDER / "content", "73.16")
    crowd = Crowd()
    crowd.into_the_form()
    person, flow = crowd.people[0], catalog.flows["usulan"]
    steps = [begin(flow, person.draft, catalog.world)]
    while not steps[-1].ended:
        steps.append(advance(flow, steps[-1].state, _heard_in(person.go_on()), catalog.world))
    return steps


def test_every_answer_of_the_round_moves_the_form_on_by_one_message() -> None:
    steps = _once_round()

    asked = [[(say.sentence != "", say.question) for say in step.say] for step in steps[:-1]]
    assert all(len(says) == 1 and says[0][0] for says in asked)
    assert len({says[0][1] for says in asked}) == len(asked)


def test_the_round_sends_the_usulan_off() -> None:
    assert _once_round()[-1].ended == "sent"


def test_after_a_round_the_same_person_gives_the_first_answer_again() -> None:
    crowd = Crowd()
    crowd.into_the_form()
    first, *_, last = crowd.answers(len(ROUND) * PEOPLE + 1)

    assert first["message"]["text"] == last["message"]["text"]
    assert first["message"]["chat"] == last["message"]["chat"]
