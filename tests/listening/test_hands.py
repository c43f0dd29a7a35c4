"""Lines of a hand from which the ear learns nothing: most are heard as what they are, and hardly one as another act."""

import pytest

from bot.core.listening.shapes import Situation
from tests.listening.hands import shares
from tests.support.content import catalog_of


@pytest.mark.parametrize(("situation", "heard"), [("idle", 0.84), ("closed", 0.84)])
def test_most_of_what_a_new_hand_does_is_heard(situation: Situation, heard: float) -> None:
    ear = catalog_of().world.ear
    assert ear is not None
    told = shares(ear, situation)
    assert told["heard"] >= heard
    assert told.get("wrong", 0) <= 0.04
    assert told.get("false", 0) <= 0.03
