"""Pages to print, set by Typst from a template of this folder: PDF to send, PNG to look at.

A template (`templates/*.typ`) gets its data as JSON and never as code, so that what somebody typed stays what it is.
It needs neither the network nor fonts of the machine: the typefaces come with Typst.
"""

import json
import re
import unicodedata
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from bot.reports import Made

if TYPE_CHECKING:
    from typst import Fonts

_TEMPLATES = Path(__file__).parent / "templates"
#: What the typefaces within Typst have a glyph for (a test draws every one): Latin, Arabic, typography, signs of lists.
PRINTED = (
    (0x20, 0x7E), (0xA1, 0xAC), (0xAE, 0x24F), (0x621, 0x63A), (0x640, 0x64A), (0x660, 0x669), (0x1E00, 0x1EFF),
    (0x2010, 0x2027), (0x2030, 0x2040), (0x2070, 0x2071), (0x2074, 0x208E), (0x20A0, 0x20BF), (0x2190, 0x21FF),
    (0x2200, 0x22FF), (0x2500, 0x2605), (0x2713, 0x2714), (0x2717, 0x2718),
)  # fmt: skip
_UNPRINTED = re.compile(rf"[^\n{''.join(f'{chr(first)}-{chr(last)}' for first, last in PRINTED)}]")
_LONG = re.compile(r"\S{25,}")
_MAY_BREAK = "\u200b"


def make(args: Mapping[str, Any]) -> Made:
    """`template`, `data`, `filename` (without ending)."""
    return Made(f"{args['filename']}.pdf", "application/pdf", pdf(args["template"], args["data"]))


def pdf(template: str, data: Mapping[str, Any]) -> bytes:
    """The whole document. Blocking, a few milliseconds a page. Raises LookupError for a template that is not there."""
    (content,) = _set(template, data, "pdf")
    return content


def png(template: str, data: Mapping[str, Any], page: int = 1) -> bytes:
    """One page (the first is 1), 110 dots an inch. Raises LookupError for a page or template that is not there."""
    pages = _set(template, data, "png")
    if not 1 <= page <= len(pages):
        raise LookupError(f"{template}, page {page}")
    return pages[page - 1]


def _set(template: str, data: Mapping[str, Any], kind: Literal["pdf", "png"]) -> list[bytes]:
    import typst

    path = _TEMPLATES / f"{template}.typ"
    if not template.isidentifier() or not path.is_file():
        raise LookupError(template)
    told = {"data": json.dumps(_printable(data))}
    made: Any = typst.compile(
        path, root=_TEMPLATES, format=kind, ppi=110, font_paths=typefaces(), ignore_system_fonts=True, sys_inputs=told
    )
    return made if isinstance(made, list) else [made]


@cache
def typefaces() -> "Fonts":
    from typst import Fonts

    return Fonts(include_system_fonts=False)


def _printable(told: Any) -> Any:
    """The same data with every text as paper can show it; numbers and marks stay."""
    if isinstance(told, str):
        return printable(told)
    if isinstance(told, Mapping):
        return {str(key): _printable(value) for key, value in told.items()}
    if isinstance(told, list | tuple):
        return [_printable(value) for value in told]
    return told


def printable(text: str) -> str:
    """Without signs that would be an empty box or turn the line around, and with places to break an endless word."""
    shown = _UNPRINTED.sub("", unicodedata.normalize("NFC", text.replace("\t", " ").replace("\xa0", " ")))
    return _LONG.sub(lambda found: _MAY_BREAK.join(re.findall(".{1,12}", found[0])), shown)
