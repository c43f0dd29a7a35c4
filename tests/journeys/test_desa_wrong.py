"""After sending it is told that the desa is wrong, and not which is right: that is asked at once, the rest stays."""

import pytest

from tests.journeys.test_whole_usulan import Proposer
from tests.support.sentences import mentions, says, words
from tests.support.town import Town

_BOIYA = "73.16.01.2012"


async def _sent(place: Town) -> Proposer:
    sitti = Proposer(place)
    await sitti.until_photo()
    await sitti.press("Cukup", mentions("form.usulan.tinjau"))
    await sitti.press(words("tombol.kirim"), says("tanda_terima"))
    return sitti


@pytest.mark.parametrize("text", ["desanya salah", "bukan di pattondon salu", "salah desa pak", "kampungnya keliru"])
async def test_the_right_one_is_asked_for(place: Town, text: str) -> None:
    sitti = await _sent(place)
    before = await sitti.answers()
    await sitti.say(text, mentions("usulan_jadi_bukan", nomor="Maiwa 1"))
    await sitti.say("boiya", mentions("usulan_jadi_tempat", nomor="Maiwa 1"))
    await sitti.press("Ya, jadi", says("usulan_jadi_tempat_selesai", lama="Maiwa 1", nomor="Maiwa 2"))
    ((desa, status),) = await place.rows("SELECT desa, status FROM usulan WHERE serial = 2")
    assert (desa, status) == (_BOIYA, "tercatat")
    assert (await sitti.answers())["cerita"] == before["cerita"]


@pytest.mark.parametrize("text", ["bukan di tuncung", "dusunnya salah", "jalan desa rusak parah"])
async def test_other_words_do_not_ask_for_it(place: Town, text: str) -> None:
    sitti = await _sent(place)
    assert await sitti.say(text, "") not in mentions("usulan_jadi_bukan")
