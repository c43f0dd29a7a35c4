"""The bad network is as bad as it says, and fine when it says so."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from bot.simulator.story import PATIENCE
from tests.support.proxy import FINE, Proxy, Weather

Ends = tuple[asyncio.StreamReader, asyncio.StreamWriter]


class Echo:
    """Answers each line with the same line, and remembers what it heard."""

    def __init__(self) -> None:
        self.heard: list[bytes] = []
        self.port = 0

    async def answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while line := await reader.readline():
                self.heard.append(line)
                writer.write(line)
                await writer.drain()
        except ConnectionError:
            pass
        finally:
            writer.close()


@pytest.fixture
async def echo() -> AsyncIterator[Echo]:
    echo = Echo()
    server = await asyncio.start_server(echo.answer, "127.0.0.1", 0)
    echo.port = server.sockets[0].getsockname()[1]
    yield echo
    server.close()
    await server.wait_closed()


@pytest.fixture
async def proxy(echo: Echo) -> AsyncIterator[Proxy]:
    async with Proxy(echo.port) as proxy:
        yield proxy


@pytest.fixture
async def ends(proxy: Proxy) -> AsyncIterator[Ends]:
    reader, writer = await asyncio.open_connection("127.0.0.1", proxy.port)
    yield reader, writer
    writer.transport.abort()


async def _ask(ends: Ends, text: bytes = b"halo\n") -> bytes:
    reader, writer = ends
    writer.write(text)
    return await asyncio.wait_for(reader.readline(), timeout=PATIENCE)


async def test_on_a_fine_day_everything_passes(ends: Ends, proxy: Proxy) -> None:
    assert await _ask(ends) == b"halo\n"
    assert await _ask(ends, b"x" * 50_000 + b"\n") == b"x" * 50_000 + b"\n"
    assert proxy.connections == 1


async def test_a_delay_holds_both_ways(ends: Ends, proxy: Proxy) -> None:
    proxy.weather = Weather(delay=0.05)
    started = asyncio.get_running_loop().time()
    await _ask(ends)
    assert asyncio.get_running_loop().time() - started >= 0.1


async def test_a_cut_resets_open_connections_and_welcomes_new_ones(ends: Ends, proxy: Proxy) -> None:
    await _ask(ends)
    proxy.cut()
    with pytest.raises(ConnectionResetError):
        await ends[0].readline()
    again = await asyncio.open_connection("127.0.0.1", proxy.port)
    assert await _ask(again) == b"halo\n"
    again[1].transport.abort()


async def test_a_blackhole_swallows_until_the_weather_changes(ends: Ends, proxy: Proxy, echo: Echo) -> None:
    proxy.weather = Weather(blackhole=True)
    ends[1].write(b"halo\n")
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(ends[0].readline(), timeout=0.1)
    assert echo.heard == []
    proxy.weather = FINE
    assert await asyncio.wait_for(ends[0].readline(), timeout=PATIENCE) == b"halo\n"


async def test_a_lost_reply_was_heard_on_the_other_side(ends: Ends, proxy: Proxy, echo: Echo) -> None:
    proxy.weather = Weather(lose_replies=True)
    with pytest.raises(ConnectionResetError):
        await _ask(ends)
    assert echo.heard == [b"halo\n"]


async def test_half_a_body_ends_where_it_was_told_to(ends: Ends, proxy: Proxy) -> None:
    proxy.weather = Weather(reply_bytes=2)
    assert await _ask(ends) == b"ha"
    assert await ends[0].read() == b""


async def test_a_drip_comes_slowly_and_whole(ends: Ends, proxy: Proxy) -> None:
    proxy.weather = Weather(drip=16, drip_pause=0.01)
    started = asyncio.get_running_loop().time()
    assert await _ask(ends, b"x" * 159 + b"\n") == b"x" * 159 + b"\n"
    assert asyncio.get_running_loop().time() - started >= 0.09


async def test_a_closed_door_refuses_and_opens_on_the_same_port(proxy: Proxy) -> None:
    port = proxy.port
    await proxy.refuse()
    with pytest.raises(ConnectionRefusedError):
        await asyncio.open_connection("127.0.0.1", port)
    await proxy.accept()
    ends = await asyncio.open_connection("127.0.0.1", port)
    assert await _ask(ends) == b"halo\n"
    ends[1].transport.abort()


async def test_the_door_closes_also_on_who_waits_in_a_blackhole(ends: Ends, proxy: Proxy) -> None:
    proxy.weather = Weather(delay=0.1)
    ends[1].write(b"halo\n")
    await asyncio.sleep(0.15)  # the request is through, its reply still on the way: both ways wait now
    proxy.weather = Weather(blackhole=True, delay=0.1)
    ends[1].write(b"halo\n")
    await asyncio.sleep(0.15)
    await asyncio.wait_for(proxy.refuse(), timeout=PATIENCE)
    with pytest.raises(ConnectionResetError):
        await ends[0].readline()
