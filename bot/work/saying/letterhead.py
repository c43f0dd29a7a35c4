"""What stands above and below the papers of a wilayah: its letterhead, and who signs for it."""

from typing import Any

from bot.core.wilayah import DESA, is_kelurahan, kecamatan_of, level_of
from bot.store.hall.letterheads import Letterhead
from bot.work.office import Office
from bot.work.saying.naming import place_name


def above(office: Office, wilayah: str, known: Letterhead) -> dict[str, Any]:
    """As `templates/kertas.typ` takes it."""
    return {"lines": lines(office, wilayah, known), "address": known.address}


def lines(office: Office, wilayah: str, known: Letterhead) -> list[str]:
    """From the kabupaten down; the last line is the village's own."""
    kabupaten = office.plain("lembar.pemerintah", wilayah=office.catalog.places.kabupaten.name)
    between = [place_name(office, kecamatan_of(wilayah))] if level_of(wilayah) == DESA else []
    return [line.upper() for line in (kabupaten, *between, known.title or place_name(office, wilayah))]


def signing(office: Office, wilayah: str, known: Letterhead) -> dict[str, str]:
    """*Mengetahui*, with the name where somebody told it."""
    above_it = office.plain("lembar.mengetahui")
    return {"above": above_it, "role": official(office, wilayah), "name": known.head}


def official(office: Office, wilayah: str) -> str:
    """*Kepala Desa Boiya*, *Lurah Kambiolangi*, *Camat Maiwa*."""
    _, _, name = place_name(office, wilayah).partition(" ")
    kind = "camat" if level_of(wilayah) != DESA else "lurah" if is_kelurahan(wilayah) else "kades"
    return office.plain(f"lembar.pejabat_{kind}", nama=name)
