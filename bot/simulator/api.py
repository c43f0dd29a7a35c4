"""The Bot API's front door: token, method, parameters, faults, limits; then the answer in Telegram's shape."""

import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from aiohttp import web

from bot.simulator.chats import Chat
from bot.simulator.entities import Formatted, spot, trim, utf16_length
from bot.simulator.keyboards import check_markup
from bot.simulator.markup import read_html
from bot.simulator.methods import Method, check_parameters, read_method
from bot.simulator.mishaps import before_doing, cut, spoil_answer
from bot.simulator.protocol import Json
from bot.simulator.refusals import Refusal, bad_request, forbidden, upgraded
from bot.simulator.requests import Sent, Upload, read_request
from bot.simulator.stage import Stage


@dataclass(frozen=True)
class Call:
    """One call that passed the checks of its form."""

    stage: Stage
    method: str
    params: Json
    uploads: dict[str, Upload]

    def chat(self) -> Chat:
        """The chat the bot means; refuses one that the bot may not write to."""
        chat = self.known_chat()
        if chat.is_private and not chat.started:
            raise forbidden("bot can't initiate conversation with a user")
        if chat.blocked:
            raise forbidden("bot was blocked by the user")
        if not chat.bot_is_member:
            raise forbidden(f"bot was kicked from the {chat.type} chat")
        return chat

    def known_chat(self) -> Chat:
        chat = self.stage.directory.find_chat(self.params.get("chat_id"))
        if chat is None:
            raise bad_request("chat not found")
        if chat.migrated_to is not None:
            raise upgraded(chat.migrated_to)
        return chat

    def markup(self) -> Json | None:
        return check_markup(self.params.get("reply_markup"))

    def reply_to(self, chat: Chat) -> int | None:
        """The message this one answers; refuses one that is gone, unless sending without it is allowed."""
        given = self.params.get("reply_parameters") or {}
        wanted = given.get("message_id")
        if wanted is None or wanted in chat.messages:
            return wanted
        if given.get("allow_sending_without_reply"):
            return None
        raise bad_request("message to be replied not found")


Answer = Callable[[Call], Awaitable[Any]]
ANSWERS: dict[str, tuple[Method, Answer]] = {}
"""What is played here, by its name in the Bot API: what it takes and what answers it."""


def answers(function: Answer) -> Answer:
    """Make a function answer the method of its name: `send_message` answers `sendMessage`."""
    first, *rest = function.__name__.split("_")
    name = first + "".join(word.capitalize() for word in rest)
    ANSWERS[name] = read_method(name), function
    return function


def formatted(source: str, parse_mode: str | None, entities: list[Json] | None, longest: int, name: str) -> Formatted:
    """Read a text as Telegram does; `longest` is in UTF-16 units after parsing."""
    if parse_mode and str(parse_mode).lower() == "html":
        read = read_html(source)
    elif parse_mode:
        raise bad_request("unsupported parse_mode")
    else:
        read = Formatted(source, tuple(entities or ()))
    read = spot(trim(read))
    if utf16_length(read.text) > longest:
        raise bad_request(f"{name} is too long")
    return read


PACED = ("send", "editMessage")
"""Beginnings of the methods that count as messages for Telegram's limits."""


async def answer_call(stage: Stage, request: web.Request) -> web.StreamResponse:
    """The route `/bot<token>/<method>`."""
    name = request.match_info["method"]
    if request.match_info["token"] != stage.token:
        return respond(Refusal(401, "Unauthorized"))
    try:
        method = _played(name)
        sent = await read_request(request, method)
        check_parameters(method, sent.values)
    except Refusal as refusal:
        stage.note_call(name, {}, False, refusal.description)
        return respond(refusal)
    return await _answer_with_mishaps(stage, request, method.name, sent)


def _played(name: str) -> Method:
    if name not in ANSWERS:
        raise Refusal(404, "Not Found: method not found")
    return ANSWERS[name][0]


async def _answer_with_mishaps(stage: Stage, request: web.Request, method: str, sent: Sent) -> web.StreamResponse:
    fault = stage.faults.strike(method, _chat_id(stage, sent.values))
    if fault is not None:
        stage.feed.publish("faults", faults=stage.faults.as_json())
        early = await before_doing(stage, request, fault, sent.values)
        if early is not None:
            stage.note_call(method, sent.values, False, fault.kind)
            return early if isinstance(early, web.StreamResponse) else respond(early)
    response = await _answer(stage, method, sent)
    if stage.faults.is_down():
        return cut(request)
    return response if fault is None else await spoil_answer(request, fault, response)


def _chat_id(stage: Stage, values: Json) -> int | None:
    chat = stage.directory.find_chat(values.get("chat_id"))
    return chat.id if chat else None


async def _answer(stage: Stage, method: str, sent: Sent) -> web.Response:
    try:
        result = await _do(Call(stage, method, sent.values, sent.uploads))
    except Refusal as refusal:
        stage.note_call(method, sent.values, False, refusal.description)
        return respond(refusal)
    if method != "getUpdates":
        stage.note_call(method, sent.values, True, "")
    return respond(result)


async def _do(call: Call) -> Any:
    if call.method.startswith(PACED) and "chat_id" in call.params:
        call.stage.pacing.admit(call.chat().id)
    return await ANSWERS[call.method][1](call)


def respond(result: Any) -> web.Response:
    """`ok` with a result, or a refusal. A result that is text already (getUpdates) is placed as it is."""
    if isinstance(result, Refusal):
        return web.json_response(result.as_json(), status=result.status)
    written = result.text if isinstance(result, Written) else json.dumps(result)
    return web.Response(text=f'{{"ok":true,"result":{written}}}', content_type="application/json")


@dataclass(frozen=True)
class Written:
    """A result that is JSON text already."""

    text: str
