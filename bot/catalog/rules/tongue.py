"""How we speak: no word that promises too much, no English, no "Anda", no desa word to people of a kelurahan."""

import re

from bot.catalog.draft import Draft, Sentence
from bot.catalog.markup import visible
from bot.catalog.needed import Needed

_GAPS = re.compile(r"\{[^{}]*\}|<[^<>]*>")
_PROMISES = re.compile(r"\b(diterima|disetujui|lolos)\b", re.IGNORECASE)
_YOU = re.compile(r"\bAnda\b", re.IGNORECASE)
_ENGLISH = re.compile(
    r"\b(please|submit|error|cancel|back|next|skip|help|click|button|upload|download|file|update|feedback|deadline|"
    r"login|password|sorry|thanks|yes|save|delete|edit|draft|send|reply|user|username|link|online|offline|server|"
    r"form|input|invalid|success|failed|warning|loading|the|and|your|you)\b",
    re.IGNORECASE,
)
_DESA = re.compile(
    r"\b(dusun|kepala desa|kades|pemdes|bpd|musdes|rkp desa|apb desa|desa)\b(?! atau kelurahan|/kelurahan)",
    re.IGNORECASE,
)


def judge(draft: Draft, _needed: Needed) -> None:
    for sentence in draft.sentences:
        read = visible(_GAPS.sub(" ", sentence.text))
        for fault in _faults(sentence, read):
            draft.report(sentence.file, sentence.key, fault)


def _faults(sentence: Sentence, read: str) -> list[str]:
    found = []
    if not sentence.decision and (word := _PROMISES.search(read)):
        found.append(f"Kata “{word[0]}” hanya untuk keputusan forum atau kantor; pakai “tercatat” atau “sudah dibaca”.")
    if _YOU.search(read):
        found.append("Sapaan “Anda” diganti “Bapak/Ibu”.")
    if word := _ENGLISH.search(read):
        found.append(f"Kata “{word[0]}” bukan bahasa Indonesia sehari-hari.")
    if sentence.kelurahan and (desa := desa_word(read)):
        found.append(f"Kata “{desa}” tidak dipakai untuk warga kelurahan.")
    return found


def desa_word(read: str) -> str | None:
    """The first word that only people of a desa know."""
    found = _DESA.search(read)
    return found[0] if found else None
