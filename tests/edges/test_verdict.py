"""What each answer of Telegram means for a letter: the whole table, row by row."""

from dataclasses import replace
from typing import Any

import pytest

from bot.edges.verdict import GIVE_UP_AFTER, judge, wait_before
from bot.edges.wire import Answer
from bot.store.queues.letters import Fate, Letter
from bot.store.turn import ANNOUNCEMENT, REPLY, SCHEDULED

NOW = 1_800_000_000.0
TEXT = {"chat_id": 7, "text": "<b>Halo</b> &amp; salam", "parse_mode": "HTML"}


def letter(method: str = "sendMessage", priority: int = REPLY, **more: Any) -> Letter:
    whole = Letter(1, 7, 70, priority, method, dict(TEXT), 1, NOW - 5, None)
    return replace(whole, **more)


def refused(status: int, description: str, **parameters: Any) -> Answer:
    return Answer(status, {"ok": False, "error_code": status, "description": description, "parameters": parameters})


def bad_request(reason: str, **parameters: Any) -> Answer:
    return refused(400, f"Bad Request: {reason}", **parameters)


def sent(result: Any) -> Answer:
    return Answer(200, {"ok": True, "result": result})


OK = sent({"message_id": 12})
NO_ROUTE = Answer(0, None, sent=False, error="ClientConnectorError")
SILENCE = Answer(0, None, error="TimeoutError")
BROKEN = Answer(502, None, error="HTTP 502, unreadable")
NOT_JSON = Answer(200, None, error="HTTP 200, unreadable")
NOT_OK = Answer(200, {"ok": False})
UNKNOWN = refused(418, "I'm a teapot")

ENDINGS = [
    pytest.param(OK, "sent", id="200"),
    pytest.param(sent(True), "sent", id="200 with a bare true"),
    pytest.param(refused(403, "Forbidden: bot was blocked by the user"), "unreachable", id="403 blocked"),
    pytest.param(refused(403, "Forbidden: user is deactivated"), "unreachable", id="403 deactivated"),
    pytest.param(refused(403, "Forbidden: bot was kicked from the group chat"), "unreachable", id="403 kicked"),
    pytest.param(bad_request("chat not found"), "refused", id="400 chat not found"),
    pytest.param(bad_request("message to edit not found"), "refused", id="400 nothing to edit"),
    pytest.param(bad_request("message is not modified: the same"), "sent", id="400 not modified"),
    pytest.param(bad_request("query is too old and response timeout expired"), "sent", id="400 too old"),
    pytest.param(bad_request("message to delete not found"), "sent", id="400 nothing to delete"),
    pytest.param(bad_request("something nobody knows"), "refused", id="400 unknown"),
    pytest.param(refused(404, "Not Found: method not found"), "refused", id="404"),
    pytest.param(refused(413, "Request Entity Too Large"), "refused", id="413"),
]


@pytest.mark.parametrize("priority", [REPLY, SCHEDULED, ANNOUNCEMENT])
@pytest.mark.parametrize(("answer", "outcome"), ENDINGS)
def test_a_clear_answer_ends_the_letter_whatever_its_priority(answer: Answer, outcome: str, priority: int) -> None:
    fate = judge(letter(priority=priority), answer, NOW)
    assert (outcome, False, None) == (fate.outcome, fate.uncertain, fate.hold)


# How sure it is that the letter did not arrive: not sent (plain retry), or uncertain.
UNANSWERED = [
    pytest.param(NO_ROUTE, False, id="no route"),
    pytest.param(SILENCE, True, id="timeout or reset"),
    pytest.param(BROKEN, True, id="5xx"),
    pytest.param(NOT_JSON, True, id="200 that is not JSON"),
    pytest.param(NOT_OK, True, id="200 with ok false"),
    pytest.param(UNKNOWN, True, id="a status nobody knows"),
]


