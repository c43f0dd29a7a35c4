"""The shape of the code: short functions, short files, names that say what a thing is."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from statistics import median, quantiles

import pytest

ROOT = Path(__file__).parents[1]
LONGEST_FILE = 300
MEDIAN, NINETY_FIFTH = 8, 30
_EMPTY_NAMES = {"manager", "helper", "helpers", "util", "utils", "service", "services", "base", "misc", "common"}

_CLAIMS = {"raises", "expect", "fail"}  # of pytest and playwright
_DOCUMENTED = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
#: To be mended; nothing is added here.
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


@cache
def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text())


def _definitions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def _functions() -> list[Function]:
    return [
        Function(str(path.relative_to(ROOT)), node.name, (node.end_lineno or node.lineno) - node.lineno + 1)
        for path in _files("bot", "handlers")
        for node in _definitions(_tree(path))
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
        for node in ast.walk(_tree(path))
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


def test_no_sentence_of_a_docstring_is_torn() -> None:
    """A short line whose sentence goes on below is what a reflow of longer lines leaves behind."""
    torn = {str(path.relative_to(ROOT)) for path in _files("bot", "handlers", "tests") if _is_torn(_tree(path))}
    assert torn == set()


def _is_torn(tree: ast.Module) -> bool:
    told = [node for node in ast.walk(tree) if isinstance(node, _DOCUMENTED)]
    lines = [pair for node in told for pair in pairwise((ast.get_docstring(node) or "").splitlines())]
    return any(line.strip() and len(line) < 70 and after[:1].islower() for line, after in lines)


@pytest.mark.parametrize(
    ("text", "torn"),
    [
        ("What is\nmeant.", True),
        ("What is meant.\n\nand why", False),
        ("w" * 70 + "\nmeant.", False),
        ("Short.", False),
    ],
)
def test_a_torn_sentence_is_known_by_its_short_line(text: str, torn: bool) -> None:
    assert _is_torn(ast.parse(f'"""{text}"""')) is torn


def test_no_test_is_without_a_claim() -> None:
    """What asserts nothing passes whatever happens. A claim may be made by a function of the tests that is called."""
    found = [(path, node) for path in _files("tests") for node in _definitions(_tree(path))]
    claiming = {node.name for _, node in found if not node.name.startswith("test_") and _claims(node, set())}
    tests = [(path, node) for path, node in found if node.name.startswith("test_")]
    silent = {f"{path.relative_to(ROOT)}:{node.name}" for path, node in tests if not _claims(node, claiming)}
    assert silent == set()


@pytest.mark.parametrize(
    ("body", "claim"),
    [("assert x", True), ("with pytest.raises(E): x()", True), ("expect(p)", True), ("say(x)", True), ("x()", False)],
)
def test_a_claim_is_an_assertion_or_what_makes_one(body: str, claim: bool) -> None:
    assert _claims(ast.parse(body), {"say"}) is claim


def _claims(test: ast.AST, claiming: set[str]) -> bool:
    return any(isinstance(node, ast.Assert) or _called(node) in claiming | _CLAIMS for node in ast.walk(test))


def _called(node: ast.AST) -> str:
    """The name of the function that is called here, if anything is."""
    if not isinstance(node, ast.Call):
        return ""
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
