"""Somebody else is hurt, hanged or in despair: who is near is told, and whoever writes is not comforted."""

import pytest

from bot.work.access import FASILITATOR_DESA, FASILITATOR_KECAMATAN
from tests.journeys.test_whole_usulan import DESA, KECAMATAN, Proposer, facilitator
from tests.support.sentences import mentions, says
from tests.support.town import Town


@pytest.mark.parametrize(
    "text",
    [
        "ayah gantung diri tolong, pattondon salu",
        "bosku dipukul orang pakai balok di terminal, kepalanya bocor. pattondon salu",
        "temanku ditikam orang, pingsan, pattondon salu",
    ],
)
async def test_somebody_else_who_is_hurt_rings_at_once(place: Town, text: str) -> None:
    rahman = await facilitator(place, "Rahman", FASILITATOR_DESA, DESA)
    sitti = Proposer(place)
    await sitti.simulator.say(sitti.person, text)
    await sitti.hears(mentions("bahaya.korban", dikabari="Rahman"))
    letter = (await place.simulator.wait_for(rahman, "Segera"))["text"]
    assert text in letter
    assert not any(one in says("bahaya.putus_asa", lain=False) for one in place.texts(sitti.person))
    if "gantung" not in text:
        assert letter in mentions("bahaya.lewat_polisi")


async def test_violence_in_the_words_of_a_neighbour_sends_nobody_alone(place: Town) -> None:
    rahman = await facilitator(place, "Rahman", FASILITATOR_DESA, DESA)
    sitti = Proposer(place)
    text = "pak guru tolong, tetangga dibacok suaminya, darahnya banyak. pattondon salu"
    await sitti.simulator.say(sitti.person, text)
    letter = (await place.simulator.wait_for(rahman, "Segera"))["text"]
    assert letter in mentions("bahaya.lewat_polisi")
    await sitti.say("dia masih di dalam rumah", says("bahaya.susulan"))
    told = (await place.simulator.wait_for(rahman, mentions("bahaya.kabar_susulan")))["text"]
    assert told in mentions("bahaya.lewat_polisi")


@pytest.mark.parametrize(
    ("text", "is_other"),
    [
        ("temanku berdiri di jembatan mau loncat, pattondon salu maiwa", True),
        ("kakak saya mau bakar diri, pattondon salu maiwa", True),
        ("saya mau bunuh diri saja pak, pattondon salu maiwa", False),
        ("istriku pergi, saya mau loncat dari jembatan, pattondon salu maiwa", False),
        ("temanku tahu saya mau bunuh diri, pattondon salu maiwa", False),
    ],
)
async def test_whose_despair_it_is_is_told_rightly(place: Town, text: str, is_other: bool) -> None:
    nurul = await facilitator(place, "Nurul", FASILITATOR_KECAMATAN, KECAMATAN)
    sitti = Proposer(place)
    await sitti.simulator.say(sitti.person, text)
    await sitti.hears(mentions("bahaya.boleh_kabari", nama="Nurul"))
    assert any(one in says("bahaya.putus_asa", lain=is_other) for one in place.texts(sitti.person))
    assert not any("Segera" in one for one in place.simulator.said(nurul))
    await sitti.say("ya", says("bahaya.ya", nama="Nurul"))
    letter = (await place.simulator.wait_for(nurul, "Segera"))["text"]
    assert letter in mentions("bahaya.kabar_putus_asa", lain=is_other)


@pytest.mark.parametrize(
    "text",
    [
        "tetangga saya dipukul suaminya tiap malam, kepalanya pernah bocor",
        "anakku bilang mau gantung diri",
        "saya dipukul orang, kepalaku bocor",
    ],
)
async def test_what_is_of_one_house_only_threatened_or_their_own_rings_nobody_unasked(place: Town, text: str) -> None:
    rahman = await facilitator(place, "Rahman", FASILITATOR_DESA, DESA)
    sitti = Proposer(place)
    await sitti.simulator.say(sitti.person, f"{text}, pattondon salu")
    await sitti.hears("110")
    assert not any("Segera" in one for one in place.simulator.said(rahman))