@pytest.mark.parametrize("priority", [REPLY, SCHEDULED])
@pytest.mark.parametrize(("answer", "uncertain"), UNANSWERED)
def test_a_letter_without_a_clear_answer_is_tried_again_within_seconds(
    answer: Answer, uncertain: bool, priority: int
) -> None:
    fate = judge(letter(priority=priority), answer, NOW)
    assert (None, uncertain, True, None) == (fate.outcome, fate.uncertain, fate.counted, fate.hold)
    assert NOW + 0.7 <= fate.due_at <= NOW + 1.3


@pytest.mark.parametrize(("answer", "uncertain"), UNANSWERED)
def test_an_announcement_that_may_have_arrived_is_left_to_a_person(answer: Answer, uncertain: bool) -> None:
    fate = judge(letter(priority=ANNOUNCEMENT), answer, NOW)
    assert ("unsure" if uncertain else None, uncertain) == (fate.outcome, fate.uncertain)


@pytest.mark.parametrize("method", ["editMessageText", "deleteMessage", "setMyCommands"])
@pytest.mark.parametrize("priority", [REPLY, SCHEDULED, ANNOUNCEMENT])
@pytest.mark.parametrize(("answer", "_uncertain"), UNANSWERED)
def test_a_call_that_may_be_repeated_is_never_uncertain(
    answer: Answer, _uncertain: bool, priority: int, method: str
) -> None:
    fate = judge(letter(method, priority), answer, NOW)
    assert (None, False) == (fate.outcome, fate.uncertain)


@pytest.mark.parametrize("answer", [NO_ROUTE, SILENCE, BROKEN, NOT_JSON])
def test_after_a_day_a_letter_is_given_up(answer: Answer) -> None:
    old = letter(created_at=NOW - GIVE_UP_AFTER - 1)
    assert "dead" == judge(old, answer, NOW).outcome


@pytest.mark.parametrize("answer", [NO_ROUTE, SILENCE, BROKEN, NOT_JSON])
def test_within_the_day_it_is_not_given_up(answer: Answer) -> None:
    assert judge(letter(created_at=NOW - GIVE_UP_AFTER + 1), answer, NOW).outcome is None


def test_what_is_worthless_later_is_given_up_when_later_has_come() -> None:
    assert "dead" == judge(letter(not_after=NOW - 1), BROKEN, NOW).outcome
    assert judge(letter(not_after=NOW + 1), BROKEN, NOW).outcome is None


def test_a_letter_given_up_says_whether_it_may_have_arrived() -> None:
    old = letter(created_at=NOW - GIVE_UP_AFTER - 1)
    assert (False, True) == (judge(old, NO_ROUTE, NOW).uncertain, judge(old, SILENCE, NOW).uncertain)


@pytest.mark.parametrize("priority", [REPLY, SCHEDULED, ANNOUNCEMENT])
@pytest.mark.parametrize(("asked", "seconds"), [(7, 7.0), (0, 1.0), (3600, 3600.0), ("soon", 1.0), (10**9, 3600.0)])
def test_429_silences_the_chat_for_exactly_as_long_as_asked(asked: Any, seconds: float, priority: int) -> None:
    fate = judge(letter(priority=priority), refused(429, "Too Many Requests", retry_after=asked), NOW)
    until = NOW + seconds
    assert (None, until, (7, until), False, False) == (
        fate.outcome,
        fate.due_at,
        fate.hold,
        fate.counted,
        fate.uncertain,
    )


def test_429_that_names_no_time_waits_a_second() -> None:
    assert (7, NOW + 1) == judge(letter(), refused(429, "Too Many Requests"), NOW).hold


@pytest.mark.parametrize("priority", [REPLY, SCHEDULED, ANNOUNCEMENT])
def test_401_silences_the_whole_bot_for_a_minute(priority: int) -> None:
    fate = judge(letter(priority=priority), refused(401, "Unauthorized"), NOW)
    assert (None, NOW + 60, (0, NOW + 60), False, False) == (
        fate.outcome,
        fate.due_at,
        fate.hold,
        fate.counted,
        fate.uncertain,
    )


