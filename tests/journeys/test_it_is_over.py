"""What whoever called for help says later in words of no list: it has passed, somebody died, or it goes on."""

import pytest

from bot.simulator.chats import Person
from bot.work.access import FASILITATOR_DESA
from tests.journeys.test_whole_usulan import DESA, Proposer, facilitator
from tests.support.sentences import mentions, says, words
from tests.support.town import Town

_WAITS = "SELECT count(*) FROM alarms WHERE next_at IS NOT NULL"
_OVER = [
    "damkar sdh padamkan semua",
    "beres mi pak, mama di rumah tante",
    "om sudah bebas dari batang",
    "sudah tidak apa2 mi",
    "ibu sdh turun, amanji",
    "sudah kami angkat ke atas, lagi minum teh di rumah pak imam",
]
_GOES_ON = [
    "apinya sudah mati tapi anakku terbakar tangannya",
    "ibu sudah keluar, bapak masih di dalam",
    "bidannya sudah datang tapi dia bilang harus ke rumah sakit, mobil tidak ada",
    "kata orang sudah surut di bawah, di tempat kami malah naik",
]
_NEITHER = [
    "semoga cepat aman semuanya pak",
    "apakah apinya sudah padam menurut bapak",
    "kalau sudah surut kami pulang",
]


async def called(place: Town) -> tuple[Proposer, Person]:
    rahman = await facilitator(place, "Rahman", FASILITATOR_DESA, DESA)
    sitti = Proposer(place)
    await sitti.simulator.say(sitti.person, "tolong kami terjebak di desa pattondon salu")
    await sitti.hears(mentions("bahaya.bencana", dikabari="Rahman"))
    assert (await place.rows(_WAITS))[0][0] == 1
    return sitti, rahman


@pytest.mark.parametrize("text", _OVER)
async def test_it_has_passed_and_nobody_is_rung_any_more(place: Town, text: str) -> None:
    sitti, rahman = await called(place)
    await sitti.simulator.say(sitti.person, text)
    await place.simulator.wait_for(rahman, mentions("bahaya.kabar_reda", kutipan=text))
    assert any(told in says("bahaya.reda", nada="reda") for told in place.texts(sitti.person)[-2:])
    assert (await place.rows(_WAITS))[0][0] == 0


@pytest.mark.parametrize("text", [*_GOES_ON, *_NEITHER])
async def test_what_goes_on_for_some_or_is_only_hoped_ends_nothing(place: Town, text: str) -> None:
    sitti, rahman = await called(place)
    await sitti.simulator.say(sitti.person, text)
    await place.simulator.wait_for(rahman, text)
    assert (await place.rows(_WAITS))[0][0] >= 1
    assert not any(told in says("bahaya.kabar_reda") for told in place.simulator.said(rahman))


@pytest.mark.parametrize(
    "text",
    [
        "innalillahi, sudah tidak ada mi anakku",
        "nenek sudah meninggal pak, tidak tertolong",
        "bapak sudah berpulang pak",
        "tante sudah dapat, tidak ada nyawanya mi",
        "kakek sudah pergi selamanya",
    ],
)
async def test_to_whoever_tells_of_a_death_nobody_is_glad_and_nothing_is_offered(place: Town, text: str) -> None:
    sitti, rahman = await called(place)
    await sitti.simulator.say(sitti.person, text)
    await sitti.hears(mentions("bahaya.reda", nada="duka"))
    await place.simulator.wait_for(rahman, text)
    assert not any(told in says("bahaya.usulan_nanti") for told in place.texts(sitti.person))


@pytest.mark.parametrize(
    "text", ["hampir tidak tertolong tadi, sekarang sdh aman semua", "takut ka bapak tidak selamat"]
)
async def test_nobody_is_mourned_who_nearly_died(place: Town, text: str) -> None:
    sitti, rahman = await called(place)
    await sitti.simulator.say(sitti.person, text)
    await place.simulator.wait_for(rahman, text)
    assert not any(told in says("bahaya.reda", nada="duka") for told in place.texts(sitti.person))


@pytest.mark.parametrize("text", ["tolong sy", "tolong ka pak", "darurat", "gawat mi ini"])
async def test_few_words_that_cry_are_asked_about_with_whom_to_call(place: Town, text: str) -> None:
    rahman = await facilitator(place, "Rahman", FASILITATOR_DESA, DESA)
    sitti = Proposer(place)
    await sitti.simulator.say(sitti.person, text)
    await sitti.hears(mentions("bahaya.ragu"))
    assert (await place.rows(_WAITS))[0][0] == 0
    await sitti.press(words("bahaya.tombol_tolong"), "110")
    await sitti.say("pattondon salu", says("bahaya.pindah", nama="Rahman"))
    await place.simulator.wait_for(rahman, text)


@pytest.mark.parametrize(
    "text", ["kakak saya mau bakar diri", "kakak sy berdiri di jembatan mau loncat", "suamiku di pintu bawa parang"]
)
async def test_whoever_fears_for_somebody_gets_no_consent_but_whom_to_call(place: Town, text: str) -> None:
    sitti = Proposer(place)
    await sitti.simulator.say(sitti.person, text)
    await sitti.hears("110")
    assert not any(told in says("izin") for told in place.texts(sitti.person))


@pytest.mark.parametrize(
    "wished",
    [
        "air dari sungai, saluran di atas tersumbat, tiap hujan begini. minta salurannya dibersihkan",
        "ini gara2 talud rusak dari dulu, mauku talud dibangun lagi",
    ],
)
async def test_what_was_wished_for_meanwhile_is_offered_as_an_usulan(any_place: Town, wished: str) -> None:
    sitti, _ = await called(any_place)
    await sitti.say(wished, bool)
    await sitti.say("sudah surut pak, aman mi", wished)
    await sitti.press(words("bahaya.tombol_jadi_usulan"), mentions("izin"))
    assert wished in await sitti.press(words("tombol_setuju"), mentions("mesin.ini_ceritanya"))


@pytest.mark.parametrize("said", ["airnya sudah sampai di dapur", "minta perahu dikirim ke sini pak"])
async def test_what_asked_only_for_help_is_offered_to_nobody_as_an_usulan(place: Town, said: str) -> None:
    sitti, _ = await called(place)
    await sitti.say(said, bool)
    await sitti.say("sudah surut pak, aman mi", says("bahaya.usulan_nanti"))
