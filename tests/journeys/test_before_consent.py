"""A call for help before the consent: nothing of consent or forms until it is over, and no usulan after it."""

import pytest

from bot.work.access import FASILITATOR_DESA, FASILITATOR_KECAMATAN
from tests.journeys.test_sent_along import send
from tests.journeys.test_whole_usulan import DESA, Proposer, facilitator
from tests.support.sentences import mentions, says, words
from tests.support.town import Town

FIRE = "kebakaran rumahku di desa pattondon salu maiwa, cepat"
_OVER = "SELECT count(*) FROM notices WHERE kind = 'bahaya_lewat'"


async def _calls(place: Town, text: str = FIRE) -> Proposer:
    sitti = Proposer(place)
    await sitti.simulator.say(sitti.person, text)
    await sitti.hears(says("bahaya.kebakaran", dikabari="Rahman"))
    return sitti


@pytest.mark.parametrize(
    "text",
    [
        "tolong kami terjebak banjir di desa pattondon salu maiwa",
        "banjir besar di desa pattondon salu kecamatan maiwa, tolong, ada anak kecil hanyut",
        "toloong gempa banyak rumah roboh di pattondon salu maiwa ada yang terjepit",
        "tolong longsor timbun rumah di pattondon salu 3 orang tertimbun",
        "rumah kami ditimbun longsor, kakak di dalam, pattondon salu",
        "astaga air masuk mi sampai pinggang, nenekku lumpuh tdk bisa diangkat, berdua ja sama dia di pattondon salu",
    ],
)
async def test_a_call_before_the_consent_with_its_place_tells_at_once_and_is_no_usulan(place: Town, text: str) -> None:
    rahman = await facilitator(place, "Rahman", FASILITATOR_DESA, DESA)
    sitti = Proposer(place)
    await sitti.simulator.say(sitti.person, text)
    await place.simulator.wait_for(rahman, says("bahaya.kabar_bencana", kutipan=text))
    assert await place.rows("SELECT place FROM people WHERE name = 'Sitti'") == [(None,)]
    for more in ("cepat tolong", "ada dua orang", "di belakang masjid nurul huda"):
        await sitti.say(more, says("bahaya.susulan", nama="Rahman"))
        await place.simulator.wait_for(rahman, says("bahaya.kabar_susulan", kutipan=more))
    assert not any(told in mentions("izin") for told in place.texts(sitti.person))
    await sitti.say("/mulai", says("izin"))
    await sitti.press(words("tombol_setuju"), says("bahaya.setuju_nanti"))
    await sitti.say("cepat tolong pak", says("bahaya.susulan", nama="Rahman"))
    await sitti.press(words("bahaya.tombol_aman"), says("bahaya.usulan_nanti"))
    await sitti.press(words("tombol_usulan_baru"), "kecamatan")
    assert sum("Segera" in told for told in place.simulator.said(rahman)) == 1


async def test_where_it_is_may_be_said_before_the_consent(place: Town) -> None:
    rahman = await facilitator(place, "Rahman", FASILITATOR_DESA, DESA)
    sitti = Proposer(place)
    await sitti.simulator.say(sitti.person, "tolong rumah terbakar")
    await sitti.hears(says("form.bahaya_di_mana.kecamatan.tanya"))
    await send(place, sitti, "location")
    await sitti.hears(mentions("bahaya.belum_di_mana"))
    await sitti.say("di pattondon salu maiwa pak", says("bahaya.pindah", nama="Rahman"))
    await place.simulator.wait_for(rahman, says("bahaya.kabar_kebakaran", kutipan="tolong rumah terbakar"))
    assert (await place.simulator.wait_for_call("sendLocation")).params["chat_id"] == rahman.id


@pytest.mark.parametrize("what", ["location", "voice", "photo"])
async def test_what_is_sent_before_the_consent_reaches_those_who_were_told(place: Town, what: str) -> None:
    rahman = await facilitator(place, "Rahman", FASILITATOR_DESA, DESA)
    sitti = await _calls(place)
    await send(place, sitti, what)
    await sitti.hears(says("bahaya.kiriman", nama="Rahman"))
    await place.simulator.wait_for(rahman, says("bahaya.kabar_kiriman"))


