"""Safe, but the fire or the water goes on: it ends nothing; where it is not known whence, somebody reads it all the
same; and what is said first fits those who are caught in it."""

import pytest

from bot.work.access import BAPPEDA, FASILITATOR_DESA, FASILITATOR_KECAMATAN
from tests.journeys.test_whole_usulan import DESA, KECAMATAN, Proposer, facilitator
from tests.support.sentences import mentions, says, words
from tests.support.town import Town

FIRE = "kebakaran rumahku di desa pattondon salu maiwa, cepat"
_OPEN = "SELECT count(*) FROM alarms WHERE said IS NOT NULL"


@pytest.mark.parametrize(
    "text",
    [
        "anak2 sudah loncat turun semua selamat, api masih besar",
        "semua sudah keluar rumah, rumahnya masih terbakar",
        "sudah aman semua di luar, apinya tambah besar",
        "anak2 sudah dibawa tetangga, api menjalar ke rumah sebelah",
        "anakku sudah ketemu selamat, 2 belum",
    ],
)
async def test_while_it_burns_on_nothing_is_over(place: Town, text: str) -> None:
    rahman = await facilitator(place, "Rahman", FASILITATOR_DESA, DESA)
    sitti = Proposer(place)
    await sitti.say(FIRE, says("bahaya.kebakaran", dikabari="Rahman"))
    await sitti.say(text, says("bahaya.susulan", nama="Rahman"))
    await place.simulator.wait_for(rahman, mentions("bahaya.kabar_susulan", kutipan=text))
    await place.until(_OPEN, 1)
    assert not any(told in says("bahaya.usulan_nanti") for told in place.texts(sitti.person))


@pytest.mark.parametrize("text", ["alhamdulillah dua2nya selamat", "semua selamat, rumah sudah habis terbakar"])
async def test_what_has_passed_has(place: Town, text: str) -> None:
    await facilitator(place, "Rahman", FASILITATOR_DESA, DESA)
    sitti = Proposer(place)
    await sitti.say(FIRE, says("bahaya.kebakaran", dikabari="Rahman"))
    await sitti.say(text, says("bahaya.reda"))
    assert (await place.rows(_OPEN))[0][0] == 0


@pytest.mark.parametrize("text", ["anak2 sudah selamat semua, airnya masih naik", "airnya makin tinggi pak"])
async def test_what_tells_on_below_the_question_is_a_yes(place: Town, text: str) -> None:
    rahman = await facilitator(place, "Rahman", FASILITATOR_DESA, DESA)
    ola = Proposer(place, "Ola")
    await ola.say("banjir masuk rumah, anak2 di atas lemari, pattondon salu", says("bahaya.ragu"))
    await ola.say(text, bool)
    assert not any(told in mentions("izin") for told in place.texts(ola.person))
    await place.simulator.wait_for(rahman, mentions("bahaya.kabar_bencana"))


async def test_a_dusun_in_front_of_its_desa_is_a_place(place: Town) -> None:
    rahman = await facilitator(place, "Rahman", FASILITATOR_DESA, "73.16.01.2003")
    fatma = Proposer(place, "Fatma")
    text = (
        "istri mau melahirkan ketuban pecah, jalan ke puskesmas putus longsor, bidan tdk bisa naik. dusun salu tuncung"
    )
    await fatma.say(text, bool)
    await fatma.say("iya pak tolong cepat kepalanya sudah kelihatan", mentions("bahaya.korban", dikabari="Rahman"))
    told = await place.simulator.wait_for(rahman, mentions("bahaya.kabar_korban"))
    assert "dusun salu tuncung" in told["text"]


async def test_who_tells_on_without_a_place_is_read_by_the_office(place: Town) -> None:
    hamka = await facilitator(place, "Hamka", BAPPEDA, "73.16")
    sitti = Proposer(place)
    await sitti.say("tolong kami terjebak banjir, air sudah di dada", mentions("bahaya.bencana", di_mana=True))
    await sitti.say("cepat pak anakku kecil dua", mentions("bahaya.susulan", nama="Hamka"))
    told = await place.simulator.wait_for(hamka, mentions("bahaya.kabar_bencana"))
    assert "anakku kecil dua" in told["text"]


async def test_a_river_stays_in_the_letter_and_a_bare_kecamatan_is_a_place(place: Town) -> None:
    await facilitator(place, "Hamka", BAPPEDA, "73.16")
    sul = await facilitator(place, "Sul", FASILITATOR_KECAMATAN, "73.16.04")
    mansur = Proposer(place, "Mansur")
    await mansur.say("tolooong kakakku hanyut di sungai mata allo dekat jembatan, masih pegang kayu", bool)
    await mansur.say("anggeraja", mentions("bahaya.pindah", nama="Sul"))
    told = await place.simulator.wait_for(sul, mentions("bahaya.kabar_bencana"))
    assert "di sungai mata allo dekat jembatan" in told["text"]


@pytest.mark.parametrize("text", ["bayiku tidak bernapas baru lahir", "istriku melahirkan, bayinya tdk bernapas"])
async def test_a_newborn_is_not_pressed_on(place: Town, text: str) -> None:
    await facilitator(place, "Rahman", FASILITATOR_DESA, DESA)
    asri = Proposer(place, "Asri")
    await asri.say(f"{text}, desa pattondon salu maiwa, tolong", mentions("bahaya.petunjuk_bayi"))
    assert not any(told in mentions("bahaya.petunjuk_napas") for told in place.texts(asri.person))


@pytest.mark.parametrize(
    ("text", "caught"),
    [
        ("tolong suamiku tertimbun longsor, desa pattondon salu maiwa", True),
        ("tolong banjir masuk rumahku, desa pattondon salu maiwa", False),
    ],
)
async def test_whose_people_are_buried_is_told_nothing_of_goods(place: Town, text: str, caught: bool) -> None:
    await facilitator(place, "Rahman", FASILITATOR_DESA, DESA)
    sitti = Proposer(place)
    await sitti.say(text, says("bahaya.bencana", terjebak=caught))
    assert not any(words("bahaya.tombol_isian") in str(one) for one in await place.rows("SELECT params FROM outbox"))


async def test_that_whoever_threatens_has_left_ends_no_call(place: Town) -> None:
    nurul = await facilitator(place, "Nurul", FASILITATOR_KECAMATAN, KECAMATAN)
    tini = Proposer(place, "Tini")
    await tini.say("suamiku kejar sy pakai parang, di desa pattondon salu maiwa", mentions("bahaya.boleh_kabari"))
    await tini.say("ya", says("bahaya.ya", nama="Nurul"))
    await tini.say("dia sdh pergi", says("bahaya.susulan", nama="Nurul"))
    await place.simulator.wait_for(nurul, mentions("bahaya.kabar_susulan", kutipan="dia sdh pergi"))
    assert (await place.rows(_OPEN))[0][0] == 1
