"""Several calls open at once: a reader's words end or answer only the one that they are about, else it is asked."""

import pytest

from bot.simulator.chats import Person
from bot.work.access import FASILITATOR_DESA, FASILITATOR_KECAMATAN
from tests.journeys.test_whole_usulan import DESA, Proposer, facilitator
from tests.support.client import labels
from tests.support.sentences import mentions, says, words
from tests.support.town import Town

FIRE = "kebakaran rumahku di desa pattondon salu maiwa, cepat"
POISON = "anakku minum racun gramoxone, tolong, di desa pattondon salu maiwa"
KECAMATAN = DESA.rpartition(".")[0]
_OPEN = "SELECT count(*) FROM alarms WHERE said IS NOT NULL"
_CLIMBS = "SELECT count(*) FROM alarms WHERE next_at IS NOT NULL"


async def _both_call(place: Town) -> tuple[Person, Proposer, Proposer]:
    rahman = await facilitator(place, "Rahman", FASILITATOR_DESA, DESA)
    await facilitator(place, "Amir", FASILITATOR_KECAMATAN, KECAMATAN)
    sitti, lina = Proposer(place, "Sitti"), Proposer(place, "Lina")
    await sitti.say(FIRE, says("bahaya.kebakaran", dikabari="Rahman"))
    await lina.say(POISON, says("bahaya.korban", dikabari="Rahman"))
    await place.simulator.wait_for(rahman, mentions("bahaya.kabar_korban"))
    return rahman, sitti, lina


@pytest.mark.parametrize(
    "text",
    [
        "warga sdh turun semua ke sana",
        "warga sdh di lokasi semua",
        "orang2 sudah turun ke sungai semua",
        "tim sudah turun semua",
        "sudah turun semua mi warga",
        "babinsa dan warga sudah di sana semua",
    ],
)
async def test_that_people_went_there_ends_nothing_and_is_asked_about(place: Town, text: str) -> None:
    rahman, sitti, lina = await _both_call(place)
    asked = await place.ask(rahman, text, says("bahaya.untuk_siapa"))
    await place.until(_OPEN, 2)
    await place.until(_CLIMBS, 2)
    assert not any(text in told for who in (sitti, lina) for told in place.simulator.said(who.person))
    await place.press(rahman, next(one for one in labels(asked) if "kebakaran" in one), says("bahaya.disampaikan"))
    await sitti.hears(mentions("bahaya.kata_petugas", kutipan=text))
    await place.until(_OPEN, 2)


@pytest.mark.parametrize("text", ["semua sudah aman", "sudah selesai ditangani pak", "beres mi, orangnya sdh di igd"])
async def test_which_of_several_is_over_is_asked_with_their_own_words(place: Town, text: str) -> None:
    rahman, sitti, lina = await _both_call(place)
    asked = await place.ask(rahman, text, bool)
    await place.until(_OPEN, 2)
    await place.press(rahman, next(one for one in labels(asked) if "racun" in one), says("bahaya.lewat"))
    await lina.hears(mentions("bahaya.kabar_lewat", nama="Rahman"))
    await place.until(_OPEN, 1)
    assert not any(told in says("bahaya.kabar_lewat") for told in place.texts(sitti.person))


async def test_what_ends_the_one_that_is_named_ends_no_other(place: Town) -> None:
    rahman, sitti, _ = await _both_call(place)
    await place.ask(rahman, "apinya sudah padam", says("bahaya.lewat"))
    await sitti.hears(mentions("bahaya.kabar_lewat", nama="Rahman"))
    await place.until(_OPEN, 1)


@pytest.mark.parametrize("text", ["sy otw bawa alkon", "kami meluncur dengan mobil damkar"])
async def test_whoever_comes_to_the_fire_comes_to_nobody_else(place: Town, text: str) -> None:
    rahman, sitti, lina = await _both_call(place)
    await place.ask(rahman, text, says("bahaya.disampaikan"))
    await sitti.hears(mentions("bahaya.kata_petugas", kutipan=text))
    await place.until(_CLIMBS, 1)
    assert not any(text in told for told in place.simulator.said(lina.person))


@pytest.mark.parametrize("text", ["otw", "ini saya ke sana"])
async def test_to_which_of_two_kinds_they_come_is_asked(place: Town, text: str) -> None:
    rahman, _, _ = await _both_call(place)
    await place.ask(rahman, text, says("bahaya.untuk_siapa"))
    await place.until(_CLIMBS, 2)


async def test_whom_they_sent_for_names_nobody(place: Town) -> None:
    """Both called for Basarnas: the one did so by its name."""
    rahman, sitti, _ = await _both_call(place)
    await sitti.say("tolong kirim basarnas, ada orang di dalam", bool)
    await place.ask(rahman, "sdh sy telpon basarnas", says("bahaya.untuk_siapa"))


@pytest.mark.parametrize("text", ["sy minta ibu-ibu masak, nanti diantar", "bawa makanan besok pagi"])
async def test_what_is_brought_reaches_whoever_called(place: Town, text: str) -> None:
    rahman = await facilitator(place, "Rahman", FASILITATOR_DESA, DESA)
    sitti = Proposer(place, "Sitti")
    await sitti.say(FIRE, says("bahaya.kebakaran", dikabari="Rahman"))
    await place.ask(rahman, text, says("bahaya.disampaikan"))
    await sitti.hears(mentions("bahaya.kata_petugas", kutipan=text))


async def test_what_nobody_understands_while_a_call_is_open_is_asked_about(place: Town) -> None:
    rahman = await facilitator(place, "Rahman", FASILITATOR_DESA, DESA)
    sitti = Proposer(place, "Sitti")
    await sitti.say(FIRE, says("bahaya.kebakaran", dikabari="Rahman"))
    await place.ask(rahman, "apa tugas saya", mentions("tugas_kosong"))
    text = "kami siapkan tenda di lapangan"
    asked = await place.ask(rahman, text, says("bahaya.untuk_siapa"))
    assert words("bahaya.tombol_bukan_mereka") in labels(asked)
    await place.press(rahman, labels(asked)[0], says("bahaya.disampaikan"))
    await sitti.hears(mentions("bahaya.kata_petugas", kutipan=text))
