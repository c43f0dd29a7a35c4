"""One page to read, in any browser and without a connection: titles, and lines of a label and what belongs to it."""

from collections.abc import Mapping
from html import escape
from typing import Any

from bot.reports import Made

_STYLE = (
    "body{font:18px/1.5 system-ui,sans-serif;max-width:40em;margin:1.5em auto;padding:0 1em;color:#1d2b26}"
    "h1{font-size:1.4em}h2{font-size:1.15em;border-bottom:2px solid #cfe3da;margin-top:1.8em}"
    "dt{font-weight:600;margin-top:.6em}dd{margin:0;white-space:pre-wrap;overflow-wrap:anywhere}"
)


def make(args: Mapping[str, Any]) -> Made:
    """`filename`, `title`, `note`, `sections`: a list of {"title", "rows": [[label, text], ...]}."""
    title = escape(args["title"])
    head = f'<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{title}</title>'
    body = "".join(map(_section, args["sections"]))
    page = f'<!doctype html><html lang="id"><head>{head}<style>{_STYLE}</style></head><body>'
    page += f"<h1>{title}</h1><p>{escape(args['note'])}</p>{body}</body></html>"
    return Made(f"{args['filename']}.html", "text/html", page.encode())


def _section(told: Mapping[str, Any]) -> str:
    rows = "".join(f"<dt>{escape(str(label))}</dt><dd>{escape(str(text))}</dd>" for label, text in told["rows"])
    return f"<h2>{escape(told['title'])}</h2><dl>{rows}</dl>"
