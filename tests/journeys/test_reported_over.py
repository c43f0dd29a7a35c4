"""A facilitator tells that something is over, with nobody who waits: thanks, no numbers, and those above may know."""

import pytest

from bot.work.access import FASILITATOR_DESA, FASILITATOR_KECAMATAN
from tests.journeys.test_whole_usulan import DESA, KECAMATAN, facilitator
from tests.support.sentences import says, words
from tests.support.town import Town

OVER = [
    "pohon tumbang tadi subuh sdh dipotong warga, jalan lancar lagi",
    "banjir tadi malam sdh surut, warga aman",
    "longsor kemarin di jalan poros sdh dibersihkan, warga aman semua",
    "kebakaran semalam sdh padam, tdk ada korban",
]
NOT_OVER = [
    "banjir tadi malam sdh surut tapi masih ada warga terjebak",
    "pohon tumbang di jalan, mohon alat berat",
    "rapat ditunda krn banjir sdh surut baru jalan",
]


@pytest.mark.parametrize("text", OVER)
async def test_what_is_over_is_thanked_for_and_goes_up_with_a_press(place: Town, text: str) -> None:
    rahman = await facilitator(place, "Rahman", FASILITATOR_DESA, DESA)
    amir = await facilitator(place, "Amir", FASILITATOR_KECAMATAN, KECAMATAN)
    told = await place.ask(rahman, text, says("bahaya.lapor_reda", nama="Amir"))
    assert "110" not in told["text"]
    await place.press(rahman, words("bahaya.tombol_lapor", nama="Amir"), says("bahaya.diteruskan", nama="Amir"))
    await place.simulator.wait_for(amir, says("bahaya.kabar_lapor_reda", nama="Rahman", kutipan=text))
    assert (await place.rows("SELECT count(*) FROM alarms"))[0][0] == 0


@pytest.mark.parametrize("text", NOT_OVER)
async def test_what_is_not_over_is_no_such_report(place: Town, text: str) -> None:
    rahman = await facilitator(place, "Rahman", FASILITATOR_DESA, DESA)
    await facilitator(place, "Amir", FASILITATOR_KECAMATAN, KECAMATAN)
    told = await place.ask(rahman, text, bool)
    assert told["text"] not in says("bahaya.lapor_reda")
