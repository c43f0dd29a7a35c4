"""*Lanjutkan*, below an answer of ours, goes back to what was asked of them, and begins nothing new."""

import pytest

from tests.deciding.asking import Asking
from tests.support.sentences import says, words

ASKS = ["klo sy hapus chat ini suami sy masih bisa baca tidak?", "apa suamiku bisa baca ini?"]


@pytest.mark.parametrize("asks", ASKS)
async def test_it_goes_back_to_the_question(quick: Asking, asks: str) -> None:
    await quick.ask_for("Patokan")
    await quick.ask(quick.sitti, asks, "")
    await quick.press(quick.sitti, words("tombol_lanjutkan"), says("klarifikasi_pertanyaan"))
    await quick.ask(quick.sitti, "dekat pohon mangga besar", says("klarifikasi_dicatat"))
    assert "mangga" in (await quick.answers())["patokan"]["text"]


async def test_with_nothing_asked_a_new_one_is_on_offer(quick: Asking) -> None:
    await quick.ask(quick.sitti, ASKS[0], "")
    await quick.press(quick.sitti, words("tombol_lanjutkan"), says("mesin.masih_di"))
