"""What the people bring themselves, told in the story or beside the wish, is their gift and not how much is asked."""

from typing import Any

import pytest

from tests.journeys.test_whole_usulan import at_the_hope, told_so_far
from tests.support.town import Town

STORY = "Jembatan ke kebun putus, motor tidak bisa lewat"


def _given(told: dict[str, Any]) -> list[str]:
    return [one["value"] for one in told.get("sumbangan", ())]


@pytest.mark.parametrize(
    ("wish", "given"),
    [
        ("jembatan besi, semen 10 sak dari kami", ["bahan"]),
        ("dibuatkan jembatan. kami bantu semen 10 sak", ["bahan"]),
        ("minta jembatan baru, warga siap kerja bakti dan kayu 20 batang dari warga", ["tenaga", "bahan"]),
        ("minta jembatan baru. pasir 2 truk kami sediakan", ["bahan"]),
    ],
)
async def test_a_gift_beside_the_wish_is_no_size(place: Town, wish: str, given: list[str]) -> None:
    sitti = await at_the_hope(place, STORY)
    await sitti.say(wish, "foto")
    told = await told_so_far(place)
    assert _given(told) == given
    assert "ukuran" not in told


@pytest.mark.parametrize(
    "story", ["jembatan putus, tidak bisa lewat. semen 10 sak dari kami", "jalan rusak, warga bersedia sumbang kayu"]
)
async def test_a_gift_in_the_story_is_taken_and_said_back(place: Town, story: str) -> None:
    sitti = await at_the_hope(place, story)
    assert _given(await told_so_far(place)) == ["bahan"]
    assert any("Sumbangan warga" in text for text in place.texts(sitti.person))


@pytest.mark.parametrize(
    "story",
    [
        "jalan rusak, sudah kerja bakti terus tapi hancur lagi",
        "jembatan putus, minta bantuan kayu dari warga kota",
        "selokan tersumbat, sampah dari warga",
        "jalan rusak, kami belum bisa sumbang kayu",
        "jalan rusak, tidak ada bahan dari kami",
    ],
)
async def test_who_gives_nothing_is_noted_for_nothing(place: Town, story: str) -> None:
    await at_the_hope(place, story)
    assert _given(await told_so_far(place)) == []


@pytest.mark.parametrize(("wish", "amount"), [("minta semen 10 sak", "10"), ("minta pipa 300 meter", "300")])
async def test_what_is_asked_for_keeps_its_size(place: Town, wish: str, amount: str) -> None:
    sitti = await at_the_hope(place, STORY)
    await sitti.say(wish, "foto")
    assert (await told_so_far(place))["ukuran"]["sizes"][0]["amount"] == amount
