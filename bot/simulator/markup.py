"""Telegram's HTML, read as strictly as Telegram does: an unknown or unclosed tag refuses the whole message."""

import re
from dataclasses import dataclass, field

from bot.simulator.entities import Formatted, in_order, utf16_length
from bot.simulator.protocol import Json
from bot.simulator.refusals import Refusal, bad_request

SIMPLE = {
    **dict.fromkeys(("b", "strong"), "bold"),
    **dict.fromkeys(("i", "em"), "italic"),
    **dict.fromkeys(("u", "ins"), "underline"),
    **dict.fromkeys(("s", "strike", "del"), "strikethrough"),
    "tg-spoiler": "spoiler",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
}
KNOWN = {*SIMPLE, "a", "span", "tg-emoji"}
SPACE = " \t\r\n\v\f"
NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
REFERENCE = re.compile(r"&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]+));?", re.IGNORECASE)
ATTRIBUTE = re.compile(r"""\s*([^\s=>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([\w.-]+)(?=[\s>])))?""")


@dataclass
class Tag:
    name: str
    begins: int
    """UTF-16 units of text before it."""
    attributes: dict[str, str]


@dataclass
class Reading:
    """What has been read so far: text, closed entities, and the tags still open."""

    source: str
    text: list[str] = field(default_factory=list)
    length: int = 0
    entities: list[Json] = field(default_factory=list)
    tags: list[Tag] = field(default_factory=list)

    def refuse(self, reason: str, place: int | None = None) -> Refusal:
        where = "" if place is None else f" at byte offset {len(self.source[:place].encode('utf-8', 'surrogatepass'))}"
        return bad_request(f"can't parse entities: {reason}{where}")

    def add(self, text: str) -> None:
        self.text.append(text)
        self.length += utf16_length(text)


def read_html(source: str) -> Formatted:
    """Raises Refusal (400) `can't parse entities: …` in Telegram's words."""
    reading = Reading(source)
    place = 0
    while place < len(source):
        following = source.find("<", place)
        stop = len(source) if following < 0 else following
        reading.add(unescape(source[place:stop]))
        place = stop if following < 0 else _read_tag(reading, following)
    if reading.tags:
        raise reading.refuse(f'Can\'t find end tag corresponding to start tag "{reading.tags[-1].name}"')
    return Formatted("".join(reading.text), in_order(reading.entities))


def unescape(text: str) -> str:
    """Telegram knows four named references and the numeric ones; everything else stays as written."""
    return REFERENCE.sub(_character, text) if "&" in text else text


def _character(match: re.Match[str]) -> str:
    decimal, hexadecimal, name = match.groups()
    if name:
        return NAMED.get(name.lower(), match.group())
    code = int(decimal) if decimal else int(hexadecimal, 16)
    return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else match.group()


def _read_tag(reading: Reading, place: int) -> int:
    return _read_end(reading, place) if reading.source.startswith("</", place) else _read_start(reading, place)


def _read_start(reading: Reading, place: int) -> int:
    source = reading.source
    name_ends = place + 1
    while name_ends < len(source) and source[name_ends] not in SPACE + ">":
        name_ends += 1
    name = source[place + 1 : name_ends].lower()
    if name_ends == len(source):
        raise reading.refuse("Unclosed start tag", place)
    if name not in KNOWN:
        raise reading.refuse(f'Unsupported start tag "{name}"', place)
    attributes, stop = _read_attributes(reading, name, name_ends, place)
    if name == "span" and attributes.get("class") != "tg-spoiler":
        raise reading.refuse('Tag "span" must have class "tg-spoiler"', place)
    reading.tags.append(Tag(name, reading.length, attributes))
    return stop


def _read_attributes(reading: Reading, name: str, place: int, begins: int) -> tuple[dict[str, str], int]:
    attributes: dict[str, str] = {}
    while True:
        while place < len(reading.source) and reading.source[place] in SPACE:
            place += 1
        if reading.source.startswith(">", place):
            return attributes, place + 1
        match = ATTRIBUTE.match(reading.source, place)
        if match is None and place < len(reading.source):
            raise reading.refuse(f'Empty attribute name in the tag "{name}"', begins)
        if match is None or reading.source[match.end() : match.end() + 1] in {"", "="}:
            raise reading.refuse("Unclosed start tag", begins)
        attributes[match[1].lower()] = unescape(match[2] or match[3] or (match[4] or "").lower())
        place = match.end()


def _read_end(reading: Reading, place: int) -> int:
    if not reading.tags:
        raise reading.refuse("Unexpected end tag", place)
    stop = reading.source.find(">", place)
    if stop < 0:
        raise reading.refuse("Unclosed end tag", place)
    name = reading.source[place + 2 : stop].rstrip(SPACE).lower()
    tag = reading.tags[-1]
    if name and name != tag.name:
        raise reading.refuse(f'Unmatched end tag at byte offset {place}, expected "</{tag.name}>", found "</{name}>"')
    reading.tags.pop()
    _close(reading, tag)
    return stop + 1


def _close(reading: Reading, tag: Tag) -> None:
    length = reading.length - tag.begins
    entity = _entity(reading, tag)
    if length > 0 and entity is not None:
        reading.entities.append({"offset": tag.begins, "length": length, **entity})


def _entity(reading: Reading, tag: Tag) -> Json | None:
    if tag.name == "a":
        return _link(reading, tag)
    if tag.name == "span":
        return {"type": "spoiler"}
    if tag.name == "tg-emoji":
        return {"type": "custom_emoji", "custom_emoji_id": tag.attributes.get("emoji-id", "")}
    if tag.name == "blockquote" and "expandable" in tag.attributes:
        return {"type": "expandable_blockquote"}
    if tag.name == "pre":
        _absorb_code(reading, tag)
    return {"type": SIMPLE[tag.name]}


def _absorb_code(reading: Reading, tag: Tag) -> None:
    """`<pre><code class="language-x">` is one block, not two entities."""
    inner = reading.entities[-1] if reading.entities else {}
    if inner.get("type") == "code" and inner["offset"] == tag.begins:
        reading.entities.pop()


def _link(reading: Reading, tag: Tag) -> Json | None:
    address = tag.attributes.get("href") or "".join(reading.text)[-(reading.length - tag.begins) :]
    person = re.fullmatch(r"tg://user\?id=(\d+)", address)
    if person:
        return {"type": "text_mention", "user": {"id": int(person[1]), "is_bot": False, "first_name": ""}}
    if re.match(r"(?:https?|tg|mailto|tel|ton)://?\S", address, re.IGNORECASE):
        return {"type": "text_link", "url": address}
    return {"type": "text_link", "url": f"http://{address}"} if re.match(r"[\w-]+\.\w", address) else None
