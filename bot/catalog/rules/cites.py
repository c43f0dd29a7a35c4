"""Only rules whose text was read are cited."""

import re
from collections.abc import Iterator

from bot.catalog.draft import CITES_FILE, Draft
from bot.catalog.needed import Needed

_CITE = re.compile(
    r"\b(?P<kind>UU|Undang-Undang|PP|Peraturan Pemerintah|Perpres|Permendagri|Permendesa(?: PDTT)?|Inpres|Perbup|Perda)"
    r"\s+(?:Nomor\s+|No\.?\s*)?(?P<number>\d+)\s*(?:/|\s+Tahun\s+)(?P<year>\d{4})(?:\s+(?:Pasal|Ps\.?)\s*(?P<article>\d+))?"
)
_ARTICLE = re.compile(r"\b(?:Pasal|Ps\.?)\s*\d+")
_SHORT = {"Undang-Undang": "UU", "Peraturan Pemerintah": "PP"}


def judge(draft: Draft, _needed: Needed) -> None:
    for sentence in draft.sentences:
        for cite in cites_in(sentence.text):
            if not _is_safe(cite, draft.cites):
                fault = f"Rujukan “{cite}” belum ada di {CITES_FILE}; ceritakan sebagai kebiasaan baik."
                draft.report(sentence.file, sentence.key, fault)


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
