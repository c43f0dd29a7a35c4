"""What a handler gets: the visit of whoever speaks."""

from contextvars import ContextVar
from typing import Any

from telegram.ext import CallbackContext, ExtBot

from bot.store.turn import Turn
from bot.work.journeys import JOURNEYS
from bot.work.visit import Visit

#: Set by the worker around each update; context variables carry through PTB's dispatch.
current_turn: ContextVar[Turn] = ContextVar("current_turn")


class Context(CallbackContext[ExtBot[None], dict[Any, Any], dict[Any, Any], dict[Any, Any]]):
    """PTB's context with our noun; nothing is kept in PTB's own dictionaries."""

    @property
    def visit(self) -> Visit:
        return Visit(current_turn.get(), self.bot_data["office"], JOURNEYS)
