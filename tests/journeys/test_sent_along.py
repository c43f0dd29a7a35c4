"""What somebody sends after they called for help, and long calls: to those who were told, and into no draft unasked."""

import pytest

from bot.work.access import FASILITATOR_DESA
from tests.browser.pictures import photo, recording
from tests.journeys.test_cries import agreed
from tests.journeys.test_whole_usulan import DESA, STORY, Proposer, facilitator
from tests.support.client import labels
from tests.support.sentences import mentions, says, words
from tests.support.town import Town

CALL = "tolong.. rumah mau hanyut"


async def send(place: Town, sitti: Proposer, what: str) -> None:
    if what == "location":
        await place.simulator.location(sitti.person, -3.5, 119.8)
    elif what == "voice":
        await place.simulator.voice(sitti.person, bytes(recording()["buffer"]))
    else:
        await place.simulator.photo(sitti.person, bytes(photo()["buffer"]), caption="ini rumahku")


@pytest.mark.parametrize("what", ["location", "voice", "photo"])
async def test_what_is_sent_reaches_those_who_were_told_and_no_draft(place: Town, what: str) -> None:
    rahman = await facilitator(place, "Rahman", FASILITATOR_DESA, DESA)
    sitti = Proposer(place)
    await sitti.until_story()
    await sitti.say(CALL, mentions("bahaya.bencana"))
    await place.simulator.wait_for(rahman, says("bahaya.kabar_bencana"))
    await send(place, sitti, what)
    await sitti.hears(says("bahaya.kiriman", nama="Rahman"))
    await place.simulator.wait_for(rahman, says("bahaya.kabar_kiriman"))
    sent = await place.simulator.wait_for_call(f"send{what.capitalize()}")
    assert sent.params["chat_id"] == rahman.id
    assert words("bahaya.tombol_datang") in labels(await place.simulator.wait_for(rahman, says("bahaya.kabar_kiriman")))
    state = (await place.rows("SELECT state FROM conversations"))[0][0]
    assert not any(word in state for word in ("file_id", "lat", "ini rumahku"))
    await sitti.press(words("bahaya.tombol_aman"), "ceritakan")
    await sitti.say(STORY, "harapkan")


async def test_a_voice_that_is_a_story_as_well_goes_into_it_by_a_button(place: Town) -> None:
    await facilitator(place, "Rahman", FASILITATOR_DESA, DESA)
    sitti = Proposer(place)
    await sitti.until_story()
    await sitti.say(CALL, mentions("bahaya.bencana"))
    await send(place, sitti, "voice")
    await sitti.hears(says("bahaya.kiriman", nama="Rahman"))
    await sitti.press(words("bahaya.tombol_isian"), "harapkan")
    assert "file_id" in (await place.rows("SELECT state FROM conversations"))[0][0]


async def test_what_is_sent_before_the_place_is_known_is_shown_to_those_near(place: Town) -> None:
    rahman = await facilitator(place, "Rahman", FASILITATOR_DESA, DESA)
    sitti = await agreed(place)
    await sitti.say("rumahku terbakar tolong", mentions("form.bahaya_di_mana.kecamatan.tanya"))
    await send(place, sitti, "location")
    await send(place, sitti, "photo")
    await sitti.say("pattondon salu maiwa", says("bahaya.pindah", nama="Rahman"))
    await place.simulator.wait_for(rahman, says("bahaya.kabar_kiriman", kutipan="ini rumahku"))
    assert (await place.simulator.wait_for_call("sendLocation")).params["latitude"]


async def test_a_call_below_a_photo_is_a_call_and_shows_it(place: Town) -> None:
    rahman = await facilitator(place, "Rahman", FASILITATOR_DESA, DESA)
    sitti = Proposer(place)
    await sitti.until_story()
    await place.simulator.photo(sitti.person, bytes(photo()["buffer"]), caption="tolong pak air sdh masuk rumah")
    await place.simulator.wait_for(rahman, says("bahaya.kabar_bencana"))
    await place.simulator.wait_for(rahman, says("bahaya.kabar_kiriman"))
    assert "file_id" not in (await place.rows("SELECT state FROM conversations"))[0][0]


@pytest.mark.parametrize(
    ("caption", "is_shown"),
    [("air makin naik, cucuku belum keluar", True), ("alhamdulillah sudah aman semua pak", False)],
)
async def test_a_photo_above_what_goes_on_is_shown_as_well(place: Town, caption: str, is_shown: bool) -> None:
    rahman = await facilitator(place, "Rahman", FASILITATOR_DESA, DESA)
    sitti = await agreed(place)
    await sitti.say("kami terjebak di desa pattondon salu", says("bahaya.bencana", dikabari="Rahman"))
    await place.simulator.photo(sitti.person, bytes(photo()["buffer"]), caption=caption)
    await place.simulator.wait_for(rahman, mentions("bahaya.kabar_susulan" if is_shown else "bahaya.kabar_reda"))
    await sitti.hears(mentions("bahaya.susulan" if is_shown else "bahaya.reda"))
    if is_shown:
        await place.simulator.wait_for(rahman, mentions("bahaya.kabar_kiriman", kutipan=caption))
        assert (await place.simulator.wait_for_call("sendPhoto")).params["chat_id"] == rahman.id
    assert any(one.method == "sendPhoto" for one in place.simulator.calls) == is_shown


