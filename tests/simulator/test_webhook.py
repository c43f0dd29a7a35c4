"""A webhook on this machine gets every update with its secret, again until it takes it."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from aiohttp import web
from telegram import Bot

from bot.simulator import Simulator
from bot.simulator.chats import Person
from tests.simulator.conftest import Json, until


class Hook:
    """A little web server that takes updates, or refuses as many as it is told to."""

    def __init__(self) -> None:
        self.got: list[Json] = []
        self.secrets: list[str | None] = []
        self.refuse = 0
        self.url = ""

    async def take(self, request: web.Request) -> web.Response:
        if self.refuse:
            self.refuse -= 1
            return web.Response(status=503)
        self.secrets.append(request.headers.get("X-Telegram-Bot-Api-Secret-Token"))
        self.got.append(await request.json())
        return web.Response()

    async def wait_for(self, count: int) -> None:
        async with asyncio.timeout(5):
            while len(self.got) < count:
                await asyncio.sleep(0.01)


@pytest.fixture
async def hook() -> AsyncIterator[Hook]:
    hook = Hook()
    app = web.Application()
    app.router.add_post("/hook", hook.take)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    hook.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    yield hook
    await runner.cleanup()


async def test_updates_are_posted_in_order_with_the_secret(sim: Simulator, bot: Bot, hook: Hook, sitti: Person) -> None:
    await bot.set_webhook(hook.url, secret_token="rahasia-1")
    await sim.say(sitti, "satu")
    await sim.say(sitti, "dua")

    await hook.wait_for(2)

    assert ["satu", "dua"] == [update["message"]["text"] for update in hook.got]
    assert ["rahasia-1", "rahasia-1"] == hook.secrets


async def test_a_refused_update_is_posted_again(sim: Simulator, bot: Bot, hook: Hook, sitti: Person) -> None:
    hook.refuse = 1
    await bot.set_webhook(hook.url)
    await sim.say(sitti, "satu")

    await hook.wait_for(1)

    assert "503" in ((await bot.get_webhook_info()).last_error_message or "")


async def test_a_removed_webhook_gets_no_more(sim: Simulator, bot: Bot, hook: Hook, sitti: Person) -> None:
    await bot.set_webhook(hook.url)
    await bot.delete_webhook()

    await sim.say(sitti, "satu")

    assert 1 == len(await bot.get_updates())
    assert [] == hook.got


async def test_a_webhook_that_is_not_there_is_noted(sim: Simulator, bot: Bot, sitti: Person) -> None:
    await bot.set_webhook("http://127.0.0.1:1/hook", allowed_updates=["message"])
    await sim.say(sitti, "satu")
    await until(lambda: "last_error_message" in sim.stage.updates.webhook)

    assert "Connection refused" == (await bot.get_webhook_info()).last_error_message


async def test_a_webhook_elsewhere_is_only_remembered(sim: Simulator, bot: Bot, sitti: Person) -> None:
    await bot.set_webhook("https://contoh.invalid/hook")
    await sim.say(sitti, "satu")

    told = await bot.get_webhook_info()

    assert ("https://contoh.invalid/hook", 1) == (told.url, told.pending_update_count)
