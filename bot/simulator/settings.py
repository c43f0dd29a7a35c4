"""What the bot has said about itself: commands by scope, descriptions."""

import json
import re

from telegram.constants import BotCommandLimit, BotDescriptionLimit

from bot.simulator.chats import Chat
from bot.simulator.protocol import Json
from bot.simulator.refusals import bad_request

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
