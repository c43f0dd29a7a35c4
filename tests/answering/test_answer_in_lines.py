"""An answer in several lines: what goes with it is shown whole each time, and an errand of its own is never sent."""

import pytest

from tests.answering.conftest import Village
from tests.answering.test_questions import _asked, _open_question
from tests.reading.test_titip import titip
from tests.support.sentences import mentions, says, words

_FIRST = "itu dinas PU bu, sdh ada di rencana kerjanya"
_YES = words("form.jawab_ini.ini.pilihan.ya")


async def test_each_line_that_is_joined_shows_all_that_will_be_sent(village: Village) -> None:
    rahman, (sitti,) = await _asked(village, "Sitti")
    await _open_question(village, rahman, 1, "Sitti")
    await village.ask(rahman, _FIRST, mentions("jawab_ini", isi=_FIRST))
    whole = f"{_FIRST}\ntunggu kabar sy minggu depan setelah rapat di kantor"
    await village.ask(rahman, whole.partition("\n")[2], mentions("jawab_ini", isi=whole, dari_siapa="Sitti"))
    await village.press(rahman, _YES, says("jawaban_dikirim", dari="Sitti"))
    await village.hears(sitti, says("pertanyaan_dijawab", jawaban=whole))


@pytest.mark.parametrize("errand", ["maiwa 2 sudah sy sampaikan hasilnya", "sy sdh sampaikan ke nenek rabi"])
async def test_an_errand_of_its_own_is_done_and_is_no_part_of_the_answer(village: Village, errand: str) -> None:
    rahman, (sitti,) = await _asked(village, "Sitti")
    await titip(village, rahman)
    async with village.town.database.write() as connection:
        read = "UPDATE usulan SET read_at = spoken_at, told_at = NULL WHERE speaker_id IS NOT NULL"
        await connection.exec_driver_sql(read)
    await _open_question(village, rahman, 1, "Sitti")
    await village.ask(rahman, _FIRST, mentions("jawab_ini", isi=_FIRST))
    await village.ask(rahman, errand, says("dikabari_dicatat", nomor="Maiwa 2"))
    await village.press(rahman, _YES, says("jawaban_dikirim", dari="Sitti"))
    await village.hears(sitti, says("pertanyaan_dijawab", jawaban=_FIRST))
