"""The way to the DU-RKP Desa, from wherever its people look for it. Whoever works in kelurahan alone never reads the
word."""

from bot.core.wilayah import is_kelurahan
from bot.work.access import button
from bot.work.saying.keyboard import Key, press
from bot.work.visit import Visit

FAMILY = "du"
#: Where a desa agrees on what it asks of the kabupaten.
REQUESTING = ("musdes", "musrenbang_desa")


def key(visit: Visit) -> list[Key]:
    """A row with its button; empty for those who have no desa."""
    roles = button(FAMILY).roles
    has_desa = any(grant.role in roles and not is_kelurahan(grant.scope) for grant in visit.grants)
    return [(visit.text("durkp_tombol"), press(FAMILY, "awal"))] if has_desa else []
