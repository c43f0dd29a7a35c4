"""Photos together in one .zip, each under the name by which a table calls it."""

import io
import zipfile
from collections.abc import Mapping
from typing import Any

from bot.reports import Made

MIME = "application/zip"
#: Bytes: Telegram takes 50 million from a bot.
_HEAVIEST = 45_000_000
_LIGHTER = 55  # the quality of a JPEG, where all of them would be too heavy


def make(args: Mapping[str, Any]) -> Made:
    """`filename`, `names`: what each file is to be called, by the argument that holds it as bytes."""
    photos = {name: args[key] for key, name in args["names"].items()}
    if sum(map(len, photos.values())) > _HEAVIEST:
        photos = {name: _lighter(content) if name.endswith(".jpg") else content for name, content in photos.items()}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as bundle:
        for name, content in photos.items():
            bundle.writestr(zipfile.ZipInfo(name), content)
    return Made(f"{args['filename']}.zip", MIME, out.getvalue())


def _lighter(content: bytes) -> bytes:
    from PIL import Image

    out = io.BytesIO()
    Image.open(io.BytesIO(content), formats=("JPEG",)).convert("RGB").save(out, "JPEG", quality=_LIGHTER)
    return out.getvalue()
