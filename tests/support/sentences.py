"""Sentences by name: a test waits for `says("tanda_terima", nomor="Maiwa 1")`, and an editor may change every word of
it.

The template of a sentence is walked along a received text, all ways that its conditions and loops allow at once: values
that a test does not name may be anything, those that it names must stand there. Nothing of the running program is
asked, so that it works for a bot in a process of its own, too.
"""

import operator
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from html import unescape
from typing import Any

from jinja2 import nodes

from bot.catalog.texts import ADDRESSED, new_environment
from bot.core.names import addressed
from tests.support.content import catalog_of

_TAG = re.compile(r"</?[a-z][^<>]*>")
_SPACE = re.compile(r"\s+")
#: What is known of a value that the test does not name.
_ANY = object()
_COMPARE: Mapping[str, Callable[[Any, Any], Any]] = {
    "eq": operator.eq,
    "ne": operator.ne,
    "gt": operator.gt,
    "lt": operator.lt,
    "gteq": operator.ge,
    "lteq": operator.le,
}

Scope = Mapping[str, Any]
Ends = set[int]


def plain(text: str) -> str:
    """As Telegram shows it: without tags; and every gap is one space or one new line."""
    return _SPACE.sub(_one_gap, unescape(_TAG.sub("", text))).strip()


def words(name: str, **values: Any) -> str:
    """The sentence itself, with all its values: the label of a button, what stands on paper. KeyError for no name."""
    return unescape(_TAG.sub("", catalog_of().text(name, **values)))


def says(name: str, **values: Any) -> "Said":
    """Texts that say this sentence in lines of its own. `values`, as the program gives them: what is not given may be
    anything, and `True` is something; of a list those elements must be there, in this order, and may tell of their
    `loop`; a condition goes the way that the values tell."""
    return Said(name, _spoken_to(values))


def mentions(name: str, **values: Any) -> "Said":
    """Texts in which this sentence stands anywhere, also as a part of another one."""
    return Said(name, _spoken_to(values), whole=False)


def _spoken_to(values: Mapping[str, Any]) -> Mapping[str, Any]:
    """Whoever has a name is spoken to by it."""
    named = values.get("nama")
    return {ADDRESSED: addressed(named), **values} if isinstance(named, str) else values


@dataclass(frozen=True)
class Said:
    """All texts in which a sentence is said: `text in says("dibatalkan")`; and a condition for `wait_for`."""

    name: str
    values: Mapping[str, Any]
    whole: bool = True

    def __post_init__(self) -> None:
        used = {name.name for tree in templates(self.name) for name in tree.find_all(nodes.Name)}
        if strange := self.values.keys() - used - {ADDRESSED, *(["nama"] if ADDRESSED in used else [])}:
            raise KeyError(f"{self.name} has no value {', '.join(sorted(strange))}")
        if not min(_least(tree.body, self.values) for tree in templates(self.name)):
            raise KeyError(f"{self.name} may be nothing but values: name some, or every text says it")

    def __contains__(self, text: object) -> bool:
        """Of a text as people see it, or as Telegram HTML."""
        if not isinstance(text, str):
            return False
        return any(self._is_in(_SPACE.sub(_one_gap, one).strip()) for one in dict.fromkeys((text, plain(text))))

    def __call__(self, message: Mapping[str, Any]) -> bool:
        """Of a message of the simulator."""
        return str(message.get("text") or message.get("caption") or "") in self

    def __repr__(self) -> str:
        given = "".join(f", {name}={value!r}" for name, value in self.values.items())
        return f"{'says' if self.whole else 'mentions'}({self.name!r}{given})"

    def _is_in(self, text: str) -> bool:
        if any(value not in text for value in self._told()):
            return False
        places = range(len(text) + 1)
        starts = {at for at in places if self._parts(text, at)}
        return any(
            any(self._parts(text, end) for end in _walk(tree.body, text, starts, self.values))
            for tree in templates(self.name)
        )

    def _parts(self, text: str, at: int) -> bool:
        """Whether the sentence may begin or end here."""
        around = text[max(at - 1, 0) : at + 1]
        if at in (0, len(text)) or "\n" in around:
            return True
        return not self.whole and not around.isalnum()

    def _told(self) -> Iterator[str]:
        """Values that are said themselves, and not only decide what is said."""
        for name in {name.name for tree in templates(self.name) for name in _said_in(tree)}:
            value = self.values.get(name)
            if isinstance(value, str | int) and not isinstance(value, bool):
                yield _SPACE.sub(_one_gap, str(value)).strip()


