"""Each mishap on purpose looks to the client as the real one does, and happens as often as asked."""

import asyncio
import time
from typing import Any

import aiohttp
import pytest
from telegram import Bot
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)  # fmt: skip

from bot.simulator.chats import Person
from bot.simulator.refusals import PageRefusal
from tests.simulator.conftest import Api, until
from tests.support.simulator import Simulator

REFUSING: list[tuple[str, dict[str, Any], type[Exception], str]] = [
    ("429", {"retry_after": 7}, RetryAfter, "Retry in 0:00:07"),
    ("403", {}, Forbidden, "bot was blocked by the user"),
    ("403", {"description": "user is deactivated"}, Forbidden, "user is deactivated"),
    ("400", {}, BadRequest, "Chat not found"),
    ("400", {"description": "Bad Request: TOPIC_CLOSED"}, BadRequest, "Topic_closed"),
    ("401", {}, InvalidToken, "Unauthorized"),
    ("500", {}, NetworkError, "Internal Server Error|Bad Gateway"),
    ("not_json", {}, TelegramError, "Invalid server response"),
    ("reset", {}, NetworkError, "ReadError|RemoteProtocolError"),
    ("lost_reply", {}, NetworkError, "ReadError|RemoteProtocolError"),
    ("half", {}, NetworkError, "RemoteProtocolError"),
    ("down", {}, NetworkError, "ReadError|RemoteProtocolError"),
]


@pytest.mark.parametrize(("kind", "limits", "error", "words"), REFUSING, ids=[row[0] for row in REFUSING])
async def test_the_client_sees(
    sim: Simulator, bot: Bot, sitti: Person, kind: str, limits: dict[str, Any], error: type[Exception], words: str
) -> None:
    sim.add_fault(kind, times=1, **limits)

    with pytest.raises(error, match=words):
        await bot.send_message(sitti.id, "Halo")


DONE = {
    "lost_reply": 1,
    "half": 1,
    "429": 0,
    "403": 0,
    "400": 0,
    "401": 0,
    "500": 0,
    "not_json": 0,
    "reset": 0,
    "down": 0,
}


@pytest.mark.parametrize("kind", DONE)
async def test_only_spoiled_answers_belong_to_calls_that_were_done(
    sim: Simulator, bot: Bot, sitti: Person, kind: str
) -> None:
    sim.add_fault(kind, times=1)

    with pytest.raises(TelegramError):
        await bot.send_message(sitti.id, "Halo")

    assert DONE[kind] == len(sim.said(sitti))


async def test_a_fault_ends_after_its_times(sim: Simulator, bot: Bot, sitti: Person) -> None:
    sim.add_fault("500", times=2)
    for _ in range(2):
        with pytest.raises(NetworkError):
            await bot.send_message(sitti.id, "Halo")

    await bot.send_message(sitti.id, "Halo")

    assert ["Halo"] == sim.said(sitti)


async def test_a_fault_without_times_stays_until_removed(sim: Simulator, bot: Bot, sitti: Person) -> None:
    sim.add_fault("403")
    for _ in range(3):
        with pytest.raises(Forbidden):
            await bot.send_message(sitti.id, "Halo")

    sim.clear_faults()
    await bot.send_message(sitti.id, "Halo")

    assert ["Halo"] == sim.said(sitti)


async def test_one_fault_can_be_removed_alone(sim: Simulator) -> None:
    first, second = sim.add_fault("403"), sim.add_fault("500")

    sim.clear_faults(first.id)

    assert [second.id] == [fault["id"] for fault in sim.stage.faults.as_json()]


async def test_a_fault_meets_only_its_chat(sim: Simulator, bot: Bot, sitti: Person) -> None:
    baso = sim.add_person("Baso")
    await sim.begin(baso)
    sim.add_fault("429", chat=baso.id)

    await bot.send_message(sitti.id, "Halo")

    with pytest.raises(RetryAfter):
        await bot.send_message(baso.id, "Halo")


async def test_a_fault_meets_only_its_method(sim: Simulator, bot: Bot, sitti: Person) -> None:
    sim.add_fault("500", method="editMessageText")

    message = await bot.send_message(sitti.id, "Halo")

    with pytest.raises(NetworkError):
        await message.edit_text("Hai")


async def test_a_fault_without_a_method_leaves_polling_alone(sim: Simulator, bot: Bot) -> None:
    sim.add_fault("500")

    assert () == await bot.get_updates()


async def test_another_poller_can_be_pretended(sim: Simulator, bot: Bot) -> None:
    sim.add_fault("409", times=1)

    with pytest.raises(Conflict):
        await bot.get_updates()


