"""A local stand-in for Telegram: the Bot API over HTTP for the unchanged bot, and a chat page for people."""

from bot.simulator.rates import Rates
from bot.simulator.server import Simulator

__all__ = ["Rates", "Simulator"]
