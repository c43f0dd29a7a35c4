"""Several things in one message, with marks or without: each goes where it belongs, and what is asked stays asked."""

from typing import Any

import pytest

from tests.journeys.test_whole_usulan import Proposer, at_the_hope, told_so_far
from tests.support.town import Town

STORY = "Jalan ke kebun putus kena longsor, motor tidak bisa lewat"


async def _at_the_map(place: Town) -> Proposer:
    sitti = await at_the_hope(place, STORY)
    await sitti.say("jalannya dirabat", "foto")
    for then in ("urusan apa", "paling merasakan", "berapa orang", "keluarga kurang mampu", "lokasi"):
        await sitti.say("lewati", then)
    return sitti


async def _at_the_landmark(place: Town) -> Proposer:
    sitti = await _at_the_map(place)
    await sitti.say("lewati", "dekat apa")
    return sitti


def _size(*sizes: tuple[str, str, str]) -> dict[str, Any]:
    return {"sizes": [{"amount": amount, "unit": unit, "side": side} for amount, unit, side in sizes]}


@pytest.mark.parametrize(
    ("typed", "landmark", "size"),
    [
        ("dekat jembatan lama. yg mau dicor 80 meter", "dekat jembatan lama", _size(("80", "m", ""))),
        ("samping pustu, yg rusak panjangnya 120 meter", "samping pustu", _size(("120", "m", "p"))),
    ],
)
async def test_beside_a_landmark_stands_a_size(place: Town, typed: str, landmark: str, size: dict[str, Any]) -> None:
    sitti = await _at_the_landmark(place)
    await sitti.say(typed, bool)
    told = await told_so_far(place)
    assert (told["patokan"]["text"], told["ukuran"]) == (landmark, size)


@pytest.mark.parametrize(
    "typed", ["dekat masjid yang panjangnya dua puluh langkah", "di bawah pohon asam, sebelum jembatan"]
)
async def test_a_landmark_alone_stays_whole(place: Town, typed: str) -> None:
    sitti = await _at_the_landmark(place)
    await sitti.say(typed, bool)
    told = await told_so_far(place)
    assert told["patokan"]["text"] == typed
    assert "ukuran" not in told


@pytest.mark.parametrize(
    "typed",
    [
        "tidak di tempat ka, lewati. dekat pasar cakke tempatnya",
        "lewati mi lokasinya. tempatnya dekat posyandu",
    ],
)
async def test_what_is_passed_over_is_left_and_what_is_told_is_kept(place: Town, typed: str) -> None:
    sitti = await _at_the_map(place)
    await sitti.say(typed, "Seberapa besar")
    assert "dekat" in (await told_so_far(place))["patokan"]["text"]


async def test_a_story_stands_whole(place: Town) -> None:
    sitti = Proposer(place)
    await sitti.until_story()
    story = "jalan rusak berat sejak maret, 30 KK lewat situ tiap hari, tempatnya dekat masjid"
    await sitti.say(story, "harapkan")
    assert (await told_so_far(place))["cerita"]["text"] == story
