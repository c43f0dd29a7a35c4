"""What the cross-checks find, and what they leave alone."""

import pytest

from bot.catalog import Catalog
from bot.core import checks
from tests.core.transcript import Conversation

VOICE = {"voice": {"seconds": 9}}


def _notes(catalog: Catalog, story: str, hope: str) -> str:
    conversation = Conversation(catalog)
    conversation.start()
    for text in ("baraka", "bontongan", "talise", story, hope, "cukup"):
        conversation.type(text)
    return "\n".join(conversation.said)


def test_a_hope_that_repeats_the_story_is_noted_on_the_review_card(catalog: Catalog) -> None:
    assert "hampir sama" in _notes(catalog, "Jembatan ke kebun rusak berat", "jembatan ke kebun rusak berat.")


def test_a_hope_of_its_own_is_not(catalog: Catalog) -> None:
    assert "hampir sama" not in _notes(catalog, "Jembatan ke kebun rusak berat", "Jembatannya diganti beton")


def test_a_short_story_is_noted_and_a_longer_one_is_not(catalog: Catalog) -> None:
    hope = "Jembatannya diganti beton"
    assert "masih singkat" in _notes(catalog, "Jembatan kebun rusak", hope)
    assert "masih singkat" not in _notes(catalog, "Jembatan ke kebun rusak sejak tahun lalu", hope)


@pytest.mark.parametrize(("one", "other"), [(VOICE, VOICE), (VOICE, {"text": "x"}), ({"text": "x"}, VOICE)])
def test_a_voice_is_not_compared(one: dict[str, object], other: dict[str, object]) -> None:
    assert not checks.find("alike")(one, other)


def test_a_spoken_story_is_never_too_short() -> None:
    assert not checks.find("short")(VOICE)
