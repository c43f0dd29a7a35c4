"""QR codes as pictures, read by any phone's camera from paper or from another phone."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

#: White modules around the code, without which cameras do not find it.
QUIET_ZONE = 4


def modules(text: str) -> list[bytes]:
    """The code row by row, a byte for each module, with its quiet zone; a quarter of it may be dirty, folded or badly
    printed (error correction Q)."""
    import segno

    code = segno.make(text, error="q", micro=False, boost_error=False)
    return [bytes(row) for row in code.matrix_iter(border=QUIET_ZONE)]


def picture(text: str, side: int) -> "Image":
    """A code of at most `side` pixels with its quiet zone; every module has the same whole number of pixels."""
    from PIL import Image

    rows = modules(text)
    small = Image.frombytes("L", (len(rows[0]), len(rows)), b"".join(rows)).point(lambda dark: 0 if dark else 255)
    scale = max(side // small.width, 1)
    return small.resize((small.width * scale, small.height * scale), Image.Resampling.NEAREST)
