"""Which usulan an order to look at something is about, and whether its words leave a doubt of that."""

import re

from bot.core.places.spelling import fold
from bot.core.records import Usulan
from bot.core.stories.readings import told_in
from bot.core.understanding.times.moments import speaks_of_time
from bot.core.understanding.tongue import tongue_of
from bot.store.people.people import Holder
from bot.store.reading import readings
from bot.work.access import button
from bot.work.answering import topics
from bot.work.checking.in_words import LANDMARK
from bot.work.reading import lists, named
from bot.work.usulan.usulan import place, quoted
from bot.work.visit import Visit

_ABOUT = 4  # words
_KNOWN = "nya"  # "tanggulnya": both know which
_SEEN, _LOOKED_AT = (lists.ALL, lists.READ), 200


async def meant(visit: Visit, text: str) -> tuple[list[Usulan], bool]:
    """Those that are named, by a number or by whoever brought them; else those that are told of. Whether they are
    named."""
    surely = await named.in_words(visit, text) or await _of_whoever(visit, text.split())
    return surely or await told_of(visit, text), bool(surely)


async def told_of(visit: Visit, text: str) -> list[Usulan]:
    """Those in sight that tell the most of what is said, their place with it ("tanggulnya di lappa"); none where that
    is a place alone."""
    world, who = visit.office.catalog.world, lists.sight_of(visit, button("u"))
    async with visit.look() as connection:
        there = [one for which in _SEEN for one in await readings.listed(connection, which, who, _LOOKED_AT)]
    spoken = {*topics.words_of(world, text)}
    many = [(sum(topics.tells(one, [word]) for word in spoken), one) for one in there if named.stands(one)]
    most = max((number for number, _ in many), default=0)
    return [one for number, one in many if number == most > 0 and topics.speaks_of(world, text, one)]


async def _of_whoever(visit: Visit, words: list[str]) -> list[Usulan]:
    """ "Cek lapangan jalan taninya tola": of whoever is named last, what the words before it are about."""
    of_last = await named.of_person(visit, words[-1])
    found = of_last[0] if of_last is not None else []
    world, about = visit.office.catalog.world, " ".join(words[-_ABOUT:-1])
    return [one for one in found if topics.speaks_of(world, about, one)] or found


def is_told_by_all(visit: Visit, text: str, one: Usulan, going: list[Holder]) -> bool:
    """Whether all that is said is of this usulan, its matter and its place, or of a thing that both know
    ("tanggulnya"), and nothing of the speaker's own."""
    world = visit.office.catalog.world
    field, spoken = world.in_the_field, re.findall(r"[^\W\d_]{3,}", text.lower())
    beside = {part for who in going for part in map(fold, who.name.split())}.union(
        field["menguji"], field["suruh"], field["uji"], world.sifting["iringan"], world.noting["sapaan"], world.wrong
    )
    left = [word for word in spoken if word not in beside and not speaks_of_time(world.spellings, word)]
    is_thing = len(left) > 1 or all(word.endswith(_KNOWN) for word in left)
    is_own = not field["saya"].isdisjoint(re.findall(r"\w+", text.lower()))
    is_told = all(topics.tells(one, [word]) for word in left) and _is_its_matter(visit, one, left)
    return bool(left) and is_thing and not is_own and is_told


def _is_its_matter(visit: Visit, one: Usulan, words: list[str]) -> bool:
    """Not only where it lies: "drainase dekat pasar" does not tell of the market."""
    spelt = visit.office.catalog.world.spellings
    story, there = quoted(visit.office, one.answers), place(one.answers).lower()
    near = [told.span for told in told_in(story, tongue_of(spelt)) if told.sort == LANDMARK]
    for start, end in sorted(near, reverse=True):
        story = story[:start] + story[end:]
    what = [word for word in words if word not in spelt.places.no_hamlet and not topics.tells_of(there, word)]
    return any(topics.tells_of(story.lower(), word) for word in what)
