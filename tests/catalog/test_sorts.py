"""The words that the program looks for stand in the file of words, each in its table and sort."""

from pathlib import Path

import pytest

from bot.catalog.draft import WORDS_FILE
from bot.catalog.sorts import missing_words
from bot.core.forms.world import Sorts

ROOT = Path(__file__).parents[2]
SOURCES = sorted(path for folder in ("bot/work", "bot/core") for path in (ROOT / folder).rglob("*.py"))


def test_every_word_that_the_program_looks_for_is_there() -> None:
    assert missing_words(SOURCES, ROOT / "content") == []


@pytest.mark.parametrize(
    ("source", "key"),
    [
        ('world.away["samapi"]', "tidak_di_tempat.samapi"),
        ('visit.office.catalog.world.away["samapi"]', "tidak_di_tempat.samapi"),
        ('known, words = scene.world.away, 1\n return known["samapi"] | known["kata"]', "tidak_di_tempat.samapi"),
    ],
)
def test_a_sort_that_no_table_has_is_told(tmp_path: Path, source: str, key: str) -> None:
    path = tmp_path / "one.py"
    path.write_text(f"def one(world, scene, visit):\n {source}\n")
    (told,) = missing_words([path], ROOT / "content")
    assert (told.file, told.key) == (WORDS_FILE, key)


def test_a_misspelt_sort_is_an_error_and_a_world_without_content_knows_no_words() -> None:
    assert Sorts()["sampai"] == frozenset()
    with pytest.raises(KeyError):
        Sorts({"sampai": frozenset({"sampai"})})["samapi"]
