"""What the people give, as a story tells it."""

import pytest

from bot.core.stories.readings import told_in
from bot.core.understanding.tongue import tongue_of
from tests.listening.moments import Line, Moment
from tests.support.content import catalog_of


@pytest.mark.parametrize(
    ("story", "given"),
    [
        ("jalan rusak, tanahnya dihibahkan pak haji", ["tanah"]),
        ("tanah sudah mi dihibahkan yang punya", ["tanah"]),
        ("kami siap tenaga", ["tenaga"]),
        ("tanah belum dihibahkan", []),
        ("ada tanah tapi tidak dihibahkan", []),
        ("butuh tanah hibah untuk posyandu", []),
    ],
)
def test_what_is_given_may_be_named_before_its_giving(story: str, given: list[str]) -> None:
    moment = Moment(catalog_of(), Line("", "cerita", story, frozenset(), ()))
    told = told_in(story, tongue_of(moment.world.spellings))
    assert [one["value"] for each in told if each.sort == "sumbangan" for one in each.value] == given
