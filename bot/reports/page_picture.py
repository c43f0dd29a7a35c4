"""The first page of a document as a picture, to look at on a telephone and to forward."""

from collections.abc import Mapping
from typing import Any

from bot.reports import Made
from bot.reports.document import png


def make(args: Mapping[str, Any]) -> Made:
    """`template`, `data`, `filename` (without ending)."""
    return Made(f"{args['filename']}.png", "image/png", png(args["template"], args["data"]))
