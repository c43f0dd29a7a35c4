"""Whoever does not want to say what was asked of their usulan: it is let be, and whoever asked hears so."""

import pytest

from tests.deciding.asking import Asking
from tests.support.sentences import says, words

_LET_BE = says("klarifikasi_dicatat", nomor="Maiwa 1", penanya="Rahman", tolak=True)


async def test_in_words_by_a_button_as_a_reply_and_in_the_form(place: Asking) -> None:
    before = await place.answers()
    await place.ask_for("Patokan")
    await place.ask(place.sitti, "kan sdh sy bilang ndak mau sebut", _LET_BE)
    await place.hears(place.rahman, says("klarifikasi_jawaban", tolak=True, jawaban="kan sdh sy bilang ndak mau sebut"))
    await place.ask_for("Jumlah orang")
    await place.press(place.sitti, words("klarifikasi_tombol_tidak_mau"), _LET_BE)
    asked = await place.ask_for("Ukurannya")
    await place.telegram.say(place.sitti, "tidak mau, takut ketahuan", reply_to=asked["message_id"])
    await place.told(place.rahman, says("klarifikasi_jawaban", tolak=True), 3)
    await place.ask_for("Titik di peta")
    await place.press(place.sitti, words("tombol_jawab"), says("klarifikasi_pertanyaan"))
    await place.ask(place.sitti, "lewati", _LET_BE)
    assert await place.states() == ["answered"] * 4
    assert await place.answers() == before
    assert await place.town.rows("SELECT flow FROM conversations") == []
    assert (await place.town.rows("SELECT count(*) FROM usulan"))[0][0] == 1


@pytest.mark.parametrize(
    "text", ["belum tau juga pak, kata tetangga mungkin paraja", "sy tidak tahu namanya", "blm tau"]
)
async def test_whoever_does_not_know_refuses_nothing(place: Asking, text: str) -> None:
    await place.ask_for("Titik di peta")
    await place.press(place.sitti, words("tombol_jawab"), says("klarifikasi_pertanyaan"))
    await place.ask(place.sitti, text, says("klarifikasi_dicatat", nomor="Maiwa 1", penanya="Rahman", tolak=False))
    await place.hears(place.rahman, says("klarifikasi_jawaban", tolak=False, jawaban=text))
    assert await place.states() == ["answered"]
