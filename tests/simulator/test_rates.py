"""Telegram's limits: a burst passes, then a steady drip; a refusal says how long to wait."""

import pytest
from telegram import Bot
from telegram.error import RetryAfter

from bot.simulator import Rates
from bot.simulator.chats import Person
from bot.simulator.rates import Pacing
from bot.simulator.refusals import Refusal
from tests.support.simulator import Simulator


async def test_a_chat_takes_a_burst_of_four(sim: Simulator, bot: Bot, sitti: Person) -> None:
    sim.stage.pacing = Pacing(Rates())
    for place in range(4):
        await bot.send_message(sitti.id, f"Pesan {place}")

    with pytest.raises(RetryAfter, match="Retry in 0:00:01"):
        await bot.send_message(sitti.id, "Pesan kelima")


async def test_another_chat_is_not_held_up(sim: Simulator, bot: Bot, sitti: Person) -> None:
    sim.stage.pacing = Pacing(Rates(chat_burst=1))
    baso = sim.add_person("Baso")
    await sim.begin(baso)
    await bot.send_message(sitti.id, "Halo")

    await bot.send_message(baso.id, "Halo")

    assert ["Halo"] == sim.said(baso)


def admitted(pacing: Pacing, chats: list[int]) -> int:
    for place, chat in enumerate(chats):
        try:
            pacing.admit(chat)
        except Refusal:
            return place
    return len(chats)


def test_all_chats_together_take_thirty_and_a_little_grace() -> None:
    assert 30 <= admitted(Pacing(Rates()), list(range(1, 100))) <= 34


def test_a_group_takes_twenty_in_a_minute() -> None:
    pacing = Pacing(Rates(overall_per_second=0, chat_per_second=0))

    assert 20 == admitted(pacing, [-5] * 30)


def test_a_group_waits_three_seconds_for_the_next() -> None:
    pacing = Pacing(Rates(overall_per_second=0, chat_per_second=0))
    admitted(pacing, [-5] * 20)

    with pytest.raises(Refusal, match="retry after 3"):
        pacing.admit(-5)


def test_without_limits_nothing_is_refused() -> None:
    assert 1000 == admitted(Pacing(Rates.unlimited()), [-5] * 1000)


def test_a_message_may_be_a_tenth_of_a_second_early() -> None:
    pacing = Pacing(Rates(overall_per_second=0, chat_per_second=10, chat_burst=1))

    assert 2 == admitted(pacing, [1] * 5)


def test_a_refusal_takes_no_token() -> None:
    pacing = Pacing(Rates(overall_per_second=10, chat_per_second=1, chat_burst=1))
    admitted(pacing, [1] * 50)

    assert admitted(pacing, list(range(2, 12))) >= 9


async def test_settings_do_not_count(sim: Simulator, bot: Bot, sitti: Person) -> None:
    sim.stage.pacing = Pacing(Rates(chat_burst=1))

    for _ in range(5):
        await bot.set_my_commands([("mulai", "Mulai")])

    await bot.send_message(sitti.id, "Halo")
    assert ["Halo"] == sim.said(sitti)


async def test_an_edit_counts_as_a_message(sim: Simulator, bot: Bot, sitti: Person) -> None:
    sim.stage.pacing = Pacing(Rates(chat_burst=1))
    message = await bot.send_message(sitti.id, "Halo")

    with pytest.raises(RetryAfter):
        await message.edit_text("Hai")
