"""Only rules whose text was read are cited: in sentences, and as the source of a task."""

import re
from collections.abc import Iterator

from bot.catalog.calendar import TasksFile
from bot.catalog.draft import CITES_FILE, Draft
from bot.catalog.needed import Needed

_CITE = re.compile(
    r"\b(?P<kind>UU|Undang-Undang|PP|Peraturan Pemerintah|Perpres|Permendagri|Permendesa(?: PDTT)?|Inpres|Perbup|Perda)"
    r"\s+(?:Nomor\s+|No\.?\s*)?(?P<number>\d+)\s*(?:/|\s+Tahun\s+)(?P<year>\d{4})(?:\s+(?:Pasal|Ps\.?)\s*(?P<article>\d+))?"
)
_ARTICLE = re.compile(r"\b(?:Pasal|Ps\.?)\s*\d+")
_AMENDED_BY = re.compile(r"\bjo\s+(UU \d+/\d{4})")
#: "Ps 23-24", "Ps 102(3), 118(4)": the second number would be compared with nothing.
_SHORTENED = re.compile(r"\b(?:Pasal|Ps\.?)\s*\d+(?:\([^()]*\)[a-z]?,?)*\s*(?:[-–,]|dan)\s*\d")
_SHORT = {"Undang-Undang": "UU", "Peraturan Pemerintah": "PP"}
_CUSTOM = "kebiasaan"


def judge(draft: Draft, _needed: Needed) -> None:
    for sentence in draft.sentences:
        for cite in cites_in(sentence.text):
            if not _is_safe(cite, draft.cites):
                draft.report(sentence.file, sentence.key, _unread(cite))
    for file, told in draft.calendar.items():
        if isinstance(told, TasksFile):
            for task in told.tasks:
                for fault in _source_faults(draft, task.source):
                    draft.report(file, f"tugas.{task.key}.sumber", fault)


def _source_faults(draft: Draft, source: str) -> Iterator[str]:
    """A source is a law that was read, or a custom that says so: nothing that only its writer can look up."""
    cites = list(cites_in(_AMENDED_BY.sub("", source)))
    if source and not cites and not source.startswith(_CUSTOM):
        yield f"Sumber ini tidak bisa dicari orang lain; sebut peraturannya, atau tulis “{_CUSTOM}”."
    if _SHORTENED.search(source):
        yield "Tulis tiap pasal lengkap dengan peraturannya."
    yield from (_unread(cite) for cite in cites if not _is_safe(cite, draft.cites))
    named = set(_AMENDED_BY.findall(source))
    for law, by in draft.amended.items():
        if any(cite.split(" Pasal ")[0] == law for cite in cites) and by not in named:
            yield f"{law} sudah diubah; tambahkan “jo {by}”."


def cite_faults(draft: Draft, source: str) -> Iterator[str]:
    """What is wrong with a source that has to be a law of the safe list."""
    found = list(cites_in(_AMENDED_BY.sub("", source)))
    if not found:
        yield f"Sumber “{source}” bukan salah satu dari {CITES_FILE}."
    yield from (_unread(cite) for cite in found if not _is_safe(cite, draft.cites))


def _unread(cite: str) -> str:
    return f"Rujukan “{cite}” belum ada di {CITES_FILE}; ceritakan sebagai kebiasaan baik."


def cites_in(text: str) -> Iterator[str]:
    """Cites in one spelling: "UU 27/2022 Pasal 5"; an article without its law as "Pasal 5"."""
    for found in _CITE.finditer(text):
        law = f"{_SHORT.get(found['kind'], found['kind'])} {found['number']}/{found['year']}"
        yield f"{law} Pasal {found['article']}" if found["article"] else law
    for found in _ARTICLE.finditer(_CITE.sub("", text)):
        yield found[0]


def _is_safe(cite: str, safe: tuple[str, ...]) -> bool:
    """A law as a whole may be named when one of its articles was read."""
    return cite in safe or ("Pasal" not in cite and any(known.startswith(f"{cite} ") for known in safe))
