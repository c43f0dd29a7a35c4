""" "Yg 45 itu betul" after sending: where that stands, nothing is changed, and it is said; another number still puts
it right. Thanks with a question about one's own get its answer, also while something waits for a yes."""

import pytest

from bot.work.access import FASILITATOR_DESA
from tests.journeys.test_whole_usulan import DESA, Proposer, facilitator
from tests.support.sentences import mentions, says, words
from tests.support.town import Town


async def _sent(place: Town) -> Proposer:
    sitti = Proposer(place)
    await sitti.until_photo()
    await sitti.say("laki 30 perempuan 35, 65 orang", mentions("form.usulan.foto.tanya"))
    await sitti.press("Cukup", mentions("form.usulan.tinjau"))
    await sitti.press(words("tombol.kirim"), says("tanda_terima"))
    return sitti


@pytest.mark.parametrize("text", ["yg 65 itu betul", "iye 35 itu benar pak", "angka 30 tadi betul mi"])
async def test_what_stands_is_said_to_stand(place: Town, text: str) -> None:
    sitti = await _sent(place)
    before = await sitti.answers()
    await sitti.say(text, says("angka_memang_begitu", nomor="Maiwa 1"))
    assert await sitti.answers() == before


@pytest.mark.parametrize("text", ["yg 70 itu betul", "bukan 65 orang tapi 70 orang"])
async def test_another_number_still_puts_it_right(place: Town, text: str) -> None:
    sitti = await _sent(place)
    before = await sitti.answers()
    await sitti.say(text, mentions("ralat_bandingkan"))
    assert await sitti.answers() == before


@pytest.mark.parametrize("text", ["makasih, jalannya bagaimana", "makasih pak, yang jalan sudah sampai mana"])
async def test_thanks_with_a_question(place: Town, text: str) -> None:
    sitti = await _sent(place)
    edi = await facilitator(place, "Edi", FASILITATOR_DESA, DESA)
    await place.ask(edi, "/periksa", "Maiwa 1")
    await place.press(edi, "Buka Maiwa 1", "Daftar tanya")
    await place.press(edi, "Tanyakan: Patokan", words("klarifikasi_hal.patokan"))
    await sitti.say("kan dekat situ", mentions("klarifikasi_ini"))
    await sitti.say(text, mentions("tanya_status"))
    await sitti.say("ya", mentions("klarifikasi_dicatat"))
