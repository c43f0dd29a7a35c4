"""A facilitator who says that he is ill or away is not called first, and no caller reads who the others are."""

import pytest

from bot.simulator.chats import Person
from bot.work.access import FASILITATOR_DESA, FASILITATOR_KECAMATAN
from tests.journeys.test_whole_usulan import Proposer, facilitator
from tests.support.sentences import mentions, says
from tests.support.town import Town

TUNCUNG, MAIWA = "73.16.01.2003", "73.16.01"
FIRE = "rumahku kebakaran, tolong, tuncung"
AWAY = [
    "saya ini demam tinggi dua hari, tidak bisa kemana2 dulu",
    "masih di rumah sakit saya, tolong gantikan dulu tugasku",
    "saya sendiri demam tinggi menggigil, tidak bisa turun, tolong pak Rustam wakili",
    "maaf baru baca, saya opname di RS Massenrempulu sampai minggu",
    "saya sakit typus, sementara kalau ada apa2 hubungi pak Rustam saja",
]


async def _both(place: Town) -> tuple[Person, Person]:
    hasna = await facilitator(place, "Hasna", FASILITATOR_DESA, TUNCUNG)
    return hasna, await facilitator(place, "Rustam", FASILITATOR_KECAMATAN, MAIWA)


@pytest.mark.parametrize("text", AWAY)
async def test_the_next_call_goes_to_the_next_reader_at_once(place: Town, text: str) -> None:
    hasna, rustam = await _both(place)
    await place.ask(hasna, text, says("tidak_di_tempat"))
    assert await Proposer(place, "Lino").say(FIRE, mentions("bahaya.kebakaran", dikabari="Rustam"))
    assert await place.simulator.wait_for(rustam, mentions("bahaya.kabar_kebakaran"))


async def test_whoever_is_in_danger_themselves_is_helped_and_away(place: Town) -> None:
    hasna, rustam = await _both(place)
    text = "saya sendiri sakit keras ini, muntah darah, tidak ada orang di rumah"
    await place.ask(hasna, text, mentions("bahaya.korban"))
    assert await place.simulator.wait_for(rustam, "muntah darah")
    assert not any("kain bersih" in told for told in place.simulator.said(hasna))
    assert await Proposer(place, "Lino").say(FIRE, mentions("bahaya.kebakaran", dikabari="Rustam"))


async def test_callers_hear_that_they_cannot_come_and_no_name(place: Town) -> None:
    hasna, rustam = await _both(place)
    ratna, emba = Proposer(place, "Ratna"), Proposer(place, "Emba")
    assert await ratna.say("istriku mau melahirkan, jembatan putus, tolong, tuncung", mentions("bahaya.korban"))
    assert await emba.say(FIRE, mentions("bahaya.kebakaran"))
    await place.ask(hasna, "maaf sa sakit, minta pak Rustam yang turun ke Ratna", says("tidak_di_tempat"))
    for one in (ratna, emba):
        await one.hears(mentions("bahaya.petugas_berikut", nama="Rustam"))
        assert not any("Rustam yang turun" in told for told in place.simulator.said(one.person))
    assert await place.simulator.wait_for(rustam, mentions("bahaya.kabar_berikut"))


async def test_what_all_of_them_read_names_none(place: Town) -> None:
    hasna, _ = await _both(place)
    ratna, emba = Proposer(place, "Ratna"), Proposer(place, "Emba")
    assert await ratna.say("istriku mau melahirkan, jembatan putus, tolong, tuncung", mentions("bahaya.korban"))
    assert await emba.say(FIRE, mentions("bahaya.kebakaran"))
    await place.ask(hasna, "saya otw ke semua, ke Ratna dulu", says("bahaya.disampaikan_semua"))
    told = await emba.hears(mentions("bahaya.kata_petugas"))
    assert "Ratna" not in told


@pytest.mark.parametrize(
    "text", ["warga sudah saya bawa ke rumah sakit", "istri saya opname, tapi saya tetap jalan", "anakku sakit"]
)
async def test_what_is_of_others_is_no_absence(place: Town, text: str) -> None:
    hasna, _ = await _both(place)
    await place.ask(hasna, text, bool)
    assert await Proposer(place, "Lino").say(FIRE, mentions("bahaya.kebakaran", dikabari="Hasna"))


async def test_that_they_cannot_come_inside_a_sentence_goes_up_at_once(place: Town) -> None:
    hasna, rustam = await _both(place)
    rala, text = Proposer(place, "Rala"), "yang lumpuh ibunya naik ke atas lemari dulu, sa tidak sanggup ke sana"
    assert await rala.say(
        "banjir masuk rumah, mamakku lumpuh, tolong, tuncung", mentions("bahaya.bencana", dikabari="Hasna")
    )
    await place.ask(hasna, text, says("bahaya.diteruskan", nama="Rustam"))
    await rala.hears(mentions("bahaya.petugas_berikut", nama="Rustam"))
    assert await place.simulator.wait_for(rustam, mentions("bahaya.kabar_berikut"))


async def test_the_receipt_tells_whose_it_was(place: Town) -> None:
    hasna, _ = await _both(place)
    assert await Proposer(place, "Lino").say(FIRE, mentions("bahaya.kebakaran", dikabari="Hasna"))
    told = await place.ask(hasna, "saya ke sana sekarang", mentions("bahaya.disampaikan"))
    assert "rumahku kebakaran" in told["text"]
