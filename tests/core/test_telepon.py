"""A number to be rung at, as people write it."""

from typing import Any

import pytest

from bot.core.forms.heard import Typed
from bot.core.forms.questions import Ask, Question, Refused, Took
from bot.core.forms.world import World
from bot.core.kinds import telepon
from tests.support.town import catalog_of


def _read(text: str) -> Any:
    world: World = catalog_of().world
    return telepon.read(Ask(Question("telepon", "telepon"), {}, world), Typed(text, 1))


@pytest.mark.parametrize(
    ("typed", "kept", "shown"),
    [
        ("0812 3456 7890", "081234567890", "0812-3456-7890"),
        ("+62 812-3456-7890", "081234567890", "0812-3456-7890"),
        ("62812.3456.789", "08123456789", "0812-3456-789"),
        ("(0420) 21021", "042021021", "0420-21021"),
    ],
)
def test_however_it_is_written_one_number_is_kept(typed: str, kept: str, shown: str) -> None:
    found = _read(typed)
    assert isinstance(found, Took)
    assert found.value == {"text": kept}
    assert telepon.spelt(kept) == shown


@pytest.mark.parametrize("typed", ["tidak ada", "0812", "7316010101010001", "0812 3456 7890 12345", "812", "-", "0"])
def test_what_is_no_number_is_asked_again(typed: str) -> None:
    assert isinstance(_read(typed), Refused)


def test_no_number_is_shown_as_nothing() -> None:
    assert telepon.spelt("") == ""
