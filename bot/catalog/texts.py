"""Sentences by name, rendered to Telegram HTML with every value escaped."""

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import Any

from jinja2 import StrictUndefined, Template, TemplateSyntaxError, nodes
from jinja2.meta import find_undeclared_variables
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup, escape

from bot.core.forms.say import Words
from bot.core.names import NAMELESS, addressed, as_to_a_child, is_young

_VALUE = re.compile(r"\{\s*([a-z_][a-z0-9_]*)\s*\}")
_GAP = re.compile(r"\n[ \t]*\n\s*\n")
#: Values that every sentence may name, and what they are until an office says more.
EVERYWHERE = {"bappeda": "Bappeda"}
_OFTEN = 2048  # sentences that need the template engine, of all versions that were published
#: "Bapak/Ibu {nama}" is one value: somebody called "Bu Sitti" is not "Bapak/Ibu Bu Sitti".
_SPOKEN_TO, ADDRESSED = NAMELESS + " {nama}", "nama_sapaan"


def is_simple(source: str) -> bool:
    """Whether the text has nothing but plain values in it."""
    return "{" not in _VALUE.sub("", source)


def values_in(source: str) -> set[str]:
    """Names of the values a sentence needs. Raises jinja2.TemplateSyntaxError."""
    if is_simple(source) and "}" not in _VALUE.sub("", source):
        return set(_VALUE.findall(source))
    tree = _reading().parse(source)
    if any(True for _ in tree.find_all((nodes.Assign, nodes.AssignBlock, nodes.Macro, nodes.With))):  # hardly ever
        return find_undeclared_variables(tree)
    return set(_undeclared(tree, frozenset()))


def names_in(source: str) -> set[str]:
    """The values that a sentence needs, and what it asks of them (`i.judul`): "judul". A broken one has none."""
    if is_simple(source):
        return set(_VALUE.findall(source))
    try:
        tree = _reading().parse(source)
    except TemplateSyntaxError:
        return set()
    return set(_undeclared(tree, frozenset())) | {found.attr for found in tree.find_all(nodes.Getattr)}


@cache
def _reading() -> SandboxedEnvironment:
    return new_environment()


def _undeclared(node: nodes.Node, bound: frozenset[str]) -> Iterator[str]:
    """As `jinja2.meta` finds them, without generating code: that took most of the time in which content is loaded."""
    if isinstance(node, nodes.Name):
        if node.ctx == "load" and node.name not in bound:
            yield node.name
    elif isinstance(node, nodes.For):
        names = {name.name for name in (node.target, *node.target.find_all(nodes.Name)) if isinstance(name, nodes.Name)}
        inside = bound | names | {"loop"}
        yield from _undeclared(node.iter, bound)
        for child in [*node.body, *([node.test] if node.test else [])]:
            yield from _undeclared(child, inside)
        for child in node.else_:
            yield from _undeclared(child, bound)
    else:
        for child in node.iter_child_nodes():
            yield from _undeclared(child, bound)


def new_environment() -> SandboxedEnvironment:
    """`{value}` and `{% if %}`: editors write one brace, and no code."""
    return SandboxedEnvironment(
        variable_start_string="{",
        variable_end_string="}",
        comment_start_string="{#",
        comment_end_string="#}",
        autoescape=True,
        undefined=StrictUndefined,
    )


@lru_cache(maxsize=_OFTEN)
def _template(source: str) -> Template:
    return _reading().from_string(source)


class Texts:
    """Compiled when first said: most sentences are never said in one process."""

    def __init__(self, sources: Mapping[str, str], everywhere: Mapping[str, str] = EVERYWHERE) -> None:
        """`everywhere`: values of `EVERYWHERE` as this office has them."""
        self._sources = sources
        self._everywhere = everywhere
        self._cuts: dict[str, list[str]] = {}

    def __contains__(self, name: object) -> bool:
        return name in self._sources

    def sources(self) -> Mapping[str, str]:
        """The sentences as they were written."""
        return self._sources

    def render(self, name: str, values: Mapping[str, Any]) -> str:
        """KeyError for an unknown name, KeyError or jinja2.UndefinedError for a value the sentence did not get."""
        cuts = self._cuts.get(name)
        if cuts is None:
            source = self.source(name)
            cuts = self._cuts[name] = _VALUE.split(source) if is_simple(source) else []
        told = self._join(cuts, values) if cuts else self._render_template(name, values)
        called = values.get("nama")
        speaks_to_them = isinstance(called, str) and is_young(called) and _SPOKEN_TO in self._sources[name]
        return as_to_a_child(told) if speaks_to_them else told

    def _join(self, cuts: list[str], values: Mapping[str, Any]) -> str:
        """Text and value in turn: most sentences need no template engine, and this path is walked for every update."""
        if len(cuts) == 1:
            return cuts[0]
        told = [escape(self._told(self._value(part, values))) if at % 2 else part for at, part in enumerate(cuts)]
        return "".join(told)

    def source(self, name: str) -> str:
        """The sentence as it is filled in."""
        return as_filled(self._sources[name])

    def _value(self, name: str, values: Mapping[str, Any]) -> Any:
        if name in values:
            return values[name]
        return addressed(values["nama"]) if name == ADDRESSED else self._everywhere[name]

    def _render_template(self, name: str, values: Mapping[str, Any]) -> str:
        template = _template(self.source(name))
        told = {key: self._told(value) for key, value in {**self._everywhere, **values}.items()}
        if isinstance(called := values.get("nama"), str):
            told[ADDRESSED] = addressed(called)
        return tidy(template.render(told))

    def _told(self, value: Any) -> Any:
        if isinstance(value, Words):
            return Markup(self.render(value.name, value.values))  # noqa: S704  (its own values are escaped there)
        if isinstance(value, list | tuple):
            return [self._told(part) for part in value]
        if isinstance(value, dict):
            return {key: self._told(part) for key, part in value.items()}
        return value


def as_filled(source: str) -> str:
    """A sentence as it was written, in which whoever has a name is spoken to by it."""
    return source.replace(_SPOKEN_TO, f"{{{ADDRESSED}}}")


def tidy(rendered: str) -> str:
    """Without the gaps that conditions leave behind."""
    return _GAP.sub("\n\n", rendered).strip()


def as_html(told: str) -> Markup:
    """Words that came as Telegram's own HTML (the messenger escaped what people typed), to stand in a sentence as they
    are."""
    return Markup(told)  # noqa: S704
