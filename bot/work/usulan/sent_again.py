"""*Kirim*, pressed again on the card of what was sent."""

from bot.core.forms.heard import Pressed
from bot.store.usulan import usulan as stored
from bot.work.visit import Visit

_SEND = "~kirim"  # what the button of that name carries


async def is_sent(visit: Visit, pressed: Pressed) -> bool:
    """*Kirim*, pressed again on the card of what was sent: the number is said, instead of that the button is over."""
    is_open = any(draft.draft == pressed.draft for draft in visit.conversations.values())
    if pressed.value != _SEND or is_open:
        return False
    found = await visit.ask_once(stored.made_of, visit.me.id, pressed.draft)
    if found is not None:
        visit.toast("sudah_terkirim", nomor=visit.office.spoken_number(found))
    return found is not None