async def test_a_photo_sent_as_a_file_before_the_call_is_shown(place: Town) -> None:
    rahman = await facilitator(place, "Rahman", FASILITATOR_DESA, DESA)
    sitti = await agreed(place)
    await place.document(sitti.person, bytes(photo()["buffer"]), bool, "rumah.jpg", "image/jpeg")
    await sitti.say("kami terjebak di desa pattondon salu", says("bahaya.bencana", dikabari="Rahman"))
    await place.simulator.wait_for(rahman, says("bahaya.kabar_kiriman"))
    assert (await place.simulator.wait_for_call("sendDocument")).params["chat_id"] == rahman.id


async def test_after_a_story_of_danger_a_photo_is_the_forms(place: Town) -> None:
    await facilitator(place, "Rahman", FASILITATOR_DESA, DESA)
    sitti = Proposer(place)
    await sitti.until_story()
    await sitti.say("Longsor tadi malam menutup jalan ke kebun, motor tidak bisa lewat", "harapkan")
    await sitti.say("jalannya dibersihkan dan dibuatkan talud", "foto")
    await place.simulator.photo(sitti.person, bytes(photo()["buffer"]))
    await sitti.hears("foto")
    assert "file_id" in (await place.rows("SELECT state FROM conversations"))[0][0]


LONG = (
    "Pak tolong kami, air sudah masuk rumah setinggi dada, nenek saya masih di dalam tidak bisa jalan, kami di atap",
    "ya allah rumahku tertimbun anakku masih di dalam sy gali sendiri pakai tangan belum ketemu tlg kirim orang cepat",
    "kami terjebak di rumah bertiga sama anak2, air naik terus dari sore, hp tinggal sepuluh persen, kami takut sekali",
    "sdh di atap kami semua pak, air sudah sampai dada di dalam rumah, ibuku tdk bisa keluar, cepat mi kasian",
)


@pytest.mark.parametrize("text", LONG)
async def test_a_long_call_is_told_and_no_story_unless_they_say_so(place: Town, text: str) -> None:
    rahman = await facilitator(place, "Rahman", FASILITATOR_DESA, DESA)
    sitti = Proposer(place)
    await sitti.until_story()
    await sitti.say(text, mentions("bahaya.bencana"))
    await place.simulator.wait_for(rahman, text)
    assert "cerita" not in (await place.rows("SELECT state FROM conversations"))[0][0].split('"about"')[0]
    await sitti.press(words("bahaya.tombol_isian"), "harapkan")
    assert text[:20] in (await place.rows("SELECT state FROM conversations"))[0][0]
    assert sum(told in says("bahaya.kabar_bencana") for told in place.simulator.said(rahman)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Kalau hujan air masuk rumah sampai lutut, sudah lima tahun begitu, tolong dibuatkan drainase di lorong",
        "Tahun lalu rumah kami tertimbun longsor, sekarang kami menumpang di keluarga, tolong dibuatkan bronjong",
        "Tadi malam air sudah masuk rumah sampai lutut karena got tersumbat, anak-anak tidak bisa tidur, kasihan",
        "Waktu banjir kemarin rumah tetangga hanyut dan anak-anak tidak bisa sekolah karena jembatan putus, jadi susah",
    ],
)
async def test_a_long_story_of_danger_stays_one(place: Town, text: str) -> None:
    sitti = Proposer(place)
    await sitti.until_story()
    await place.simulator.say(sitti.person, text)
    await sitti.hears("harapkan")
    assert text[:20] in (await place.rows("SELECT state FROM conversations"))[0][0]


async def test_a_voice_of_a_reader_below_the_letter_reaches_whoever_called(place: Town) -> None:
    rahman = await facilitator(place, "Rahman", FASILITATOR_DESA, DESA)
    sitti = await agreed(place)
    await sitti.say("kami terjebak di desa pattondon salu", says("bahaya.bencana", dikabari="Rahman"))
    await place.simulator.wait_for(rahman, says("bahaya.kabar_bencana"))
    await place.simulator.voice(rahman, bytes(recording()["buffer"]))
    await place.hears(rahman, says("bahaya.disampaikan"))
    assert (await place.simulator.wait_for_call("sendVoice")).params["chat_id"] == sitti.person.id
    assert (await place.rows("SELECT count(*) FROM alarms WHERE next_at IS NOT NULL"))[0][
        0
    ] == 1  # nobody knows whether it says that they come
