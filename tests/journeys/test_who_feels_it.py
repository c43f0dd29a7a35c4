"""Who feels it is put right: others take their place, or come beside them; it is never emptied for want of a button."""

import pytest

from tests.journeys.test_told_wrong import _answers
from tests.journeys.test_whole_usulan import Proposer
from tests.support.sentences import mentions, words
from tests.support.town import Town

STORY = "saluran irigasi jebol, petani tidak bisa tanam padi"


async def _at_the_card(place: Town) -> Proposer:
    sitti = Proposer(place)
    await sitti.until_card(STORY, "disemen")
    return sitti


@pytest.mark.parametrize(
    ("typed", "now"),
    [
        ("Penerima manfaat seluruh warga, bukan KK miskin saja", {"semua"}),
        ("yang merasakan semua warga, bukan petani saja", {"semua"}),
        ("bukan petani saja, ibu-ibu juga", {"tani", "ibu"}),
        ("bukan cuma petani, anak sekolah juga", {"tani", "anak"}),
        ("yg kena bukan hanya petani tapi juga lansia", {"tani", "lansia"}),
    ],
)
async def test_others_come_beside_them(place: Town, typed: str, now: set[str]) -> None:
    sitti = await _at_the_card(place)
    await sitti.say(typed, mentions("mesin.ralat_kata"))
    assert {one["value"] for one in (await _answers(place))["merasakan"]} == now


@pytest.mark.parametrize("typed", ["bukan tani saja yg rugi, pedagang juga", "bukan hanya petani, pedagang juga"])
async def test_who_is_no_option_is_told_beside_them(place: Town, typed: str) -> None:
    sitti = await _at_the_card(place)
    await sitti.say(typed, mentions("mesin.ralat_tambah"))
    told = await _answers(place)
    assert ("pedagang" in told["cerita"]["text"], [one["value"] for one in told["merasakan"]]) == (True, ["tani"])


@pytest.mark.parametrize("typed", ["bukan petani tapi nelayan", "nelayan, bukan petani", "petani bukan, nelayan"])
async def test_who_takes_their_place_and_is_no_option_is_asked_for(place: Town, typed: str) -> None:
    sitti = await _at_the_card(place)
    await sitti.say(typed, "Yang benar?")
    await sitti.press(words("tombol.selesai"), "Kami catat begini")
    assert [one["value"] for one in (await _answers(place))["merasakan"]] == ["tani"]


@pytest.mark.parametrize(
    ("story", "who"),
    [
        ("beliau tuli dan sdh tua, rumahnya bocor kalau hujan", {"lansia"}),
        ("tetangga sy lumpuh, beliau sudah tua", {"lansia"}),
        ("jembatannya sudah tua dan lapuk sekali", set()),
    ],
)
async def test_somebody_who_is_old_is_told_of_in_the_story(place: Town, story: str, who: set[str]) -> None:
    sitti = Proposer(place)
    await sitti.until_hope(story)
    assert {one["value"] for one in (await _answers(place)).get("merasakan", [])} == who
