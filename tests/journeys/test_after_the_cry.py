"""What follows a cry: a wound, a birth, a death, a false alarm, words of the threatened, and reports of readers."""

import pytest

from bot.work.access import FASILITATOR_DESA, FASILITATOR_KECAMATAN
from tests.journeys.test_whole_usulan import DESA, KECAMATAN, Proposer, facilitator
from tests.journeys.villagers import photo
from tests.support.sentences import mentions, says
from tests.support.town import Town

THREAT = "abangku pegang badik mau tikam bapak, di desa pattondon salu maiwa, tolong"
BIRTH = "istriku mau bersalin sekarang, jembatan putus, tidak ada bidan, tolong, di desa pattondon salu maiwa"
_OPEN = "SELECT count(*) FROM alarms WHERE said IS NOT NULL"
_ALL = "SELECT count(*) FROM alarms"
_CLIMBS = "SELECT count(*) FROM alarms WHERE next_at IS NOT NULL"


@pytest.mark.parametrize(
    "text",
    [
        "tolongmi cepat",
        "cepatmi pak dia sudah dekat",
        "iye kasi tau cepat",
        "bisa, asal jangan orang desa yg tau siapa saya",
    ],
)
async def test_a_yes_in_any_words_tells_and_what_follows_goes_there(place: Town, text: str) -> None:
    amir = await facilitator(place, "Amir", FASILITATOR_KECAMATAN, KECAMATAN)
    sitti = Proposer(place)
    await sitti.say(THREAT, mentions("bahaya.boleh_kabari", nama="Amir"))
    await sitti.say(text, mentions("bahaya.ya"))
    await place.simulator.wait_for(amir, mentions("bahaya.kabar_kekerasan"))
    for more in ("dia sudah ketiduran mabuk, tapi badiknya masih dipegang", "dia ambil parang di dapur"):
        await sitti.say(more, mentions("bahaya.susulan", nama="Amir"))
        await place.simulator.wait_for(amir, mentions("bahaya.kabar_susulan", kutipan=more))
    await place.until(_ALL, 1)
    assert (await place.rows(_ALL))[0][0] == 1


@pytest.mark.parametrize("text", ["jangan", "tidak usah", "jangan dulu pak"])
async def test_a_no_tells_nobody(place: Town, text: str) -> None:
    await facilitator(place, "Amir", FASILITATOR_KECAMATAN, KECAMATAN)
    sitti = Proposer(place)
    await sitti.say(THREAT, mentions("bahaya.boleh_kabari", nama="Amir"))
    await sitti.say(text, bool)
    await place.until(_ALL, 0)
    assert (await place.rows(_ALL))[0][0] == 0


@pytest.mark.parametrize("text", ["bapak sudah kena tikam di perut!!", "adikku kena parang tangannya"])
async def test_whoever_is_wounded_now_waits_for_no_yes(place: Town, text: str) -> None:
    rahman = await facilitator(place, "Rahman", FASILITATOR_DESA, DESA)
    await facilitator(place, "Amir", FASILITATOR_KECAMATAN, KECAMATAN)
    sitti = Proposer(place)
    await sitti.say(THREAT, mentions("bahaya.boleh_kabari", nama="Amir"))
    await sitti.say(text, lambda told: "Tekan lukanya" in told["text"])
    assert await place.simulator.wait_for(rahman, mentions("bahaya.kabar_korban", kutipan=text))


@pytest.mark.parametrize(
    "text", ["kepalanya sudah keluar pak apa sy bikin", "bayinya keluar tapi tidak nangis, talinya belum dipotong"]
)
@pytest.mark.parametrize("placed", [True, False])
async def test_a_birth_goes_on_with_advice(place: Town, text: str, placed: bool) -> None:
    rahman = await facilitator(place, "Rahman", FASILITATOR_DESA, DESA)
    await facilitator(place, "Amir", FASILITATOR_KECAMATAN, KECAMATAN)
    sitti = Proposer(place)
    await sitti.say(BIRTH if placed else BIRTH.replace("di desa pattondon salu maiwa", "maiwa"), bool)
    await sitti.say(text, lambda told: "eringkan" in told["text"])
    if placed:
        assert await place.simulator.wait_for(rahman, mentions("bahaya.kabar_susulan", kutipan=text))


