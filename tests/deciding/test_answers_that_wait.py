"""Of whoever has work here, what was offered first as an answer stays; a list is none."""

from bot.work.access import FASILITATOR_KECAMATAN
from tests.deciding.asking import Asking
from tests.support.client import words_of
from tests.support.sentences import mentions, says

_ELSEWHERE = "73.16.08"


async def test_the_first_words_stay_and_a_list_is_no_answer(quick: Asking) -> None:
    await quick.town.simulator.begin(quick.sitti, await quick.town.code_for(FASILITATOR_KECAMATAN, _ELSEWHERE))
    await quick.hears(quick.sitti, says("kode_dipakai"))
    await quick.ask(quick.rahman, "tanya maiwa 1 berapa rumah di situ", says("klarifikasi_kepada"))
    await quick.ask(quick.rahman, "ya", says("klarifikasi_dikirim"))
    await quick.hears(quick.sitti, says("klarifikasi_tanya", nomor="Maiwa 1"))
    await quick.ask(quick.sitti, "12 rumah katanya pak dusun", mentions("klarifikasi_ini", nomor="Maiwa 1"))
    other = await quick.ask(quick.sitti, "ini daftar tamu:\n1. Pak Made\n2. Bu Ina", bool)
    assert words_of(other) not in mentions("klarifikasi_ini")
    await quick.ask(quick.sitti, "yang di atas masjid juga", says("kata_ikut_menunggu"))
    await quick.press(quick.sitti, "Ya, itu jawabannya", mentions("klarifikasi_dicatat"))
    (answers,) = (await quick.town.rows("SELECT answers FROM usulan"))[0]
    told = "".join(quick.texts(quick.rahman)) + str(answers)
    assert "12 rumah" in told
    assert "Pak Made" not in told
