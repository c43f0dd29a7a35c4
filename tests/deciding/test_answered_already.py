"""A question that was answered takes no further words but its answer: what puts something right, asks, or tells of
something else goes its own way."""

import pytest

from tests.deciding.asking import Asking
from tests.support.client import words_of
from tests.support.sentences import mentions, says

_YES = "Ya, itu jawabannya"


async def _answered(place: Asking, title: str, text: str) -> None:
    await place.ask_for(title)
    await place.ask(place.sitti, text, says("klarifikasi_ini"))
    await place.press(place.sitti, _YES, says("klarifikasi_dicatat"))


@pytest.mark.parametrize(
    ("text", "then"),
    [
        ("bukan 23 rumah tapi 21 rumah", "ralat_bandingkan"),
        ("salah ketik, yg betul 21 rumah yg ambil air bukan 23 rumah", "ralat_bandingkan"),
        ("40 meter kak panjangnya", "form.tambah_usulan_ini.ini.tanya"),
        ("yang jalan kaki itu saya tarik kembali", "ralat_bandingkan"),
        ("pak rahman itu kapan datang lihat?", "tanya_dilihat"),
        ("jembatan ke kebun putus, tiangnya patah sejak bulan lalu", "mesin.ini_ceritanya"),
    ],
)
async def test_a_question_once_answered_catches_only_its_answer(quick: Asking, text: str, then: str) -> None:
    await _answered(quick, "Patokan", "dekat jembatan gantung di bawah pasar")
    await quick.ask(quick.sitti, text, lambda message: words_of(message) in mentions(then))
    assert not any(one in says("klarifikasi_ini", lagi=True) for one in quick.texts(quick.sitti))


async def test_a_correction_is_none_of_the_words_that_wait_for_a_yes(quick: Asking) -> None:
    await quick.ask_for("Patokan")
    await quick.ask(quick.sitti, "dekat jembatan gantung", says("klarifikasi_ini"))
    await quick.ask(quick.sitti, "bukan 23 rumah tapi 21 rumah", mentions("ralat_bandingkan"))
    await quick.press(quick.sitti, "Betul, ubah", says("ralat_dicatat"))
    assert "21 rumah" in (await quick.answers())["cerita"]["text"]
    await quick.press(quick.sitti, _YES, says("klarifikasi_dicatat"))
    assert (await quick.answers())["patokan"] == {"text": "dekat jembatan gantung"}


@pytest.mark.parametrize("text", ["40 meter kak panjangnya, td kan udh gw bilang", "kira2 40 meter ji panjangnya"])
async def test_the_value_of_a_second_answer_stands_in_its_field(quick: Asking, text: str) -> None:
    await _answered(quick, "Ukurannya", "ga tau kak")
    await quick.ask(quick.sitti, text, says("klarifikasi_ini", lagi=True))
    await quick.press(quick.sitti, _YES, says("ralat_dicatat", nomor="Maiwa 1"))
    assert (await quick.answers())["ukuran"]["sizes"][0]["amount"] == "40"


@pytest.mark.parametrize("text", ["ga tau kak, 40 meteran kali panjangnya", "kurang tahu pak, 40 meter kali"])
async def test_who_guesses_a_number_knows_one(quick: Asking, text: str) -> None:
    await _answered(quick, "Ukurannya", text)
    ((size,),) = [(await quick.answers())["ukuran"]["sizes"]]
    assert (size["amount"], size["bound"]) == ("40", "kira")
