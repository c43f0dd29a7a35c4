"""Who was counted is put right, and not how many: the story is no place to put a number in for a word."""

import pytest

from tests.journeys.test_whole_usulan import told_so_far
from tests.journeys.villagers import consent, name_place
from tests.support.sentences import mentions
from tests.support.town import Town

_STORY = "jalan berlubang, {} lewat, sudah lama"


async def _told(place: Town, who: str, typed: str, answered: str) -> dict[str, dict[str, object]]:
    sitti = await consent(place)
    await name_place(place, sitti)
    await place.ask(sitti, _STORY.format(who), mentions("form.usulan.harapan.tanya"))
    await place.ask(sitti, "dirabat", mentions("form.usulan.foto.tanya"))
    await place.ask(sitti, typed, mentions(answered))
    return await told_so_far(place)


@pytest.mark.parametrize(
    ("who", "typed"),
    [
        ("80 orang", "yg 80 itu bukan orang maksudku"),
        ("60 KK", "60 itu bukan KK"),
        ("60 KK", "eh 60 tadi bkn keluarga"),
    ],
)
async def test_what_it_is_not_alone_is_asked_and_the_story_stays(place: Town, who: str, typed: str) -> None:
    told = await _told(place, who, typed, "mesin.ralat_tanya")
    assert told["cerita"]["text"] == _STORY.format(who)


@pytest.mark.parametrize(
    ("typed", "people"),
    [
        ("60 itu bukan KK tapi orang", {"total": 60}),
        ("yang 60 itu jiwa", {"total": 60}),
        ("yang tadi 60 itu jiwa, kalo KK nya 14", {"total": 60, "families": 14}),
    ],
)
async def test_what_it_is_takes_its_place_with_what_is_told_beside(
    place: Town, typed: str, people: dict[str, int]
) -> None:
    told = await _told(place, "60 KK", typed, "mesin.ralat_kata")
    assert told["jumlah"] == people


@pytest.mark.parametrize(
    "typed",
    [
        "yg 50 itu bukan orang",
        "eh 50 tadi bukan keluarga",
        "60 itu rumah di palau, di pasang 30 rumah lagi",
        "yang 60 itu bukan KK miskin semua",
    ],
)
async def test_what_is_not_clear_changes_nothing(place: Town, typed: str) -> None:
    sitti = await consent(place)
    await name_place(place, sitti)
    await place.ask(sitti, _STORY.format("60 KK"), mentions("form.usulan.harapan.tanya"))
    await place.ask(sitti, "dirabat", mentions("form.usulan.foto.tanya"))
    await place.ask(sitti, typed, lambda message: message["text"] != "")
    told = await told_so_far(place)
    assert (told["jumlah"], told["cerita"]["text"]) == ({"families": 60}, _STORY.format("60 KK"))
