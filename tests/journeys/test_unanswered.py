"""A call for help that nobody answers goes on to who reads above, by the clock, once each."""

import pytest

from bot.work.access import BAPPEDA, FASILITATOR_DESA, FASILITATOR_KECAMATAN
from tests.journeys.test_cries import agreed
from tests.journeys.test_whole_usulan import DESA, STORY, Proposer, facilitator
from tests.support.client import labels
from tests.support.sentences import mentions, says, words
from tests.support.town import Town

KECAMATAN = DESA.rpartition(".")[0]
_WAITS = "SELECT count(*) FROM alarms WHERE next_at IS NOT NULL"


async def _minutes_later(place: Town, minutes: int) -> None:
    await place.simulator.move_clock(by=minutes * 60)
    await place.begin_again()


async def test_what_nobody_answers_goes_up_once_each_and_whoever_called_hears_it(any_place: Town) -> None:
    place = any_place
    rahman = await facilitator(place, "Rahman", FASILITATOR_DESA, DESA)
    amir = await facilitator(place, "Amir", FASILITATOR_KECAMATAN, KECAMATAN)
    hamka = await facilitator(place, "Hamka", BAPPEDA, "73.16")
    sitti = Proposer(place)
    await sitti.until_story()
    await sitti.say("tolong.. rumah mau hanyut", mentions("bahaya.bencana"))
    await place.simulator.wait_for(rahman, says("bahaya.kabar_bencana"))
    await _minutes_later(place, 8)
    await place.ask(amir, "apa tugas saya", mentions("tugas_kosong"))
    assert not any("⚠" in text for text in place.simulator.said(amir))
    await _minutes_later(place, 3)
    told = (await place.simulator.wait_for(amir, mentions("bahaya.kabar_berikut", diam={"nama": "Rahman"})))["text"]
    assert "Pattondon Salu" in told
    assert "Sitti" not in told
    heard = (await place.simulator.wait_for(sitti.person, mentions("bahaya.belum_dijawab", berikut="Amir")))["text"]
    assert all(word in heard for word in ("Rahman", "115"))
    assert not any("⚠" in text for text in place.simulator.said(hamka))
    await _minutes_later(place, 11)
    await place.simulator.wait_for(hamka, mentions("bahaya.kabar_berikut", diam={"nama": "Amir"}))
    await _minutes_later(place, 11)
    await place.until(_WAITS, 0)
    await _minutes_later(place, 60)
    for who in (rahman, amir, hamka):
        assert sum("⚠" in text for text in place.simulator.said(who)) == 1
    waited = [text for text in place.texts(sitti.person) if text in says("bahaya.belum_dijawab")]
    assert len(waited) == 3
    await place.press(hamka, words("bahaya.tombol_datang"), says("bahaya.disampaikan"))
    await place.simulator.wait_for(sitti.person, mentions("bahaya.kata_petugas", nama="Hamka"))


@pytest.mark.parametrize("how", ["comes", "writes", "over", "safe", "moved"])
async def test_what_was_answered_or_has_passed_goes_to_nobody_else(any_place: Town, how: str) -> None:
    place = any_place
    rahman = await facilitator(place, "Rahman", FASILITATOR_DESA, DESA)
    amir = await facilitator(place, "Amir", FASILITATOR_KECAMATAN, KECAMATAN)
    sitti = await agreed(place)
    await sitti.say("kami terjebak di desa pattondon salu", says("bahaya.bencana", dikabari="Rahman"))
    await place.simulator.wait_for(rahman, says("bahaya.kabar_bencana"))
    assert (await place.rows(_WAITS))[0][0] == 1
    if how == "comes":
        await place.press(rahman, words("bahaya.tombol_datang"), says("bahaya.disampaikan"))
    elif how == "writes":
        await place.ask(rahman, "tunggu pak, sy kesana", says("bahaya.disampaikan"))
    elif how == "over":
        await place.ask(rahman, "sudah dievakuasi semua", says("bahaya.lewat"))
    elif how == "safe":
        await sitti.press(words("bahaya.tombol_aman"), says("bahaya.reda"))
    else:
        await sitti.say("saya bukan di pattondon salu", mentions("form.bahaya_di_mana.kecamatan.tanya"))
    assert (await place.rows(_WAITS))[0][0] == (how == "moved")  # for the office, until the right place is said
    await _minutes_later(place, 11)
    await place.ask(amir, "apa tugas saya", mentions("tugas_kosong"))
    assert not any("⚠" in text for text in place.simulator.said(amir))


