"""Several checks are told of in one message, each by its number ("maiwa 1 panjangnya 120, maiwa 2 sudah bagus"): each
part goes into its own."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from bot.core.checking.items import FULL, lacking, next_item
from bot.core.forms.heard import Heard, Typed
from bot.core.forms.say import Words
from bot.core.records import Usulan
from bot.core.spelt import either
from bot.store.checking import findings
from bot.work.answering import naming
from bot.work.checking import elsewhere, filling, later, put_down, reported, sheet, unsent, which
from bot.work.checking.permitted import waiting, writable
from bot.work.checking.reported import Report
from bot.work.reading import named
from bot.work.usulan import checked
from bot.work.visit import Visit

_EDGES = " \n\t,.;:-"
_FEWEST, _DIGIT = 2, re.compile(r"\d")
_SENTENCES, _COMMAS = re.compile(r"[.;!\n](?!\d)"), re.compile(r",(?!\d)")


async def take_named(visit: Visit, heard: Heard, about: int | None) -> bool:
    """What was seen of usulan that are named goes to their checks, whatever form is open or set aside, but for a form
    that is `about` the same."""
    if not isinstance(heard, Typed) or not unsent.tells(visit, heard):
        return False
    there = await named.in_words(visit, heard.text)
    if not there or about in {one.id for one in there}:
        return False
    if await take(visit, heard) or await unsent.take(visit, heard):
        return True
    check, _ = await which.told(visit, heard, None)
    return check is not None and await filling.take_report(visit, check, heard)


async def take(visit: Visit, heard: Heard) -> bool:
    """False where fewer than two are named, or nothing that belongs into a check is told. Where it is not plain what is
    told of which, nothing is kept, and it is asked."""
    if not isinstance(heard, Typed) or "?" in heard.text or elsewhere.is_order(visit, heard.text):
        return False
    mine = await waiting(visit)
    waits = {usulan.id: check.id for check, usulan in mine}
    heard = replace(heard, text=_in_full(visit, heard.text, [usulan for _, usulan in mine]))
    there = await unsent.numbered(visit, heard)
    if len(there) < _FEWEST:
        return False
    parts = _parts(visit, heard.text, there)
    if not parts:
        return _ask_apart(visit, heard, there)
    reports = {one.id: reported.report_in(visit, Typed(text, heard.message), FULL) for one, text in parts}
    if not any(reports.values()) or not all(one.id in waits or reports[one.id] for one, _ in parts):
        return False
    await filling.put_aside(visit)
    put_off = [waits[one.id] for one, text in parts if one.id in waits and later.tells(visit, text)]
    written = []
    for one, text in parts:
        check = waits.get(one.id) or await unsent.opened(visit, one)
        if check is not None and check not in put_off and await _write(visit, check, text, reports[one.id]):
            written.append(check)
    if put_off:
        await later.ask(visit, put_off[0])
    else:
        await _ask_on(visit, written)
    return True


def _ask_apart(visit: Visit, heard: Typed, there: Sequence[Usulan]) -> bool:
    """Where anything that belongs into a check is told."""
    if reported.report_in(visit, heard, FULL) is None:
        return False
    visit.say("uji_mana_punya", nomor=[visit.office.spoken_number(one) for one in there])
    return True


def _in_full(visit: Visit, text: str, mine: Sequence[Usulan]) -> str:
    """ "Maiwa 1 dan 2 sudah sy lihat, yang 2 panjangnya 24": with the name before each number that is one of theirs and
    counts nothing."""
    words = visit.office.catalog.world.in_the_field
    named = [(match[0], one) for one in mine if (match := naming.whole(visit.office, one).search(text))]
    near = [one.serial for one in mine if any(one.kecamatan == other.kecamatan for _, other in named)]
    if not named or len(near) < _FEWEST:
        return text
    name = re.sub(r"\d+$", "", named[0][0].split("/")[0]).strip()
    told = (
        rf"(?P<serial>{'|'.join(map(str, near))})(?=\s*(?:,|$|(?:{either(words['dan'] | words['hasil'])})\s|\w+nya\b))"
    )
    led = either({*words["beralih"], *visit.office.catalog.world.numbers})
    joined = rf"(?P<lead>(?:\d\s+(?:{either(words['dan'])})|[,;.]|\b(?:{led}))\s+)"
    return re.sub(joined + told, rf"\g<lead>{name} \g<serial>", text, flags=re.IGNORECASE)


def _behind_all(visit: Visit, text: str, there: Sequence[Usulan]) -> str:
    """ "Maiwa 1 sama maiwa 2 sudah sy lihat, …": what follows where all are named one behind another; else empty."""
    joins, found = visit.office.catalog.world.in_the_field["dan"], _found(visit, text, there)[: len(there)]
    between = (text[end:start] for (_, end, _), (start, _, _) in pairwise(found))
    is_run = all({*part.lower().replace(",", " ").split()} <= joins for part in between)
    is_all = {one for _, _, one in found} == {one.id for one in there} and is_run
    return text[found[-1][1] :] if is_all and not _DIGIT.search(text[: found[0][0]]) else ""


def _parts(visit: Visit, text: str, there: Sequence[Usulan]) -> list[tuple[Usulan, str]]:
    """What is told of each; empty where that is not plain."""
    rest = _behind_all(visit, text, there)
    if rest and not _found(visit, rest, there):
        both = visit.office.catalog.world.in_the_field["keduanya"]
        return (
            [] if both.isdisjoint(re.findall(r"[\w-]+", rest.lower())) else [(one, rest.strip(_EDGES)) for one in there]
        )
    lead, colon, behind = rest.partition(":")  # "Maiwa 2 dan Maiwa 5 sudah saya cek: Maiwa 2 …"
    is_told_behind = bool(colon) and not _found(visit, lead, there)
    text = behind if is_told_behind else rest.partition(",")[2] or rest or text
    told: dict[int, list[str]] = {}
    for usulan_id, piece in _in_turn(visit, _SENTENCES.split(text), there) or ():
        told.setdefault(usulan_id, []).append(piece)
    by_id = {one.id: one for one in there}
    parts = [(by_id[which], ". ".join(pieces)) for which, pieces in told.items()]
    return parts if len(parts) == len(there) and all(text for _, text in parts) else []


def _in_turn(visit: Visit, clauses: Sequence[str], there: Sequence[Usulan]) -> list[tuple[int, str]] | None:
    """One that names none goes on with the one before; None where it is not plain of which one tells."""
    told: list[tuple[int, str]] = []
    for clause in filter(None, map(str.strip, clauses)):
        pieces = _pieces(visit, clause, there)
        if pieces is None or (not pieces and not told and _DIGIT.search(clause)):
            return None
        told += pieces or [(which, clause) for which, _ in told[-1:]]
    return told


def _pieces(visit: Visit, sentence: str, there: Sequence[Usulan]) -> list[tuple[int, str]] | None:
    """What stands behind each number; before each, where the last of them ends it; else one each between two commas.
    None where it is neither."""
    found = _found(visit, sentence, there)
    ids = {one for _, _, one in found}
    if len(ids) < _FEWEST:
        rest = sentence
        for start, end, _ in reversed(found):
            rest = f"{rest[:start]} {rest[end:]}"
        return [(one, _bare(visit, rest)) for one in ids]
    if len(ids) == len(found) and (around := _around(visit, sentence, found)):
        return around
    clauses = _COMMAS.split(sentence)
    return _in_turn(visit, clauses, there) if len(clauses) > 1 else None


def _found(visit: Visit, text: str, there: Sequence[Usulan]) -> list[tuple[int, int, int]]:
    return sorted((m.start(), m.end(), one.id) for one in there for m in naming.whole(visit.office, one).finditer(text))


def _around(visit: Visit, text: str, found: Sequence[tuple[int, int, int]]) -> list[tuple[int, str]]:
    starts, ends, which = zip(*found, strict=True)
    behind = [text[end:start] for end, start in zip(ends, [*starts[1:], len(text)], strict=True)]
    before = [text[end:start] for end, start in zip([0, *ends[:-1]], starts, strict=True)]
    is_behind = not _DIGIT.search(before[0])
    if not is_behind and behind[-1].strip(_EDGES):
        return []
    parts = [_bare(visit, part) for part in (behind if is_behind else before)]
    return list(zip(which, parts, strict=True)) if all(parts) else []


def _bare(visit: Visit, part: str) -> str:
    """Without what only leads over to the next."""
    joins = rf"(?:\s*\b(?:{either(visit.office.catalog.world.in_the_field['beralih'])})\b)*[\s,.;:-]*$"
    return re.sub(joins, "", f" {part}", flags=re.IGNORECASE).strip(_EDGES)


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
