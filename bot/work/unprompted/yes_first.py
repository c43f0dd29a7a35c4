"""A yes in a sentence of its own to a letter that waits, and what else is said behind it."""

import re
from dataclasses import replace

from bot.core.forms.heard import Heard, Typed
from bot.core.forms.writing import key_of
from bot.work.unprompted import shown
from bot.work.visit import Visit

_SENTENCE = re.compile(r"[.;!\n]+\s+")
_FEW, _FIRST = 5, 3  # words of the yes; those behind it that may hold it back


async def agreed_first(visit: Visit, heard: Heard) -> tuple[str, str] | None:
    """ "Ya tanyakan. Yang air juga …": the letter that waits, and what else was said; None where none is agreed to."""
    if not isinstance(heard, Typed) or not (parts := _SENTENCE.split(heard.text.strip(), 1))[1:] or not visit.grants:
        return None
    world, behind = visit.office.catalog.world, re.findall(r"[^\W_]+", key_of(parts[1]))[:_FIRST]
    if {*behind} & (world.agreeing["tahan"] | world.withdrawing):
        return None  # "ya. tapi jangan dulu dikirim"
    first = replace(heard, text=parts[0])
    if not parts[1] or len(parts[0].split()) > _FEW or not visit.agrees(key_of(parts[0]).partition(" ")[0]):
        return None
    data = await shown.meant(visit, first) or await shown.agreed_above(visit, first)
    return (data, parts[1]) if data is not None and data.startswith(shown.LETTERS) else None
