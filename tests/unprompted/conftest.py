"""The towns of those who have tasks and of those who bring usulan, for whoever says something there to nobody's
question."""

from tests.deciding.conftest import quick
from tests.reading.conftest import either_village, village
from tests.tasks.conftest import anywhere, at_home

__all__ = ["anywhere", "at_home", "either_village", "quick", "village"]
