"""The stand-in for Telegram, in a process of its own: so little work a request that every bot is slower than it.

It hands out prepared updates to one poller and takes note when each was to be had, was handed out, and was answered.
An answer is a message sent or edited in the update's chat; the n-th one in a chat answers the n-th update of it.
A bot's token is not looked at. `/control/…` is for the benchmark: reset, load, wait, refuse, state, arrivals.
"""

import asyncio
import json
import re
import sys
import time
from collections import defaultdict, deque
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from tests.bench.limits import AUTHOR, Limits

_MOST_AT_ONCE = 100
_CHAT = re.compile(rb'"chat_id":\s*"?(-?\d+)|(?:^|&)chat_id=(-?\d+)')
_OFFSET = re.compile(rb'"offset":\s*"?(\d+)|(?:^|&)offset=(\d+)')
_TIMEOUT = re.compile(rb'"timeout":\s*"?(\d+)|(?:^|&)timeout=(\d+)')
_ME = b'{"id":123456789,"is_bot":true,"first_name":"Kawan","username":"KawanMusrenbangBot"}'
_MESSAGE = b'{"message_id":%d,"date":1795500000,"chat":{"id":%d,"type":"private","first_name":"Warga"},"text":"baik"}'
_OK = b'{"ok":true,"result":%b}'
_TOO_MANY = (
    b'{"ok":false,"error_code":429,"description":"Too Many Requests: retry after %d","parameters":{"retry_after":%d}}'
)
_REFUSED = _TOO_MANY[:11]

Reply = Callable[[bytes], None]


def number_in(pattern: re.Pattern[bytes], body: bytes, otherwise: int = 0) -> int:
    """A parameter, whether it came as JSON or as a form."""
    found = pattern.search(body)
    return int(found[1] or found[2]) if found else otherwise


@dataclass(slots=True)
class Load:
    """Updates as they were loaded, and three moments of each (seconds, the machine's monotonic clock)."""

    ids: list[int] = field(default_factory=list)
    available: list[float] = field(default_factory=list)
    handed: list[float] = field(default_factory=list)
    answered: list[float] = field(default_factory=list)
    open: int = 0

    def moments(self) -> dict[str, Any]:
        return {"available": self.available, "handed": self.handed, "answered": self.answered, "open": self.open}


