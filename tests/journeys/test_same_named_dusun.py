"""A dusun that is called as a desa elsewhere, or as dusun of several other desa, is the dusun of the desa that was
named: nobody is asked for the kecamatan again."""

import pytest

from tests.journeys.test_whole_usulan import Proposer, told_so_far
from tests.support.sentences import mentions, says, words
from tests.support.town import Town


async def _begun(place: Town) -> Proposer:
    baso = Proposer(place)
    await baso.simulator.begin(baso.person)
    await baso.hears(says("izin"))
    await baso.press(words("tombol_setuju"), "kecamatan")
    return baso


@pytest.mark.parametrize(
    "text",
    [
        "tuncung dusun lembang",
        "sy dari desa tuncung, dusun lembang pak",
        "got di lorong kami selalu tergenang kalau hujan, tuncung dusun lembang",
    ],
)
async def test_the_dusun_of_the_desa_that_is_named_before_it(place: Town, text: str) -> None:
    baso = await _begun(place)
    await baso.say(text, "Tuncung")
    draft = await told_so_far(place)
    assert (draft["desa"]["name"], draft["dusun"]) == ("Tuncung", {"name": "Lembang", "listed": False})


@pytest.mark.parametrize(
    "text", ["di dusun lembang pipa air pecah, ibu ibu pikul air", "tolong pasang pipa di dusun lembang, tidak ada air"]
)
async def test_no_desa_is_made_of_what_only_stands_around(place: Town, text: str) -> None:
    baso = await _begun(place)
    await baso.say(text, "Enrekang")
    assert "desa" not in await told_so_far(place)


@pytest.mark.parametrize("text", ["lembang", "lembang pak", "dusun lembang"])
async def test_where_the_desa_is_known_the_dusun_is_meant(place: Town, text: str) -> None:
    baso = await _begun(place)
    await baso.say("maiwa tuncung", "Dusun")
    await baso.say(text, mentions("mesin.nama_baru"))
    await baso.say(text, mentions("form.usulan.cerita.tanya"))
    assert (await told_so_far(place))["dusun"] == {"name": "lembang", "listed": False}


async def test_a_desa_nearby_may_still_be_meant(place: Town) -> None:
    baso = await _begun(place)
    await baso.say("maiwa tuncung", "Dusun")
    await baso.say("boiya", mentions("mesin.tempat_yang_mana"))
    assert "dusun" not in await told_so_far(place)
