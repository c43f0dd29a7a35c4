"""The town of the calendar on its Monday morning, for whoever announces there."""

from tests.support.calendar import any_office, office

__all__ = ["any_office", "office"]
