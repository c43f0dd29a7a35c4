"""Who asks not to be named while they call for help is named in no letter, by whatever name they call themselves."""

import pytest

from bot.work.access import FASILITATOR_DESA, FASILITATOR_KECAMATAN
from tests.journeys.test_promised import minutes_later
from tests.journeys.test_threatened import THREAT
from tests.journeys.test_whole_usulan import DESA, KECAMATAN, Proposer, facilitator
from tests.support.sentences import mentions, says
from tests.support.town import Town


@pytest.mark.parametrize(
    ("text", "is_named"),
    [
        ("tolong sy bu Ramlah terkurung banjir di desa pattondon salu, jgn sebut nama sy", False),
        ("kami terjebak banjir di desa pattondon salu, jgn sebut nama sy Ramlah", False),
        ("jangan tulis namaku pak, sy Ramlah terkurung banjir tolong, di desa pattondon salu", False),
        ("tolong sy bu Ramlah terkurung banjir di desa pattondon salu", True),
    ],
)
async def test_the_own_name_stands_in_no_letter(place: Town, text: str, is_named: bool) -> None:
    rahman = await facilitator(place, "Rahman", FASILITATOR_DESA, DESA)
    amir = await facilitator(place, "Amir", FASILITATOR_KECAMATAN, KECAMATAN)
    sitti = Proposer(place)
    await sitti.simulator.say(sitti.person, text)
    told = [await place.simulator.wait_for(rahman, mentions("bahaya.kabar_bencana"))]
    await minutes_later(place, 11)
    told.append(await place.simulator.wait_for(amir, mentions("bahaya.kabar_berikut")))
    for one in told:
        assert ("Ramlah" in one["text"]) == is_named
        assert "banjir" in one["text"]


async def test_said_later_it_is_taken_out_of_what_is_told_on(place: Town) -> None:
    await facilitator(place, "Rahman", FASILITATOR_DESA, DESA)
    amir = await facilitator(place, "Amir", FASILITATOR_KECAMATAN, KECAMATAN)
    sitti = Proposer(place)
    await sitti.say("tolong sy bu Ramlah terkurung banjir di desa pattondon salu", mentions("bahaya.bencana"))
    await sitti.say("jgn sebut nama sy", bool)
    await minutes_later(place, 11)
    told = await place.simulator.wait_for(amir, mentions("bahaya.kabar_berikut"))
    assert "Ramlah" not in told["text"]
    assert "banjir" in told["text"]


async def test_of_violence_as_well(place: Town) -> None:
    nurul = await facilitator(place, "Nurul", FASILITATOR_KECAMATAN, KECAMATAN)
    sitti = Proposer(place)
    await sitti.say(THREAT, mentions("bahaya.boleh_di_mana"))
    await sitti.say("pattondon salu maiwa, jgn sebut nama sy Ramlah", mentions("bahaya.boleh_kabari", nama="Nurul"))
    await sitti.say("ya", says("bahaya.ya"))
    letter = await place.simulator.wait_for(nurul, says("bahaya.kabar_kekerasan"))
    assert "Ramlah" not in letter["text"]
    assert "parang" in letter["text"]


@pytest.mark.parametrize(
    ("text", "then"),
    [
        (
            "tolong kami terjebak banjir, jgn sebut nama sy Ramlah",
            ["cepat pak, sy Ramlah di atap", "desa {desa}"],
        ),
        ("tolong kami terjebak banjir di kecamatan maiwa, jgn sebut nama sy Ramlah", ["desa {desa}, sy Ramlah"]),
        ("tolong kami terjebak banjir di desa boiya, jgn sebut namaku", ["salah, bukan boiya, desa {desa}, sy Ramlah"]),
        ("tolong sy bu Ramlah terjebak banjir", ["jgn sebut nama sy", "desa {desa}"]),
    ],
)
async def test_nor_where_the_place_is_told_later(place: Town, text: str, then: list[str]) -> None:
    rahman = await facilitator(place, "Rahman", FASILITATOR_DESA, DESA)
    amir = await facilitator(place, "Amir", FASILITATOR_KECAMATAN, KECAMATAN)
    sitti = Proposer(place)
    await sitti.simulator.say(sitti.person, text)
    for one in then:
        await sitti.say(one.format(desa="pattondon salu"), bool)
    await place.simulator.wait_for(rahman, mentions("bahaya.kabar_bencana"))
    await minutes_later(place, 11)
    await place.simulator.wait_for(amir, "banjir")
    assert not any("Ramlah" in one for whom in (rahman, amir) for one in place.simulator.said(whom))
