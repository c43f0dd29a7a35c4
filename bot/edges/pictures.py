"""Photos as they are kept: small, upright, and without what the camera wrote about place and time."""

import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image as Picture

_LONGEST_SIDE = 1600
_MOST_PIXELS = 40_000_000
#: What telephones and scanners make, and nothing whose reader few people use and many attack.
_FORMATS = ("JPEG", "PNG", "WEBP")
_UPRIGHT = {2: "FLIP_LEFT_RIGHT", 3: "ROTATE_180", 4: "FLIP_TOP_BOTTOM", 5: "TRANSPOSE"}
_UPRIGHT |= {6: "ROTATE_270", 7: "TRANSVERSE", 8: "ROTATE_90"}
_ORIENTATION = 0x0112


class NotAPicture(Exception):
    """The file is not a picture that can be opened within the limits."""


def reduce(content: bytes) -> bytes:
    """Re-encoded as JPEG of at most 1600 pixels a side; EXIF (and with it GPS) is not carried over. Only in a sandbox:
    what the libraries do with an odd file is nobody's promise. Raises NotAPicture for whatever they say."""
    try:
        return _reduced(content)
    except NotAPicture:
        raise
    except Exception as error:
        raise NotAPicture(repr(error)[:200]) from error


def _reduced(content: bytes) -> bytes:
    from PIL import Image

    with Image.open(io.BytesIO(content), formats=_FORMATS) as opened:
        if opened.width * opened.height > _MOST_PIXELS:
            raise NotAPicture("too many pixels")
        turn = _UPRIGHT.get(_orientation(opened))
        opened.draft("RGB", (_LONGEST_SIDE, _LONGEST_SIDE))  # a JPEG is decoded small: a tenth of the memory
        small = opened.convert("RGB")
    small.thumbnail((_LONGEST_SIDE, _LONGEST_SIDE))
    bare = Image.new("RGB", small.size)
    bare.paste(small)
    upright = bare if turn is None else bare.transpose(Image.Transpose[turn])
    out = io.BytesIO()
    upright.save(out, "JPEG", quality=85, optimize=True)
    return out.getvalue()


def _orientation(opened: "Picture") -> int:
    """How the camera was held; upright where what it wrote cannot be read."""
    try:
        return int(opened.getexif().get(_ORIENTATION, 1))
    except Exception:  # noqa: BLE001  # what the camera wrote is no reason to lose the picture
        return 1
