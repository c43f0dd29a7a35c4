"""The texts inside forms as sentences with names, so that they are judged and said like all others."""

from collections.abc import Iterator

from bot.catalog.draft import FormDraft, Sentence
from bot.catalog.models import PART_FIELDS, Question
from bot.catalog.names import alias_of, kind_named
from bot.core import kinds

_LABELS = ("belum_tahu", "agree", "other")  # parameters that are read on buttons
QUESTION_LONGEST = 500  # UTF-16 units: what is read at a glance on a small screen
TITLE_LONGEST, BUTTON_LONGEST = 30, 34
REVIEW_VALUES = frozenset({"baris", "catatan", "sisa", "dilewati", "tertutup", "terbuka"})


def sentences_of(draft: FormDraft) -> Iterator[Sentence]:
    if draft.form.title:
        yield _sentence(draft, "judul", draft.form.title, 100)
    if draft.form.review is not None:
        yield _sentence(draft, "tinjau", draft.form.review, 1000, REVIEW_VALUES)
    if draft.form.send is not None:
        yield _sentence(draft, "kirim", draft.form.send, BUTTON_LONGEST)
    for number, check in enumerate(draft.form.checks, 1):
        yield _sentence(draft, f"pemeriksaan.{number}", check.text, 300)
    for index, question in enumerate(draft.questions):
        known = frozenset(q.key for q in draft.questions[:index])
        yield from _question_sentences(draft, question, known)


def _question_sentences(draft: FormDraft, question: Question, known: frozenset[str]) -> Iterator[Sentence]:
    for part, (field, alias) in PART_FIELDS.items():
        values = known | kinds.find(kind_named(question.kind)).tells if part == "tanya" else frozenset()
        longest = TITLE_LONGEST if part == "judul" else QUESTION_LONGEST
        for suffix in ("", "_kelurahan"):
            text = getattr(question, field + suffix)
            if text is None:
                continue
            yield Sentence(
                f"form.{draft.key}.{question.key}.{part}{suffix}",
                draft.file,
                f"pertanyaan.{question.key}.{alias}{suffix}",
                text,
                values,
                longest,
                draft.form.decision,
                kelurahan=bool(suffix),
            )
    yield from _option_sentences(draft, question)


def _option_sentences(draft: FormDraft, question: Question) -> Iterator[Sentence]:
    """Labels are data and are never rendered, but they are read like everything else."""
    for number, option in enumerate(getattr(question, "param_options", ()), 1):
        key = f"pertanyaan.{question.key}.{alias_of(question.kind, 'options')}.{number}.label"
        name = f"form.{draft.key}.{question.key}.pilihan.{option.value}"
        yield Sentence(name, draft.file, key, option.label, frozenset(), 40, draft.form.decision)
    for label in _LABELS:
        if told := getattr(question, f"param_{label}", None):
            key = f"pertanyaan.{question.key}.{alias_of(question.kind, label)}"
            name = f"form.{draft.key}.{question.key}.tombol.{label}"
            yield Sentence(name, draft.file, key, told, frozenset(), 34, draft.form.decision)


def _sentence(draft: FormDraft, key: str, text: str, longest: int, values: frozenset[str] = frozenset()) -> Sentence:
    return Sentence(f"form.{draft.key}.{key}", draft.file, key, text, values, longest, draft.form.decision)
