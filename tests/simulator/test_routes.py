"""The chat page's protocol, spoken over HTTP as the page speaks it."""

import asyncio
import json
from datetime import UTC, datetime, timedelta
from typing import Any

import aiohttp
import pytest
from telegram import Bot

from bot.simulator import Rates
from bot.simulator.chats import Person
from tests.simulator.conftest import Api, Json
from tests.simulator.test_media import picture
from tests.support.simulator import Simulator


async def test_the_state_shows_people_chats_and_the_bot(api: Api, bot: Bot, sitti: Person) -> None:
    await bot.send_message(sitti.id, "<b>Halo</b>", parse_mode="HTML")

    _, state = await api.page("GET", "state")

    chat = state["chats"][str(sitti.id)]
    assert ("Asia/Makassar", "KawanMusrenbangBot", "Sitti") == (
        state["zone"], state["bot"]["username"], state["people"][0]["first_name"],
    )  # fmt: skip
    assert [("/start", "bot_command", False), ("Halo", "bold", True)] == [
        (message["text"], message["entities"][0]["type"], message["outgoing"]) for message in chat["messages"]
    ]


async def test_a_new_person_can_begin_and_write(api: Api) -> None:
    _, person = await api.page("POST", "people", first_name="Baso", role="fasilitator")
    where = {"person": person["id"], "chat": person["id"]}

    await api.page("POST", "start", person=person["id"], payload="abc")
    status, message = await api.page("POST", "send", **where, text="/mulai")

    assert (200, "/mulai", "fasilitator") == (status, message["text"], person["role"])


async def test_everything_a_person_does_has_a_route(api: Api, bot: Bot, sitti: Person) -> None:
    asked = await bot.send_message(sitti.id, "Boleh?", api_kwargs={"reply_markup": BUTTON})
    poll = await bot.send_poll(sitti.id, "Jam?", ["Pagi", "Sore"])
    where: Json = {"person": sitti.id, "chat": sitti.id}
    _, said = await api.page("POST", "send", **where, text="Halo", reply_to=asked.message_id)

    done = [
        await api.page("POST", "press", **where, message_id=asked.message_id, data="ya"),
        await api.page("POST", "location", **where, latitude=-3.5, longitude=119.8),
        await api.page("POST", "contact", **where, phone_number="+62811", first_name="Sitti", user_id=sitti.id),
        await api.page("POST", "edit", **where, message_id=said["message_id"], text="Hai"),
        await api.page("POST", "vote", **where, message_id=poll.message_id, options=[0]),
        await api.page("POST", "delete", **where, message_id=said["message_id"]),
        await api.page("POST", "groups", title="Dusun Balla", members=[sitti.id]),
        await api.page("POST", "block", person=sitti.id, blocked=True),
    ]

    assert asked.message_id == said["reply_to_message"]["message_id"]
    assert [200] * 8 == [status for status, _ in done]


BUTTON = {"inline_keyboard": [[{"text": "Ya", "callback_data": "ya"}]]}


async def test_a_photo_goes_up_and_comes_back(api: Api, sitti: Person) -> None:
    form = aiohttp.FormData({"person": str(sitti.id), "chat": str(sitti.id), "kind": "photo", "caption": "Sumur"})
    form.add_field("album", "a1")
    form.add_field("file", picture(), filename="sumur.jpg", content_type="image/jpeg")
    async with api.session.post(f"{api.sim.url}/sim/media", data=form) as response:
        message = await response.json()

    async with api.session.get(f"{api.sim.url}/sim/file/{message['photo'][-1]['file_id']}") as response:
        content = await response.read()

    assert ("Sumur", True) == (message["caption"], "media_group_id" in message)
    assert ("image/jpeg", b"\xff\xd8") == (response.content_type, content[:2])


async def test_a_document_is_only_ever_downloaded(api: Api, sitti: Person) -> None:
    message = await api.sim.document(sitti, b"<script>alert(1)</script>", "a.html", "text/html")

    async with api.session.get(f"{api.sim.url}/sim/file/{message['document']['file_id']}") as response:
        assert "application/octet-stream" == response.content_type


REFUSED: list[tuple[str, Json, str]] = [
    ("send", {"person": 5, "chat": 5, "text": "a"}, "Orang itu tidak ada."),
    ("send", {"text": "a"}, "Isian kurang atau keliru: Story.say() missing 1 required positional argument: 'person'"),
    ("people", {"first_name": " "}, "Namanya belum diisi."),
    ("faults", {"kind": "banjir"}, "Gangguan 'banjir' tidak dikenal."),
    ("clock", {"to": "kapan-kapan"}, "Isian kurang atau keliru: Invalid isoformat string: 'kapan-kapan'"),
    ("kill", {}, "Bot ini tidak dapat dimatikan dari sini."),
]


@pytest.mark.parametrize(("path", "body", "words"), REFUSED)
async def test_the_page_is_refused_in_plain_words(api: Api, path: str, body: Json, words: str) -> None:
    assert (400, {"error": words}) == await api.page("POST", path, **body)


async def test_a_body_that_is_no_json_is_refused(api: Api) -> None:
    for body in ("[]", "{"):
        async with api.session.post(f"{api.sim.url}/sim/send", data=body) as response:
            assert {"error": "Permintaan ini tidak terbaca."} == await response.json()


async def test_media_without_a_file_is_refused(api: Api, sitti: Person) -> None:
    async with api.session.post(f"{api.sim.url}/sim/media", data={"kind": "photo"}) as response:
        assert {"error": "Berkasnya belum dipilih."} == await response.json()


