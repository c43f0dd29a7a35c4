"""Polls and quizzes."""

from typing import Any

from telegram.constants import PollLimit

from bot.simulator.api import Call, answers, formatted
from bot.simulator.api_messages import own_message, send, written
from bot.simulator.protocol import Json
from bot.simulator.refusals import bad_request
from bot.simulator.stage import new_id

MOST_OPTIONS = 12
MOST_LINES = 2
"""Line feeds in the explanation of a quiz."""


@answers
async def send_poll(call: Call) -> Json:
    poll = _read_poll(call.params)
    return send(call, {"poll": poll})


def _read_poll(params: Json) -> Json:
    quiz = params.get("type") == "quiz"
    asked = formatted(
        params["question"], params.get("question_parse_mode"), params.get("question_entities"), 300, "poll question"
    )
    anonymous = params.get("is_anonymous")
    poll = {
        "id": new_id(), "options": _read_options(params["options"]), "total_voter_count": 0, "is_closed": False,
        "is_anonymous": True if anonymous is None else anonymous, "type": "quiz" if quiz else "regular",
        "allows_multiple_answers": bool(params.get("allows_multiple_answers")), "allows_revoting": not quiz,
        "members_only": False,
    }  # fmt: skip
    return poll | written(asked, "question", "question_entities") | (_read_quiz(params, poll) if quiz else {})


def _read_options(given: Any) -> list[Json]:
    if not isinstance(given, list) or not given:
        raise bad_request("poll must have at least 1 option")
    if len(given) > MOST_OPTIONS:
        raise bad_request(f"poll can't have more than {MOST_OPTIONS} options")
    texts = [str(option.get("text", "") if isinstance(option, dict) else option) for option in given]
    for text in texts:
        if not 1 <= len(text) <= PollLimit.MAX_OPTION_LENGTH:
            raise bad_request(f"poll options length must not exceed {PollLimit.MAX_OPTION_LENGTH}")
    return [{"text": text, "voter_count": 0, "persistent_id": str(place)} for place, text in enumerate(texts)]


def _read_quiz(params: Json, poll: Json) -> Json:
    correct = params.get("correct_option_ids")
    if correct is None:
        correct = [] if params.get("correct_option_id") is None else [params["correct_option_id"]]
    if not correct or any(not 0 <= place < len(poll["options"]) for place in correct):
        raise bad_request("wrong correct option ID specified")
    explanation = params.get("explanation") or ""
    longest = PollLimit.MAX_EXPLANATION_LENGTH
    read = formatted(explanation, params.get("explanation_parse_mode"), None, longest, "explanation")
    if read.text.count("\n") > MOST_LINES:
        raise bad_request("explanation has too many line feeds")
    shown = written(read, "explanation", "explanation_entities") if read.text else {}
    return {"correct_option_ids": correct} | shown


@answers
async def stop_poll(call: Call) -> Json:
    chat, message = own_message(call)
    if "poll" not in message:
        raise bad_request("message with poll to stop not found")
    if message["poll"]["is_closed"]:
        raise bad_request("poll has already been closed")
    message["poll"]["is_closed"] = True
    call.stage.publish("poll", chat, message)
    poll: Json = message["poll"]
    return poll
