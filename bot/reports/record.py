"""A record for other programs: JSON."""

import json
from collections.abc import Mapping
from typing import Any

from bot.reports import Made


def make(args: Mapping[str, Any]) -> Made:
    """`filename`, `data`: anything JSON can say."""
    text = json.dumps(args["data"], ensure_ascii=False, indent=1)
    return Made(f"{args['filename']}.json", "application/json", text.encode())
