"""A name that is to stand nowhere is hidden, and a place that bears it keeps its own ("masjid Nurul Iman")."""

import pytest

from tests.journeys.test_whole_usulan import Proposer
from tests.support.sentences import words
from tests.support.town import Town


@pytest.mark.parametrize(
    ("told", "stays", "goes"),
    [
        ("wc di depan mesjid nurul iman tidak ada airnya", "mesjid nurul iman", ""),
        ("atap SD Nurul Hikmah bocor, saya nurul yang lapor", "SD Nurul Hikmah", "saya nurul"),
        ("aku nurul, jembatan dekat rumah nurul lapuk", "jembatan", "rumah nurul"),
    ],
)
async def test_the_place_stays(place: Town, told: str, stays: str, goes: str) -> None:
    nurul = Proposer(place, "Nurul")
    await nurul.until_story()
    await nurul.say(told, "harapkan")
    await nurul.say("diperbaiki", "foto")
    await nurul.say("jangan sebut nama saya ya", "")
    await nurul.press(words("tombol.cukup"), "Kami catat begini")
    await nurul.press(words("tombol.kirim"), "Maiwa 1")
    story = (await nurul.answers())["cerita"]["text"]
    assert stays in story
    assert not goes or goes not in story
