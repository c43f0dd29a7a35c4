"""A yes with why behind it is one; with another choice behind it, it is none."""

import pytest

from bot.core.forms.reasoned import agreed_before
from tests.support.content import catalog_of


@pytest.mark.parametrize(
    "said", ["ya, pak camat tidak ada", "iya, aulanya tidak bisa dipakai", "ya krn camat nda bisa datang"]
)
def test_why_stands_behind_the_yes(said: str) -> None:
    assert agreed_before(said, catalog_of().world, paused=True).startswith(("ya", "iya"))


@pytest.mark.parametrize(
    "said",
    [
        "ya, kamis saja",
        "iya, hari jumat",
        "ya, minggu depan",
        "ya, di masjid raya saja",
        "ya, yang malua saja",
        "ya, tapi camat tidak bisa",
        "ya, jumat aula tidak ada",
        "iya, tidak usah",
    ],
)
def test_another_choice_behind_it_is_no_reason(said: str) -> None:
    assert agreed_before(said, catalog_of().world, paused=True) == ""