class Telegram:
    """What the bot under test believes to be Telegram. `rtt`: seconds by which every answer is late."""

    def __init__(self) -> None:
        self.poller: tuple[Reply, asyncio.TimerHandle] | None = None
        self.reset(0.0)

    def reset(self, rtt: float, allowed: int = 0) -> None:
        """Forget the last subject. `allowed`: messages in any second, 0 = no limit."""
        self.rtt = rtt
        self.limits = Limits(allowed)
        self.load = Load()
        self.queue: deque[tuple[int, int, bytes]] = deque()
        self.waiting: dict[int, deque[int]] = defaultdict(deque)
        self.let_go()
        self.first_poll = 0.0
        self.requests = self.surplus = 0
        self.last = b""
        self.when_done: Reply | None = None

    def answer(self, method: bytes, body: bytes, reply: Reply) -> None:
        """One call of the Bot API."""
        self.requests += 1
        if method == b"getUpdates":
            self._poll(body, reply)
        elif method in (b"sendMessage", b"editMessageText"):
            self._message(body, reply)
        else:
            self._later(reply, _OK % (_ME if method == b"getMe" else b"true"))

    def _message(self, body: bytes, reply: Reply) -> None:
        chat = number_in(_CHAT, body)
        asked = self.limits.ask(chat, time.monotonic())
        if asked:
            self._later(reply, _TOO_MANY % (asked, asked))
            return
        self.last = body
        if chat < AUTHOR or self.waiting.get(chat):
            self._take(chat)
        self._later(reply, _OK % (_MESSAGE % (self.requests, chat)))

    def _later(self, reply: Reply, whole: bytes) -> None:
        if self.rtt:
            asyncio.get_running_loop().call_later(self.rtt, reply, whole)
        else:
            reply(whole)

    def _take(self, chat: int) -> None:
        pending = self.waiting.get(chat)
        if not pending:
            self.surplus += 1
            return
        self.load.answered[pending.popleft()] = time.monotonic()
        self.load.open -= 1
        if not self.load.open:
            self._tell_done()

    def _poll(self, body: bytes, reply: Reply) -> None:
        self.first_poll = self.first_poll or time.monotonic()
        offset = number_in(_OFFSET, body)
        while self.queue and self.queue[0][0] < offset:
            self.queue.popleft()
        timeout = number_in(_TIMEOUT, body)
        if self.queue or not timeout:
            self._hand_out(reply)
            return
        timer = asyncio.get_running_loop().call_later(timeout, self._give_up, reply)
        self.poller = (reply, timer)

    def _give_up(self, reply: Reply) -> None:
        self.let_go()
        self._hand_out(reply)

    def let_go(self) -> None:
        """Nobody polls any more: the one who did is gone, or has its answer."""
        if self.poller is not None:
            self.poller[1].cancel()
            self.poller = None

    def _hand_out(self, reply: Reply) -> None:
        now, parts = time.monotonic(), []
        for _, index, raw in islice(self.queue, _MOST_AT_ONCE):
            self.load.handed[index] = self.load.handed[index] or now
            parts.append(raw)
        self._later(reply, _OK % (b"[%b]" % b",".join(parts)))

    def put(self, updates: list[dict[str, Any]], per_second: float) -> None:
        """A new load: all at once (`per_second` 0) or evenly."""
        count = len(updates)
        self.load = Load(
            [update["update_id"] for update in updates], [0.0] * count, [0.0] * count, [0.0] * count, count
        )
        self.waiting.clear()
        prepared = [(_chat_of(update), json.dumps(update).encode()) for update in updates]
        if per_second:
            self._release_evenly(prepared, 1 / per_second)
        else:
            self._release(prepared, 0)

    def _release_evenly(self, prepared: list[tuple[int, bytes]], gap: float) -> None:
        loop = asyncio.get_running_loop()
        begin = loop.time() + 0.1
        for index, one in enumerate(prepared):
            loop.call_at(begin + index * gap, self._release, [one], index)

    def _release(self, some: list[tuple[int, bytes]], first: int) -> None:
        now = time.monotonic()
        for index, (chat, raw) in enumerate(some, first):
            self.load.available[index] = now
            self.waiting[chat].append(index)
            self.queue.append((self.load.ids[index], index, raw))
        if self.poller is not None:
            reply, _ = self.poller
            self.let_go()
            self._hand_out(reply)

    def control(self, verb: str, body: bytes, reply: Reply) -> None:
        """What the benchmark wants: answered at once, `wait` when every update is answered or its time is over."""
        wish = json.loads(body or b"{}")
        if verb == "reset":
            self.reset(wish["rtt"], wish["allowed"])
        elif verb == "refuse":
            self.limits.refuse(wish["chat"], wish["seconds"])
        elif verb == "load":
            self.put(wish["updates"], wish["per_second"])
        elif verb == "wait" and self.load.open:
            self.when_done = reply
            asyncio.get_running_loop().call_later(wish["seconds"], self._tell_done, reply)
            return
        elif verb == "arrivals":
            reply(json.dumps({"arrivals": self.limits.arrivals}).encode())
            return
        reply(self._report())

    def _tell_done(self, expected: Reply | None = None) -> None:
        if self.when_done is None or expected not in (None, self.when_done):
            return
        reply, self.when_done = self.when_done, None
        reply(self._report())

    def _report(self) -> bytes:
        return json.dumps(
            {
                "first_poll": self.first_poll,
                "requests": self.requests,
                "surplus": self.surplus,
                "reached": len(self.limits.reached),
                "own_cpu": time.process_time(),
                "last": self.last.decode(errors="replace"),
                **self.load.moments(),
            }
        ).encode()


def _chat_of(update: dict[str, Any]) -> int:
    message = update.get("message") or update["callback_query"]["message"]
    chat: int = message["chat"]["id"]
    return chat


class Connection(asyncio.Protocol):
    """HTTP/1.1 with keep-alive, as much as bots speak of it."""

    def __init__(self, telegram: Telegram) -> None:
        self.telegram = telegram
        self.rest = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport

    def connection_lost(self, _error: Exception | None) -> None:
        if self.telegram.poller is not None and self.telegram.poller[0] == self._reply:
            self.telegram.let_go()

    def data_received(self, data: bytes) -> None:
        buffer, start = self.rest + data, 0
        while (end := buffer.find(b"\r\n\r\n", start)) >= 0:
            head = buffer[start:end]
            length = _length_in(head)
            if len(buffer) < end + 4 + length:
                break
            start = end + 4 + length
            self._serve(head, buffer[end + 4 : start])
        self.rest = buffer[start:]

    def _serve(self, head: bytes, body: bytes) -> None:
        path = head.split(b" ", 2)[1]
        if path.startswith(b"/control/"):
            self.telegram.control(path[9:].decode(), body, self._reply)
        else:
            self.telegram.answer(path.rpartition(b"/")[2].partition(b"?")[0], body, self._reply)

    def _reply(self, body: bytes) -> None:
        if not self.transport.is_closing():
            status = b"429 Too Many Requests" if body.startswith(_REFUSED) else b"200 OK"
            head = b"HTTP/1.1 %b\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n" % (status, len(body))
            self.transport.write(head + body)


_LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)


def _length_in(head: bytes) -> int:
    found = _LENGTH.search(head)
    return int(found[1]) if found else 0


async def _serve_for_ever() -> None:
    telegram = Telegram()
    server = await asyncio.get_running_loop().create_server(lambda: Connection(telegram), "127.0.0.1", 0)
    sys.stdout.write(f"{server.sockets[0].getsockname()[1]}\n")
    sys.stdout.flush()
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(_serve_for_ever())
