"""What happened months ago calls nobody, and who fell is no age of whoever tells it."""

import pytest

from bot.core.understanding.own_age import tells_youth
from bot.work.access import FASILITATOR_DESA
from tests.journeys.test_whole_usulan import DESA, Proposer, facilitator
from tests.support.content import catalog_of
from tests.support.sentences import says
from tests.support.town import Town


@pytest.mark.parametrize(
    "story",
    [
        "Januari lalu air sdh masuk rumahnya selutut, sekarang kering",
        "desember lalu rumah kami terendam selutut, skrg sdh surut",
        "maret kemarin rumah kami terendam sampai lutut, skrg sdh kering",
        "ada anak jatuh di jembatan, patah tangannya minggu lalu",
        "saluran jebol waktu banjir 2019, belum diperbaiki",
    ],
)
async def test_what_happened_months_ago_is_a_story(place: Town, story: str) -> None:
    rahman = await facilitator(place, "Rahman", FASILITATOR_DESA, DESA)
    sitti = Proposer(place)
    await sitti.until_story()
    await sitti.say(story, "harapkan")
    assert not any("Segera" in told for told in place.simulator.said(rahman))


async def test_that_it_was_months_ago_ends_what_rang(place: Town) -> None:
    rahman = await facilitator(place, "Rahman", FASILITATOR_DESA, DESA)
    sitti = Proposer(place)
    await sitti.until_story()
    await sitti.say("tolong air masuk rumah sekarang, sudah selutut", bool)
    await place.simulator.wait_for(rahman, "Segera")
    await sitti.say("tdk, itu Januari lalu, skrg aman ji. ini utk usulan", bool)
    assert await place.simulator.wait_for(rahman, says("bahaya.kabar_reda"))


@pytest.mark.parametrize(
    "text",
    [
        "tolong air masuk rumah sekarang",
        "sejak januari lalu tanah retak, sekarang longsor menimpa rumah",
        "jembatan gantung miring mau roboh, banyak anak lewat",
        "air sdh masuk rumahnya selutut",
    ],
)
def test_what_is_there_now_still_rings_or_is_asked(text: str) -> None:
    danger = catalog_of().danger
    assert any(not one.mild for one in danger.find(text)) or danger.doubted(text)


@pytest.mark.parametrize(
    ("text", "is_young"),
    [
        ("eh yg jatuh itu kelas 1 bukan kelas 2", False),
        ("ralat kak yg sakit kelas 4 bukan kelas 3", False),
        ("yg jatuh itu umur 7 kelas 1", False),
        ("kelas 5 bukan kelas 4 yang jatuh", False),
        ("saya kelas 5 bukan kelas 4", True),
        ("kak fadil kls 7 smp umur 13 mau usul lampu", True),
        ("sy kls 6 sd", True),
    ],
)
def test_who_fell_is_no_age_of_their_own(text: str, is_young: bool) -> None:
    assert tells_youth(text, catalog_of().world.aging) is is_young


async def test_put_right_of_a_child_in_the_story_asks_for_no_parent(place: Town) -> None:
    sitti = Proposer(place)
    await sitti.until_hope("jembatan kecil dekat sekolah sudah lapuk papannya")
    await sitti.say("eh yg jatuh itu kelas 1 bukan kelas 2", bool)
    await sitti.say("jembatannya diberi pagar", bool)
    assert not any("18" in text and "mendampingi" in text for text in place.texts(sitti.person)[2:])
