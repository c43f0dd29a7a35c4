"""After one was read, the next is told by a few words, as it was before it."""

import pytest

from bot.simulator.chats import Person
from bot.work.access import FASILITATOR_DESA
from tests.reading.conftest import Village
from tests.support.sentences import Said, says, words


async def _read_first(village: Village, many: int) -> Person:
    for number in range(1, many + 1):
        await village.bring(f"Sitti {number}", f"Maiwa {number}")
    rahman = await village.join("Rahman", FASILITATOR_DESA)
    await village.ask(rahman, "/periksa", says("periksa_daftar_saya"))
    await village.ask(rahman, "1", says("usulan_ajakan_baca"))
    await village.press(rahman, words("tombol_sudah_baca"), says("baca_dicatat", nomor="Maiwa 1"))
    return rahman


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("lanjut", says("usulan_utuh", nomor="Maiwa 2")),
        ("berikutnya", says("usulan_utuh", nomor="Maiwa 2")),
        ("ya lanjut yang berikutnya", says("usulan_utuh", nomor="Maiwa 2")),
        ("2", says("usulan_utuh", nomor="Maiwa 2")),
        ("yang ketiga", says("usulan_utuh", nomor="Maiwa 3")),
        ("sudah dibaca", says("periksa_sudah_tercatat")),
        ("9", says("periksa_daftar_saya")),
    ],
)
async def test_a_few_words_are_enough(village: Village, typed: str, said: Said) -> None:
    rahman = await _read_first(village, 3)
    await village.ask(rahman, typed, said)
    await village.town.until("SELECT count(*) FROM usulan WHERE read_at IS NOT NULL", 1)


async def test_one_after_another_until_none_is_left(village: Village) -> None:
    rahman = await _read_first(village, 2)
    await village.ask(rahman, "lanjut", says("usulan_ajakan_baca"))
    await village.ask(rahman, "sudah dibaca", says("baca_dicatat", nomor="Maiwa 2"))
    await village.ask(rahman, "lanjut", says("periksa_kosong_saya"))
