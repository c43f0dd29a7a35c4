"""One call of the Bot API as it came in: parameters from a form, multipart or JSON."""

import json
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web
from aiohttp.web_request import FileField

from bot.simulator.methods import Method
from bot.simulator.protocol import Json
from bot.simulator.refusals import bad_request

BOOLEANS = {"true": True, "false": False, "1": True, "0": False}


@dataclass(frozen=True)
class Upload:
    """A file that came along in the request."""

    name: str
    content: bytes
    mime: str


@dataclass
class Sent:
    """Parameters by name, and uploads by the name of their part."""

    values: Json = field(default_factory=dict)
    uploads: dict[str, Upload] = field(default_factory=dict)


async def read_request(request: web.Request, method: Method) -> Sent:
    """Raises Refusal (400) for a JSON body that is none."""
    sent = Sent()
    if request.content_type == "application/json":
        sent.values = await _read_json(request, method)
    elif request.can_read_body:
        await _read_form(request, method, sent)
    return sent


async def _read_json(request: web.Request, method: Method) -> Json:
    try:
        body = json.loads(await request.read() or b"{}")
    except ValueError:
        body = None
    if not isinstance(body, dict):
        raise bad_request("can't parse request body as JSON object")
    return {name: understand(method, name, value) for name, value in body.items()}


async def _read_form(request: web.Request, method: Method, sent: Sent) -> None:
    for name, value in (await request.post()).items():
        if isinstance(value, FileField):
            sent.uploads[name] = Upload(value.filename, value.file.read(), value.content_type)
            value.file.close()
            if name in method.parameters:
                sent.values[name] = f"attach://{name}"
        else:
            sent.values[name] = understand(method, name, str(value))


def understand(method: Method, name: str, value: Any) -> Any:
    """A form knows only text: read numbers, booleans and objects where the parameter takes them."""
    parameter = method.parameters.get(name)
    if not isinstance(value, str) or parameter is None or parameter.takes == {"str"}:
        return value
    if parameter.takes == {"bool"}:
        return BOOLEANS.get(value.lower(), value)
    try:
        return json.loads(value)
    except ValueError:
        return _unreadable(parameter.takes, value)


def _unreadable(takes: frozenset[str], value: str) -> str:
    if value[:1] in "[{" and "str" not in takes and "FileInput" not in takes:
        raise bad_request("can't parse JSON: object expected")
    return value
