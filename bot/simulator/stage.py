"""Everything the simulator remembers, in one place, also what the bot has said about itself; the modules around it act
on it."""

import asyncio
import json
import re
import secrets
from collections import deque
from dataclasses import dataclass
from typing import Any, NamedTuple

from telegram.constants import BotCommandLimit, BotDescriptionLimit

from bot.simulator.chats import Chat, Directory
from bot.simulator.clock import Clock
from bot.simulator.faults import Faults
from bot.simulator.feed import Feed
from bot.simulator.files import Files
from bot.simulator.protocol import Json
from bot.simulator.rates import Pacing, Rates
from bot.simulator.refusals import bad_request
from bot.simulator.updates import Updates

KEPT_CALLS = 20_000
KEPT_PRESSES = 10_000
UNANSWERED_AFTER = 10.0
"""Seconds of real time after which the page says that a press found no answer."""


class Called(NamedTuple):
    """One call of the Bot API, as a test reads it."""

    method: str
    params: Json
    ok: bool
    description: str


@dataclass
class Press:
    """A pressed button waiting for answerCallbackQuery."""

    person: int
    chat: int
    message_id: int
    asked_at: float
    alarm: asyncio.TimerHandle


class Stage:
    """The whole state of one simulated Telegram with one bot in it."""

    def __init__(self, token: str, username: str, zone: str, rates: Rates, privacy: bool) -> None:
        self.token = token
        self.zone = zone
        self.privacy = privacy
        self.clock = Clock()
        self.feed = Feed()
        self.directory = Directory()
        self.updates = Updates(self.clock, lambda is_awake: self.feed.publish("awake", awake=is_awake))
        self.files = Files(self.clock)
        self.faults = Faults()
        self.pacing = Pacing(rates)
        self.settings = BotSettings(username)
        self.calls: deque[Called] = deque(maxlen=KEPT_CALLS)
        self.presses: dict[str, Press] = {}
        self.votes: dict[str, dict[int, list[int]]] = {}
        bot_id = token.partition(":")[0]
        self.bot_user: Json = {
            "id": int(bot_id) if bot_id.isdecimal() else 1,
            "is_bot": True,
            "first_name": self.settings.name,
            "username": username,
        }

    def is_outgoing(self, message: Json) -> bool:
        return bool(message.get("from", {}).get("id") == self.bot_user["id"])

    def publish(self, kind: str, chat: Chat, message: Json) -> None:
        """Tell the page about a new or changed message."""
        chat.changed.pop(message["message_id"], None)
        chat.changed[message["message_id"]] = self.feed.publish(kind, chat=chat.id, message=message)
        chat.changes.ring()

    def keep_press(self, query: str, press: Press) -> None:
        self.presses[query] = press
        if len(self.presses) > KEPT_PRESSES:
            self.presses.pop(next(iter(self.presses))).alarm.cancel()

    def note_call(self, method: str, params: Json, ok: bool, description: str) -> None:
        self.calls.append(Called(method, params, ok, description))
        self.feed.publish("call", method=method, ok=ok, description=description)

    def view(self, message: Json) -> Json:
        """A message as the page wants it: with whose it is and the keyboard that came with it."""
        keys = self.directory.chats[message["chat"]["id"]].keyboards.get(message["message_id"])
        return message | {"outgoing": self.is_outgoing(message)} | ({"reply_keyboard": keys} if keys else {})

    def chat_view(self, chat: Chat, with_messages: bool = True) -> Json:
        """A chat as the page wants it."""
        shown: Json = {
            "id": chat.id, "type": chat.type, "title": chat.title, "members": chat.members, "blocked": chat.blocked,
            "started": chat.started, "commands": self.settings.commands_in(chat), "reply_keyboard": chat.keyboard,
        }  # fmt: skip
        if with_messages:
            shown["messages"] = [self.view(message) for message in chat.messages.values()]
        return shown

    def state(self) -> Json:
        """Everything, for a page that has just been opened."""
        directory = self.directory
        return {
            "now": self.clock.now().isoformat(),
            "zone": self.zone,
            "seen": self.feed.count,
            "bot": self.settings.view(self.bot_user),
            "awake": self.updates.is_awake,
            "people": [person.as_json() for person in directory.people.values()],
            "chats": {str(chat.id): self.chat_view(chat) for chat in directory.chats.values()},
            "faults": self.faults.as_json(),
            "fault_kinds": self.faults.kinds(),
        }

    def event_view(self, event: Json) -> Json:
        """An event with its message written out."""
        message: Any = event.get("message")
        return {**event, "message": self.view(message)} if isinstance(message, dict) else event


def new_id() -> str:
    """A number as text, as Telegram names queries and polls."""
    return str(secrets.randbelow(9 * 10**17) + 10**17)


COMMAND = re.compile(rf"[a-z0-9_]{{{BotCommandLimit.MIN_COMMAND},{BotCommandLimit.MAX_COMMAND}}}")


class BotSettings:
    """Settings of one bot; a later call replaces an earlier one."""

    def __init__(self, username: str) -> None:
        self.username = username
        self.name = "Kawan Musrenbang"
        self.texts: dict[tuple[str, str], str] = {}
        self._commands: dict[tuple[str, str], list[Json]] = {}

    def set_commands(self, commands: list[Json], scope: Json, language: str) -> None:
        if len(commands) > BotCommandLimit.MAX_COMMAND_NUMBER:
            raise bad_request("BOT_COMMANDS_TOO_MUCH")
        for command in commands:
            _check_command(command)
        self._commands[_key(scope), language] = commands

    def delete_commands(self, scope: Json, language: str) -> None:
        self._commands.pop((_key(scope), language), None)

    def commands_in(self, chat: Chat) -> list[Json] | None:
        """The menu a person sees in a chat: the narrowest scope that has one; None when nothing was ever set."""
        everywhere = "all_private_chats" if chat.is_private else "all_group_chats"
        scopes: list[Json] = [{"type": "chat", "chat_id": chat.id}, {"type": everywhere}, {"type": "default"}]
        return self._narrowest(scopes)

    def commands_for_everyone(self) -> list[Json]:
        return self._narrowest([{"type": "all_private_chats"}, {"type": "default"}]) or []

    def view(self, bot_user: Json) -> Json:
        texts = {name: self.texts.get((name, ""), "") for name in ("description", "short_description")}
        identity = {"id": bot_user["id"], "first_name": self.name, "username": self.username}
        return {**identity, "commands": self.commands_for_everyone(), **texts}

    def set_text(self, name: str, text: str, language: str) -> None:
        """`name` is description or short_description."""
        longest = {
            "description": BotDescriptionLimit.MAX_DESCRIPTION_LENGTH,
            "short_description": BotDescriptionLimit.MAX_SHORT_DESCRIPTION_LENGTH,
        }
        if len(text) > longest[name]:
            raise bad_request(f"BOT_{name.upper()}_INVALID" if name == "description" else "ABOUT_TOO_LONG")
        self.texts[name, language] = text

    def _narrowest(self, scopes: list[Json]) -> list[Json] | None:
        for scope in scopes:
            for language in ("id", ""):
                if (_key(scope), language) in self._commands:
                    return self._commands[_key(scope), language]
        return None


def _key(scope: Json) -> str:
    return json.dumps(scope, sort_keys=True)


def _check_command(command: Json) -> None:
    if not COMMAND.fullmatch(str(command.get("command") or "")):
        raise bad_request("BOT_COMMAND_INVALID")
    if not 1 <= len(str(command.get("description") or "")) <= BotCommandLimit.MAX_DESCRIPTION:
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