@pytest.mark.parametrize("text", ["anakku lahir tapi meninggal, ibunya selamat", "bapak sudah berpulang pak"])
async def test_a_death_is_mourned_and_told_as_one(place: Town, text: str) -> None:
    rahman = await facilitator(place, "Rahman", FASILITATOR_DESA, DESA)
    sitti = Proposer(place)
    await sitti.say(BIRTH, mentions("bahaya.bencana", dikabari="Rahman"))
    await sitti.say(text, mentions("bahaya.reda", nada="duka"))
    await place.simulator.wait_for(rahman, says("bahaya.kabar_reda", duka=True, kutipan=text))
    await place.until(_CLIMBS, 0)
    assert (await place.rows(_CLIMBS))[0][0] == 0


@pytest.mark.parametrize("text", ["ibu meninggal, adik masih tertimbun", "2 meninggal 3 masih di dalam"])
async def test_where_others_are_in_danger_a_death_ends_nothing(place: Town, text: str) -> None:
    await facilitator(place, "Rahman", FASILITATOR_DESA, DESA)
    sitti = Proposer(place)
    await sitti.say("longsor, kami tertimbun, tolong, di desa pattondon salu maiwa", bool)
    await sitti.say(text, mentions("bahaya.susulan", nama="Rahman"))
    await place.until(_OPEN, 1)
    assert (await place.rows(_OPEN))[0][0] == 1


@pytest.mark.parametrize(
    "text", ["bukan minta tolong pak, got mampet tiap hujan, itu usulan", "bukan minta tolong, itu usulan"]
)
async def test_a_false_alarm_ends_and_never_rings_again(place: Town, text: str) -> None:
    rahman = await facilitator(place, "Rahman", FASILITATOR_DESA, DESA)
    sitti = Proposer(place)
    await sitti.say("got tersumbat di desa pattondon salu, air masuk dapur 15 rumah, tolong", bool)
    await place.until(_OPEN, 1)
    await sitti.say(text, mentions("bahaya.reda"))
    await place.simulator.wait_for(rahman, mentions("bahaya.kabar_reda", kutipan=text))
    await sitti.say("got nya saja dikeruk", bool)
    assert not any("dikeruk" in one for one in place.simulator.said(rahman))
    await place.until(_ALL, 1)


async def test_a_facilitator_who_is_ill_has_no_danger(place: Town) -> None:
    rahman = await facilitator(place, "Rahman", FASILITATOR_DESA, DESA)
    amir = await facilitator(place, "Amir", FASILITATOR_KECAMATAN, KECAMATAN)
    told = await place.ask(rahman, "saya sakit, dua hari tidak bisa keluar rumah", bool)
    assert "110" not in told["text"]
    await place.until(_ALL, 0)
    assert not any("Segera" in one for one in place.simulator.said(amir))


@pytest.mark.parametrize(
    "text",
    [
        "ada orang stres bawa samurai di pasar pattondon salu, 2 orang sudah kena sabet",
        "itu yg di pasar bukan usulan, ada orang kena samurai betul2 sekarang",
    ],
)
async def test_a_report_of_wounded_people_rings_above_as_theirs(place: Town, text: str) -> None:
    rahman = await facilitator(place, "Rahman", FASILITATOR_DESA, DESA)
    amir = await facilitator(place, "Amir", FASILITATOR_KECAMATAN, KECAMATAN)
    sitti = Proposer(place)
    await sitti.say("ibuku digigit ular, tolong, di desa pattondon salu maiwa", bool)
    await place.ask(rahman, text, mentions("bahaya.dilaporkan", nama="Amir"))
    told = await place.simulator.wait_for(amir, mentions("bahaya.kabar_korban", kutipan=text))
    assert "Rahman" in told["text"]
    assert not any(text in one for one in place.simulator.said(sitti.person))


