"""Something happens to people now: those near are told, and it is no usulan; later it is told that it has passed."""

import json
from typing import Any

import pytest

from bot.work.access import FASILITATOR_DESA
from tests.journeys.test_cries import agreed
from tests.journeys.test_whole_usulan import DESA, STORY, Proposer, facilitator
from tests.support.client import labels
from tests.support.sentences import mentions, says
from tests.support.town import Town

NOW = [
    "anak jatuh dari jembatan! tolong cepat",
    "jembatan mau putus sekarang, anak2 masih lewat",
    "motor masuk jurang, org nya blm ketemu",
    "bukan usulan pak! jembatannya mau putus sekarang, bahaya, anak sekolah mau pulang",
    "ada anak tenggelam",
    "orang tersengat listrik",
    "tanah mulai retak dekat rumah, kami takut",
]
NOT_NOW = [
    "jembatan mau putus, minta diperbaiki",
    "tahun lalu anak jatuh dari jembatan",
    "takut anak jatuh dari jembatan",
    "sering motor jatuh di tikungan",
    "kalau hujan jembatan mau putus",
    "supaya tidak ada anak jatuh",
]


@pytest.mark.parametrize("text", NOW)
async def test_what_happens_now_reaches_those_near_and_is_neither_story_nor_wish(place: Town, text: str) -> None:
    rahman = await facilitator(place, "Rahman", FASILITATOR_DESA, DESA)
    sitti = Proposer(place)
    await sitti.until_story()
    await sitti.say(text, "110")  # and no question of the form below
    await place.simulator.wait_for(rahman, "Segera")
    assert not {"cerita", "harapan"} & set(await drafted(place))


@pytest.mark.parametrize("text", NOW[:3])
async def test_before_the_consent_it_is_answered_and_told_once_the_place_is_known(place: Town, text: str) -> None:
    rahman = await facilitator(place, "Rahman", FASILITATOR_DESA, DESA)
    sitti = Proposer(place)
    await sitti.simulator.say(sitti.person, text)
    await sitti.hears(says("form.bahaya_di_mana.kecamatan.tanya"))
    assert any("110" in told for told in place.texts(sitti.person))
    await sitti.say("pattondon salu", says("bahaya.pindah", nama="Rahman"))
    await place.simulator.wait_for(rahman, "Segera")


@pytest.mark.parametrize("text", NOT_NOW)
async def test_habit_fear_and_past_ring_nobody(place: Town, text: str) -> None:
    rahman = await facilitator(place, "Rahman", FASILITATOR_DESA, DESA)
    sitti = Proposer(place)
    await sitti.until_story()
    before = len(place.simulator.said(rahman))
    await sitti.say(text, "")
    assert len(place.simulator.said(rahman)) == before


async def drafted(place: Town) -> Any:
    (state,) = (await place.rows("SELECT state FROM conversations WHERE flow = 'usulan'"))[0]
    return (json.loads(state) if isinstance(state, str) else state)["answers"]


@pytest.mark.parametrize("text", ["tadi malam longsor di atas rumah", "ada orang hanyut di sungai"])
async def test_the_place_that_is_told_after_a_danger_tells_those_near(place: Town, text: str) -> None:
    rahman = await facilitator(place, "Rahman", FASILITATOR_DESA, DESA)
    sitti = await agreed(place)
    await sitti.simulator.say(sitti.person, text)
    await sitti.hears(says("bahaya.bencana", di_mana=True))
    await sitti.simulator.say(sitti.person, "di jambu, desa pattondon salu")
    await sitti.hears(says("bahaya.pindah", nama="Rahman"))
    await place.simulator.wait_for(rahman, says("bahaya.kabar_bencana"))


async def test_nobody_is_asked_to_go_on_with_words_of_danger(place: Town) -> None:
    sitti, mina = await agreed(place), Proposer(place, "Mina")
    await sitti.say("tadi malam longsor di atas rumah", mentions("mesin.ini_ceritanya"))
    await mina.until_story()
    await mina.say(STORY, "harapkan")
    await place.stop()
    await place.simulator.move_clock(by=3 * 86400)
    await place.start()
    await place.simulator.wait_for(mina.person, mentions("ingat_draf"))
    assert not any(told in mentions("ingat_draf") for told in place.texts(sitti.person))


OVER = [
    "yg hanyut tadi sdh ketemu, tdk ada korban",
    "sdh aman, orangnya sdh dikeluarkan selamat",
    "alarm tadi sudah selesai",
    "sudah ditangani, anaknya sdh dibawa ke puskesmas",
]


