"""The photos beside the sheet for SIPD: in bundles of fifty, under the names that stand in its columns."""

from collections.abc import Sequence
from typing import Any

from bot.work.saying import files
from bot.work.saying.keyboard import Key, press
from bot.work.saying.keyboard import keyboard as keys_in
from bot.work.saying.naming import place_name
from bot.work.sipd.rows import FAMILY, PHOTOS, Source, photo_name
from bot.work.visit import Visit

_AT_ONCE = 50  # about as many as fit a file that Telegram takes


def key(visit: Visit, sources: Sequence[Source], kecamatan: str, year: int) -> list[Key]:
    """Nothing where there are no photos."""
    count = len(_named(visit, sources))
    label = visit.office.plain("sipd_tombol_foto", jumlah=count)
    return [(label, press(FAMILY, "foto", kecamatan, year, 0))] if count else []


def send(visit: Visit, sources: Sequence[Source], kecamatan: str, year: int, part: int) -> None:
    """One bundle, and the way to the next."""
    named = _named(visit, sources)
    shown = named[part * _AT_ONCE : (part + 1) * _AT_ONCE]
    if not shown:
        visit.stale()
        return
    first, last = part * _AT_ONCE + 1, part * _AT_ONCE + len(shown)
    place = place_name(visit.office, kecamatan)
    filename = "-".join(["Foto", *place.split(), str(year), str(part + 1)])
    args = {"filename": filename, "names": {f"foto{at}": name for at, (name, _) in enumerate(shown)}}
    paths = {f"foto{at}": path for at, (_, path) in enumerate(shown)}
    told: dict[str, Any] = {"kecamatan": place, "tahun": year, "dari": first, "sampai": last, "jumlah": len(named)}
    more = [(visit.text("sipd_tombol_foto_lagi"), press(FAMILY, "foto", kecamatan, year, part + 1))]
    markup = keys_in(more) if last < len(named) else None
    text = visit.text("sipd_foto", **told)
    files.make(visit, "photo_bundle", args, text, markup, pictures=paths)


def _named(visit: Visit, sources: Sequence[Source]) -> list[tuple[str, str]]:
    """Name and path of every photo that stands in the sheet."""
    return [
        (photo_name(visit.office, source.usulan, number, path), path)
        for source in sources
        if not source.held
        for number, path in enumerate(source.photos[:PHOTOS], 1)
    ]