async def test_a_photo_reports_by_its_caption_and_is_seen_above(place: Town) -> None:
    rahman = await facilitator(place, "Rahman", FASILITATOR_DESA, DESA)
    amir = await facilitator(place, "Amir", FASILITATOR_KECAMATAN, KECAMATAN)
    caption = "longsor di pattondon salu jalan tertutup barusan, satu motor tertimbun"
    await place.photo(rahman, photo(), mentions("bahaya.dilaporkan", nama="Amir"), caption=caption)
    await place.simulator.wait_for(amir, mentions("bahaya.kabar_bencana", kutipan=caption))
    assert await place.simulator.wait_for(amir, lambda one: "photo" in one)


@pytest.mark.parametrize(
    "text", ["aduh motor mogok di tanjakan, batal sy ke situ", "maaf anakku kejang, sy harus pulang"]
)
async def test_coming_and_then_not_sets_the_clock_going_again(place: Town, text: str) -> None:
    rahman = await facilitator(place, "Rahman", FASILITATOR_DESA, DESA)
    amir = await facilitator(place, "Amir", FASILITATOR_KECAMATAN, KECAMATAN)
    sitti, ani = Proposer(place, "Sitti"), Proposer(place, "Ani")
    await sitti.say("sopir tertindih pohon, tolong, di desa pattondon salu maiwa", bool)
    await place.ask(rahman, "ok sy ke sana", says("bahaya.disampaikan"))
    await place.until(_CLIMBS, 0)
    await ani.say("ibuku digigit ular, tolong, di desa pattondon salu maiwa", bool)
    await place.until(_CLIMBS, 1)
    await place.ask(rahman, text, bool)
    await sitti.hears(mentions("bahaya.petugas_berikut", nama="Amir"))
    await place.simulator.wait_for(amir, mentions("bahaya.kabar_berikut", absen="Rahman"))
    await place.until(_CLIMBS, 2)
    assert (await place.rows(_CLIMBS))[0][0] == 2


@pytest.mark.parametrize(
    ("text", "kept"),
    [("di kamar atas kak, jgn sebut aku sekolah di SD 12", "di kamar atas kak"), ("jangan bilang sekolahku", "…")],
)
async def test_what_is_to_be_hidden_stands_in_no_letter(place: Town, text: str, kept: str) -> None:
    amir = await facilitator(place, "Amir", FASILITATOR_KECAMATAN, KECAMATAN)
    sitti = Proposer(place)
    await sitti.say(THREAT, mentions("bahaya.boleh_kabari", nama="Amir"))
    await sitti.say("ya", mentions("bahaya.ya"))
    await sitti.say(text, mentions("bahaya.susulan", nama="Amir"))
    await place.simulator.wait_for(amir, mentions("bahaya.kabar_susulan", kutipan=kept))
    assert not any("SD 12" in one or "sekolahku" in one for one in place.simulator.said(amir))


async def test_a_dusun_of_two_desa_in_a_known_kecamatan_tells_who_reads_for_that(place: Town) -> None:
    amir = await facilitator(place, "Amir", FASILITATOR_KECAMATAN, KECAMATAN)
    sitti = Proposer(place)
    await sitti.say("tolong ada anak hanyut di kali dusun jambu", mentions("bahaya.bencana", dikabari="Amir"))
    assert await place.simulator.wait_for(amir, mentions("bahaya.kabar_bencana", kira=True))


async def test_the_dusun_that_is_named_goes_before_that_of_the_usulan_and_is_put_right(place: Town) -> None:
    tuncung = "73.16.01.2003"
    rahman = await facilitator(place, "Rahman", FASILITATOR_DESA, tuncung)
    sitti = Proposer(place)
    await sitti.simulator.begin(sitti.person)
    await sitti.press("Setuju", "kecamatan")
    await sitti.say("maiwa desa tuncung dusun jambu", "ceritakan")
    await sitti.say("ibuku digigit ular di paraja tolong cepat", mentions("bahaya.korban", dikabari="Rahman"))
    await place.simulator.wait_for(rahman, mentions("bahaya.kabar_korban", tempat="Paraja, Tuncung"))
    await sitti.say("jambu pak bukan paraja", bool)
    await place.simulator.wait_for(rahman, mentions("bahaya.kabar_tempat", tempat="Jambu, Tuncung"))
    await place.until("SELECT count(*) FROM alarms WHERE place = 'Jambu, Tuncung'", 1)
    await place.until(_ALL, 1)
    assert (await place.rows(_ALL))[0][0] == 1
