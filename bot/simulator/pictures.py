"""Photos as Telegram keeps them: re-encoded as JPEG without EXIF, in a few sizes."""

import io
from dataclasses import dataclass

from PIL import Image, ImageOps

SIDES = (90, 320, 800, 1280)
"""Pixels of the longer side of each size Telegram makes; none is made larger than the photo."""

HIGHEST_SUM = 10_000
STEEPEST = 20
"""Telegram refuses photos whose sides add up to more, or whose ratio is more."""


@dataclass(frozen=True)
class Size:
    width: int
    height: int
    content: bytes


class BadPicture(Exception):
    """The bytes are no picture Telegram would take; the text is Telegram's code for it."""


def make_sizes(content: bytes) -> list[Size]:
    """All sizes, the smallest first. Raises BadPicture."""
    picture = _open(content)
    longest = max(picture.size)
    sides = [side for side in SIDES if side < longest] + [min(longest, SIDES[-1])]
    return [_scale(picture, side) for side in sorted(set(sides))]


def _open(content: bytes) -> Image.Image:
    try:
        with Image.open(io.BytesIO(content)) as opened:
            width, height = opened.size
            if width + height > HIGHEST_SUM or max(width, height) > STEEPEST * min(width, height):
                raise BadPicture("PHOTO_INVALID_DIMENSIONS")
            return ImageOps.exif_transpose(opened).convert("RGB")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        raise BadPicture("IMAGE_PROCESS_FAILED") from None


def _scale(picture: Image.Image, side: int) -> Size:
    scaled = picture.copy()
    scaled.thumbnail((side, side))
    out = io.BytesIO()
    scaled.save(out, "JPEG", quality=85)
    return Size(scaled.width, scaled.height, out.getvalue())
