"""Somebody calls for help in the midst of whatever is asked: answered, told to those near, and part of nothing."""

import pytest

from bot.work.access import BAPPEDA, FASILITATOR_DESA, FASILITATOR_KECAMATAN
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
    await sitti.say("tolong.. rumah mau hanyut", says("bahaya.bencana", dikabari="Rahman", dicatat=False))
    await any_place.simulator.wait_for(rahman, says("bahaya.kabar_bencana", kata="rumah mau hanyut"))
    await sitti.say("bukan, kami terjebak di desa buntu pema curio", mentions("bahaya.bencana", dikabari="Wira"))
    told = (await any_place.simulator.wait_for(wira, says("bahaya.kabar_bencana", kata="kami terjebak")))["text"]
    assert "Buntu Pema" in told
    await sitti.say("115 tdk masuk, siapa yg bisa datang", says("bahaya.susulan", nama="Wira"))
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
    await sitti.say("pattondon salu maiwa", says("bahaya.pindah", nama="Rahman"))
    await place.simulator.wait_for(rahman, says("bahaya.kabar_bencana", kata="air naik skrg"))
    await sitti.say("bukan di pattondon salu, di desa buntu pema curio", says("bahaya.pindah", nama="Wira"))
    assert "Buntu Pema" in (await place.simulator.wait_for(wira, says("bahaya.kabar_bencana")))["text"]


@pytest.mark.parametrize("text", ["sy telp siapa", "kemana minta tolong kak"])
async def test_whom_to_call_is_told_to_who_asks_before_any_consent(place: Town, text: str) -> None:
    sitti = Proposer(place)
    await sitti.simulator.say(sitti.person, text)
    await sitti.hears(says("izin"))
    assert "115" in place.texts(sitti.person)[-2]


DANGER = "Tadi malam longsor, jalan ke dusun kami tertutup tanah."


@pytest.mark.parametrize(
    "text",
    [
        "tolong pak cepat",
        "cepat kodong",
        "pak cepat",
        "cepat ki pak, sudah masuk rumah",
        "anakku msh di dlm",
        "blm ada yg datang",
    ],
)
async def test_what_urges_after_a_danger_reaches_the_same_readers_and_is_no_wish(place: Town, text: str) -> None:
    rahman = await facilitator(place, "Rahman", FASILITATOR_DESA, DESA)
    sitti = Proposer(place)
    await sitti.until_story()
    await sitti.say(DANGER, "harapkan")
    await sitti.say(text, says("bahaya.susulan", nama="Rahman"))
    await place.simulator.wait_for(rahman, says("bahaya.kabar_susulan", kutipan=text))
    assert place.texts(sitti.person)[-1] in says("bahaya.susulan", nama="Rahman")


async def test_another_danger_is_answered_with_its_own_numbers_and_told_anew(place: Town) -> None:
    rahman = await facilitator(place, "Rahman", FASILITATOR_DESA, DESA)
    sitti = Proposer(place)
    await sitti.until_story()
    await sitti.say("tolong.. rumah mau hanyut", mentions("bahaya.bencana"))
    await sitti.say("kami masih terjebak", mentions("bahaya.susulan"))
    await place.simulator.wait_for(rahman, mentions("bahaya.kabar_susulan", kutipan="kami masih terjebak"))
    await sitti.say("tolong kebakaran juga", says("bahaya.kebakaran", dikabari="Rahman"))
    await place.simulator.wait_for(rahman, says("bahaya.kabar_kebakaran"))
    assert place.texts(sitti.person)[-1] in mentions("bahaya.kebakaran")


@pytest.mark.parametrize("text", ["Tadi malam longsor di atas rumah pak imam", "sekarang banjir di pasar"])
async def test_who_tells_of_a_danger_without_its_place_hears_that_nobody_knows_yet(place: Town, text: str) -> None:
    sitti = await agreed(place)
    await sitti.say(text, mentions("mesin.ini_ceritanya"))
    assert place.texts(sitti.person)[-2] in says("bahaya.bencana", di_mana=True)


@pytest.mark.parametrize(
    "text",
    ["sy dari lapangan, tadi malam longsor di desa pattondon salu", "longsor tadi malam di tikungan, jalan tertutup"],
)
async def test_what_a_facilitator_reports_from_the_field_rings_nobody(place: Town, text: str) -> None:
    nurul = await facilitator(place, "Nurul", FASILITATOR_KECAMATAN, "73.16.01")
    rahman = await facilitator(place, "Rahman", FASILITATOR_DESA, DESA)
    before = len(place.simulator.said(nurul))
    await place.ask(rahman, text, mentions("bahaya.bencana"))
    await place.ask(rahman, "/menu", "mau yang mana")
    assert len(place.simulator.said(nurul)) == before


