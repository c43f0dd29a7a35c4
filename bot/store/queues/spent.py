"""What is left of a letter whose file was made on the way: the names and codes it was made of need not stay here once
they have arrived."""

import json
from collections.abc import Mapping
from typing import Any


def spent(params: Mapping[str, Any]) -> str | None:
    """The parameters without what a report was made of, as JSON; None when there was no report."""
    reports = {name for name, value in params.items() if isinstance(value, dict) and "report" in value}
    if not reports:
        return None
    return json.dumps({k: {"report": v["report"]} if k in reports else v for k, v in params.items()})
