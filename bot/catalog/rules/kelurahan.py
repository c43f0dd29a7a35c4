"""What people of a kelurahan would read in desa words needs its own wording."""

import re

from bot.catalog.draft import Draft, FormDraft
from bot.catalog.models import PART_FIELDS
from bot.catalog.needed import Needed

#: Words that people of a kelurahan never read.
DESA_ONLY = re.compile(r"\b(dusun|kepala desa|kades|pemdes|bpd|musdes|rkp desa|apb desa)\b", re.IGNORECASE)


def judge(draft: Draft, _needed: Needed) -> None:
    for form in draft.forms:
        _judge_form(draft, form)


def _judge_form(draft: Draft, form: FormDraft) -> None:
    """Before the desa or kelurahan is known nobody can be spared."""
    known = False
    for question in form.questions:
        for field, alias in PART_FIELDS.values():
            word = DESA_ONLY.search(getattr(question, field))
            if word and known and getattr(question, f"{field}_kelurahan") is None:
                fault = f"Kata “{word[0]}” tidak dipakai untuk warga kelurahan; tulis juga {alias}_kelurahan."
                draft.report(form.file, f"pertanyaan.{question.key}.{alias}", fault)
        known = known or getattr(question, "param_level", None) == "desa"
