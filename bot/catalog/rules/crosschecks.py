"""Cross-checks: of a known name, about questions that exist, as many as the check compares."""

from inspect import signature

from bot.catalog.draft import Draft, FormDraft
from bot.catalog.models import Check
from bot.catalog.names import check_named
from bot.catalog.needed import Needed
from bot.core import checks


def judge(draft: Draft, _needed: Needed) -> None:
    for form in draft.forms:
        for number, check in enumerate(form.form.checks, 1):
            fault = _fault(form, check)
            if fault:
                draft.report(form.file, f"pemeriksaan.{number}.{fault[0]}", fault[1])


def _fault(form: FormDraft, check: Check) -> tuple[str, str] | None:
    name = check_named(check.name)
    if name not in checks.names():
        return "nama", f"Pemeriksaan “{check.name}” tidak dikenal."
    known = {question.key for question in form.questions}
    for key in check.questions:
        if key not in known:
            return "pertanyaan", f"Pertanyaan “{key}” tidak ada."
    wanted = len(signature(checks.find(name)).parameters)
    if wanted != len(check.questions):
        return "pertanyaan", f"Pemeriksaan ini membandingkan {wanted} pertanyaan."
    return None