@cache
def templates(name: str) -> Sequence[nodes.Template]:
    """The sentence, and a question also as a kelurahan reads it, taken apart. KeyError for a name that no file has."""
    texts = catalog_of().texts
    other = f"{name}_kelurahan"
    told = [texts.source(name), *([texts.source(other)] if name.startswith("form.") and other in texts else [])]
    return tuple(new_environment().parse(_TAG.sub("", source)) for source in told)


def _least(body: Sequence[nodes.Node], scope: Scope) -> int:
    """How many letters are certain to be there, whichever way the conditions and loops go."""
    return sum(_least_of(node, scope) for node in body)


def _least_of(node: nodes.Node, scope: Scope) -> int:
    if isinstance(node, nodes.Output):
        told = (part.data if isinstance(part, nodes.TemplateData) else _known(part, scope) for part in node.nodes)
        return sum(sum(map(str.isalnum, str(part))) for part in told if part not in (_ANY, True))
    if isinstance(node, nodes.If):
        return min(_least(body, scope) for body in _branches(node, scope))
    if isinstance(node, nodes.For) and isinstance(elements := _known(node.iter, scope), Sequence):
        target = node.target.name if isinstance(node.target, nodes.Name) else ""
        return sum(_least(node.body, {**scope, target: element}) for element in elements)
    return 0


def _one_gap(gap: re.Match[str]) -> str:
    return "\n" if "\n" in gap[0] else " "


def _said_in(tree: nodes.Template) -> Iterator[nodes.Name]:
    for output in tree.find_all(nodes.Output):
        yield from (part for part in output.nodes if isinstance(part, nodes.Name))


def _walk(body: Sequence[nodes.Node], text: str, starts: Ends, scope: Scope) -> Ends:
    """Where in the text one can be after this part of the template, begun at any of these places."""
    for node in body:
        if not starts:
            break
        if isinstance(node, nodes.Output):
            for part in node.nodes:
                starts = _output(part, text, starts, scope)
        elif isinstance(node, nodes.If):
            starts = set().union(*(_walk(way, text, starts, scope) for way in _branches(node, scope)))
        elif isinstance(node, nodes.For):
            starts = _loop(node, text, starts, scope)
    return starts


def _output(part: nodes.Node, text: str, starts: Ends, scope: Scope) -> Ends:
    if isinstance(part, nodes.TemplateData):
        return _literal(unescape(part.data), text, starts)
    value = _known(part, scope)
    if value is _ANY or value is True:
        return _anything(text, starts, one_line="loop" in scope)
    return _literal(str(value), text, starts)


def _anything(text: str, starts: Ends, *, one_line: bool) -> Ends:
    """A value that is not told; one of an element of a list keeps to its line, or it would swallow the next element."""
    if not one_line:
        return set(range(min(starts), len(text) + 1)) if starts else set()
    ends = ((at, text.find("\n", at)) for at in starts)
    return {place for at, end in ends for place in range(at, (end if end >= 0 else len(text)) + 1)}


def _literal(told: str, text: str, starts: Ends) -> Ends:
    """The gaps around it may be missing, or be another kind of gap: what stands beside it may be left out."""
    core = _SPACE.sub(_one_gap, told).strip()
    if told[:1].isspace() or not core:
        starts = _with_gap(text, starts)
    if core:
        starts = {at + len(core) for at in _found(core, text, starts)}
    return _with_gap(text, starts) if told[-1:].isspace() else starts


