"""An editor adds a spelling in `content/kata/`, and it is understood; nothing else has to change."""

from datetime import date
from pathlib import Path

import pytest

from bot.catalog import load
from bot.core.hall.guests import guests_of
from bot.core.stories.readings import told_in
from bot.core.understanding.amounts.sizes import Size, Volume
from bot.core.understanding.results import Understood
from bot.core.understanding.times.when import When
from bot.core.understanding.tongue import tongue_of


def _add(content: Path, file: str, before: str, after: str) -> None:
    path = content / "kata" / file
    told = path.read_text(encoding="utf-8")
    assert before in told
    path.write_text(told.replace(before, after, 1), encoding="utf-8")


def test_a_new_spelling_of_a_month_is_understood(content: Path) -> None:
    today = date(2026, 11, 24)
    assert not isinstance(
        tongue_of(load(content, "73.16").world.spellings).read_when("14 Dessember", today), Understood
    )
    _add(content, "hari.toml", 'desember = ["desember",', 'desember = ["desember", "Dessember",')
    found = tongue_of(load(content, "73.16").world.spellings).read_when("14 Dessember", today)
    assert isinstance(found, Understood)
    assert found.value == When(date(2026, 12, 14))


def test_a_new_unit_is_one_line(content: Path) -> None:
    _add(content, "satuan.toml", 'zak = ["zak",', 'gerobak = ["gerobak", "grobak"]\nzak = ["zak",')
    found = tongue_of(load(content, "73.16").world.spellings).read_volume("3 grobak")
    assert isinstance(found, Understood)
    assert found.value == Volume((Size(3, "gerobak"),))  # type: ignore[arg-type]


def test_a_new_word_of_a_story_is_found_in_it(content: Path) -> None:
    _add(content, "cerita.toml", 'balita = ["balita",', 'balita = ["balita", "kanak-kanak",')
    (told,) = told_in("kanak-kanak di sini susah", tongue_of(load(content, "73.16").world.spellings))
    assert ("merasakan", [{"value": "balita", "label": "kanak-kanak"}]) == (told.sort, told.value)


@pytest.mark.parametrize(
    ("file", "before", "after", "line", "element"),
    [("tamu.toml", 'lansia = ["lansia",', 'lansia = ["lansia", "sepuh",', "Nenek Rabi, sepuh", "lansia")],
)
def test_a_new_word_for_a_group_is_understood_in_a_list_of_guests(
    content: Path, file: str, before: str, after: str, line: str, element: str
) -> None:
    _add(content, file, before, after)
    read = guests_of(load(content, "73.16").world.spellings.guests).read_line(line)
    assert getattr(read, "element", None) == element
