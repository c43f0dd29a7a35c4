"""The town of those who have tasks, for whoever says something there to nobody's question."""

from tests.tasks.conftest import anywhere, at_home

__all__ = ["anywhere", "at_home"]
