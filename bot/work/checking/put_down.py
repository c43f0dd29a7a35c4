"""What was reported is written into the items of a check: each beside what stands there, each witness in its place; and
who was none is taken out again."""

import re
from collections.abc import Mapping
from typing import Any

from bot.core.checking.items import NOTE, WITNESSES, is_whole
from bot.core.forms.writing import key_of
from bot.core.places.spelling import fold
from bot.core.records import Usulan
from bot.core.spelt import one_of
from bot.store.checking import findings
from bot.store.checking.checks import Check
from bot.store.checking.findings import Finding
from bot.work.checking import in_words, keeping, measured
from bot.work.checking.reported import LONGEST_NOTE, Report, name_of
from bot.work.usulan import checked
from bot.work.visit import Visit

_LONGEST = 14  # words


async def put(visit: Visit, one: Check, found: Usulan, report: Report) -> list[dict[str, Any]]:
    """Each into its item, beside what stands there; what was written, as it is shown."""
    known = await visit.ask_once(findings.of_check, one.id)
    told = [(item, value) for item, value in report.found.items()]
    placed, left = _placed(visit, known, report)
    told += placed
    if note := ", ".join(filter(None, (report.note, *left))):
        before = known[NOTE].value[NOTE]["text"] if NOTE in known else ""
        told.append((NOTE, {NOTE: {"text": "; ".join(filter(None, (before, note)))[:LONGEST_NOTE]}}))
    lines = []
    for item, value in told:
        there = known.get(item)
        before = there.value if there is not None and not _is_another(visit, there.value, value) else {}
        whole = {**before, **(measured.beside(before, value) or value)}
        known[item] = await keeping.write(visit, one, found, item, whole, there)
        lines.append({"judul": checked.title(visit.office, item), "isi": keeping.shown(visit, one, item, known[item])})
    return lines


def _is_another(visit: Visit, before: Mapping[str, Any], told: Mapping[str, Any]) -> bool:
    """Whose party was told is not who is named now."""
    old, new = _bare(visit, name_of(before)), _bare(visit, name_of(told))
    return bool(old and new) and old != new


def _placed(
    visit: Visit, known: Mapping[str, Finding], report: Report
) -> tuple[list[tuple[str, Mapping[str, Any]]], list[str]]:
    """Each witness in whose place they are told to be, beside what is known of them, else where nobody is named yet.
    And the names of those for whom there is no room: who is told as a whole is not replaced by a name."""
    names = {item: _bare(visit, name_of(known[item].value)) for item in WITNESSES if item in known}
    whole = {item for item in names if is_whole(item, checked.values(known))}
    placed: dict[str, Mapping[str, Any]] = {}
    left: list[str] = []
    for one in report.witnesses:
        name = _bare(visit, name_of(one.told))
        same = next((item for item, other in names.items() if other == name), "")
        gone = next((item for item, other in names.items() if one.instead and other == _bare(visit, one.instead)), "")
        free = next((item for item in WITNESSES if not names.get(item)), "")
        item = gone or one.item or same or free
        if not item or (item in whole and item not in (same, gone, one.item)):
            left.append(name_of(one.told))
        else:
            names[item], placed[item] = name, one.told
    return [*placed.items()], left


def _bare(visit: Visit, name: str) -> str:
    """ "Ina" is Bu Ina; nobody but a title is left as they are called."""
    titles = visit.office.catalog.world.noting["sapaan"]
    return fold(" ".join(word for word in name.split() if key_of(word) not in titles) or name)


def strikes(visit: Visit, text: str) -> bool:
    """ "Hapus ibu Hasni dari saksi", "salah, itu bukan saksi"; who takes whose place is told as any other witness."""
    words, said = visit.office.catalog.world.in_the_field, {*re.findall(r"\w+", text.lower())}
    is_meant = one_of(words["bukan_saksi"]).search(text) or not any(
        map(said.isdisjoint, (words["cabut"], words["saksi"]))
    )
    return bool(is_meant) and "?" not in text and len(said) <= _LONGEST and said.isdisjoint(words["melainkan"])


async def strike(visit: Visit, one: Check, found: Usulan, text: str) -> str:
    """Their names; where nobody is named, those who were told together last."""
    known, said = await visit.ask_once(findings.of_check, one.id), {*map(fold, re.findall(r"\w+", text))}
    there = [known[item] for item in WITNESSES if item in known and name_of(known[item].value)]
    which = in_words.which_in(visit, text)
    struck = [w for w in there if w.item == which or said.intersection(_bare(visit, name_of(w.value)).split())]
    if not struck and said.isdisjoint(visit.office.catalog.world.in_the_field["cabut"]):
        struck = [w for w in there if w.at == max(other.at for other in there)]
    for witness in struck:
        await keeping.write(visit, one, found, witness.item, {}, witness)
    return ", ".join(name_of(witness.value) for witness in struck)
