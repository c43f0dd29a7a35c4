"""The place that somebody's roles tell."""

from collections.abc import Sequence
from typing import Any

from bot.core.records import Grant
from bot.core.wilayah import DESA, KECAMATAN, level_of, up_to
from bot.work.office import Office


def home(office: Office, grants: Sequence[Grant], roles: Sequence[str]) -> dict[str, Any]:
    """Answers to "which kecamatan, which desa" that follow from one's grants; none where there is a choice."""
    scopes = {grant.scope for grant in grants if grant.role in roles}
    found: dict[str, Any] = {}
    for key in (KECAMATAN, DESA):
        codes = {up_to(scope, key) for scope in scopes}
        place = office.catalog.places.find(next(iter(codes))) if len(codes) == 1 else None
        if place is not None and level_of(place.code) == key:
            found[key] = {"code": place.code, "name": place.name}
    return found
