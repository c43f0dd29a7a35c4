"""What those who were told of a danger type freely: to whoever called, up the ladder, or to the office's work."""

import pytest

from bot.work.access import BAPPEDA, FASILITATOR_DESA, FASILITATOR_KECAMATAN
from tests.journeys.test_whole_usulan import DESA, Proposer, facilitator, readers
from tests.support.client import labels
from tests.support.sentences import mentions, says, words
from tests.support.town import Town

FIRE = "kebakaran rumahku di desa pattondon salu maiwa, cepat"
KECAMATAN = DESA.rpartition(".")[0]


async def _calls(place: Town, name: str = "Sitti", text: str = FIRE) -> Proposer:
    caller = Proposer(place, name)
    await caller.simulator.say(caller.person, text)
    await caller.hears(mentions("bahaya.kebakaran", dikabari="Rahman"))
    return caller


@pytest.mark.parametrize(
    "text",
    [
        "aduh tdk bisa ka pergi, lagi di makassar",
        "tidak bisa saya, coba pak camat",
        "maaf sy blm bisa kesana",
        "sedang di luar kota pak, nda bisa ka datang",
        "saya berhalangan",
    ],
)
async def test_whoever_says_that_they_cannot_passes_it_on_at_once(place: Town, text: str) -> None:
    rahman, amir = await readers(place)
    sitti = await _calls(place)
    await place.ask(rahman, text, says("bahaya.diteruskan", nama="Amir"))
    told = await place.simulator.wait_for(amir, mentions("bahaya.kabar_berikut", absen="Rahman", kutipan=FIRE))
    assert "10.00" in told["text"]
    await sitti.hears(says("bahaya.petugas_berikut", nama="Amir"))


@pytest.mark.parametrize(
    "text",
    [
        "sebelah mana?",
        "berapa orang terjebak?",
        "siapa anaknya? di dusun mana?",
        "buka jendela atas, tim sebentar lagi",
        "naik ke atap, jangan turun",
        "apa kejadiannya ini?",
        "siap",
        "sip",
        "otw",
        "baik pak",
        "ini saya ke sana",
    ],
)
async def test_short_orders_and_questions_go_to_whoever_called(place: Town, text: str) -> None:
    rahman, amir = await readers(place)
    sitti = await _calls(place)
    await place.ask(rahman, text, says("bahaya.disampaikan"))
    await sitti.hears(mentions("bahaya.kata_petugas", nama="Rahman", kutipan=text))
    assert not any("Segera" in told for told in place.simulator.said(amir))


@pytest.mark.parametrize(
    "text", ["apa tugas saya", "siapa yang belum", "berapa usulan yang masuk?", "saya tidak bisa hadir rapat besok"]
)
async def test_what_is_of_the_office_is_no_word_to_whoever_called(place: Town, text: str) -> None:
    rahman, amir = await readers(place)
    sitti = await _calls(place)
    await place.ask(rahman, text, bool)
    assert not any(text in told for told in place.simulator.said(sitti.person))
    assert not any("Segera" in told for told in place.simulator.said(amir))


async def test_after_other_work_a_question_still_reaches_whoever_called(place: Town) -> None:
    rahman, _ = await readers(place)
    sitti = await _calls(place)
    await place.ask(rahman, "apa tugas saya", mentions("tugas_kosong"))
    await place.ask(rahman, "berapa orang terjebak?", says("bahaya.disampaikan"))
    await sitti.hears(mentions("bahaya.kata_petugas", kutipan="berapa orang terjebak?"))


async def test_that_one_comes_is_told_to_the_other_readers(place: Town) -> None:
    rahman, amir = await readers(place)
    await _calls(place)
    await place.press(rahman, words("bahaya.tombol_absen"), says("bahaya.diteruskan", nama="Amir"))
    await place.simulator.wait_for(amir, says("bahaya.kabar_berikut"))
    await place.ask(amir, "siap pak", says("bahaya.disampaikan"))
    await place.simulator.wait_for(rahman, says("bahaya.kabar_datang", nama="Amir", kutipan="siap pak"))


@pytest.mark.parametrize("text", ["ini saya otw ke semua", "meluncur ke semua rumah"])
async def test_whoever_comes_to_all_tells_all(place: Town, text: str) -> None:
    rahman, _ = await readers(place)
    callers = [await _calls(place, name) for name in ("Sitti", "Baco", "Tina")]
    told = await place.ask(rahman, text, says("bahaya.disampaikan_semua", jumlah=3))
    assert "Pattondon Salu" in told["text"]
    for one in callers:
        await one.hears(mentions("bahaya.kata_petugas", kutipan=text))


