"""Usulan as a paper to pin up: what everybody may read."""

from collections.abc import Mapping
from typing import Any

from bot.reports import Made
from bot.reports.document import pdf
from bot.reports.packed import rows_in


def make(args: Mapping[str, Any]) -> Made:
    """`filename`, `packed`: see `packed.rows_in`, `data`: the rest of what the template reads."""
    data = {**args["data"], "rows": list(rows_in(args["packed"]))}
    return Made(f"{args['filename']}.pdf", "application/pdf", pdf("usulan_dinding", data))
