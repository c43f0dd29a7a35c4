"""What somebody in despair or under violence decides: whether a facilitator may be told."""

from typing import Any

from telegram.ext import BaseHandler

from bot.work.usulan import danger_asked
from handlers.buttons import Act, on_family

_ACTS: dict[str, Act] = {
    "ya:<word>:<word>:<word>": danger_asked.agree,
    "jangan": danger_asked.refuse,
}


def handlers() -> list[BaseHandler[Any, Any, Any]]:
    return [on_family("g", _ACTS)]
