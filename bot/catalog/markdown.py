"""Markdown as lessons use it, as Telegram's HTML: paragraphs, **bold**, *italic*, lines with a dash. Nothing else."""

import re
from collections.abc import Iterable
from functools import cache
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_TAGS = {"strong_open": "<b>", "strong_close": "</b>", "em_open": "<i>", "em_close": "</i>", "softbreak": "\n"}
#: What other dialects would make something of, and people would read as signs.
_OTHERS = re.compile(r"(?m)^ {0,3}(#{1,6} |>|```|\d+[.)] |[*+] |\|)|\]\(|<[a-zA-Z/!]|`|__|~~")


def html(markdown: str) -> str:
    """Paragraphs stay apart; a list is lines with a dot."""
    return "\n\n".join(_blocks(_reading().parse(markdown)))


@cache
def _reading() -> "MarkdownIt":
    from markdown_it import MarkdownIt

    return MarkdownIt("zero").enable(["list", "emphasis", "escape", "newline"])


def _blocks(tokens: Iterable["Token"]) -> list[str]:
    blocks: list[str] = []
    in_list = 0
    for token in tokens:
        in_list += {"bullet_list_open": 1, "bullet_list_close": -1}.get(token.type, 0)
        if token.type == "bullet_list_open" and in_list == 1:
            blocks.append("")
        elif token.type == "inline" and in_list:
            blocks[-1] += ("\n" if blocks[-1] else "") + f"• {_line(token)}"
        elif token.type == "inline":
            blocks.append(_line(token))
    return blocks


def _line(token: "Token") -> str:
    return "".join(_TAGS.get(part.type, escape(part.content, quote=False)) for part in token.children or ())


def fault_in(markdown: str) -> str | None:
    """An Indonesian sentence for the first sign that would be read as it stands; None when all is well."""
    if found := _OTHERS.search(markdown):
        return f"Tanda “{found[0].strip()}” tidak bisa di sini; yang bisa hanya **tebal**, *miring*, dan baris “- ”."
    if left := re.search(r"\*", html(markdown)):
        return f"Tanda “{left[0]}” belum ada pasangannya."
    return None