async def test_whoever_refuses_the_consent_goes_on_being_helped_in_both_directions(place: Town) -> None:
    rahman = await facilitator(place, "Rahman", FASILITATOR_DESA, DESA)
    amir = await facilitator(place, "Amir", FASILITATOR_KECAMATAN, DESA.rpartition(".")[0])
    sitti = await _calls(place)
    await sitti.say("/mulai", says("izin"))
    told = await place.press(sitti.person, words("tombol_tidak"), says("bahaya.izin_ditolak", nama="Rahman"))
    assert "tanpa dibaca; tidak ada" not in told["text"]
    await place.ask(rahman, "sebelah mana?", says("bahaya.disampaikan"))
    await sitti.hears(mentions("bahaya.kata_petugas", kutipan="sebelah mana?"))
    await sitti.say("dekat pasar", says("bahaya.susulan", nama="Rahman"))
    await place.press(rahman, words("bahaya.tombol_absen"), says("bahaya.diteruskan", nama="Amir"))
    heard = await place.simulator.wait_for(amir, says("bahaya.kabar_berikut", absen="Rahman"))
    assert FIRE in heard["text"]
    assert "dekat pasar" in heard["text"]
    assert (await place.rows("SELECT count(*) FROM people WHERE name = 'Sitti'"))[0][0] == 1


@pytest.mark.parametrize(
    "text", ["makasih pak, tidak usah mi, ternyata hanya hoax di grup WA", "tidak jadi pak", "sdh aman"]
)
async def test_that_it_was_nothing_is_told_to_the_readers_and_is_no_refusal(place: Town, text: str) -> None:
    rahman = await facilitator(place, "Rahman", FASILITATOR_DESA, DESA)
    sitti = await _calls(place)
    await sitti.say(text, says("bahaya.usulan_nanti"))
    await place.simulator.wait_for(rahman, mentions("bahaya.kabar_reda", kutipan=text))
    assert (await place.rows(_OVER))[0][0] == 1


@pytest.mark.parametrize("is_over", [True, False])
async def test_whoever_agrees_after_a_call_rings_nobody_again(place: Town, is_over: bool) -> None:
    rahman = await facilitator(place, "Rahman", FASILITATOR_DESA, DESA)
    sitti = Proposer(place)
    await sitti.simulator.begin(sitti.person)
    await sitti.hears(says("izin"))
    await sitti.say(FIRE, says("bahaya.kebakaran", dikabari="Rahman"))
    if is_over:
        await sitti.say("sudah padam, aman mi", says("bahaya.usulan_nanti"))
    await sitti.press(words("tombol_setuju"), "kecamatan" if is_over else says("bahaya.setuju_nanti"))
    assert sum("Segera" in told for told in place.simulator.said(rahman)) == 1


async def test_after_it_is_over_a_refusal_says_that_the_call_was_read(place: Town) -> None:
    await facilitator(place, "Rahman", FASILITATOR_DESA, DESA)
    sitti = await _calls(place)
    await sitti.say("sudah padam, aman mi", says("bahaya.usulan_nanti"))
    await sitti.press(words("tombol_usulan_baru"), says("izin"))
    await sitti.press(words("tombol_tidak"), says("izin_ditolak", seruan=True))


@pytest.mark.parametrize(
    "text", ["dulu pernah kebakaran di desa pattondon salu", "mohon pos pemadam di desa pattondon salu"]
)
async def test_what_is_no_call_waits_for_the_consent_as_ever(place: Town, text: str) -> None:
    rahman = await facilitator(place, "Rahman", FASILITATOR_DESA, DESA)
    sitti = Proposer(place)
    await sitti.simulator.say(sitti.person, text)
    await sitti.hears(says("izin"))
    assert not any("Segera" in told for told in place.simulator.said(rahman))


async def test_what_was_told_before_a_call_waits_until_it_is_over(place: Town) -> None:
    await facilitator(place, "Rahman", FASILITATOR_DESA, DESA)
    sitti = Proposer(place)
    await sitti.simulator.say(sitti.person, "Air jauh sekali dari rumah kami di atas.")
    await sitti.hears(says("kata_pertama"))
    await sitti.say(FIRE, says("bahaya.kebakaran", dikabari="Rahman"))
    await sitti.press(words("tombol_setuju"), says("bahaya.setuju_nanti"))
    await sitti.say("sudah padam, aman mi", says("bahaya.usulan_nanti"))
    await sitti.press(words("tombol_usulan_baru"), says("mesin.ini_ceritanya"))
    assert "Air jauh" in place.texts(sitti.person)[-1]
    assert "kebakaran" not in place.texts(sitti.person)[-1]
