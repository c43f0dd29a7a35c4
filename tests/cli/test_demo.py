"""`demo`: what somebody sees who tries the bot for the first time."""

import asyncio
import signal
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import aiohttp
import psutil
import pytest

from tests.cli.conftest import Answer, Installation, _checked, end
from tests.support.postgres import free_port


async def _until(look: Callable[[], Awaitable[bool]], seconds: float) -> bool:
    """Whether it comes true in time; a page that is not there yet is asked again."""
    for _ in range(int(seconds / 0.2)):
        try:
            if await look():
                return True
        except aiohttp.ClientConnectionError:
            pass
        await asyncio.sleep(0.2)
    return False


def _texts(state: dict[str, Any], name: str) -> str:
    person = next(one["id"] for one in state["people"] if one["first_name"] == name)
    return "\n".join(message.get("text", "") for message in state["chats"][str(person)]["messages"])


@pytest.mark.slow
async def test_the_demo_comes_alive_survives_a_kill_and_ends_in_order(office: Installation) -> None:
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    demo = office.spawn("demo", "--port", str(port))
    family = psutil.Process(demo.pid)

    async def everybody_is_there() -> bool:
        async with session.get(f"{address}/sim/state") as response:
            state = await response.json()
        people = {one["first_name"] for one in state["people"]}
        return {"Sitti", "Dalle", "Ratna"} <= people and all(
            word in _texts(state, name)
            for name, word in {
                "Rahman": "fasilitator",
                "Hasnah": "petugas",
                "Dalle": "Nomornya",
                "Ratna": "Nomornya",
            }.items()
        )

    async def another_bot_runs() -> bool:
        return [child.pid for child in family.children()] not in ([], before)

    try:
        async with aiohttp.ClientSession() as session:
            assert await _until(everybody_is_there, 200)
            async with session.get(address) as page:
                assert (page.status, page.content_type) == (200, "text/html")
            second = await asyncio.to_thread(office.run, "demo", "--port", str(port))
            assert second == Answer(1, "", f"Port {port} tidak bisa dipakai. Coba: make demo PORT={port + 1}\n")
            assert Path(f"data/demo/{port}/demo.db").exists()
            before = [child.pid for child in family.children()]
            async with session.post(f"{address}/sim/kill", json={}) as killed:
                assert killed.status == 200
            assert await _until(another_bot_runs, 60)
        bots = family.children(recursive=True)
        demo.send_signal(signal.SIGINT)
        out, err = await asyncio.to_thread(demo.communicate, timeout=20)
    finally:
        end(demo)
    answer = _checked(Answer(demo.returncode, out, err))
    assert (answer.status, answer.err) == (0, "")
    assert answer.lines[3] == f"  Kawan Musrenbang siap dicoba: {address}"
    assert [bot for bot in bots if bot.is_running()] == []