async def test_whoever_cannot_come_is_not_said_to_be_silent_and_the_next_has_their_time(any_place: Town) -> None:
    place = any_place
    rahman = await facilitator(place, "Rahman", FASILITATOR_DESA, DESA)
    amir = await facilitator(place, "Amir", FASILITATOR_KECAMATAN, KECAMATAN)
    hamka = await facilitator(place, "Hamka", BAPPEDA, "73.16")
    sitti = await agreed(place)
    await sitti.say("kami terjebak di desa pattondon salu", says("bahaya.bencana", dikabari="Rahman"))
    await place.simulator.wait_for(rahman, says("bahaya.kabar_bencana"))
    await _minutes_later(place, 5)
    await place.press(rahman, words("bahaya.tombol_absen"), says("bahaya.diteruskan", nama="Amir"))
    await place.simulator.wait_for(amir, mentions("bahaya.kabar_berikut", absen="Rahman"))
    await _minutes_later(place, 6)
    await place.ask(hamka, "apa tugas saya", mentions("tugas_kosong"))
    assert not any("⚠" in text for text in place.simulator.said(hamka))
    await _minutes_later(place, 5)
    await place.simulator.wait_for(hamka, mentions("bahaya.kabar_berikut", diam={"nama": "Amir"}))


async def test_where_nobody_is_above_whoever_called_hears_that(place: Town) -> None:
    rahman = await facilitator(place, "Rahman", FASILITATOR_DESA, DESA)
    sitti = await agreed(place)
    await sitti.say("kami terjebak di desa pattondon salu", says("bahaya.bencana", dikabari="Rahman"))
    await place.simulator.wait_for(rahman, says("bahaya.kabar_bencana"))
    await _minutes_later(place, 11)
    told = await place.simulator.wait_for(sitti.person, says("bahaya.belum_dijawab", nama="Rahman", berikut=""))
    assert "115" in told["text"]
    await place.until(_WAITS, 0)


async def test_a_call_after_a_story_of_the_same_is_waited_for_as_well(place: Town) -> None:
    await facilitator(place, "Rahman", FASILITATOR_DESA, DESA)
    amir = await facilitator(place, "Amir", FASILITATOR_KECAMATAN, KECAMATAN)
    sitti = Proposer(place)
    await sitti.until_story()
    await sitti.say("Tadi malam longsor menutup jalan ke kebun, motor tidak bisa lewat", "harapkan")
    await place.simulator.say(sitti.person, "tolong kami tertimbun")
    await place.until(_WAITS, 1)
    await _minutes_later(place, 11)
    told = await place.simulator.wait_for(amir, mentions("bahaya.kabar_berikut", diam={"nama": "Rahman"}))
    assert "Pattondon Salu" in told["text"]


@pytest.mark.parametrize("text", [STORY, "Tadi malam longsor menutup jalan ke kebun, motor tidak bisa lewat"])
async def test_a_story_waits_for_nobody(place: Town, text: str) -> None:
    await facilitator(place, "Rahman", FASILITATOR_DESA, DESA)
    sitti = Proposer(place)
    await sitti.until_story()
    await sitti.say(text, "harapkan")
    assert (await place.rows("SELECT count(*) FROM alarms"))[0][0] == 0


async def test_a_call_without_a_place_goes_to_who_reads_for_all_of_the_kabupaten(place: Town) -> None:
    nur = await facilitator(place, "Nur", BAPPEDA, "73.16")
    sitti = await agreed(place)
    await sitti.say("tolong rumahku terbakar", "kecamatan")
    await _minutes_later(place, 6)
    await place.simulator.wait_for(nur, says("bahaya.kabar_berikut", kutipan="tolong rumahku terbakar"))
    await sitti.hears(says("bahaya.belum_dijawab", ada_tempat=False, berikut="Nur"))
    await place.ask(nur, "di mana rumahnya pak?", says("bahaya.disampaikan"))
    await place.simulator.wait_for(sitti.person, mentions("bahaya.kata_petugas", nama="Nur"))


async def test_whoever_is_on_leave_is_not_the_only_one_who_is_told(place: Town) -> None:
    rahman = await facilitator(place, "Rahman", FASILITATOR_DESA, DESA)
    amir = await facilitator(place, "Amir", FASILITATOR_KECAMATAN, DESA.rpartition(".")[0])
    await place.ask(rahman, "saya sakit dua minggu", mentions("tidak_di_tempat"))
    sitti = await agreed(place)
    await sitti.say("kami terjebak di desa pattondon salu", says("bahaya.bencana", dikabari="Amir"))
    await place.simulator.wait_for(amir, says("bahaya.kabar_bencana"))
    await place.simulator.wait_for(rahman, says("bahaya.kabar_bencana"))


