"""The house: imports make no circle, forms have their journeys, and only the store writes."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.core.forms.questions import Flow
from bot.work.journeys import JOURNEYS, Homeless, see_that_each_has_one
from tests.support.town import catalog_of

ROOT = Path(__file__).parents[1]
#: Packages in which nothing is imported inside a function, so that the top of a file tells whom it knows.
_AT_THE_TOP = ("bot/work", "bot/core", "handlers")
#: Packages whose modules are found by their name: rules, kinds, checks, reports, conditions, revisions, handlers.
_BY_NAME = (
    *("bot.catalog.rules", "bot.core.kinds", "bot.core.checks", "bot.reports", "bot.store.broadcasts.conditions"),
    *("bot.store.migrations", "handlers"),
)
ROOM = 30  # files; what outgrows it gets rooms within (ADR 0034)
#: A file for each command: the list is the table of contents.
_LISTS = {"handlers"}
#: What is begun as a process of its own.
_BEGUN = {"bot", "bot.__main__", "bot.edges.healthcheck", "bot.edges.sandboxed"}


def _modules() -> dict[str, Path]:
    files = [*(ROOT / "bot").rglob("*.py"), *(ROOT / "handlers").rglob("*.py")]
    named = {".".join(path.relative_to(ROOT).with_suffix("").parts): path for path in files}
    return {name.removesuffix(".__init__"): path for name, path in named.items()}


def _imported(tree: ast.AST, modules: dict[str, Path]) -> Iterator[str]:
    """The modules of ours that are imported, also inside functions."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            for name in node.names:
                inner = f"{node.module}.{name.name}"
                yield inner if inner in modules else node.module
        elif isinstance(node, ast.Import):
            yield from (name.name for name in node.names)


def _arrows() -> dict[str, set[str]]:
    modules = _modules()
    return {
        name: {other for other in _imported(ast.parse(path.read_text()), modules) if other in modules} - {name}
        for name, path in modules.items()
    }


def circles(arrows: dict[str, set[str]]) -> list[str]:
    """What is left when everything is taken away that knows nobody of the rest, or that nobody of it knows."""
    left = {name: set(known) for name, known in arrows.items()}
    while True:
        known = {other for others in left.values() for other in others}
        loose = {name for name, others in left.items() if not others & left.keys() or name not in known}
        if not loose:
            return sorted(left)
        left = {name: others - loose for name, others in left.items() if name not in loose}


def test_no_file_knows_itself_by_way_of_others() -> None:
    assert circles(_arrows()) == []


def test_every_file_is_used() -> None:
    arrows = _arrows()
    known = _BEGUN.union(*arrows.values())
    files = {name for name, path in _modules().items() if path.name != "__init__.py" and not name.startswith(_BY_NAME)}
    assert sorted(files - known) == []


def test_no_room_is_too_large_to_find_one_s_way_in() -> None:
    modules = [path for path in _modules().values() if path.name != "__init__.py"]
    rooms = Counter(str(path.parent.relative_to(ROOT)) for path in modules)
    assert {room: files for room, files in rooms.items() if files > ROOM and room not in _LISTS} == {}


def test_a_circle_is_found() -> None:
    assert circles({"a": {"b"}, "b": {"c"}, "c": {"b"}, "d": set()}) == ["b", "c"]
    assert circles({"a": {"b"}, "b": {"c"}, "c": set()}) == []


def test_the_top_of_a_file_tells_whom_it_knows() -> None:
    hidden = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for folder in _AT_THE_TOP
        for path in (ROOT / folder).rglob("*.py")
        for function in ast.walk(ast.parse(path.read_text()))
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef)
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]
    assert hidden == []


def test_every_form_of_the_content_has_a_journey_and_every_journey_a_form() -> None:
    assert {flow.journey or flow.key for flow in catalog_of().flows.values()} == set(JOURNEYS)


def test_a_form_without_a_journey_is_refused_by_name() -> None:
    flows = [*catalog_of().flows.values(), Flow("arisan", ()), Flow("ronda", ())]
    with pytest.raises(Homeless, match="arisan, ronda"):
        see_that_each_has_one(flows)
    see_that_each_has_one([replace(flows[0], key="pelajaran_1", journey="usulan")])


def test_only_the_store_writes() -> None:
    """Use cases call verbs of the store; a string with one-letter keys is nobody's business but its own."""
    puts = [
        str(path.relative_to(ROOT))
        for folder in ("bot/work", "handlers", "bot/edges")
        for path in (ROOT / folder).rglob("*.py")
        if re.search(r"\bturn\.(put|writes\[)", path.read_text())
    ]
    assert puts == []


def test_nobody_but_the_core_cuts_the_code_of_a_wilayah() -> None:
    cuts = re.compile(r"""\.(split|count|rpartition)\("\."\)""")
    own = {"bot/core/wilayah.py", "bot/catalog/wilayah.py"}
    own |= {"bot/core/kinds/orang.py", "bot/work/calendar/wishes.py", "bot/catalog/rules/promises.py"}  # other dots
    own |= {"bot/catalog/rules/news.py", "bot/catalog/lessonbook/layout.py"}
    found = {
        str(path.relative_to(ROOT))
        for folder in ("bot/core", "bot/catalog", "bot/store", "bot/work", "handlers")
        for path in (ROOT / folder).rglob("*.py")
        if cuts.search(path.read_text())
    }
    assert found <= own
