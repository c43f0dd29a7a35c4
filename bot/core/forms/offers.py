"""Choosing one of several offers, by button, by number or by name."""

from collections.abc import Sequence

from bot.core.forms.digits import whole
from bot.core.forms.heard import Heard, Pressed, Typed
from bot.core.forms.questions import Offer, Refused, Unsure
from bot.core.forms.say import Words
from bot.core.forms.writing import key_of
from bot.core.places.spelling import match


def choose(offers: Sequence[Offer], heard: Heard) -> tuple[Offer, bool] | Refused | Unsure:
    """The offer that is meant, and whether it has to be said back: after a number or a misspelt name."""
    if isinstance(heard, Pressed):
        pressed = next((offer for offer in offers if offer.value == heard.value), None)
        return (pressed, False) if pressed else Refused(Words("mesin.pilihan_tidak_ada"))
    if isinstance(heard, Typed):
        return _by_text(offers, heard.text)
    return Refused(Words("mesin.pilihan_tidak_ada"))


def _by_text(offers: Sequence[Offer], text: str) -> tuple[Offer, bool] | Refused | Unsure:
    number = text.strip(" .)")
    if 1 <= (at := whole(number) or 0) <= len(offers):
        return offers[at - 1], True
    found = match(offers, text, lambda offer: str(offer.label))
    if found.kind == "none" and (tail := _by_tail(offers, text)) is not None:
        return tail, False
    if found.kind == "none":
        return Refused(Words("mesin.pilihan_tidak_ada"))
    if found.kind == "several":
        return Unsure(Words("mesin.yang_mana"), tuple(found.items))
    return found.items[0], found.kind == "near"


def _by_tail(offers: Sequence[Offer], text: str) -> Offer | None:
    """ "Ada saksi", where the button says "Setuju, ada saksi": by what stands behind its comma, where one has that."""
    typed = key_of(text)
    meant = [offer for offer in offers if typed and key_of(str(offer.label).partition(",")[2]) == typed]
    return meant[0] if len(meant) == 1 else None
