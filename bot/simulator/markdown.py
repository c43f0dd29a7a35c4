"""Telegram's MarkdownV2, enough for a bot that uses it: marks, code, links, and every reserved sign escaped."""

import re

from bot.simulator.entities import Formatted, in_order, utf16_length
from bot.simulator.protocol import Json
from bot.simulator.refusals import bad_request

MARKS = {"*": "bold", "_": "italic", "__": "underline", "~": "strikethrough", "||": "spoiler"}
RESERVED = "_*[]()~`>#+-=|{}.!"
PIECE = re.compile(
    r"\\(?P<escaped>[\x01-\x7e])|```(?P<pre>.*?)```|`(?P<code>[^`]*)`|\[(?P<label>[^\]]*)\]\((?P<url>[^)]*)\)"
    r"|(?P<mark>\|\||__|[*_~])|(?P<plain>.)",
    re.DOTALL,
)


def read_markdown(source: str) -> Formatted:
    """Raises Refusal (400) for a reserved character that is not escaped or a mark that is not closed."""
    text: list[str] = []
    entities: list[Json] = []
    opened: list[tuple[str, int]] = []
    for match in PIECE.finditer(source):
        length = utf16_length("".join(text))
        if match["mark"]:
            _mark(match["mark"], length, opened, entities)
            continue
        piece, entity = _piece(match)
        text.append(piece)
        if entity:
            entities.append({"offset": length, "length": utf16_length(piece), **entity})
    if opened:
        raise bad_request(f"can't parse entities: Can't find end of {MARKS[opened[-1][0]].capitalize()} entity")
    return Formatted("".join(text), in_order(entities))


def _mark(mark: str, place: int, opened: list[tuple[str, int]], entities: list[Json]) -> None:
    if opened and opened[-1][0] == mark:
        begins = opened.pop()[1]
        if place > begins:
            entities.append({"type": MARKS[mark], "offset": begins, "length": place - begins})
    else:
        opened.append((mark, place))


def _piece(match: re.Match[str]) -> tuple[str, Json]:
    if match["escaped"]:
        return match["escaped"], {}
    if match["pre"] is not None:
        return match["pre"].removeprefix("\n"), {"type": "pre"}
    if match["code"] is not None:
        return match["code"], {"type": "code"}
    if match["label"] is not None:
        return match["label"], {"type": "text_link", "url": match["url"]}
    if match["plain"] in RESERVED:
        why = f"Character '{match['plain']}' is reserved and must be escaped with the preceding '\\'"
        raise bad_request(f"can't parse entities: {why}")
    return match["plain"], {}
