"""Sentences as the chat would show them, with example values (`content/contoh.toml`): the ways that their conditions
may go, each once."""

from collections.abc import Iterator, Mapping
from typing import Any

from jinja2 import Template, TemplateError, nodes
from markupsafe import Markup, escape

from bot.catalog.texts import ADDRESSED, EVERYWHERE, as_filled, new_environment, tidy, values_in
from bot.core.names import addressed

#: More ways than an editor would read.
_MOST = 8
_MANY, _ONE = 3, 1
_MARKED = Markup('<span class="isian">{}</span>')
_environment = new_environment()


class Example:
    """What stands for a value: something, many of it, and whatever it is asked for; or, not `given`, nothing or one."""

    def __init__(self, name: str, known: Mapping[str, Any], *, given: bool) -> None:
        self._name, self._known, self._given = name, known, given

    def __getattr__(self, name: str) -> "Example":
        if name.startswith("_"):
            raise AttributeError(name)
        return Example(name, self._known, given=self._given)

    def __getitem__(self, _key: object) -> "Example":
        return self

    def __iter__(self) -> Iterator["Example"]:
        return iter([self] * 2 if self._given else [])

    def __len__(self) -> int:
        return 2 if self._given else 0

    def __str__(self) -> str:
        told = self._known.get(self._name, self._name.replace("_", " "))
        return str(int(self)) if isinstance(told, int) else str(told)

    def __html__(self) -> str:
        return _MARKED.format(str(self))

    def __int__(self) -> int:
        told = self._known.get(self._name)
        return _ONE if not self._given else told if isinstance(told, int) else _MANY

    def __eq__(self, other: object) -> bool:
        return isinstance(other, int) and int(self) == other

    __hash__ = None  # type: ignore[assignment]  # it equals whatever number it stands for

    def __lt__(self, other: Any) -> bool:
        return int(self) < int(other)

    def __le__(self, other: Any) -> bool:
        return int(self) <= int(other)

    def __gt__(self, other: Any) -> bool:
        return int(self) > int(other)

    def __ge__(self, other: Any) -> bool:
        return int(self) >= int(other)

    def __add__(self, other: Any) -> int:
        return int(self) + int(other)

    def __sub__(self, other: Any) -> int:
        return int(self) - int(other)

    def __rsub__(self, other: Any) -> int:
        return int(other) - int(self)


def ways(source: str, known: Mapping[str, Any]) -> list[Markup]:
    """The sentence as Telegram HTML, example values marked: with everything, with each word that it asks for, with
    nothing. A sentence that cannot be filled so is shown as it was written."""
    if "{" not in source:
        return [Markup(source)]  # noqa: S704  (content is Telegram HTML)
    filled = as_filled(source)
    known = {**EVERYWHERE, ADDRESSED: addressed(str(known.get("nama", ""))), **known}
    names = values_in(filled)
    told = [{name: Example(name, known, given=True) for name in names}]
    told += [{**told[0], name: word} for name, word in _words_asked_for(filled) if name in names]
    told.append({name: Example(name, known, given=False) for name in names})
    template = _environment.from_string(filled)
    shown = [one for one in dict.fromkeys(_rendered(template, values) for values in told) if one is not None]
    return shown[:_MOST] or [escape(source)]


def _rendered(template: Template, values: Mapping[str, Any]) -> Markup | None:
    try:
        return Markup(tidy(template.render(values)))  # noqa: S704  (content is Telegram HTML)
    except (TemplateError, TypeError, ValueError):
        return None


def _words_asked_for(source: str) -> Iterator[tuple[str, Any]]:
    """(value, word) of `{% if hasil == "lanjut" %}` and `{% if hasil in ("lanjut", "cadangan") %}`."""
    for compare in _environment.parse(source).find_all(nodes.Compare):
        if not isinstance(compare.expr, nodes.Name):
            continue
        for operand in (one for one in compare.ops if one.op in ("eq", "ne", "in", "notin")):
            for constant in (operand.expr, *operand.expr.find_all(nodes.Const)):
                if isinstance(constant, nodes.Const):
                    yield compare.expr.name, constant.value
