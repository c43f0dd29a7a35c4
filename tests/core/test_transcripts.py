from pathlib import Path

import pytest

from bot.catalog import Catalog
from tests.core.transcript import Conversation, play

FOLDER = Path(__file__).parents[1] / "transcripts"
LAST_PLACE = {
    "kecamatan": {"code": "73.16.01", "name": "Maiwa"},
    "desa": {"code": "73.16.01.2014", "name": "Baringin"},
    "dusun": {"name": "Lasaba", "listed": True},
}


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.txt")), ids=lambda path: path.stem)
def test_the_conversation_goes_as_written(path: Path, catalog: Catalog) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    given = LAST_PLACE if lines[0] == "# dengan tempat terakhir" else None
    play(Conversation(catalog, given=given), lines)


def test_there_are_conversations_to_play() -> None:
    assert len(list(FOLDER.glob("*.txt"))) >= 10
