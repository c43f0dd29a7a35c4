"""Updates are handed out, confirmed by offset, kept for a day, and given to one poller only."""

import asyncio

import pytest
from telegram import Bot
from telegram.error import Conflict

from bot.simulator.chats import Person
from tests.simulator.conftest import Api, Poller, until
from tests.support.simulator import Simulator


async def test_an_update_comes_again_until_it_is_confirmed(sim: Simulator, bot: Bot, sitti: Person) -> None:
    await sim.say(sitti, "Air bersih")

    first, second = await bot.get_updates(), await bot.get_updates()

    assert first[0].update_id == second[0].update_id


async def test_an_offset_confirms_what_is_below_it(sim: Simulator, bot: Bot, sitti: Person) -> None:
    await sim.say(sitti, "satu")
    await sim.say(sitti, "dua")
    first = (await bot.get_updates())[0]

    left = await bot.get_updates(offset=first.update_id + 1)

    assert (["dua"], 1) == ([update.message.text for update in left if update.message], sim.updates_confirmed)


async def test_a_negative_offset_keeps_only_the_last_ones(sim: Simulator, bot: Bot, sitti: Person) -> None:
    for text in ("satu", "dua", "tiga"):
        await sim.say(sitti, text)

    left = await bot.get_updates(offset=-1)

    assert ["tiga"] == [update.message.text for update in left if update.message]


async def test_a_limit_holds(sim: Simulator, bot: Bot, sitti: Person) -> None:
    for text in ("satu", "dua", "tiga"):
        await sim.say(sitti, text)

    assert 2 == len(await bot.get_updates(limit=2))


async def test_a_long_poll_ends_when_somebody_writes(sim: Simulator, bot: Bot, sitti: Person) -> None:
    waiting = asyncio.create_task(bot.get_updates(timeout=30))
    await until(lambda: sim.stage.updates.is_polled)

    await sim.say(sitti, "Halo")

    assert 1 == len(await asyncio.wait_for(waiting, 5))


async def test_a_poll_without_updates_comes_back_empty(bot: Bot) -> None:
    assert () == await bot.get_updates(timeout=1)


async def test_a_second_poller_is_refused_while_the_first_waits(
    sim: Simulator, bot: Bot, fake_token: str, sitti: Person
) -> None:
    waiting = asyncio.create_task(bot.get_updates(timeout=30))
    await until(lambda: sim.stage.updates.is_polled)

    async with Bot(fake_token, base_url=f"{sim.url}/bot") as second:
        with pytest.raises(Conflict, match="terminated by other getUpdates request"):
            await second.get_updates()

    await sim.say(sitti, "Halo")
    assert 1 == len(await waiting)


async def test_a_poller_that_died_makes_room_for_the_next(sim: Simulator, api: Api) -> None:
    address = f"{sim.url}/bot{sim.stage.token}/getUpdates"
    waiting = asyncio.create_task(api.session.post(address, json={"timeout": 30}))
    await until(lambda: sim.stage.updates.is_polled)
    waiting.cancel()
    await until(lambda: not sim.stage.updates.is_polled)

    assert (200, {"ok": True, "result": []}) == await api("getUpdates")


async def test_updates_older_than_a_day_are_dropped(sim: Simulator, bot: Bot, sitti: Person) -> None:
    await sim.say(sitti, "kemarin")
    await sim.move_clock(by=24 * 3600 + 1)
    await sim.say(sitti, "hari ini")

    left = await bot.get_updates()

    assert (["hari ini"], 1) == ([update.message.text for update in left if update.message], sim.stage.updates.expired)


async def test_updates_of_almost_a_day_are_kept(sim: Simulator, bot: Bot, sitti: Person) -> None:
    await sim.say(sitti, "kemarin")
    await sim.move_clock(by=24 * 3600 - 60)

    assert 1 == len(await bot.get_updates())


async def test_only_the_kinds_asked_for_arrive(sim: Simulator, bot: Bot, sitti: Person) -> None:
    await bot.get_updates(allowed_updates=["edited_message"])
    message = await sim.say(sitti, "Halo")
    await sim.edit(sitti, message["message_id"], "Halo Bu")

    (update,) = await bot.get_updates()

    assert update.edited_message is not None


async def test_pending_updates_can_be_dropped(sim: Simulator, bot: Bot, sitti: Person) -> None:
    await sim.say(sitti, "Halo")

    await bot.delete_webhook(drop_pending_updates=True)

    assert () == await bot.get_updates()


async def test_an_injected_update_is_numbered_like_any_other(sim: Simulator, poller: Poller, sitti: Person) -> None:
    sim.inject({"message": {"message_id": 5, "date": 0, "chat": {"id": sitti.id, "type": "private"}, "text": "x"}})

    await poller.updates()

    assert [] == await poller.updates()


async def test_a_raw_fragment_is_placed_as_it_is(sim: Simulator, api: Api) -> None:
    sim.inject_raw('{"update_id": "tujuh", "message": [1e5]}')

    _, answer = await api("getUpdates")

    assert [{"update_id": "tujuh", "message": [1e5]}] == answer["result"]


async def test_a_raw_fragment_leaves_with_the_next_poll(sim: Simulator, api: Api) -> None:
    sim.inject_raw('{"update_id": "tujuh"}')
    await api("getUpdates")

    _, answer = await api("getUpdates")

    assert [] == answer["result"]


async def test_an_update_id_can_be_chosen_and_the_next_follow_it(sim: Simulator, bot: Bot, sitti: Person) -> None:
    sim.inject({"update_id": 900_000_000})
    await sim.say(sitti, "Halo")

    assert [900_000_000, 900_000_001] == [update.update_id for update in await bot.get_updates()]


async def test_an_odd_limit_is_taken_as_a_hundred(sim: Simulator, api: Api, sitti: Person) -> None:
    for _ in range(101):
        await sim.say(sitti, "Halo")

    _, answer = await api("getUpdates", limit=1000)

    assert 100 == len(answer["result"])


async def test_an_update_id_can_be_repeated(sim: Simulator, api: Api, sitti: Person) -> None:
    await sim.say(sitti, "Halo")
    _, answer = await api("getUpdates")
    number = answer["result"][0]["update_id"]
    sim.inject({"update_id": number})

    _, again = await api("getUpdates", offset=number + 1)

    assert [{"update_id": number}] == again["result"]


async def test_one_can_wait_until_everything_is_confirmed(sim: Simulator, poller: Poller, sitti: Person) -> None:
    await sim.say(sitti, "Halo")
    waiting = asyncio.create_task(sim.wait_until_confirmed())
    await poller.updates()
    await poller.updates()

    await waiting

    assert 1 == sim.updates_confirmed


async def test_polling_is_refused_while_a_webhook_is_set(bot: Bot, api: Api) -> None:
    await bot.set_webhook("https://contoh.invalid/hook")

    status, answer = await api("getUpdates")

    assert (409, True) == (status, "can't use getUpdates method while webhook is active" in answer["description"])
