"""A call for help before the consent: life goes first, and it is no usulan after it."""

import pytest

from bot.work.access import FASILITATOR_DESA
from tests.journeys.test_whole_usulan import DESA, Proposer, facilitator
from tests.support.sentences import says, words
from tests.support.town import Town


@pytest.mark.parametrize(
    "text",
    [
        "tolong kami terjebak banjir di desa pattondon salu maiwa",
        "banjir besar di desa pattondon salu kecamatan maiwa, tolong, ada anak kecil hanyut",
        "toloong gempa banyak rumah roboh di pattondon salu maiwa ada yang terjepit",
    ],
)
async def test_a_call_before_the_consent_with_its_place_tells_at_once_and_is_no_usulan(place: Town, text: str) -> None:
    rahman = await facilitator(place, "Rahman", FASILITATOR_DESA, DESA)
    sitti = Proposer(place)
    await sitti.simulator.say(sitti.person, text)
    await sitti.hears(says("izin"))
    await place.simulator.wait_for(rahman, says("bahaya.kabar_bencana", kutipan=text))
    assert await place.rows("SELECT place FROM people WHERE name = 'Sitti'") == [(None,)]
    await sitti.simulator.say(sitti.person, "cepat tolong")
    await place.simulator.wait_for(rahman, says("bahaya.kabar_susulan", kutipan="cepat tolong"))
    await sitti.press(words("tombol_setuju"), says("bahaya.sudah_tahu"))
    await sitti.say("cepat tolong pak", says("bahaya.susulan", nama="Rahman"))
    assert sum("Segera" in told for told in place.simulator.said(rahman)) == 1


async def test_where_it_is_may_be_said_before_the_consent(place: Town) -> None:
    rahman = await facilitator(place, "Rahman", FASILITATOR_DESA, DESA)
    sitti = Proposer(place)
    await sitti.simulator.say(sitti.person, "tolong rumah terbakar")
    await sitti.hears(says("izin"))
    await sitti.simulator.say(sitti.person, "di pattondon salu maiwa pak")
    await place.simulator.wait_for(rahman, says("bahaya.kabar_kebakaran"))
    await sitti.press(words("tombol_setuju"), says("bahaya.sudah_tahu"))
