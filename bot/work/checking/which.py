"""Of which check somebody speaks who has several: told by the number of its usulan, or by what it is about."""

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from bot.core.checking.items import FULL, PLACE
from bot.core.forms.heard import Heard, Typed
from bot.core.records import Usulan
from bot.core.spelt import either
from bot.store.checking.checks import Check
from bot.work.answering import naming, topics
from bot.work.checking import about_which, reported
from bot.work.checking.permitted import opened, waiting
from bot.work.visit import Visit


async def told(visit: Visit, heard: Heard, shown: int | None, *, by_words: bool = False) -> tuple[int | None, bool]:
    """The check that stands open or was shown last; where an usulan is named, that of it, among this and those that
    wait for them. And whether another is named than any of these."""
    numbered = isinstance(heard, Typed) and naming.may_name(visit.office, heard.text)
    if not isinstance(heard, Typed) or not (numbered or by_words):
        return shown, False
    pairs, bare = await _open(visit, shown), naming.bare_serial(visit.office, heard.text)
    named = {one.id for one, usulan in pairs if naming.named_in(visit.office, heard.text, [usulan]) is not None}
    found = named or {one.id for one, usulan in pairs if usulan.serial == bare}
    if not numbered:
        return _spoken_of(_said(visit, heard.text), pairs, shown), False
    return (min(found) if len(found) == 1 else None), not found


async def another(visit: Visit, heard: Heard, asked: int) -> int | None:
    """Of which this tells while something is `asked` of one; what lies near tells only where."""
    report = reported.report_in(visit, heard, FULL)
    if report is None or not (report.from_there or PLACE not in report.found):
        return None
    meant, _ = await told(visit, heard, asked, by_words=True)
    return meant if meant != asked else None


async def is_unclear(visit: Visit, heard: Heard, check: int) -> bool:
    """Whether other words of it tell as much of another check, or more of an usulan that they were not sent to look
    at, than of the one that is `check`."""
    report = reported.report_in(visit, heard, FULL)
    if not isinstance(heard, Typed) or report is None or (report.many < 2 and not report.corrects):
        return False
    pairs, said = await _open(visit, check), _said(visit, heard.text)
    there = {one.id: usulan for one, usulan in pairs}
    if check not in there or naming.may_name(visit.office, heard.text) or _spoken_of(said, pairs, check) != check:
        return False
    own, others = _shared(said, there[check]), await about_which.told_of(visit, " ".join(said)) if said else []
    if others and all(len(_shared(said, one)) > len(own) for one in others):
        return True
    return any(len(now := _shared(said, one)) >= len(own) and now - own and own - now for one in there.values())


async def _open(visit: Visit, shown: int | None) -> list[tuple[Check, Usulan]]:
    """Those that wait for them, and the one that is shown."""
    there = await opened(visit, shown) if shown is not None else None
    return [*await waiting(visit), *([there] if there is not None else [])]


def _spoken_of(said: AbstractSet[str], pairs: Sequence[tuple[Check, Usulan]], shown: int | None) -> int | None:
    """Of which the most is said, its place and what it tells; where of two as much is, `shown`."""
    many = {one.id: len(_shared(said, usulan)) for one, usulan in pairs}
    most = [check for check, shared in many.items() if shared == max(many.values())]
    return most[0] if len(most) == 1 else shown


def _said(visit: Visit, text: str) -> set[str]:
    """What may tell of which it is; how big it is may be told of any, and a witness may live anywhere."""
    world, words = visit.office.catalog.world, visit.office.catalog.world.in_the_field
    lead, joins, that = map(either, (words["saksi"], words["dan"], words["ini"]))
    called = either(world.noting["sapaan"])
    somebody = rf"(?:\b(?:{lead})(?!\s+\w+\s+(?:{that})\b)|\s(?:{joins})\s+(?:{called}))\b[^,;.\n]*"
    told = set(topics.words_of(world, re.sub(somebody, " ", text, flags=re.IGNORECASE)))
    units = {word for spelt in world.spellings.units.length.values() for word in spelt}
    return told - units - words["diukur"] - words["hasil"]


def _shared(said: AbstractSet[str], usulan: Usulan) -> set[str]:
    return {word for word in said if topics.tells(usulan, [word])}
