"""How fast the stand-in is by itself: a client that does nothing but write requests and count answers."""

import socket
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from tests.support import FAKE_TOKEN

_BODY = b'{"chat_id":1,"text":"Baik, sudah kami terima.","parse_mode":"HTML"}'
_REQUEST = (
    f"POST /bot{FAKE_TOKEN}/sendMessage HTTP/1.1\r\nHost: 127.0.0.1\r\n"
    f"Content-Type: application/json\r\nContent-Length: {len(_BODY)}\r\n\r\n"
).encode() + _BODY
_END = b'"text":"baik"}}'


@contextmanager
def _connections(port: int, number: int) -> Iterator[list[socket.socket]]:
    with ExitStack() as stack:
        yield [stack.enter_context(socket.create_connection(("127.0.0.1", port))) for _ in range(number)]


def requests_per_second(port: int, *, depth: int, seconds: float = 1.0, connections: int = 16) -> float:
    """Answers a second over some connections, each with `depth` requests on their way at a time."""
    answered = 0
    with _connections(port, connections) as clients:
        begin = time.perf_counter()
        while (took := time.perf_counter() - begin) < seconds:
            for client in clients:
                client.sendall(_REQUEST * depth)
            for client in clients:
                _read_answers(client, depth)
            answered += depth * len(clients)
    return answered / took


def _read_answers(client: socket.socket, wanted: int) -> None:
    """Every answer of the stand-in ends with the end of its JSON; one may arrive in two halves."""
    rest = b""
    while wanted > 0:
        data = client.recv(1 << 16)
        if not data:
            raise ConnectionError("the stand-in closed the connection")
        whole = rest + data
        wanted -= whole.count(_END)
        rest = b"" if whole.endswith(_END) else whole[1 - len(_END) :]
