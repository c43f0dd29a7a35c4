"""Who said that they come, and then cannot: everybody hears it, and the call climbs on as if nobody had answered."""

import pytest

from bot.work.access import BAPPEDA, FASILITATOR_DESA, FASILITATOR_KECAMATAN
from tests.journeys.test_whole_usulan import DESA, Proposer, facilitator
from tests.support.sentences import mentions, says, words
from tests.support.town import Town

FIRE = "kebakaran rumahku di desa pattondon salu maiwa, cepat"
KECAMATAN = DESA.rpartition(".")[0]
_WAITS = "SELECT count(*) FROM alarms WHERE next_at IS NOT NULL"


async def _later(place: Town) -> None:
    await place.simulator.move_clock(by=11 * 60)
    await place.begin_again()


@pytest.mark.parametrize(
    "cannot", ["tdk bisa ka, anakku sakit", "ban bocor, tdk jadi bisa", "maaf tidak jadi ke sana, motor mogok", ""]
)
async def test_the_next_is_called_at_once_and_then_the_ladder_goes_on(place: Town, cannot: str) -> None:
    rahman = await facilitator(place, "Rahman", FASILITATOR_DESA, DESA)
    amir = await facilitator(place, "Amir", FASILITATOR_KECAMATAN, KECAMATAN)
    hamka = await facilitator(place, "Hamka", BAPPEDA, "73.16")
    sitti = Proposer(place)
    await sitti.say(FIRE, says("bahaya.kebakaran", dikabari="Rahman"))
    await place.simulator.wait_for(rahman, says("bahaya.kabar_kebakaran"))
    await place.press(rahman, words("bahaya.tombol_datang"), says("bahaya.disampaikan"))
    await place.until(_WAITS, 0)
    if cannot:
        await place.ask(rahman, cannot, says("bahaya.disampaikan"))
    else:
        await place.press(rahman, words("bahaya.tombol_absen"), says("bahaya.disampaikan"))
    await sitti.hears(mentions("bahaya.kata_petugas", kutipan=cannot or words("bahaya.tombol_absen")))
    await place.simulator.wait_for(amir, mentions("bahaya.kabar_berikut", absen="Rahman"))
    await place.until(_WAITS, 1)
    await _later(place)
    told = await place.simulator.wait_for(hamka, mentions("bahaya.kabar_berikut", diam={"nama": "Amir"}))
    assert told["text"] not in mentions("bahaya.kabar_berikut", datang={"nama": "Rahman"})
    await place.simulator.wait_for(sitti.person, mentions("bahaya.belum_dijawab", nama="Amir", berikut="Hamka"))
    await _later(place)
    await place.simulator.wait_for(sitti.person, mentions("bahaya.belum_dijawab", nama="Hamka"))


async def test_whoever_was_told_in_between_hears_it_too(place: Town) -> None:
    rahman = await facilitator(place, "Rahman", FASILITATOR_DESA, DESA)
    amir = await facilitator(place, "Amir", FASILITATOR_KECAMATAN, KECAMATAN)
    hamka = await facilitator(place, "Hamka", BAPPEDA, "73.16")
    sitti = Proposer(place)
    await sitti.say(FIRE, says("bahaya.kebakaran", dikabari="Rahman"))
    await _later(place)
    await place.simulator.wait_for(amir, says("bahaya.kabar_berikut"))
    await place.press(rahman, words("bahaya.tombol_datang"), says("bahaya.disampaikan"))
    await place.press(rahman, words("bahaya.tombol_absen"), says("bahaya.disampaikan"))
    cannot = words("bahaya.tombol_absen")
    await place.simulator.wait_for(amir, mentions("bahaya.kabar_datang", nama="Rahman", kutipan=cannot))
    await place.simulator.wait_for(hamka, mentions("bahaya.kabar_berikut", absen="Rahman"))


async def test_where_another_still_comes_nothing_climbs(place: Town) -> None:
    rahman = await facilitator(place, "Rahman", FASILITATOR_DESA, DESA)
    amir = await facilitator(place, "Amir", FASILITATOR_KECAMATAN, KECAMATAN)
    sitti = Proposer(place)
    await sitti.say(FIRE, says("bahaya.kebakaran", dikabari="Rahman"))
    await _later(place)
    await place.press(amir, words("bahaya.tombol_datang"), says("bahaya.disampaikan"))
    await place.press(rahman, words("bahaya.tombol_datang"), says("bahaya.disampaikan"))
    await place.press(rahman, words("bahaya.tombol_absen"), says("bahaya.disampaikan"))
    await place.simulator.wait_for(amir, mentions("bahaya.kabar_datang", nama="Rahman"))
    await place.until(_WAITS, 0)
