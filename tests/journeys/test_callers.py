"""Whoever called for help and those who were told of it hear each other."""

import pytest

from bot.simulator.chats import Person
from bot.work.access import BAPPEDA, FASILITATOR_DESA, FASILITATOR_KECAMATAN
from tests.journeys.test_cries import DANGER, agreed
from tests.journeys.test_whole_usulan import DESA, STORY, Proposer, facilitator
from tests.support.client import labels
from tests.support.sentences import mentions, says, words
from tests.support.town import Town


@pytest.mark.parametrize("how", ["below", "reply", "button"])
async def test_a_reader_and_whoever_called_hear_each_other(any_place: Town, how: str) -> None:
    rahman = await facilitator(any_place, "Rahman", FASILITATOR_DESA, DESA)
    sitti = Proposer(any_place)
    await sitti.until_story()
    await sitti.say("tolong.. rumah mau hanyut", mentions("bahaya.bencana"))
    letter = await any_place.simulator.wait_for(rahman, says("bahaya.kabar_bencana"))
    if how == "button":
        await any_place.press(rahman, words("bahaya.tombol_datang"), says("bahaya.disampaikan"))
    else:
        await any_place.simulator.say(
            rahman, "tunggu pak, sy hubungi basarnas", None, letter["message_id"] if how == "reply" else None
        )
        await any_place.hears(rahman, says("bahaya.disampaikan"))
    told = await any_place.simulator.wait_for(sitti.person, mentions("bahaya.kata_petugas", nama="Rahman"))
    assert ("basarnas" in told["text"]) == (how != "button")
    await sitti.say("iye pak, kami di masjid", mentions("bahaya.susulan"))
    heard = await any_place.simulator.wait_for(rahman, says("bahaya.kabar_susulan", kutipan="iye pak, kami di masjid"))
    assert "Sitti" not in heard["text"]
    await any_place.ask(rahman, "apa tugas saya", mentions("tugas_kosong"))
    await sitti.press(words("bahaya.tombol_aman"), "ceritakan")
    await sitti.say(STORY, "harapkan")


async def test_what_a_reader_says_is_no_name_in_a_form_and_the_form_is_asked_again(place: Town) -> None:
    rahman = await facilitator(place, "Rahman", FASILITATOR_DESA, DESA)
    sitti = await agreed(place)
    await place.ask(rahman, "/titip", "suara siapa")
    await sitti.say("kami terjebak di desa pattondon salu", says("bahaya.bencana", dikabari="Rahman"))
    await place.simulator.wait_for(rahman, says("bahaya.kabar_bencana"))
    await place.ask(rahman, "tunggu pak, sy kesana", "suara siapa")
    await place.simulator.wait_for(sitti.person, mentions("bahaya.kata_petugas", nama="Rahman"))
    await place.ask(rahman, "Daeng Baso", "Perempuan atau laki-laki")


async def test_what_was_said_before_the_place_was_known_is_read_by_those_near(place: Town) -> None:
    rahman = await facilitator(place, "Rahman", FASILITATOR_DESA, DESA)
    sitti = Proposer(place)
    await sitti.simulator.begin(sitti.person)
    await sitti.hears(says("izin"))
    await sitti.press(words("tombol_setuju"), "kecamatan")
    await sitti.say("rumahku terbakar tolong", says("form.bahaya_di_mana.kecamatan.tanya"))
    await sitti.say("api makin besar, anakku masih di dalam", mentions("bahaya.belum_di_mana"))
    await sitti.say("pattondon salu maiwa", says("bahaya.pindah", nama="Rahman"))
    quoted = "rumahku terbakar tolong; api makin besar, anakku masih di dalam"
    await place.simulator.wait_for(rahman, says("bahaya.kabar_kebakaran", kutipan=quoted))
    assert sum("⚠" in text for text in place.simulator.said(rahman)) == 1
    await sitti.press(words("bahaya.tombol_aman"), says("form.usulan.kecamatan.tanya"))


async def test_that_it_has_passed_is_said_by_a_button_and_what_is_said_between_goes_on(place: Town) -> None:
    rahman = await facilitator(place, "Rahman", FASILITATOR_DESA, DESA)
    sitti = await agreed(place)
    await sitti.say("kami terjebak di desa pattondon salu", says("bahaya.bencana", dikabari="Rahman"))
    await sitti.say("ada lima orang di sini", says("bahaya.susulan", nama="Rahman"))
    await place.simulator.wait_for(rahman, says("bahaya.kabar_susulan", kutipan="ada lima orang di sini"))
    await sitti.press(words("bahaya.tombol_aman"), says("bahaya.reda"))
    await place.simulator.wait_for(rahman, says("bahaya.kabar_reda"))


