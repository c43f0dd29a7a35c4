"""What each fault does to a call: before it is done, or to its answer."""

import asyncio
import socket
import struct

from aiohttp import web

from bot.simulator.faults import Fault
from bot.simulator.posting import migrate
from bot.simulator.protocol import Json
from bot.simulator.refusals import Refusal, bad_request, upgraded
from bot.simulator.stage import Stage

BROKEN_PAGE = "<html><head><title>500 Internal Server Error</title></head><body><center>nginx</center></body></html>"
DRIP = 16
"""Bytes that leave at once under `slow`."""


async def before_doing(
    stage: Stage, request: web.Request, fault: Fault, values: Json
) -> Refusal | web.StreamResponse | None:
    """The answer of a fault that keeps the call from being done; None for one that spoils the answer later."""
    if fault.kind in {"reset", "down"}:
        return cut(request)
    if fault.kind == "500":
        return web.Response(status=500, text=BROKEN_PAGE, content_type="text/html")
    if fault.kind == "not_json":
        return web.Response(text=BROKEN_PAGE, content_type="text/html")
    if fault.kind == "migrate":
        return _migrated(stage, values)
    return fault.refusal()


def _migrated(stage: Stage, values: Json) -> Refusal:
    chat = stage.directory.find_chat(values.get("chat_id"))
    if chat is None or chat.is_private:
        return bad_request("chat not found")
    return upgraded(migrate(stage, chat).id)


async def spoil_answer(request: web.Request, fault: Fault, response: web.Response) -> web.StreamResponse:
    """The call is done; what happens to its answer on the way back."""
    if fault.kind == "lost_reply":
        return cut(request)
    if fault.kind == "timeout":
        await asyncio.sleep(fault.wait)
    if fault.kind == "slow":
        return await _drip(request, fault, response)
    if fault.kind == "half":
        return await _half(request, response)
    return response


def cut(request: web.Request) -> web.StreamResponse:
    """Close the connection at once with a reset; the response returned is never seen."""
    transport = request.transport
    if transport is not None:
        plug = transport.get_extra_info("socket")
        plug.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        transport.abort()
    return web.Response(status=500)


async def _drip(request: web.Request, fault: Fault, response: web.Response) -> web.StreamResponse:
    body = _bytes(response)
    stream = await _open_stream(request, response, len(body))
    for place in range(0, len(body), DRIP):
        await stream.write(body[place : place + DRIP])
        await asyncio.sleep(fault.wait)
    return stream


async def _half(request: web.Request, response: web.Response) -> web.StreamResponse:
    body = _bytes(response)
    stream = await _open_stream(request, response, len(body))
    await stream.write(body[: len(body) // 2])
    if request.transport is not None:
        request.transport.close()
    return stream


async def _open_stream(request: web.Request, response: web.Response, length: int) -> web.StreamResponse:
    stream = web.StreamResponse(status=response.status, headers={"Content-Type": response.content_type})
    stream.content_length = length
    await stream.prepare(request)
    return stream


def _bytes(response: web.Response) -> bytes:
    body = response.body
    return bytes(body) if isinstance(body, bytes | bytearray) else b""
