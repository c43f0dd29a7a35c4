"""What became of a file that was sent in, asked in words: "hasilnya sudah?", "sdh masuk semua?"."""

from bot.core.forms.heard import Heard, Typed
from bot.core.forms.writing import key_of
from bot.store.roles import lists
from bot.work.visit import Visit

_SINCE, _NAMED = 2 * 3600.0, 24 * 3600.0  # seconds: whatever is asked, and of a file that is named
_LONGEST = 8  # words


async def tell(visit: Visit, heard: Heard) -> bool:
    """Whether it was asked of one that they sent of late."""
    if not isinstance(heard, Typed) or not visit.grants or (since := _asked(visit, heard.text)) is None:
        return False
    found = await visit.look_up(lists.newest, visit.me.id, visit.turn.real - since)
    if found is None:
        return False
    outcome, was_read = found
    visit.say("berkas_jadinya", jadi=outcome or "", terbaca=was_read)
    return True


def _asked(visit: Visit, text: str) -> float | None:
    """How long ago it may have been sent; None where it is not asked."""
    known, spoken = visit.office.catalog.world.files_asked, key_of(text).replace(",", " ").rstrip("?! ").split()
    every = known["sudah"] | known["hasil"] | known["berkas"] | known["iringan"]
    if not 0 < len(spoken) <= _LONGEST or not every.issuperset(spoken):
        return None
    is_named, is_told = (not known[key].isdisjoint(spoken) for key in ("berkas", "hasil"))
    asks = "?" in text or not known["sudah"].isdisjoint(spoken)
    return (_NAMED if is_named else _SINCE) if asks and is_told else None
