"""Woman or man: not asked of somebody whose name tells it, such as "Pak Sulaiman" or "Hj. Salmiah"."""

from bot.core.forms.questions import Ask
from bot.core.hall.guests import guests_of
from bot.core.kinds import choice

Params, read, offers = choice.Params, choice.read, choice.offers
holds, show = choice.holds, choice.show


def asked(ask: Ask) -> bool:
    """`nama`: the question that tells who it is about."""
    name = ask.values.get("nama")
    told = guests_of(ask.world.spellings.guests).gender_in(str(name["text"])) if isinstance(name, dict) else None
    return told is None or ask.mine is not None
