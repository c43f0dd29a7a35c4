"""Our wire as python-telegram-bot wants it; apart, since its types take time to load and polling needs none of them."""

from typing import Any

import aiohttp
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

from bot.edges.wire import Wire


class NotSent(NetworkError):
    """The request surely never reached Telegram: no route, no name, connection refused."""


class WireRequest(BaseRequest):
    """The same wire as PTB wants it."""

    def __init__(self, wire: Wire) -> None:
        self._wire = wire

    @property
    def read_timeout(self) -> float | None:
        return self._wire.seconds

    async def initialize(self) -> None:
        """The session opens itself when first used."""

    async def shutdown(self) -> None:
        """The session belongs to the wire, which outlives PTB's bot."""

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = None,
        write_timeout: Any = None,
        connect_timeout: Any = None,
        pool_timeout: Any = None,
    ) -> tuple[int, bytes]:
        """One request; raises NotSent, TimedOut or NetworkError."""
        try:
            async with self._wire.session().request(method, url, data=_form(request_data)) as response:
                return response.status, await response.read()
        except aiohttp.ClientConnectorError as error:
            raise NotSent(type(error).__name__) from error
        except TimeoutError as error:
            raise TimedOut from error
        except (aiohttp.ClientError, OSError) as error:
            raise NetworkError(type(error).__name__) from error


def _form(data: RequestData | None) -> aiohttp.FormData | None:
    if data is None:
        return None
    form = aiohttp.FormData(quote_fields=False)  # or else people see %20 in names of files
    for name, value in data.json_parameters.items():
        form.add_field(name, value)
    for name, (filename, content, mime) in (data.multipart_data or {}).items():
        form.add_field(name, content, filename=filename, content_type=mime)
    return form
