"""Delivering updates to a webhook on this machine, one after the other, again until it says 2xx."""

import asyncio
import contextlib
from urllib.parse import urlsplit

import aiohttp

from bot.simulator.stage import Stage

LOOPBACK = {"127.0.0.1", "localhost", "::1"}
WAITS = (0.2, 0.5, 1.0, 2.0, 5.0)
"""Seconds before each next try; the last one repeats."""


class Webhook:
    """A task that runs while the simulator does; it only ever posts to this machine."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        self._task = asyncio.create_task(self._run())

    async def stop(self) -> None:
        if self._task is not None:
            self._task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._task
            self._task = None

    async def _run(self) -> None:
        async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=60)) as session:
            while True:
                if not self._is_set():
                    self._stage.webhook_changed.clear()
                    await self._stage.webhook_changed.wait()
                    continue
                await self._stage.updates.wait_for_one()
                await self._deliver(session)

    def _is_set(self) -> bool:
        address = self._stage.updates.webhook["url"]
        return bool(address) and urlsplit(address).hostname in LOOPBACK

    async def _deliver(self, session: aiohttp.ClientSession) -> None:
        """Post the oldest update until it is taken, the webhook is removed, or the update is too old."""
        updates, tries = self._stage.updates, 0
        while self._is_set() and (queued := updates.take_for_webhook()) is not None:
            problem = await self._post(session, queued.text)
            if problem is None:
                updates.confirm_webhook(queued)
                return
            updates.webhook["last_error_message"] = problem
            updates.webhook["last_error_date"] = self._stage.clock.unix()
            await asyncio.sleep(WAITS[min(tries, len(WAITS) - 1)])
            tries += 1

    async def _post(self, session: aiohttp.ClientSession, text: str) -> str | None:
        """What went wrong, in Telegram's words; None when the update was taken."""
        hook = self._stage.updates.webhook
        headers = {"Content-Type": "application/json"}
        if hook.get("secret_token"):
            headers["X-Telegram-Bot-Api-Secret-Token"] = hook["secret_token"]
        try:
            async with session.post(hook["url"], data=text.encode(), headers=headers) as response:
                good = 200 <= response.status < 300
                return None if good else f"Wrong response from the webhook: {response.status} {response.reason}"
        except (aiohttp.ClientError, TimeoutError):
            return "Connection refused"
