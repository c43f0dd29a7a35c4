"""Whoever fears that others see it, and tells a story in the same breath, is answered; the story waits for a yes."""

import pytest

from tests.support.sentences import mentions, says, words
from tests.support.town import Town

LINES = [
    "pak tolong jangan kasih tau siapa2 saya ini ya, malu ka, saya janda, rumahku atapnya bocor semua",
    "pak jangan kasih tau siapa2 nah, ini jembatan di salokaraja patah",
]


@pytest.mark.parametrize("text", LINES)
async def test_the_story_beside_it_waits_for_the_consent_that_is_shown(place: Town, text: str) -> None:
    sitti = place.simulator.add_person("Sitti")
    await place.simulator.say(sitti, text)
    assert await place.simulator.wait_for(sitti, mentions("izin"))
    shown = await place.press(sitti, words("tombol_setuju"), says("mesin.ini_ceritanya"))
    assert text.rpartition(",")[2].strip() in shown["text"]


async def test_nobody_is_asked_to_press_without_the_screen_that_says_what_is_kept(place: Town) -> None:
    sitti = place.simulator.add_person("Sitti")
    await place.simulator.say(sitti, "jangan kasih tau siapa2 nah pak")
    await place.simulator.wait_for(sitti, bool)
    await place.simulator.say(sitti, "boleh ji tapi jangan sebut namaku")
    assert await place.simulator.wait_for(sitti, mentions("izin"))
