"""Telegram's HTML: which tags there are, how long a text is for Telegram, where a long one may be cut."""

import re
from html import unescape
from typing import NamedTuple

TAGS = frozenset({"b", "i", "u", "s", "code", "a", "blockquote"})
LONGEST = 4096  # UTF-16 units of one message, counted after parsing
_TOKEN = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9-]*)([^<>]*)>|&(?:#\d+|#x[0-9a-fA-F]+|[a-zA-Z]+);|.", re.DOTALL)
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9-]*)[^<>]*>")
_STRAY = re.compile(r"<(?!/?[a-zA-Z][^<>]*>)|&(?!#\d+;|#x[0-9a-fA-F]+;|(?:amp|lt|gt|quot);)")
_BREAKS = (re.compile(r"\n\n$"), re.compile(r"\n$"), re.compile(r"[.!?…]\s$"), re.compile(r"\s$"))


def units(text: str) -> int:
    """Length as Telegram counts it."""
    return len(text) + sum(char > "\uffff" for char in text)


def visible(html: str) -> str:
    return unescape(_TAG.sub("", html))


def length(html: str) -> int:
    return units(visible(html))


def fault_in(html: str) -> str | None:
    """An Indonesian sentence for the first tag Telegram would not take; None when all is well."""
    if stray := _STRAY.search(html):
        return f"Tanda “{stray[0]}” harus ditulis {'&lt;' if stray[0] == '<' else '&amp;'}."
    opened: list[str] = []
    for closing, name in ((m[1], m[2].lower()) for m in _TAG.finditer(html)):
        if name not in TAGS:
            return f"Tanda <{name}> tidak dikenal Telegram; yang bisa: {', '.join(sorted(TAGS))}."
        if not closing:
            opened.append(name)
        elif not opened or opened.pop() != name:
            return f"Penutup </{name}> tidak cocok dengan pembukanya."
    return f"Tanda <{opened[-1]}> belum ditutup." if opened else None


class _Cut(NamedTuple):
    """A place to cut: behind which token, how good (0 best), and the tags open there."""

    at: int
    rank: int
    opened: tuple[str, ...]


def split(html: str, longest: int = LONGEST) -> list[str]:
    """In parts Telegram takes, cut between paragraphs, else lines, sentences, words; open tags go on in the next."""
    if length(html) <= longest:
        return [html]
    parts = []
    while length(html) > longest:
        cut = _best_cut(html, longest)
        head = html[: cut.at].rstrip() + "".join(f"</{_name(tag)}>" for tag in reversed(cut.opened))
        parts.append(head)
        html = "".join(cut.opened) + html[cut.at :].lstrip()
    return [*parts, html]


def _best_cut(html: str, longest: int) -> _Cut:
    """The best one in the last half of what fits."""
    cuts: list[_Cut] = []
    opened: list[str] = []
    used = 0
    for token in _TOKEN.finditer(html):
        if token[2]:
            _follow(opened, token)
            continue
        used += units(unescape(token[0]))
        if used > longest:
            break
        if used >= longest // 2:
            cuts.append(_Cut(token.end(), _rank(html, token.end()), tuple(opened)))
    best = min(cut.rank for cut in cuts)
    return [cut for cut in cuts if cut.rank == best][-1]


def _follow(opened: list[str], tag: re.Match[str]) -> None:
    if tag[1]:
        opened.pop()
    else:
        opened.append(tag[0])


def _rank(html: str, at: int) -> int:
    tail = html[max(0, at - 3) : at]
    return next((rank for rank, pattern in enumerate(_BREAKS) if pattern.search(tail)), len(_BREAKS))


def _name(tag: str) -> str:
    found = _TAG.match(tag)
    assert found is not None
    return found[2]
