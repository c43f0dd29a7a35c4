"""That an usulan is read, by whoever reads and calls it by what it is about: "yang jalan sudah sy baca"."""

from collections.abc import Sequence

from bot.core.forms.heard import Heard, Typed
from bot.core.forms.writing import key_of
from bot.core.records import Usulan
from bot.store.reading import searches
from bot.work.access import allowed, command
from bot.work.answering import topics
from bot.work.reading import finding, lists, named, screen
from bot.work.saying.keyboard import keyboard, press
from bot.work.usulan.usulan import quoted
from bot.work.visit import Visit

_LOOKED_AT, _OFFERED, _MOST_WORDS = 60, 5, 4


async def take(visit: Visit, heard: Heard) -> bool:
    """The one that waits and begins with it; of several, or of what only tells of it somewhere, it is asked."""
    if not isinstance(heard, Typed) or "?" in heard.text or not allowed(command("periksa"), visit.grants):
        return False
    about = _about(visit, finding.said_read(visit, key_of(finding.without_address(visit, heard.text))))
    if not about:
        return False
    waiting = await lists.waiting(visit, _LOOKED_AT)
    leading = [one for one in waiting if _leads(visit, one, about)]
    if len(leading) == 1:
        await screen.mark_read(visit, leading[0].id)
        return True
    if not leading and await _is_marked(visit, about):
        return True
    found = leading or [one for one in waiting if topics.tells(one, about)]
    if found:
        _ask(visit, found[:_OFFERED])
    return bool(found)


def _about(visit: Visit, said: str) -> list[str]:
    """ "Yg jalan itu": the jalan; nothing where an announcement is named, or more than a thing."""
    world = visit.office.catalog.world
    beside = world.pointing["di_depan"] | world.topics["yang"] | world.announced["ini"] | world.pointing["di_belakang"]
    words = [word for word in said.replace(",", " ").split() if word not in beside]
    is_thing = len(words) <= _MOST_WORDS and not any(word.isdecimal() for word in words)
    return words if is_thing and world.noting["pengumuman"].isdisjoint(words) else []


def _leads(visit: Visit, one: Usulan, about: Sequence[str]) -> bool:
    """By what stands of it in the list, which is what was read there: "jalan kaki" in a story of water is no jalan."""
    head = quoted(visit.office, one.answers).lower()
    return all(topics.tells_of(head, word) for word in about)


def _ask(visit: Visit, found: Sequence[Usulan]) -> None:
    told = [named.line(visit, one) for one in found]
    labels = [visit.text("tombol_sudah_baca_nomor", nomor=line["nomor"]) for line in told]
    keys = [[(label, press("u", "baca", one.id))] for label, one in zip(labels, found, strict=True)]
    visit.say("periksa_dibaca_yang_mana", keyboard(*keys), usulan=told)


async def _is_marked(visit: Visit, about: Sequence[str]) -> bool:
    """Said once more of what is read already: that stands so."""
    who = lists.sight_of(visit, command("periksa"))
    found = await visit.look_up(searches.with_words, who, [*about], _OFFERED)
    is_read = any(one.read_at is not None and _leads(visit, one, about) for one in found)
    if is_read:
        visit.say("periksa_sudah_tercatat")
    return is_read