CANNOT_PARSE = bad_request('can\'t parse entities: Unsupported start tag "br" at byte offset 3')


@pytest.mark.parametrize("name", ["text", "caption"])
def test_what_telegram_cannot_parse_goes_once_more_as_plain_text(name: str) -> None:
    odd = letter(params={"chat_id": 7, name: "<b>Halo</b> &amp; <br>salam", "parse_mode": "HTML"})
    fate = judge(odd, CANNOT_PARSE, NOW)
    assert (None, NOW, False) == (fate.outcome, fate.due_at, fate.uncertain)
    assert {"chat_id": 7, name: "Halo & salam"} == fate.params


def test_plain_text_that_cannot_be_parsed_either_is_refused() -> None:
    plain = letter(params={"chat_id": 7, "text": "Halo"})
    assert "refused" == judge(plain, CANNOT_PARSE, NOW).outcome


def test_plain_text_keeps_its_buttons() -> None:
    markup = {"inline_keyboard": [[{"text": "<Ya>", "callback_data": "m:baru"}]]}
    fate = judge(letter(params=TEXT | {"reply_markup": markup}), CANNOT_PARSE, NOW)
    assert fate.params is not None
    assert markup == fate.params["reply_markup"]


@pytest.mark.parametrize("priority", [REPLY, SCHEDULED, ANNOUNCEMENT])
def test_a_letter_to_a_group_that_moved_goes_again_at_once(priority: int) -> None:
    moved = bad_request("group chat was upgraded to a supergroup chat", migrate_to_chat_id=-1001)
    fate = judge(letter(priority=priority), moved, NOW)
    assert (None, NOW, False, None) == (fate.outcome, fate.due_at, fate.counted, fate.hold)


@pytest.mark.parametrize(
    ("result", "kept"),
    [
        ({"message_id": 1, "poll": {"id": "55"}}, "55"),
        ({"message_id": 1, "document": {"file_id": "D"}}, "D"),
        ({"message_id": 1, "voice": {"file_id": "V"}}, "V"),
        ({"message_id": 1}, None),
        (True, None),
        ([{"message_id": 1}], None),
    ],
)
def test_of_what_was_sent_the_id_needed_later_is_kept(result: Any, kept: str | None) -> None:
    assert kept == judge(letter(), sent(result), NOW).result


def test_the_message_of_a_letter_is_remembered_for_later_edits() -> None:
    assert Fate(letter(), "sent", message_id=12) == judge(letter(), OK, NOW)


def test_waits_double_from_one_second_to_an_hour_at_most() -> None:
    for tries, seconds in ((1, 1), (2, 2), (3, 4), (8, 128), (12, 2048), (13, 3600), (400, 3600)):
        assert 0.7 * seconds <= wait_before(tries) <= 1.3 * seconds


def test_waits_are_not_all_the_same() -> None:
    assert 10 < len({wait_before(3) for _ in range(50)})


@pytest.mark.parametrize(
    "said", ["Bad Request: there is no text in the message to edit", "Bad Request: message to edit not found"]
)
def test_an_edit_of_a_card_that_is_no_more_goes_out_as_a_new_message(said: str) -> None:
    card = letter("editMessageText", params={"chat_id": 5, "message_id": 7, "text": "Yang hadir"})
    fate = judge(card, refused(400, said), NOW)
    assert (fate.outcome, fate.method, fate.params) == (None, "sendMessage", {"chat_id": 5, "text": "Yang hadir"})
    announced = replace(card, priority=ANNOUNCEMENT)
    assert judge(announced, refused(400, said), NOW).outcome == "refused"
    assert judge(replace(card, refers_to=3), refused(400, said), NOW).outcome == "refused"
