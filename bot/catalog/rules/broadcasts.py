"""Templates of announcements: their blanks are filled in, their roles are there, and what they say is for everybody who
gets it."""

import re
from collections.abc import Iterator

from bot.catalog.broadcasts import FOLDER, FORM, TemplateFile
from bot.catalog.draft import Draft
from bot.catalog.markup import visible
from bot.catalog.needed import Needed
from bot.catalog.rules.calendar import ROLES, Fault, twice
from bot.catalog.rules.tongue import desa_word
from bot.core.broadcasts.shapes import PROPOSER

_KEY = re.compile(r"[a-z][a-z0-9_]{0,19}")
_TAG = re.compile(r"</?([a-zA-Z][a-zA-Z0-9-]*)")
_TAGS = frozenset({"b", "i"})
_BOTH = re.compile(r"\b(?:kelurahan|lingkungan|lurah)\b", re.IGNORECASE)


def judge(draft: Draft, _needed: Needed) -> None:
    for key, told in draft.templates.items():
        for at, fault in _faults(key, told):
            draft.report(f"{FOLDER}/{key}.toml", at, fault)
    if draft.templates and not any(form.key == FORM for form in draft.forms):
        draft.report(f"formulir/{FORM}.toml", "", "Formulir ini dipakai oleh contoh siaran, tetapi tidak ada.")


def _faults(key: str, told: TemplateFile) -> Iterator[Fault]:
    if not _KEY.fullmatch(key):
        yield "", "Nama berkasnya huruf kecil, angka dan garis bawah, paling panjang 20."
    for role in told.roles:
        if role not in ROLES and role != PROPOSER:
            yield "untuk", f"Peran “{role}” tidak dikenal."
    if told.check is not None and told.check.right > len(told.check.answers):
        yield "paham.benar", f"Jawabannya hanya {len(told.check.answers)}."
    yield from _blank_faults(told)
    yield from _word_faults(told)


def _blank_faults(told: TemplateFile) -> Iterator[Fault]:
    for key in twice(one.key for one in told.blanks):
        yield f"isian.{key}", f"Kunci “{key}” dipakai dua kali."
    words = f"{told.text} {told.asked or ''}"
    for one in told.blanks:
        if f"{{{one.key}}}" not in words:
            yield f"isian.{one.key}", f"Isian {{{one.key}}} tidak dipakai di teks maupun diminta."


def _word_faults(told: TemplateFile) -> Iterator[Fault]:
    for key, text in (("teks", told.text), ("diminta", told.asked or "")):
        if strange := sorted({name.lower() for name in _TAG.findall(text)} - _TAGS):
            yield key, f"Tanda <{strange[0]}> tidak dipakai di siaran; yang bisa: b, i."
        if "{%" in text or "{#" in text:
            yield key, "Di siaran hanya isian {nama}, tanpa {% %}."
        word = desa_word(visible(text)) if told.track == "semua" and not _BOTH.search(text) else None
        if word:
            yield key, f"Kata “{word}” tidak dikenal warga kelurahan; sebut keduanya, atau jalurnya “desa”."
