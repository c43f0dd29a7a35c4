"""A town with an office."""

from tests.roles.conftest import any_office, office

__all__ = ["any_office", "office"]
