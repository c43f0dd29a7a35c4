"""The wire to Telegram: one aiohttp session, used by our own calls and, through `wire_request`, by python-telegram-bot.

Stock PTB's client is the bottleneck of a stock bot; this one keeps the HTTP status, which PTB's exceptions lose.
"""

import asyncio
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO

import aiohttp

from bot.edges.disk import OwnDisk
from bot.reports import Made

_JSON = {"Content-Type": "application/json"}
#: The longest wait for an upload (s); shorter than the lease of the letter it belongs to.
UPLOAD_SECONDS = 45.0


def storable(text: str) -> str:
    """What any database can keep: JSON may name characters that are none (a lone surrogate, NUL)."""
    return text.replace("\0", "").encode("utf-8", "replace").decode()[:2000]


def number_in(value: Any) -> int | None:
    """A number of Telegram's that fits where numbers are kept, else None."""
    is_number = isinstance(value, int) and not isinstance(value, bool)
    return value if is_number and abs(value) < 2**63 else None


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back. `status` 0: nothing did (`sent` tells whether the request may have arrived). `body` None:
    unreadable."""

    status: int
    body: dict[str, Any] | None
    sent: bool = True
    error: str = ""
    raw: str = ""

    @property
    def ok(self) -> bool:
        return self.status == 200 and self.body is not None and self.body.get("ok") is True

    @property
    def result(self) -> Any:
        return None if self.body is None else self.body.get("result")

    @property
    def description(self) -> str:
        return self.error or storable(str((self.body or {}).get("description", ""))) or f"HTTP {self.status}"

    @property
    def parameters(self) -> dict[str, Any]:
        found = (self.body or {}).get("parameters")
        return found if isinstance(found, dict) else {}


@dataclass(slots=True)
class Wire:
    """Calls of the Bot API for one token."""

    api_url: str
    token: str
    seconds: float = 20.0
    _session: aiohttp.ClientSession | None = field(default=None, init=False)

    def session(self) -> aiohttp.ClientSession:
        if self._session is None:
            timeout = aiohttp.ClientTimeout(total=self.seconds, sock_connect=5)
            connector = aiohttp.TCPConnector(limit=0, keepalive_timeout=50)
            self._session = aiohttp.ClientSession(timeout=timeout, connector=connector)
        return self._session

    async def close(self) -> None:
        if self._session is not None:
            await self._session.close()

    async def call(self, method: str, params: dict[str, Any], seconds: float | None = None) -> Answer:
        """Call `method`; never raises for what the network or Telegram may do. `seconds`: the longest wait."""
        body = json.dumps(params, separators=(",", ":")).encode()
        return await self._post(method, body, _JSON, self.seconds if seconds is None else seconds)

    async def upload(self, method: str, params: Mapping[str, Any], files: Mapping[str, Made]) -> Answer:
        """Call `method` with files by the name of their parameter; a slow line gets the longer wait."""
        form = aiohttp.FormData(quote_fields=False)  # or else people see %20 in names of files
        for name, value in params.items():
            form.add_field(name, value if isinstance(value, str) else json.dumps(value))
        for name, made in files.items():
            form.add_field(name, made.content, filename=made.filename, content_type=made.mime)
        return await self._post(method, form, {}, max(self.seconds, UPLOAD_SECONDS))

    async def _post(self, method: str, data: Any, headers: dict[str, str], seconds: float) -> Answer:
        url = f"{self.api_url}/bot{self.token}/{method}"
        timeout = aiohttp.ClientTimeout(total=seconds, sock_connect=5)
        try:
            async with self.session().post(url, data=data, headers=headers, timeout=timeout) as response:
                return _read(response.status, await response.read())
        except aiohttp.ClientConnectorError as error:
            return Answer(0, None, sent=False, error=type(error).__name__)
        except (aiohttp.ClientError, TimeoutError, asyncio.IncompleteReadError, OSError) as error:
            return Answer(0, None, error=type(error).__name__)

    async def download(self, file_path: str, target: Path, most: int) -> int:
        """Fetch a file into `target`; returns the HTTP status, 413 when it is larger than `most` bytes, 0 when the
        network failed. Raises OwnDisk when it came and cannot be written."""
        url = f"{self.api_url}/file/bot{self.token}/{file_path}"
        try:
            async with self.session().get(url) as response:
                if response.status != 200:
                    return response.status
                size = 0
                with _opened(target) as out:
                    async for chunk in response.content.iter_chunked(65536):
                        size += len(chunk)
                        if size > most:
                            return 413
                        _write(out, chunk)
                return 200
        except OwnDisk:
            raise
        except (aiohttp.ClientError, TimeoutError, OSError, ValueError):
            return 0


def _opened(target: Path) -> BinaryIO:
    try:
        return target.open("wb")
    except OSError as error:
        raise OwnDisk(error.errno, error.strerror, str(target)) from error


def _write(out: BinaryIO, chunk: bytes) -> None:
    try:
        out.write(chunk)
    except OSError as error:
        raise OwnDisk(error.errno, error.strerror, out.name) from error


def _read(status: int, raw: bytes) -> Answer:
    text = raw.decode("utf-8", "replace")
    try:
        body = json.loads(text)
    except (ValueError, RecursionError):  # no JSON, or JSON nested beyond all reason
        return Answer(status, None, error=f"HTTP {status}, unreadable", raw=text)
    if not isinstance(body, dict):
        return Answer(status, None, error=f"HTTP {status}, unreadable", raw=text)
    return Answer(status, body)
