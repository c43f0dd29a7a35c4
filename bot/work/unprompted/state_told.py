"""Where usulan stand, said by whoever may say so: "maiwa 4 sudah selesai dikerjakan", "maiwa 1/27 masuk rkpd", also
under a photo. What their proposers would read is shown first, as when it is tapped."""

import re

from bot.core.forms.heard import Sent, Typed, words_of
from bot.core.forms.writing import key_of
from bot.core.records import Usulan
from bot.store.deciding import ticks
from bot.store.monitoring import photos
from bot.work import conversation
from bot.work.access import allowed, button
from bot.work.answering.answers import answer
from bot.work.deciding import changing
from bot.work.deciding.chosen import TICKED, chosen, offered
from bot.work.monitoring import photographing
from bot.work.reading import named
from bot.work.visit import Visit

_LONGEST = 16  # words
_NOT = "bukan"
_FIGURE = re.compile(r"\d")


async def take(visit: Visit, heard: Typed | Sent) -> bool:
    """Whether it says of numbered usulan what became of them."""
    text = words_of(heard)
    if not _FIGURE.search(text) or "?" in text or not allowed(button("u"), visit.grants):
        return False
    state = _state_in(visit, text)
    found = await named.in_words(visit, text) if state else []
    if not found:
        return False
    if isinstance(heard, Sent) and await _takes_photo(visit, found[0], heard):
        return True
    await _become(visit, found, state)
    if isinstance(heard, Sent):
        visit.say("keadaan_foto_menyusul")
    return True


def _state_in(visit: Visit, text: str) -> str:
    """The state of the longest words for one that stand there; empty where it is asked, wished or denied."""
    words, said = visit.office.catalog.world.told_states, f" {re.sub(r'[,.;:!]', ' ', key_of(text))} "
    said = f" {' '.join(said.split())} "
    if len(said.split()) > _LONGEST or any(f" {word} " in said for word in words[_NOT]):
        return ""
    told = [
        (len(phrase), state) for state in words if state != _NOT for phrase in words[state] if f" {phrase} " in said
    ]
    return max(told, default=(0, ""))[1]


async def _takes_photo(visit: Visit, found: Usulan, heard: Sent) -> bool:
    """The one from the old spot, where it is awaited from them."""
    photo = await visit.look_up(photos.of_usulan, found.id)
    if photo is None or not photo.is_missing or await photographing.brought(visit, found.id) is None:
        return False
    if await photographing.wait_for(visit, found.id):
        await conversation.hear(visit, heard, answer)
    return True


async def _become(visit: Visit, found: list[Usulan], state: str) -> None:
    """Of several, as when they are ticked; where it may not become this, what it may."""
    which = found[0].id if len(found) == 1 else TICKED
    if which == TICKED:
        async with visit.ask() as connection:
            await ticks.clear(connection, visit.me.id)
        for one in found:
            all_of = await chosen(visit, one.id)
            await visit.ask_once(ticks.turn, visit.me.id, one.id, all_of.version if all_of is not None else 0)
    all_of = await chosen(visit, which)
    if all_of is not None and any(one.key == state for one in offered(visit, all_of)):
        await changing.become(visit, which, all_of.version, state)
    else:
        await changing.begin(visit, which)
