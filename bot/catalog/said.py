"""Which sentences the program says, read from its own source: an editor learns of a misspelt value from `check`, not a
villager from silence.

Read are calls of `visit.say("name", value=…)`, `visit.toast(…)`, `visit.text(…)`, `catalog.text(…)`, also under a
short name (`text = visit.text`), `office.plain(…)`, and `Words("name", {"value": …})`. A name that is put together
while the program runs is not seen.
"""

import ast
from collections.abc import Iterable, Iterator
from pathlib import Path

from bot.catalog.needed import Needed

_SAYING = {
    "say": ("visit",),
    "toast": ("visit",),
    "text": ("visit", "catalog"),
    "plain": ("office",),
    "Words": ("",),
}  # whose calls say
_NOT_VALUES = frozenset({"markup"})


def said_in(sources: Iterable[Path]) -> Needed:
    """Names with the values that every place gives them; None where a place gives values that are not written out."""
    needed: dict[str, frozenset[str] | None] = {}
    for path in sources:
        for name, values in _said_in(ast.parse(path.read_text(encoding="utf-8"))):
            before = needed.get(name, values)
            needed[name] = None if before is None or values is None else before & values
    return needed


def _said_in(module: ast.Module) -> Iterator[tuple[str, frozenset[str] | None]]:
    functions = [node for node in ast.walk(module) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    scopes: list[ast.AST] = [*functions] or [module]
    for scope in scopes:
        short, known = _short_names(scope), _written_out(scope)
        for call in ast.walk(scope):
            if not isinstance(call, ast.Call):
                continue
            if call.args and _called(call.func, short):
                values = _values(call, known)
                yield from ((name, values) for name in _names(call.args[0]))


def _short_names(scope: ast.AST) -> dict[str, str]:
    """`text = office.catalog.text`, alone or as one of several."""
    found: dict[str, str] = {}
    for node in ast.walk(scope):
        if isinstance(node, ast.Assign):
            for target, value in pairs(node.targets[0], node.value):
                if isinstance(target, ast.Name) and _attribute(value) == "text":
                    found[target.id] = "text"
    return found


def pairs(target: ast.expr, value: ast.expr) -> list[tuple[ast.expr, ast.expr]]:
    if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
        return list(zip(target.elts, value.elts, strict=False))
    return [(target, value)]


def _written_out(scope: ast.AST) -> dict[str, frozenset[str]]:
    """Dictionaries whose keys are all written where they are made, by the name they get there."""
    found: dict[str, frozenset[str]] = {}
    for node in ast.walk(scope):
        target = node.targets[0] if isinstance(node, ast.Assign) else getattr(node, "target", None)
        value = getattr(node, "value", None)
        keys = _keys(value) if isinstance(target, ast.Name) else None
        if isinstance(target, ast.Name) and keys is not None:
            found[target.id] = found.get(target.id, keys) & keys
    return found


def _keys(value: ast.expr | None) -> frozenset[str] | None:
    """None for anything but a dictionary with its keys written out."""
    if not isinstance(value, ast.Dict):
        return None
    keys = [key.value for key in value.keys if isinstance(key, ast.Constant) and isinstance(key.value, str)]
    return frozenset(keys) if len(keys) == len(value.keys) else None


def _called(function: ast.expr, short: dict[str, str]) -> str:
    if isinstance(function, ast.Name):
        return "Words" if function.id == "Words" else short.get(function.id, "")
    owner = getattr(function, "value", None)
    told = _attribute(function)
    return told if (getattr(owner, "id", "") or _attribute(owner)) in _SAYING.get(told, ()) else ""


def _attribute(node: ast.expr | None) -> str:
    return node.attr if isinstance(node, ast.Attribute) else ""


def _names(node: ast.expr) -> list[str]:
    """One name, or both of `"a" if … else "b"`."""
    if isinstance(node, ast.IfExp):
        return _names(node.body) + _names(node.orelse)
    return [node.value] if isinstance(node, ast.Constant) and isinstance(node.value, str) else []


def _values(call: ast.Call, known: dict[str, frozenset[str]]) -> frozenset[str] | None:
    if _called(call.func, {}) == "Words":
        return _keys(call.args[1]) if len(call.args) > 1 else frozenset()
    told: set[str] = set()
    for keyword in call.keywords:
        if keyword.arg is not None:
            told.add(keyword.arg)
        elif isinstance(keyword.value, ast.Name) and keyword.value.id in known:
            told |= known[keyword.value.id]
        else:
            return None
    return frozenset(told) - _NOT_VALUES
