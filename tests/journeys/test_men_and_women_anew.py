"""Men and women told together are a count, whatever is asked; one of them told anew puts only that one right."""

import json
from typing import Any

import pytest

from tests.journeys.test_whole_usulan import Proposer
from tests.support.sentences import mentions
from tests.support.town import Town


async def _count(place: Town) -> Any:
    return json.loads((await place.rows("SELECT state FROM conversations"))[0][0])["answers"]["jumlah"]["value"]


async def _until_who(place: Town) -> Proposer:
    sitti = Proposer(place)
    await sitti.until_photo()
    await sitti.press("Lewati", mentions("form.usulan.kategori.tanya"))
    await sitti.press("Lewati", mentions("form.usulan.merasakan.tanya"))
    return sitti


@pytest.mark.parametrize("told", ["laki 30 perempuan 35, 65 orang", "65 orang, laki 30 perempuan 35"])
@pytest.mark.parametrize(
    ("anew", "male", "female"),
    [
        ("eh perempuannya 40", 30, 40),
        ("laki2nya 28 pale", 28, 35),
        ("perempuan 40 pak", 30, 40),
        ("lupa, perempuannya 45 orang", 30, 45),
    ],
)
async def test_one_of_them_anew(place: Town, told: str, anew: str, male: int, female: int) -> None:
    sitti = await _until_who(place)
    await sitti.say(told, mentions("form.usulan.merasakan.tanya"))
    assert await _count(place) == {"total": 65, "male": 30, "female": 35}
    await sitti.say(anew, mentions("form.usulan.merasakan.tanya"))
    assert await _count(place) == {"total": male + female, "male": male, "female": female}


@pytest.mark.parametrize("text", ["ibu-ibu", "perempuan hamil 5 yang jalan kaki jauh sekali ke pustu"])
async def test_a_group_of_them_is_no_correction(place: Town, text: str) -> None:
    sitti = await _until_who(place)
    await sitti.say("laki 30 perempuan 35", mentions("form.usulan.merasakan.tanya"))
    await sitti.say(text, "")
    assert (await _count(place))["female"] == 35


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("perempuannya 45", {"female": 45}),
        ("eh perempuannya 45", {"female": 45}),
        ("perempuannya 20", {"total": 45, "female": 20, "male": 25}),
    ],
)
async def test_of_as_many_women_as_people_nobody_makes_none_of_the_men(
    place: Town, text: str, left: dict[str, int]
) -> None:
    sitti = await _until_who(place)
    await sitti.say("90 orang", mentions("form.usulan.merasakan.tanya"))
    await sitti.press("Cukup", "Kami catat begini")
    await sitti.say("eh salah, 45 orang", "45 orang")
    await sitti.say(text, "")
    count = await _count(place)
    assert "male" not in count or count["male"] > 0
    assert left.items() <= count.items()
