"""Words of the trade, explained to whoever asks; what stood open is asked again below."""

from bot.core.forms.heard import Sent, Typed
from bot.core.understanding.meanings import asked
from bot.work import conversation
from bot.work.visit import Visit


async def tell(visit: Visit, heard: Typed | Sent) -> bool:
    """False where no word is asked about."""
    names = asked(heard.text, visit.office.catalog.world) if isinstance(heard, Typed) else ()
    for name in names:
        visit.say(f"arti.{name}")
    if names:
        await conversation.resume(visit)
    return bool(names)
