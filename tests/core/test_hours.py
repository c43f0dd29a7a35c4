"""How long is so much time in which one may write."""

from datetime import datetime, timedelta

import pytest

from bot.core.hours import after_waking
from tests.support.kabupaten import local


@pytest.mark.parametrize(
    ("asked", "over"),
    [
        (local(2026, 11, 3, 9, 0), local(2026, 11, 3, 13, 0)),
        (local(2026, 11, 3, 20, 0), local(2026, 11, 4, 9, 0)),  # an hour before the night, three after it
        (local(2026, 11, 6, 10, 0), local(2026, 11, 6, 16, 0)),  # the two hours of Friday are nobody's
    ],
)
def test_four_hours_are_counted_only_while_one_may_write(asked: datetime, over: datetime) -> None:
    assert after_waking(asked, timedelta(hours=4)) == over
