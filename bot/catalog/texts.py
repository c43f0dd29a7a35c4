"""Sentences by name, rendered to Telegram HTML with every value escaped."""

import re
from collections.abc import Mapping
from typing import Any

from jinja2 import StrictUndefined, Template
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup

from bot.core.say import Words

_GAP = re.compile(r"\n[ \t]*\n\s*\n")


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


class Texts:
    """Compiled when first said: most sentences are never said in one process."""

    def __init__(self, sources: Mapping[str, str]) -> None:
        self._sources = sources
        self._environment = new_environment()
        self._compiled: dict[str, Template] = {}
        self._plain = {name: text for name, text in sources.items() if "{" not in text and "\n\n\n" not in text}

    def __contains__(self, name: object) -> bool:
        return name in self._sources

    def names(self) -> list[str]:
        return list(self._sources)

    def render(self, name: str, values: Mapping[str, Any]) -> str:
        """KeyError for an unknown name, jinja2.UndefinedError for a value the sentence needs and did not get."""
        plain = self._plain.get(name)
        if plain is not None:
            return plain
        template = self._compiled.get(name)
        if template is None:
            template = self._compiled[name] = self._environment.from_string(self._sources[name])
        rendered = template.render({key: self._told(value) for key, value in values.items()})
        return _GAP.sub("\n\n", rendered).strip() if "\n\n" in rendered else rendered

    def _told(self, value: Any) -> Any:
        if isinstance(value, Words):
            return Markup(self.render(value.name, value.values))  # noqa: S704  (its own values are escaped there)
        if isinstance(value, list | tuple):
            return [self._told(part) for part in value]
        if isinstance(value, dict):
            return {key: self._told(part) for key, part in value.items()}
        return value
