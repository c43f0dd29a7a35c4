"""Does a test notice when the code is wrong? Small faults at random in core, work, store and edges, one at a time.

`python -m tests.mutants 200 7` makes 200 of them; the same seed (7) gives the same ones. Only the tests that leave
footprints in the changed function are asked (tests/support/footprints.py; `make mutants` finds them out when they are
not known), a minute of them at most. A survivor is a question, not a verdict: it may mean the same as what stood there,
and a test that was not asked may kill it.
"""

import ast
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue
from typing import Any

import psutil

from tests.support import footprints

ROOT = Path(__file__).parents[1]
ROOMS = ("core", "work", "store", "edges")
SECONDS = 300.0  # for the tests of one mutant
_NOT_COPIED = shutil.ignore_patterns(".git", ".venv", ".footprints", "data", ".*_cache", ".hypothesis")
_OTHER: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}  # fmt: skip
_NOT_RUN = ("annotation", "returns", "decorator_list", "type_params")


@dataclass(frozen=True)
class Mutant:
    """`start` and `end`: the bytes for which `after` comes; `place`: the function, as footprints name it."""

    path: str
    line: int
    place: str
    start: int
    end: int
    before: str
    after: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {' '.join(self.before.split())[:100]} -> {self.after[:100]}"


def mutants_of(path: Path) -> Iterator[Mutant]:
    code, name = path.read_bytes(), str(path.relative_to(ROOT))
    begins = [0, *(at + 1 for at, byte in enumerate(code) if byte == ord("\n"))]
    for node, other, function in _changes(ast.parse(code), 0):
        start, end = begins[node.lineno - 1] + node.col_offset, begins[node.end_lineno - 1] + node.end_col_offset
        after = ast.unparse(other) if isinstance(other, ast.stmt | ast.Constant) else f"({ast.unparse(other)})"
        place = f"{name}:{function}" if function else name
        yield Mutant(name, node.lineno, place, start, end, code[start:end].decode(), after)


def _changes(node: ast.AST, function: int) -> Iterator[tuple[Any, ast.AST, int]]:
    """(what stands there, what comes instead, where its function begins), but for what never runs, and for the inside
    of f-strings, where Python 3.11 does not know the places."""
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
        function = footprints.first_line(node)
    for at, other in _wrong(node):
        yield at, other, function
    for field, value in ast.iter_fields(node):
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST) and field not in _NOT_RUN and not isinstance(child, ast.JoinedStr):
                yield from _changes(child, function)


def _wrong(node: ast.AST) -> Iterator[tuple[ast.AST, ast.AST]]:
    match node:
        case ast.Compare(left=left, ops=[op], comparators=right):
            yield node, ast.Compare(left, [_OTHER[type(op)]()], right)
        case ast.BoolOp(op=op, values=values):
            yield node, ast.BoolOp(ast.Or() if isinstance(op, ast.And) else ast.And(), values)
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            yield node, operand
        case ast.If(test=test) | ast.While(test=test) | ast.IfExp(test=test):
            yield test, ast.UnaryOp(ast.Not(), test)
        case ast.Constant(value=bool() | int() | float() as value):
            yield node, ast.Constant(not value if isinstance(value, bool) else value + 1)
        case ast.Expr(value=ast.Await() | ast.Call() as value) if not ast.unparse(value).startswith("log."):
            yield node, ast.Pass()
        case ast.AugAssign():
            yield node, ast.Pass()
        case ast.Call(func=func, args=[ast.Name() as first, ast.Name() as second, *rest], keywords=named):
            yield node, ast.Call(func, [second, first, *rest], named)


def judge(mutant: Mutant, copy: Path, tests: Sequence[str]) -> str:
    """Put it in its place in this copy, ask the tests, and put back what was right."""
    if not tests:
        return "without test"
    path = copy / mutant.path
    right = path.read_bytes()
    path.write_bytes(right[: mutant.start] + mutant.after.encode() + right[mutant.end :])
    (copy / "asked.txt").write_text("\n".join(tests))
    command = [sys.executable, "-B", "-m", "pytest", "-x", "-q", "-p", "no:randomly", "@asked.txt"]
    with tempfile.TemporaryDirectory(dir=copy) as folder:
        Path(folder).chmod(0o755)  # PostgreSQL runs as somebody else
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        run = psutil.Popen(command, cwd=copy, env=os.environ | {"TMPDIR": folder}, **quiet)
        try:
            return "killed" if run.wait(SECONDS) else "SURVIVED"
        except psutil.TimeoutExpired:
            return "timeout"
        finally:
            family = [*run.children(recursive=True), run] if run.is_running() else []
            for process in family:
                process.kill()
            psutil.wait_procs(family, timeout=20)
            path.write_bytes(right)


def hunt(chosen: Sequence[Mutant], asked: Mapping[str, Sequence[str]]) -> Counter[str]:
    copies: SimpleQueue[Path] = SimpleQueue()
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(2) as pool:
        Path(folder).chmod(0o755)
        for name in ("one", "other"):
            copies.put(Path(shutil.copytree(ROOT, Path(folder) / name, ignore=_NOT_COPIED)))

        def one(mutant: Mutant) -> str:
            copy = copies.get()
            told = judge(mutant, copy, asked.get(mutant.place, ()))
            copies.put(copy)
            print(f"{told:12} {mutant}", flush=True)
            return told

        return Counter(pool.map(one, chosen))


if __name__ == "__main__":
    count, seed = (int(word) for word in [*sys.argv[1:], *("20", "2026")[len(sys.argv) - 1 :]])
    files = [
        path for room in ROOMS for path in sorted((ROOT / "bot" / room).rglob("*.py")) if "versions" not in path.parts
    ]
    everything = [mutant for path in files for mutant in mutants_of(path)]
    print(dict(hunt(random.Random(seed).sample(everything, count), footprints.read())), f"of {len(everything)} mutants")
