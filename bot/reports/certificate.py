"""A certificate to print: A4 on its side, with a QR code that asks the bot whether it is one of ours."""

from collections.abc import Mapping
from typing import Any

from bot.reports import Made
from bot.reports.document import pdf
from bot.reports.qr import modules

_TEMPLATE = "sertifikat"


def make(args: Mapping[str, Any]) -> Made:
    """`data` (`agency`, `title`, `number`, `to`, `name`, `place`, `why`, `day`, `role`, `check`), `url`, `filename`."""
    return Made(f"{args['filename']}.pdf", "application/pdf", pdf(_TEMPLATE, with_code(args["data"], args["url"])))


def with_code(data: Mapping[str, Any], url: str) -> dict[str, Any]:
    """With the code as rows of (first, length) of what is black, for a template to draw."""
    return {**data, "code": {"side": len(modules(url)), "runs": [_runs(row) for row in modules(url)]}}


def _runs(row: bytes) -> list[list[int]]:
    found: list[list[int]] = []
    for at, dark in enumerate(row):
        if dark and found and sum(found[-1]) == at:
            found[-1][1] += 1
        elif dark:
            found.append([at, 1])
    return found