async def test_who_cannot_come_hands_it_on_to_who_reads_next(any_place: Town) -> None:
    rahman = await facilitator(any_place, "Rahman", FASILITATOR_DESA, DESA)
    amir = await facilitator(any_place, "Amir", FASILITATOR_KECAMATAN, DESA.rpartition(".")[0])
    sitti = Proposer(any_place)
    await sitti.until_story()
    await sitti.say("tolong.. rumah mau hanyut", mentions("bahaya.bencana"))
    await any_place.simulator.wait_for(rahman, says("bahaya.kabar_bencana"))
    await any_place.press(rahman, words("bahaya.tombol_absen"), says("bahaya.diteruskan", nama="Amir"))
    told = await any_place.simulator.wait_for(
        amir, says("bahaya.kabar_berikut", absen="Rahman", kutipan="tolong.. rumah mau hanyut")
    )
    assert "Sitti" not in told["text"]
    await any_place.simulator.wait_for(sitti.person, says("bahaya.petugas_berikut", nama="Amir"))
    await any_place.press(amir, words("bahaya.tombol_datang"), says("bahaya.disampaikan"))
    await any_place.simulator.wait_for(sitti.person, mentions("bahaya.kata_petugas", nama="Amir"))


async def test_where_they_are_and_that_they_are_safe_goes_to_who_asked_and_into_no_form(place: Town) -> None:
    rahman = await facilitator(place, "Rahman", FASILITATOR_DESA, DESA)
    sitti = Proposer(place)
    await sitti.until_story()
    await sitti.say(STORY, "harapkan")
    await sitti.say("tolong pak air sdh masuk rumah, naik terus", mentions("bahaya.bencana"))
    await place.ask(rahman, "dimana rumah ta bu? sy panggil orang", says("bahaya.disampaikan"))
    where = "sy di rumah dekat masjid nurul huda, anakku sakit panas"
    await sitti.say(where, mentions("bahaya.susulan"))
    await place.simulator.wait_for(rahman, says("bahaya.kabar_susulan", kutipan=where))
    await sitti.say("sudah di masjid pak, aman", "harapkan")
    await place.simulator.wait_for(rahman, mentions("bahaya.kabar_reda", kutipan="sudah di masjid pak, aman"))
    assert "harapan" not in (await place.rows("SELECT state FROM conversations"))[0][0]


async def _two_callers(place: Town) -> tuple[Person, Proposer, Proposer]:
    nur = await facilitator(place, "Nur", BAPPEDA, "73.16")
    sitti, baco = await agreed(place), await agreed(place, "Baco")
    await sitti.say("kami terjebak di desa pattondon salu", says("bahaya.bencana", dikabari="Nur"))
    await place.simulator.wait_for(nur, says("bahaya.kabar_bencana"))
    await baco.say("tolong kebakaran rumah di desa buntu pema", says("bahaya.kebakaran", dikabari="Nur"))
    await place.simulator.wait_for(nur, says("bahaya.kabar_kebakaran"))
    return nur, sitti, baco


def _heard(place: Town, whom: Proposer, words: str) -> bool:
    return any(words in text for text in place.simulator.said(whom.person))


@pytest.mark.parametrize("text", ["sy sdh telpon kepala dusun, jangan turun", "tunggu pak, perahu menuju ke sana"])
async def test_with_two_callers_it_is_asked_for_whom_the_words_are(place: Town, text: str) -> None:
    nur, sitti, baco = await _two_callers(place)
    asked = await place.ask(nur, text, says("bahaya.untuk_siapa", kutipan=text))
    assert not any(_heard(place, one, text) for one in (sitti, baco))
    label = next(one for one in labels(asked) if "Pattondon Salu" in one)
    told = await place.press(nur, label, says("bahaya.disampaikan"))
    assert "Pattondon Salu" in told["text"]
    await place.simulator.wait_for(sitti.person, mentions("bahaya.kata_petugas", kutipan=text))
    await place.ask(nur, "tunggu pak, naik ke tempat tinggi", says("bahaya.disampaikan"))  # below the tick
    assert not _heard(place, baco, "naik ke tempat tinggi")
    await place.simulator.wait_for(sitti.person, mentions("bahaya.kata_petugas", nama="Nur"))


