"""Telegram's HTML taken apart for paper: lines of words that look alike."""

import re
from dataclasses import dataclass, field
from html import unescape
from typing import Any

_PART = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9-]*)([^<>]*)>|([^<]+|<)")
_ADDRESS = re.compile(r"href\s*=\s*[\"']([^\"']*)")
#: What paper can show of it, by the tag; the others are shown as plain words.
MARKS = ("b", "i", "u", "s")


@dataclass(slots=True)
class _Reading:
    opened: list[tuple[str, str]] = field(default_factory=list)  # (tag, address of a link)
    lines: list[list[dict[str, Any]]] = field(default_factory=lambda: [[]])
    said: str = ""  # within the link

    def put(self, told: str) -> None:
        marks = {tag for tag, _ in self.opened}
        for at, part in enumerate(told.split("\n")):
            if at:
                self.lines.append([])
            if part:
                self.lines[-1].append({"text": part} | {mark: mark in marks for mark in MARKS})

    def close(self, tag: str) -> None:
        """A link on paper is read only when its address stands there."""
        if not any(opened == tag for opened, _ in self.opened):
            return
        while self.opened:
            opened, address = self.opened.pop()
            if opened == "a" and address and self.said.strip() not in address:
                self.put(f" ({address})")
            if opened == tag:
                return


def lines(html: str) -> list[list[dict[str, Any]]]:
    """Line by line the runs of it: `text`, and whether it is bold (`b`), `i`, `u`, `s`. An empty line has no runs."""
    reading = _Reading()
    for found in _PART.finditer(html):
        if found[4]:
            told = unescape(found[4])
            reading.said += told
            reading.put(told)
        elif found[1]:
            reading.close(found[2].lower())
        else:
            address = _ADDRESS.search(found[3])
            reading.said = ""
            reading.opened.append((found[2].lower(), unescape(address[1]) if address else ""))
    return reading.lines
