"""A drawing of a lesson as a picture for a small screen: set by Typst from an SVG, with the typefaces it brings."""

import re
from collections.abc import Mapping
from typing import Any

from bot.reports import Made
from bot.reports.document import typefaces

#: Dots an inch: 360 units of the SVG become 720 dots, twice what a small screen shows.
_PPI = 144
_PAGE = '#set page(width: auto, height: auto, margin: 0pt)\n#image(bytes(sys.inputs.svg), format: "svg", width: 360pt)'


def make(args: Mapping[str, Any]) -> Made:
    """`svg`, `filename` (without ending)."""
    return Made(f"{args['filename']}.png", "image/png", png(args["svg"]))


def png(svg: str) -> bytes:
    """Blocking, a few milliseconds. Nothing outside the SVG is drawn: a reference to a file or address is refused."""
    import typst

    if re.search(r"(?:href|src)\s*=\s*[\"'](?!#)", svg):
        raise ValueError("the drawing refers to something outside itself")
    made: Any = typst.compile(
        _PAGE.encode(),
        format="png",
        ppi=_PPI,
        font_paths=typefaces(),
        sys_inputs={"svg": svg},
        ignore_system_fonts=True,
    )
    return made if isinstance(made, bytes) else bytes(made[0])