async def test_a_timeout_does_the_call_and_holds_its_answer(sim: Simulator, bot: Bot, sitti: Person) -> None:
    sim.add_fault("timeout", seconds=5, times=1)

    with pytest.raises(TimedOut):
        await bot.send_message(sitti.id, "Halo", read_timeout=0.2)

    assert ["Halo"] == sim.said(sitti)


async def test_a_slow_answer_drips_but_arrives(sim: Simulator, bot: Bot, sitti: Person) -> None:
    sim.add_fault("slow", seconds=0.01, times=1)
    begun = time.monotonic()

    message = await bot.send_message(sitti.id, "Halo")

    assert message.text == "Halo"
    assert time.monotonic() - begun > 0.1


async def test_a_reset_is_a_reset_of_the_connection(sim: Simulator, api: Api) -> None:
    sim.add_fault("reset", times=1)

    with pytest.raises((ConnectionResetError, aiohttp.ClientOSError)):
        await api("getMe")


async def test_down_cuts_the_poll_that_was_waiting(sim: Simulator, bot: Bot, sitti: Person) -> None:
    waiting = asyncio.create_task(bot.get_updates(timeout=20))
    await until(lambda: sim.stage.updates.is_polled)
    sim.add_fault("down")

    await sim.say(sitti, "Halo")

    with pytest.raises(NetworkError):
        await waiting


async def test_down_reaches_the_page_no_more_than_before(sim: Simulator, api: Api) -> None:
    sim.add_fault("down")

    status, state = await api.page("GET", "state")

    assert (200, "down") == (status, state["faults"][0]["kind"])


async def test_a_group_can_move_to_another_id(sim: Simulator, bot: Bot, sitti: Person) -> None:
    group = sim.add_group("Musrenbang Baraka", [sitti])
    sim.add_fault("migrate", chat=group.id, times=1)

    with pytest.raises(ChatMigrated) as moved:
        await bot.send_message(group.id, "Halo")

    await bot.send_message(moved.value.new_chat_id, "Halo")
    assert ["Halo"] == sim.said(moved.value.new_chat_id)


async def test_a_group_that_moved_refuses_its_old_id_for_good(sim: Simulator, bot: Bot, sitti: Person) -> None:
    group = sim.add_group("Musrenbang Baraka", [sitti])
    sim.add_fault("migrate", chat=group.id, times=1)

    for _ in range(2):
        with pytest.raises(ChatMigrated):
            await bot.send_message(group.id, "Halo")


async def test_the_bot_is_told_of_the_move(sim: Simulator, bot: Bot, sitti: Person) -> None:
    group = sim.add_group("Musrenbang Baraka", [sitti])
    sim.stage.updates.forget()
    sim.add_fault("migrate", chat=group.id, times=1)
    with pytest.raises(ChatMigrated):
        await bot.send_message(group.id, "Halo")

    old, new = [update.message for update in await bot.get_updates()]

    assert old is not None
    assert new is not None
    assert (old.migrate_to_chat_id, new.migrate_from_chat_id) == (new.chat.id, old.chat.id)


async def test_a_file_link_may_be_gone(sim: Simulator, bot: Bot, sitti: Person) -> None:
    document = (await sim.document(sitti, b"isi"))["document"]
    file = await bot.get_file(document["file_id"])
    sim.add_fault("file_gone", times=1)

    with pytest.raises(InvalidToken, match="Not Found"):
        await file.download_as_bytearray()

    assert b"isi" == bytes(await file.download_as_bytearray())


async def test_a_file_itself_may_be_gone(sim: Simulator, bot: Bot, sitti: Person) -> None:
    document = (await sim.document(sitti, b"isi"))["document"]
    sim.add_fault("file_gone", method="getFile", times=1)

    with pytest.raises(BadRequest, match="temporarily unavailable"):
        await bot.get_file(document["file_id"])


@pytest.mark.parametrize(
    "given", [{"kind": "banjir"}, {"kind": "500", "colour": 1}, {"kind": "500", "times": "banyak"}]
)
async def test_an_unknown_fault_is_refused(sim: Simulator, given: dict[str, Any]) -> None:
    with pytest.raises(PageRefusal):
        sim.add_fault(**given)


async def test_every_kind_has_a_label_for_the_page(api: Api) -> None:
    _, state = await api.page("GET", "state")

    assert all(kind["label"] for kind in state["fault_kinds"])
    assert 15 == len(state["fault_kinds"])
