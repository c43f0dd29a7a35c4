"""Before and after, side by side, as a picture to pass on: the number, the place and the days, and nobody's name."""

import io
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from bot.reports import Made
from bot.reports.bars import fitted
from bot.reports.paper import GREEN, INK, PALE, Paper, font

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageDraw import ImageDraw

#: Pixels. Shown 360 wide, the smallest letters are 11 high.
_WIDTH, _GAP, _BAND, _LABELS, _FOOT, _SMALL = 1080, 24, 156, 120, 72, 34
#: How high the photos stand: side by side, and alone.
_LOW, _HIGH, _ALONE = 420, 680, 760
_QUOTE = 40
#: Bytes: what a slow line carries at once.
_HEAVIEST = 300_000
_QUALITIES = (86, 78, 70, 60, 48, 36, 24, 12)


def make(args: Mapping[str, Any]) -> Made:
    """`title`, `place`, `agency`, `labels` and `days` (of before, of after), `quote` (where there is no picture from
    before), `filename`; `after` and perhaps `before`: pictures as bytes."""
    photos = [_opened(args[name]) for name in ("before", "after") if args.get(name)]
    width = (_WIDTH - _GAP * (len(photos) + 1)) // len(photos)
    size = width, _height(photos, width)
    paper = Paper(_WIDTH, _BAND + _FOOT + _LABELS + size[1] + _room_for(args), _GAP)
    _head(paper, args)
    if len(photos) == 1:
        _quote(paper, args)
    labels, days = args["labels"][-len(photos) :], args["days"][-len(photos) :]
    for at, photo in enumerate(photos):
        _photo(paper, photo, size, _GAP + at * (width + _GAP), (labels[at], days[at]))
    _foot(paper, args["agency"])
    return Made(f"{args['filename']}.jpg", "image/jpeg", _light(paper.image))


def _opened(content: bytes) -> "Image":
    from PIL import Image

    return Image.open(io.BytesIO(content), formats=("JPEG",)).convert("RGB")


def _height(photos: Sequence["Image"], width: int) -> int:
    """As they were taken, within what still looks like one picture."""
    wanted = sum(width * photo.height / photo.width for photo in photos) / len(photos)
    return round(min(max(wanted, _LOW), _HIGH if len(photos) > 1 else _ALONE))


def _room_for(args: Mapping[str, Any]) -> int:
    """Above a photo that stands alone: what was told, in at most four lines."""
    if args.get("before") or not args["quote"]:
        return 0
    trial = Paper(_WIDTH, 1000, _GAP)
    _quote(trial, args)
    return trial.y - _BAND


def _head(paper: Paper, args: Mapping[str, Any]) -> None:
    paper.y = 0
    paper.band(_BAND)
    paper.y = 22
    paper.write(args["title"], 54, bold=True, colour="white", align="left", most=1)
    paper.write(args["place"], _SMALL, colour="white", align="left", most=1)
    paper.y = _BAND


def _quote(paper: Paper, args: Mapping[str, Any]) -> None:
    if args["quote"]:
        paper.y = _BAND + _GAP
        paper.write(args["labels"][0], 42, bold=True, colour=GREEN, align="left", most=1)
        paper.write(args["days"][0], _SMALL, colour=PALE, align="left", most=1)
        paper.skip(6)
        paper.write(f"“{args['quote']}”", _QUOTE, align="left", most=5)


def _photo(paper: Paper, photo: "Image", size: tuple[int, int], left: int, told: tuple[str, str]) -> None:
    """What it is, and of which day, above it."""
    from PIL import ImageDraw, ImageOps

    draw = ImageDraw.Draw(paper.image)
    _write(draw, told[0], (left, paper.y + 42), size[0], 42, GREEN)
    _write(draw, told[1], (left, paper.y + 88), size[0], _SMALL, INK)
    paper.image.paste(ImageOps.fit(photo, size), (left, paper.y + _LABELS))


def _write(draw: "ImageDraw", told: str, where: tuple[int, int], room: int, size: int, colour: str) -> None:
    stroke = 1 if colour == GREEN else 0
    text = fitted(draw, told, size, room)
    draw.text(where, text, fill=colour, font=font(size), anchor="lm", stroke_width=stroke, stroke_fill=colour)


def _foot(paper: Paper, agency: str) -> None:
    paper.y = paper.height - _FOOT + 18
    paper.write(agency, _SMALL, colour=PALE, most=1)


def _light(image: "Image") -> bytes:
    """As good as its weight allows."""
    content = b""
    for quality in _QUALITIES:
        out = io.BytesIO()
        image.save(out, "JPEG", quality=quality, optimize=True, progressive=True)
        content = out.getvalue()
        if len(content) <= _HEAVIEST:
            break
    return content
