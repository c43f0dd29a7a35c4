"""What cannot be so in an announcement that is being written."""

from bot.catalog.markup import length
from bot.catalog.texts import as_html
from bot.core.broadcasts.templates import BLANK
from bot.work.broadcasts.under_way import wording
from bot.work.broadcasts.writing.composed import Composed
from bot.work.visit import Visit

_SPARE = 20  # of the letters that Telegram takes


def to(visit: Visit, made: Composed) -> tuple[str, ...]:
    """The beginnings of the keys of the questions to be asked again, after it was said why; empty when all is well."""
    if made.not_after is not None and made.not_after <= max(made.starts_at or visit.now, visit.now):
        visit.say("siaran_batas_dulu")
        return ("batas",)
    message = made.message
    most = wording.LONGEST if message.media is None else wording.LONGEST_CAPTION
    over = length(_whole_text(visit, made)) + _SPARE - most
    if over > 0:
        visit.say("siaran_kepanjangan", lebih=over)
        return ("pesan", BLANK)
    return ()


def _whole_text(visit: Visit, made: Composed) -> str:
    """As a recipient would read it, even after a correction."""
    message, office = made.message, visit.office
    told = {"hari": office.day(visit.now), "untuk": wording.whom(office, made.audience), "diralat": True, "ubah": ""}
    by_when = wording.deadline(office, message, visit.now)
    return visit.text(
        "siaran_isi",
        dari=message.sender or office.bappeda,
        isi=as_html(message.html),
        diminta=as_html(message.asked),
        tenggat=by_when["tenggat"],
        sebelum=by_when["sebelum"],
        **told,
    )