async def test_with_two_callers_a_place_in_the_words_says_for_whom_they_are(place: Town) -> None:
    nur, sitti, baco = await _two_callers(place)
    told = await place.ask(nur, "tunggu di pattondon salu, perahu datang", says("bahaya.disampaikan"))
    assert "Pattondon Salu" in told["text"]
    assert not _heard(place, baco, "perahu")
    await place.simulator.wait_for(sitti.person, mentions("bahaya.kata_petugas", nama="Nur"))


@pytest.mark.parametrize(
    ("text", "next_one"),
    [("belum bisa ke sana", True), ("sy tdk bisa kesana pak", True), ("jangan keluar, tunggu di sana", False)],
)
async def test_that_they_cannot_come_counts_in_words_like_the_button(place: Town, text: str, next_one: bool) -> None:
    rahman = await facilitator(place, "Rahman", FASILITATOR_DESA, DESA)
    amir = await facilitator(place, "Amir", FASILITATOR_KECAMATAN, DESA.rpartition(".")[0])
    sitti = await agreed(place)
    await sitti.say("kami terjebak di desa pattondon salu", says("bahaya.bencana", dikabari="Rahman"))
    await place.simulator.wait_for(rahman, says("bahaya.kabar_bencana"))
    await place.ask(rahman, text, says("bahaya.diteruskan", nama="Amir") if next_one else says("bahaya.disampaikan"))
    await place.simulator.wait_for(sitti.person, mentions("bahaya.kata_petugas", kutipan=text))
    assert any("Segera" in told for told in place.simulator.said(amir)) == next_one


@pytest.mark.parametrize(
    "text",
    [
        "bilang ke pak rahman jangan kirim perahu, sudah aman",
        "tidak usah mi perahunya, sudah di masjid kami semua. terima kasih pak",
        "sampaikan ke pak Rahman perahunya tidak usah, kami sudah aman di masjid",
        "terima kasih banyak pak rahman",
    ],
)
@pytest.mark.parametrize("first", [True, False])
async def test_after_it_is_safe_words_to_whoever_helped_still_reach_them(place: Town, text: str, first: bool) -> None:
    rahman = await facilitator(place, "Rahman", FASILITATOR_DESA, DESA)
    sitti = Proposer(place)
    await sitti.until_story()
    await sitti.say("tolong.. rumah mau hanyut", mentions("bahaya.bencana"))
    if first:
        await sitti.press(words("bahaya.tombol_aman"), "ceritakan")
        await sitti.say(text, says("bahaya.sesudah"))
    else:
        await sitti.say(text, mentions("bahaya.susulan") if "terima kasih banyak" in text else "ceritakan")
    letter = "sesudah" if first else "reda" if "masjid" in text or "aman" in text else "susulan"
    await place.hears(rahman, mentions(f"bahaya.kabar_{letter}", kutipan=text))
    if first or letter == "reda":
        await sitti.say(STORY, "harapkan")


@pytest.mark.parametrize("text", ["", "tidak ada bahaya pak", "tidak ada bahaya, itu longsor tahun lalu"])
async def test_what_has_passed_rings_nobody_anew_where_the_place_is_put_right(place: Town, text: str) -> None:
    rahman = await facilitator(place, "Rahman", FASILITATOR_DESA, DESA)
    wira = await facilitator(place, "Wira", FASILITATOR_DESA, "73.16.08.2003")
    sitti = Proposer(place)
    await sitti.until_story()
    await sitti.say(DANGER, "harapkan")
    await place.hears(rahman, says("bahaya.kabar_bencana"))
    await sitti.say(text or "sudah aman pak", "harapkan")
    await place.hears(rahman, mentions("bahaya.kabar_reda"))
    await sitti.say("bukan di pattondon salu, di desa buntu pema curio", "Dusun")
    assert not any("Segera" in told for told in place.simulator.said(wira))


@pytest.mark.parametrize("text", ["bukan usulan pak ini darurat!!", "tolong cepat airnya naik", "cepat tolong"])
async def test_while_it_lasts_what_cries_on_is_heard(place: Town, text: str) -> None:
    rahman = await facilitator(place, "Rahman", FASILITATOR_DESA, DESA)
    sitti = Proposer(place)
    await sitti.until_story()
    await sitti.say("tolong.. rumah mau hanyut", mentions("bahaya.bencana"))
    await sitti.say(text, says("bahaya.susulan", nama="Rahman"))
    await place.hears(rahman, mentions("bahaya.kabar_susulan", kutipan=text))
    await sitti.press(words("bahaya.tombol_aman"), "ceritakan")
    await sitti.say(STORY, "harapkan")
