"""Somebody calls for help in the midst of whatever is asked: answered, told to those near, and part of nothing."""

import pytest

from bot.work.access import BAPPEDA, FASILITATOR_DESA
from tests.journeys.test_whole_usulan import DESA, HOPE, STORY, Proposer, facilitator
from tests.support.sentences import mentions, says, words
from tests.support.town import Town

BUNTU_PEMA = "73.16.08.2003"


async def test_a_call_for_help_is_no_wish_and_reaches_those_where_it_was_said(any_place: Town) -> None:
    rahman = await facilitator(any_place, "Rahman", FASILITATOR_DESA, DESA)
    wira = await facilitator(any_place, "Wira", FASILITATOR_DESA, BUNTU_PEMA)
    sitti = Proposer(any_place)
    await sitti.until_story()
    await sitti.say(STORY, "harapkan")
    await sitti.say("tolong.. rumah mau hanyut", "harapkan")
    assert any_place.texts(sitti.person)[-2] in says("bahaya.bencana", dikabari="Rahman", dicatat=False)
    await any_place.simulator.wait_for(rahman, says("bahaya.kabar_bencana", kata="rumah mau hanyut"))
    await sitti.say("bukan, kami terjebak di desa buntu pema curio", "harapkan")
    told = (await any_place.simulator.wait_for(wira, says("bahaya.kabar_bencana", kata="kami terjebak")))["text"]
    assert "Buntu Pema" in told
    await sitti.say("115 tdk masuk, siapa yg bisa datang", "harapkan")
    await any_place.simulator.wait_for(wira, says("bahaya.kabar_susulan"))
    await sitti.say("alhamdulillah air sdh surut", "harapkan")
    await any_place.simulator.wait_for(wira, says("bahaya.kabar_reda"))
    await sitti.say("tidak ada sinyal juga di sini", "foto")
    await any_place.simulator.say(sitti.person, "kembali")
    await sitti.hears(mentions("form.usulan.harapan.tanya"))
    await sitti.say(HOPE, "foto")
    await sitti.press(words("tombol.cukup"), "Kami catat begini")
    await sitti.press(words("tombol.kirim"), says("tanda_terima"))
    assert {"text": HOPE} == (await sitti.answers())["harapan"]
    assert "juga" not in await sitti.answers()
    hamka = await facilitator(any_place, "Hamka", BAPPEDA, "73.16")
    asked = await any_place.ask(hamka, "siapa yg lapor bahaya", says("tanya_kerja_alarm"))
    assert all(name in asked["text"] for name in ("Buntu Pema", "Pattondon Salu"))
    assert "Sitti" not in asked["text"]


async def test_whoever_calls_from_an_unknown_place_is_asked_for_it_and_may_name_another(place: Town) -> None:
    rahman = await facilitator(place, "Rahman", FASILITATOR_DESA, DESA)
    wira = await facilitator(place, "Wira", FASILITATOR_DESA, BUNTU_PEMA)
    sitti = Proposer(place)
    await sitti.simulator.begin(sitti.person)
    await sitti.hears(says("izin"))
    await sitti.press(words("tombol_setuju"), "kecamatan")
    await sitti.say("air naik skrg, sdh masuk dapur", "kecamatan")
    assert place.texts(sitti.person)[-2] in says("bahaya.bencana", di_mana=True)
    await sitti.say("pattondon salu maiwa", "Dusun")
    await place.simulator.wait_for(rahman, says("bahaya.kabar_bencana", kata="air naik skrg"))
    await place.simulator.say(sitti.person, "/batal")
    await sitti.hears(says("draf_dibatalkan"))
    await sitti.say("bukan di pattondon salu, di desa buntu pema curio", says("bahaya.pindah", nama="Wira"))
    assert "Buntu Pema" in (await place.simulator.wait_for(wira, says("bahaya.kabar_bencana")))["text"]


@pytest.mark.parametrize("text", ["sy telp siapa", "kemana minta tolong kak"])
async def test_whom_to_call_is_told_to_who_asks_before_any_consent(place: Town, text: str) -> None:
    sitti = Proposer(place)
    await sitti.simulator.say(sitti.person, text)
    await sitti.hears(says("izin"))
    assert "115" in place.texts(sitti.person)[-2]
