"""Of what was sent just the words between marks go, or make way."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.journeys.test_whole_usulan import Proposer
from tests.support.sentences import mentions, says, words
from tests.support.town import town

_STORY = "jalan rusak parah sejak 2024, yang merasakan 58 KK, motor sering jatuh"


@pytest.fixture
async def sitti(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Proposer]:
    async with town(sqlite_url, tmp_path) as place:
        sitti = Proposer(place)
        await sitti.until_card(_STORY, "dicor beton")
        await sitti.press(words("tombol.kirim"), says("tanda_terima"))
        yield sitti


@pytest.mark.parametrize(
    ("text", "then"),
    [
        ('hapus "sejak 2024"', _STORY.replace(" sejak 2024", "")),
        ("kalimat “sejak 2024” tolong dicabut", _STORY.replace(" sejak 2024", "")),
        ('ganti "rusak parah" menjadi "rusak dan berlubang"', _STORY.replace("parah", "dan berlubang")),
    ],
)
async def test_exactly_these_words(sitti: Proposer, text: str, then: str) -> None:
    await sitti.say(text, mentions("ralat_bandingkan"))
    assert (await sitti.answers())["cerita"]["text"] == _STORY
    await sitti.press("Betul, ubah", says("ralat_dicatat"))
    assert (await sitti.answers())["cerita"]["text"] == then


@pytest.mark.parametrize("text", ['pak camat bilang "jalan rusak parah" waktu datang kemarin', 'hapus "sejak 2019"'])
async def test_other_words_between_marks_change_nothing(sitti: Proposer, text: str) -> None:
    assert await sitti.say(text, "") not in mentions("ralat_bandingkan")
    assert (await sitti.answers())["cerita"]["text"] == _STORY
