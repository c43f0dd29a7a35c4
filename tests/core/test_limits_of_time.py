"""An hour alone is one of the day of an earlier answer, where the form says so."""

import shutil
from dataclasses import replace
from datetime import date, time

import pytest

from bot.catalog import Catalog, ContentProblems, load
from bot.core.flow.interpreter import advance, begin
from bot.core.forms.heard import Pressed, Typed
from bot.core.forms.say import Step
from tests.core.conftest import CONTENT, FORMS

_TODAY = date(2026, 11, 3)


@pytest.fixture(scope="session")
def limits(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    return _load(tmp_path_factory)


def _load(tmp_path_factory: pytest.TempPathFactory, day_of: str = "waktu") -> Catalog:
    folder = tmp_path_factory.mktemp("batas") / "content"
    shutil.copytree(CONTENT, folder)
    told = (FORMS / "batas.toml").read_text().replace('hari_dari = "waktu"', f'hari_dari = "{day_of}"')
    (folder / "formulir" / "batas.toml").write_text(told)
    return load(folder, "73.16")


def _follow(catalog: Catalog, *texts: str) -> Step:
    flow, world = catalog.flows["batas"], replace(catalog.world, today=_TODAY, zone="WITA", now=time(14, 0))
    step = begin(flow, "d", world)
    for number, text in enumerate(texts, 1):
        skipped = Pressed("d", "waktu", "~lewati")
        step = advance(flow, step.state, Typed(text, number) if text else skipped, world)
    return step


@pytest.mark.parametrize(
    ("typed", "day", "at"),
    [
        ("jam 10.00", "2026-11-04", "10.00"),
        ("10", "2026-11-04", "10.00"),
        ("jam 10 pagi", "2026-11-04", "10.00"),
        ("lusa jam 9", "2026-11-05", "09.00"),
    ],
)
def test_an_hour_alone_is_of_the_day_told_before(limits: Catalog, typed: str, day: str, at: str) -> None:
    step = _follow(limits, "besok jam 08.00", typed)
    assert step.state.answers["batas"].value == {"day": day, "at": at}


def test_a_part_of_that_day_still_lacks_its_hour(limits: Catalog) -> None:
    step = _follow(limits, "besok jam 08.00", "sore")
    assert step.state.pending["chosen"]["values"] == ["2026-11-04Tsore"]


def test_without_that_answer_the_day_is_asked_for(limits: Catalog) -> None:
    step = _follow(limits, "", "jam 10.00")
    assert "batas" not in step.state.answers
    assert step.state.pending["chosen"]["values"] == ["T1000"]


def test_a_day_of_no_question_is_reported(tmp_path_factory: pytest.TempPathFactory) -> None:
    with pytest.raises(ContentProblems, match="hari_dari"):
        _load(tmp_path_factory, "tidak_ada")
