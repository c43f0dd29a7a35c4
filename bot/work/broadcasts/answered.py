"""The author of an announcement answers in words: "jawab Kadir: sudah, kemarin" goes to Kadir; where several wait for
an answer and none is named, it is asked whose."""

import re
from collections.abc import Sequence
from datetime import timedelta

from bot.core.forms.heard import Sent, Typed
from bot.core.forms.writing import in_short, key_of
from bot.store.broadcasts import receipts
from bot.store.broadcasts.receipts import Reply
from bot.work.access import allowed, button
from bot.work.broadcasts import replies
from bot.work.saying.keyboard import Key, keyboard
from bot.work.visit import Visit

_LATELY, _OFFERED = timedelta(days=7), 6
_LABEL = 50  # characters of what they wrote
_JAWAB = "a:jawab:"


async def take(visit: Visit, heard: Typed | Sent) -> bool:
    """False when nobody is to be answered, or when another button of that name stands there."""
    world = visit.office.catalog.world
    spoken = re.findall(r"\w+", heard.text.lower()) if isinstance(heard, Typed) else []
    if not spoken or spoken[0] not in world.replying["kata"] or not allowed(button("a"), visit.grants):
        return False
    assert isinstance(heard, Typed)
    async with visit.look() as connection:
        waiting = await receipts.unanswered(connection, visit.me.id, visit.now - _LATELY, _OFFERED)
    words, answer = _parts(heard.text, waiting)
    named = [one for one in waiting if words & _name(one)]
    rest = words - world.replying["kata"] - world.replying["iringan"] - world.oneself
    if not waiting or (rest and not named) or (not named and await _is_another(visit)):
        return False
    people = {one.person_id for one in named or waiting}
    if len(people) > 1:
        visit.say("siaran_jawab_yang_mana", keyboard(*([_key(one)] for one in named or waiting)))
    elif answer:
        await replies.answer(visit, (named or waiting)[0].id, answer)
    else:
        await replies.begin_answer(visit, (named or waiting)[0].id)
    return True


def _parts(text: str, waiting: Sequence[Reply]) -> tuple[set[str], str]:
    """The words that say whom, and the answer itself: behind the colon, else behind the name."""
    before, colon, behind = text.partition(":")
    if colon:
        return set(key_of(before).split()), behind.strip()
    told, names = text.split(), set[str]().union(*map(_name, waiting))
    at = next((at for at, word in enumerate(told) if key_of(word) in names), None)
    if at is None:
        return set(key_of(text).split()), ""
    return set(key_of(" ".join(told[: at + 1])).split()), " ".join(told[at + 1 :])


def _name(one: Reply) -> set[str]:
    return set(key_of(one.name).split())


async def _is_another(visit: Visit) -> bool:
    """Whether *Jawab* of something else stands there: a villager's question."""
    keys = [key for letter in await visit.letters() for key in letter.keys]
    label = key_of(visit.text("tombol_siaran_jawab"))
    return any(key_of(told) == label and not data.startswith(_JAWAB) for told, data in keys)


def _key(one: Reply) -> Key:
    return in_short(f"{one.name}: {one.words}", _LABEL), f"{_JAWAB}{one.id}"
