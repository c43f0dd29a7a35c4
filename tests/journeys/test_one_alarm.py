"""Whoever waits for help tells on of one thing, whatever else it is called: one alarm, and all who know read of it."""

import pytest

from bot.work.access import BAPPEDA, FASILITATOR_DESA, FASILITATOR_KECAMATAN
from tests.journeys.test_cries import agreed
from tests.journeys.test_whole_usulan import DESA, KECAMATAN, facilitator
from tests.support.sentences import mentions, says, words
from tests.support.town import Town

_OPEN = "SELECT count(*) FROM alarms WHERE next_at IS NOT NULL"
BED = "Aer su masuk sampe paha, mertua ku lumpuh di ranjang ndak bisa kuangkat sendiri. Pattondon Salu dekat masjid tua"
HURT = "anak jatuh ke sumur, tolong cepat! pattondon salu"


@pytest.mark.parametrize(
    ("first", "then"),
    [
        (BED, "bagaimana mi ini airnya naik terus"),
        (HURT, "anaknya sudah diangkat tapi tidak bernapas"),
        (HURT, "kakeknya ikut turun, air di sumur naik terus, tolong"),
    ],
)
async def test_more_of_the_same_thing_goes_to_all_who_know_and_up_again(place: Town, first: str, then: str) -> None:
    rahman = await facilitator(place, "Rahman", FASILITATOR_DESA, DESA)
    amir = await facilitator(place, "Amir", FASILITATOR_KECAMATAN, KECAMATAN)
    hamka = await facilitator(place, "Hamka", BAPPEDA, "73.16")
    sitti = await agreed(place)
    await sitti.say(first, "Rahman")
    await place.simulator.wait_for(rahman, "Segera")
    await place.press(rahman, words("bahaya.tombol_absen"), says("bahaya.disampaikan"))
    await place.simulator.wait_for(amir, mentions("bahaya.kabar_berikut"))
    await place.press(amir, words("bahaya.tombol_datang"), says("bahaya.disampaikan"))
    assert (await place.rows(_OPEN))[0][0] == 0
    await sitti.say(then, says("bahaya.susulan"))
    for who in (rahman, amir):
        await place.simulator.wait_for(who, mentions("bahaya.kabar_susulan", kutipan=then))
        assert sum("Segera" in text for text in place.simulator.said(who)) == 1
    assert (await place.rows("SELECT count(*) FROM alarms"))[0][0] == 1
    assert (await place.rows(_OPEN))[0][0] == 1
    await place.simulator.move_clock(by=660)
    await place.begin_again()
    await place.simulator.wait_for(hamka, mentions("bahaya.kabar_berikut", datang={"nama": "Amir"}))


async def test_news_that_is_no_worse_goes_up_to_nobody(place: Town) -> None:
    rahman = await facilitator(place, "Rahman", FASILITATOR_DESA, DESA)
    sitti = await agreed(place)
    await sitti.say("kebakaran rumah di pattondon salu, tolong!!", "Rahman")
    await place.simulator.wait_for(rahman, "Segera")
    await place.press(rahman, words("bahaya.tombol_datang"), says("bahaya.disampaikan"))
    await sitti.say("habis mi pak terbakar semua tapi orang selamat", bool)
    await place.simulator.wait_for(rahman, "orang selamat")
    assert (await place.rows(_OPEN))[0][0] == 0
