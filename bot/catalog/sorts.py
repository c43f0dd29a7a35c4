"""Which words of content/kata/tombol.toml the program looks for, read from its own source: whoever renames a sort, or
misspells one, learns it from `check` and not from a villager who is not understood.

Seen is a sort that is written out behind its table: `world.away["sampai"]`, also under a short name
(`known = world.away`). What is handed on and looked up elsewhere is not; there `Sorts` raises.
"""

import ast
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from bot.catalog.draft import WORDS_FILE
from bot.catalog.problem import Problem
from bot.catalog.said import pairs
from bot.core.forms.world import WORDS, Sorts

_TABLES = {field: where.table for field, where in WORDS.items() if where.kind is Sorts}
_MISSING = "Kata-kata ini dicari oleh program, tetapi tidak ada di berkas; mungkin salah tulis."
_ADDED = {("diharapkan", "luka")}  # made from content/bahaya.toml


def missing_words(sources: Iterable[Path], content: Path) -> list[Problem]:
    """Tables and sorts that the program looks for and the file of words does not have."""
    try:
        words = tomllib.loads((content / WORDS_FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError):  # reading the content told of it
        return []
    texts = [path.read_text(encoding="utf-8") for path in sources]
    modules = [ast.parse(text) for text in texts if "world." in text]
    named = {one for module in modules for one in _sorts_in(module)} | {(w.table, w.sort) for w in WORDS.values()}
    missing = [(table, sort) for table, sort in sorted(named - _ADDED) if not _there(words.get(table), sort)]
    return [Problem(WORDS_FILE, ".".join(filter(None, at)), _MISSING) for at in missing]


def _there(table: Mapping[str, object] | None, sort: str) -> bool:
    return table is not None and (not sort or sort in table)


def _sorts_in(module: ast.Module) -> Iterator[tuple[str, str]]:
    functions = [node for node in ast.walk(module) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    for function in functions:
        short = _short_names(function)
        for node in ast.walk(function):
            if isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Constant):
                table = short.get(getattr(node.value, "id", "")) or _table(node.value)
                if table:
                    yield table, str(node.slice.value)


def _short_names(function: ast.AST) -> dict[str, str]:
    """`known = world.away`, alone or as one of several."""
    given = [node for node in ast.walk(function) if isinstance(node, ast.Assign)]
    told = [pair for node in given for pair in pairs(node.targets[0], node.value)]
    return {target.id: _table(value) for target, value in told if isinstance(target, ast.Name) and _table(value)}


def _table(node: ast.expr) -> str:
    """The table that `world.away` and `visit.office.catalog.world.away` stand for; empty where it is none."""
    if not isinstance(node, ast.Attribute):
        return ""
    owner = getattr(node.value, "attr", getattr(node.value, "id", ""))
    return _TABLES.get(node.attr, "") if owner == "world" else ""
