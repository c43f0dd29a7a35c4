"""What a story counts is offered where it is asked how many feel it, and never taken without a tap."""

import pytest

from tests.journeys.test_told_wrong import _answers
from tests.journeys.test_whole_usulan import at_the_hope
from tests.support.sentences import words
from tests.support.town import Town


@pytest.mark.parametrize(
    ("story", "label", "told"),
    [
        ("jalan rusak, 40 rumah susah lewat", "40 rumah", {"houses": 40}),
        ("jalan rusak, empat puluh rumah susah lewat", "40 rumah", {"houses": 40}),
        ("posyandu sempit, 30 balita ditimbang di teras", "30 orang", {"total": 30}),
        ("jembatan putus, 2 rumah hanyut, 40 rumah terisolir", "40 rumah", {"houses": 40}),
    ],
)
async def test_it_is_offered(place: Town, story: str, label: str, told: dict[str, int]) -> None:
    sitti = await at_the_hope(place, story)
    await sitti.say("diperbaiki", "foto")
    await sitti.press(words("tombol.lewati"), "urusan apa")
    await sitti.press(words("tombol.lewati"), bool)
    if "balita" not in story:
        await sitti.press(words("tombol.lewati"), "berapa orang")
    assert "jumlah" not in await _answers(place)
    await sitti.press(label, "kurang mampu")
    assert (await _answers(place))["jumlah"] == told
