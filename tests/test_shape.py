"""The shape of the code: short functions, short files, names that say what a thing is."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles

import pytest

ROOT = Path(__file__).parents[1]
LONGEST_FILE = 300
MEDIAN, NINETY_FIFTH = 8, 30
_EMPTY_NAMES = {"manager", "helper", "helpers", "util", "utils", "service", "services", "base", "misc", "common"}

_NAMED_BY_OTHERS = {"process_bind_param", "process_result_value"}  # what SQLAlchemy calls in a column type


@dataclass(frozen=True)
class Function:
    """A function and its length in lines, from `def` to its end."""

    file: str
    name: str
    lines: int


def _files(*folders: str) -> list[Path]:
    """Python files people write and read; a migration is generated once and never read again."""
    found = [path for folder in folders for path in sorted((ROOT / folder).rglob("*.py"))]
    return [path for path in found if path.parent.name != "versions"]


def _definitions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def _functions() -> list[Function]:
    return [
        Function(str(path.relative_to(ROOT)), node.name, (node.end_lineno or node.lineno) - node.lineno + 1)
        for path in _files("bot", "handlers")
        for node in _definitions(ast.parse(path.read_text()))
    ]


def _words(name: str) -> set[str]:
    return {word.lower() for word in re.findall(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+", name)}


def test_functions_are_short_also_in_the_tail(capsys: pytest.CaptureFixture[str]) -> None:
    functions = sorted(_functions(), key=lambda function: function.lines)
    lengths = [function.lines for function in functions]
    tail = quantiles(lengths, n=100)[94]
    longest = ", ".join(f"{each.file}:{each.name} {each.lines}" for each in functions[-3:])
    with capsys.disabled():
        print(f"\n{len(functions)} functions: median {median(lengths):.0f}, p95 {tail:.0f} lines; longest {longest}")
    assert median(lengths) <= MEDIAN
    assert tail <= NINETY_FIFTH


def test_no_file_is_too_long_to_read() -> None:
    lengths = {str(path.relative_to(ROOT)): path.read_text().count("\n") for path in _files("bot", "handlers", "tests")}
    assert {name: length for name, length in lengths.items() if length > LONGEST_FILE} == {}


def test_no_module_or_class_has_an_empty_name() -> None:
    paths = _files("bot", "handlers", "tests")
    modules = {str(path.relative_to(ROOT)) for path in paths if _words(path.stem) & _EMPTY_NAMES}
    classes = {
        f"{path.relative_to(ROOT)}:{node.name}"
        for path in paths
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.ClassDef) and _words(node.name) & _EMPTY_NAMES
    }
    assert modules | classes == set()


def test_no_function_merely_processes_something() -> None:
    named = {each.name for each in _functions() if each.name.lstrip("_").startswith("process_")}
    assert named - _NAMED_BY_OTHERS == set()


@pytest.mark.parametrize(
    ("name", "empty"),
    [("DraftManager", True), ("text_utils", True), ("BaseForm", True), ("Database", False), ("SQLBase", True)],
)
def test_an_empty_name_is_known_by_its_words(name: str, empty: bool) -> None:
    assert bool(_words(name) & _EMPTY_NAMES) is empty


def test_no_test_is_without_a_claim() -> None:
    """What asserts nothing passes whatever happens; `pytest.raises` and playwright's `expect` are claims, too."""
    silent = {
        f"{path.relative_to(ROOT)}:{node.name}"
        for path in _files("tests")
        for node in _definitions(ast.parse(path.read_text()))
        if node.name.startswith("test_") and not _claims(node)
    }
    assert silent == set()


def _claims(test: ast.AST) -> bool:
    return any(isinstance(node, ast.Assert) or _is_claim(node) for node in ast.walk(test))


def _is_claim(node: ast.AST) -> bool:
    if not isinstance(node, ast.Call):
        return False
    called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    return called in ("raises", "fail") or called.lstrip("_").startswith(("assert", "expect"))