async def test_a_moment_without_zone_does_not_move_the_clock(sim: Simulator) -> None:
    with pytest.raises(ValueError, match="time zone"):
        await sim.move_clock(to=datetime(2027, 2, 4))  # noqa: DTZ001  # that is the point


async def test_the_page_itself_is_served(api: Api) -> None:
    async with api.session.get(f"{api.sim.url}/") as response:
        assert "<title>" in await response.text()


async def test_a_missing_file_is_404(api: Api) -> None:
    status, _ = await api.page("GET", "file/tidak-ada")

    assert 404 == status


async def test_another_web_site_may_not_act(api: Api) -> None:
    headers = {"Origin": "https://situs-lain.example"}
    async with api.session.post(f"{api.sim.url}/sim/people", json={"first_name": "X"}, headers=headers) as response:
        assert 403 == response.status


async def test_the_page_itself_may_act(api: Api) -> None:
    headers = {"Origin": api.sim.url}
    async with api.session.post(f"{api.sim.url}/sim/people", json={"first_name": "X"}, headers=headers) as response:
        assert 200 == response.status


async def read_events(api: Api, since: int, wanted: int) -> list[Json]:
    """The next events of the stream."""
    events: list[Json] = []
    async with api.session.get(f"{api.sim.url}/sim/events", params={"since": since}) as stream:
        async for line in stream.content:
            if line.startswith(b"data: "):
                events.append(json.loads(line[6:]))
            if len(events) >= wanted:
                break
    return events


async def test_events_come_in_order_from_where_the_page_was(api: Api, sitti: Person) -> None:
    seen = api.sim.stage.feed.count
    reading = asyncio.create_task(read_events(api, seen, 2))
    await api.sim.say(sitti, "satu")
    await api.sim.say(sitti, "<dua>")

    first, second = await asyncio.wait_for(reading, 5)

    assert (seen + 1, "message", "satu") == (first["n"], first["type"], first["message"]["text"])
    assert (seen + 2, "<dua>") == (second["n"], second["message"]["text"])


async def test_a_page_that_was_away_too_long_reads_the_state_again(api: Api) -> None:
    for _ in range(20_050):
        api.sim.stage.feed.publish("clock", now="")

    (event,) = await asyncio.wait_for(read_events(api, 1, 1), 5)

    assert "reload" == event["type"]


async def test_moving_the_clock_is_told_to_the_bot(fake_token: str) -> None:
    heard: list[datetime] = []

    async def hear(now: datetime) -> None:
        heard.append(now)

    sim = Simulator(fake_token, on_clock=hear, rates=Rates.unlimited())

    await sim.move_clock(by=3600)
    await sim.move_clock(to=datetime(2027, 2, 4, 1, tzinfo=UTC))

    assert timedelta(seconds=5) > heard[1] - datetime(2027, 2, 4, 1, tzinfo=UTC)
    assert 3590 < (heard[0] - datetime.now(UTC)).total_seconds() < 3610


async def test_a_date_without_zone_is_meant_locally(api: Api) -> None:
    _, moved = await api.page("POST", "clock", to="2027-02-04T09:00")

    assert moved["now"].startswith("2027-02-04T01:00")


async def test_the_bot_can_be_killed_where_that_is_offered(fake_token: str) -> None:
    killed: list[bool] = []

    async def kill() -> None:
        killed.append(True)

    await Simulator(fake_token, on_kill=kill).kill()

    assert [True] == killed


async def test_faults_are_set_shown_and_removed(api: Api) -> None:
    _, added = await api.page("POST", "faults", kind="429", retry_after="9", times=2)
    _, left = await api.page("DELETE", "faults")

    assert (9, 2) == (added["faults"][0]["retry_after"], added["faults"][0]["times"])
    assert [] == left["faults"]


async def test_a_stopped_simulator_goes_on_where_it_was(api: Api, sitti: Person) -> None:
    sim = api.sim
    port = int(sim.url.rpartition(":")[2])
    await sim.stop()
    with pytest.raises(aiohttp.ClientConnectorError):
        await api("getMe")

    await sim.start(port=port)

    assert [200, 1] == [(await api("getMe"))[0], len(sim.messages(sitti))]


async def test_waiting_for_words_that_never_come_says_what_was_said(sim: Simulator, bot: Bot, sitti: Person) -> None:
    await bot.send_message(sitti.id, "Maaf, coba lagi")

    with pytest.raises(TimeoutError, match="coba lagi"):
        await sim.wait_for(sitti, "Terima kasih", timeout=0.05)


async def test_waiting_looks_only_at_what_came_after_the_last_act(sim: Simulator, bot: Bot, sitti: Person) -> None:
    await bot.send_message(sitti.id, "Halo")
    await sim.say(sitti, "Hai")

    with pytest.raises(TimeoutError):
        await sim.wait_for(sitti, "Halo", timeout=0.05)

    assert "Halo" == (await sim.wait_for(sitti, "Halo", since=0))["text"]


async def test_waiting_sees_an_edit(sim: Simulator, bot: Bot, sitti: Person) -> None:
    sent = await bot.send_message(sitti.id, "Sebentar")
    await sim.say(sitti, "Hai")
    waiting = asyncio.create_task(sim.wait_for(sitti, lambda message: message["text"] == "Selesai"))

    await sent.edit_text("Selesai")

    assert sent.message_id == (await waiting)["message_id"]


async def test_waiting_for_a_call(sim: Simulator, bot: Bot) -> None:
    waiting = asyncio.create_task(sim.wait_for_call("setMyCommands"))

    await bot.set_my_commands([("mulai", "Mulai")])

    commands: list[Any] = (await waiting).params["commands"]
    assert "mulai" == commands[0]["command"]
