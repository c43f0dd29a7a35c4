"""A draft in which nothing was told is none: nobody is asked after it. One that is open stands in the list."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.journeys.test_whole_usulan import Proposer
from tests.support.sentences import mentions, says, words
from tests.support.town import Town, town


@pytest.fixture
async def place(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Town]:
    async with town(sqlite_url, tmp_path) as one:
        yield one


async def _nudged(place: Town) -> list[object]:
    return [row[0] for row in await place.rows("SELECT nudge_at FROM conversations") if row[0] is not None]


async def test_after_a_question_or_a_no_nobody_is_asked_after_it(place: Town) -> None:
    sitti = Proposer(place)
    await sitti.until_photo()
    await sitti.press("Cukup", mentions("form.usulan.tinjau"))
    await sitti.press(words("tombol.kirim"), says("tanda_terima"))
    await sitti.say("kapan musyawarahnya pak? ibu mau ikut", mentions("tanya_rapat"))
    assert await _nudged(place) == []
    await sitti.say("tempatnya jauh dari rumah saya sekali pak", mentions("mesin.ini_ceritanya"))
    await sitti.press("Bukan", "")
    assert await _nudged(place) == []


async def test_what_was_told_is_asked_after_and_stands_in_the_list(place: Town) -> None:
    sitti = Proposer(place)
    await sitti.until_story()
    await sitti.say("/usulanku", says("usulanku_kosong"))
    assert len(await _nudged(place)) == 1
    told = await sitti.say("/usulanku", says("usulanku_kosong"))
    assert "Jambu, Pattondon Salu" in told
    await sitti.press(words("tombol_lanjutkan"), "ceritakan")