@pytest.mark.parametrize("text", OVER)
async def test_a_reader_tells_later_that_it_has_passed(any_place: Town, text: str) -> None:
    rahman, wira = [await facilitator(any_place, name, FASILITATOR_DESA, DESA) for name in ("Rahman", "Wira")]
    sitti = await agreed(any_place)
    await sitti.say("ada orang hanyut di sungai", says("form.bahaya_di_mana.kecamatan.tanya"))
    await sitti.say("pattondon salu", says("bahaya.pindah", nama="Rahman"))
    await any_place.simulator.wait_for(rahman, says("bahaya.kabar_bencana"))
    await any_place.ask(rahman, "/menu", "mau yang mana")
    await any_place.ask(rahman, text, says("bahaya.lewat"))
    for person in (wira, sitti.person):
        await any_place.simulator.wait_for(person, says("bahaya.kabar_lewat", nama="Rahman", kutipan=text))
    assert not any("110" in told for told in any_place.texts(rahman))
    assert await any_place.rows("SELECT 1 FROM notices WHERE kind = 'bahaya_lewat'")
    before = len(any_place.simulator.said(sitti.person))
    await any_place.ask(rahman, text, "")
    assert len(any_place.simulator.said(sitti.person)) == before


@pytest.mark.parametrize("text", ["Maiwa 3 sudah ditangani", "apa tugas saya", "apakah sudah aman?", "air blm surut"])
async def test_what_a_reader_says_of_other_things_ends_no_alarm(place: Town, text: str) -> None:
    rahman = await facilitator(place, "Rahman", FASILITATOR_DESA, DESA)
    sitti = await agreed(place)
    await sitti.say("kami terjebak di desa pattondon salu", says("bahaya.bencana", dikabari="Rahman"))
    await place.simulator.wait_for(rahman, says("bahaya.kabar_bencana"))
    await place.ask(rahman, "/menu", "mau yang mana")
    await place.ask(rahman, text, "")
    assert not any(told in mentions("bahaya.lewat") for told in place.texts(rahman))


async def test_of_several_that_passed_it_is_asked_which(place: Town) -> None:
    rahman = await facilitator(place, "Rahman", FASILITATOR_DESA, DESA)
    sitti = await agreed(place)
    await sitti.say("kami terjebak di desa pattondon salu", says("bahaya.bencana", dikabari="Rahman"))
    await sitti.say("rumah pak dule terbakar di desa pattondon salu", says("bahaya.kebakaran", dikabari="Rahman"))
    await place.simulator.wait_for(rahman, says("bahaya.kabar_kebakaran"))
    asked = await place.ask(rahman, "sdh aman semua", says("bahaya.reda_yang_mana"))
    await place.press(rahman, next(one for one in labels(asked) if "pak dule" in one), says("bahaya.lewat"))
    await place.simulator.wait_for(sitti.person, says("bahaya.kabar_lewat", nama="Rahman"))
    await place.ask(rahman, "sdh aman semua", says("bahaya.lewat"))
    await place.ask(rahman, "yg kebakaran tadi sdh padam", says("bahaya.lapor_reda"))  # of nothing that lasts


@pytest.mark.parametrize(
    "text",
    [
        "hapus anak2 terjebak, itu saya lebih2kan",
        "yang anak2 terjebak itu hapus pak, tidak benar",
    ],
)
async def test_what_is_taken_back_rings_nobody(place: Town, text: str) -> None:
    rahman = await facilitator(place, "Rahman", FASILITATOR_DESA, DESA)
    sitti = Proposer(place)
    await sitti.until_card("jembatan kami hanyut, anak2 terjebak kalau banjir, ada 30 rumah", "dibangun jembatan")
    await sitti.say(text, "Kami catat begini")
    assert not any("Segera" in told for told in place.simulator.said(rahman))


async def test_what_is_taken_back_in_part_is_shown_and_rings_nobody(place: Town) -> None:
    rahman = await facilitator(place, "Rahman", FASILITATOR_DESA, DESA)
    sitti = Proposer(place)
    await sitti.until_card("jembatan kami hanyut, anak2 terjebak kalau banjir, ada 30 rumah", "dibangun jembatan")
    text = "salah ka tadi, bukan begitu, anak2 terjebak itu cuma cerita orang"
    await sitti.say(text, mentions("mesin.seharusnya", judul="Ceritanya"))
    assert not any("Segera" in told for told in place.simulator.said(rahman))


async def test_what_is_put_right_to_now_still_rings(place: Town) -> None:
    rahman = await facilitator(place, "Rahman", FASILITATOR_DESA, DESA)
    sitti = Proposer(place)
    await sitti.until_card("jembatan kami hanyut, anak2 terjebak kalau banjir, ada 30 rumah", "dibangun jembatan")
    await sitti.say("eh salah ka, anak2 terjebak sekarang di seberang, tolong cepat pak", "115")
    assert "terjebak" in (await place.simulator.wait_for(rahman, "Segera"))["text"]
