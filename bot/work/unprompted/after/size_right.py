"""A figure of a check that is told to be wrong ("panjangnya salah, 120 bukan 210") is put right where it stands,
whatever is asked of another check just now."""

from bot.core.checking.items import FULL, SIZE
from bot.core.forms.heard import Heard, Typed
from bot.store.checking import findings
from bot.work.access import allowed, button
from bot.work.answering import naming
from bot.work.checking import filling, measured, report_words, reported, which
from bot.work.checking.permitted import FAMILY, waiting
from bot.work.unprompted.after.after_check import check_shown
from bot.work.usulan import checked
from bot.work.visit import Visit


async def take(visit: Visit, heard: Heard) -> bool:
    """False where it stands in none, and where it stands in several of which none is shown."""
    if not isinstance(heard, Typed) or not allowed(button(FAMILY), visit.grants):
        return False
    denied = report_words.denied_in(visit, heard.text)
    report = reported.report_in(visit, heard, FULL) if denied else None
    if report is None or not report.corrects or SIZE not in report.found:
        return False
    shown, (named, _) = await check_shown(visit), await which.told(visit, heard, None)
    if named is None and naming.may_name(visit.office, heard.text):
        return False  # of several, or of none of theirs
    may_be = [named] if named is not None else [shown, *(one.id for one, _ in await waiting(visit))]
    known = {one: await visit.ask_once(findings.of_check, one) for one in filter(None, may_be)}
    found = [one for one, told in known.items() if denied & measured.amounts(checked.values(told).get(SIZE))]
    meant = shown if shown in found else found[0] if len(found) == 1 else None
    return meant is not None and await filling.take_report(visit, meant, heard)
