"""What nobody understood of an officer's words about an announcement: it is asked what is to be done with that one,
beginning with what they most likely mean."""

from collections.abc import Collection, Sequence
from datetime import timedelta

from bot.core.forms.heard import Heard, Typed
from bot.core.forms.writing import is_question
from bot.core.listening.rules import QUESTION
from bot.store.broadcasts import broadcasts
from bot.store.broadcasts.broadcasts import SENT_STATES, Broadcast
from bot.work.access import allowed, command
from bot.work.broadcasts import meant, pages
from bot.work.broadcasts.under_way.authors import beginning_of
from bot.work.broadcasts.writing import guessed, timed
from bot.work.saying.keyboard import keyboard
from bot.work.visit import Visit

_LOOKED_AT, _MOST, _LATELY = 12, 6, timedelta(days=2)
#: What is said to anybody, and is no word about an announcement.
_TALK = frozenset({"salam", "terima_kasih", "basa_basi", "bantuan", "mulai"})


async def offer_likely(visit: Visit, heard: Heard) -> bool:
    """What surely is meant of what was shown last, though no reader knows these words: before they are work of another
    sort, or the beginning of a new one."""
    if not isinstance(heard, Typed) or not allowed(command("siaran"), visit.grants):
        return False
    shown = await meant.shown_ones(visit)
    own = await _own(visit, shown) if shown else []
    return bool(own) and not meant.is_of_work(visit, heard.text, own) and _offer(visit, heard.text, own)


async def ask_what(visit: Visit, heard: Heard) -> bool:
    """What nobody understood, while the buttons of one stand lowest: it is asked what is to be done with that. Where
    none do, only what surely is meant of one that was written lately."""
    if not isinstance(heard, Typed) or not allowed(command("siaran"), visit.grants):
        return False
    names = [act.name for act in visit.acts(heard.text, "work").done]
    opened = await meant.opened_one(visit)
    one = next(iter(await _own(visit, {opened})), None) if opened is not None else None
    if one is None:
        shown = await meant.shown_ones(visit) if all(name.startswith(QUESTION) for name in names) else set[int]()
        return (bool(shown) or not names) and _offer(visit, heard.text, await _own(visit, shown), sure=not shown)
    likely = guessed.offer(visit, one, heard.text)
    asks = bool(names) and is_question(heard.text, visit.office.catalog.world, free=False)
    is_other = asks or not all(name.startswith(QUESTION) for name in names) or (names and one.state in SENT_STATES)
    if not _TALK.isdisjoint(names) or (is_other and not likely):
        return False
    pages.ask_what(visit, one, heard.text, likely)
    return True


async def _own(visit: Visit, ids: Collection[int] = ()) -> list[Broadcast]:
    """These; without them, those of the last days."""
    async with visit.look() as connection:
        if ids:
            found = [await broadcasts.one(connection, each) for each in sorted(ids)[-_MOST:]]
        else:
            found = list(await broadcasts.listed(connection, visit.me.id, (), _LOOKED_AT, 0))
    own = [one for one in found if one is not None and one.author_id == visit.me.id and one.state in guessed.BUTTONS]
    return own if ids else [one for one in own if one.made_at > visit.now - _LATELY]


def _offer(visit: Visit, text: str, own: Sequence[Broadcast], *, sure: bool = True) -> bool:
    """Of several it is asked which; False where nothing is meant of any. `sure`: or only likely."""
    there = [one for one in own if (guessed.is_sure if sure else guessed.acts)(visit, one, text)]
    topic = " ".join(word for word in text.split() if not timed.tells_time(visit, word))
    there = meant.named(visit, topic, there) or there
    if len(there) == 1:
        pages.ask_what(visit, there[0], text, guessed.offer(visit, there[0], text))
    elif there:
        first = [(beginning_of(one), guessed.offer(visit, one, text)[0][0][1]) for one in there]
        visit.say("siaran_yang_mana", keyboard(*([key] for key in first)))
    return bool(there)
