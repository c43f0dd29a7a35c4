"""*Bawa lagi* in words: "bawa lagi yang tahun lalu" brings again what may come again of theirs, and is never the story
of another usulan; nor is a no to it."""

import re
from collections.abc import Sequence

from bot.core.forms.heard import Heard, Typed
from bot.core.forms.writing import begun_with, is_question, key_of
from bot.core.records import WITHDRAWN, Usulan
from bot.core.spelt import either, one_of
from bot.store.usulan import usulan as stored
from bot.work.access import allowed, button
from bot.work.answering import correcting, naming, questions, topics
from bot.work.people.people import has_consented
from bot.work.saying.keyboard import keyboard
from bot.work.usulan import seasons, usulan
from bot.work.visit import Visit

_LONGEST = 12  # words
_LOOKED_THROUGH = 10
_YEAR = re.compile(r"(?<=\d)/\d{2,4}\b")  # "Baraka 6/27"


async def take(visit: Visit, heard: Heard) -> bool:
    """Whether it was brought, asked about, or said that there is none. Whoever reads usulan may speak of others', and
    who names what they never brought tells something."""
    if not isinstance(heard, Typed) or not has_consented(visit):
        return False
    if not _may_mean_it(visit, heard.text):
        return await _is_left(visit, heard.text) or await _is_wanted(visit, heard.text)
    beside = _beside(visit, heard.text)
    found = await _that_may_come(visit)
    named = naming.named_in(visit.office, _YEAR.sub("", heard.text), found)
    meant = [named.one] if named else [one for one in found if beside and topics.tells(one, beside)]
    if not meant and (beside or not found) and (later := await _later(visit, beside)):
        visit.say("bawa_lagi_nanti", nama=visit.me.name, nomor=[visit.office.spoken_number(one) for one in later])
        return True
    if (beside and not meant) or (not found and allowed(button("u"), visit.grants)):
        return False
    await _bring(visit, meant or await _shown(visit, found) or found)
    return True


async def _is_left(visit: Visit, text: str) -> bool:
    """ "Tidak usah mi, sudah ada WC-nya" under the offer: whoever reads there hears it, and nothing new begins."""
    if not begun_with(text, visit.office.catalog.world.bringing_again["tidak"]):
        return False
    left = await _shown(visit, await _that_may_come(visit))
    if left:
        handed = await questions.hand_on(visit, text, left[0].desa, is_asked=False)
        numbers = [usulan.number_of(visit.office, one, visit.now) for one in left]
        visit.say("bawa_lagi_tidak", nama=visit.me.name, nomor=numbers, kepada=handed.to)
    return bool(left)


async def _is_wanted(visit: Visit, text: str) -> bool:
    """ "Mau ji, irigasi itu masih bocor" under the offer: that of which it tells, where several are offered."""
    world, spoken = visit.office.catalog.world, re.findall(r"[^\W\d_]+", key_of(text))
    if not spoken or spoken[0] not in world.bringing_again["mau"] or is_question(text, world, free=False):
        return False
    is_offered = any(data.startswith(seasons.BUTTON) for one in await visit.letters() for _, data in one.keys)
    shown = await _shown(visit, await _that_may_come(visit)) if is_offered else []
    if shown:
        await _bring(visit, [one for one in shown if topics.speaks_of(world, text, one)] or shown)
    return bool(shown)


async def _bring(visit: Visit, meant: Sequence[Usulan]) -> None:
    if not meant:
        visit.say("bawa_lagi_belum_ada", keyboard([(visit.text("tombol_usulan_baru"), "m:baru")]))
    elif len(meant) == 1:
        await seasons.bring_again(visit, meant[0])
    else:
        rows = [[(correcting.label_of(visit, one), f"{seasons.BUTTON}{one.id}")] for one in meant]
        visit.say("bawa_lagi_yang_mana", keyboard(*rows))


def _may_mean_it(visit: Visit, text: str) -> bool:
    """Cheaply: "bawa lagi" stands there, and nothing is asked."""
    world, said = visit.office.catalog.world, key_of(text)
    words = either(world.bringing_again["kata"])
    is_there = bool(words) and re.search(rf"\b(?:{words})\b", said) is not None
    return is_there and len(said.split()) <= _LONGEST and not is_question(text, world, free=False)


def _beside(visit: Visit, text: str) -> list[str]:
    """What is said beside it, without what names no usulan: a number is read by itself."""
    words = visit.office.catalog.world.bringing_again
    left = one_of(words["kata"]).sub(" ", key_of(text))
    return [word for word in re.findall(r"[^\W\d_]+", left) if word not in words["di_sampingnya"]]


async def _that_may_come(visit: Visit) -> list[Usulan]:
    mine = await visit.look_up(stored.of_person, visit.me.id, _LOOKED_THROUGH)
    over = [one for one in mine if one.status != WITHDRAWN and seasons.is_over(visit.office, one, visit.now)]
    return [one for one in over if await seasons.is_offered(visit, one)]


async def _later(visit: Visit, beside: Sequence[str]) -> list[Usulan]:
    """Those of this season that ended, and will be offered in the next one: what is named among them, or all where
    nothing of them is."""
    mine = await visit.look_up(stored.of_person, visit.me.id, _LOOKED_THROUGH)
    ended = [one for one in mine if await seasons.will_be_offered(visit, one)]
    return [one for one in ended if any(topics.tells(one, [word]) for word in beside)] or ended


async def _shown(visit: Visit, found: Sequence[Usulan]) -> list[Usulan]:
    """Those that are offered in what was said last."""
    told = {data for letter in await visit.letters() for _, data in letter.keys}
    return [one for one in found if f"{seasons.BUTTON}{one.id}" in told]
