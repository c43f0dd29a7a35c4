"""A town whose office holds a day of training."""

from tests.lessons.conftest import any_school, school

__all__ = ["any_school", "school"]