@pytest.mark.parametrize(
    "text",
    [
        "tolong, longsor menutup rumah di dusun paraja desa tuncung maiwa",
        "banjir naik terus di rumah kami, desa tuncung, maiwa, tolong kirim perahu",
        "longsor di desa tuncung kecamatan maiwa, rumah pak sanusi tertimpa, tlg",
        "di desa tuncung maiwa banjir masuk rumah kami sekarang",
    ],
)
async def test_a_danger_told_with_a_call_and_its_place_is_one_call(place: Town, text: str) -> None:
    baso = await facilitator(place, "Baso", FASILITATOR_DESA, "73.16.01.2003")
    amir = await facilitator(place, "Amir", FASILITATOR_KECAMATAN, KECAMATAN)
    sitti = await agreed(place)
    told = await place.ask(sitti.person, text, mentions("bahaya.bencana", dikabari="Baso"))
    assert words("bahaya.tombol_aman") in labels(told)
    await place.simulator.wait_for(baso, mentions("bahaya.kabar_bencana", kutipan=text))
    assert sum("Segera" in text for text in place.simulator.said(baso)) == 1
    assert (await place.rows(_WAITS))[0][0] == 1
    await _minutes_later(place, 11)
    await place.simulator.wait_for(amir, mentions("bahaya.kabar_berikut", diam={"nama": "Baso"}))


@pytest.mark.parametrize(
    "text",
    ["tolong perbaiki talud di desa tuncung maiwa, tadi malam longsor", "tadi malam longsor di desa tuncung maiwa"],
)
async def test_a_story_with_its_place_tells_once_and_waits_for_nobody(place: Town, text: str) -> None:
    baso = await facilitator(place, "Baso", FASILITATOR_DESA, "73.16.01.2003")
    sitti = await agreed(place)
    told = await place.ask(sitti.person, text, mentions("bahaya.bencana", dikabari="Baso"))
    assert not labels(told)
    assert sum("Segera" in text for text in place.simulator.said(baso)) == 1
    assert (await place.rows(_WAITS))[0][0] == 0


OVER = [
    "sudah aman pak, terima kasih",
    "sudah aman",
    "sudah diungsikan ke masjid mi kami, tidak perlu dijemput",
    "tidak usahmi perahunya pak, kami sudah di rumah paman semua",
    "tdk usah datang pak, sdh ditolong tetangga",
]
NOT_OVER = ["belum aman pak", "tidak usah perahu, kirim ambulans", "tidak usah repot pak, nenek masih di dalam"]


@pytest.mark.parametrize("text", [*OVER, *NOT_OVER])
async def test_that_it_is_over_rings_nobody_also_where_several_know(place: Town, text: str) -> None:
    rahman = await facilitator(place, "Rahman", FASILITATOR_DESA, DESA)
    amir = await facilitator(place, "Amir", FASILITATOR_KECAMATAN, KECAMATAN)
    sitti = await agreed(place)
    await sitti.say("kami terjebak di desa pattondon salu", says("bahaya.bencana", dikabari="Rahman"))
    await _minutes_later(place, 11)
    await place.simulator.wait_for(amir, mentions("bahaya.kabar_berikut", diam={"nama": "Rahman"}))
    is_over = text in OVER
    await sitti.say(text, says("bahaya.reda" if is_over else "bahaya.susulan"))
    for who in (rahman, amir):
        await place.simulator.wait_for(who, mentions(f"bahaya.kabar_{'reda' if is_over else 'susulan'}", kutipan=text))
    assert (await place.rows(_WAITS))[0][0] == (0 if is_over else 1)


@pytest.mark.parametrize(
    ("text", "is_over"),
    [
        ("sudah ditolong warga, tidak apa2 mi", True),
        ("kebanyakan tanya ini, sudah dibawa ke puskesmas naik pick up", True),
        ("sudah kami angkat ke atas, lagi minum teh di rumah pak imam", True),
        ("kakinya bengkak sekali", False),
        ("semoga cepat aman semuanya pak", False),
    ],
)
async def test_what_is_over_before_it_is_known_where_rings_nobody_later(
    any_place: Town, text: str, is_over: bool
) -> None:
    place = any_place
    hamka = await facilitator(place, "Hamka", BAPPEDA, "73.16")
    sitti = await agreed(place)
    await sitti.say(
        "kakek jatuh dari pohon kelapa tdk bisa gerak kakinya", mentions("form.bahaya_di_mana.kecamatan.tanya")
    )
    await sitti.say(text, mentions("bahaya.reda" if is_over else "bahaya.susulan"))
    assert (await place.rows(_WAITS))[0][0] == (not is_over)
    await _minutes_later(place, 6)
    if not is_over:
        await place.simulator.wait_for(hamka, "⚠")
    await place.ask(hamka, "apa tugas saya", mentions("tugas_kosong"))
    assert any("⚠" in told for told in place.simulator.said(hamka)) != is_over
