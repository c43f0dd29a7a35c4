"""The card of an invitation: a QR code, three steps, and the code to type where the QR code cannot be read."""

import io
from collections.abc import Mapping
from typing import Any

from bot.reports import Made
from bot.reports.paper import GREEN, PALE, Paper
from bot.reports.qr import picture

_WIDTH, _HEIGHT, _MARGIN = 900, 1350, 64
_BAND = 150


def make(args: Mapping[str, Any]) -> Made:
    """What stands on it: `agency`, `title`, `name`, `role`, `scope`, `steps` (three), `url`, `code_title`, `code`,
    `until`."""
    paper = Paper(_WIDTH, _HEIGHT, _MARGIN)
    paper.y = 0
    paper.band(_BAND)
    paper.y = 30
    paper.write(args["agency"], 32, colour="white", most=1)
    paper.write(args["title"], 42, bold=True, colour="white", most=1)
    paper.y = _BAND + 30
    if args["name"]:
        paper.write(args["name"], 46, bold=True, most=2)
    paper.write(args["role"], 34, most=2)
    paper.write(args["scope"], 34, most=1)
    paper.skip(4)
    paper.paste_centred(picture(args["url"], 410))
    for number, step in enumerate(args["steps"], 1):
        paper.step(number, step, 32)
    paper.skip(6)
    paper.box(150)
    paper.skip(18)
    paper.write(args["code_title"], 26, colour=PALE, most=1)
    paper.write(args["code"], 58, bold=True, colour=GREEN, most=1)
    paper.skip(34)
    paper.write(args["until"], 28, colour=PALE, most=2)
    return Made("undangan.png", "image/png", _png(paper))


def _png(paper: Paper) -> bytes:
    """Few colours, so that it is small on a slow line."""
    out = io.BytesIO()
    paper.image.quantize(24).save(out, "PNG", optimize=True)
    return out.getvalue()
