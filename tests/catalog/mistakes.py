"""The mistakes of `mistakes.toml`, and a way to make them."""

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

from bot.catalog import Problem


@dataclass(frozen=True)
class Mistake:
    """`find` is replaced by `write` in `file`; with nothing to find `write` is added at the end."""

    name: str
    file: str
    write: str
    key: str
    sentence: str
    find: str = ""

    def make(self, content: Path) -> None:
        path = content / self.file
        text = path.read_text(encoding="utf-8") if path.exists() else ""
        assert self.find in text, self.name
        changed = text.replace(self.find, self.write, 1) if self.find else text + self.write
        path.write_text(changed, encoding="utf-8")

    def is_told(self, problems: list[Problem]) -> bool:
        return any((p.file, p.key) == (self.file, self.key) and self.sentence in p.sentence for p in problems)

    def is_told_somewhere(self, problems: list[Problem]) -> bool:
        """Among other mistakes a line or an entry has another number."""
        key = _unnumbered(self.key)
        return any((p.file, _unnumbered(p.key)) == (self.file, key) and self.sentence in p.sentence for p in problems)


def _unnumbered(key: str) -> str:
    return re.sub(r"(?<=[ .])\d+(?=\.|$)", "#", key)


_TOLD = Path(__file__).with_suffix(".toml").read_text(encoding="utf-8")
MISTAKES = [Mistake(**told) for told in tomllib.loads(_TOLD)["mistake"]]
