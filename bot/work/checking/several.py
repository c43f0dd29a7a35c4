"""Several checks are told of in one message, each by its number ("maiwa 1 panjangnya 120, maiwa 2 sudah bagus"): each
part goes into its own."""

import re

from bot.core.checking.items import FULL, lacking, next_item
from bot.core.forms.heard import Heard, Typed
from bot.core.forms.say import Words
from bot.core.records import Usulan
from bot.core.spelt import either
from bot.store.checking import findings
from bot.store.checking.checks import Check
from bot.work.answering import naming
from bot.work.checking import filling, later, put_down, reported, sheet
from bot.work.checking.permitted import waiting, writable
from bot.work.checking.reported import Report
from bot.work.usulan import checked
from bot.work.visit import Visit

_EDGES = " \n\t,.;:-"
_DIGIT = re.compile(r"\d")


async def take(visit: Visit, heard: Heard) -> bool:
    """False where fewer than two of those that wait are named, or nothing that belongs into a check is told."""
    if not isinstance(heard, Typed) or "?" in heard.text or not naming.may_name(visit.office, heard.text):
        return False
    named = _parts(visit, heard.text, await waiting(visit))
    reports = [reported.report_in(visit, Typed(text, heard.message), FULL) for _, text in named]
    if not any(reports):
        return False
    await filling.put_aside(visit)
    parts = [(check, text, found) for (check, text), found in zip(named, reports, strict=True)]
    put_off = [check for check, text, _ in parts if later.tells(visit, text)]
    told = [part for part in parts if part[0] not in put_off]
    written = [check for check, text, found in told if await _write(visit, check, text, found)]
    if put_off:
        await later.ask(visit, put_off[0])
    else:
        await _ask_on(visit, written)
    return True


def _parts(visit: Visit, text: str, pairs: list[tuple[Check, Usulan]]) -> list[tuple[int, str]]:
    """What stands behind each number; before each, where the last of them ends the message."""
    found = sorted(
        (match.start(), match.end(), one.id)
        for one, usulan in pairs
        for match in naming.whole(visit.office, usulan).finditer(text)
    )
    if len({check for _, _, check in found}) < len(found) or len(found) < 2:
        return []
    starts, ends, which = zip(*found, strict=True)
    behind = [text[end:start] for end, start in zip(ends, [*starts[1:], len(text)], strict=True)]
    before = [text[end:start] for end, start in zip([0, *ends[:-1]], starts, strict=True)]
    is_behind = not _DIGIT.search(before[0])
    if not is_behind and behind[-1].strip(_EDGES):
        return []
    joins = rf"(?:\s*\b(?:{either(visit.office.catalog.world.in_the_field['beralih'])})\b)*[\s,.;:-]*$"
    told = behind if is_behind else before
    parts = [re.sub(joins, "", f" {part}", flags=re.IGNORECASE).strip(_EDGES) for part in told]
    return list(zip(which, parts, strict=True)) if all(parts) else []


async def _write(visit: Visit, check: int, text: str, report: Report | None) -> bool:
    """What fits no item ("sudah bagus") stands beside them as it was said."""
    pair = await writable(visit, check)
    if pair is None:
        return False
    one, found = pair
    lines = await put_down.put(visit, one, found, report or Report({}, (), text, from_there=False))
    known = checked.values(await visit.ask_once(findings.of_check, one.id))
    lacks = sheet.lacks_in_words(visit.office, lacking(one.depth, known), known)
    visit.say("uji_tercatat", nomor=visit.office.spoken_number(found), isi=lines, kurang=lacks)
    return True


async def _ask_on(visit: Visit, written: list[int]) -> None:
    """What lacks of the first that is not whole."""
    for check in written:
        pair = await writable(visit, check)
        known = checked.values(await visit.ask_once(findings.of_check, check))
        item = next_item(pair[0].depth, known) if pair is not None else None
        if pair is not None and item is not None:
            number = visit.office.spoken_number(pair[1])
            await filling.begin(visit, check, item, Words("uji_isi_mulai", {"nomor": number, "isi": "", "siapa": ""}))
            return