async def test_where_nobody_reads_what_urges_is_answered_truly_and_is_no_wish(place: Town) -> None:
    sitti = Proposer(place)
    await sitti.until_story()
    await sitti.say(DANGER, "harapkan")
    await sitti.say("tolong pak cepat", says("bahaya.susulan", nama=""))
    assert place.texts(sitti.person)[-1] in says("bahaya.susulan", nama="")
    await sitti.say(HOPE, "foto")


async def test_what_only_urges_is_nothing_where_no_danger_was_told(place: Town) -> None:
    rahman = await facilitator(place, "Rahman", FASILITATOR_DESA, DESA)
    sitti = Proposer(place)
    await sitti.until_story()
    await sitti.say(STORY, "harapkan")
    before = len(place.simulator.said(rahman))
    await sitti.simulator.say(sitti.person, "cepat pak")
    await sitti.say(HOPE, "foto")
    assert len(place.simulator.said(rahman)) == before


@pytest.mark.parametrize(
    "text",
    [
        "tolong dibersihkan pak",
        "cepat diperbaiki",
        "tolong buatkan talud",
        "tolong alat berat",
        "supaya tidak hanyut lagi",
    ],
)
async def test_a_wish_after_a_danger_is_a_wish(place: Town, text: str) -> None:
    rahman = await facilitator(place, "Rahman", FASILITATOR_DESA, DESA)
    sitti = Proposer(place)
    await sitti.until_story()
    await sitti.say(DANGER, "harapkan")
    before = len(place.simulator.said(rahman))
    await sitti.say(text, "foto")
    assert len(place.simulator.said(rahman)) == before


async def test_who_only_urges_sends_a_few_letters_and_what_is_new_still_goes(place: Town) -> None:
    rahman = await facilitator(place, "Rahman", FASILITATOR_DESA, DESA)
    sitti = Proposer(place)
    await sitti.until_story()
    await sitti.say(DANGER, "harapkan")
    for _ in range(6):
        await sitti.say("cepat pak", mentions("bahaya.susulan"))
    await sitti.say("cepat pak", says("bahaya.sudah_tahu"))
    await sitti.say("anak saya masih di dalam", mentions("bahaya.susulan"))
    await place.simulator.wait_for(rahman, says("bahaya.kabar_susulan", kutipan="anak saya masih di dalam"))
    assert place.texts(sitti.person)[-1] in mentions("bahaya.susulan")


async def test_a_call_before_the_consent_is_no_story_and_tells_once_it_is_known_where(any_place: Town) -> None:
    rahman = await facilitator(any_place, "Rahman", FASILITATOR_DESA, DESA)
    sitti = Proposer(any_place)
    await sitti.simulator.say(sitti.person, "tolong, kami terjebak banjir")
    await sitti.hears(says("form.bahaya_di_mana.kecamatan.tanya"))
    assert any_place.texts(sitti.person)[-2] in says("bahaya.bencana", di_mana=True)
    for text in ("anak saya masih di dalam", "dua orang", "cepat pak"):
        await sitti.say(text, mentions("bahaya.belum_di_mana"))
    assert "73" not in str(await any_place.rows("SELECT subject FROM notices WHERE kind = 'bahaya'"))
    await sitti.say("pattondon salu", says("bahaya.pindah", nama="Rahman"))
    told = await any_place.simulator.wait_for(rahman, says("bahaya.kabar_bencana"))
    assert "tolong, kami terjebak banjir; anak saya masih di dalam; dua orang; cepat pak" in told["text"]
    assert not any(text in mentions("mesin.ini_ceritanya") for text in any_place.texts(sitti.person))


@pytest.mark.parametrize(
    "text",
    [
        "ada orang hanyut di sungai Pattondon Salu tolong cepat",
        "tanah longsor di Pattondon Salu menutup jalan, ada rumah tertimbun",
        "banjir bandang di pattondon salu, tolong, air masuk rumah, nenek terjebak di atap!!",
    ],
)
async def test_a_desa_that_is_named_without_its_level_tells_at_once(place: Town, text: str) -> None:
    rahman = await facilitator(place, "Rahman", FASILITATOR_DESA, DESA)
    sitti = await agreed(place)
    await sitti.say(text, says("bahaya.bencana", dikabari="Rahman"))
    told = await place.simulator.wait_for(rahman, says("bahaya.kabar_bencana", kutipan=text))
    assert "Pattondon Salu" in told["text"]
    await sitti.say("iya pattondon salu maiwa", says("bahaya.susulan", nama="Rahman"))
    assert sum("Segera" in told for told in place.simulator.said(rahman)) == 1


