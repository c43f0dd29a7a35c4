"""How the questions of a form hang together."""

import re
from collections.abc import Iterator
from typing import Any

from jinja2 import TemplateSyntaxError

from bot.catalog.circles import in_circle
from bot.catalog.draft import Draft, FormDraft
from bot.catalog.models import Question
from bot.catalog.needed import Needed
from bot.catalog.texts import values_in

_KEY = re.compile(r"[a-z][a-z0-9_]*")
_LEVEL_ABOVE = {"kecamatan": None, "desa": "kecamatan", "dusun": "desa"}


def judge(draft: Draft, _needed: Needed) -> None:
    for form in draft.forms:
        for question in form.questions:
            for key, fault in _faults(form, question):
                draft.report(form.file, f"pertanyaan.{question.key}.{key}", fault)
        _judge_circles(draft, form)
        _judge_enough(draft, form)


def _judge_enough(draft: Draft, form: FormDraft) -> None:
    """Cukup may stand only where something can be left out."""
    start, keys = form.form.enough_from, [question.key for question in form.questions]
    if start is None:
        return
    if start not in keys:
        draft.report(form.file, "cukup_dari", f"Pertanyaan “{start}” tidak ada.")
    elif not form.questions[keys.index(start)].optional:
        draft.report(form.file, "cukup_dari", f"Pertanyaan “{start}” belum boleh dilewati.")


def _faults(form: FormDraft, question: Question) -> Iterator[tuple[str, str]]:
    if not _KEY.fullmatch(question.key):
        yield "kunci", "Kunci hanya boleh huruf kecil, angka dan garis bawah, diawali huruf."
    if [q.key for q in form.questions].count(question.key) > 1:
        yield "kunci", f"Kunci “{question.key}” dipakai dua kali."
    yield from _needs_faults(form, question)
    yield from _level_faults(form, question)
    yield from _condition_faults(form, question)
    yield from _value_faults(form, question)


#: Parameters that name an earlier question without which this one is asked all the same: parameter -> its name here.
_LOOKED_AT = (("completes", "melengkapi"), ("day_of", "hari_dari"))


def needs_of(question: Question) -> list[tuple[str, str]]:
    """(key of the question needed, where the file says so)."""
    within = getattr(question, "param_within", None)
    return ([(within, "di_dalam")] if within else []) + [(key, f"hanya_jika.{key}") for key in question.only_if]


def _needs_faults(form: FormDraft, question: Question) -> Iterator[tuple[str, str]]:
    order = [q.key for q in form.questions]
    looked_at = [(getattr(question, f"param_{name}", None), at) for name, at in _LOOKED_AT]
    words_to = getattr(question, "param_words_to", None)
    if words_to is not None and words_to not in order:
        yield "kata_ke", f"Pertanyaan “{words_to}” tidak ada."
    for needed, at in [*needs_of(question), *((key, at) for key, at in looked_at if key)]:
        if needed not in order:
            yield at, f"Pertanyaan “{needed}” tidak ada."
        elif order.index(needed) >= order.index(question.key):
            yield at, f"Bergantung pada “{needed}”, padahal itu ditanyakan kemudian."


def _level_faults(form: FormDraft, question: Question) -> Iterator[tuple[str, str]]:
    level = getattr(question, "param_level", None)
    if level is None:
        return
    above = _LEVEL_ABOVE[level]
    within: Any = getattr(question, "param_within", None)
    if above is None and within:
        yield "di_dalam", "Kecamatan tidak berada di dalam pertanyaan lain."
    if above is not None:
        outer = next((q for q in form.questions if q.key == within), None)
        if getattr(outer, "param_level", None) != above:
            yield "di_dalam", f"Tingkat {level} harus berada di dalam pertanyaan bertingkat {above}."


def _condition_faults(form: FormDraft, question: Question) -> Iterator[tuple[str, str]]:
    by_key = {q.key: q for q in form.questions}
    for key, values in question.only_if.items():
        if key not in by_key:
            continue
        offered = {option.value for option in getattr(by_key[key], "param_options", ())}
        if not any(value in offered for value in values):
            yield f"hanya_jika.{key}", "Pertanyaan ini tidak akan pernah ditanyakan: pilihan itu tidak ada."


def _value_faults(form: FormDraft, question: Question) -> Iterator[tuple[str, str]]:
    """A text may name only answers that are surely there."""
    unsure = {q.key for q in form.questions if q.optional or q.only_if}
    try:
        named = values_in(question.text)
    except TemplateSyntaxError:
        return
    for name in sorted(named & unsure):
        yield "teks", f"Isian {{{name}}} bisa kosong, karena pertanyaan itu tidak selalu dijawab."


def _judge_circles(draft: Draft, form: FormDraft) -> None:
    needs = {q.key: [key for key, _ in needs_of(q)] for q in form.questions}
    for key in needs:
        if in_circle(needs, key):
            draft.report(form.file, f"pertanyaan.{key}", "Pertanyaan ini bergantung pada dirinya sendiri, berputar.")
