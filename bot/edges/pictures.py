"""Photos as they are kept: small, upright, and without what the camera wrote about place and time."""

from pathlib import Path

_LONGEST_SIDE = 1600
_MOST_PIXELS = 50_000_000


class NotAPicture(Exception):
    """The file is not a picture that can be opened within the limits."""


def reduce(source: Path, target: Path) -> None:
    """Re-encode as JPEG of at most 1600 pixels a side; EXIF (and with it GPS) is not carried over. Blocking: call in
    a thread."""
    from PIL import Image, ImageOps

    try:
        with Image.open(source) as opened:
            if opened.width * opened.height > _MOST_PIXELS:
                raise NotAPicture("too many pixels")
            upright = ImageOps.exif_transpose(opened).convert("RGB")
            upright.thumbnail((_LONGEST_SIDE, _LONGEST_SIDE))
            bare = Image.new("RGB", upright.size)
            bare.paste(upright)
            bare.save(target, "JPEG", quality=85, optimize=True)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise NotAPicture(repr(error)[:200]) from error
