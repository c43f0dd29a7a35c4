"""The poster for a dusun or a posyandu: A4, a QR code that knows the place, three steps, whom to ask."""

import io
from collections.abc import Mapping
from typing import Any

from bot.reports import Made
from bot.reports.paper import GREEN, LIGHT, PALE, Paper
from bot.reports.qr import picture

_DPI = 200
_WIDTH, _HEIGHT = 1654, 2339  # A4 at 200 dots an inch
_MARGIN = 130  # what office printers leave white, and a little more
_BAND = 430


def make(args: Mapping[str, Any]) -> Made:
    """`agency`, `headline`, `place`, `above`, `steps` (three), `note`, `contact`, `url`, `footer`, `filename`."""
    paper = Paper(_WIDTH, _HEIGHT, _MARGIN)
    paper.y = 0
    paper.band(_BAND)
    paper.y = 80
    paper.write(args["agency"], 48, colour="white", most=1)
    paper.skip(16)
    paper.write(args["headline"], 96, bold=True, colour="white", most=2)
    paper.y = _BAND + 50
    paper.write(args["place"], 84, bold=True, colour=GREEN, most=1)
    paper.write(args["above"], 50, colour=PALE, most=1)
    paper.skip(10)
    paper.paste_centred(picture(args["url"], 760))
    for number, step in enumerate(args["steps"], 1):
        paper.step(number, step, 56)
    paper.skip(20)
    paper.box(210, LIGHT)
    paper.skip(34)
    paper.write(args["note"], 56, bold=True, colour=GREEN, most=1)
    paper.write(args["contact"], 46, most=1)
    paper.y = max(paper.y + 60, _HEIGHT - 150)
    paper.write(args["footer"], 36, colour=PALE, most=2)
    return Made(f"{args['filename']}.pdf", "application/pdf", _pdf(paper))


def _pdf(paper: Paper) -> bytes:
    out = io.BytesIO()
    paper.image.save(out, "PDF", resolution=_DPI, quality=88)
    return out.getvalue()
