"""The town of the calendar, its people and its clock."""

from tests.support.calendar import any_office, anywhere, at_home, desk, more_bots, office

__all__ = ["any_office", "anywhere", "at_home", "desk", "more_bots", "office"]
