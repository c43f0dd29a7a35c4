"""Of which check somebody speaks who has several: told by the number of its usulan, or by what it is about."""

import re
from collections.abc import Sequence

from bot.core.checking.items import FULL, PLACE
from bot.core.forms.heard import Heard, Typed
from bot.core.records import Usulan
from bot.core.spelt import either
from bot.store.checking import checks
from bot.store.checking.checks import Check
from bot.work.answering import naming, topics
from bot.work.checking import reported
from bot.work.checking.permitted import opened
from bot.work.visit import Visit

_MOST = 8


async def told(visit: Visit, heard: Heard, shown: int | None, *, by_words: bool = False) -> tuple[int | None, bool]:
    """The check that stands open or was shown last; where an usulan is named, that of it, among this and those that
    wait for them. And whether another is named than any of these."""
    numbered = isinstance(heard, Typed) and naming.may_name(visit.office, heard.text)
    if not isinstance(heard, Typed) or not (numbered or by_words):
        return shown, False
    there = await opened(visit, shown) if shown is not None else None
    pairs = [*await visit.look_up(checks.waiting_for, visit.me.id, _MOST), *([there] if there is not None else [])]
    found = {one.id for one, usulan in pairs if naming.named_in(visit.office, heard.text, [usulan]) is not None}
    if not numbered:
        return _spoken_of(visit, heard.text, pairs, shown), False
    return (min(found) if len(found) == 1 else None), not found


async def another(visit: Visit, heard: Heard, asked: int) -> int | None:
    """Of which this tells while something is `asked` of one; what lies near tells only where."""
    report = reported.report_in(visit, heard, FULL)
    if report is None or not (report.from_there or PLACE not in report.found):
        return None
    meant, _ = await told(visit, heard, asked, by_words=True)
    return meant if meant != asked else None


def _spoken_of(visit: Visit, text: str, pairs: Sequence[tuple[Check, Usulan]], shown: int | None) -> int | None:
    """Of which the most is said, its place and what it tells; where of two as much is, `shown`. A witness may live
    anywhere."""
    world = visit.office.catalog.world
    lead, joins, called = map(either, (world.in_the_field["saksi"], world.in_the_field["dan"], world.noting["sapaan"]))
    somebody = rf"(?:\b(?:{lead})|\s(?:{joins})\s+(?:{called}))\b[^,;.\n]*"
    said = set(topics.words_of(world, re.sub(somebody, " ", text, flags=re.IGNORECASE)))
    many = {one.id: sum(topics.tells(usulan, [word]) for word in said) for one, usulan in pairs}
    most = [check for check, shared in many.items() if shared == max(many.values())]
    return most[0] if len(most) == 1 else shown
