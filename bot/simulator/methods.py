"""What a method of the Bot API takes, read from the signature of python-telegram-bot."""

import inspect
import re
from dataclasses import dataclass
from typing import Any

from telegram import Bot

from bot.simulator.protocol import Json
from bot.simulator.refusals import Refusal, bad_request

PYTHON_ONLY = frozenset(
    {"self", "read_timeout", "write_timeout", "connect_timeout", "pool_timeout", "api_kwargs", "filename"}
    | {"location", "reply_to_message_id", "allow_sending_without_reply"}
)
"""Parameters of the Python methods that never travel."""

NOT_OF_ALBUMS = frozenset({"caption", "parse_mode", "caption_entities"})
"""In an album each item has its own caption; the Python method only offers to fill in the first."""

REQUIRED_TOO = {"sendLocation": ("latitude", "longitude")}
"""Optional in Python, where one object may be given instead; the Bot API wants them."""

NOISE = frozenset(
    {"typing", "Union", "Optional", "None", "NoneType", "class", "telegram", "_utils", "defaultvalue", "DefaultValue"}
)
"""Words of an annotation that say nothing about the type."""


@dataclass(frozen=True)
class Parameter:
    name: str
    required: bool
    takes: frozenset[str]
    """The type names of the annotation: {"str"} is plain text, {"int"} a number, anything else may be JSON."""


@dataclass(frozen=True)
class Method:
    name: str
    parameters: dict[str, Parameter]
    required: tuple[str, ...]


def read_method(name: str) -> Method:
    """Raises AttributeError for a name that the Bot API does not have."""
    signature = inspect.signature(getattr(Bot, name))
    left_out = PYTHON_ONLY | (NOT_OF_ALBUMS if name == "sendMediaGroup" else frozenset())
    parameters = [_parameter(name, given) for given in signature.parameters.values() if given.name not in left_out]
    required = tuple(parameter.name for parameter in parameters if parameter.required)
    return Method(name, {parameter.name: parameter for parameter in parameters}, required)


def _parameter(method: str, given: inspect.Parameter) -> Parameter:
    required = given.default is inspect.Parameter.empty or given.name in REQUIRED_TOO.get(method, ())
    words = set(re.findall(r"\w+", str(given.annotation))) - NOISE
    return Parameter(given.name, required, frozenset(words))


def check_parameters(method: Method, values: Json) -> None:
    """Refuse a parameter nobody knows, then a missing one, then one of the wrong type."""
    for name in values:
        if name not in method.parameters:
            raise bad_request(f"unknown parameter {name!r} of method {method.name}")
    for name in method.required:
        if values.get(name) in (None, ""):
            raise missing(name)
    for name, value in values.items():
        _check_type(method.parameters[name], value)


def _check_type(parameter: Parameter, value: Any) -> None:
    if value is None:
        return
    if parameter.takes <= {"int", "datetime", "timedelta"} and not _is_number(value, int):
        raise bad_request(f"invalid {parameter.name} specified")
    if parameter.takes == {"float"} and not _is_number(value, int | float):
        raise bad_request(f"invalid {parameter.name} specified")
    if parameter.takes == {"str"} and not isinstance(value, str):
        raise bad_request(f"invalid {parameter.name} specified")
    if isinstance(value, str) and any("\ud800" <= character <= "\udfff" for character in value):
        raise bad_request("strings must be encoded in UTF-8")
    if parameter.takes == {"bool"} and not isinstance(value, bool):
        raise bad_request(f"invalid {parameter.name} specified")


def _is_number(value: Any, kind: Any) -> bool:
    return isinstance(value, kind) and not isinstance(value, bool)


WORDS_FOR_MISSING = {
    "chat_id": "chat_id is empty",
    "text": "message text is empty",
    "message_id": "message identifier is not specified",
    "photo": "there is no photo in the request",
    "voice": "there is no voice in the request",
    "document": "there is no document in the request",
    "file_id": "file_id not specified",
    "question": "poll question must be non-empty",
    "callback_query_id": "query is too old and response timeout expired or query ID is invalid",
}


def missing(name: str) -> Refusal:
    """What Telegram says when a required parameter is not there."""
    return bad_request(WORDS_FOR_MISSING.get(name, f'parameter "{name}" is required'))
