"""What whoever may announce says of an announcement, in the one reading that all look at."""

from bot.core.broadcasts.said import Said
from bot.core.broadcasts.spoken import Reader
from bot.work.access import allowed, command
from bot.work.broadcasts import addressed
from bot.work.visit import Visit


def said(visit: Visit, text: str) -> Said | None:
    """None of whoever may not, and where nothing of that sort is said."""
    if not allowed(command("siaran"), visit.grants):
        return None
    return Reader(visit.office.catalog.world, addressed.of_address(visit)).read(text)
