"""What people do for a living makes no wish of their danger; and one of several who is safe, or died, ends nothing."""

import pytest

from bot.simulator.chats import Person
from bot.work.access import FASILITATOR_DESA
from tests.journeys.test_whole_usulan import Proposer, facilitator
from tests.support.sentences import mentions, says
from tests.support.town import Town

TUNCUNG = "73.16.01.2003"
_OPEN = "SELECT count(*) FROM alarms WHERE said IS NOT NULL"


@pytest.mark.parametrize(
    "text",
    [
        "ada 3 orang tertimbun waktu gali sumur, tuncung",
        "3 orang tertimbun gali pasir, di tuncung",
        "ada orang kesetrum waktu pasang lampu jalan, tuncung",
        "mobil pengantin masuk sungai, 8 orang, tuncung",
        "ada 2 orang jatuh di sumur waktu menimba, tuncung",
        "pohon tumbang kena 2 anak sekolah, tuncung",
        "tembok pasar ambruk kena 4 pembeli, tuncung",
        "atap sekolah terbang kena 3 murid, tuncung",
        "2 tukang tertimpa tembok waktu pasang atap, tuncung",
        "Rapat orang tua jadi hari Sabtu. Oh ya, tembok kantin rebah, ibu kantin masih di bawahnya, tuncung",
    ],
)
async def test_people_in_danger_at_their_work_ring(place: Town, text: str) -> None:
    hasna = await facilitator(place, "Hasna", FASILITATOR_DESA, TUNCUNG)
    await place.simulator.say(Proposer(place).person, text)
    assert await place.simulator.wait_for(hasna, "Segera")
    await place.until(_OPEN, 1)


@pytest.mark.parametrize(
    "text",
    [
        "longsor menimpa orang tahun lalu, minta talud di tuncung",
        "jalan ke sumur rusak, mau usul gali sumur baru di tuncung",
        "minta pasang lampu jalan di tuncung, gelap",
    ],
)
async def test_what_is_wished_rings_nobody(place: Town, text: str) -> None:
    await facilitator(place, "Hasna", FASILITATOR_DESA, TUNCUNG)
    assert await Proposer(place).say(text, bool)
    await place.until(_OPEN, 0)


async def test_below_a_card_of_danger_more_of_it_rings_before_any_consent(place: Town) -> None:
    hasna, endang = await facilitator(place, "Hasna", FASILITATOR_DESA, TUNCUNG), Proposer(place, "Endang")
    cry = "ada orang tenggelam sekarang di sungai, mohon dibuatkan jembatan, di tuncung"
    assert await endang.say(cry, mentions("bahaya.korban"))
    assert await endang.say("yang dua belum muncul", mentions("bahaya.korban", dikabari="Hasna"))
    assert await place.simulator.wait_for(hasna, "belum muncul")


async def _called(place: Town, text: str) -> tuple[Person, Proposer]:
    hasna, caller = await facilitator(place, "Hasna", FASILITATOR_DESA, TUNCUNG), Proposer(place, "Bunga")
    await caller.simulator.say(caller.person, text)
    assert await place.simulator.wait_for(hasna, "Segera")
    await place.until(_OPEN, 1)
    return hasna, caller


@pytest.mark.parametrize(
    ("cry", "text"),
    [
        ("banjir, 2 anak terseret arus, tuncung", "yang kakak sudah ketemu selamat"),
        ("perahu terbalik di sungai, 3 orang hanyut, tuncung", "yang dua itu aman mi"),
        ("rumah roboh 2 anak di bawahnya, tuncung", "yang bungsu sudah keluar selamat"),
        ("truk terbalik, 6 penumpang terjepit, tuncung", "sopirnya selamat mi"),
        ("banjir, 5 orang hanyut, tolong, tuncung", "yang perempuan sudah ditolong selamat"),
        ("longsor, tiga orang tertimbun, tuncung", "sudah meninggal iparku"),
    ],
)
async def test_one_of_several_who_is_safe_ends_nothing_and_the_rest_is_asked_about(
    place: Town, cry: str, text: str
) -> None:
    hasna, caller = await _called(place, cry)
    assert await caller.say(text, says("bahaya.sebagian", nama="Hasna"))
    assert await place.simulator.wait_for(hasna, mentions("bahaya.kabar_susulan", kutipan=text))
    await place.until(_OPEN, 1)


@pytest.mark.parametrize(
    ("cry", "text"),
    [
        ("banjir, 2 anak terseret arus, tuncung", "semua sudah ketemu selamat"),
        ("banjir, 2 anak terseret arus, tuncung", "dua anak itu sudah selamat mi"),
        ("perahu terbalik di sungai, 3 orang hanyut, tuncung", "ketiganya selamat mi"),
        ("mobil pengantin masuk sungai, 8 orang, tuncung", "semua 8 orang sudah keluar hidup"),
        ("longsor, anakku tertimbun, tolong, tuncung", "anakku sudah keluar selamat"),
    ],
)
async def test_all_of_them_or_the_only_one_end_it(place: Town, cry: str, text: str) -> None:
    _, caller = await _called(place, cry)
    assert await caller.say(text, mentions("bahaya.reda", nama="Hasna"))
    await place.until(_OPEN, 0)
