"""What the figures rest on: the stand-in hands out, waits and takes note as Telegram would."""

import json
import time
import urllib.request
from collections.abc import Iterator
from typing import Any

import pytest

from tests.bench.crowd import Crowd
from tests.bench.telegram import StandIn, stand_in


@pytest.fixture(scope="module")
def running() -> Iterator[StandIn]:
    with stand_in() as found:
        yield found


@pytest.fixture
def telegram(running: StandIn) -> StandIn:
    running.reset(0.0)
    return running


def call(telegram: StandIn, method: str, body: str) -> Any:
    request = urllib.request.Request(f"{telegram.address}/bot1:A/{method}", body.encode())
    with urllib.request.urlopen(request, timeout=10) as answer:
        return json.load(answer)["result"]


def poll(telegram: StandIn, offset: int = 0) -> list[int]:
    return [update["update_id"] for update in call(telegram, "getUpdates", f'{{"offset":{offset},"timeout":0}}')]


def test_an_update_is_handed_out_again_until_a_later_one_is_asked_for(telegram: StandIn) -> None:
    updates = Crowd().texts(3)
    telegram.load(updates)
    first = updates[0]["update_id"]

    assert poll(telegram) == poll(telegram) == [first, first + 1, first + 2]
    assert poll(telegram, first + 2) == [first + 2]


def test_a_poll_hands_out_a_hundred_updates_at_most(telegram: StandIn) -> None:
    telegram.load(Crowd().texts(150))

    assert len(poll(telegram)) == 100


def test_answers_are_told_apart_by_chat_whether_sent_as_json_or_as_a_form(telegram: StandIn) -> None:
    one, two = (update["message"]["chat"]["id"] for update in Crowd().texts(2))
    telegram.load(Crowd().texts(2))

    call(telegram, "sendMessage", f'{{"chat_id":{two},"text":"ya"}}')
    after_json = telegram.state()["answered"]
    call(telegram, "sendMessage", f"chat_id={one}&text=ya")
    after_form = telegram.state()["answered"]

    assert [bool(moment) for moment in after_json] == [False, True]
    assert all(after_form)


def test_an_answer_nobody_waits_for_is_counted_as_one_too_many(telegram: StandIn) -> None:
    telegram.load(Crowd().texts(1))
    chat = Crowd().people[0].chat

    call(telegram, "sendMessage", f'{{"chat_id":{chat}}}')
    call(telegram, "sendMessage", f'{{"chat_id":{chat}}}')

    assert (telegram.state()["open"], telegram.state()["surplus"]) == (0, 1)


def test_a_round_trip_time_delays_every_answer(telegram: StandIn) -> None:
    telegram.reset(0.2)
    begin = time.monotonic()

    call(telegram, "getMe", "")

    assert time.monotonic() - begin >= 0.2


def test_an_even_load_becomes_available_bit_by_bit(telegram: StandIn) -> None:
    telegram.load(Crowd().texts(5), per_second=50)
    time.sleep(0.5)
    available = telegram.state()["available"]

    assert available[-1] - available[0] >= 0.07
