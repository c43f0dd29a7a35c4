"""The content folder as core values; the only code that knows the Indonesian keys."""

from bot.catalog.catalog import Catalog, Message, load, problems
from bot.catalog.danger import missing_numbers
from bot.catalog.problem import ContentProblems, Problem

__all__ = ["Catalog", "ContentProblems", "Message", "Problem", "load", "missing_numbers", "problems"]