async def test_a_question_to_one_of_several_is_asked_with_buttons_that_tell_them_apart(place: Town) -> None:
    rahman, _ = await readers(place)
    sitti = await _calls(place)
    baco = await _calls(place, "Baco", "rumah nenekku terbakar di desa pattondon salu, tolong")
    asked = await place.ask(rahman, "berapa orang di dalam?", says("bahaya.untuk_siapa"))
    found = [one for one in labels(asked) if "10.0" in one]
    assert len(set(found)) == 2
    await place.press(rahman, next(one for one in found if "nenekku" in one), says("bahaya.disampaikan"))
    await baco.hears(mentions("bahaya.kata_petugas", kutipan="berapa orang di dalam?"))
    assert not any("berapa orang" in told for told in place.simulator.said(sitti.person))


LANDSLIDE = "longsor lagi di Buntu Pema, 4 rumah tertimbun, butuh alat berat"


async def test_a_facilitator_who_reports_a_disaster_of_others_is_read_above(place: Town) -> None:
    arman = await facilitator(place, "Arman", FASILITATOR_DESA, "73.16.08.2003")
    yusuf = await facilitator(place, "Yusuf", FASILITATOR_KECAMATAN, "73.16.08")
    nur = await facilitator(place, "Nur", BAPPEDA, "73.16")
    await place.ask(arman, LANDSLIDE, says("bahaya.dilaporkan", nama="Yusuf"))
    told = await place.simulator.wait_for(yusuf, says("bahaya.kabar_bencana", kutipan=LANDSLIDE))
    assert "Arman" in told["text"]
    await place.ask(yusuf, "siap, alat berat menuju", says("bahaya.disampaikan"))
    await place.hears(arman, mentions("bahaya.kata_petugas", nama="Yusuf"))
    assert not any("Segera" in text for text in place.simulator.said(nur))


async def test_what_may_be_a_report_is_offered_to_those_above_and_climbs_after_a_press(place: Town) -> None:
    arman = await facilitator(place, "Arman", FASILITATOR_DESA, "73.16.08.2003")
    yusuf = await facilitator(place, "Yusuf", FASILITATOR_KECAMATAN, "73.16.08")
    nur = await facilitator(place, "Nur", BAPPEDA, "73.16")
    text = "tadi malam longsor di desa buntu pema, jalan tertutup"
    await place.ask(arman, text, says("bahaya.boleh_lapor", nama="Yusuf"))
    assert not any("Segera" in told for told in place.simulator.said(yusuf))
    await place.press(arman, words("bahaya.tombol_lapor", nama="Yusuf"), says("bahaya.dilaporkan", nama="Yusuf"))
    await place.simulator.wait_for(yusuf, says("bahaya.kabar_bencana", kutipan=text))
    await place.simulator.move_clock(by=11 * 60)
    await place.begin_again()
    await place.simulator.wait_for(nur, mentions("bahaya.kabar_berikut", kutipan=text))


@pytest.mark.parametrize(
    "text",
    [
        "musdes ditunda karena banjir",
        "umumkan: awas longsor",
        "tolong kabarkan ke semua, ada longsor di Curio",
        "dulu pernah longsor di sini",
    ],
)
async def test_what_is_no_report_is_offered_to_nobody(place: Town, text: str) -> None:
    arman = await facilitator(place, "Arman", FASILITATOR_DESA, "73.16.08.2003")
    await facilitator(place, "Yusuf", FASILITATOR_KECAMATAN, "73.16.08")
    await place.ask(arman, text, bool)
    assert not any(told in says("bahaya.boleh_lapor") for told in place.texts(arman))


@pytest.mark.parametrize("how", ["words", "edit"])
async def test_where_the_place_is_put_right_the_first_readers_hear_it_and_the_right_ones_the_words(
    place: Town, how: str
) -> None:
    rahman, _ = await readers(place)
    hasnah = await facilitator(place, "Hasnah", FASILITATOR_DESA, "73.16.01.2003")
    sitti = Proposer(place)
    said = await sitti.simulator.say(sitti.person, "kebakaran rumahku di desa tuncung maiwa, cepat")
    await place.simulator.wait_for(hasnah, says("bahaya.kabar_kebakaran"))
    if how == "words":
        await sitti.say("maaf salah ketik, di pattondon salu pak bukan tuncung", says("bahaya.pindah", nama="Rahman"))
    else:
        await place.simulator.edit(sitti.person, said["message_id"], FIRE)
    await place.hears(hasnah, says("bahaya.kabar_keliru"))
    told = await place.simulator.wait_for(rahman, says("bahaya.kabar_kebakaran"))
    assert "kebakaran rumahku" in told["text"]


@pytest.mark.parametrize("agreed", [True, False])
async def test_an_edit_that_makes_a_cry_of_a_message_is_a_cry(place: Town, agreed: bool) -> None:
    rahman, _ = await readers(place)
    sitti = Proposer(place)
    if agreed:
        await sitti.until_story()
    said = await sitti.simulator.say(sitti.person, "air di sungai agak tinggi hari ini")
    await sitti.hears(bool)
    await place.simulator.edit(
        sitti.person, said["message_id"], "banjir bandang!!! di Pattondon Salu, 3 orang hanyut, tolong"
    )
    await place.simulator.wait_for(rahman, mentions("bahaya.kabar_bencana"))
