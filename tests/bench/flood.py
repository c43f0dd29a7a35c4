"""What announcements are sent with elsewhere: python-telegram-bot, all at once behind a semaphore; nothing is kept.

python -m tests.bench.flood limiter|gather ADDRESS IN_FLIGHT PEOPLE
"""

import asyncio
import os
import sys
from typing import Any

from telegram import Bot
from telegram.ext import AIORateLimiter, Application
from telegram.request import HTTPXRequest

from tests.bench.limits import RECIPIENTS
from tests.support import FAKE_TOKEN

_TEXT = "<b>Musrenbang kecamatan</b> dimulai pukul 09.00."


async def flood(bot: Bot, in_flight: int, people: int) -> None:
    """Everybody once."""
    free = asyncio.Semaphore(in_flight)

    async def one(chat: int) -> None:
        async with free:
            await bot.send_message(chat, _TEXT, parse_mode="HTML")

    await asyncio.gather(*(one(RECIPIENTS + number) for number in range(people)))


def _with_limiter(address: str, request: HTTPXRequest) -> Application[Any, Any, Any, Any, Any, Any]:
    """Its limits lifted: none over all, none for groups."""
    limiter = AIORateLimiter(overall_max_rate=0, group_max_rate=0)
    builder = Application.builder().token(FAKE_TOKEN).base_url(f"{address}/bot").request(request).updater(None)
    return builder.rate_limiter(limiter).build()


async def main(way: str, address: str, in_flight: int, people: int) -> None:
    request = HTTPXRequest(connection_pool_size=in_flight, pool_timeout=60, read_timeout=60)
    if way == "limiter":
        async with _with_limiter(address, request) as application:
            await flood(application.bot, in_flight, people)
        return
    async with Bot(FAKE_TOKEN, base_url=f"{address}/bot", request=request) as bot:
        await flood(bot, in_flight, people)


if __name__ == "__main__":
    os.environ.setdefault("PTB_TIMEDELTA", "true")
    asyncio.run(main(sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])))
