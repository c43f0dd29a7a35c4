"""When a word comes: whoever asks, in whatever words, learns the day that was promised."""

import pytest

from tests.journeys.test_whole_usulan import Proposer
from tests.support.sentences import mentions, words
from tests.support.town import Town


@pytest.mark.parametrize("asked", ["sudah sampai mana usulanku", "berapa lama baru ada kabarnya", "kapan dikerjakan"])
async def test_whoever_asks_learns_by_when_there_is_a_word(place: Town, asked: str) -> None:
    sitti = Proposer(place)
    await sitti.until_photo()
    await sitti.press("Cukup", mentions("form.usulan.tinjau"))
    receipt = await sitti.press(words("tombol.kirim"), "paling lambat")
    until = receipt.partition("paling lambat ")[2].partition(".")[0]
    assert until in await sitti.say(asked, "paling lambat")
