"""What a handler gets: the turn it may put things into, and the office it works for."""

from contextvars import ContextVar
from typing import Any

from telegram.ext import CallbackContext, ExtBot

from bot.store.turn import Turn
from bot.work.office import Office

#: Set by the worker around each update; context variables carry through PTB's dispatch.
current_turn: ContextVar[Turn] = ContextVar("current_turn")


class Context(CallbackContext[ExtBot[None], dict[Any, Any], dict[Any, Any], dict[Any, Any]]):
    """PTB's context with our two nouns; nothing is kept in PTB's own dictionaries."""

    @property
    def turn(self) -> Turn:
        return current_turn.get()

    @property
    def office(self) -> Office:
        office: Office = self.bot_data["office"]
        return office
