"""Somebody tells what they saw of an usulan to which nobody was sent: it becomes a check of theirs, which a tap takes
back, if they may look at it; else it is said who may."""

from bot.core.checking.items import FULL, SHORT
from bot.core.forms.heard import Heard, Typed
from bot.core.records import Usulan
from bot.store.checking import checks
from bot.work.access import allowed, button
from bot.work.answering import naming
from bot.work.checking import elsewhere, filling, giving, in_words, reported, which
from bot.work.checking.permitted import FAMILY, candidates, waiting
from bot.work.reading import named
from bot.work.usulan import kabar
from bot.work.visit import Visit

_SEVERAL = 2


async def take(visit: Visit, heard: Heard) -> bool:
    """False where no one alone that they read is named by its number, and where it is that of a check of theirs."""
    if not isinstance(heard, Typed) or not tells(visit, heard):
        return False
    found = await named.in_words(visit, heard.text)
    if len(found) != 1 or not (await which.told(visit, heard, None))[1]:
        return False
    check = await opened(visit, found[0])
    return check is None or await filling.take_report(visit, check, heard)


async def opened(visit: Visit, one: Usulan) -> int | None:
    """A check of theirs; None, and it is said, where they may not look at it, or somebody else does."""
    if visit.me.id not in {each.id for each in await candidates(visit, one)}:
        visit.say("uji_bukan_sendiri", nomor=visit.office.spoken_number(one))
        await giving.choose(visit, one.id)
        return None
    await giving.give(visit, one.id, SHORT, visit.me.id, opens=False)
    known = await visit.ask_once(checks.of_usulan, one.id)
    if known and known[-1].is_open and known[-1].given_to == visit.me.id:
        return known[-1].id
    visit.say("uji_belum_dicatat", nomor=visit.office.spoken_number(one))
    return None


async def numbered(visit: Visit, heard: Typed) -> list[Usulan]:
    """Whose number is written out: those that wait for them, and where it is told that somebody went and looked
    whatever they read."""
    said = [kabar.number_in(visit.office, number) for number in naming.numbers_in(visit.office, heard.text)]
    told = list(dict.fromkeys(number for number in said if number is not None))
    if len(told) < _SEVERAL:
        return []
    waits = {(one.kecamatan, one.serial): one for _, one in await waiting(visit)}
    is_seen = tells(visit, heard)
    found = [
        waits.get((number.kecamatan, number.serial)) or (await named.of_number(visit, number) if is_seen else None)
        for number in told
    ]
    return [one for one in found if one is not None]


def tells(visit: Visit, heard: Typed) -> bool:
    """That somebody went and looked, and what they saw there."""
    may = allowed(button(FAMILY), visit.grants) and allowed(button("u"), visit.grants)
    if not may or not naming.may_name(visit.office, heard.text) or elsewhere.is_order(visit, heard.text):
        return False
    report = reported.report_in(visit, heard, FULL)
    is_seen = report is not None and report.from_there and (report.many > 1 or report.corrects)
    return is_seen and not in_words.tells_end(visit, heard, is_shown=True)