def _with_gap(text: str, starts: Ends) -> Ends:
    return starts | {at + 1 for at in starts if text[at : at + 1].isspace()}


def _found(core: str, text: str, starts: Ends) -> Iterator[int]:
    at = text.find(core, min(starts)) if starts else -1
    while at >= 0:
        if at in starts:
            yield at
        at = text.find(core, at + 1)


def _branches(node: nodes.If, scope: Scope) -> Iterator[Sequence[nodes.Node]]:
    """The ways that a condition may go, as far as the values tell."""
    for branch in (node, *node.elif_):
        test = _known(branch.test, scope)
        if test is _ANY or test:
            yield branch.body
        if test is not _ANY and test:
            return
    yield node.else_


def _loop(node: nodes.For, text: str, starts: Ends, scope: Scope) -> Ends:
    elements = _known(node.iter, scope)
    target = node.target.name if isinstance(node.target, nodes.Name) else ""
    scope = {**scope, "loop": _ANY}
    if elements is _ANY:
        return _again(node, text, starts, {**scope, target: _ANY}) | _walk(node.else_, text, starts, scope)
    if not elements:
        return _walk(node.else_, text, starts, scope)
    for element in [_ANY] if elements is True else elements:
        before = _again(node, text, starts, {**scope, target: _ANY})
        place = element.get("loop", _ANY) if isinstance(element, Mapping) else _ANY
        starts = _walk(node.body, text, before, {**scope, target: element, "loop": place})
    return _again(node, text, starts, {**scope, target: _ANY})


def _again(node: nodes.For, text: str, starts: Ends, scope: Scope) -> Ends:
    """After any number of rounds of a loop."""
    reached, new = set(starts), starts
    while new:
        new = _walk(node.body, text, new, scope) - reached
        reached |= new
    return reached


def _known(node: nodes.Node, scope: Scope) -> Any:
    """The value of an expression as far as the test has told it; else `_ANY`."""
    if isinstance(node, nodes.Const):
        return node.value
    if isinstance(node, nodes.Name):
        return scope.get(node.name, _ANY)
    if isinstance(node, nodes.Getattr | nodes.Getitem):
        return _attribute(node, scope)
    if isinstance(node, nodes.Not):
        value = _known(node.node, scope)
        return _ANY if value is _ANY else not value
    if isinstance(node, nodes.And | nodes.Or):
        return _both(node, scope)
    if isinstance(node, nodes.Compare) and len(node.ops) == 1:
        pair = _known(node.expr, scope), _known(node.ops[0].expr, scope)
        compare = _COMPARE.get(node.ops[0].op)
        unknown = compare is None or any(side is _ANY or side is True for side in pair)
        return _ANY if unknown or compare is None else compare(*pair)
    if isinstance(node, nodes.Test) and node.name == "none":
        value = _known(node.node, scope)
        return _ANY if value is _ANY else value is None
    if isinstance(node, nodes.Filter) and node.name == "join" and node.node is not None:
        value = _known(node.node, scope)
        return _ANY if value is _ANY or value is True else str(_known(node.args[0], scope)).join(value)
    return _ANY


def _attribute(node: nodes.Getattr | nodes.Getitem, scope: Scope) -> Any:
    whole = _known(node.node, scope)
    if not isinstance(whole, Mapping):
        return _ANY
    return whole.get(node.attr, _ANY) if isinstance(node, nodes.Getattr) else _ANY


def _both(node: nodes.And | nodes.Or, scope: Scope) -> Any:
    """One side that decides is enough."""
    decides = isinstance(node, nodes.Or)
    sides = _known(node.left, scope), _known(node.right, scope)
    if any(side is not _ANY and bool(side) is decides for side in sides):
        return decides
    return _ANY if _ANY in sides else not decides
