"""A question beside other words, where any words are an answer: it is answered or asked about, and never becomes the
answer unseen. What people ask of nobody tells why, or what is hoped for."""

import pytest

from tests.journeys.test_side_by_side import until
from tests.journeys.test_whole_usulan import at_the_hope, told_so_far
from tests.support.sentences import mentions, words
from tests.support.town import Town

STORY = "jalan ke kebun licin kalau hujan"


@pytest.mark.parametrize(
    ("at", "typed"),
    [
        (
            "alasan",
            "tabe, kalau timbangan posyandu yg rusak itu lewat sini juga usulnya? itu punya sy bukan punya bapak",
        ),
        ("alasan", "yg dicatat namanya bapak atau nama sy? kabarnya ke hp saya saja ya"),
        ("alasan", "sy yg dicatat atau bapak sy kah? dia yg punya cerita"),
        ("alasan", "dihapus ji nanti cerita sy? takut ka"),
        ("harapan", "bisakah sy usul dua? yg satu jalan tani"),
        ("harapan", "punya orang tua sy, diusul lewat mana? dia yg punya sawah"),
    ],
)
async def test_what_asks_of_an_usulan_is_asked_about(place: Town, at: str, typed: str) -> None:
    person = (await at_the_hope(place, STORY)).person if at == "harapan" else await until(place, at)
    await place.ask(person, typed, mentions("mesin.maksudnya_apa"))
    assert at not in await told_so_far(place)
    await place.press(person, words("tombol.ini_jawaban"), "")
    assert (await told_so_far(place))[at]["text"] == typed


@pytest.mark.parametrize(
    ("at", "typed"),
    [
        ("alasan", "kapan lagi anak-anak bisa sekolah kalau jembatan tidak dibangun? sudah 3 tahun begini"),
        ("alasan", "siapa yang mau tanggung kalau longsor? rumah sudah retak"),
        ("alasan", "siapa yg mau lewat sini kalau malam? gelap sekali"),
        ("alasan", "apa harus ada korban dulu? sudah dua orang jatuh"),
        ("alasan", "di mana lagi kami ambil air? sumur sudah kering"),
    ],
)
async def test_what_asks_nobody_is_the_answer(place: Town, at: str, typed: str) -> None:
    await place.ask(await until(place, at), typed, mentions("form.usulan.sumbangan.tanya"))
    assert (await told_so_far(place))[at]["text"] == typed