async def test_from_elsewhere_both_the_desa_that_is_named_and_their_own_are_told(place: Town) -> None:
    rahman = await facilitator(place, "Rahman", FASILITATOR_DESA, DESA)
    wira = await facilitator(place, "Wira", FASILITATOR_DESA, BUNTU_PEMA)
    sitti = Proposer(place)
    await sitti.until_card(STORY, HOPE)
    await sitti.press(words("tombol.kirim"), says("tanda_terima"))
    cry = "TOLONG bu jembatan Buntu Pema mau putus, air naik, anak-anak sedang lewat sekarang!!"
    await sitti.say(cry, mentions("mesin.tempat_ini"))
    await place.simulator.wait_for(wira, says("bahaya.kabar_bencana", kira=True))
    await place.simulator.wait_for(rahman, says("bahaya.kabar_bencana", kira=True))
    await sitti.say("pattondon salu maiwa", says("bahaya.pindah", nama="Rahman"))
    await place.simulator.wait_for(wira, says("bahaya.kabar_keliru", baru="Desa Pattondon Salu"))
    assert sum("Segera" in told for told in place.simulator.said(rahman)) == 1


@pytest.mark.parametrize(
    "text", ["kami terjebak di dusun galung", "kami terjebak di dusun bamba", "kami terjebak di bamba"]
)
async def test_a_name_that_several_places_bear_is_asked_about(place: Town, text: str) -> None:
    lunjen = await facilitator(place, "Lukman", FASILITATOR_DESA, "73.16.10.2006")
    rahman = await facilitator(place, "Rahman", FASILITATOR_DESA, DESA)
    sitti = await agreed(place)
    await sitti.say(text, mentions("mesin.tempat_ini") if "bamba" in text else mentions("mesin.tempat_yang_mana"))
    assert place.texts(sitti.person)[-2] in says("bahaya.bencana", di_mana=True)
    await sitti.say("bukan, di pattondon salu", says("bahaya.pindah", nama="Rahman"))
    await place.simulator.wait_for(rahman, says("bahaya.kabar_bencana", kata="kami terjebak"))
    assert not any("terjebak" in told for told in place.simulator.said(lunjen))


async def test_a_place_that_is_only_guessed_is_asked_about_and_a_wrong_one_taken_back(any_place: Town) -> None:
    rahman = await facilitator(any_place, "Rahman", FASILITATOR_DESA, DESA)
    wira = await facilitator(any_place, "Wira", FASILITATOR_DESA, BUNTU_PEMA)
    sitti = Proposer(any_place)
    await sitti.until_card(STORY, HOPE)
    await sitti.press(words("tombol.kirim"), says("tanda_terima"))
    await sitti.say("tolong, kami terjebak", mentions("mesin.masih_di"))
    await any_place.simulator.wait_for(rahman, says("bahaya.kabar_bencana", kutipan="tolong, kami terjebak"))
    await sitti.say("bukan di situ, di desa buntu pema curio", says("bahaya.pindah", nama="Wira"))
    await any_place.simulator.wait_for(wira, says("bahaya.kabar_bencana", kata="kami terjebak"))
    await any_place.simulator.wait_for(rahman, says("bahaya.kabar_keliru", baru="Desa Buntu Pema"))
    await sitti.say("anakku masih di dalam", says("bahaya.susulan", nama="Wira"))
    assert not any("anakku" in text for text in any_place.simulator.said(rahman))


async def test_who_corrects_the_place_within_a_form_takes_the_wrong_alarm_back(place: Town) -> None:
    rahman = await facilitator(place, "Rahman", FASILITATOR_DESA, DESA)
    wira = await facilitator(place, "Wira", FASILITATOR_DESA, BUNTU_PEMA)
    sitti = Proposer(place)
    await sitti.until_story()
    await sitti.say(DANGER, "harapkan")
    await sitti.say("bukan di pattondon salu, di desa buntu pema curio", "Dusun")
    await place.simulator.wait_for(rahman, says("bahaya.kabar_keliru"))
    await place.simulator.wait_for(wira, says("bahaya.kabar_bencana"))
    assert 1 == sum("Segera" in text for text in place.simulator.said(wira))


async def test_who_only_says_that_it_is_elsewhere_is_asked_where(place: Town) -> None:
    rahman = await facilitator(place, "Rahman", FASILITATOR_DESA, DESA)
    wira = await facilitator(place, "Wira", FASILITATOR_DESA, BUNTU_PEMA)
    sitti = Proposer(place)
    await sitti.until_story()
    await sitti.say("tolong.. rumah mau hanyut", mentions("bahaya.bencana"))
    await sitti.say("saya bukan di pattondon salu pak", says("form.bahaya_di_mana.kecamatan.tanya"))
    await place.simulator.wait_for(rahman, says("bahaya.kabar_keliru", baru=""))
    await sitti.say("buntu pema", says("bahaya.pindah", nama="Wira"))
    await place.simulator.wait_for(wira, says("bahaya.kabar_bencana"))
    assert place.texts(sitti.person)[-1] in says("bahaya.pindah", nama="Wira")


async def agreed(place: Town, name: str = "Sitti") -> Proposer:
    """Somebody who has agreed, and of whom nothing is asked."""
    sitti = Proposer(place, name)
    await sitti.simulator.begin(sitti.person)
    await sitti.hears(says("izin"))
    await sitti.press(words("tombol_setuju"), "kecamatan")
    await sitti.say("/batal", says("draf_dibatalkan"))
    return sitti
