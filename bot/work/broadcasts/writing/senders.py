"""In whose name an announcement stands: the office's, or that of a kecamatan."""

from dataclasses import replace
from html import unescape

from bot.core.wilayah import lies_in
from bot.work.access import BAPPEDA, CAMAT, FASILITATOR_KECAMATAN
from bot.work.broadcasts.writing.composed import Composed
from bot.work.visit import Visit

_OF_A_KECAMATAN = (CAMAT, FASILITATOR_KECAMATAN)


def in_the_name_of(visit: Visit, made: Composed) -> Composed:
    """Who is no officer of the kabupaten speaks for their own kecamatan."""
    if any(grant.role == BAPPEDA for grant in visit.grants):
        return made
    mine = [one for one in visit.grants if one.role in _OF_A_KECAMATAN and lies_in(made.audience.scope, one.scope)]
    if not mine:
        return made
    found = visit.office.catalog.places.find(mine[0].scope)
    sender = visit.text(f"siaran_dari_{mine[0].role}", wilayah=found.name if found else "")
    return replace(made, message=replace(made.message, sender=unescape(sender)))
