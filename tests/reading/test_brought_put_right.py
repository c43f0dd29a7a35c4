"""What was written down for somebody is put right in words, by whoever wrote it down."""

import json
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.deciding.asking import Asking, asking
from tests.reading.test_titip import titip
from tests.support.client import words_of
from tests.support.sentences import mentions, says, words

_TOLD = "SELECT answers FROM usulan WHERE speaker_id IS NOT NULL"


@pytest.fixture
async def place(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Asking]:
    """Nenek Rabi has no telephone, and Rahman wrote Maiwa 2 down for her."""
    async with asking(sqlite_url, tmp_path) as opened:
        await titip(opened, opened.rahman)
        yield opened


async def _story(place: Asking) -> str:
    return str(json.loads((await place.town.rows(_TOLD))[0][0])["cerita"]["text"])


@pytest.mark.parametrize(
    "typed",
    [
        "pembetulan Maiwa 2: 32 rumah bukan 23 rumah",
        "usulan nenek rabi salah, bukan 23 rumah tapi 32 rumah",
        "koreksi maiwa 2, bukan 23 rumah, harusnya 32 rumah",
    ],
)
async def test_it_goes_to_the_one_that_is_named_after_a_yes(place: Asking, typed: str) -> None:
    shown = words_of(await place.ask(place.rahman, typed, mentions("form.ralat.betul.tanya")))
    assert "Maiwa 2" in shown
    assert "32 rumah" in shown
    assert "23 rumah" in await _story(place)
    await place.press(place.rahman, words("form.ralat.betul.pilihan.ya"), bool)
    assert "32 rumah" in await _story(place)
    assert await place.town.rows("SELECT 1 FROM events WHERE kind = 'diralat'") != []


async def test_it_goes_to_the_one_that_stands_open(place: Asking) -> None:
    await place.ask(place.rahman, "buka maiwa 2", says("usulan_utuh", nomor="Maiwa 2"))
    await place.ask(place.rahman, "23 rumah itu salah, harusnya 32 rumah", mentions("form.ralat.betul.tanya"))


async def test_what_a_proposer_sent_is_told_to_its_proposer(place: Asking) -> None:
    before = await place.answers()
    await place.ask(place.rahman, "pembetulan Maiwa 1: 20 rumah bukan 23 rumah", says("kata_kepada"))
    await place.press(place.rahman, words("kata_tombol_kirim"), says("kata_dikirim", nomor="Maiwa 1"))
    await place.hears(place.sitti, says("kata_pembaca", nomor="Maiwa 1"))
    assert await place.answers() == before


@pytest.mark.parametrize("typed", ["rapatnya bukan senin tapi selasa", "berapa rumah di maiwa 2, bukan 23 rumah kah?"])
async def test_nothing_else_puts_an_usulan_right(place: Asking, typed: str) -> None:
    await place.ask(place.rahman, typed, bool)
    assert "23 rumah" in await _story(place)
    assert not any(text in says("kata_kepada") for text in place.texts(place.rahman))
